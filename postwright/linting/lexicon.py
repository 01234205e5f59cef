"""The wording guidelines as rules: one rule per category, and the search for all wordings in one pass over the text.

An entry's pattern is tried only where a word of the text begins as its matches do; most entries have no such word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from postwright.linting import categories, remarks
from postwright.linting.conditions import compiled
from postwright.linting.forbidden import with_law
from postwright.linting.remarks import AROUND
from postwright.linting.rewording import fixes_for
from postwright.linting.rule import Context, Rule
from postwright.linting.sources import cited
from postwright.model.finding import Finding
from postwright.model.words import SEVERITIES, Severity
from postwright.reading.folding import fold

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines, WordingEntry
    from postwright.reading.document import Document

COUNTED = "gender_stem_"
"""Categories that begin so are counted by wording/gender-balance and remarked on by no rule of their own."""
MOST_WORDS = 50_000
"""Words that are remembered; texts share most of theirs."""
KEY = 4
"""Characters of a word's beginning under which entries are found whose matches may begin within a word."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording at a place of the text."""

    entry: WordingEntry
    start: int
    end: int
    severity: Severity
    """The entry's, or a higher one of an entry that matched within it."""


def wording_rules(guidelines: Guidelines) -> list[Rule]:
    """Return one rule per category of the wordings that are switched on and are not merely counted."""
    by_category: dict[str, list[WordingEntry]] = {}
    for entry in guidelines.wording.values():
        if entry.enabled and not entry.category.startswith(COUNTED):
            by_category.setdefault(entry.category, []).append(entry)
    return [_rule(category, entries) for category, entries in by_category.items()]


def rule_id(category: str) -> str:
    """Return the id of the rule that a category makes.

    >>> rule_id("age_young")
    'wording/age-young'
    """
    return f"wording/{category.replace('_', '-')}"


def hits(context: Context) -> tuple[Hit, ...]:
    """Return all wordings in the posting that deserve a remark, in order; where two overlap, the longer one."""
    found = context.facts.get(_REMARKS)
    if found is None:
        off = {category for category in _categories(context.guidelines) if _is_off(category, context.guidelines)}
        fair = (_placed(hit, context) for hit in matches(context) if hit.entry.category not in off)
        found = context.facts[_REMARKS] = tuple(_longest([hit for hit in fair if hit]))
    return found  # type: ignore[return-value]


def matches(context: Context) -> tuple[Hit, ...]:
    """Return every match of a wording that is switched on; searched once, whichever rule asks first."""
    found = context.facts.get(_MATCHES)
    if found is None:
        lexicon = _lexicon(context.guidelines)
        found = context.facts[_MATCHES] = tuple(lexicon.search(context.document))
    return found  # type: ignore[return-value]


_REMARKS, _MATCHES = "wording remarks", "wording matches"


def _categories(guidelines: Guidelines) -> set[str]:
    return {entry.category for entry in guidelines.wording.values()}


def _is_off(category: str, guidelines: Guidelines) -> bool:
    return category.startswith(COUNTED) or guidelines.severities.get(rule_id(category)) == "off"


class Lexicon:
    """Wording entries, ready to be looked up in any text."""

    def __init__(self, entries: Iterable[WordingEntry]) -> None:
        self._anywhere: list[WordingEntry] = []
        self._by_start: dict[str, list[WordingEntry]] = {}
        for entry in entries:
            if not entry.starts:
                self._anywhere.append(entry)
            for start in {fold(start) for start in entry.starts}:
                self._by_start.setdefault(start, []).append(entry)
        self._beginnings = _Beginnings(self._by_start)

    def search(self, document: Document) -> Iterator[Hit]:
        """Yield every match that no exception of its entry overlaps."""
        text = document.text
        tried: set[tuple[int, str]] = set()
        for start, at in self._places(document):
            for entry in self._by_start[start]:
                if (at, entry.id) in tried:
                    continue
                tried.add((at, entry.id))
                match = compiled(entry.pattern).match(text, at)
                if match and match.end() > at and not _excepted(entry, text, at, match.end()):
                    yield Hit(entry, at, match.end(), entry.severity)
        for entry in self._anywhere:
            for match in compiled(entry.pattern).finditer(text):
                if match.end() > match.start() and not _excepted(entry, text, match.start(), match.end()):
                    yield Hit(entry, match.start(), match.end(), entry.severity)

    def _places(self, document: Document) -> Iterator[tuple[str, int]]:
        """Yield the beginnings of matches, each at every place where it stands at the beginning of a word."""
        folded, beginnings = document.folded, self._beginnings
        for word, places in document.words.items():
            starts = beginnings[word]
            if not starts:
                continue
            for at in places:
                if folded.startswith(starts, at) and not (at and (folded[at - 1].isalnum() or folded[at - 1] == "_")):
                    yield from ((start, at) for start in starts if folded.startswith(start, at))
        for start in beginnings.unworded:
            at = folded.find(start)
            while at >= 0:
                yield start, at
                at = folded.find(start, at + 1)


class _Beginnings(dict[str, tuple[str, ...]]):
    """Word -> the beginnings of matches that can stand where it begins; worked out when a word is first met."""

    def __init__(self, starts: Iterable[str]) -> None:
        super().__init__()
        self.unworded: list[str] = []
        """Those that begin with neither letter nor digit."""
        self._by_word: dict[str, list[str]] = {}
        """Those whose first word is whole."""
        self._by_part: dict[str, list[str]] = {}
        """Those that may break off within their first word, by its first characters."""
        for start in starts:
            first = _FIRST_WORD.match(start)
            if first is None:
                self.unworded.append(start)
            elif first.end() < len(start):
                self._by_word.setdefault(first[0], []).append(start)
            else:
                self._by_part.setdefault(start[:KEY], []).append(start)

    def __missing__(self, word: str) -> tuple[str, ...]:
        parts = (self._by_part.get(word[:length], ()) for length in range(1, min(KEY, len(word)) + 1))
        found = tuple(dict.fromkeys([*self._by_word.get(word, ()), *(start for part in parts for start in part)]))
        if len(self) >= MOST_WORDS:
            self.clear()
        self[word] = found
        return found


_FIRST_WORD = re.compile(r"[a-z0-9]+")


def _excepted(entry: WordingEntry, text: str, start: int, end: int) -> bool:
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    for exception in entry.exceptions:
        for match in compiled(exception).finditer(text, low, high):
            if match.start() < end and match.end() > start:
                return True
    return False


# ---- from hits to remarks


_lexicons: list[tuple[Guidelines, Lexicon]] = []
"""The latest lexicon with the guidelines that it was made from, told apart by identity."""


def _lexicon(guidelines: Guidelines) -> Lexicon:
    if not _lexicons or _lexicons[0][0] is not guidelines:
        entries = (entry for entry in guidelines.wording.values() if entry.enabled)
        _lexicons[:] = [(guidelines, Lexicon(entries))]
    return _lexicons[0][1]


def _placed(hit: Hit, context: Context) -> Hit | None:
    """Return the hit with the span to mark, or None where it deserves no remark."""
    span = remarks.span_to_mark(hit.entry, hit.start, hit.end, context)
    if span is None:
        return None
    return hit if span == (hit.start, hit.end) else replace(hit, start=span[0], end=span[1])


def _longest(found: list[Hit]) -> list[Hit]:
    """Return the hits in order; of overlapping ones only the longest, with the highest severity among them."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start - hit.end, hit.start, SEVERITIES.index(hit.severity))):
        over = next((i for i, other in enumerate(kept) if hit.start < other.end and other.start < hit.end), None)
        if over is None:
            kept.append(hit)
        elif SEVERITIES.index(hit.severity) < SEVERITIES.index(kept[over].severity):
            kept[over] = replace(kept[over], severity=hit.severity)
    return sorted(kept, key=lambda hit: hit.start)


# ---- the rule of a category


def _rule(category: str, entries: list[WordingEntry]) -> Rule:
    about = categories.about(category)

    def check(context: Context) -> Iterator[Finding]:
        for hit in hits(context):
            if hit.entry.category == category:
                yield with_law(_finding(hit, about, context), hit.entry, context)

    return Rule(
        id=rule_id(category),
        severity=min((entry.severity for entry in entries), key=SEVERITIES.index),
        summary=about.summary,
        why=about.why,
        source=cited(source for entry in entries for source in entry.sources),
        check=check,
        fires=about.fires,
        silent=about.silent,
        known_problems=about.known_problems,
    )


def _finding(hit: Hit, about: categories.Category, context: Context) -> Finding:
    entry = hit.entry
    quote = context.text[hit.start : hit.end]
    says = entry.says or (about.hints if about.hints and hit.severity == "info" else about.says)
    law = f" Law: {'; '.join(entry.legal)}." if entry.legal else ""
    return Finding(
        rule=rule_id(entry.category),
        severity=hit.severity,
        start=hit.start,
        end=hit.end,
        message=f"“{' '.join(quote.split())}” {says}.",
        why=f"{entry.why[0].upper()}{entry.why[1:]}.{law}",
        source=cited(entry.sources),
        quote=quote,
        fixes=fixes_for(entry, context.text, hit.start, hit.end, context.guidelines),
        confidence=entry.confidence if hit.severity == entry.severity else "high",
    )
