"""Which addresses of a model's server may be called: host names are resolved, and what they stand for is judged.

A key goes over plain http to this machine only. Link-local addresses (where cloud machines keep their credentials),
other special addresses and other schemes than http and https are refused outright.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from postwright.errors import AddressRefused, NoConnection

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
"""(host name, port) -> its numeric addresses; raises OSError where the name stands for none."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_METADATA = tuple(ipaddress.ip_network(net) for net in ("fd00:ec2::/32", "100.100.100.200/32", "168.63.129.16/32"))
"""Where AWS (IPv6), Alibaba and Azure serve a machine's credentials outside of the link-local networks."""
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for an IPv4 address (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a server is, from its URL."""

    url: str
    """Without a slash at its end."""
    scheme: str
    host: str
    port: int


def located(url: str) -> Location:
    """Return where `url` points. AddressRefused for what is no plain address of a web server; nothing is looked up."""
    shown = url.strip().rstrip("/")
    try:
        parts = urlsplit(shown)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise AddressRefused("The model's address is not an address.", hint=_HOW) from None
    if parts.scheme not in _DEFAULT_PORTS:
        scheme = f"begins with {parts.scheme}:" if parts.scheme else "has no https:// before it"
        raise AddressRefused(f"The model's address {scheme}", hint=_HOW)
    odd = any(character.isspace() or character == "\\" for character in shown)
    if not host or odd or parts.query or parts.fragment:
        raise AddressRefused("The model's address is not an address.", hint=_HOW)
    if parts.username is not None or parts.password is not None:
        raise AddressRefused(
            "The model's address has a user name or a password in it.",
            hint="Leave it out, and give the key as POSTWRIGHT_API_KEY.",
        )
    return Location(shown, parts.scheme, host, port or _DEFAULT_PORTS[parts.scheme])


def vetted(
    location: Location, *, with_key: bool, proxied: bool = False, resolve: Resolve | None = None
) -> tuple[str, ...]:
    """Return the numeric addresses of a server that may be called: connect to these, not to what its name is later.

    AddressRefused where any of them may not be. Where the name stands for none: NoConnection, and () behind a proxy,
    which alone may know it.
    """
    try:
        found = (resolve or _looked_up)(location.host, location.port)
    except (OSError, UnicodeError):
        found = ()
    if not found and not proxied:
        raise NoConnection(
            f"There is no host {location.host}, or no network to ask for it.",
            hint="Look at POSTWRIGHT_BASE_URL for a slip, and at the network.",
        )
    addresses = [ipaddress.ip_address(each.partition("%")[0]) for each in found]
    for address in addresses:
        _refuse(address, location)
    here = bool(addresses) and all(_plain(address).is_loopback for address in addresses)
    if with_key and location.scheme == "http" and not here:
        raise AddressRefused(
            f"A key is never sent to {location.host} over plain http, where others can read it.",
            hint="Use an https:// address, or leave the key out where the server needs none.",
        )
    return tuple(dict.fromkeys(found))


def is_this_machine(location: Location) -> bool:
    """Return whether a server is called by a name or a number of this machine: no proxy ever stands before it."""
    try:
        return ipaddress.ip_address(location.host).is_loopback
    except ValueError:
        return location.host == "localhost" or location.host.endswith(".localhost")


def _refuse(address: Address, location: Location) -> None:
    plain = _plain(address)
    if plain.is_link_local or any(plain in network for network in _METADATA if network.version == plain.version):
        raise AddressRefused(
            f"{location.host} is an address ({plain}) where machines keep credentials, not a model's server.",
            hint=_HOW,
        )
    if plain.is_multicast or plain.is_unspecified or (plain.is_reserved and not plain.is_loopback):
        raise AddressRefused(f"{location.host} ({plain}) is not the address of a server.", hint=_HOW)


def _plain(address: Address) -> Address:
    """Return the IPv4 address where an IPv6 address only wraps one."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address.sixtofour is not None:
            return address.sixtofour
        if address in _TRANSLATED:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _looked_up(host: str, port: int) -> Sequence[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


_HOW = "Write it as https://HOST/v1, or http://127.0.0.1:PORT/v1 for a server on this machine."
