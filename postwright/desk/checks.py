"""A kept posting -> its reading and findings, with ignored findings apart; computed once per version."""

from __future__ import annotations

import datetime as dt
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from postwright.desk.house import House, fingerprint
from postwright.desk.stored_brief import stored_brief
from postwright.library.records import PostingRecord
from postwright.linting.engine import context_of, lint
from postwright.linting.rule import Context
from postwright.model.brief import Brief
from postwright.model.finding import Finding
from postwright.model.reading import Reading
from postwright.model.waiver import Sifted, Waiver, split
from postwright.model.words import SEVERITIES
from postwright.reading.document import parse
from postwright.reading.reader import read_document
from postwright.reading.stretches import Remembered

GROUNDING = "grounding"
"""The rules on what a text says and its brief does not."""
REMEMBERED = 128
"""Checked versions kept in memory; a long posting with its findings takes some 100 KB."""


@dataclass(frozen=True, slots=True)
class Check:
    """What was read in a text and all that the linter says of it."""

    reading: Reading
    findings: tuple[Finding, ...]

    def sifted(self, waivers: tuple[Waiver, ...], *, on: dt.date) -> Sifted:
        """Return the findings apart by whether somebody has accepted them."""
        return split(self.findings, self.reading.text, waivers, on=on)


class Checks:
    """Checks of kept postings, the latest remembered; safe for many threads."""

    def __init__(self, house: House, *, today: Callable[[], dt.date]) -> None:
        self._house = house
        self._today = today
        self._known: OrderedDict[tuple[object, ...], Check] = OrderedDict()
        self._lock = threading.Lock()
        self._remembered = Remembered()

    def day_of(self, brief: Brief) -> dt.date:
        """Return the day on which ages and laws are judged: that of posting, else today."""
        return brief.date_posted or self._today()

    def of(self, posting: PostingRecord) -> Check:
        """Read and lint a posting with its brief and the organisation's facts."""
        house = self._house
        brief = stored_brief(posting.brief)
        day, organisation = self.day_of(brief), house.organisation
        key = self._key(posting)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        document = parse(posting.text, format=posting.format, remembered=self._remembered)
        reading = read_document(document, title=posting.title, guidelines=house.guidelines)
        findings = lint(
            document,
            reading,
            guidelines=house.guidelines,
            date=day,
            brief=None if is_plain_import(posting) else brief,
            organisation=organisation,
            ignore=not_asked(posting),
        )
        check = Check(reading, findings)
        with self._lock:
            self._known[key] = check
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return check

    def context(self, posting: PostingRecord) -> Context:
        """Return what a rule is given of a posting, to ask of it what no finding tells."""
        house = self._house
        brief = stored_brief(posting.brief)
        document = parse(posting.text, format=posting.format)
        return context_of(
            document,
            self.of(posting).reading,
            guidelines=house.guidelines,
            date=self.day_of(brief),
            brief=None if is_plain_import(posting) else brief,
            organisation=house.organisation,
        )

    def is_known(self, posting: PostingRecord) -> bool:
        """Return whether a posting was checked already."""
        key = self._key(posting)
        with self._lock:
            return key in self._known

    def _key(self, posting: PostingRecord) -> tuple[object, ...]:
        house, brief = self._house, stored_brief(posting.brief)
        rules = (house.guidelines.fingerprint, fingerprint(house.organisation), self.day_of(brief))
        return (posting.text, posting.title, brief, not_asked(posting), *rules)


def not_asked(posting: PostingRecord) -> tuple[str, ...]:
    """Return the groups of rules that do not look at a posting.

    The brief of an imported text is filled in from it, line by line: that the text says more is no fault of the text.
    """
    return (GROUNDING,) if posting.origin == "import" else ()


def is_plain_import(posting: PostingRecord) -> bool:
    """Return whether nobody has said anything about an imported text in a brief."""
    return posting.origin == "import" and not posting.brief


def counted(findings: tuple[Finding, ...]) -> dict[str, int]:
    """Return the number of findings by severity, most severe first, without zeros."""
    counts: Counter[str] = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in SEVERITIES if counts[severity]}
