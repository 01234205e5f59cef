"""The published JSON Schemas: `python -m postwright.exchange.schemas [--check]`.

Without `--check` the files under docs/schemas/ are written anew; with it the exit status says whether they are current.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from postwright.exchange.cases import FINDING, MISSED
from postwright.exchange.marks import MarkKind
from postwright.model.finding import Safety
from postwright.model.reading import DegreeStrength, DemandKind, PayKind
from postwright.model.words import LEVELS, SECTION_KINDS, SEVERITIES, DegreeLevel, PayPeriod, Strength

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "schemas"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


def main(argv: Sequence[str] | None = None) -> int:
    """Write the schemas, or check that they are current."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    stale = [path for path, text in files().items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            print(
                f"{path.relative_to(ROOT)} is not current: run python -m postwright.exchange.schemas", file=sys.stderr
            )
        return 1 if stale else 0
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


def files() -> dict[Path, str]:
    """Return what each schema file holds."""
    from postwright.exchange.doctor_schema import doctor_schema
    from postwright.exchange.review_schema import review_schema

    schemas = {
        "brief": brief_schema(), "lint": lint_schema(), "read": read_schema(), "cases": cases_schema(),
        "ground": ground_schema(), "review": review_schema(), "rules": rules_schema(), "doctor": doctor_schema(),
    }  # fmt: skip
    return {
        FOLDER / f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def brief_schema() -> Schema:
    """Return the schema of a brief: that of the model, with the comments people see in a template."""
    from postwright.exchange.brief_fields import FIELD_NOTES
    from postwright.model.brief import TEXT_LISTS, Brief

    schema: Schema = Brief.model_json_schema(mode="validation")
    docs = _attribute_docs(ROOT / "postwright" / "model" / "brief.py")
    for name, definition in schema["$defs"].items():
        _describe(definition, docs.get(name, {}))
    _describe(schema, docs["Brief"])
    for note in FIELD_NOTES:
        schema["properties"][note.name]["description"] = note.comment
    for name in TEXT_LISTS:  # an entry may be written as its text alone
        items = schema["properties"][name]["items"]
        schema["properties"][name]["items"] = {"anyOf": [items, {"type": "string", "maxLength": 600}]}
    _allow_short_years(schema)
    schema["title"] = "A brief for a job posting"
    return {"$schema": _DRAFT, **schema}


def _allow_short_years(value: Any) -> None:
    """Allow years as a number or as "3-5", wherever a range of years is expected."""
    if isinstance(value, dict):
        years = value.get("properties", {}).get("years")
        if years:
            years["anyOf"] = [*years["anyOf"], {"type": "number", "minimum": 0, "maximum": 60}, {"type": "string"}]
        for part in list(value.values()):
            _allow_short_years(part)


def _describe(definition: Schema, docs: dict[str, str]) -> None:
    for name, words in docs.items():
        if name in definition.get("properties", {}):
            definition["properties"][name]["description"] = words


def _attribute_docs(path: Path) -> dict[str, dict[str, str]]:
    """Return the docstrings below the attributes of each class in a module: {class: {attribute: words}}."""
    found: dict[str, dict[str, str]] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            pairs = zip(node.body, node.body[1:], strict=False)
            found[node.name] = {
                attribute.target.id: str(words.value.value).strip().strip('"')
                for attribute, words in pairs
                if isinstance(attribute, ast.AnnAssign)
                and isinstance(attribute.target, ast.Name)
                and isinstance(words, ast.Expr)
                and isinstance(words.value, ast.Constant)
            }
    return found


def lint_schema() -> Schema:
    """Return the schema of one line of `postwright lint --format jsonl` (and of one entry of `--format json`)."""
    edit = _object(start=_OFFSET, end=_OFFSET, replacement=_TEXT)
    fix = _object(
        label=_TEXT,
        safety=_one_of(
            *get_args(Safety), words="safe: mechanical; unsafe: a rewording to confirm; hint: nothing to apply"
        ),
        edits={"type": "array", "items": edit, "description": "All at once, on `text`; empty for a hint."},
    )
    finding = _object(
        rule={"type": "string", "pattern": "^[a-z]+/[a-z0-9-]+$"},
        severity=_one_of(*SEVERITIES),
        start=_MAYBE_OFFSET,
        end=_MAYBE_OFFSET,
        quote={"type": "string", "description": "text[start:end]; empty for what is missing from the text."},
        message=_TEXT,
        why=_TEXT,
        source=_TEXT,
        arithmetic={"type": "string", "description": "The figures behind the finding; may be empty."},
        field={"type": "string", "description": "The brief's field that it is about (`must_have.2`); may be empty."},
        fixes={"type": "array", "items": fix},
    )
    waived = _object(
        finding=finding,
        reason=_TEXT,
        owner={"type": "string", "description": "Who accepted it; may be empty."},
        until={"type": ["string", "null"], "format": "date", "description": "The last day on which it is accepted."},
    )
    schema = _posting(
        "Findings of one posting", findings={"type": "array", "items": finding, "description": "Most severe first."}
    )
    schema["properties"]["waived"] = {
        "type": "array",
        "items": waived,
        "description": "Findings that somebody accepted; only with --show-waived.",
    }
    return schema


def rules_schema() -> Schema:
    """Return the schema of `postwright rules --format json`."""
    rule = _object(
        id={"type": "string", "pattern": "^[a-z]+/[a-z0-9-]+$"},
        severity=_one_of(*SEVERITIES, "off", words="As the house has it; off: it is not checked."),
        default=_one_of(*SEVERITIES),
        summary=_TEXT,
        why=_TEXT,
        source=_TEXT,
        known_problems={"type": "string", "description": "What it is known to get wrong; may be empty."},
    )
    return {"$schema": _DRAFT, "title": "All rules, by id", "type": "array", "items": rule}


def read_schema() -> Schema:
    """Return the schema of one line of `postwright read --format jsonl`."""
    years = {"type": "number", "minimum": 0}
    demand = _object(
        start=_OFFSET,
        end=_OFFSET,
        quote=_TEXT,
        min_years=years,
        max_years={"anyOf": [years, {"type": "null"}], "description": "null: or more"},
        subject={"type": "string", "description": "What the experience is in; empty where the text names nothing."},
        strength=_one_of(*get_args(Strength)),
        kind=_one_of(*get_args(DemandKind)),
        group={"type": ["integer", "null"], "description": "Demands of one group are alternatives."},
    )
    degree = _object(
        level=_one_of(*get_args(DegreeLevel), "none"),
        strength=_one_of(*get_args(DegreeStrength), "none"),
        start=_MAYBE_OFFSET,
        end=_MAYBE_OFFSET,
    )
    amount = {"type": ["number", "null"], "minimum": 0}
    pay = _object(
        kind=_one_of(*get_args(PayKind), "none"),
        minimum=amount,
        maximum=amount,
        currency={"type": ["string", "null"], "pattern": "^[A-Z]{3}$"},
        period={"enum": [*get_args(PayPeriod), None]},
        start=_MAYBE_OFFSET,
        end=_MAYBE_OFFSET,
    )
    section = _object(kind=_one_of(*SECTION_KINDS), start=_OFFSET, end=_OFFSET)
    technology = _object(name=_TEXT, start=_OFFSET, end=_OFFSET)
    return _posting(
        "What was understood of one posting",
        title_level=_one_of(*LEVELS, "none"),
        sections={"type": "array", "items": section, "description": "Without gaps, from start to end."},
        demands={"type": "array", "items": demand},
        degree=degree,
        pay=pay,
        technologies={"type": "array", "items": technology},
    )


def ground_schema() -> Schema:
    """Return the schema of one line of `postwright ground --items`."""
    finding = _object(
        kind={"type": "string", "pattern": "^[a-z_]+$"},
        start=_OFFSET,
        end=_OFFSET,
        message={"type": "string", "description": "What was found and why, for a manager."},
    )
    words = "Spans count code points of the statement from 0; an end is exclusive."
    judged = _object(
        id={"type": ["string", "integer"], "description": "That of the item, else the number of its line."},
        supported={"type": "boolean", "description": "Whether the statement says only what its sources say."},
        findings={"type": "array", "items": finding, "description": words},
    )
    return {"$schema": _DRAFT, "title": "A judgement on one statement", **judged}


def cases_schema() -> Schema:
    """Return the schema of one line of `cases --format jsonl`; the file of reports has the same without `still_so`."""
    described = {
        "id": "The same report twice is one case.",
        "reported": "Date and time in ISO 8601, UTC.",
        "version": "The version of Postwright that read so.",
        "quote": "The words in question.",
        "read": "What was understood, as `postwright read` says it, or what a finding said; empty where missed.",
        "should_be": "What should have been read, or why the finding is wrong; a person's words, may be empty.",
        "title": "The posting's title.",
        "text": "The posting's text.",
    }
    words = {name: {**_TEXT, "description": description} for name, description in described.items()}
    case = _object(
        **words,
        about=_one_of(*get_args(MarkKind), MISSED, FINDING),
        start=_OFFSET,
        end=_OFFSET,
        still_so={"type": "boolean", "description": "Whether the text is still read, or found, so."},
    )
    case["properties"] |= {
        "rule": {**_TEXT, "description": "The rule that remarked on it; only for a finding."},
        "given": _given_schema(),
    }
    case["if"] = {"properties": {"about": {"const": FINDING}}}
    case["then"] = {"required": ["rule", "given"]}
    return {"$schema": _DRAFT, "title": "A reading or a finding that a person reported as wrong", **case}


def _given_schema() -> Schema:
    given = _object(
        format=_one_of("plain", "markdown"),
        date={"type": "string", "format": "date"},
        level=_one_of(*LEVELS),
        profile=_TEXT,
        places={"type": "array", "items": _TEXT},
        brief={"type": "object"},
        field={"type": "string", "description": "The brief's field that the finding is about."},
    )
    words = "What was known beside the text; what was not is left out. Only for a finding."
    return {**given, "required": [], "description": words}


_TEXT: Schema = {"type": "string"}
_OFFSET: Schema = {"type": "integer", "minimum": 0}
_MAYBE_OFFSET: Schema = {"type": ["integer", "null"], "minimum": 0}


def _posting(title: str, **properties: Schema) -> Schema:
    identity: Schema = {
        "id": {"type": ["string", "integer"], "description": "The posting's id in a .jsonl file, else the path."},
        "text": {
            "type": "string",
            "description": "The posting's text. All offsets count its code points from 0; an end is exclusive.",
        },
    }
    return {"$schema": _DRAFT, "title": title, **_object(**identity, **properties)}


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False
    }  # fmt: skip


def _one_of(*values: str, words: str = "") -> Schema:
    return {"enum": list(values), **({"description": words} if words else {})}


if __name__ == "__main__":
    sys.exit(main())
