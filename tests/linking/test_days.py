"""EDTF as ranges of days."""

import pytest

from counterclaim.linking.days import days_of


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2031-05-06", "2031-05-06"),
        ("2031-05-05/2031-05-06", "2031-05-05/2031-05-06"),
        ("2031-12", "2031-12-01/2031-12-31"),
        ("2028-02", "2028-02-01/2028-02-29"),
        ("2031-05-XX", "2031-05-01/2031-05-31"),
        ("2031-05~", "2031-04-28/2031-06-03"),
        ("2031-21", "2031-03-01/2031-05-31"),
        ("2031", "2031-01-01/2031-12-31"),
    ],
)
def test_days_of_a_date(edtf: str, days: str) -> None:
    found = days_of(edtf)
    assert found is not None
    assert found.edtf == days


@pytest.mark.parametrize(
    "edtf",
    [None, "", "2031-02-30", "2031-13", "../2031-05-06", "2031-05-06/..", "2031-05-07/2031-05-06", "Tuesday", "/"],
)
def test_what_names_no_days_is_none(edtf: str | None) -> None:
    assert days_of(edtf) is None
