"""The page in a real browser, without a network: what a reader does, and that nothing stirs behind it."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import invented_page
import pytest

from counterclaim.page import render

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@dataclass
class Visit:
    """A page in a browser's context of its own; ``noise`` is all that it asked for or complained of."""

    context: BrowserContext
    page: Page
    noise: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        return " ".join(self.page.inner_text(selector).split())

    def follow(self) -> None:
        """Press Enter on a link, and wait until the page has shown what it leads to."""
        self.page.keyboard.press("Enter")
        self.page.wait_for_timeout(150)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium, and CI is to test the page in one")
        pytest.skip("no Chromium found (on Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield started
        started.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """The page on disk, as it would lie on a USB stick: hostile and not."""
    folder = tmp_path_factory.mktemp("stick")
    for hostile in (False, True):
        (folder / f"{hostile}.html").write_text(render(invented_page.view(hostile=hostile)), encoding="utf-8")
    return {hostile: folder / f"{hostile}.html" for hostile in (False, True)}


class Visits:
    """Opens pages, and sees to it that they were quiet."""

    def __init__(self, browser: Browser, files: dict[bool, Path]) -> None:
        self.browser, self.files, self.made = browser, files, list[Visit]()

    def __call__(self, *, hostile: bool = False, anchor: str = "", **how: Any) -> Visit:
        how.setdefault("viewport", {"width": 1280, "height": 900})
        context = self.browser.new_context(offline=True, **how)
        visit = Visit(context, context.new_page())
        address = self.files[hostile].as_uri()
        visit.page.on("console", lambda message: visit.noise.append(f"console: {message.text}"))
        visit.page.on("pageerror", lambda error: visit.noise.append(f"error: {error}"))
        visit.page.on("dialog", lambda dialog: visit.noise.append(f"dialog: {dialog.message}"))
        visit.page.on("request", lambda r: None if r.url.startswith(address) else visit.noise.append(r.url))
        visit.page.goto(address + anchor)
        self.made.append(visit)
        return visit


@pytest.fixture
def visit(browser: Browser, files: dict[bool, Path]) -> Iterator[Visits]:
    visits = Visits(browser, files)
    yield visits
    for each in visits.made:
        each.context.close()
    assert [each.noise for each in visits.made if each.noise] == []


def test_a_hostile_page_stays_quiet(visit: Visits) -> None:
    made = visit(hostile=True)
    assert made.page.title() == "Dolmen and Karsk, May 2031"
    made.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert "<svg onload=alert(2)>" in made.text("#r-hostile")


def test_from_a_cell_to_its_sentence_to_the_report_by_keyboard(visit: Visits) -> None:
    page = (made := visit()).page
    page.focus("#e-raid a.cell")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    made.follow()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Vesland denies")
    page.keyboard.press("Tab")
    made.follow()
    assert page.evaluate("document.activeElement.className").startswith("pin")
    assert page.evaluate("document.activeElement.nextElementSibling.textContent").startswith("denied that the village")
    assert page.locator("#r-dolmen-en").get_attribute("open") is not None
    assert made.page.evaluate("document.activeElement.getBoundingClientRect().top") < 900


def test_escape_goes_back_to_the_cell(visit: Visits) -> None:
    page = (made := visit()).page
    page.focus("#e-raid a.cell")
    made.follow()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className").startswith("cell")


def test_an_anchor_unfolds_what_it_points_into(visit: Visits) -> None:
    page = visit(anchor="#r-dolmen-reprint").page
    assert page.locator("#r-dolmen-reprint .text").is_visible()


def test_filtering(visit: Visits) -> None:
    page = (made := visit()).page
    page.keyboard.press("/")
    page.keyboard.type("lighthouse")
    assert made.text("#found") == "1 of 8 events"
    assert page.locator("details.event:visible").count() == 1
    assert page.locator(".timeline ol > li:visible").count() == 1
    page.click("button[type=reset]")
    page.select_option("#f-standing", "contested")
    page.select_option("#f-side", "VES")
    page.wait_for_function("document.getElementById('found').textContent.startsWith('1 of')")
    assert page.locator("details.event:visible h3").inner_text() == "Raid at Dolmen"


def test_a_link_to_a_filtered_event_shows_it(visit: Visits) -> None:
    page = visit().page
    page.fill("#f-text", "lighthouse")
    page.click('#place-1 a[href="#e-clinic"]')
    page.locator("#e-clinic").wait_for(state="visible", timeout=2000)


def test_pointing_at_an_event_lights_up_its_place_and_time(visit: Visits) -> None:
    page = visit().page
    page.hover("#e-raid > summary")
    assert page.locator(".spot.on title").text_content() == "Dolmen: 1 event, contested"
    assert page.locator(".timeline li.on").count() == 1


@pytest.mark.parametrize("width", [360, 768, 1280, 3840])
def test_no_page_wider_than_its_window(visit: Visits, width: int) -> None:
    page = visit(hostile=True, viewport={"width": width, "height": 900}).page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_reads_without_its_script(visit: Visits) -> None:
    page = visit(java_script_enabled=False).page
    assert page.locator("#filters").is_hidden()
    page.click("#e-clinic > summary")
    assert page.locator("#e-clinic blockquote").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(visit: Visits, scheme: Any) -> None:
    """WCAG 2 AA: 4.5 to 1."""
    page = visit(color_scheme=scheme).page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(CONTRAST) == []
    page.evaluate("document.documentElement.style.setProperty('--soft', '#808080')")
    assert page.evaluate(CONTRAST) != []


def test_paper_shows_everything(visit: Visits, tmp_path: Path) -> None:
    page = visit().page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#r-dolmen-reprint .text").is_visible()
    assert page.locator("#filters").is_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 5
    assert page.pdf(path=tmp_path / "page.pdf").startswith(b"%PDF")


def test_labelled_for_those_who_hear_it(visit: Visits) -> None:
    page = visit().page
    tree = page.locator("#e-raid table").aria_snapshot()
    assert 'table "Who says what: Raid at Dolmen"' in tree
    assert "says nothing" in tree
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    controls = "[...document.querySelectorAll('a,button,input,select')]"
    assert page.evaluate(f"{controls}.filter(e => !(e.textContent.trim() || e.labels?.length)).length") == 0


# Every piece of text that can be seen, with the colour painted behind it; transparent grounds are laid over another.
CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const paint = (layers) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const layer of layers) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.parentElement;
    if (!node.data.trim() || !at.checkVisibility() || at.closest("svg,option,.hidden,script,style,.skip")) continue;
    const grounds = [];
    let alpha = 1;
    for (let up = at; up; up = up.parentElement) {
      grounds.unshift(getComputedStyle(up).backgroundColor);
      alpha *= +getComputedStyle(up).opacity;
    }
    const ground = paint(grounds), ink = getComputedStyle(at).color;
    const mixed = paint([...grounds, ink]).map((v, i) => v * alpha + ground[i] * (1 - alpha));
    const [low, high] = [light(mixed), light(ground)].sort((a, b) => a - b);
    const ratio = (high + .05) / (low + .05);
    if (ratio < 4.5) found.add(`${at.tagName}.${at.className}: ${ratio.toFixed(2)}`);
  }
  return [...found];
}"""
