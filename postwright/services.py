"""The use cases that the pages and the command line call: one `Desk` over the library, the house rules and the engine.

Framework-free. A desk is made once per process and is safe for many sessions and threads.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from postwright.errors import TextConflict
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding, Fix
from postwright.model.reading import Reading
from postwright.model.words import Level, Severity

if TYPE_CHECKING:
    from postwright.exchange.document import Imported
    from postwright.guidelines.records import Guidelines, RoleProfile
    from postwright.settings import Settings

__all__ = [
    "Checked",
    "Desk",
    "Exported",
    "LineSource",
    "Opened",
    "PostingRow",
    "TextConflict",
    "open_desk",
    "place_names",
]


@dataclass(frozen=True, slots=True)
class PostingRow:
    """A posting as the list shows it; `counts` were made when it was last saved or opened."""

    id: str
    title: str
    levels: tuple[Level, ...]
    places: tuple[str, ...]
    counts: Mapping[Severity, int]
    changed: dt.datetime
    """UTC."""
    origin: str
    """"brief" or "import"."""


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """A line that both the brief and the person changed."""

    item: str
    composed: str
    """What the brief makes of it now."""
    edited: str
    """What the text says."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A posting with everything a page needs."""

    id: str
    origin: str
    title: str
    text: str
    format: str
    version: int
    """Of the text: give it back as `expected_version`."""
    brief: Brief
    """With entries that were added and not filled in yet, for the form; `Desk.valid_brief` leaves those out."""
    brief_version: int
    raw: Mapping[str, Any]
    """Inputs that were refused, by path: shown again, so that nothing typed is lost."""
    problems: Mapping[str, str]
    """What is wrong with each of them."""
    kept: tuple[str, ...]
    """Lines (as edited) that stayed although the brief says something else."""
    conflicts: tuple[MergeConflict, ...]
    created: dt.datetime
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class LineSource:
    """A line of the text and where it comes from; `label` is for people and empty sources mean a line of one's own."""

    text: str
    start: int
    end: int
    sources: tuple[str, ...]
    label: str
    edited: bool


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export; `warnings` are what the person is told before it is used."""

    content: bytes
    filename: str
    mime: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was read and linted without being kept."""

    reading: Reading
    findings: tuple[Finding, ...]


def open_desk(settings: Settings) -> Desk:
    """Open (or make, or migrate) the library and return a desk; `StorageError` says what to do where that fails."""
    raise NotImplementedError


def place_names() -> Mapping[str, str]:
    """Return the names of all known places by code, countries and the regions whose law differs, sorted by name."""
    raise NotImplementedError


class Desk:
    """All use cases. Methods that change a posting take its id and return what the page shows next."""

    # --- the house

    def guidelines(self) -> Guidelines:
        """Return the house rules with the organisation's overlay; read again when their files change."""
        raise NotImplementedError

    def ruleset(self) -> str:
        """Return the fingerprint of the house rules."""
        raise NotImplementedError

    def law_as_of(self) -> dt.date:
        """Return the day to which the law facts were checked."""
        raise NotImplementedError

    def attribution(self) -> str:
        """Return who made the facts, as Markdown (O*NET asks for it)."""
        raise NotImplementedError

    def location(self) -> str:
        """Return where the postings are kept; never a password."""
        raise NotImplementedError

    def profiles(self) -> tuple[RoleProfile, ...]:
        """Return all role profiles, by name."""
        raise NotImplementedError

    def organisation(self) -> Organisation:
        """Return the organisation's standing facts (empty where none were saved)."""
        raise NotImplementedError

    def save_organisation(self, organisation: Organisation) -> None:
        """Keep the organisation's facts."""
        raise NotImplementedError

    # --- the list

    def list_postings(self) -> list[PostingRow]:
        """Return all postings that are not deleted, last changed first."""
        raise NotImplementedError

    def new_posting(self, *, profile: str = "") -> str:
        """Start a posting with an empty brief (and a role profile, of which nothing is picked); return its id."""
        raise NotImplementedError

    def new_example(self, name: str = "") -> str:
        """Start a posting from an example brief (`example_names`, the first if empty); return its id."""
        raise NotImplementedError

    def example_names(self) -> tuple[str, ...]:
        """Return the names of the example briefs."""
        raise NotImplementedError

    def new_from_brief(self, brief: Brief) -> str:
        """Start a posting from a whole brief; return its id."""
        raise NotImplementedError

    def duplicate(self, posting_id: str) -> str:
        """Copy a posting, edits included; return the copy's id."""
        raise NotImplementedError

    def delete(self, posting_id: str) -> None:
        """Take a posting off the list; `undo_delete` brings it back."""
        raise NotImplementedError

    def undo_delete(self, posting_id: str) -> None:
        """Bring a deleted posting back."""
        raise NotImplementedError

    # --- one posting: brief

    def open(self, posting_id: str) -> Opened | None:
        """Return a posting, or None where there is none (or it was deleted)."""
        raise NotImplementedError

    def set_field(self, posting_id: str, path: str, value: Any) -> Opened:
        """Set one field (`title`, `closing.date`, `must_have.2.text`) and bring the change into the text.

        A value that is not valid is kept in `raw` with its problem, the brief keeps its last valid value, and it is
        tried again whenever another field changes. For a list of short texts (`responsibilities`) the value may be a
        string with one entry a line.
        """
        raise NotImplementedError

    def add_entry(self, posting_id: str, path: str) -> Opened:
        """Add an empty entry to the list at `path` (`must_have`)."""
        raise NotImplementedError

    def remove_entry(self, posting_id: str, path: str, entry_id: int) -> Opened:
        """Remove one entry of the list at `path`."""
        raise NotImplementedError

    def add_line(self, posting_id: str, path: str, text: str) -> Opened:
        """Add a short text to the list at `path` (a duty that the profile offers)."""
        raise NotImplementedError

    def add_skill_group(self, posting_id: str, group: str) -> Opened:
        """Add a skill group of the role profile as a must-have, its members as alternatives."""
        raise NotImplementedError

    def offered_duties(self, posting_id: str) -> list[str]:
        """Return the usual duties of the profile that are not in the brief yet."""
        raise NotImplementedError

    def offered_skills(self, posting_id: str) -> list[str]:
        """Return the skill groups of the profile that the brief does not ask for yet."""
        raise NotImplementedError

    def save_brief(self, posting_id: str, brief: Brief, *, expected_version: int) -> Opened:
        """Replace the whole brief (`BriefConflict` where another window changed it since)."""
        raise NotImplementedError

    # --- one posting: text

    def save_text(self, posting_id: str, text: str, *, expected_version: int) -> Opened:
        """Keep the edited text; `TextConflict` carries both texts where another window saved since."""
        raise NotImplementedError

    def resolve_conflict(self, posting_id: str, item: str, *, take_composed: bool) -> Opened:
        """Settle a line that both brief and person changed: put in the composed line, or keep the edited one."""
        raise NotImplementedError

    def findings(self, posting_id: str) -> tuple[Finding, ...]:
        """Return what the linter says of the text, ignored findings left out."""
        raise NotImplementedError

    def ignored(self, posting_id: str) -> tuple[tuple[Finding, str], ...]:
        """Return the ignored findings that still apply, each with its reason."""
        raise NotImplementedError

    def apply_fix(self, posting_id: str, finding: Finding, fix: Fix, *, expected_text: str) -> Opened:
        """Apply a fix to the text it was made for; `TextConflict` where the text is another by now."""
        raise NotImplementedError

    def ignore(self, posting_id: str, finding: Finding, *, reason: str, expires: dt.date | None = None) -> None:
        """Accept a finding: it stays silent as long as the words around it stay, until `expires`."""
        raise NotImplementedError

    def stop_ignoring(self, posting_id: str, finding: Finding) -> None:
        """Let an ignored finding speak again."""
        raise NotImplementedError

    def reading(self, posting_id: str) -> Reading:
        """Return what the machine read in the text."""
        raise NotImplementedError

    def sources_of_lines(self, posting_id: str) -> list[LineSource]:
        """Return every line of the text with where it comes from."""
        raise NotImplementedError

    # --- in and out

    def read_upload(self, content: bytes, name: str) -> Imported:
        """Turn an uploaded document into text; `DocumentError` where it cannot be read."""
        raise NotImplementedError

    def read_pasted(self, text: str) -> Imported:
        """Take a pasted text; `DocumentError` where it is too long."""
        raise NotImplementedError

    def check(
        self,
        imported: Imported,
        *,
        title: str = "",
        level: Level | None = None,
        places: Sequence[str] = (),
        profile: str = "",
        date: dt.date | None = None,
    ) -> Checked:
        """Read and lint a text without keeping it."""
        raise NotImplementedError

    def keep_import(self, imported: Imported, *, title: str = "") -> str:
        """Keep a text as a posting of its own; return its id."""
        raise NotImplementedError

    def before_export(self, posting_id: str, format: str) -> tuple[str, ...]:
        """Return what the person should know before exporting: disagreement of text and brief, what Google misses."""
        raise NotImplementedError

    def export(self, posting_id: str, format: str) -> Exported:
        """Make an export ("md", "html", "docx", "txt", "json", "jsonld") and keep a record of it."""
        raise NotImplementedError
