"""What pydantic says about a brief -> what a person is told: the field in plain words and what to write there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_args

from postwright.exchange.brief_fields import field_label
from postwright.exchange.nearest import did_you_mean
from postwright.model.brief import ENTRY_LISTS, Brief, Model

_OWN_NAMES = {
    "minimum": "minimum", "maximum": "maximum", "place": "place", "text": "text", "id": "id", "years": "years",
    "why_day_one": "why it is needed on day one", "assessed_by": "how it is assessed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a brief."""

    field_id: str
    """The brief's field id (`must_have.2`), or empty for the brief as a whole."""
    words: str
    where: tuple[str | int, ...] = ()
    """The keys, and numbers from 0, that lead to it in what was given."""


def plain_problem(detail: Mapping[str, Any], value: Mapping[str, Any]) -> Problem:
    """Return one error of pydantic (`errors()`) in plain words; `value` is what was validated."""
    where = tuple(part for part in detail["loc"] if part in value or not _is_noise(part))
    field_id = _field_id(where, value)
    message = _message(detail, where)
    if detail["type"] == "value_error" and not where:
        field_id, _, rest = message.partition(": ")
        return Problem(field_id, f"{field_label(field_id)}: {rest}" if rest else message, (field_id,))
    place = _place(where, value)
    return Problem(field_id, f"{place}: {message}" if place else message, where)


def _is_noise(part: object) -> bool:
    """Return whether a part of a location names a validator of pydantic rather than a field."""
    return isinstance(part, str) and ("[" in part or part in ("constrained-str", "function-before"))


def _field_id(where: Sequence[str | int], value: Mapping[str, Any]) -> str:
    if not where:
        return ""
    name = str(where[0])
    if name in ENTRY_LISTS and len(where) > 1 and isinstance(where[1], int):
        return f"{name}.{_entry_id(value.get(name), where[1])}"
    return name


def _entry_id(entries: object, index: int) -> int:
    """Return the id that the entry has or will get: its own, else its number."""
    entry = entries[index] if isinstance(entries, (list, tuple)) and index < len(entries) else None
    own = entry.get("id") if isinstance(entry, dict) else None
    return own if isinstance(own, int) and own > 0 else index + 1


def _place(where: Sequence[str | int], value: Mapping[str, Any]) -> str:
    """Return a location in plain words: "must-have 2, years, minimum"."""
    parts: list[str] = []
    for depth, part in enumerate(where):
        if isinstance(part, int):
            parts[-1] += f" {part + 1}"
        else:
            parts.append(field_label(part) if depth == 0 else _OWN_NAMES.get(part, part.replace("_", " ")))
    return ", ".join(parts)


def _message(detail: Mapping[str, Any], where: Sequence[str | int]) -> str:
    kind, context, given = str(detail["type"]), detail.get("ctx") or {}, detail.get("input")
    if kind == "extra_forbidden":
        model = _model_at(where[:-1])
        known = tuple(model.model_fields) if model else ()
        if given is None and " " in str(where[-1]):
            return f'"{where[-1]}" stands where a field must: put words that hold a comma in quotation marks'
        return f'there is no field "{where[-1]}" here.{did_you_mean(str(where[-1]), known)}'
    if kind == "value_error":
        return str(context.get("error", detail["msg"]))
    if kind == "missing":
        return "it must be given"
    if kind == "literal_error":
        words = _words_of(str(context.get("expected", "")))
        return f'"{given}" is not one of {", ".join(words)}.{did_you_mean(str(given), words)}'
    if kind == "string_pattern_mismatch":
        return f'"{given}" {_PATTERNS.get(str(where[-1]), _PLACE_PATTERN)}'
    if kind == "greater_than":
        return f"{given} is too small; it must be more than {context['gt']:,.16g}"
    if kind == "greater_than_equal":
        return f"{given} is too small; {context['ge']:,.16g} is the least"
    if kind in ("less_than_equal", "less_than"):
        return f"{given} is too large; {context.get('le', context.get('lt')):,.16g} is the most"
    if kind == "string_too_long":
        return f"it is too long: {len(str(given)):,} characters; {context.get('max_length'):,} is the most"
    return _TYPES.get(kind, str(detail["msg"])) + _such_as(kind, given, where)


def _such_as(kind: str, given: object, where: Sequence[str | int]) -> str:
    """Return how a word that stands alone would be written as an entry, or as a group of lines."""
    model = _model_at(where)
    first = next((name for name in model.model_fields if name != "id"), "") if model else ""
    if not isinstance(given, str) or len(str(given)) > _LONGEST_GIVEN or kind not in _HOLDING_MORE:
        return ""
    entry = f"{first}: {given}" if first else str(given)
    return f", such as `- {entry}`" if _HOLDING_MORE[kind] == "list" else f", such as `{entry}`"


_LONGEST_GIVEN = 60
"""Characters of a value that are shown back."""
_HOLDING_MORE = {
    "model_type": "group", "model_attributes_type": "group", "dict_type": "group", "tuple_type": "list",
    "list_type": "list",
}  # fmt: skip
_PLACE_PATTERN = "is not a place code; write the country, with the state where there is one: US, US-CO, CA-ON, DE"
_PATTERNS = {"currency": "is not a currency code; write three letters: USD, EUR, GBP"}
_DATE = "it must be a date such as 2026-12-31"
_NUMBER = "it must be a number"
_TYPES = {
    "string_type": "it must be text; put it in quotes",
    "int_type": _NUMBER, "int_parsing": _NUMBER, "int_from_float": "it must be a whole number",
    "float_type": _NUMBER, "float_parsing": _NUMBER, "finite_number": "it must be a number that can be counted to",
    "bool_type": "it must be true or false", "bool_parsing": "it must be true or false",
    "date_type": _DATE, "date_parsing": _DATE, "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "model_type": "it must be a group of `name: value` lines",
    "model_attributes_type": "it must be a group of `name: value` lines",
    "dict_type": "it must be a group of `name: value` lines",
    "tuple_type": "it must be a list; start each entry with `- `",
    "list_type": "it must be a list; start each entry with `- `",
}  # fmt: skip


def _words_of(expected: str) -> tuple[str, ...]:
    """Return the words of pydantic's "'a', 'b' or 'c'"."""
    return tuple(word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",") if word.strip())


@lru_cache(maxsize=1)
def field_names() -> frozenset[str]:
    """Return the names of all fields of a brief and of all that it holds."""
    return frozenset(_names_in(Brief))


def _names_in(model: type[Model]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield name
        if (inner := _model_in(field.annotation)) is not None:
            yield from _names_in(inner)


def _model_at(where: Sequence[str | int]) -> type[Model] | None:
    """Return the model that a location of a brief leads to."""
    model: type[Model] | None = Brief
    for part in where:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part) if model else None
        model = _model_in(field.annotation) if field else None
    return model


def _model_in(annotation: Any) -> type[Model] | None:
    parts = get_args(annotation)
    if parts:
        return next((found for part in parts if (found := _model_in(part))), None)
    return annotation if isinstance(annotation, type) and issubclass(annotation, Model) else None
