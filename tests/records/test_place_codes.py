from typing import Any

import pytest

from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.records.place_codes import geo_precision, where_prec

KARSK = Place("Karsk Province", Precision.REGION, "Karsk Province", "VL", 50.0, 30.0, admin1_code="VL.01")


def answer(precision: Precision, country: str | None = "VL", **more: Any) -> PlaceAnswer:
    return PlaceAnswer(Place("Dolmen", precision, "Karsk Province", country, 50.0, 30.0), **more)


@pytest.mark.parametrize(
    ("given", "acled", "ucdp"),
    [
        (PlaceAnswer(None), None, None),
        (answer(Precision.SITE), 1, 1),
        (answer(Precision.SETTLEMENT), 1, 1),
        (answer(Precision.SETTLEMENT, near=True, radius_km=25.0), 2, 2),
        (answer(Precision.SETTLEMENT, near=True, radius_km=60.0), 2, 5),
        (answer(Precision.DISTRICT), 2, 3),
        (answer(Precision.DISTRICT, near=True, radius_km=7.5), 2, 2),
        (answer(Precision.DISTRICT, near=True, radius_km=75.0), 2, 5),
        (PlaceAnswer(KARSK), 3, 4),
        (answer(Precision.REGION), 3, 5),
        (answer(Precision.COUNTRY), 3, 6),
        (answer(Precision.SEA), 3, 5),
        (answer(Precision.SEA, None), 3, 7),
        (PlaceAnswer(Place("Danube River", Precision.SEA, lat=45.2, lon=29.0)), 3, 5),
    ],
)
def test_the_codes_follow_from_the_answer(given: PlaceAnswer, acled: int | None, ucdp: int | None) -> None:
    assert (geo_precision(given), where_prec(given)) == (acled, ucdp)
