"""What people reported as wrong at this desk: kept, looked up for a text, corrected, taken back, checked again."""

from __future__ import annotations

import datetime as dt
import json
import threading
from dataclasses import replace
from pathlib import Path

from postwright.desk.house import House, fingerprint
from postwright.exchange import cases
from postwright.exchange.case_check import still_so
from postwright.exchange.cases import FINDING, Case, Given
from postwright.exchange.cases_text import case_object
from postwright.exchange.marks import Mark
from postwright.model.finding import Finding
from postwright.model.reading import Reading
from postwright.model.waiver import context_of

FindingKey = tuple[str, str]
"""The rule of a finding and a hash of the words around it."""


class Reports:
    """The local file of cases; safe for many threads and processes."""

    def __init__(self, file: Path, house: House) -> None:
        self.file = file
        self._house = house
        self._known: dict[tuple[str, ...], bool] = {}
        self._read: tuple[tuple[int, int], tuple[Case, ...]] | None = None
        self._lock = threading.Lock()

    def add_reading(self, reading: Reading, mark: Mark, *, should_be: str = "") -> bool:
        """Keep that a mark was read wrongly; tell whether it is a new report."""
        return cases.keep(cases.case_of(reading, mark, should_be=should_be, now=_now()), self.file)

    def add_missed(self, reading: Reading, quote: str, *, should_be: str = "") -> bool:
        """Keep that nothing was read in words of the text; `InputError` where the text does not have them."""
        return cases.keep(cases.missed_case(reading, quote, should_be=should_be, now=_now()), self.file)

    def add_finding(self, finding: Finding, reading: Reading, *, given: Given, because: str = "") -> bool:
        """Keep that a finding is wrong; tell whether it is a new report."""
        case = cases.finding_case(
            finding, text=reading.text, title=reading.title, given=given, because=because, now=_now()
        )
        return cases.keep(case, self.file)

    def of_readings(self, reading: Reading) -> tuple[Case, ...]:
        """Return what was reported as read wrongly in this text, oldest first."""
        kept, _ = cases.read_cases(self.file)
        same = (case for case in kept if (case.text, case.title) == (reading.text, reading.title))
        return tuple(case for case in same if case.about != FINDING)

    def of_findings(self, title: str) -> dict[FindingKey, Case]:
        """Return the reported findings of postings with this title, by what tells them apart while the text changes."""
        same = (case for case in self._kept() if case.about == FINDING and case.title == title)
        return {finding_key(cases.reported_finding(case), case.text): case for case in same}

    def of_finding(self, finding: Finding, reading: Reading) -> Case | None:
        """Return the report of one finding, where there is one."""
        return self.of_findings(reading.title).get(finding_key(finding, reading.text))

    def correct(self, case: Case, *, should_be: str) -> None:
        """Say what should have been read instead, or why a finding is wrong."""
        cases.replace_kept(replace(case, should_be=should_be.strip()), self.file)

    def withdraw(self, case: Case) -> None:
        """Take a report back."""
        cases.withdraw(case, self.file)

    def checked(self) -> tuple[tuple[tuple[Case, bool], ...], int]:
        """Return all cases, newest first, with whether each is still so, and how many lines of the file are none."""
        kept, broken = cases.read_cases(self.file)
        return tuple((case, self._still_so(case)) for case in reversed(kept)), len(broken)

    def as_lines(self) -> bytes:
        """Return all cases as `postwright cases --format jsonl` prints them, oldest first."""
        lines = [json.dumps(case_object(case, still_so=so)) + "\n" for case, so in reversed(self.checked()[0])]
        return "".join(lines).encode()

    def _kept(self) -> tuple[Case, ...]:
        """Return all cases; the file is read again only when it has changed, for every key press asks."""
        try:
            state = self.file.stat()
        except OSError:
            return ()
        version = (state.st_mtime_ns, state.st_size)
        with self._lock:
            if self._read is not None and self._read[0] == version:
                return self._read[1]
        kept, _ = cases.read_cases(self.file)
        with self._lock:
            self._read = (version, kept)
        return kept

    def _still_so(self, case: Case) -> bool:
        """Tell whether a case is still so; remembered until rules or the organisation's facts change."""
        guidelines, organisation = self._house.guidelines, self._house.organisation
        version = (guidelines.fingerprint, fingerprint(organisation))
        with self._lock:
            if (case.id, *version) in self._known:
                return self._known[(case.id, *version)]
        found = still_so(case, guidelines=guidelines, organisation=organisation)
        with self._lock:
            self._known = {key: so for key, so in self._known.items() if key[1:] == version}
            self._known[(case.id, *version)] = found
        return found


def finding_key(finding: Finding, text: str) -> FindingKey:
    """Return what tells a finding from the others of its text, wherever in it the words move."""
    return finding.rule, context_of(text, finding)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
