"""The state of a text at a glance, as JSON for the editor; offsets count code points of the text that was sent."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from postwright.desk.glance import UNFILLED, Glance, Grade
from postwright.desk.inserting import Insert
from postwright.desk.lines import ADDABLE, HEADING, OWN
from postwright.desk.values import LineSource
from postwright.exchange.brief_fields import field_label, whole_field_label

Json = dict[str, Any]


def glance_json(glance: Glance) -> Json:
    """Return all figures with what they are made of, the lines with their sources, and what can be inserted."""
    return {
        "checked": glance.checked,
        "length": asdict(glance.length),
        "grade": _grade(glance.grade),
        "required": [asdict(each) for each in glance.required],
        "law": asdict(glance.law),
        "rules": glance.rules,
        "lines": [_line(line, section) for line, section in zip(glance.lines, glance.sections, strict=True)],
        "taken_out": [asdict(line) for line in glance.taken_out],
        "inserts": [_insert(insert) for insert in glance.inserts.values()],
        "fields": [{"field": field, "label": field_label(field)} for field in ADDABLE],
    }


def _grade(grade: Grade) -> Json:
    found = grade.measured
    return {
        "figure": None if found is None else found.figure,
        "words": "" if found is None else found.in_words,
        "arithmetic": "" if found is None else found.arithmetic,
        "most": grade.most,
        "why": grade.why,
        "source": grade.source,
    }


def _line(line: LineSource, section: str) -> Json:
    """Return one line; `kind` is own, blank, edited, drafted or heading, `suggested` the fitting list of the brief."""
    kind = _KINDS.get(line.label) or ("edited" if line.edited else "drafted")
    suggested = next((field for field, kind_of in ADDABLE.items() if kind_of == section), "")
    return {
        "start": line.start,
        "end": line.end,
        "kind": kind,
        "label": line.label,
        "item": line.item,
        "suggested": suggested,
    }


_KINDS = {OWN: "own", UNFILLED: "blank", HEADING: "heading"}


def _insert(insert: Insert) -> Json:
    return {
        "rule": insert.rule,
        "field": insert.field,
        "label": whole_field_label(insert.field.partition(".")[0]),
        "items": list(insert.items),
        "text": insert.text,
        "blank": insert.blank,
    }
