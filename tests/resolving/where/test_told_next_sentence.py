"""A place that only the sentence behind a claim names."""

import pytest
from test_event_places import answers

from counterclaim.resolving.where import Gazetteer


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("[Both sides traded fire on Friday]. [The clash was near Robotyne].", "en", "Robotyne"),
        ("[Prisoners were exchanged]. [The swap was in the Chernihiv region].", "en", "Chernihiv Oblast"),
        ("[A convoy was ambushed at dawn]. [It happened outside Nyala].", "en", "Nyala"),
        ("[Un convoi a été attaqué à l'aube]. [L'embuscade a eu lieu près de Nyala].", "fr", "Nyala"),
        ("[Ils ont été échangés]. [L'échange eut lieu dans la région de Tchernihiv].", "fr", "Chernihiv Oblast"),
        ("[Ein Konvoi wurde angegriffen]. [Der Überfall geschah bei Nyala].", "de", "Nyala"),
        ("[Die Gefangenen wurden ausgetauscht]. [Der Austausch fand in Tschernihiw statt].", "de", "Chernihiv"),
        ("[Колонну обстреляли на рассвете]. [Нападение произошло под Ньялой].", "ru", "Nyala"),
        ("[Пленных обменяли]. [Обмен прошёл в Черниговской области].", "ru", "Chernihiv Oblast"),
        ("[Автобус обстріляли на світанку]. [Напад стався біля Ньяли].", "uk", "Nyala"),
        ("[Полонених обміняли]. [Обмін відбувся в Чернігівській області].", "uk", "Chernihiv Oblast"),
    ],
)  # fmt: skip
def test_the_next_sentence_names_the_place(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    first, second = answers(gazetteer, text, language)
    assert first.place
    assert first.place.name == name
    assert first.start is None
    assert second.start is not None


def test_another_paragraph_does_not(gazetteer: Gazetteer) -> None:
    first, _ = answers(gazetteer, "[Both sides traded fire on Friday].\n[Shells fell near Robotyne].", "en")
    assert first.place is None
