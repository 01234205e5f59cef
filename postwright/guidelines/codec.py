"""Guidelines <-> plain JSON values, without pydantic: the form in which compiled guidelines are cached.

A record becomes a row, its fields in the order of `records.py`; a source becomes its number in one table, since many
records share theirs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

from postwright.guidelines import records

Convert = Callable[[Any], Any]

_TABLES: tuple[tuple[str, type], ...] = (
    ("levels", records.LevelRecord),
    ("technologies", records.Technology),
    ("certifications", records.Certification),
    ("wording", records.WordingEntry),
    ("rewording", records.Rewording),
    ("jurisdictions", records.Jurisdiction),
    ("advertising", records.AdvertisingLaw),
    ("roles", records.RoleProfile),
    ("sections", records.SectionRule),
    ("section_words", records.SectionWords),
    ("limits", records.Limit),
    ("title_words", records.WordList),
    ("stated_twice", records.WordList),
    ("place_words", records.WordList),
    ("first_facts", records.FirstFact),
    ("voice", records.VoiceRule),
    ("research", records.Study),
    ("grounding", records.GroundingWords),
)


def encode(guidelines: records.Guidelines) -> dict[str, Any]:
    """Return JSON values from which `decode` makes an equal Guidelines."""
    sources: dict[records.Source, int] = {}
    tables = {name: [_encoded(record, sources) for record in getattr(guidelines, name).values()] for name, _ in _TABLES}
    return {
        **tables,
        "sources": [[source.title, source.year, source.address] for source in sources],
        "ambiguous_terms": sorted(guidelines.ambiguous_terms),
        "boilerplate": guidelines.boilerplate,
        "law_as_of": guidelines.law_as_of.isoformat(),
        "fingerprint": guidelines.fingerprint,
        "severities": guidelines.severities,
    }


def _encoded(value: Any, sources: dict[records.Source, int]) -> Any:
    if isinstance(value, records.Source):
        return sources.setdefault(value, len(sources))
    if is_dataclass(value):
        return [_encoded(getattr(value, field.name), sources) for field in fields(value)]
    if isinstance(value, tuple):
        return [_encoded(element, sources) for element in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def decode(content: dict[str, Any]) -> records.Guidelines:
    """Return the Guidelines that `encode` was given; raises KeyError, TypeError or ValueError for anything else."""
    sources = [records.Source(*row) for row in content["sources"]]
    tables: dict[str, Any] = {name: {row[0]: build(row) for row in content[name]} for name, build in _builders(sources)}
    return records.Guidelines(
        **tables,
        ambiguous_terms=frozenset(content["ambiguous_terms"]),
        boilerplate=content["boilerplate"],
        law_as_of=dt.date.fromisoformat(content["law_as_of"]),
        fingerprint=content["fingerprint"],
        severities=content["severities"],
    )


def _builders(sources: list[records.Source]) -> list[tuple[str, Convert]]:
    """Return for each table the function that makes a record of a row."""
    return [(name, _builder(record, sources)) for name, record in _TABLES]


def _builder(record: type, sources: list[records.Source]) -> Convert:
    """Return the function that makes a `record` of its row."""
    converters = [(number, _converter(str(field.type), sources)) for number, field in enumerate(fields(record))]
    needed = [(number, convert) for number, convert in converters if convert]

    def build(row: list[Any]) -> Any:
        for number, convert in needed:
            row[number] = convert(row[number])
        return record(*row)

    return build


def _converter(annotation: str, sources: list[records.Source]) -> Convert | None:
    """Return how a field of this annotation comes back from JSON; None where it is as it was."""
    if annotation == "tuple[Source, ...]":
        return lambda numbers: tuple([sources[number] for number in numbers])
    if annotation.startswith("dt.date"):
        return lambda text: dt.date.fromisoformat(text) if text else None
    inner = annotation.removeprefix("tuple[").removesuffix(", ...]")
    part = getattr(records, inner, None)
    is_tuple = inner != annotation
    if not (isinstance(part, type) and is_dataclass(part)):
        return tuple if is_tuple else None
    build = _builder(part, sources)
    return (lambda rows: tuple([build(row) for row in rows])) if is_tuple else build
