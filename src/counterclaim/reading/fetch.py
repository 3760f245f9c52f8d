"""Fetches one web page: bounded in time, size and redirects, from public addresses only, nothing in it run.

Each hop's host is resolved once, all its addresses are checked, and the connection goes to the address that was
checked, so that neither a redirect nor a name that changes its answer can lead into a private network.
"""

import asyncio
import ssl
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpx

from counterclaim.errors import InputError
from counterclaim.reading.addresses import Refused, endpoint, resolved, without_credentials
from counterclaim.records.report import Capture
from counterclaim.settings import Settings

_HEADERS = {
    "User-Agent": "counterclaim",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = (301, 302, 303, 307, 308)
_KINDS = ("text/", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class _Redirect:
    to: str


def fetch(url: str, settings: Settings) -> Capture:
    """The page at ``url`` as it came. Raises ``InputError`` with one clear line where it is refused or fails.

    Must not be called from inside a running event loop.
    """
    shown = without_credentials(url)
    try:
        return asyncio.run(_within_time(url, settings))
    except Refused as refusal:
        raise InputError(shown, str(refusal)) from None
    except (TimeoutError, httpx.TimeoutException):
        raise InputError(shown, f"no answer within {settings.fetch_timeout:g} seconds") from None
    except httpx.ConnectError as error:
        raise InputError(shown, _connection(error)) from None
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError, ValueError, zlib.error) as error:
        raise InputError(shown, f"cannot be fetched ({error or type(error).__name__})") from None


def _connection(error: httpx.ConnectError) -> str:
    words = str(error)
    return (
        f"no secure connection ({words})" if "SSL" in words or "certificate" in words else "the connection is refused"
    )


async def _within_time(url: str, settings: Settings) -> Capture:
    async with asyncio.timeout(settings.fetch_timeout):
        async with httpx.AsyncClient(trust_env=False, timeout=settings.fetch_timeout) as client:
            for _ in range(settings.max_redirects + 1):
                answer = await _hop(client, url, settings)
                if isinstance(answer, Capture):
                    return answer
                url = answer.to
    raise Refused(f"more than {settings.max_redirects} redirects")


async def _hop(client: httpx.AsyncClient, url: str, settings: Settings) -> Capture | _Redirect:
    host, port = endpoint(url)
    numbers = await resolved(host, port, allow_private=settings.allow_private_addresses)
    target = httpx.URL(url)
    response = await _answer(client, target, numbers)
    try:
        if response.status_code in _REDIRECTS and "location" in response.headers:
            return _Redirect(urljoin(url, response.headers["location"]))
        _refuse_answer(response, settings.max_input_bytes)
        content = await _content(response, settings.max_input_bytes)
    finally:
        await response.aclose()
    return Capture(
        address=str(target.copy_with(fragment=None)),
        content=content,
        media_type=_media_type(response),
        charset=response.charset_encoding,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
    )


async def _answer(client: httpx.AsyncClient, target: httpx.URL, numbers: Sequence[str]) -> httpx.Response:
    """The answer of the first of the checked addresses that takes the connection; the server is asked by its name."""
    headers = {**_HEADERS, "Host": target.netloc.decode("ascii")}
    for number in numbers:
        to = target.copy_with(host=number, fragment=None)
        request = client.build_request(
            "GET", to, headers=headers, extensions={"sni_hostname": target.raw_host.decode()}
        )
        try:
            return await client.send(request, stream=True)
        except httpx.ConnectError:
            if number == numbers[-1]:
                raise
    raise Refused("the host has no address")


def _media_type(response: httpx.Response) -> str | None:
    return response.headers.get("content-type", "").split(";", 1)[0].strip().casefold() or None


def _refuse_answer(response: httpx.Response, limit: int) -> None:
    if response.status_code != 200:
        raise Refused(f"the server answers {response.status_code} {response.reason_phrase}".strip())
    kind = _media_type(response)
    if kind and not kind.startswith(_KINDS):
        raise Refused(f"unsupported kind ({kind})")
    length = response.headers.get("content-length", "")
    if length.isdigit() and len(length) < 20 and int(length) > limit:
        raise Refused(_too_large(limit))


async def _content(response: httpx.Response, limit: int) -> bytes:
    """The body, unpacked here and not by the client: a small answer must not unpack to more than ``limit``."""
    packing = response.headers.get("content-encoding", "identity").strip().casefold()
    if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise Refused(f"the server packs its answer in an unknown way ({packing})")
    unpacker = zlib.decompressobj(wbits=47) if packing not in ("identity", "") else None
    parts: list[bytes] = []
    size = 0
    async for raw in response.aiter_raw():
        part = unpacker.decompress(raw, limit + 1 - size) if unpacker else raw
        size += len(part)
        if size > limit:
            raise Refused(_too_large(limit))
        parts.append(part)
    if unpacker and parts and not unpacker.eof:
        raise Refused("the answer breaks off")
    return b"".join(parts)


def _too_large(limit: int) -> str:
    return f"too large (limit {limit / 2**20:g} MB)"
