"""A reading -> the object that `postwright read --format jsonl` prints (docs/schemas/read.schema.json)."""

from __future__ import annotations

from typing import Any

from postwright.model.reading import DegreeRead, Demand, PayRead, Reading

NONE = "none"
"""What stands for a level, degree or pay that the text does not have."""


def read_object(*, id: str | int, reading: Reading) -> dict[str, Any]:
    """Return a reading as plain values; offsets index `text`."""
    return {
        "id": id,
        "text": reading.text,
        "title_level": reading.title_level or NONE,
        "sections": [{"kind": part.kind, "start": part.start, "end": part.end} for part in reading.sections],
        "demands": [_demand(demand) for demand in reading.demands],
        "degree": _degree(reading.degree),
        "pay": _pay(reading.pay),
        "technologies": [{"name": use.name, "start": use.start, "end": use.end} for use in reading.technologies],
    }


def _demand(demand: Demand) -> dict[str, Any]:
    return {
        "start": demand.start,
        "end": demand.end,
        "quote": demand.quote,
        "min_years": demand.min_years,
        "max_years": demand.max_years,
        "subject": demand.subject,
        "strength": demand.strength,
        "kind": demand.kind,
        "group": demand.group,
    }


def _degree(degree: DegreeRead | None) -> dict[str, Any]:
    if degree is None:
        return {"level": NONE, "strength": NONE, "start": None, "end": None}
    return {"level": degree.level, "strength": degree.strength, "start": degree.start, "end": degree.end}


def _pay(pay: PayRead | None) -> dict[str, Any]:
    if pay is None:
        nothing = dict.fromkeys(("minimum", "maximum", "currency", "period", "start", "end"))
        return {"kind": NONE, **nothing}
    return {
        "kind": pay.kind,
        "minimum": pay.minimum,
        "maximum": pay.maximum,
        "currency": pay.currency or None,
        "period": pay.period,
        "start": pay.start,
        "end": pay.end,
    }
