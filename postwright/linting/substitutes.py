"""A wording's suggestions -> fixes: a replacement where one word can stand for another, else words of advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.model.finding import Edit, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import WordingEntry

SUBSTITUTES = {
    "chairman": "chair",
    "chairmen": "chairs",
    "salesman": "salesperson",
    "salesmen": "salespeople",
    "saleswoman": "salesperson",
    "foreman": "supervisor",
    "foremen": "supervisors",
    "fireman": "firefighter",
    "firemen": "firefighters",
    "policeman": "police officer",
    "policemen": "police officers",
    "repairman": "technician",
    "repairmen": "technicians",
    "mailman": "mail carrier",
    "mailmen": "mail carriers",
    "doorman": "door attendant",
    "handyman": "maintenance worker",
    "craftsman": "skilled worker",
    "craftsmen": "skilled workers",
    "draftsman": "drafter",
    "draughtsman": "draughtsperson",
    "draftsmen": "drafters",
    "workman": "worker",
    "workmen": "workers",
    "manpower": "staff",
    "man-hours": "person-hours",
    "man hours": "person-hours",
    "man-days": "person-days",
    "waitress": "server",
    "waitresses": "servers",
    "stewardess": "flight attendant",
    "stewardesses": "flight attendants",
    "hostess": "host",
    "hostesses": "hosts",
    "actress": "actor",
    "actresses": "actors",
    "seamstress": "tailor",
    "spokesman": "spokesperson",
    "spokesmen": "spokespeople",
    "businessman": "business person",
    "businessmen": "business people",
    "guys": "people",
    "mankind": "humanity",
    "man-made": "artificial",
    "whitelist": "allowlist",
    "whitelists": "allowlists",
    "whitelisting": "allowlisting",
    "blacklist": "denylist",
    "blacklists": "denylists",
    "blacklisting": "denylisting",
    "master branch": "main branch",
}
"""Words that can stand for another with nothing else changed: same number, same part of speech."""

_TAKE_OUT = ("delete", "delete unless")


def fixes_for(entry: WordingEntry, text: str, start: int, end: int) -> tuple[Fix, ...]:
    """Return a replacement to confirm where there is one, and the entry's suggestions as advice."""
    replacement = substitute(text, start, end)
    advice = tuple(_advice(suggestion) for suggestion in entry.suggest)
    return ((replacement, *advice) if replacement else advice)[:3]


def substitute(text: str, start: int, end: int) -> Fix | None:
    """Return the fix that puts another word for text[start:end], the article before it and its capitals kept right."""
    old = text[start:end]
    new = SUBSTITUTES.get(old.lower())
    if new is None or _article_would_change(text, start, new):
        return None
    new = _with_capitals_of(old, new)
    return Fix(f"Replace by “{new}”", "unsafe", (Edit(start, end, new),))


def _article_would_change(text: str, start: int, new: str) -> bool:
    before = text[:start].rstrip().rpartition(" ")[2].lower()
    return before in ("a", "an") and (before == "an") != (new[0].lower() in "aeiou")


def _with_capitals_of(old: str, new: str) -> str:
    if old.isupper():
        return new.upper()
    if old.istitle():
        return new.title() if " " in old else new[0].upper() + new[1:]
    return new


def _advice(suggestion: str) -> Fix:
    if suggestion.startswith(_TAKE_OUT):
        rest = suggestion.removeprefix("delete").strip(" ,")
        return Fix(f"Take it out, {rest}" if rest else "Take it out", "hint")
    return Fix(f"Instead: {suggestion}", "hint")
