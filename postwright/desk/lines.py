"""The lines of a posting's text: where each comes from, composed ones put back, own ones taken into the brief."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from postwright.desk import source_labels
from postwright.desk.brief_edits import Draft
from postwright.desk.checks import Checks
from postwright.desk.house import House
from postwright.desk.standing import list_mark, plain_words
from postwright.desk.stored_brief import stored_brief, stored_draft
from postwright.desk.values import LineSource
from postwright.desk.wordings import base_of, composed_posting, worded_posting, wordings_of
from postwright.drafting.compose import compose
from postwright.drafting.placing import with_item, with_items
from postwright.drafting.render import item_line
from postwright.drafting.trace import Traced, missing, trace
from postwright.errors import InputError
from postwright.exchange.brief_fields import field_label
from postwright.exchange.document import check_length
from postwright.library.records import PostingRecord, Reason
from postwright.model.brief import Organisation
from postwright.model.posting import Item, Posting, Section
from postwright.model.words import SectionKind

ADDABLE: Mapping[str, SectionKind] = {
    "must_have": "requirements",
    "nice_to_have": "preferred",
    "responsibilities": "responsibilities",
    "benefits": "benefits",
    "other_compensation": "pay",
    "process": "process",
}
"""Lists of a brief that a line of one's own can be added to, and the section in which each stands."""
OWN = "Your own words"
HEADING = "Heading"

Recompose = Callable[[PostingRecord, Draft], PostingRecord]
Change = Callable[[str, Callable[[PostingRecord], PostingRecord], Reason], object]


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A line that the brief makes and of which the text has nothing any more."""

    item: str
    text: str
    label: str
    """Where it comes from, for people."""


class Lines:
    """What a page asks about lines; `kept` returns a posting by its id."""

    def __init__(
        self,
        house: House,
        checks: Checks,
        *,
        kept: Callable[[str], PostingRecord],
        change: Change,
        recompose: Recompose,
    ) -> None:
        self._house = house
        self._checks = checks
        self._kept = kept
        self._change = change
        self._recompose = recompose

    def sources(self, posting_id: str, text: str | None = None) -> list[LineSource]:
        """Return every filled line of the text with where it comes from; `text` is one that need not be saved."""
        posting = self._kept(posting_id)
        label = self._labels(posting)
        items = {item.id: item for item in worded_posting(posting).items()}
        entries = _entries(posting)
        return [
            _source(line, items, entries, label)
            for line in trace(worded_posting(posting), posting.text if text is None else text)
        ]

    def taken_out(self, posting_id: str, text: str) -> list[TakenOut]:
        """Return what the brief says and the text no longer does."""
        posting = self._kept(posting_id)
        base, label = worded_posting(posting), self._labels(posting)
        items = {item.id: item for item in base.items()}
        return [
            TakenOut(line.key, items[line.key].text, label(items[line.key].sources))
            for line in missing(base, text)
            if line.key in items
        ]

    def put_back(self, posting_id: str, text: str, items: Collection[str]) -> str:
        """Return the text with composed lines back at their places, or in the place of the edited ones.

        `InputError` where the brief does not make one of them (any more).
        """
        base = worded_posting(self._kept(posting_id))
        if not set(items) <= {item.id for item in base.items()}:
            raise InputError("The brief does not make this line any more.", hint="Reload the page.")
        return with_items(base, text, items)

    def add_to_brief(self, posting_id: str, text: str, *, start: int, field: str) -> int:
        """Take the line of one's own that begins at `start` of the saved text into a list of the brief (`ADDABLE`).

        The line gets the entry as its source and stands once: where it is, in the section of that list, else there.
        Returns the id of the entry. `InputError` where that is no such line, or where the text is another by now.
        """
        _check_addable(field)
        entries: list[int] = []

        def added(posting: PostingRecord) -> PostingRecord:
            if posting.text != text:
                raise InputError("The text has changed.", hint="Look at the line again.")
            own = next((line for line in trace(worded_posting(posting), text) if line.start == start), None)
            if own is None or not is_own(own):
                raise InputError("This is no line of your own.", hint="Look at the line again.")
            if plain_words(own.text).casefold() in _entries(posting):
                raise InputError("The brief says this already.", hint="Look at the line again.")
            with_entry = self._with_entry(posting, own, field)
            entries.append(max(entry.id for entry in getattr(stored_brief(with_entry.brief), field)))
            return with_entry

        self._change(posting_id, added, "brief")
        return entries[-1]

    def undo_add(self, posting_id: str, *, field: str, entry: int, after: str, before: str) -> None:
        """Take back what `add_to_brief` did: the entry leaves the brief, and the text is `before` again.

        `InputError` where the text is no longer the one that stood `after` it, or the entry is gone.
        """
        _check_addable(field)
        check_length(before, name="The text")

        def undone(posting: PostingRecord) -> PostingRecord:
            draft = stored_draft(posting.brief, posting.unsaved)
            if posting.text != after or entry not in {each.id for each in getattr(draft.brief, field)}:
                raise InputError("Text or brief have changed since.", hint="Take the entry out on the step Brief.")
            without = draft.remove(field, entry)
            if posting.origin == "import":
                return self._recompose(posting, without)
            composed = compose(without.brief, organisation=self._organisation, guidelines=self._house.guidelines)
            base = base_of(composed, wordings_of(posting), organisation=(posting.base or {}).get("organisation", ""))
            return self._recompose(replace(posting, text=before, base=base), without)

        self._change(posting_id, undone, "brief")

    def _with_entry(self, posting: PostingRecord, own: Traced, field: str) -> PostingRecord:
        before = stored_draft(posting.brief, posting.unsaved)
        after = before.add(field, text=plain_words(own.text))
        if posting.origin == "import":
            return self._recompose(posting, after)
        entry = getattr(after.brief, field)[-1]
        composed = compose(after.brief, organisation=self._organisation, guidelines=self._house.guidelines)
        section, item = _made_of(composed, f"{ADDABLE[field]}:{field}.{entry.id}")
        line = item_line(item)
        kind = self._checks.of(posting).reading.section_at(own.start)
        if kind == ADDABLE[field] and bool(list_mark(own.text)) == (item.form == "bullet"):
            text = f"{posting.text[: own.start]}{line.text}{posting.text[own.end :]}"
            known = with_item(composed_posting(posting), replace(section, items=(item,)))
            base = base_of(known, wordings_of(posting), organisation=(posting.base or {}).get("organisation", ""))
            return self._recompose(replace(posting, text=text, base=base), after)
        return self._recompose(replace(posting, text=_without(posting.text, own)), after)

    @property
    def _organisation(self) -> Organisation:
        return self._house.organisation

    def _labels(self, posting: PostingRecord) -> Callable[[tuple[str, ...]], str]:
        brief, organisation, guidelines = stored_brief(posting.brief), self._organisation, self._house.guidelines
        return lambda sources: source_labels.label(
            sources, brief=brief, organisation=organisation, guidelines=guidelines
        )


def _check_addable(field: str) -> None:
    if field not in ADDABLE:
        raise InputError(f"A line cannot be added to {field_label(field)}.", hint="Choose another field.")


def is_own(line: Traced) -> bool:
    """Return whether a line is a person's own statement: not drafted, and no heading."""
    return line.base is None and not line.text.lstrip().startswith("#")


def _entries(posting: PostingRecord) -> dict[str, str]:
    """Return the entries of an imported posting's brief by their words: nothing in its text was composed from them."""
    if posting.origin != "import":
        return {}
    brief = stored_brief(posting.brief)
    return {entry.text.casefold(): f"{field}.{entry.id}" for field in ADDABLE for entry in getattr(brief, field)}


def _source(
    line: Traced, items: Mapping[str, Item], entries: Mapping[str, str], label: Callable[[tuple[str, ...]], str]
) -> LineSource:
    key = line.base.key if line.base else ""
    item = items.get(key)
    sources = item.sources if item else ("title",) if key == "title" else ()
    if entry := entries.get(plain_words(line.text).casefold()):
        sources = (entry,)
    worded_by = item.worded_by if item else ""
    if not sources:
        words = HEADING if line.base or not is_own(line) else OWN
    else:
        words = f"{label(sources)}; worded by {worded_by}" if worded_by else label(sources)
        words = f"Edited by you; drafted from {words}" if line.edited else words
    return LineSource(line.text, line.start, line.end, sources, words, line.edited, key, worded_by)


def _made_of(posting: Posting, item_id: str) -> tuple[Section, Item]:
    """Return the item that an entry of the brief became, with its section."""
    for section in posting.sections:
        for item in section.items:
            if item.id == item_id:
                return section, item
    raise InputError("The organisation's facts say this already.", hint="Take your own line out of the text.")


def _without(text: str, line: Traced) -> str:
    """Return the text without a line, and without the empty line that it would leave twice."""
    before, after = text[: line.start], text[line.end :]
    if after.startswith("\n\n") and (not before or before.endswith("\n\n")):
        return before + after[2:]
    return before + after.removeprefix("\n")
