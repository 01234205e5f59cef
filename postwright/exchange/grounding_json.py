"""Lines of JSON -> statements with their sources; judgements -> JSON. A bad line is reported and the rest is done."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from postwright.errors import DocumentError
from postwright.exchange.jsonl_in import is_blank
from postwright.model.statement import BRIEF_FIELDS, GroundingFinding, Judgement, Source, Statement
from postwright.model.words import SECTION_KINDS, SectionKind

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

_HINT = (
    'Each line must be an object such as {"id": "1", "sources": [{"field": "must_have", "text": "..."}], '
    '"section": "requirements", "statement": "..."}.'
)
Item = tuple[str | int, Statement]


def read_items(lines: Iterable[bytes], *, name: str, guidelines: Guidelines) -> Iterator[Item | DocumentError]:
    """Yield the id and the statement of each line, or what is wrong with the line; blank lines are skipped."""
    sections = _section_names(guidelines)
    for number, line in enumerate(lines, start=1):
        if not is_blank(line):
            try:
                yield _item(line, sections, name=f"{name}, line {number}", default_id=number)
            except DocumentError as error:
                yield error


def _section_names(guidelines: Guidelines) -> Mapping[str, SectionKind]:
    """Return the sections by all names they go by: "duties" and "what you'll do" are the responsibilities."""
    named = {
        heading.lower(): rule.kind
        for rule in guidelines.sections.values()
        for heading in (*rule.headings, rule.heading, rule.id)
    }
    return cast("Mapping[str, SectionKind]", named | {kind: kind for kind in SECTION_KINDS})


def _item(line: bytes, sections: Mapping[str, SectionKind], *, name: str, default_id: int) -> Item:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise DocumentError(f"{name} is not JSON.", hint=_HINT) from None
    if not isinstance(value, dict):
        raise DocumentError(f"{name} is not a JSON object.", hint=_HINT)
    text, section, sources = value.get("statement"), value.get("section", "other"), value.get("sources")
    if not isinstance(text, str) or not text.strip():
        raise DocumentError(f'{name} has no "statement".', hint=_HINT)
    if not isinstance(section, str):
        raise DocumentError(
            f"{name}: there is no section {_shown(section)}.", hint=f"Use one of {', '.join(SECTION_KINDS)}."
        )
    if not isinstance(sources, list):
        raise DocumentError(f'{name} has no list "sources".', hint=_HINT)
    key = value.get("id", default_id)
    if not isinstance(key, (str, int)) or isinstance(key, bool):
        raise DocumentError(f'{name}: its "id" is neither a text nor a whole number.', hint=_HINT)
    kind = sections.get(section.lower().replace("_", " ").strip(), "other")
    return key, Statement(text, tuple(_source(source, name) for source in sources), kind)


def _source(value: Any, name: str) -> Source:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise DocumentError(f'{name}: a source has no "text".', hint=_HINT)
    field = value.get("field")
    if field not in BRIEF_FIELDS:
        raise DocumentError(
            f"{name}: there is no field {_shown(field)}.", hint=f"Use one of {', '.join(BRIEF_FIELDS)}."
        )
    return Source(field, value["text"])


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"


def judged_object(id: str | int, judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as `postwright ground --items` writes it; spans are those of the statement."""
    return {"id": id, "supported": judgement.supported, "findings": [finding_object(f) for f in judgement.findings]}


def finding_object(finding: GroundingFinding) -> dict[str, Any]:
    """Return a finding as JSON."""
    return {"kind": finding.kind, "start": finding.start, "end": finding.end, "message": finding.message}
