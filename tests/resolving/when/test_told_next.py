"""A day that only the sentence behind a claim tells."""

import re

import pytest
from test_event_day import assertion

from counterclaim.records.event_type import PropositionKind
from counterclaim.records.report import Report
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.when import event_dates, find_times

# 2024-09-09 is a Monday.
PUBLISHED = "2024-09-09"


def day(language: str, text: str) -> str | None:
    """The day of the first claim; sentences end at full stops, all in one paragraph, the trigger in asterisks."""
    report = Report("r", text, "a", language=language, published=PUBLISHED)
    ends = list(re.finditer(r"[^. ][^.]*\.", text))
    sentences = tuple(Sentence(m.start(), m.end(), 0) for m in ends)
    claims = [assertion(text, m, i, PropositionKind.OCCURRED) for i, m in enumerate(ends) if "*" in m.group()]
    return event_dates(report, sentences, find_times(report, sentences), claims)[0].edtf


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "Nine people were *killed* in Dolmen. The strike was carried out on Sunday.", "2024-09-08"),
        ("en", "Gunmen *killed* four villagers. The attack took place on Saturday evening.", "2024-09-07"),
        ("en", "Shells *hit* a market. It happened on Friday.", "2024-09-06"),
        ("fr", "Neuf personnes ont été *tuées*. La frappe a eu lieu dimanche.", "2024-09-08"),
        ("fr", "Des hommes armés ont *tué* quatre bergers. L'attaque s'est produite samedi.", "2024-09-07"),
        ("fr", "Deux obus sont *tombés* sur Dolmen. Les faits se sont déroulés vendredi.", "2024-09-06"),
        ("de", "Neun Menschen wurden *getötet*. Der Angriff ereignete sich am Sonntag.", "2024-09-08"),
        ("de", "Die Armee hat Dolmen *eingenommen*. Das teilte das Ministerium am Samstag mit.", "2024-09-07"),
        ("de", "Bewaffnete *töteten* vier Hirten. Die Tat geschah am Freitag.", "2024-09-06"),
        ("ru", "Девять человек *погибли*. Удар нанесли в воскресенье.", "2024-09-08"),
        ("ru", "Боевики *убили* четырёх пастухов. Это произошло в субботу.", "2024-09-07"),
        ("uk", "Дев'ятеро людей *загинули*. Удар завдали в неділю.", "2024-09-08"),
        ("uk", "Ракета *влучила* у склад. Це сталося в суботу.", "2024-09-07"),
    ],
)
def test_the_next_sentence_tells_the_day(language: str, text: str, edtf: str) -> None:
    assert day(language, text) == edtf


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Drones *hit* a depot. The minister will travel there on Thursday."),
        ("en", "Drones *hit* a depot. On Saturday another town was struck."),
        ("en", "Drones *hit* a depot. The attack was worse than those of Friday and Saturday."),
        ("de", "Drohnen *trafen* ein Lager. Am Samstag war ein anderes getroffen worden."),
        ("ru", "Дроны *попали* в склад. В субботу обстреляли другой город."),
    ],
)
def test_another_event_keeps_its_day_to_itself(language: str, text: str) -> None:
    assert day(language, text) == PUBLISHED
