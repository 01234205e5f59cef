"""Lines of JSON -> statements with their sources; judgements -> JSON. A bad line is reported and the rest is done."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from postwright.errors import DocumentError
from postwright.exchange.jsonl_in import is_blank
from postwright.model.statement import BRIEF_FIELDS, GroundingFinding, Judgement, Source, Statement
from postwright.model.words import SectionKind

_HINT = (
    'Each line must be an object such as {"id": "1", "sources": [{"field": "must_have", "text": "..."}], '
    '"section": "requirements", "statement": "..."}.'
)
_SECTIONS = get_args(SectionKind)
Item = tuple[str | int, Statement]


def read_items(lines: Iterable[bytes], *, name: str) -> Iterator[Item | DocumentError]:
    """Yield the id and the statement of each line, or what is wrong with the line; blank lines are skipped."""
    for number, line in enumerate(lines, start=1):
        if not is_blank(line):
            try:
                yield _item(line, name=f"{name}, line {number}", default_id=number)
            except DocumentError as error:
                yield error


def _item(line: bytes, *, name: str, default_id: int) -> Item:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise DocumentError(f"{name} is not JSON.", hint=_HINT) from None
    if not isinstance(value, dict):
        raise DocumentError(f"{name} is not a JSON object.", hint=_HINT)
    text, section, sources = value.get("statement"), value.get("section", "other"), value.get("sources")
    if not isinstance(text, str) or not text.strip():
        raise DocumentError(f'{name} has no "statement".', hint=_HINT)
    if section not in _SECTIONS:
        raise DocumentError(
            f"{name}: there is no section {_shown(section)}.", hint=f"Use one of {', '.join(_SECTIONS)}."
        )
    if not isinstance(sources, list):
        raise DocumentError(f'{name} has no list "sources".', hint=_HINT)
    key = value.get("id", default_id)
    if not isinstance(key, (str, int)) or isinstance(key, bool):
        raise DocumentError(f'{name}: its "id" is neither a text nor a whole number.', hint=_HINT)
    return key, Statement(text, tuple(_source(source, name) for source in sources), section)


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
