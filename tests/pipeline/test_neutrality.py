"""Exchanging the parties' names changes nothing of the coding but the names and sides."""

import pytest

from counterclaim.pipeline import Rooms, code_report, default_rooms
from counterclaim.records.claim import Claim
from counterclaim.records.report import Capture
from counterclaim.settings import Settings

# Each sentence with the words that are exchanged: (Russia's, Ukraine's).
SENTENCES = [
    (
        "en",
        "{0}'s Defence Ministry said its forces had shelled {1} positions and killed twelve soldiers.",
        [("Russia", "Ukraine"), ("Ukrainian", "Russian")],
    ),
    (
        "en",
        "{0} denied any attack on the hospital, which {1} officials said had been hit by two missiles.",
        [("Moscow", "Kyiv"), ("Ukrainian", "Russian")],
    ),
    (
        "en",
        "The {0} army confirmed that it had withdrawn; a {1} spokesman claimed control of the town.",
        [("Russian", "Ukrainian"), ("Ukrainian", "Russian")],
    ),
    (
        "uk",
        "Міноборони {0} заявило, що {1} дрони атакували склад, троє людей поранено.",
        [("Росії", "України"), ("українські", "російські")],
    ),
    (
        "ru",
        "Минобороны {0} сообщило, что {1} войска обстреляли посёлок, погибли два человека.",
        [("России", "Украины"), ("украинские", "российские")],
    ),
    (
        "fr",
        "L'armée {0} affirme avoir repoussé un assaut et dément toute percée des forces {1}.",
        [("russe", "ukrainienne"), ("ukrainiennes", "russes")],
    ),
    (
        "de",
        "Das {0} Verteidigungsministerium bestritt, dass {1} Truppen das Dorf eingenommen hätten.",
        [("russische", "ukrainische"), ("ukrainische", "russische")],
    ),
]
MIRROR = {"RU": "UA", "UA": "RU"}


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return default_rooms(Settings())


def claims(rooms: Rooms, text: str) -> tuple[Claim, ...]:
    report = rooms.read(Capture("-", text.encode()), published="2024-05-03")
    return code_report(report, rooms).claims


def structure(found: tuple[Claim, ...]) -> list[tuple[object, ...]]:
    return [
        (c.stance, c.event, c.proposition.kind, [(q.what, q.low, q.best, q.high) for q in c.quantities]) for c in found
    ]


@pytest.mark.parametrize(("language", "text", "words"), SENTENCES)
def test_exchanging_the_parties_changes_no_coding(
    rooms: Rooms, language: str, text: str, words: list[tuple[str, str]]
) -> None:
    one = claims(rooms, text.format(*(w[0] for w in words)))
    other = claims(rooms, text.format(*(w[1] for w in words)))
    assert one, text
    assert structure(one) == structure(other)
    sides = [MIRROR.get(c.source.side or "", c.source.side) for c in one]
    assert sides == [c.source.side for c in other]
    roles = [[(a.role, MIRROR.get(a.side or "", a.side)) for a in c.actors] for c in one]
    assert roles == [[(a.role, a.side) for a in c.actors] for c in other]
