"""Every page of the docs is true: its examples run and print what it shows, its links and make targets exist."""

import os
import re
import stat
import sys
from pathlib import Path

import pytest
from console import Command, matches, run, steps

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
RUN = [page for page in PAGES if any(isinstance(step, Command) for step in steps(page.read_text("utf-8")))]
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")
WEB = ("http://", "https://", "mailto:")
WITH_HEADS = {page for page in PAGES if page.suffix == ".md"}


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Only what a reader has: the command on the path, whether or not the package is installed here."""
    programs = tmp_path / "bin"
    programs.mkdir()
    command = programs / "counterclaim"
    command.write_text(
        f"#!/bin/sh\nexec '{sys.executable}' -c 'import sys; from counterclaim.cli.main import main; "
        'sys.exit(main())\' "$@"\n'
    )
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    path = os.pathsep.join((str(programs), str(Path(sys.executable).parent), os.environ["PATH"]))
    return {"PATH": path, "PYTHONPATH": str(ROOT / "src"), "HOME": str(tmp_path), "LANG": "C.UTF-8"}


@pytest.mark.parametrize("page", RUN, ids=name_of)
def test_the_examples_of_a_page_print_what_it_shows(page: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    for step in steps(page.read_text(encoding="utf-8")):
        printed = run(step, folder, environment)
        if isinstance(step, Command):
            assert matches(step.shown, printed), f"{name_of(page)}:{step.line}: `{step.text}` printed\n{printed}"


def test_readme_and_tutorial_have_examples() -> None:
    assert {ROOT / "README.md", ROOT / "docs" / "tutorial.md"} <= set(RUN)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if target.startswith(WEB):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), f"{name_of(page)} links to {target}"
        if anchor and file in WITH_HEADS:
            assert anchor in anchors(file), f"{name_of(page)} links to {target}"


def anchors(page: Path) -> set[str]:
    """The names that headings get as link targets."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_make_targets_of_a_page_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^\$ |^)make ([a-z]+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{name_of(page)} names `make {target}`"
