"""A wording and the place of the posting -> the laws of that place that forbid it, and how severe that makes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.linting.binding import advertising, history_bans, reach
from postwright.linting.law_words import cited, explained
from postwright.model.words import SEVERITIES, Severity

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines, WordingEntry
    from postwright.linting.law import Ruling
    from postwright.linting.rule import Context
    from postwright.model.finding import Finding

PAY_HISTORY = "bans on asking for past pay by place"
"""What `legal` of a wording says that asks for past pay: jurisdictions.yaml tells where that is banned."""


def with_law(finding: Finding, entry: WordingEntry, context: Context) -> Finding:
    """Return the finding about a wording with the laws of the posting's places; as it is where none of them is known.

    A law that surely binds can raise the severity. An error falls to a warning where every law of the place that the
    wording cites leaves out employers of this size; that no law of a place is known here lowers nothing.
    """
    if not entry.legal or not reach(context).known:
        return finding
    laws = _laws_on(entry, context)
    if not laws:
        return finding
    binding = [law for law in laws if law.standing != "does not bind"]
    if not binding:
        severity = max(finding.severity, "warning", key=SEVERITIES.index)
        return replace(finding, severity=severity, arithmetic=explained(laws))
    raised = [to for law in binding if law.certain and (to := _raised_to(law, entry, context.guidelines))]
    severity = min([finding.severity, *raised], key=SEVERITIES.index)
    return replace(
        finding,
        severity=severity,
        source=cited(context, binding),
        arithmetic=explained(binding),
        confidence="high" if severity != finding.severity else finding.confidence,
    )


def _laws_on(entry: WordingEntry, context: Context) -> list[Ruling]:
    found: list[Ruling] = list(history_bans(context)) if PAY_HISTORY in entry.legal else []
    ids = {id_ for name in entry.legal for id_ in _cited_as(context.guidelines).get(name, ())}
    return found + ([law for law in advertising(context) if law.jurisdiction.id in ids] if ids else [])


def _raised_to(law: Ruling, entry: WordingEntry, guidelines: Guidelines) -> Severity | None:
    return "error" if PAY_HISTORY in entry.legal else _raising(guidelines).get(law.jurisdiction.id)


@made_once
def _cited_as(guidelines: Guidelines) -> dict[str, tuple[str, ...]]:
    """Return the ids of the laws by the names that wordings cite them by."""
    by_name: dict[str, tuple[str, ...]] = {}
    for law in guidelines.advertising.values():
        for name in law.cited_as:
            by_name[name] = (*by_name.get(name, ()), law.id)
    return by_name


@made_once
def _raising(guidelines: Guidelines) -> dict[str, Severity]:
    return {law.id: law.raises_to for law in guidelines.advertising.values() if law.raises_to}
