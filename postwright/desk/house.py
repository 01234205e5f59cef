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
        with self._lock:
            now = time.monotonic()
            if self._guidelines is None or self._organisation is None or now - self._read_at > LOOK_AGAIN_AFTER:
                self._guidelines = load_guidelines(self._overlay if self._overlay.is_dir() else None)
                self._organisation = load_organisation(self._overlay)
                self._read_at = now
            return self._guidelines, self._organisation


def fingerprint(organisation: Organisation) -> str:
    """Return a hash of the organisation's facts, to notice that they changed."""
    return hashlib.sha256(organisation.model_dump_json().encode()).hexdigest()[:16]
