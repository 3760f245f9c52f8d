"""What a conflict pack may hold: the tables, their keys, and what kind of value stands under each."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from counterclaim.records.conflict import PartyKind
from counterclaim.settings import LANGUAGES

NEEDED = {
    "side": ("code", "name"),
    "party": ("id", "name", "kind"),
    "area": ("name", "country"),
    "event": ("id", "date"),
    "holder": ("name",),
}
_TEXT, _TEXTS, _NUMBER, _TRUTH, _TABLE, _TABLES, _DAY = (
    "a text in quotes", "a list of texts", "a whole number", "true or false", "a table", "a list of tables", "a date",
)  # fmt: skip
_NAMES = dict.fromkeys(LANGUAGES, _TEXTS)
FORMS: dict[str, dict[str, str]] = {
    "pack": {
        **dict.fromkeys(("id", "title"), _TEXT), "version": _DAY, "theatre": _TEXTS,
        **dict.fromkeys(("side", "party", "area", "event"), _TABLES),
    },
    "side": {"code": _TEXT, "name": _TEXT, "home": _TEXTS},
    "party": {
        **dict.fromkeys(("id", "name", "kind", "side", "role", "nation", "within"), _TEXT),
        "area": _NUMBER, "named_alone": _TRUTH, "holders": _TABLES, "loaded": _TABLE, **_NAMES,
    },
    "area": {"geonameid": _NUMBER, "name": _TEXT, "country": _TEXT, "side": _TEXT, "names": _TEXTS},
    "event": {"id": _TEXT, "date": _DAY, "loaded": _TABLE, **_NAMES},
    "holder": {"name": _TEXT, "since": _DAY, "until": _DAY, "loaded": _TABLE, **_NAMES},
    "loaded": _NAMES,
}  # fmt: skip


def misforms(kind: str, row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(key, what is wrong) for every key of a table that is missing, unknown, empty or of the wrong type."""
    called = "the pack" if kind == "pack" else f"[[{kind}]]" if kind in NEEDED and kind != "holder" else f"`{kind}`"
    for key in NEEDED.get(kind, ()):
        if key not in row:
            yield "", f"{called} needs `{key}`"
    for key, value in row.items():
        form = FORMS[kind].get(key)
        if form is None:
            yield key, f"{called} has no key `{key}`{did_you_mean(key, FORMS[kind])}"
        elif not _is(form, value):
            yield key, f"`{key}` must be {form}, not {_shown(value)}"
        elif value == "" or (isinstance(value, list) and any(isinstance(v, str) and not v.strip() for v in value)):
            yield key, f"`{key}` holds an empty name"


def did_you_mean(word: object, known: Any) -> str:
    """ "; did you mean `name`?" where one of the known words is near, else ""."""
    near = get_close_matches(str(word), [str(k) for k in known], 1, 0.6)
    return f"; did you mean `{near[0]}`?" if near else ""


def one_of(word: object, known: Any) -> str:
    """Which words there are: the near one, else all."""
    return did_you_mean(word, known) or f"; there are {', '.join(sorted(str(k) for k in known if k))}"


KINDS = tuple(str(k) for k in PartyKind)


def _is(form: str, value: Any) -> bool:
    if form == _TEXTS:
        return isinstance(value, list) and all(isinstance(v, str) for v in value)
    if form == _TABLES:
        return isinstance(value, list) and all(isinstance(v, dict) for v in value)
    if form == _NUMBER:
        return isinstance(value, int) and not isinstance(value, bool)
    if form == _DAY:
        return not isinstance(value, bool | list | dict)
    return isinstance(value, {_TEXT: str, _TRUTH: bool, _TABLE: dict}[form])


def _shown(value: Any) -> str:
    words = {bool: "true or false", str: "a text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return words.get(type(value), "a date")
