"""The wording guidelines as rules: one rule per category, and the search for all wordings in one pass over the text.

An entry's pattern is tried only where a word of the text begins as its matches do; most entries have no such word.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from postwright.guidelines.records import Branch
from postwright.linting import categories, remarks
from postwright.linting.conditions import compiled
from postwright.linting.forbidden import with_law
from postwright.linting.remarks import AROUND
from postwright.linting.rewording import fixes_for
from postwright.linting.rule import Context, Rule
from postwright.linting.sources import cited
from postwright.model.finding import Finding
from postwright.model.words import SEVERITIES, Severity
from postwright.phrases import Phrases
from postwright.reading.folding import fold
from postwright.reading.stretches import Stretch, found_in

if TYPE_CHECKING:
    import re

    from postwright.guidelines.records import Guidelines, WordingEntry
    from postwright.reading.document import Document

COUNTED = "gender_stem_"
"""Categories that begin so are counted by wording/gender-balance and remarked on by no rule of their own."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording at a place of the text."""

    entry: WordingEntry
    start: int
    end: int
    severity: Severity
    """The entry's, or a higher one of an entry that matched within it."""
    said_of_others: bool = False
    """Whether it is a plural that names other people than the one to be hired, see `plural_as` of an entry."""

    @property
    def category(self) -> str:
        """The category that remarks on it."""
        return self.entry.plural_as if self.said_of_others else self.entry.category


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
    """Return all wordings in the posting that deserve a remark, in order; where two overlap, the longer one.

    Both are returned where they are about different things that law protects: "young lady" is about age and sex.
    """
    found = context.facts.get(_REMARKS)
    if found is None:
        categories = _lexicon(context.guidelines).categories
        off = {category for category in categories if _is_off(category, context.guidelines)}
        fair = (_placed(hit, context) for hit in matches(context) if hit.entry.category not in off)
        found = context.facts[_REMARKS] = tuple(_by_ground([hit for hit in fair if hit]))
    return found  # type: ignore[return-value]


def matches(context: Context) -> tuple[Hit, ...]:
    """Return every match of a wording that is switched on; searched once, whichever rule asks first."""
    found = context.facts.get(_MATCHES)
    if found is None:
        lexicon = _lexicon(context.guidelines)
        found = context.facts[_MATCHES] = tuple(lexicon.search(context.document))
    return found  # type: ignore[return-value]


_REMARKS, _MATCHES = "wording remarks", "wording matches"


def _is_off(category: str, guidelines: Guidelines) -> bool:
    return category.startswith(COUNTED) or guidelines.severities.get(rule_id(category)) == "off"


class Lexicon:
    """Wording entries, ready to be looked up in any text."""

    def __init__(self, entries: Iterable[WordingEntry]) -> None:
        self.categories: set[str] = set()
        self._anywhere: list[_Tried] = []
        by_start: dict[str, list[_Tried]] = {}
        for entry in entries:
            self.categories.add(entry.category)
            for branch in entry.branches or (Branch(0, len(entry.pattern), ""),):
                tried = _Tried(entry, branch)
                if not branch.starts:
                    self._anywhere.append(tried)
                    continue
                starts = branch.starts.split("\n")  # without those that go on as another does, see `match_starts`
                for start in starts if _is_folded(branch.starts.replace("\n", " ")) else _shortest(starts):
                    by_start.setdefault(start, []).append(tried)
        self._starts = Phrases(by_start)

    def search(self, document: Document) -> Iterator[Hit]:
        """Yield every match that no exception of its entry overlaps."""
        for shift, (entry, start, end) in found_in(document.stretches, self, self._found):
            yield Hit(entry, start + shift, end + shift, entry.severity)

    def _found(self, stretch: Stretch) -> Iterator[tuple[WordingEntry, int, int]]:
        """Yield the matches that begin in a stretch; none rests on words farther away than those around it."""
        text, folded, low, high = stretch.around, stretch.folded, stretch.low, stretch.high
        for at, begun in self._starts.places(folded, low, high):
            if at and folded[at - 1].isalnum() and folded[at].isalnum():
                continue  # amid a word
            for tried in begun:
                match = tried.match(text, at)
                if match is not None and match.end() > at and _counts(tried.entry, text, at, match.end()):
                    yield tried.entry, at, match.end()
        for tried in self._anywhere:
            for match in compiled(tried.pattern).finditer(text, low):
                if match.start() >= high:
                    break
                if match.end() > match.start() and _counts(tried.entry, text, match.start(), match.end()):
                    yield tried.entry, match.start(), match.end()


class _Tried:
    """One alternative of an entry's pattern, compiled when it is first tried."""

    __slots__ = ("_branch", "entry", "match")

    def __init__(self, entry: WordingEntry, branch: Branch) -> None:
        self.entry = entry
        self._branch = branch
        self.match: Callable[[str, int], re.Match[str] | None] = self._compile_and_match

    @property
    def pattern(self) -> str:
        """The alternative with what surrounds all of them."""
        pattern, branches = self.entry.pattern, self.entry.branches or (self._branch,)
        around = pattern[: branches[0].begin], pattern[branches[-1].end :]
        return pattern[self._branch.begin : self._branch.end].join(around)

    def _compile_and_match(self, text: str, at: int) -> re.Match[str] | None:
        self.match = compiled(self.pattern).match
        return self.match(text, at)


def _is_folded(start: str) -> bool:
    return start.isascii() and start.isprintable() and not ("*" in start or "_" in start)


def _shortest(starts: Iterable[str]) -> list[str]:
    """Return the beginnings, folded, without those that go on as another does: none may be tried twice at a place."""
    kept: list[str] = []
    for start in sorted({start if _is_folded(start) else fold(start) for start in starts}):
        if not (kept and start.startswith(kept[-1])):
            kept.append(start)
    return kept


def _counts(entry: WordingEntry, text: str, start: int, end: int) -> bool:
    """Say whether the wording stands in a frame of its entry, where it needs one, and no exception overlaps it."""
    return remarks.framed_span(entry, text, start, end) is not None and not _excepted(entry, text, start, end)


def _excepted(entry: WordingEntry, text: str, start: int, end: int) -> bool:
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    for exception in remarks.worth_trying(entry.exceptions, entry.exceptions_need, text, low, high):
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
    if hit.entry.plural_as and remarks.is_said_of_others(hit.start, hit.end, context):
        hit = replace(hit, said_of_others=True, severity="warning" if hit.severity == "error" else hit.severity)
    return hit if span == (hit.start, hit.end) else replace(hit, start=span[0], end=span[1])


def _by_ground(found: list[Hit]) -> list[Hit]:
    """Return the hits in order; of overlapping ones the longest of each ground, where several are about grounds."""
    of_all = _longest(found)
    grounds = {ground for hit in found if (ground := categories.about(hit.category).ground)}
    if len(of_all) == len(found) or len(grounds) < 2:
        return of_all
    kept = set(of_all)
    for ground in grounds:
        of_one = _longest([hit for hit in found if categories.about(hit.category).ground == ground])
        kept.update(hit for hit in of_one if _is_of_another_ground(hit, of_all, ground))
    return sorted(kept, key=lambda hit: (hit.start, hit.end))


def _is_of_another_ground(hit: Hit, others: list[Hit], ground: str) -> bool:
    """Say whether all that a hit overlaps is about other grounds, or the hit too grave to hide behind a cliché."""
    met = [
        categories.about(other.category).ground for other in others if hit.start < other.end and other.start < hit.end
    ]
    return ground not in met and (all(met) or hit.severity in ("error", "warning"))


def _longest(found: list[Hit]) -> list[Hit]:
    """Return the hits in order; of overlapping ones only the longest, with the highest severity among them."""
    starts: list[int] = []
    kept: dict[int, Hit] = {}
    for hit in sorted(found, key=lambda hit: (hit.start - hit.end, hit.start, SEVERITIES.index(hit.severity))):
        after = bisect_left(starts, hit.end)
        # What is kept lies apart and is no shorter, so a hit meets two at most: the last that begin before its end.
        near = [kept[start] for start in starts[max(0, after - 2) : after]]
        met = [other for other in near if other.end > hit.start]
        if not met:
            insort(starts, hit.start)
            kept[hit.start] = hit
            continue
        over = min(met, key=lambda other: (other.start - other.end, other.start))
        if SEVERITIES.index(hit.severity) < SEVERITIES.index(over.severity):
            kept[over.start] = replace(over, severity=hit.severity)
    return [kept[start] for start in starts]


# ---- the rule of a category


def _rule(category: str, entries: list[WordingEntry]) -> Rule:
    about = categories.about(category)

    def check(context: Context) -> Iterator[Finding]:
        for hit in hits(context):
            if hit.category == category:
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
        rule=rule_id(hit.category),
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
