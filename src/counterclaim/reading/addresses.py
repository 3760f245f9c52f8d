"""Which web addresses may be fetched, and at which network addresses: only public ones, unless a user allows others."""

import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}


class Refused(Exception):
    """An address that may not be fetched; the message is the reason."""


def without_credentials(url: str) -> str:
    """``url`` as it may be printed: a user name and password are taken out."""
    try:
        parts = urlsplit(url)
        if "@" not in parts.netloc:
            return url
        return parts._replace(netloc=parts.netloc.rsplit("@", 1)[1]).geturl()
    except ValueError:
        return url.split("@")[-1]


def endpoint(url: str) -> tuple[str, int]:
    """Host and port of an http(s) address without credentials; raises ``Refused``."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused("not a valid address") from error
    if parts.scheme not in _PORTS:
        raise Refused(f"unsupported kind of address ({parts.scheme or 'none'}; only http and https)")
    if parts.username is not None or parts.password is not None:
        raise Refused("an address with a user name or password is refused")
    if not parts.hostname:
        raise Refused("the address names no host")
    return parts.hostname, port or _PORTS[parts.scheme]


async def resolved(host: str, port: int, *, allow_private: bool) -> tuple[str, ...]:
    """The network addresses to connect to, best first. All that the name has must be public; raises ``Refused``.

    The caller connects to one of these: a name that is asked twice may answer otherwise the second time.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(f"the host {host} is not known") from error
    numbers = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not numbers:
        raise Refused(f"the host {host} is not known")
    if not allow_private and not all(is_public(number) for number in numbers):
        raise Refused(f"{host} is not a public address")
    return numbers


def is_public(number: str) -> bool:
    """Whether an IPv4 or IPv6 address, and any IPv4 address that it carries inside, is reachable by the public only."""
    try:
        address = ipaddress.ip_address(number.split("%", 1)[0])
    except ValueError:
        return False
    if address in _NAT64:
        return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    return all(a.is_global and not a.is_multicast and not a.is_reserved for a in (*_carried(address), address))


def _carried(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> tuple[ipaddress.IPv4Address, ...]:
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    inside = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    return tuple(a for a in inside if a is not None)
