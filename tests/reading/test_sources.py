import io
import os
from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.reading.sources import captures
from counterclaim.records.report import Capture
from counterclaim.settings import Settings


def only(source: str | Path, settings: Settings | None = None, stdin: io.BytesIO | None = None) -> Capture | InputError:
    (item,) = captures([str(source)], settings, stdin)
    return item


def reason(source: str | Path, settings: Settings | None = None) -> str:
    item = only(source, settings)
    assert isinstance(item, InputError)
    assert "\n" not in str(item)
    return item.reason


def test_a_folder_gives_its_reports_in_order_and_goes_on_past_a_bad_one(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("second")
    (tmp_path / "a.html").write_text("<p>first</p>")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "b.ann").write_text("T1")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "d.md").write_text("fourth")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    items = list(captures([str(tmp_path)]))
    names = [Path(i.address if isinstance(i, Capture) else i.source).name for i in items]
    assert names == ["a.html", "b.txt", "c.txt", "d.md"]
    assert [type(i) for i in items] == [Capture, Capture, InputError, Capture]


def test_captures_are_made_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("there")
    first = captures([str(tmp_path / "a.txt"), str(tmp_path / "later.txt")])
    next(first)
    (tmp_path / "later.txt").write_text("now there")
    assert isinstance(next(first), Capture)


def test_what_cannot_be_read_is_refused_in_a_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "data.json").write_text("{}")
    (tmp_path / "empty").mkdir()
    assert reason(tmp_path / "missing.txt") == "no such file or folder"
    assert reason(tmp_path / "pipe.txt") == "not a regular file"
    assert reason("/dev/zero") == "not a regular file"
    assert reason(tmp_path / "data.json") == "unsupported kind (JSON)"
    assert reason(tmp_path / "empty").startswith("no reports in this folder")
    assert reason("a\0b.txt").startswith("cannot be read")
    assert "only http and https" in reason("ftp://files.example/a.txt")
    assert "only http and https" in reason("file:///etc/hostname")


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("x")
    monkeypatch.setattr("counterclaim.reading.sources.os.open", refuse)  # a chmod would not stop root
    assert reason(tmp_path / "a.txt") == "permission denied"


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(200 * 2**20)
    monkeypatch.setattr("counterclaim.reading.sources._limited", lambda *_: pytest.fail("was read"))
    assert reason(tmp_path / "huge.txt") == "too large (limit 50 MB)"


def test_standard_input_is_read_up_to_the_limit() -> None:
    read = only("-", Settings(max_input_bytes=5), io.BytesIO(b"12345"))
    assert isinstance(read, Capture)
    assert (read.address, read.content) == ("-", b"12345")
    assert isinstance(only("-", Settings(max_input_bytes=5), io.BytesIO(b"123456")), InputError)
