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
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    kind: Any = type(value)
    names = _names(kind)
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    return value.value if isinstance(value, Enum) else value


def record(kind: type[Record], value: Mapping[str, Any]) -> Record:
    """The record of class ``kind`` that ``plain`` made ``value`` from. A field that an older version did not know
    takes its default.
    """
    asked: Any = kind
    readers = _readers(asked)
    found = {
        name: each if each is None or readers[name] is None else readers[name](each)
        for name, each in value.items()
        if name in readers
    }
    return kind(**found)


@cache
def _names(kind: Any) -> tuple[str, ...] | None:
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else None


@cache
def _readers(kind: Any) -> Mapping[str, Any]:
    """For each field what makes its value of a plain one; None where the plain value is the value."""
    hints = typing.get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}


def _reader(kind: Any) -> Any:
    if typing.get_origin(kind) is tuple:
        each = _reader(typing.get_args(kind)[0])
        return tuple if each is None else lambda values: tuple(None if v is None else each(v) for v in values)
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return _reader(next(k for k in typing.get_args(kind) if k is not types.NoneType))
    if dataclasses.is_dataclass(kind):
        return lambda value: record(typing.cast("type[Any]", kind), value)
    return _members(kind).__getitem__ if isinstance(kind, type) and issubclass(kind, Enum) else None


@cache
def _members(kind: type[Enum]) -> Mapping[Any, Any]:
    return {member.value: member for member in kind}
