"""docs/reference is what the code says."""

from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture(autouse=True)
def _tools_are_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))


def test_the_pages_are_fresh() -> None:
    from reference import stale

    assert stale() == [], "run `make docs`"


def test_every_field_of_the_json_is_described() -> None:
    from json_fields import undescribed

    assert undescribed() == {}


def test_a_field_that_is_missing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    import json_fields

    monkeypatch.delitem(json_fields.FIELDS["events"], "title")
    assert json_fields.undescribed() == {"events": {"title"}}
