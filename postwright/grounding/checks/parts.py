"""Parts of a must-have that the line leaves out: "triage and cannulation" is not "triage"."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.comparison import Comparison, doubled
from postwright.grounding.examined import Examined
from postwright.model.statement import GroundingFinding

WHOLE: frozenset[str | None] = frozenset(
    ("must_have", "licence", "education", "language", "physical", "clearance", "reporting_line")
)
"""Fields of which a line must leave out nothing."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield every part of a demand of which the line has no word, unless other words may stand for it."""
    room = len(compared.added) + sum(hit.entry.value == "ease" for hit in compared.statement.meaning.of("polarity"))
    for source, missing in zip(compared.sources, compared.missing, strict=True):
        if source.field not in WHOLE:
            continue
        ranks = {hit.first for hit in source.meaning.of("hierarchy")} if source.field == "reporting_line" else set()
        twice = doubled(source, compared.statement)
        for lost in sorted(twice):
            token, end = source.prepared.tokens[lost], len(compared.statement.prepared.text)
            message = f"The entry also asks for “{token.text}”; the line does not say so."
            yield GroundingFinding("dropped_part", 0, end, message, True)
        for part in _parts(source):
            left_out = [at for at in part if at in missing and at not in ranks]
            if left_out and (len(left_out) > room or 2 * len(left_out) > len(part)):
                tokens = source.prepared.tokens
                words = source.prepared.text[tokens[left_out[0]].start : tokens[left_out[-1]].end]
                yield GroundingFinding(
                    "dropped_part",
                    0,
                    len(compared.statement.prepared.text),
                    f"The entry also asks for “{words}”; the line does not say so.",
                    len(left_out) > room or 2 <= len(left_out) == len(part),
                )


def _parts(source: Examined) -> list[list[int]]:
    """Return the words of content of each part of a source: parts end at commas, clauses and conjunctions."""
    parts: dict[int, list[int]] = {}
    for at in sorted((*source.meaning.content, *source.meaning.phrases)):
        parts.setdefault(source.prepared.tokens[at].part, []).append(at)
    return list(parts.values())
