"""Against a real server on this machine."""

import contextlib
import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from counterclaim.errors import InputError
from counterclaim.reading.addresses import is_public, without_credentials
from counterclaim.reading.fetch import fetch
from counterclaim.reading.read import read
from counterclaim.settings import Settings

PAGE = "<html><body><p>Губернатор сообщил, что пострадавших нет, а пожар потушен.</p></body></html>"
BOMB = gzip.compress(b"a" * 5_000_000)
LOCAL = Settings(allow_private_addresses=True, fetch_timeout=5, max_input_bytes=1_000_000)


class _Site(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        answer = getattr(self, "_" + self.path.strip("/").split("?")[0], None)
        if answer is None:
            self._send(404, b"no")
        else:
            answer()

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Type": "text/html", "Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> None:
        self._send(200, PAGE.encode("cp1251"), Content_Type="text/html; charset=windows-1251")

    def _packed(self) -> None:
        self._send(200, gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def _half(self) -> None:
        packed = gzip.compress(PAGE.encode())
        self._send(200, packed[: len(packed) // 2], Content_Encoding="gzip")

    def _bomb(self) -> None:
        self._send(200, BOMB, Content_Encoding="gzip")

    def _long(self) -> None:
        self._send(200, b"", Content_Length="9999999999")

    def _twice(self) -> None:
        self._send(200, gzip.compress(BOMB), Content_Encoding="gzip, gzip")

    def _image(self) -> None:
        self._send(200, b"\x89PNG", Content_Type="image/png")

    def _moved(self) -> None:
        self._send(302, b"", Location="/page#part")

    def _round(self) -> None:
        self._send(302, b"", Location="/round")

    def _out(self) -> None:
        self._send(302, b"", Location="file:///etc/passwd")

    def _host(self) -> None:
        self._send(200, self.headers["Host"].encode())

    def _drip(self) -> None:
        self.send_response(200)
        with contextlib.suppress(OSError):
            for _ in range(40):
                self.wfile.write(b"X-Slow: 1\r\n")
                self.wfile.flush()
                time.sleep(0.1)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def refusal(url: str, settings: Settings = LOCAL) -> str:
    with pytest.raises(InputError) as caught:
        fetch(url, settings)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def test_a_page_comes_with_its_charset_and_becomes_a_report(site: str) -> None:
    capture = fetch(f"{site}/moved", LOCAL)
    assert capture.address == f"{site}/page"
    assert (capture.media_type, capture.charset) == ("text/html", "windows-1251")
    report = read(capture)
    assert report.text == "Губернатор сообщил, что пострадавших нет, а пожар потушен."
    assert report.url == f"{site}/page"


def test_a_packed_page_is_unpacked_and_one_that_unpacks_without_end_is_not(site: str) -> None:
    assert fetch(f"{site}/packed", LOCAL).content.decode() == PAGE
    assert refusal(f"{site}/bomb").startswith("too large")
    assert refusal(f"{site}/long").startswith("too large")
    assert "unknown way" in refusal(f"{site}/twice")


def test_the_server_is_asked_by_its_name(site: str) -> None:
    port = site.rsplit(":", 1)[1]
    assert fetch(f"http://localhost:{port}/host", LOCAL).content == f"localhost:{port}".encode()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nothing", "404"),
        ("image", "unsupported kind (image/png)"),
        ("half", "the answer breaks off"),
        ("round", "more than 5 redirects"),
        ("out", "only http and https"),
    ],
)
def test_each_refusal_says_why(site: str, path: str, words: str) -> None:
    assert words in refusal(f"{site}/{path}")


def test_private_addresses_are_refused_unless_allowed(site: str) -> None:
    assert "not a public address" in refusal(f"{site}/page", Settings())
    port = site.rsplit(":", 1)[1]
    assert "not a public address" in refusal(f"http://localhost:{port}/page", Settings())
    assert "not a public address" in refusal(f"http://[::ffff:127.0.0.1]:{port}/page", Settings())


def test_a_redirect_into_a_private_network_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def public_at_first(number: str) -> bool:
        asked.append(number)
        return len(asked) == 1

    monkeypatch.setattr("counterclaim.reading.addresses.is_public", public_at_first)
    assert "not a public address" in refusal(f"{site}/moved", Settings())
    assert len(asked) == 2


def test_the_time_limit_is_for_the_whole_answer(site: str) -> None:
    began = time.monotonic()
    assert "no answer within 0.5 seconds" in refusal(
        f"{site}/drip", Settings(allow_private_addresses=True, fetch_timeout=0.5)
    )
    assert time.monotonic() - began < 3


def test_credentials_are_refused_and_not_repeated() -> None:
    with pytest.raises(InputError) as caught:
        fetch("http://name:secret@news.example/a", Settings())
    assert "secret" not in str(caught.value)
    assert without_credentials("https://a:b@news.example/x") == "https://news.example/x"


def test_an_address_where_nobody_listens_is_named() -> None:
    assert refusal("http://127.0.0.1:9/") == "the connection is refused"


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::",
     "ff02::1", "no number"],
)  # fmt: skip
def test_what_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_what_is_public(number: str) -> None:
    assert is_public(number)
