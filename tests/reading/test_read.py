import contextlib
import time

import pytest

from counterclaim.errors import InputError
from counterclaim.reading.read import read
from counterclaim.records.report import Capture
from counterclaim.settings import Settings

BODY = "The governor of Karsk Province said on Tuesday that two drones had hit a depot and that nobody was hurt."


def html(markup: str, address: str = "a.html") -> Capture:
    return Capture(address, markup.encode(), media_type="text/html")


def test_a_plain_text_stays_as_it_came() -> None:
    text = f"\r\n  Two drones hit a depot \r\n\r\n{BODY}\r\n\tEnd\u00a0of it. e\u0301 \r\n"
    report = read(Capture("a.txt", b"\xef\xbb\xbf" + text.encode(), media_type="text/plain"))
    assert report.text == text
    assert report.title == "Two drones hit a depot"
    assert report.language == "en"
    assert "byte order mark" in report.made_by[0].settings


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Share this\n\nTwo drones hit a depot\n\n{BODY}", "Two drones hit a depot"),
        (f" date 2031-03-12 Support us!\nTwo drones hit a depot\n\n{BODY}", "Two drones hit a depot"),
        (f"{BODY}\n\nMore of it\n\n{BODY}", None),
        (BODY, None),
        ("Two drones hit a depot", None),
    ],
)
def test_the_title_of_a_plain_text(text: str, title: str | None) -> None:
    assert read(Capture("a.txt", text.encode(), media_type="text/plain")).title == title


def test_the_day_that_is_given_wins_then_the_text_then_the_address() -> None:
    text = f"Published 2031-03-12\n\n{BODY}"
    capture = Capture("2031-05-05.txt", text.encode(), media_type="text/plain")
    known = [read(capture, published="2031-06-01"), read(capture)]
    known.append(read(Capture("2031-05-05.txt", BODY.encode(), media_type="text/plain")))
    known.append(read(Capture("a.txt", BODY.encode(), media_type="text/plain")))
    assert [(r.published, r.published_from) for r in known] == [
        ("2031-06-01", "given"),
        ("2031-03-12", "text"),
        ("2031-05-05", "address"),
        (None, None),
    ]
    with pytest.raises(InputError, match="expected YYYY-MM-DD"):
        read(capture, published="2031-02-30")


def test_an_id_is_that_of_text_and_address() -> None:
    first, again = (read(Capture(a, BODY.encode())) for a in ("in/a.txt", "./in//a.txt"))
    elsewhere = read(Capture("in/b.txt", BODY.encode()))
    changed = read(Capture("in/a.txt", BODY.encode() + b" More."))
    piped = read(Capture("-", BODY.encode()))
    assert first.id == again.id
    assert len({first.id, elsewhere.id, changed.id, piped.id}) == 4


def test_markup_without_a_kind_is_known_by_its_first_tag() -> None:
    page = f"\n<!-- x -->\n<!DOCTYPE html><html><body><p>{BODY}</p></body></html>"
    assert read(Capture("-", page.encode())).text == BODY
    assert read(Capture("a.txt", page.encode(), media_type="text/plain")).text == page


@pytest.mark.parametrize(
    ("capture", "reason"),
    [
        (Capture("a.txt", b""), "empty"),
        (Capture("a.txt", b"... 12 ---"), "no words in it"),
        (Capture("a", b"{}", media_type="application/json"), "unsupported kind (application/json)"),
        (html("<html><body></body></html>"), "no article found in the page"),
        (
            html("<html><body><script>var a = 'Two drones hit a depot near the town';</script></body></html>"),
            "no article found",
        ),
        (html("<p " + " ".join(f"a{i}" for i in range(50_000)) + f">{BODY}</p>"), "thousands of attributes"),
        (html("<div>" * 100_000 + BODY), "no article found"),
    ],
)
def test_what_holds_no_report_is_refused_in_a_line(capture: Capture, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(capture)
    assert reason in caught.value.reason


def test_the_limit_holds_for_captures_from_elsewhere_too() -> None:
    with pytest.raises(InputError, match="too large"):
        read(Capture("a.txt", b"x" * 11), settings=Settings(max_input_bytes=10))


def test_a_page_states_nothing_that_cannot_be_written(capfd: pytest.CaptureFixture[str]) -> None:
    stated = '{"@type": "NewsArticle", "headline": "Two \\ud800 drones", "datePublished": "2031-03-12"}'
    report = read(html(f'<html><script type="application/ld+json">{stated}</script><p>{BODY}&#xD800;</p></html>'))
    assert f"{report.title}{report.text}".encode()
    assert (report.title, report.published) == ("Two drones", "2031-03-12")
    with pytest.raises(InputError):
        read(html("<html><body>x</body></html>"))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>" * 80 + f"<p>{BODY}</p>",
        f"<body><p>{BODY}</p>" + "<b>a</b> " * 40_000,
        f"<body><p>{BODY}</p>" + "<br>text" * 40_000,
        '<script type="application/ld+json">' + "[" * 100_000 + f"</script><p>{BODY}</p><p>{BODY}</p>",
        "<p a='" + '<p a="' * 100_000,
        "<" * 300_000,
        f"<p>{BODY}" + "<time>May</time>" * 50_000,
    ],
)
def test_a_monstrous_page_is_read_or_refused_in_time(markup: str) -> None:
    began = time.monotonic()
    with contextlib.suppress(InputError):
        assert read(html(f"<html>{markup}")).text
    assert time.monotonic() - began < 10
