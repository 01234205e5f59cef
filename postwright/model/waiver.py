"""An accepted finding: it stays silent as long as the words around it stay, wherever in the text they move."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from postwright.errors import InputError
from postwright.model.finding import Finding

WORDS_AROUND = 4
"""Words of the same line before and after the quote that are part of its context."""
FARTHEST = 400
"""Characters to each side in which those words are looked for: a text may be one long line."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Who accepted a finding, why, and until when (the last day on which it holds; None for ever)."""

    rule: str
    context: str
    """`context_of` the finding when it was accepted."""
    quote: str
    reason: str
    owner: str = ""
    expires: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Say whether the waiver is in force on `day`."""
        return self.expires is None or day <= self.expires


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings of one text, apart by whether somebody accepted them, and the waivers that do nothing there."""

    all: tuple[Finding, ...]
    """As they were found; people name one by its place here, counted from 1, whatever else is accepted."""
    open: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]
    unused: tuple[Waiver, ...]
    """In force, and the text no longer has what they cover."""
    expired: tuple[Waiver, ...]
    """Past their last day: what they covered is found again."""


def waiver_of(
    finding: Finding, text: str, *, reason: str, owner: str = "", expires: dt.date | None = None, today: dt.date
) -> Waiver:
    """Return the record that a finding is accepted. InputError without a reason, or where its last day is past."""
    reason = " ".join(reason.split())
    if not reason:
        raise InputError(
            "A finding is ignored for a reason, and none was given.",
            hint="Say why it can be ignored: whoever reads the posting later will want to know.",
        )
    if expires is not None and expires < today:
        raise InputError(
            f"{expires:%Y-%m-%d} is past, so the finding would not be ignored at all.",
            hint="Name a day to come, or none.",
        )
    return Waiver(finding.rule, context_of(text, finding), finding.quote, reason, " ".join(owner.split()), expires)


def context_of(text: str, finding: Finding) -> str:
    """Return a hash of the finding's quote and the words around it on its line.

    A finding without a place (something missing, the whole text too long) is known by its message, figures left out,
    and the field it is about: one place's law may ask for what another's does not.
    """
    if finding.start is None or finding.end is None:
        return _hash(f"missing {finding.field} {re.sub(_FIGURE, '#', finding.message)}")
    nearest, farthest = max(0, finding.start - FARTHEST), min(len(text), finding.end + FARTHEST)
    line_start = text.rfind("\n", nearest, finding.start) + 1 or nearest
    line_end = text.find("\n", finding.end, farthest)
    before = _words(text[line_start : finding.start])[-WORDS_AROUND:]
    after = _words(text[finding.end : farthest if line_end < 0 else line_end])[:WORDS_AROUND]
    return _hash(" ".join([*before, "[", *_words(text[finding.start : finding.end]), "]", *after]))


def split(findings: Iterable[Finding], text: str, waivers: Iterable[Waiver], *, on: dt.date) -> Sifted:
    """Return the findings apart by whether a waiver that is in force `on` that day covers them."""
    known = tuple(waivers)
    covering: dict[tuple[str, str], Waiver] = {}
    for waiver in known:
        if waiver.holds_on(on):
            covering.setdefault((waiver.rule, waiver.context), waiver)
    rules = {rule for rule, _ in covering}
    found = tuple(findings)
    open_findings: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    for finding in found:
        covers = covering.get((finding.rule, context_of(text, finding))) if finding.rule in rules else None
        if covers:
            waived.append((finding, covers))
        else:
            open_findings.append(finding)
    used = {(finding.rule, waiver.context) for finding, waiver in waived}
    return Sifted(
        all=found,
        open=tuple(open_findings),
        waived=tuple(waived),
        unused=tuple(w for w in known if w.holds_on(on) and (w.rule, w.context) not in used),
        expired=tuple(w for w in known if not w.holds_on(on)),
    )


_FIGURE = r"\d(?:[\d.,]*\d)?"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
