"""A page about an invented war, rich enough to look at: languages, reprints, silence, concessions, hostility."""

# ruff: noqa: E501 (a paragraph of a report is one line)

from itertools import count
from typing import Any

from counterclaim.page import PageView
from counterclaim.records.actor import MEDIA_SIDE, NARRATOR, Channel, SourceAnswer
from counterclaim.records.claim import Claim, Proposition
from counterclaim.records.coded import Coded
from counterclaim.records.conflict import Conflict, Side
from counterclaim.records.event import Event, Finding, Link, Position, ReprintLink, Standing
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.made_by import MadeBy
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.records.report import Furniture, Report
from counterclaim.records.tagging import Distance, Sentence, Stance, Tagging
from counterclaim.records.when import DateAnswer

KARSK = Place("Karsk", Precision.SETTLEMENT, "Karsk Province", "HU", 46.9, 18.05, 1)
DOLMEN = Place("Dolmen", Precision.SETTLEMENT, "Low Province", "AT", 47.4, 15.3, 2)
LOW_PROVINCE = Place("Low Province", Precision.REGION, "Low Province", "AT", 47.07, 15.44, 3)
CLINIC = Place("Clinic No. 4, Karsk", Precision.SITE, "Karsk Province", "HU", 46.91234, 18.06789, 4)
LIGHTHOUSE = Place("Issel lighthouse", Precision.SITE, "Coast", "HR", 44.12345, 15.23456, 7)
PORT_ISSEL = Place("Port Issel", Precision.SETTLEMENT, "Coast", "HR", 45.33, 14.44, 5)
VESLAND = Place("Vesland", Precision.COUNTRY, None, "AT", 47.6, 14.1, 6)
SIDES: dict[str, str | None] = {"Veslander army": "VES", "Low Province governor": "VES", "Free Karsk Brigade": "KAR"}
SIDES |= {"Karsk health office": "KAR", "Port Issel harbour company": None, NARRATOR: MEDIA_SIDE, "UN mission": "UN"}
CONFLICT = Conflict("karsk", "Vesland and Karsk", "1", (Side("VES", "Vesland"), Side("KAR", "Free Karsk")), ())

ENGLISH = """Share this article

Brigade says it holds Dolmen; army speaks of a repelled raid

The Free Karsk Brigade said on Tuesday that its fighters had taken control of the village of Dolmen. The Veslander army said it had repelled the raid, and denied that the village had been lost.

The governor of Low Province confirmed the attack and reported one slight injury, but denied any breakthrough.

A woman carries water in Dolmen, 6 May 2031. Photo: H. Tarn / Vesta

Footage of three armoured vehicles could not be verified by this newspaper.

All rights reserved. Vesta 2031"""
REPRINT = ENGLISH.replace("one slight injury", "three slight injuries").replace("Share this article\n\n", "")
UKRAINIAN = """Дольмен: армія Весланду втрачає техніку

Бригада повідомила, що знищила два бронетранспортери поблизу Дольмена. За даними карської служби охорони здоров’я, у Карську загинули 12 людей, згодом уточнили: 19.

Армія Весланду заявила, що била лише по військових об’єктах."""
FRENCH = """Frappe sur la clinique de Karsk

La clinique n° 4 a été touchée dans la nuit de lundi à mardi. « Ce n'est pas notre armée », affirme un porte-parole veslandais ; la mission de l'ONU dit ne pas pouvoir établir l'origine du tir."""
ARABIC = """انفجار في ميناء إيسل

قالت شركة الميناء إن حريقًا اندلع في مستودع الوقود بعد سقوط طائرة مسيّرة (model K-2). ونفى جيش فيسلاند أن تكون المسيّرة تابعة له."""
HOSTILE = """<script>document.title = "stolen"</script> </style></script><img src=x onerror=alert(1)>

The Brigade said \u202ethat nothing happened\u202c at Dolmen\x07 & that "all" was 'calm'. <b>{{ 7 * 7 }}</b> {% raw %}

--><svg onload=alert(2)> javascript:alert(3) \ud800 end"""

_numbers = count(1)


def coded(id: str, text: str, language: str, published: str | None, said: list[tuple[Any, ...]], **known: Any) -> Coded:
    """``said`` are (words, source, stance, kind, value)."""
    furniture = tuple(
        Furniture(text.index(words), text.index(words) + len(words), kind)
        for words, kind in (
            ("Share this article", "share prompt"),
            ("A woman carries water in Dolmen, 6 May 2031. Photo: H. Tarn / Vesta", "caption"),
            ("All rights reserved. Vesta 2031", "copyright"),
        )
        if words in text
    )
    report = Report(id, text, f"{id}.txt", language, published=published, furniture=furniture, **known)
    claims = tuple(claim(report, *each) for each in said)
    return Coded(report, Tagging(id, language, sentences(text), (), MadeBy("tagger", "by hand", "1")), claims)


def sentences(text: str) -> tuple[Sentence, ...]:
    found, start = [], 0
    for paragraph, line in enumerate(text.split("\n")):
        at = start
        for part in line.split(". "):
            end = min(at + len(part) + 1, start + len(line))
            if part.strip():
                found.append(Sentence(at, end, paragraph))
            at = end + 1
        start += len(line) + 1
    return tuple(found)


def claim(
    report: Report, words: str, source: str, stance: Stance, kind: PropositionKind, value: str | None = None
) -> Claim:
    start = report.text.index(words)
    channel = Channel.TELEGRAM if "Brigade" in source else Channel.UNKNOWN
    chain = ("Vesta",) if source == "Veslander army" else ()
    return Claim(
        f"claim-{next(_numbers)}",
        report.id,
        start,
        start + len(words),
        SourceAnswer(source, SIDES.get(source), channel=channel, chain=chain),
        stance,
        Distance.NEUTRAL,
        EventType.ARMED_CLASH,
        Proposition(kind, value),
        PlaceAnswer(DOLMEN),
        DateAnswer("2031-05-06"),
    )


def position(
    side: str,
    stance: Stance,
    claims: list[Claim],
    *,
    implied: bool = False,
    origins: int = 1,
    days: str = "2031-05-06/2031-05-06",
) -> Position:
    ids = tuple(c.id for c in claims)
    names = tuple(dict.fromkeys(c.source.name for c in claims))[:origins]
    first, _, latest = days.partition("/")
    return Position(side, stance, ids, ids if implied else (), names, first, latest or first)


def view(*, hostile: bool = False) -> PageView:
    """The page. With ``hostile`` a report, its title, publisher and address try to break out of it."""
    kind, asserts, denies = PropositionKind, Stance.ASSERTS, Stance.DENIES
    english = coded(
        "dolmen-en",
        ENGLISH,
        "en",
        "2031-05-06",
        [
            (
                "its fighters had taken control of the village of Dolmen",
                "Free Karsk Brigade",
                asserts,
                kind.CONTROL,
                "Free Karsk Brigade",
            ),
            ("it had repelled the raid", "Veslander army", asserts, kind.REPELLED, "Vesland"),
            ("denied that the village had been lost", "Veslander army", denies, kind.CONTROL, "Free Karsk Brigade"),
            ("confirmed the attack", "Low Province governor", Stance.CONFIRMS, kind.OCCURRED),
            ("reported one slight injury", "Low Province governor", asserts, kind.INJURED, "1"),
            ("denied any breakthrough", "Low Province governor", denies, kind.BREAKTHROUGH),
            (
                "Footage of three armoured vehicles could not be verified by this newspaper",
                NARRATOR,
                Stance.CANNOT_VERIFY,
                kind.OCCURRED,
            ),
        ],
        title="Brigade says it holds Dolmen; army speaks of a repelled raid",
        publisher="Northern Herald",
        agency="Vesta",
        byline="Ana Brodwin",
        url="https://herald.example/dolmen",
        published_from="metadata",
    )
    reprint = coded(
        "dolmen-reprint",
        REPRINT,
        "en",
        "2031-05-07",
        [
            (
                "its fighters had taken control of the village of Dolmen",
                "Free Karsk Brigade",
                asserts,
                kind.CONTROL,
                "Free Karsk Brigade",
            ),
            ("confirmed the attack", "Low Province governor", Stance.CONFIRMS, kind.OCCURRED),
            ("reported three slight injuries", "Low Province governor", asserts, kind.INJURED, "3"),
        ],
        title="Brigade says it holds Dolmen",
        publisher="Low Province Courier",
        url="https://courier.example/copy",
    )
    ukrainian = coded(
        "dolmen-uk",
        UKRAINIAN,
        "uk",
        "2031-05-07",
        [
            (
                "знищила два бронетранспортери поблизу Дольмена",
                "Free Karsk Brigade",
                asserts,
                kind.DESTROYED,
                "2 armoured personnel carriers",
            ),
            ("у Карську загинули 12 людей", "Karsk health office", asserts, kind.KILLED, "12"),
            ("згодом уточнили: 19", "Karsk health office", asserts, kind.KILLED, "19"),
            ("била лише по військових об’єктах", "Veslander army", asserts, kind.RESPONSIBILITY, "Vesland"),
        ],
        title="Дольмен: армія Весланду втрачає техніку",
        publisher="Карський вісник",
    )
    french = coded(
        "clinic-fr",
        FRENCH,
        "fr",
        "2031-05-08",
        [
            (
                "La clinique n° 4 a été touchée dans la nuit de lundi à mardi",
                NARRATOR,
                asserts,
                kind.DAMAGED,
                "clinic no. 4",
            ),
            ("Ce n'est pas notre armée", "Veslander army", denies, kind.RESPONSIBILITY, "Vesland"),
            (
                "ne pas pouvoir établir l'origine du tir",
                "UN mission",
                Stance.CANNOT_VERIFY,
                kind.RESPONSIBILITY,
                "Vesland",
            ),
        ],
        title="Frappe sur la clinique de Karsk",
        publisher="La Gazette du Littoral",
    )
    arabic = coded(
        "port-ar",
        ARABIC,
        "ar",
        "2031-05-09",
        [
            (
                "اندلع في مستودع الوقود بعد سقوط طائرة مسيّرة (model K-2)",
                "Port Issel harbour company",
                asserts,
                kind.DAMAGED,
                "fuel store",
            ),
            ("نفى جيش فيسلاند أن تكون المسيّرة تابعة له", "Veslander army", denies, kind.RESPONSIBILITY, "Vesland"),
        ],
        title="انفجار في ميناء إيسل",
        publisher="صحيفة الساحل",
    )
    reports = [english, reprint, ukrainian, french, arabic]
    if hostile:
        reports.append(
            coded(
                "hostile",
                HOSTILE,
                "en",
                None,
                [
                    (
                        "\u202ethat nothing happened\u202c at Dolmen\x07 & that \"all\" was 'calm'",
                        "<i>Brigade</i>",
                        denies,
                        kind.OTHER,
                        "</script><script>x",
                    )
                ],
                title="</title><script>alert(4)</script>",
                publisher='"><script>alert(5)</script>',
                url="javascript:alert(6)",
            )
        )
    e, r, u, f, a = (each.claims for each in (english, reprint, ukrainian, french, arabic))
    raid = Event(
        "raid",
        "Raid at Dolmen",
        EventType.ARMED_CLASH,
        DOLMEN,
        "2031-05-06",
        tuple(c.id for c in (*e, *r, u[0])),
        (Link(e[0].id, 1.0, ("the same village on the same day",)),),
        (
            Finding(
                kind.OCCURRED,
                None,
                (
                    position("KAR", asserts, [e[0], r[0]], implied=True),
                    position("VES", Stance.CONFIRMS, [e[3], r[1]], origins=1, days="2031-05-06/2031-05-07"),
                    position(MEDIA_SIDE, Stance.CANNOT_VERIFY, [e[6]]),
                ),
                Standing.CONCEDED,
                "Vesland, which the raid harms, confirms it through the Low Province governor.",
            ),
            Finding(
                kind.CONTROL,
                "Free Karsk Brigade",
                (
                    position("KAR", asserts, [e[0], r[0]], days="2031-05-06/2031-05-07"),
                    position("VES", denies, [e[2]]),
                ),
                Standing.CONTESTED,
                "Free Karsk asserts it, the Veslander army denies it.",
            ),
            Finding(
                kind.BREAKTHROUGH,
                None,
                (position("KAR", asserts, [e[0]], implied=True), position("VES", denies, [e[5], e[1]], origins=2)),
                Standing.CONTESTED,
                "Control of the village implies a breakthrough, which Vesland denies.",
            ),
            Finding(
                kind.INJURED,
                "1",
                (position("VES", asserts, [e[4], r[2]], days="2031-05-06/2031-05-07"),),
                Standing.SINGLE_SIDE,
                "Only Vesland speaks of it; a reprint gives 3.",
            ),
            Finding(
                kind.DESTROYED,
                "2 armoured personnel carriers",
                (position("KAR", asserts, [u[0]]),),
                Standing.SINGLE_SIDE,
                "Only Free Karsk speaks of it.",
            ),
        ),
    )
    clinic = Event(
        "clinic",
        "Strike on a clinic in Karsk",
        EventType.AIR_STRIKE,
        CLINIC,
        "2031-05-05/2031-05-06",
        tuple(c.id for c in (*f, *u[1:])),
        (),
        (
            Finding(
                kind.KILLED,
                "19",
                (position("KAR", asserts, [u[1], u[2]], days="2031-05-07/2031-05-08"),),
                Standing.SINGLE_SIDE,
                "Only Free Karsk gives a figure; it was 12 first.",
            ),
            Finding(
                kind.RESPONSIBILITY,
                "Vesland",
                (position("VES", denies, [f[1]]), position("UN", Stance.CANNOT_VERIFY, [f[2]])),
                Standing.SINGLE_SIDE,
                "Vesland denies it; no one asserts it.",
            ),
            Finding(
                kind.DAMAGED,
                "clinic no. 4",
                (position(MEDIA_SIDE, asserts, [f[0]]),),
                Standing.SINGLE_SIDE,
                "Only reports themselves say so.",
            ),
        ),
    )
    port = Event(
        "port",
        "Fire in the port of Issel",
        EventType.DISRUPTED,
        PORT_ISSEL,
        "2031-05-09",
        tuple(c.id for c in a),
        (),
        (
            Finding(
                kind.DAMAGED,
                "fuel store",
                (position("unknown", asserts, [a[0]]),),
                Standing.SINGLE_SIDE,
                "A source of no known side says so.",
            ),
            Finding(
                kind.RESPONSIBILITY,
                "Vesland",
                (position("VES", denies, [a[1]]),),
                Standing.SINGLE_SIDE,
                "Only Vesland speaks of it.",
            ),
        ),
    )
    target = Finding(
        kind.OTHER, None, (position("VES", asserts, [u[3]]),), Standing.SINGLE_SIDE, "Only Vesland speaks of it."
    )
    others = (
        Event(
            "threat", "Threat to close the border", EventType.OTHER, VESLAND, None, (u[3].id,), (), (target,), "threat"
        ),
        Event(
            "shelling",
            "Shelling in Low Province",
            EventType.SHELLING,
            LOW_PROVINCE,
            "2031-05-01/2031-05-04",
            (u[3].id,),
            (),
            (target,),
        ),
        Event(
            "agreed",
            "Exchange of prisoners at Karsk",
            EventType.AGREEMENT,
            KARSK,
            "2031-05~",
            (),
            (),
            (Finding(kind.OCCURRED, None, (), Standing.AGREED, "Both sides say so."),),
        ),
        Event("light", "Mine at a lighthouse", EventType.EXPLOSIVE, LIGHTHOUSE, "2031-05-08", (), (), ()),
        Event("old", "Earlier fall of a fortress", EventType.GOVERNMENT_REGAINS, None, "2029-02", (), (), ()),
    )
    return PageView(
        "Dolmen and Karsk, May 2031",
        tuple(reports),
        (raid, clinic, port, *others),
        (
            ReprintLink(
                "dolmen-reprint", "dolmen-en", 0.94, ("94 % of its words stand in the same order in the original.",)
            ),
        ),
        (CONFLICT,),
        "2031-05-10",
        "An invented war, written to test this page.",
    )
