from pathlib import Path

import pytest

from counterclaim.cli import samples
from counterclaim.cli.desk import Desk
from counterclaim.cli.main import main
from counterclaim.cli.samples import Sample
from counterclaim.ledger.sqlite import look_into
from toy_rooms import toy_capture, toy_rooms

TEXT = """Fighting near the border
VES denies control at Dolmen on 2031-05-05
KF asserts control at Dolmen on 2031-05-05
KF asserts injured at Nowhere on 2031-05-05
"""


@pytest.fixture(autouse=True)
def _toy_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "bundled", lambda: iter([Sample(toy_capture(TEXT), "2031-05-06", "The Courier")]))


def demo(*arguments: str) -> int:
    return main(["demo", *arguments], Desk(lambda settings: toy_rooms()))


def test_the_demo_fills_a_ledger_prints_the_matrix_and_writes_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "folder"
    assert demo("--out", str(out)) == 0
    printed = capsys.readouterr().out
    assert "contested" in printed
    assert "“VES denies control at Dolmen on 2031-05-05”" in printed
    assert f"Page:   {out / 'page.html'}" in printed
    assert (out / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    with look_into(out / "demo.ledger") as ledger:
        (report,) = ledger.reports()
        assert (report.publisher, report.published, len(ledger.claims())) == ("The Courier", "2031-05-06", 3)
    assert sorted(p.name for p in out.iterdir()) == ["demo.ledger", "page.html"]


def test_without_a_folder_it_makes_a_new_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert demo() == 0
    page = Path(capsys.readouterr().out.splitlines()[-1].removeprefix("Page:").strip())
    assert page.is_file()
    for file in page.parent.iterdir():
        file.unlink()
    page.parent.rmdir()


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert demo("--out", str(tmp_path / "file" / "folder")) == 1
    assert capsys.readouterr().err == f"counterclaim: {tmp_path / 'file' / 'folder'}: Not a directory\n"


def test_a_page_is_written_whole_or_not_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    demo("--out", str(tmp_path))
    ledger = ("--ledger", str(tmp_path / "demo.ledger"))
    assert main(["page", str(tmp_path / "page.html"), *ledger]) == 0
    assert (tmp_path / "page.html").stat().st_size > 0
    capsys.readouterr()
    assert main(["page", str(tmp_path / "none" / "page.html"), *ledger]) == 1
    assert capsys.readouterr().err == f"counterclaim: {tmp_path / 'none' / 'page.html'}: No such file or directory\n"
