"""An HTTP client for one model's server: it goes to the addresses that were judged, and takes in no more than it may.

Redirects are not followed. Behind a proxy of the environment (HTTPS_PROXY, NO_PROXY) the proxy connects; it is never
used for servers on this machine.
"""

from __future__ import annotations

import ssl
import urllib.request
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import httpx2

from postwright.drafting.addresses import Location, Resolve, is_this_machine, vetted
from postwright.drafting.endpoint import Endpoint
from postwright.errors import AddressRefused, AnswerTooLong, CertificateProblem, ProxyProblem, ServerTrouble

MOST_BYTES = 4_000_000
"""Of one response: a draft's answer is some 300 bytes a token when streamed, a list of models some 100 a model."""
CONNECT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Route:
    """How a server is reached: by these numeric addresses in turn, or by a proxy."""

    addresses: tuple[str, ...]
    proxy: str | None = field(default=None, repr=False)
    """Its address, which may hold a password."""


def route_to(endpoint: Endpoint, *, resolve: Resolve | None = None) -> Route:
    """Look the server up and return how it may be reached; else AddressRefused or NoConnection."""
    location = endpoint.location
    proxy = None if is_this_machine(location) else _proxy_for(location)
    with_key = endpoint.key is not None
    return Route(vetted(location, with_key=with_key, proxied=proxy is not None, resolve=resolve), proxy)


def client_for(endpoint: Endpoint, route: Route) -> httpx2.AsyncClient:
    """Return a client that can call this server and no other.

    CertificateProblem or ProxyProblem where what the environment says of certificates or of a proxy cannot be used.
    """
    try:
        inner = httpx2.AsyncHTTPTransport(proxy=route.proxy)
    except OSError:  # an SSLError is one
        raise CertificateProblem(
            "The certificates of this machine cannot be read.",
            hint="Does SSL_CERT_FILE name a file of certificates that is there? Mend it or leave it out.",
        ) from None
    except (ValueError, ImportError):
        raise ProxyProblem(
            "The address of the proxy cannot be used.", hint="Write HTTPS_PROXY as http://HOST:PORT."
        ) from None
    addresses = () if route.proxy else route.addresses
    return httpx2.AsyncClient(
        transport=_Guarded(inner, endpoint.location, addresses, send_key=endpoint.key is not None),
        follow_redirects=False,
        timeout=httpx2.Timeout(None, connect=CONNECT_SECONDS),  # the whole call has its own limit
        headers={"accept-encoding": "identity"},  # nothing small unpacks into something huge
    )


def _proxy_for(location: Location) -> str | None:
    proxies = urllib.request.getproxies()
    found = proxies.get(location.scheme) or proxies.get("all")
    if not found or urllib.request.proxy_bypass(location.host):
        return None
    return found if "://" in found else f"http://{found}"


class _Guarded(httpx2.AsyncBaseTransport):
    """Connects to judged addresses only, drops a key that is none, and counts what comes back."""

    def __init__(
        self, inner: httpx2.AsyncBaseTransport, location: Location, addresses: Sequence[str], *, send_key: bool
    ) -> None:
        self._inner = inner
        self._location = location
        self._addresses = tuple(addresses)
        self._send_key = send_key

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        called = (url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme))
        if called != (self._location.scheme, self._location.host, self._location.port):
            raise AddressRefused(
                f"{url.host} is not the model's server.", hint="Set POSTWRIGHT_BASE_URL to the server's own address."
            )
        if not self._send_key:
            request.headers.pop("authorization", None)
            request.headers.pop("api-key", None)
        response = await self._connected(request)
        if response.is_success and response.headers.get("content-type", "").startswith("text/html"):
            await response.aclose()
            raise ServerTrouble(
                f"{url.host} answers with a web page, not as an OpenAI-compatible server does.",
                hint="Look at POSTWRIGHT_BASE_URL: it usually ends with /v1.",
            )
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            await response.aclose()
            raise ServerTrouble(
                f"{url.host} packs its answers although it was asked not to.", hint="Switch compression off there."
            )
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        return httpx2.Response(
            response.status_code,
            headers=response.headers,
            stream=_Counted(response.stream),
            extensions=response.extensions,
        )

    async def _connected(self, request: httpx2.Request) -> httpx2.Response:
        """Send to the first judged address that takes a connection, under the name that certificates are for."""
        if not self._addresses:
            return await self._proxied(request)
        for number, address in enumerate(self._addresses, start=1):
            there = httpx2.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": request.url.host},
            )
            try:
                return await self._inner.handle_async_request(there)
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                if number == len(self._addresses):
                    raise
        raise AssertionError("unreachable: the last address returns or raises")

    async def _proxied(self, request: httpx2.Request) -> httpx2.Response:
        """Send by the proxy, which is all that is connected to; a certificate that fails is the server's."""
        try:
            return await self._inner.handle_async_request(request)
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
            if _is_of_certificates(error):
                raise
        raise ProxyProblem(
            f"The proxy on the way to {request.url.host} cannot be reached.",
            hint="Look at the address in HTTPS_PROXY, or name the host in NO_PROXY if no proxy is needed.",
        )

    async def aclose(self) -> None:
        await self._inner.aclose()


def _is_of_certificates(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error is not None


class _Counted(httpx2.AsyncByteStream):
    """A response's bytes, up to `MOST_BYTES`."""

    def __init__(self, inner: httpx2.AsyncByteStream) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        count = 0
        async for piece in self._inner:
            count += len(piece)
            if count > MOST_BYTES:
                raise AnswerTooLong("The model's answer is longer than it may be.", hint="Look at the server's log.")
            yield piece

    async def aclose(self) -> None:
        await self._inner.aclose()
