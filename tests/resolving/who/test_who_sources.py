import pytest
from spoken import answers, assertion, report, tagging

from counterclaim.records.actor import Channel
from counterclaim.records.conflict import Conflict
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution
from counterclaim.resolving.who import name_sources

Packs = tuple[Conflict, ...]

ONE = [
    ("en", "the governor of Russia's Bryansk region, Alexander Bogomaz,", "Bryansk governor Alexander Bogomaz", "RU"),
    ("uk", "очільника Харківської ОВА Олега Синєгубова", "Kharkiv governor Oleh Syniehubov", "UA"),
    ("uk", "губернатор Бєлгородської області В'ячеслав Гладков", "Belgorod governor Vyacheslav Gladkov", "RU"),
    ("ru", "губернатором Вячеславом Гладковым", "Belgorod governor Vyacheslav Gladkov", "RU"),
    ("fr", "le gouverneur de la région de Koursk, Roman Starovoït", "Kursk governor Roman Starovoit", "RU"),
    ("de", "Gouverneur Wjatscheslaw Gladkow", "Belgorod governor Vyacheslav Gladkov", "RU"),
    ("fr", "le ministère russe de la Défense", "Russian Ministry of Defence", "RU"),
    ("de", "das russische Verteidigungsministerium", "Russian Ministry of Defence", "RU"),
    ("uk", "Міноборони РФ", "Russian Ministry of Defence", "RU"),
    ("de", "des ukrainischen Generalstabs", "General Staff of the Armed Forces of Ukraine", "UA"),
    ("ru", "ВСУ", "Ukrainian army", "UA"),
    ("en", "the army of Moscow", "Russian army", "RU"),
    ("de", "Kiew", "Ukrainian government", "UA"),
    ("fr", "Moscou", "Russian government", "RU"),
    ("en", "a Kremlin spokesperson", "Kremlin", "RU"),
    ("en", "Russian volunteers fighting for Ukraine", "Russian volunteers fighting for Ukraine", "UA"),
    ("de", "prorussische Separatisten", "pro-Russian separatists", "RU"),
    ("en", "sources", "unnamed sources", None),
    ("ru", "местные жители", "residents", None),
    ("de", "das von der Hamas kontrollierte Gesundheitsministerium", "Gaza Health Ministry", "HAMAS"),
    ("fr", "l'armée israélienne", "Israel Defense Forces", "ISR"),
    ("en", "Sudan's army", "Sudanese Armed Forces", "SAF"),
    ("fr", "les Forces de soutien rapide", "Rapid Support Forces", "RSF"),
    ("en", "the governor of Karsk, Ana Lem,", "Karsk governor Ana Lem", None),
    ("uk", "мер Енергограда Степан Гнатюк", "Enerhohrad mayor Stepan Hnatiuk", None),
    ("uk", "губернатор Томської області РФ Андрій Петренков", "Tomsk governor Andrey Petrenkov", "RU"),
]


@pytest.mark.parametrize(("language", "source", "name", "side"), ONE)
def test_names_a_source_in_canonical_english(
    shipped: Packs, language: str, source: str, name: str, side: str | None
) -> None:
    (answer,) = answers(shipped, f"… {source} …", source, language=language)
    assert (answer.name, answer.side) == (name, side)


def test_the_holder_of_an_office_goes_by_the_day_of_the_report(shipped: Packs) -> None:
    text = "The Kursk governor said so."
    days = ("2024-03-12", "2024-08-10", "2025-02-01")
    names = [answers(shipped, text, "The Kursk governor", published=d)[0].name.split()[-1] for d in days]
    assert names == ["Starovoit", "Smirnov", "Khinshtein"]
    assert answers(shipped, text, "The Kursk governor", published=None)[0].name == "Kursk governor"


def test_later_words_stand_for_who_was_named_before(shipped: Packs) -> None:
    text = "Karsk governor Ana Lem spoke. Lem added. She went on. The governor ended. According to the same source, no."
    said = answers(shipped, text, "Karsk governor Ana Lem", "Lem", "She", "The governor", "the same source")
    assert {a.name for a in said} == {"Karsk governor Ana Lem"}


def test_a_unit_is_the_one_that_was_named(shipped: Packs) -> None:
    text = "The Freedom of Russia Legion claimed it. The Russian army denied it. The unit insisted. The army did, too."
    said = answers(shipped, text, "The Freedom of Russia Legion", "The Russian army", "The unit", "The army")
    assert [a.side for a in said] == ["UA", "RU", "UA", "RU"]


def test_several_who_speak_together_are_one_source(shipped: Packs) -> None:
    source = "the Freedom of Russia Legion, the Russian Volunteer Corps and the Siberian Battalion"
    (answer,) = answers(shipped, f"So said {source}.", source)
    assert answer.name == "Freedom of Russia Legion, Russian Volunteer Corps and Siberian Battalion"
    assert answer.side == "UA"


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "RIA Novosti, citing Russian emergency services, writes of a fire.", "RIA Novosti"),
        ("uk", "РИА-Новости з посиланням на екстрені служби РФ пише про пожежу.", "РИА-Новости"),
        ("ru", "РИА Новости со ссылкой на экстренные службы РФ пишет о пожаре.", "РИА Новости"),
    ],
)
def test_who_is_answerable_is_behind_the_agency(shipped: Packs, language: str, text: str, source: str) -> None:
    (answer,) = answers(shipped, text, source, language=language)
    assert answer.name == "Russian emergency services"
    assert (answer.chain, answer.channel) == (("RIA Novosti",), Channel.NEWS_AGENCY)


def test_an_outlet_alone_is_of_the_media(shipped: Packs) -> None:
    (answer,) = answers(shipped, "Телеграм-канал 112 показує наслідки.", "Телеграм-канал 112", language="uk")
    assert (answer.name, answer.side, answer.channel) == ("Telegram channel 112", "media", Channel.TELEGRAM)


def test_local_authorities_are_those_of_the_place_that_the_sentence_speaks_of(shipped: Packs) -> None:
    text = "In Orel a tank burned. Local authorities said that drones hit Kstovo in the Nizhny Novgorod region."
    (answer,) = answers(shipped, text, "Local authorities")
    assert (answer.name, answer.side) == ("Nizhny Novgorod authorities", "RU")


def test_without_an_attribution_the_narrator_speaks(shipped: Packs) -> None:
    text = "A drone fell."
    (answer,) = name_sources(report(text, "en", None), tagging(text, "en", ()), (assertion(0, 13, None),), shipped)
    assert (answer.name, answer.side, answer.span) == ("narrator", "media", None)


def test_the_inner_of_two_nested_sources_counts_where_it_says_it_all(shipped: Packs) -> None:
    text = "TASS reported that the Russian Defence Ministry said that drones fell."
    content = Span(52, 69)
    outer = Attribution((Span(0, 4),), (), (content,))
    inner = Attribution((Span(19, 47),), (), (content,), parent=0)
    claims = (assertion(52, 69, 0), assertion(52, 69, 1))
    said = name_sources(report(text, "en", None), tagging(text, "en", (outer, inner)), claims, shipped)
    assert [(a.name, a.chain) for a in said] == [("Russian Ministry of Defence", ("TASS",))] * 2


@pytest.mark.parametrize(
    ("russian", "ukrainian"),
    [
        ("The Russian army said it.", "The Ukrainian army said it."),
        ("Russia denied it.", "Ukraine denied it."),
        ("A Russian police spokesman said it.", "A Ukrainian police spokesman said it."),
        ("Pro-Russian partisans claimed it.", "Pro-Ukrainian partisans claimed it."),
        ("Authorities in Belgorod said it.", "Authorities in Kharkiv said it."),
    ],
)
def test_swapping_the_parties_swaps_the_sides_and_nothing_else(shipped: Packs, russian: str, ukrainian: str) -> None:
    one = answers(shipped, russian, re_source(russian))[0]
    other = answers(shipped, ukrainian, re_source(ukrainian))[0]
    assert (one.side, other.side) == ("RU", "UA")
    assert (one.channel, one.chain, one.confidence) == (other.channel, other.chain, other.confidence)


def re_source(text: str) -> str:
    return text.rsplit(" ", 2)[0]
