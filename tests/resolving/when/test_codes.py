import pytest

from counterclaim.records.when import DateAnswer
from counterclaim.resolving.when import date_prec, time_precision


@pytest.mark.parametrize(
    ("edtf", "acled", "ucdp"),
    [
        ("2031-05-06", 1, 1),
        ("2031-05-05/2031-05-06", 2, 2),
        ("2031-05-01/2031-05-06", 2, 2),
        ("2031-05-01/2031-05-07", 2, 3),
        ("2031-05-06~", 2, 3),
        ("2031-05-01/2031-05-10", 3, 4),
        ("2031-05", 3, 4),
        ("2031-05~", 3, 4),
        ("2031-04-15/2031-06-02", None, 5),
        ("2031", None, 5),
        ("2029/2031", None, None),
        ("../2031-05-06", None, None),
        (None, None, None),
    ],
)
def test_codes_follow_from_the_days(edtf: str | None, acled: int | None, ucdp: int | None) -> None:
    answer = DateAnswer(edtf)
    assert (time_precision(answer), date_prec(answer)) == (acled, ucdp)
