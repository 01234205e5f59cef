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
    ("jurisdictions", records.Jurisdiction),
    ("roles", records.RoleProfile),
    ("sections", records.SectionRule),
    ("limits", records.Limit),
    ("research", records.Study),
)


def encode(guidelines: records.Guidelines) -> dict[str, Any]:
    """Return JSON values from which `decode` makes an equal Guidelines."""
    sources: dict[records.Source, int] = {}
    tables = {
        name: [_encoded(record, sources) for record in getattr(guidelines, name).values()] for name, _ in _TABLES
    }
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
    converters = _converters(sources)
    tables = {name: _table(record, converters[record], content[name]) for name, record in _TABLES}
    return records.Guidelines(
        **tables,
        ambiguous_terms=frozenset(content["ambiguous_terms"]),
        boilerplate=content["boilerplate"],
        law_as_of=dt.date.fromisoformat(content["law_as_of"]),
        fingerprint=content["fingerprint"],
        severities=content["severities"],
    )


def _table(record: type, converters: dict[str, Convert], rows: list[list[Any]]) -> dict[str, Any]:
    """Return the records of `rows` by id (the first field of each)."""
    places = [(number, converters[f.name]) for number, f in enumerate(fields(record)) if f.name in converters]
    table = {}
    for row in rows:
        for number, convert in places:
            row[number] = convert(row[number])
        table[row[0]] = record(*row)
    return table


def _converters(sources: list[records.Source]) -> dict[type, dict[str, Convert]]:
    """Return how the fields that JSON cannot hold as they are come back, by record."""

    def cited(numbers: list[int]) -> tuple[records.Source, ...]:
        return tuple([sources[number] for number in numbers])

    def band(row: list[Any]) -> records.Band:
        return records.Band(row[0], row[1], row[2], row[3], cited(row[4]), row[5])

    def duties(row: list[Any]) -> records.AdDuties:
        *others, effective, ends = row
        return records.AdDuties(*others, effective=_date(effective), ends=_date(ends))

    def groups(rows: list[list[Any]]) -> tuple[records.SkillGroup, ...]:
        return tuple(records.SkillGroup(row[0], row[1], tuple(row[2]), tuple(row[3])) for row in rows)

    return {
        records.LevelRecord: {"title_words": tuple, "software": band, "general": band},
        records.Technology: {"aliases": tuple, "sources": cited, "context": tuple},
        records.Certification: {"aliases": tuple, "inflation_if_asked_at": tuple, "sources": cited},
        records.WordingEntry: dict.fromkeys(("exceptions", "suggest", "legal", "sections"), tuple) | {"sources": cited},
        records.Jurisdiction: {"places": tuple, "duties": duties, "sources": cited},
        records.RoleProfile: dict.fromkeys(
            ("titles", "duties", "nice_to_have", "inflation_notes", "extra_ad_items"), tuple
        )
        | {"skill_groups": groups, "sources": cited},
        records.SectionRule: {"headings": tuple, "sources": cited},
        records.Limit: {"sources": cited},
        records.Study: {"sources": cited},
    }


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
