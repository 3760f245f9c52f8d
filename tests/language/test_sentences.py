from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.sentences import split
from counterclaim.records.report import Furniture, Report


def cut(text: str, language: str = "en", *furniture: Furniture) -> list[str]:
    report = Report("r", text, "-", language=language, furniture=furniture)
    return [s.span.of(text) for s in split(report)]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Gen. Omar spoke first. Col. A. B. Reed of the U.S. Army answered.", 2),
        ("uk", "У м. Лозове Степової обл. горить склад. Вул. ім. Шевченка закрито.", 2),
        ("uk", "Бої тривають із 2023 р. Вони не вщухають.", 2),
        ("ru", "В г. Лозовое сбит дрон. Об этом сообщил А. Б. Петров.", 2),
        ("fr", "M. Petit a parlé. Le gén. Roux a répondu.", 2),
        ("de", "Gen. Weber sprach zuerst. Dr. Kurz antwortete.", 2),
        ("ru", "«Мы отошли. Потерь нет», — сказал он. Связи нет.", 3),
    ],
)
def test_abbreviations_and_quotations(language: str, text: str, count: int) -> None:
    assert len(cut(text, language)) == count


def test_offsets_survive_every_script() -> None:
    text = "Дрон 🚁 впав.\r\nقال الحاكم. انتهى.\r\n\r\n“It fell,” he said."
    found = split(Report("r", text, "-", language="uk"))
    assert [s.span.of(text) for s in found] == ["Дрон 🚁 впав.", "قال الحاكم.", "انتهى.", "“It fell,” he said."]
    assert [s.paragraph for s in found] == [0, 1, 1, 2]


def test_no_sentence_crosses_furniture() -> None:
    text = "The depot burned Share this. It was out by noon."
    mark = Furniture(text.index("Share"), text.index(" It was"), "share prompt")
    found = split(Report("r", text, "-", language="en", furniture=(mark,)))
    assert [(s.span.of(text), s.furniture) for s in found] == [
        ("The depot burned", False),
        ("Share this.", True),
        ("It was out by noon.", False),
    ]


def test_a_long_line_is_cut_only_at_sentences() -> None:
    assert set(cut("The shelling went on all day. " * 1000)) == {"The shelling went on all day."}


@given(st.text(max_size=300), st.sampled_from(["en", "uk", "fr", "ar", None]))
def test_sentences_lie_in_order_and_lose_nothing(text: str, language: str | None) -> None:
    found = split(Report("r", text, "-", language=language))
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for s in found for i in range(s.start, s.end)}
    assert all(c.isspace() or i in covered for i, c in enumerate(text))
