"""The published JSON Schema of a review (docs/schemas/review.schema.json)."""

from __future__ import annotations

from typing import Any, get_args

from postwright.exchange.review_json import FORM
from postwright.model.reading import DegreeStrength
from postwright.model.words import LEVELS, SEVERITIES, DegreeLevel, PayPeriod, Strength

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_AMOUNT: Schema = {"type": "number", "minimum": 0}
_MAYBE: Schema = {"type": ["number", "null"], "minimum": 0}
_NUMBERS: Schema = {"type": "array", "items": {"type": "integer", "minimum": 1}, "description": "Postings by number."}
_RULE: Schema = {"type": "string", "pattern": "^[a-z]+/[a-z0-9-]+$"}


def review_schema() -> Schema:
    """Return the schema of `postwright review --out FILE.json`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A review of many postings",
        **_object(
            form={"const": FORM},
            reviewed={**_TEXT, "description": "What was reviewed: a file, a folder, the library."},
            on={**_TEXT, "format": "date", "description": "The day on which laws and ages were judged."},
            unread=_list(_TEXT, "What could not be read, in words."),
            postings=_list(_posting()),
            groups=_list(
                _object(role=_TEXT, level=_TEXT, postings=_NUMBERS),
                "Postings of one employer for the same role and level, two and more.",
            ),
            findings=_list(_finding(), "What the postings say differently, most severe first."),
            rules=_list(
                _object(
                    rule=_RULE,
                    severity={**_one_of(SEVERITIES), "description": "The worst of its findings."},
                    counts={"type": "object", "propertyNames": _one_of(SEVERITIES), "additionalProperties": _COUNT},
                    findings=_COUNT,
                    postings=_COUNT,
                ),
                "How often each rule spoke, the worst severity first.",
            ),
            years_by_level=_list(_years()),
            pay_by_level=_list(_pay_row(), "Pay for a year of full-time work."),
        ),
    }


def _posting() -> Schema:
    thing = _object(name=_TEXT, strength=_one_of(get_args(Strength)), years=_MAYBE)
    counted = _object(rule=_RULE, severity=_one_of(SEVERITIES), findings=_COUNT)
    pay = _object(
        minimum=_AMOUNT,
        maximum=_AMOUNT,
        currency=_TEXT,
        period={"enum": [*get_args(PayPeriod), None]},
        year_minimum=_MAYBE,
        year_maximum=_MAYBE,
        is_range={"type": "boolean"},
    )
    return _object(
        number={"type": "integer", "minimum": 1, "description": "By which the rest of the review knows the posting."},
        id={"type": ["string", "integer"]},
        title=_TEXT,
        employer=_TEXT,
        place=_TEXT,
        language={**_TEXT, "description": "ISO 639-1; of a text that is not English nothing is read."},
        levels=_list(_one_of(LEVELS)),
        role={**_TEXT, "description": "The title without its level."},
        rung={**_TEXT, "description": "What the title says of the rung beyond its level."},
        years={**_MAYBE, "description": "The highest least amount of required experience, in years."},
        degree={"enum": [*get_args(DegreeLevel), None]},
        degree_strength={"enum": [*get_args(DegreeStrength), None]},
        must_haves={**_COUNT, "description": "Requirements counted in lists."},
        pay={"anyOf": [pay, {"type": "null"}]},
        words=_COUNT,
        counts=_object(**dict.fromkeys(SEVERITIES, _COUNT)),
        rules=_list(counted),
        asked=_list(thing, "What is asked for, where its strength is beyond doubt."),
        technologies=_list(_TEXT),
    )


def _finding() -> Schema:
    piece = _object(change=_one_of(("same", "missing", "added")), words=_TEXT)
    return _object(
        rule=_RULE,
        severity=_one_of(SEVERITIES),
        postings={**_NUMBERS, "description": "Postings that it is about, by number."},
        compared_with={**_NUMBERS, "description": "Postings that they are compared with, by number."},
        group={**_TEXT, "description": "Role and level that were compared; may be empty."},
        message=_TEXT,
        arithmetic=_TEXT,
        difference=_list(piece, "How a text differs from the approved one, word by word."),
        why=_TEXT,
        source=_TEXT,
    )


def _years() -> Schema:
    usual = {"type": "array", "items": _AMOUNT, "minItems": 2, "maxItems": 2}
    return _object(
        level={"enum": [*LEVELS, None]},
        software={"type": "boolean"},
        usual={"anyOf": [usual, {"type": "null"}]},
        limit={**_MAYBE, "description": "More than this many years is above the level."},
        asked=_list(_AMOUNT),
        silent={**_COUNT, "description": "Postings that ask no years."},
        middle=_MAYBE,
    )


def _pay_row() -> Schema:
    pair: Schema = {"type": "array", "items": _AMOUNT, "minItems": 2, "maxItems": 2}
    return _object(level={"enum": [*LEVELS, None]}, currency=_TEXT, middle=_AMOUNT, ranges=_list(pair))


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False
    }  # fmt: skip


def _list(items: Schema, words: str = "") -> Schema:
    return {"type": "array", "items": items, **({"description": words} if words else {})}


def _one_of(values: tuple[str, ...]) -> Schema:
    return {"enum": list(values)}
