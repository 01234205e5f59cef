"""The use cases that the pages and the command line call: one `Desk` over the library, the house rules and the engine.

Framework-free. A desk is made once per process and is safe for many sessions and threads. Whatever changes a posting
reads it, works out the change, and saves it only if nobody else saved in between; otherwise it works it out again.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from postwright.consistency.registry import every_rule
from postwright.desk import offering
from postwright.desk.brief_edits import Draft, cleaned
from postwright.desk.checks import Checks, counted, is_plain_import
from postwright.desk.examples import Examples, example_brief, example_names, is_example, marked_text, marked_title
from postwright.desk.export_warnings import export_warnings
from postwright.desk.first_posting import FirstPostings
from postwright.desk.following import Stored, may_follow, text_of_field
from postwright.desk.glance import Glances
from postwright.desk.house import House, fingerprint
from postwright.desk.lines import Lines
from postwright.desk.model import ConfiguredModel, Model
from postwright.desk.opening import Openings
from postwright.desk.read_brief import ReadBriefs
from postwright.desk.reports import Reports
from postwright.desk.reviews import Reviews
from postwright.desk.rewritings import Rewritings
from postwright.desk.stored_brief import stored_brief, stored_draft
from postwright.desk.values import (
    Checked,
    Exported,
    Linted,
    MergeConflict,
    Opened,
    PostingRow,
    Preview,
    RuleRow,
    example_of,
)
from postwright.desk.wordings import base_of, with_wordings, worded_posting, wordings_of
from postwright.drafting.compose import compose
from postwright.drafting.merge import merge
from postwright.drafting.places import place_names as _names_in_sentences
from postwright.drafting.render import lines
from postwright.drafting.starter import offers, starter_brief
from postwright.errors import BriefConflict, InputError, StorageError, TextConflict
from postwright.exchange import exporting, importing
from postwright.exchange.as_markdown import as_markdown
from postwright.exchange.cases import given_of
from postwright.exchange.document import Imported, check_length
from postwright.exchange.html import fragment, page
from postwright.exchange.plain import plain_text
from postwright.guidelines.profile import HOUSE_SEVERITIES, HouseSeverity, shipped_severities
from postwright.guidelines.records import Band, Guidelines, RoleProfile
from postwright.library.records import ExportRecord, Origin, PostingRecord, Reason, Revision
from postwright.library.store import Library, Stale, open_library
from postwright.linting.engine import lint
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding, Fix
from postwright.model.finding import apply_fix as fixed_text
from postwright.model.mending import Mended, mended
from postwright.model.posting import Posting
from postwright.model.reading import Reading
from postwright.model.waiver import Sifted, Waiver, waiver_of
from postwright.model.words import Level, Severity
from postwright.reading.document import parse
from postwright.reading.reader import read_document
from postwright.reading.title import title_level
from postwright.settings import Settings

__all__ = [
    "Checked", "Desk", "Exported", "Linted", "MergeConflict", "Opened", "PostingRow", "Preview", "Stored",
    "TextConflict", "open_desk", "place_names",
]  # fmt: skip

TRIES = 25
"""How often a change is worked out again because another process saved in between, before the person is told."""
TURNS = 64
"""Locks by which the threads of this process take turns at a posting instead of working out the same change twice."""


def open_desk(settings: Settings, *, today: Callable[[], dt.date] = dt.date.today, model: Model | None = None) -> Desk:
    """Open (or make, or migrate) the library and return a desk; `StorageError` says what to do where that fails.

    `today` is the day on which a posting without a day of its own is judged; `model` rewords drafts, None for the one
    that the settings name.
    """
    library, house = open_library(settings.library_url), House(settings.overlay)
    return Desk(
        library, house, cases_file=settings.reading_cases, today=today, model=model or ConfiguredModel(settings)
    )


@lru_cache(maxsize=1)
def place_names() -> Mapping[str, str]:
    """Return the names of all known places by code, countries first, then regions as "Colorado, United States"."""
    names = {code: name.removeprefix("the ") for code, name in _names_in_sentences().names.items()}
    shown = {code: f"{name}, {names[code[:2]]}" if "-" in code else name for code, name in names.items()}
    return dict(sorted(shown.items(), key=lambda place: ("-" in place[0], place[1])))


class Desk:
    """All use cases. Methods that change a posting take its id and return what the page shows next."""

    def __init__(
        self, library: Library, house: House, *, cases_file: Path, today: Callable[[], dt.date], model: Model
    ) -> None:
        self.reports = Reports(cases_file, house)
        """What people reported as wrong."""
        self.reviews = Reviews(library, house, today=today, place_name=lambda code: place_names().get(code, code))
        """Many postings beside each other."""
        self._library = library
        self._house = house
        self._checks = Checks(house, today=today)
        self._openings = Openings()
        self.first_postings = FirstPostings(house)
        """What a guided first posting begins with."""
        self.examples = Examples(
            library, keep=lambda brief, origin: self.new_from_brief(brief, origin=origin), change=self._rewrite
        )
        """Examples to play with."""
        self.rewritings = Rewritings(library, house, model, checks=self._checks, change=self._rewrite, today=today)
        """Rewording with a language model."""
        self.lines = Lines(house, self._checks, kept=self._kept, change=self._rewrite, recompose=self._recomposed)
        """Where the lines of a text come from, put back, and taken into the brief."""
        self.read_briefs = ReadBriefs(self._checks, kept=self._kept, change=self._rewrite, recompose=self._recomposed)
        """What the text of an imported posting proposes for its brief."""
        self.glances = Glances(house, self._checks, self.lines, kept=self._kept, sifted=self._sifted)
        """The state of a text at a glance, and what can be inserted into it."""
        self._today = today
        self._turns = tuple(threading.Lock() for _ in range(TURNS))

    def close(self) -> None:
        """Stop what is under way and let go of the library."""
        self.rewritings.close()
        self._library.close()

    # --- the house

    def guidelines(self) -> Guidelines:
        """Return the house rules with the organisation's overlay; read again when their files change."""
        return self._house.guidelines

    def ruleset(self) -> str:
        """Return the fingerprint of the house rules."""
        return self._house.guidelines.fingerprint

    def law_as_of(self) -> dt.date:
        """Return the day to which the law facts were checked."""
        return self._house.guidelines.law_as_of

    def attribution(self) -> str:
        """Return who made the facts, as Markdown (O*NET asks for it)."""
        return ATTRIBUTION

    def location(self) -> str:
        """Return where the postings are kept; never a password."""
        return self._library.place

    def profiles(self) -> tuple[RoleProfile, ...]:
        """Return all role profiles, by name."""
        return tuple(sorted(self._house.guidelines.roles.values(), key=lambda role: role.name.casefold()))

    def organisation(self) -> Organisation:
        """Return the organisation's standing facts (empty where none were saved)."""
        return self._house.organisation

    def save_organisation(self, organisation: Organisation) -> None:
        """Keep the organisation's facts; each posting takes them in when it is opened next."""
        self._house.save(organisation)

    def rules(self) -> tuple[RuleRow, ...]:
        """Return all rules, by id, each with the severity that it ships with and the one that the house has set."""
        shipped, house = shipped_severities(), self._house.severities()
        return tuple(
            RuleRow(id_, rule.summary, example_of(rule), shipped.get(id_, rule.severity), house.get(id_))
            for id_, rule in every_rule(self.guidelines()).items()
        )

    def set_severity(self, rule: str, severity: HouseSeverity | None) -> None:
        """Set the house's severity of a rule in its profile.yaml; None lets the rule keep its own.

        `InputError` for a rule or a severity that there is not.
        """
        if rule not in every_rule(self.guidelines()) or severity not in (None, *HOUSE_SEVERITIES):
            raise InputError(f"{rule} cannot be set to {severity}.", hint="Open the page again.")
        self._house.save_severity(rule, severity)

    # --- the list

    def list_postings(self) -> list[PostingRow]:
        """Return all postings that are not deleted, last changed first."""
        return [
            PostingRow(
                id=row.id,
                title=row.title,
                levels=cast("tuple[Level, ...]", row.levels),
                places=row.places,
                counts=cast("Mapping[Severity, int]", row.counts),
                changed=row.changed,
                origin=row.origin,
            )
            for row in self._library.summaries()
        ]

    def new_posting(self, *, profile: str = "") -> str:
        """Start a posting with an empty brief (and a role profile, of which nothing is picked); return its id."""
        return self.new_from_brief(starter_brief(profile, self.guidelines()) if profile else Brief())

    def new_example(self, name: str = "") -> str:
        """Start a posting from an example brief (`example_names`, the first if empty); return its id."""
        return self.new_from_brief(example_brief(name or self.example_names()[0]))

    def example_names(self) -> tuple[str, ...]:
        """Return the names of the example briefs."""
        return example_names()

    def new_from_brief(self, brief: Brief, *, origin: Origin = "brief") -> str:
        """Start a posting from a whole brief; return its id."""
        empty = PostingRecord(id="", origin=origin, title="", text="", format="markdown")
        return self._library.add(self._described(self._recomposed(empty, Draft(brief)))).id

    def duplicate(self, posting_id: str) -> str:
        """Copy a posting, edits and ignored findings included; return the copy's id."""
        copy = self._library.add(replace(self._kept(posting_id), id="", text_version=1, brief_version=1))
        for waiver in self._library.waivers(posting_id):
            self._library.add_waiver(copy.id, waiver)
        return copy.id

    def delete(self, posting_id: str) -> None:
        """Take a posting off the list; `undo_delete` brings it back."""
        self._library.set_deleted(posting_id, deleted=True)

    def undo_delete(self, posting_id: str) -> None:
        """Bring a deleted posting back."""
        self._library.set_deleted(posting_id, deleted=False)

    # --- one posting: brief

    def open(self, posting_id: str) -> Opened | None:
        """Return a posting, or None where there is none (or it was deleted).

        Where the organisation's facts changed since it was composed, they are brought in like a change of the brief.
        """
        posting = self._library.get(posting_id)
        if posting is None:
            return None
        if posting.origin != "import" and (posting.base or {}).get("organisation") != fingerprint(self.organisation()):
            return self._edit_brief(posting_id, lambda draft: draft)
        return self._openings.of(posting)

    def set_field(self, posting_id: str, path: str, value: Any) -> Opened:
        """Set one field (`title`, `closing.date`, `must_have.2.text`) and bring the change into the text.

        A value that is not valid is kept in `raw` with its problem, the brief keeps its last valid value, and it is
        tried again whenever another field changes. For a list of short texts (`responsibilities`) the value may be a
        string with one entry a line.
        """
        return self._edit_brief(posting_id, lambda draft: draft.set(path, value))

    def add_entry(self, posting_id: str, path: str) -> Opened:
        """Add an empty entry to the list at `path` (`must_have`)."""
        return self._edit_brief(posting_id, lambda draft: draft.add(path, **self._first_place(path)))

    def remove_entry(self, posting_id: str, path: str, entry_id: int) -> Opened:
        """Remove one entry of the list at `path`."""
        return self._edit_brief(posting_id, lambda draft: draft.remove(path, entry_id))

    def add_line(self, posting_id: str, path: str, text: str) -> Opened:
        """Add a short text to the list at `path` (a duty that the profile offers)."""
        return self._edit_brief(posting_id, lambda draft: draft.add(path, text=text))

    def add_skill_group(self, posting_id: str, group: str) -> Opened:
        """Add a skill group of the role profile as a must-have, its members as alternatives."""
        profile = stored_brief(self._kept(posting_id).brief).profile
        wanted = [skill.requirement for skill in offers(profile, self.guidelines()).skills if skill.group == group]
        if not wanted:
            return self._openings.of(self._kept(posting_id))
        values = {"text": wanted[0].text, "alternatives": wanted[0].alternatives}
        return self._edit_brief(posting_id, lambda draft: draft.add("must_have", **values))

    def offered_duties(self, posting_id: str) -> list[str]:
        """Return the usual duties of the profile that are not in the brief yet."""
        return offering.offered_duties(stored_brief(self._kept(posting_id).brief), self.guidelines())

    def offered_skills(self, posting_id: str) -> list[str]:
        """Return the skill groups of the profile of which the brief asks for nothing yet."""
        return offering.offered_skills(stored_brief(self._kept(posting_id).brief), self.guidelines())

    def usual_years(self, posting_id: str) -> dict[Level, Band]:
        """Return the years that are usual at each level of the brief, for a role of its profile."""
        return offering.usual_years(stored_brief(self._kept(posting_id).brief), self.guidelines())

    def save_brief(self, posting_id: str, brief: Brief, *, expected_version: int) -> Opened:
        """Replace the whole brief (`BriefConflict` where another window changed it since)."""

        def replaced(draft: Draft) -> Draft:
            return Draft(brief)

        return self._edit_brief(posting_id, replaced, expected_version=expected_version)

    # --- one posting: text

    def save_text(self, posting_id: str, text: str, *, expected_version: int) -> Opened:
        """Keep the edited text; `TextConflict` carries both texts where another window saved since."""

        def expected(kept: PostingRecord) -> bool:
            return kept.text_version == expected_version

        return self._save_text(posting_id, text, expected=expected, reason="edit")

    # --- one posting: while somebody types

    def stored(self, posting_id: str, field: str = "") -> Stored:
        """Return the text as it is stored, or a field of several lines of the brief by its path."""
        posting = self._kept(posting_id)
        return _stored_field(posting, field) if field else Stored(posting.text, posting.text_version)

    def save_typed(self, posting_id: str, text: str, *, follows: Collection[str], field: str = "") -> Stored:
        """Keep what was typed in the place of a stored text that it follows, by fingerprint; return what is stored.

        `TextConflict` carries both texts where something else is stored.
        """
        if field:
            return self._save_typed_field(posting_id, field, cleaned(text), follows)
        text = cleaned(text)
        check_length(text, name="The text")

        def changed(posting: PostingRecord) -> PostingRecord:
            if not may_follow(posting.text, text, follows):
                raise self._text_conflict(posting, text)
            return _with_text(posting, text)

        saved = self._change(posting_id, changed, reason="edit", in_a_hurry=True)
        return Stored(saved.text, saved.text_version)

    def _save_typed_field(self, posting_id: str, field: str, text: str, follows: Collection[str]) -> Stored:
        def changed(posting: PostingRecord) -> PostingRecord:
            stored = _stored_field(posting, field)
            if stored.text == text:
                return posting
            if not may_follow(stored.text, text, follows):
                raise TextConflict(given=text, stored=stored.text, version=stored.order)
            return self._recomposed(posting, _draft(posting).set(field, text))

        return _stored_field(self._change(posting_id, changed, reason="brief", in_a_hurry=True), field)

    def linted(self, posting_id: str, text: str) -> Linted:
        """Lint a text of the posting that need not be saved: its open and ignored findings, and what they rest on."""
        kept, waivers = self._library.get_with_waivers(posting_id)
        if kept is None:
            raise _gone()
        posting = replace(kept, text=text)
        check, brief = self._checks.of(posting), stored_brief(posting.brief)
        sifted = check.sifted(waivers, on=self._today())
        if text == kept.text and counted(sifted.open) != kept.counts:  # saved in a hurry
            self._library.set_counts(posting_id, counted(sifted.open))
        return Linted(
            reading=check.reading,
            sifted=sifted,
            given=given_of(
                format=posting.format,
                date=self._checks.day_of(brief),
                brief=None if is_plain_import(posting) else brief,
            ),
            order=kept.text_version,
        )

    def resolve_conflict(self, posting_id: str, item: str, *, take_composed: bool) -> Opened:
        """Settle a line that both brief and person changed: put in the composed line, or keep the edited one."""

        def settled(posting: PostingRecord) -> PostingRecord:
            chosen = [conflict for conflict in posting.conflicts if conflict[0] == item]
            left = tuple(conflict for conflict in posting.conflicts if conflict[0] != item)
            text = posting.text
            for _, composed, edited in chosen if take_composed else ():
                text = _with_line(text, edited, composed)
            return replace(posting, text=text, conflicts=left)

        return self._openings.of(self._change(posting_id, settled, reason="edit"))

    def findings(self, posting_id: str) -> tuple[Finding, ...]:
        """Return what the linter says of the text, ignored findings left out."""
        return self.sifted(posting_id).open

    def sifted(self, posting_id: str) -> Sifted:
        """Return all findings of the text, apart by whether they are ignored, and the records that do nothing."""
        posting = self._kept(posting_id)
        sifted = self._sifted(posting)
        if counted(sifted.open) != posting.counts:  # another day, other rules
            self._library.set_counts(posting_id, counted(sifted.open))
        return sifted

    def checked(self, posting_id: str) -> Checked:
        """Return what was read in the text, all findings, and what they rest on beside it."""
        posting = self._kept(posting_id)
        check, brief = self._checks.of(posting), stored_brief(posting.brief)
        given = given_of(
            format=posting.format,
            date=self._checks.day_of(brief),
            brief=None if is_plain_import(posting) else brief,
        )
        return Checked(check.reading, check.findings, given)

    def apply_fix(self, posting_id: str, finding: Finding, fix: Fix, *, expected_text: str) -> Opened:
        """Apply a fix to the text it was made for; `TextConflict` where the text is another by now."""
        return self._save_text(
            posting_id,
            fixed_text(expected_text, fix),
            expected=lambda kept: kept.text == expected_text,
            reason="fix",
        )

    def safe_fixes(self, posting_id: str, text: str | None = None) -> Mended:
        """Return the text as it would be with every safe fix of the findings that are not ignored applied.

        `text` is the one to mend where it is not saved yet.
        """
        posting = self._kept(posting_id)
        return mended(
            posting.text if text is None else text, lambda text: self._sifted(replace(posting, text=text)).open
        )

    def apply_safe_fixes(self, posting_id: str, *, shown: str, expected_text: str) -> Opened:
        """Keep the text that `safe_fixes` showed; `TextConflict` where the text is another by now."""
        return self._save_text(posting_id, shown, expected=lambda kept: kept.text == expected_text, reason="fix")

    def ignore(
        self,
        posting_id: str,
        finding: Finding,
        *,
        reason: str,
        owner: str = "",
        expires: dt.date | None = None,
        text: str | None = None,
    ) -> None:
        """Accept a finding: it stays silent as long as the words around it stay, to the end of the day `expires`.

        `text` is the one in which it was found, where it may have changed since. `InputError` without a reason, or
        where that day is past.
        """
        posting = self._kept(posting_id)
        waiver = waiver_of(
            finding,
            posting.text if text is None else text,
            reason=cleaned(reason),
            owner=cleaned(owner),
            expires=expires,
            today=self._today(),
        )
        self._library.add_waiver(posting_id, waiver)
        self._renew_counts(posting)

    def stop_ignoring(self, posting_id: str, waiver: Waiver) -> None:
        """Take the record of an accepted finding out: what it covers speaks again."""
        self._library.remove_waiver(posting_id, rule=waiver.rule, context=waiver.context)
        self._renew_counts(self._kept(posting_id))

    def reading(self, posting_id: str) -> Reading:
        """Return what the machine read in the text."""
        return self._checks.of(self._kept(posting_id)).reading

    def revisions(self, posting_id: str) -> list[Revision]:
        """Return the states that a posting had, newest first."""
        return self._library.revisions(posting_id)

    def restore_text(self, posting_id: str, revision_id: int) -> Opened:
        """Put the text of an earlier revision back; the present one stays among the revisions."""
        texts = {revision.id: revision.text for revision in self._library.revisions(posting_id)}
        text = texts.get(revision_id)
        if text is None:
            raise StorageError("This version is not in the library any more.", hint="Choose another one.")
        return self._save_text(posting_id, text, expected=lambda kept: True, reason="restore")

    # --- in and out

    def read_upload(self, content: bytes, name: str) -> Imported:
        """Turn an uploaded document into text; `DocumentError` where it cannot be read."""
        return importing.read_upload(content, name=name)

    def read_pasted(self, text: str) -> Imported:
        """Take a pasted text; `DocumentError` where it is empty or too long."""
        return importing.read_paste(text)

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
        document = parse(imported.text, format=imported.format)
        reading = read_document(document, title=title or imported.title, guidelines=self.guidelines())
        findings = lint(
            document,
            reading,
            guidelines=self.guidelines(),
            date=date or self._today(),
            organisation=self.organisation(),
            level=level,
            profile=profile,
            places=tuple(places),
        )
        given = given_of(
            format=imported.format, date=date or self._today(), level=level, profile=profile, places=places
        )
        return Checked(reading, findings, given)

    def keep_import(self, imported: Imported, *, title: str = "") -> str:
        """Keep a text as a posting of its own, what was read as headings and lists marked as such; return its id."""
        document = parse(imported.text, format=imported.format)
        reading = read_document(document, title=title or imported.title, guidelines=self.guidelines())
        text = as_markdown(document, reading)
        posting = PostingRecord(id="", origin="import", title=cleaned(reading.title), text=text, format="markdown")
        return self._library.add(self._described(posting)).id

    def export_formats(self) -> tuple[str, ...]:
        """Return the names of all formats of export."""
        return tuple(exporting.FORMATS)

    def before_export(self, posting_id: str, format: str) -> tuple[str, ...]:
        """Return what the person should know before exporting: disagreement of text and brief, what Google misses."""
        posting = self._kept(posting_id)
        return self._export_warnings(posting, format, self._open_findings(posting))

    def export_filename(self, posting_id: str, format: str) -> str:
        """Return what the exported file is called."""
        posting = self._kept(posting_id)
        return exporting.filename(_filed_as(posting), _format(format).name)

    def export_mime(self, format: str) -> str:
        """Return the media type of a format."""
        return _format(format).mime

    def export_problem(self, posting_id: str, format: str) -> str:
        """Return why an export cannot be made on this machine, and what to do about it; "" where it can."""
        return exporting.problem(_format(format).name, *self._exported(self._kept(posting_id)))

    def preview(self, posting_id: str) -> Preview:
        """Return the posting as its exports show it; no record of an export is kept."""
        posting = self._kept(posting_id)
        exported = self._exported(posting)
        text = exported[1]
        return Preview(
            light=page(*exported, scheme="light"),
            dark=page(*exported, scheme="dark"),
            rich=fragment(text),
            plain=plain_text(text),
        )

    def export(self, posting_id: str, format: str) -> Exported:
        """Make an export (a key of `export_formats`) and keep a record of it."""
        posting = self._kept(posting_id)
        sifted = self._sifted(posting)
        found = sifted.open
        warnings = self._export_warnings(posting, format, found)
        content = exporting.export(_format(format).name, *self._exported(posting))
        record = ExportRecord(
            format=format,
            text=posting.text,
            brief=posting.brief,
            findings=tuple(asdict(finding) for finding in found),
            waived=tuple({**asdict(finding), "reason": waiver.reason} for finding, waiver in sifted.waived),
            warnings=warnings,
            ruleset=self.ruleset(),
            law_as_of=self.law_as_of(),
        )
        self._library.add_export(posting_id, record)
        name = exporting.filename(_filed_as(posting), format)
        return Exported(content, name, _format(format).mime, warnings)

    def export_records(self, posting_id: str) -> list[ExportRecord]:
        """Return what was exported of a posting, newest first."""
        return self._library.exports(posting_id)

    # --- how a posting changes

    def _kept(self, posting_id: str) -> PostingRecord:
        posting = self._library.get(posting_id)
        if posting is None:
            raise _gone()
        return posting

    def _change(
        self,
        posting_id: str,
        change: Callable[[PostingRecord], PostingRecord],
        *,
        reason: Reason,
        in_a_hurry: bool = False,
    ) -> PostingRecord:
        """Save what `change` makes of a posting, worked out again where somebody else saved in between.

        `in_a_hurry` leaves the counts of findings that the list shows as they were, unless they are known already: the
        page that shows the findings next renews them.
        """
        with self._turns[hash(posting_id) % TURNS]:
            before = self._kept(posting_id)
            for _ in range(TRIES):
                after = change(before)
                if after == before:
                    return before
                try:
                    after = self._described(after, in_a_hurry=in_a_hurry and not self._checks.is_known(after))
                    return self._library.save(before, after, reason=reason)
                except Stale as late:
                    before = late.current
        raise StorageError("Others are changing this posting all the time.", hint="Wait a moment and try again.")

    def _rewrite(self, posting_id: str, change: Callable[[PostingRecord], PostingRecord], reason: Reason) -> Opened:
        return self._openings.of(self._change(posting_id, change, reason=reason))

    def _edit_brief(
        self, posting_id: str, change: Callable[[Draft], Draft], *, expected_version: int | None = None
    ) -> Opened:
        def changed(posting: PostingRecord) -> PostingRecord:
            if expected_version not in (None, posting.brief_version):
                raise BriefConflict(version=posting.brief_version)
            return self._recomposed(posting, change(_draft(posting)))

        return self._openings.of(self._change(posting_id, changed, reason="brief", in_a_hurry=True))

    def _save_text(
        self, posting_id: str, text: str, *, expected: Callable[[PostingRecord], bool], reason: Reason
    ) -> Opened:
        text = cleaned(text)
        check_length(text, name="The text")

        def changed(posting: PostingRecord) -> PostingRecord:
            if text == posting.text:
                return posting
            if not expected(posting):
                raise self._text_conflict(posting, text)
            return _with_text(posting, text)

        return self._openings.of(self._change(posting_id, changed, reason=reason))

    def _text_conflict(self, posting: PostingRecord, text: str) -> TextConflict:
        with suppress(StorageError):  # the conflict carries the text to the page in any case
            self._library.keep_aside(posting.id, text)
        return TextConflict(given=text, stored=posting.text, version=posting.text_version)

    def _recomposed(self, posting: PostingRecord, draft: Draft) -> PostingRecord:
        """Return the posting with a changed brief, its lines brought into the text; an imported text stays as it is."""
        brief = draft.brief.model_dump(mode="json", exclude_defaults=True)
        posting = replace(posting, brief=brief, unsaved=dict(draft.unsaved))
        if posting.origin == "import":
            return replace(posting, title=draft.brief.title or posting.title)
        composed = compose(draft.brief, organisation=self.organisation(), guidelines=self.guidelines())
        wordings = wordings_of(posting)
        now = with_wordings(composed, wordings)
        merged = merge(worded_posting(posting), now, posting.text)
        current = {line.key: line.text for line in lines(now)}
        earlier = tuple(
            (item, current.get(item, ""), edited)
            for item, _, edited in posting.conflicts
            if item not in {conflict[0] for conflict in merged.conflicts} and current.get(item, "") != edited
        )
        return replace(
            posting,
            title=draft.brief.title,
            text=merged.text,
            base=base_of(composed, wordings, organisation=fingerprint(self.organisation())),
            conflicts=_still_open((*earlier, *merged.conflicts), merged.text),
        )

    def _described(self, posting: PostingRecord, *, in_a_hurry: bool = False) -> PostingRecord:
        """Return the posting with what the list shows of it."""
        brief = stored_brief(posting.brief)
        levels = tuple(dict.fromkeys(entry.level for entry in brief.levels))
        if not levels and (level := self._title_level(posting, in_a_hurry=in_a_hurry)):
            levels = (level,)
        return replace(
            posting,
            levels=levels,
            places=tuple(dict.fromkeys([*(place.place for place in brief.locations), *brief.remote_from])),
            counts=posting.counts if in_a_hurry else counted(self._open_findings(posting)),
        )

    def _title_level(self, posting: PostingRecord, *, in_a_hurry: bool) -> Level | None:
        if in_a_hurry:
            return title_level(posting.title, self.guidelines()) if posting.title else None
        return self._checks.of(posting).reading.title_level

    def _open_findings(self, posting: PostingRecord) -> tuple[Finding, ...]:
        return self._sifted(posting).open

    def _sifted(self, posting: PostingRecord) -> Sifted:
        waivers = self._library.waivers(posting.id) if posting.id else ()
        return self._checks.of(posting).sifted(waivers, on=self._today())

    def _renew_counts(self, posting: PostingRecord) -> None:
        self._library.set_counts(posting.id, counted(self._open_findings(posting)))

    def _exported(self, posting: PostingRecord) -> tuple[Posting | None, str, Brief, Organisation]:
        """Return what every export is made of."""
        composed = None if posting.base is None else worded_posting(posting)
        brief = stored_brief(posting.brief)
        if not is_example(posting):
            return composed, posting.text, brief, self.organisation()
        marked = brief.model_copy(update={"title": marked_title(brief.title)})
        return composed, marked_text(posting.text), marked, self.organisation()

    def _export_warnings(self, posting: PostingRecord, format: str, found: tuple[Finding, ...]) -> tuple[str, ...]:
        return export_warnings(
            _format(format).name,
            text=posting.text,
            brief=stored_brief(posting.brief),
            organisation=self.organisation(),
            findings=found,
            problems=_draft(posting).problems().values(),
            unsettled=len(posting.conflicts),
            plain_import=is_plain_import(posting),
            example=is_example(posting),
        )

    def _first_place(self, path: str) -> dict[str, str]:
        """Return where a new location begins: where the organisation has people."""
        headcount = self.organisation().headcount
        return {"place": headcount[0].place} if path == "locations" and headcount else {}


def _gone() -> StorageError:
    return StorageError("This posting is not in the library any more.", hint="Go back to the list.")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _filed_as(posting: PostingRecord) -> str:
    """Return the title after which an export of a posting is named."""
    return marked_title(posting.title) if is_example(posting) else posting.title


def _format(name: str) -> exporting.Format:
    if name not in exporting.FORMATS:
        raise InputError(f"There is no export format {name}.", hint=f"Choose one of {', '.join(exporting.FORMATS)}.")
    return exporting.FORMATS[name]


def _draft(posting: PostingRecord) -> Draft:
    return stored_draft(posting.brief, posting.unsaved)


def _with_text(posting: PostingRecord, text: str) -> PostingRecord:
    return replace(posting, text=text, conflicts=_still_open(posting.conflicts, text))


def _stored_field(posting: PostingRecord, field: str) -> Stored:
    draft = _draft(posting)
    return Stored(text_of_field(draft.shown(), draft.raw(), field), posting.brief_version)


def _still_open(conflicts: tuple[tuple[str, str, str], ...], text: str) -> tuple[tuple[str, str, str], ...]:
    """Return the conflicts whose edited line the text still has."""
    present = {line.rstrip() for line in text.split("\n")}
    return tuple(conflict for conflict in conflicts if conflict[2].rstrip() in present)


def _with_line(text: str, old: str, new: str) -> str:
    """Return `text` with its first line `old` replaced; an empty `new` takes the line out."""
    kept = text.split("\n")
    place = next((number for number, line in enumerate(kept) if line.rstrip() == old.rstrip()), None)
    if place is None:
        return text
    kept[place : place + 1] = [new] if new else []
    return "\n".join(kept)


ATTRIBUTION = """\
- **O*NET**: this application includes information from the
  [O*NET Database](https://www.onetcenter.org/database.html) by the U.S. Department of Labor, Employment and Training
  Administration (USDOL/ETA), used under the
  [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/) license. O*NET® is a trademark of USDOL/ETA. Postwright has
  modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.
- **Laws, wording, technologies, certificates**: each record under `guidelines/` names its own source, the year it was
  read and how sure it is; a finding shows them.
"""
