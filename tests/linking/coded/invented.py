"""Sample: invented coded reports of an invented country, made for these tests."""

import random
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.linking.coded.report import CodedActor, CodedReport, Toll

POLICE = CodedActor("Police of Samplia", "Security forces", "", frozenset({"Shooting"}))
CROWD = CodedActor("Supporters of the Lantern Party", "Political actor", "Lantern", frozenset({"Melee"}))
MARCH = CodedReport(
    country="Samplia",
    election="Sample-2031",
    first=date(2031, 5, 4),
    last=date(2031, 5, 4),
    town="Quellmar",
    location="Harbour market, Quellmar",
    lat=10.0,
    lon=20.0,
    actors=(POLICE, CROWD),
    context="Protest",
    target="Voters",
    deaths=Toll(3, 3, 3),
    injuries=Toll(12, 10, 14),
    displacement=False,
    damage=False,
    source="Sample Wire (2031-05-05) Three killed at march",
    author="Sample Wire",
    source_type="News agency",
    published=date(2031, 5, 5),
)
RETOLD = replace(
    MARCH,
    location="market",
    actors=(replace(POLICE, violence=frozenset({"Shooting", "Arrest"})),),
    deaths=Toll(4, 3, 4),
    source="Sample Rights Watch (2031-06-01) The Quellmar march",
    author="Sample Rights Watch",
    source_type="Civil society organization",
    published=date(2031, 6, 1),
)
ELSEWHERE = replace(
    MARCH,
    town="Dunhaven",
    location="",
    lat=13.0,
    lon=20.0,
    source="Sample Wire (2031-05-05) Dunhaven burns",
)


def invented(events: int, seed: int = 4) -> tuple[list[CodedReport], list[int]]:
    """Reports of so many events, one to four of each, with the number of each one's event."""
    draw = random.Random(seed)
    reports, of = [], []
    for event in range(events):
        day = date(2031, 4, 1) + timedelta(days=draw.randrange(30))
        deaths, corner = draw.choice([0, 0, 1, 2, 5, 9]), draw.randrange(6)
        base = replace(
            MARCH,
            election=f"Sample-{2031 + event % 3}",
            first=day,
            last=day,
            town=f"Town {corner}",
            location=draw.choice(["", "north gate", "school", "bridge"]),
            lat=10 + corner / 20,
            lon=20.0,
            actors=tuple(draw.sample([POLICE, CROWD], draw.randint(0, 2))),
            target=draw.choice(["Voters", "Citizens", "Unknown"]),
            deaths=Toll(deaths, deaths, deaths),
        )
        for told in range(draw.choice([1, 1, 2, 3, 4])):
            outlet = f"Outlet {draw.randrange(40)}"
            more = deaths + draw.choice([0, 0, 0, 1])
            reports.append(
                replace(
                    base,
                    last=day + timedelta(days=draw.choice([0, 0, 0, 2])),
                    deaths=Toll(more, more, more),
                    source=f"{outlet} ({day}) sample {event % 7}.{told}",
                    author=outlet,
                    published=day + timedelta(days=draw.choice([0, 1, 2, 30])),
                )
            )
            of.append(event)
    return reports, of
