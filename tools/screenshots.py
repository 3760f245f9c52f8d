"""Takes the pictures of the docs from the demo's page, with the Chromium of the machine.

python tools/screenshots.py [PAGE.html]        PAGE.html is out/demo/page.html (`make demo`) unless given
"""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "out" / "demo" / "page.html"
PICTURE = ROOT / "docs" / "images" / "page.png"
WIDTH, HEIGHT = 1200, 860
MOST_BYTES = 400_000


def take(page: Path, picture: Path) -> None:
    """``page`` at its first event, in the light scheme, without a network. ``RuntimeError`` without a Chromium."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        raise RuntimeError("no Chromium: apt-get install chromium, or name one in CHROMIUM")
    picture.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=program, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", offline=True)
        shown = context.new_page()
        shown.goto(page.resolve().as_uri())
        shown.locator("details.event").first.evaluate("event => event.scrollIntoView()")
        shown.wait_for_timeout(500)
        shown.screenshot(path=str(picture))
        browser.close()


def main() -> int:
    """Take the pictures; the exit status."""
    page = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    if not page.exists():
        print(f"{page}: no such page; `make demo` writes it", file=sys.stderr)
        return 1
    take(page, PICTURE)
    size = PICTURE.stat().st_size
    print(f"{PICTURE.relative_to(ROOT)}: {size} bytes")
    return 0 if size <= MOST_BYTES else 1


if __name__ == "__main__":
    sys.exit(main())
