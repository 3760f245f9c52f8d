"""GeoNames country dumps (UA.txt, RU.txt …): 19 columns parted by tabs, as the readme of download.geonames.org says."""

from collections.abc import Iterable, Iterator

from counterclaim.resolving.where.keys import VOWELLESS, loose_key, usable
from counterclaim.resolving.where.own.place import Bad, OwnPlace, Unfit, named, point, whole
from counterclaim.resolving.where.romanise import usual_english

COLUMNS = 19
# Feature codes (geonames.org/export/codes.html) that reports name, by the kind of place that they are here. Every
# populated place (class P) is a settlement.
_KINDS = {
    "region": "ADM1",
    "district": "ADM2 ADM3",
    "wide": "RGN RGNE PEN ISLS MTS UPLD PLN DSRT ARCH",
    "site": "AIRP AIRB AIRF AIRQ MILB NVB PS PSH PSN DAM PRT HBR OILR OILT RSTN BDG INST FRST CMPRF CMPLA CMP FT MFG "
    "MFGB MFGM MN MNC RESW ISL MT PK PASS CAPE SPIT",
    "sea": "OCN SEA GULF BAY STRT LK LKS RSV STM CNL LGN",
}
_KIND_OF = {code: kind for kind, codes in _KINDS.items() for code in codes.split()}
_COUNTRY = "PCLI"


def is_dump(lines: Iterable[str]) -> bool:
    """Whether the first lines of a file are those of a dump."""
    return any(line.count("\t") == COLUMNS - 1 for line in lines)


def read_dump(lines: Iterable[tuple[int, str]]) -> Iterator[OwnPlace | Bad | None]:
    """One answer a line: its place, why it gives none, or None for features that no report names as places."""
    for number, line in lines:
        if not line.strip():
            continue
        try:
            yield _place(line.rstrip("\r\n").split("\t"))
        except Unfit as error:
            yield Bad(str(number), str(error))


def _place(cells: list[str]) -> OwnPlace | None:
    if len(cells) != COLUMNS:
        raise Unfit(f"{len(cells)} columns instead of the {COLUMNS} of a GeoNames dump")
    kind = "settlement" if cells[6] == "P" else _KIND_OF.get(cells[7])
    ident = whole(cells[0], "geonameid")
    if not ident:
        raise Unfit("the geonameid is missing")
    lat, lon = point(cells[4], cells[5])
    names = named(cells[1], [n for n in cells[3].split(",") if usable(n.strip())])
    population = whole(cells[14], "population")
    if kind is None:
        return None
    country = cells[8].strip().upper() or None
    english = usual_english(names[0], country or "", names, loose_key, country in VOWELLESS)
    everything = tuple(dict.fromkeys((english, *names)))
    admin1 = cells[10].strip()
    region = admin1 if admin1 not in ("", "00") else None
    return OwnPlace(english, kind, lat, lon, country, region, population, ident, everything, listed=False)
