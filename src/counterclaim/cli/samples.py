"""The bundled sample reports, with what their index says about them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import PurePath

from counterclaim.pipeline.flow import Taken, code_safely
from counterclaim.pipeline.rooms import Rooms
from counterclaim.records.report import Capture
from counterclaim.words.toml_data import package_toml

PACKAGE = "counterclaim.samples"
MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample's capture, with its day of publication and publisher, which the text itself may not tell."""

    capture: Capture
    published: str | None = None
    publisher: str | None = None


def bundled() -> Iterator[Sample]:
    """The samples in the order of their index (``samples.toml``: file, published, publisher, url)."""
    for entry in package_toml(PACKAGE, "samples.toml")["sample"]:
        name = entry["file"]
        content = files(PACKAGE).joinpath(name).read_bytes()
        capture = Capture(entry.get("url") or name, content, MEDIA_TYPES[PurePath(name).suffix], "utf-8")
        day = entry.get("published")
        yield Sample(capture, None if day is None else str(day), entry.get("publisher"))


def code_sample(sample: Sample, rooms: Rooms) -> Taken:
    """What is taken from a sample; its publisher is the index's where the text names none."""
    report = rooms.read(sample.capture, published=sample.published)
    return Taken(sample.capture, code_safely(replace(report, publisher=report.publisher or sample.publisher), rooms))
