"""The state of a posting's text at a glance: length, reading grade, what the brief requires, what the law asks.

No score: each figure comes with all that it was counted from, in words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from postwright.desk.checks import Check, Checks
from postwright.desk.house import House
from postwright.desk.inserting import Insert, Inserts, blank_lines
from postwright.desk.lines import HEADING, OWN, Lines, TakenOut
from postwright.desk.standing import plain_words
from postwright.desk.values import LineSource
from postwright.guidelines.records import Limit
from postwright.library.records import PostingRecord
from postwright.linting.binding import duties, reach
from postwright.linting.engine import UNDERSTOOD
from postwright.linting.law import NOT_ADVICE, month_in_words
from postwright.linting.law_duties import Duty, duties_by_law
from postwright.linting.law_words import explained, names
from postwright.linting.prose import words_of_sentences
from postwright.linting.registry import all_rules
from postwright.linting.rule import Context
from postwright.linting.rules.clarity.reading_grade import Measured, measured
from postwright.linting.sources import cited
from postwright.model.posting import Posting
from postwright.model.waiver import Sifted

State = Literal["there", "missing", "ignored", "unchecked"]
"""Of what should be said: in the text, not in it, not in it and somebody accepted that, or not looked for."""
MUST_HAVE = "missing/must-have"
UNFILLED = "A blank to fill in"


@dataclass(frozen=True, slots=True)
class Length:
    """How many words the text has, and how many are usual."""

    words: int
    least: int
    most: int
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Grade:
    """How hard the prose is to read."""

    measured: Measured | None
    """None where there is too little prose to tell."""
    most: float
    """The grade above which it is remarked on."""
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Required:
    """One thing that the brief requires of the person."""

    text: str
    field: str
    state: State


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that the law of a place wants said."""

    rule: str
    words: str
    laws: str
    """The places whose law asks for it."""
    reasons: str
    state: State


@dataclass(frozen=True, slots=True)
class Law:
    """What the laws of the posting's places want said in it."""

    place_known: bool
    places: str
    """Whose laws bind the posting, or may; empty where none does."""
    asked: tuple[Asked, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class Glance:
    """All of it; `checked` is False where the text is in a language that is not checked."""

    checked: bool
    length: Length
    grade: Grade
    required: tuple[Required, ...]
    law: Law
    lines: tuple[LineSource, ...]
    sections: tuple[str, ...]
    """For each line the kind of section in which it stands."""
    taken_out: tuple[TakenOut, ...]
    rules: int
    """How many rules look at a posting."""
    inserts: Mapping[tuple[str, str], Insert]
    """What can be inserted for findings without a place, by rule and field."""


class Glances:
    """Looks at texts of kept postings; `kept` returns a posting by its id, `sifted` its findings apart by
    whether somebody accepted them."""

    def __init__(
        self,
        house: House,
        checks: Checks,
        lines: Lines,
        *,
        kept: Callable[[str], PostingRecord],
        sifted: Callable[[PostingRecord], Sifted],
    ) -> None:
        self._house, self._checks, self._lines, self._kept, self._sifted = house, checks, lines, kept, sifted

    def of(self, posting_id: str, text: str) -> Glance:
        """Return the state of a text of the posting, which need not be saved."""
        posting = replace(self._kept(posting_id), text=text)
        check, context = self._checks.of(posting), self._checks.context(posting)
        inserts = self.inserts(posting_id, text)
        states = _States(check, self._sifted(posting), context)
        headings = {span.heading[0] for span in check.reading.sections if span.heading}
        lines = [_told(line, headings) for line in self._lines.sources(posting_id, text)]
        return Glance(
            checked=states.checked,
            length=_length(context),
            grade=_grade(context),
            required=_required(inserts.composed, states) if context.brief else (),
            law=_law(context, states),
            lines=tuple(lines),
            sections=tuple(check.reading.section_at(line.start) for line in lines),
            rules=sum(context.guidelines.severities.get(rule) != "off" for rule in all_rules(context.guidelines)),
            taken_out=tuple(self._lines.taken_out(posting_id, text)),
            inserts=inserts.of(check.findings),
        )

    def inserts(self, posting_id: str, text: str) -> Inserts:
        """Return what can be inserted into a text of the posting."""
        posting = replace(self._kept(posting_id), text=text)
        return Inserts(posting, text, house=self._house, checks=self._checks)


def _told(line: LineSource, headings: Collection[int]) -> LineSource:
    """Return a line of one's own that is a heading, or a blank, told as such."""
    if line.label != OWN:
        return line
    if line.start in headings:
        return replace(line, label=HEADING)
    return replace(line, label=UNFILLED) if plain_words(line.text) in blank_lines() else line


class _States:
    """Tells of what rules look for whether it is in the text."""

    def __init__(self, check: Check, sifted: Sifted, context: Context) -> None:
        self.checked = check.reading.language in UNDERSTOOD
        self._off = {rule for rule, severity in context.guidelines.severities.items() if severity == "off"}
        self._open = frozenset(sifted.open)
        self._findings = check.findings

    def of(self, rule: str, *, field: str = "") -> State:
        """Return the state of what a rule looks for; of one field of the brief, where one is given."""
        if not self.checked or rule in self._off:
            return "unchecked"
        found = [finding for finding in self._findings if finding.rule == rule and field in ("", finding.field)]
        if any(finding in self._open for finding in found):
            return "missing"
        return "ignored" if found else "there"


def _length(context: Context) -> Length:
    least, most = _limit(context, "posting_words_min"), _limit(context, "posting_words_max")
    words = sum(map(len, words_of_sentences(context)))
    return Length(words, int(least.value), int(most.value), f"{least.why} {most.why}", cited(most.sources))


def _grade(context: Context) -> Grade:
    limit = _limit(context, "reading_grade_max")
    return Grade(measured(context), limit.value, limit.why, cited(limit.sources))


def _limit(context: Context, name: str) -> Limit:
    return context.guidelines.limits[name]


def _required(composed: Posting, states: _States) -> tuple[Required, ...]:
    """Return what the composed posting requires, entry by entry."""
    found = [(item.text, item.sources[0]) for item in composed.items() if item.strength == "required"]
    return tuple(Required(text, field, states.of(MUST_HAVE, field=field)) for text, field in found)


def _law(context: Context, states: _States) -> Law:
    asked = duties_by_law(context)
    binding = [law for law in duties(context) if law.standing != "does not bind"]
    months = sorted({law.jurisdiction.checked for law in duties(context)})
    as_of = f"Law as of {month_in_words(months[0])}. {NOT_ADVICE}" if months else ""
    return Law(
        place_known=reach(context).known,
        places=names(binding) if binding else "",
        asked=tuple(_asked(duty, states) for duty in asked),
        as_of=as_of,
    )


def _asked(duty: Duty, states: _States) -> Asked:
    return Asked(duty.rule, duty.words, names(duty.laws), explained(duty.laws), states.of(duty.rule))
