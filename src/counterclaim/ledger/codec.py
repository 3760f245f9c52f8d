"""Records to plain JSON values and back, by their declared types: nothing is lost, not even a reason."""

import dataclasses
import json
import re
import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar

Record = TypeVar("Record")
SURROGATES = re.compile("[\ud800-\udfff]")


def dumps(value: object) -> str:
    """``value`` as compact JSON that any UTF-8 column can hold (lone surrogates are escaped)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return SURROGATES.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def storable(text: str) -> str:
    """``text`` with lone surrogates (of undecodable file names) written out, so that a text column can hold it."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def plain(value: Any) -> Any:
    """A record as objects, lists, strings, numbers and None."""
    if dataclasses.is_dataclass(value):
        kind: Any = type(value)
        return {name: plain(getattr(value, name)) for name in _types(kind)}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


def record(kind: type[Record], value: Mapping[str, Any]) -> Record:
    """The record of class ``kind`` that ``plain`` made ``value`` from. A field that an older version did not know
    takes its default.
    """
    asked: Any = kind
    hints = _types(asked)
    return kind(**{name: _read(hints[name], each) for name, each in value.items() if name in hints})


@cache
def _types(kind: Any) -> Mapping[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _read(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if typing.get_origin(kind) is tuple:
        each = typing.get_args(kind)[0]
        return tuple(_read(each, item) for item in value)
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return _read(next(k for k in typing.get_args(kind) if k is not types.NoneType), value)
    if dataclasses.is_dataclass(kind):
        return record(typing.cast("type[Any]", kind), value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value
