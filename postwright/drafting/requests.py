"""Material -> the requests that a model gets: lines in batches by section, rendered by the prompts.

What `rewrite_requests` returns is what is sent, word for word; the page shows it before the first call.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from postwright.drafting.material import Material, MaterialLine
from postwright.drafting.prompts import PromptName, load_prompt
from postwright.drafting.rewritten import Attempt
from postwright.drafting.withheld import redacted
from postwright.drafting.writer import WriteRequest, WriterItem
from postwright.guidelines.records import Guidelines, VoiceMoment
from postwright.model.finding import Finding

MOST_CHARACTERS = 3_000
"""Of the lines of one request: an answer of half a minute, after which the next progress is shown at the latest."""
MOST_LINES = 15
"""Of one request: in longer lists models begin to merge lines and to leave some out."""
LONGEST_REFUSED = 1_000
"""Characters of a refused wording that are sent back: a model that wrote a book need not read it again."""
SHORT_SECTIONS = 4
"""Lines of neighbouring sections that share a request: the rules before them cost more than they do."""
CHARACTERS_A_TOKEN = 4.3
"""Of English; tokenizers differ, and theirs need a download."""
ROOM = 4_000
"""Tokens that an answer may have besides its lines: ids, braces, and the thinking of models that think."""


@dataclass(frozen=True, slots=True)
class Asker:
    """What every request of a posting has: the house's voice, its prompts, and a secret for nonces."""

    guidelines: Guidelines
    overlay: Path | None
    """The organisation's guidelines folder, with its own prompts."""
    secret: bytes
    """Nobody who writes a brief knows it, so nobody can write the end of the material into one."""

    def rewrite(self, material: Material, lines: Sequence[MaterialLine], *, wish: str) -> WriteRequest:
        """Return the request for a first wording; `wish` is a moment of the voice ("shorter") or empty."""
        sections = [
            {"about": {"section": section.kind, "heading": section.heading}, "lines": [_line(each) for each in run]}
            for section, run in groupby(lines, key=lambda each: each.section)
        ]
        asked = self._voice(wish) if wish else []
        return self._request("rewrite", material, lines, sections=sections, wish=" ".join(asked))

    def repair(self, material: Material, refused: Sequence[tuple[MaterialLine, Attempt]]) -> WriteRequest:
        """Return the request to word refused lines once more, with what was found in them."""
        told = [
            {
                **_line(line),
                "refused": redacted(attempt.written[:LONGEST_REFUSED], names=material.names),
                "found": [redacted(found.message, names=material.names) for found in attempt.findings if found.refuses],
            }
            for line, attempt in refused
        ]
        return self._request("repair", material, [line for line, _ in refused], lines=told)

    def reword(self, material: Material, line: MaterialLine, finding: Finding) -> WriteRequest:
        """Return the request to mend a line for one finding of the linter."""
        about = {
            "marked": finding.quote,
            "message": finding.message,
            "why": finding.why,
            "suggest": [fix.label for fix in finding.fixes],
        }
        return self._request("reword", material, [line], line=_line(line), finding=_redacted(about, material.names))

    def _voice(self, moment: str) -> list[str]:
        return [rule.say for rule in self.guidelines.voice.values() if rule.when == moment]

    def _request(
        self, name: PromptName, material: Material, lines: Sequence[MaterialLine], /, **values: Any
    ) -> WriteRequest:
        values = {"voice": self._voice("always"), "role": material.role, **values}
        nonce = self._nonce(name, values)
        prompt = load_prompt(name, overlay=self.overlay).render(**values, nonce=nonce)
        items = tuple(
            WriterItem(each.item.id, each.section.kind, each.sent.text, each.item.strength, each.entries)
            for each in lines
        )
        return WriteRequest(prompt, items, ROOM + 2 * estimated_tokens(each.text for each in items))

    def _nonce(self, name: str, values: Mapping[str, Any]) -> str:
        """Return letters that are the same for the same material, and that its writer cannot know beforehand."""
        material = json.dumps([name, values], ensure_ascii=False, sort_keys=True)
        digest = hmac.new(self.secret, material.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
        return digest[:16]


def rewrite_requests(material: Material, asker: Asker, *, wish: VoiceMoment | str = "") -> tuple[WriteRequest, ...]:
    """Return the requests for a first wording of all lines."""
    return tuple(asker.rewrite(material, lines, wish=wish) for lines in batches(material.lines))


def batches(lines: Iterable[MaterialLine]) -> Iterator[tuple[MaterialLine, ...]]:
    """Yield the lines in batches: a section each, short ones with their neighbours, a long one in parts."""
    batch: list[MaterialLine] = []
    for _, run in groupby(lines, key=lambda each: each.section):
        section = tuple(run)
        together = [*batch, *section]
        if batch and not (len(together) <= SHORT_SECTIONS and _fits(together)):
            yield tuple(batch)
            batch = []
        for line in section:
            if batch and not _fits([*batch, line]):
                yield tuple(batch)
                batch = []
            batch.append(line)
    if batch:
        yield tuple(batch)


def _fits(lines: Sequence[MaterialLine]) -> bool:
    return len(lines) <= MOST_LINES and sum(len(line.text) for line in lines) <= MOST_CHARACTERS


def estimated_tokens(texts: Iterable[str]) -> int:
    """Return about how many tokens the texts are."""
    return round(sum(len(text) for text in texts) / CHARACTERS_A_TOKEN)


def _line(line: MaterialLine) -> dict[str, Any]:
    """Return what a model is told of a line."""
    told: dict[str, Any] = {"id": line.item.id, "text": line.sent.text}
    if line.item.strength:
        told["strength"] = line.item.strength
    told["sources"] = [*line.item.sources]
    if line.sent.slots:
        told["slots"] = line.sent.told()
    if line.seen:
        told["seen"] = line.seen
    return told


def _redacted(about: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {
        key: redacted(value, names=names) if isinstance(value, str) else [redacted(one, names=names) for one in value]
        for key, value in about.items()
    }
