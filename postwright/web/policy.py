"""What every answer of the server says to the browser, and who is answered at all."""

from __future__ import annotations

import base64
import hashlib
import ipaddress
from collections.abc import Callable, Iterable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def content_security_policy(scripts: Iterable[str] = ()) -> str:
    """Return the policy: nothing runs but the app's own files and these inline scripts, nothing comes from outside."""
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts]
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self'", *hashes]),
            "style-src 'self' 'unsafe-inline'",  # Streamlit and CodeMirror make their styles as they run
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


REFUSED = (
    "This server is for the machine that it runs on. Set POSTWRIGHT_ALLOW_REMOTE=true if a proxy with sign-in stands "
    "before it.\n"
)


class Policy:
    """Adds the headers to every answer, and refuses whoever comes from another machine unless that is allowed."""

    def __init__(self, app: ASGIApp, *, allow_remote: Callable[[], bool], scripts: Iterable[str] = ()) -> None:
        self._app = app
        self._allow_remote = allow_remote
        self._headers = {
            "Content-Security-Policy": content_security_policy(scripts),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or connection."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        if not _is_this_machine(scope.get("client")) and not self._allow_remote():
            if scope["type"] == "http":
                await PlainTextResponse(REFUSED, 403, dict(self._headers))(scope, receive, send)
            else:
                await send({"type": "websocket.close", "code": 1008})
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


def _is_this_machine(client: tuple[str, int] | None) -> bool:
    """Return whether a connection comes from this machine; one without an address is a socket file or a test."""
    if client is None:
        return True
    try:
        address = ipaddress.ip_address(client[0])
    except ValueError:
        return client[0] in ("testclient", "localhost")
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback
