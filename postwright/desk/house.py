"""The house of a desk: its rules and the organisation's facts, read again when their files change."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from postwright.guidelines.load import load_guidelines, load_organisation, save_organisation
from postwright.guidelines.profile import HouseSeverity, set_severity, severities_in
from postwright.guidelines.records import Guidelines
from postwright.model.brief import Organisation

LOOK_AGAIN_AFTER = 2.0
"""Seconds for which rules that were read are used without looking at their files again."""


class House:
    """Guidelines and organisation; safe for many threads."""

    def __init__(self, overlay: Path) -> None:
        self._overlay = overlay
        self._lock = threading.Lock()
        self._guidelines: Guidelines | None = None
        self._organisation: Organisation | None = None
        self._read_at = 0.0

    @property
    def overlay(self) -> Path:
        """The folder of the organisation's own guidelines and prompts; it need not exist."""
        return self._overlay

    @property
    def guidelines(self) -> Guidelines:
        """The house rules, the organisation's overlay merged in."""
        return self._both()[0]

    @property
    def organisation(self) -> Organisation:
        """The organisation's standing facts; empty where none were saved."""
        return self._both()[1]

    def save(self, organisation: Organisation) -> None:
        """Keep the organisation's facts in the overlay folder."""
        with self._lock:
            save_organisation(organisation, self._overlay)
            self._organisation = None

    def save_severity(self, rule: str, severity: HouseSeverity | None) -> None:
        """Keep the house's severity of a rule in the overlay folder; None lets the rule keep its own."""
        with self._lock:
            set_severity(self._overlay, rule, severity)
            self._guidelines = None

    def severities(self) -> Mapping[str, HouseSeverity]:
        """Return the severities that the house has set itself, by rule id."""
        return severities_in(self._overlay)

    def _both(self) -> tuple[Guidelines, Organisation]:
        known = self._guidelines, self._organisation
        if known[0] is None or known[1] is None:
            with self._lock:
                return self._read_again()
        if time.monotonic() - self._read_at > LOOK_AGAIN_AFTER and self._lock.acquire(blocking=False):
            try:  # whoever comes meanwhile works with the rules as they were a moment ago
                return self._read_again()
            finally:
                self._lock.release()
        return known[0], known[1]

    def _read_again(self) -> tuple[Guidelines, Organisation]:
        is_old = time.monotonic() - self._read_at > LOOK_AGAIN_AFTER
        if self._guidelines is None or self._organisation is None or is_old:
            guidelines = load_guidelines(self._overlay if self._overlay.is_dir() else None)
            organisation = load_organisation(self._overlay)
            if organisation == self._organisation:
                organisation = self._organisation  # the same object: what was made of it holds
            self._guidelines, self._organisation = guidelines, organisation
            self._read_at = time.monotonic()
        return self._guidelines, self._organisation


def fingerprint(organisation: Organisation) -> str:
    """Return a hash of the organisation's facts, to notice that they changed."""
    known, mark = _latest[0]  # one object for some seconds: every key press asks
    if known is not organisation:
        mark = _hash(organisation)
        _latest[0] = organisation, mark
    return mark


_latest: list[tuple[Organisation | None, str]] = [(None, "")]


def _hash(organisation: Organisation) -> str:
    return hashlib.sha256(organisation.model_dump_json().encode()).hexdigest()[:16]
