"""Golden folders: ``input.html`` with ``output.json``, judged field by field.

``COUNTERCLAIM_UPDATE_GOLDEN=1`` writes the outputs anew; look at the difference before it is committed.
"""

import json
import os
from functools import cache
from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.reading.read import read
from counterclaim.records.report import Capture

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir())
FIELDS = ("error", "title", "url", "published", "published_from", "publisher", "byline", "language", "encoding", "text")


@cache
def _got(case: str) -> dict[str, object]:
    capture = Capture("input.html", (GOLDEN / case / "input.html").read_bytes(), media_type="text/html")
    try:
        report = read(capture)
    except InputError as error:
        return {**dict.fromkeys(FIELDS), "error": str(error)}
    known = {field: getattr(report, field, None) for field in FIELDS}
    return {**known, "encoding": report.made_by[0].settings, "text": report.text.split("\n\n")}


@pytest.fixture(scope="session", autouse=True)
def _update() -> None:
    if os.environ.get("COUNTERCLAIM_UPDATE_GOLDEN") == "1":
        for case in CASES:
            output = json.dumps(_got(case), ensure_ascii=False, indent=1) + "\n"
            (GOLDEN / case / "output.json").write_text(output, encoding="utf-8")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("case", CASES)
def test_page_is_read_as_judged(case: str, field: str) -> None:
    expected = json.loads((GOLDEN / case / "output.json").read_text(encoding="utf-8"))
    assert _got(case)[field] == expected[field]
