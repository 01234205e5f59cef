"""One change of a brief at a time, as a form makes it: a field's path and what was typed -> the brief with it.

A path names a field (`title`, `closing.date`) or a field of a numbered entry (`must_have.2.text`). What is not valid
(yet) never replaces a valid value and is never thrown away: `Draft` keeps it beside the brief, with what is wrong with
it, and tries it again whenever something else changes.
"""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from pydantic import ValidationError

from postwright.errors import BriefError
from postwright.exchange.brief_fields import field_label
from postwright.exchange.brief_problems import plain_problem
from postwright.model.brief import ENTRY_LISTS, Brief, Requirement
from postwright.stacked_marks import unstacked

TEXT_ENTRIES = ("other_compensation", "benefits", "responsibilities", "process")
"""Lists whose entries are a text and nothing else: they can be typed one a line."""
REQUIREMENTS = ("must_have", "nice_to_have")
NEW_ENTRY: Mapping[str, Mapping[str, Any]] = {
    "levels": {"level": "mid"},
    "locations": {"place": "US"},
    "outcomes": {"text": ""},
    "licences": {"name": ""},
    "languages": {"name": ""},
    "physical": {"text": ""},
}
"""What an added entry begins with where its model asks for something; the form shows it at once."""

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
"""Control characters, those that turn the direction of writing, and tags: nobody types them on purpose."""
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_PLACEHOLDER = "-"
_SAYS_NOTHING = "say what is needed, or remove this entry"

Json = dict[str, Any]


def with_field(brief: Brief, path: str, value: Any) -> Brief:
    """Return `brief` with `value` at `path`; `BriefError` names the field where that makes no valid brief."""
    typed = brief.model_dump(mode="json")
    _put(typed, path.split("."), _plain(value), path=path)
    return _validated(typed, path)


@dataclass(frozen=True)
class Draft:
    """A valid brief and what was typed beside it that is not valid (yet)."""

    brief: Brief
    unsaved: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By path: {"value", "problem"}; an entry that says nothing yet by its id: {"entry", "index"}."""

    def set(self, path: str, value: Any) -> Draft:
        """Return the draft with `value` at `path`, in the brief if it is valid there, else beside it."""
        value = _plain(value)
        draft = self._accepted(path, value)
        unsaved = {kept: entry for kept, entry in draft.unsaved.items() if kept != path}
        return replace(draft, unsaved=unsaved)._retried() if draft is not self else self._refused(path, value)

    def add(self, path: str, **values: Any) -> Draft:
        """Return the draft with a new last entry in the list at `path`."""
        if path not in ENTRY_LISTS:
            raise BriefError(f"{field_label(path)} is no list.", problems=((path, "it is no list"),))
        typed = self._typed()
        entry = {**NEW_ENTRY.get(path, {}), **{name: _plain(value) for name, value in values.items()}}
        entry["id"] = max((each["id"] for each in typed[path]), default=0) + 1
        typed[path].append(entry)
        return self._from_typed(typed, path)

    def remove(self, path: str, entry_id: int) -> Draft:
        """Return the draft without the entry; one that is not there is no error."""
        typed = self._typed()
        typed[path] = [entry for entry in typed[path] if entry["id"] != entry_id]
        gone = f"{path}.{entry_id}"
        unsaved = {
            kept: entry for kept, entry in self.unsaved.items() if kept != gone and not kept.startswith(f"{gone}.")
        }
        return replace(self, unsaved=unsaved)._from_typed(typed, path)._retried()

    def shown(self) -> Brief:
        """Return the brief for the form: with the entries that say nothing yet. It need not be valid."""
        lists: dict[str, Any] = {name: list(getattr(self.brief, name)) for name in REQUIREMENTS}
        for name, entry, index in self._empty_entries():
            lists[name].insert(index, Requirement.model_construct(**_years_as_model(entry)))
        return self.brief.model_copy(update={name: tuple(entries) for name, entries in lists.items()})

    def raw(self) -> dict[str, Any]:
        """Return what was typed and refused, by path; dates as dates, as a form gave them."""
        return {path: _as_typed(path, entry["value"]) for path, entry in self.unsaved.items() if "value" in entry}

    def problems(self) -> dict[str, str]:
        """Return what is wrong, by path."""
        problems = {path: str(entry["problem"]) for path, entry in self.unsaved.items() if "value" in entry}
        for name, entry, _ in self._empty_entries():
            if any(value for key, value in entry.items() if key != "id"):
                problems[f"{name}.{entry['id']}.text"] = _SAYS_NOTHING
        return problems

    def _empty_entries(self) -> Iterable[tuple[str, Json, int]]:
        """Yield list, entry and index of the entries that say nothing yet."""
        for path, kept in self.unsaved.items():
            if "entry" in kept:
                yield path.partition(".")[0], dict(kept["entry"]), int(kept["index"])

    def _typed(self) -> Json:
        """Return the brief as JSON, with the entries that say nothing yet at their places."""
        typed = self.brief.model_dump(mode="json")
        for name, entry, index in self._empty_entries():
            typed[name].insert(index, entry)
        return typed

    def _accepted(self, path: str, value: Any) -> Draft:
        """Return the draft with a valid value, or this very draft where it is not valid."""
        typed = self._typed()
        try:
            _put(typed, path.split("."), value, path=path)
            return self._from_typed(typed, path)
        except BriefError as error:
            if error.hint == _NO_SUCH_FIELD:
                raise
            return self

    def _refused(self, path: str, value: Any) -> Draft:
        typed = self._typed()
        problem = "this cannot be used"
        try:
            _put(typed, path.split("."), value, path=path)
            self._from_typed(typed, path)
        except BriefError as error:
            problem = error.problems[0][1]
        kept = str(value) if isinstance(value, float) and not math.isfinite(value) else value
        return replace(self, unsaved={**self.unsaved, path: {"value": kept, "problem": problem}})

    def _from_typed(self, typed: Json, path: str) -> Draft:
        """Return the draft of a whole typed brief; entries that say nothing are put beside it."""
        unsaved = {kept: entry for kept, entry in self.unsaved.items() if "entry" not in entry}
        filled = {name: list(typed[name]) for name in REQUIREMENTS}
        _validated({**typed, **{n: [_with_words(entry) for entry in entries] for n, entries in filled.items()}}, path)
        for name in REQUIREMENTS:
            for index, entry in enumerate(typed[name]):
                if _says_nothing(entry):
                    unsaved[f"{name}.{entry['id']}"] = {"entry": entry, "index": index}
            filled[name] = [entry for entry in typed[name] if not _says_nothing(entry)]
        return Draft(_validated({**typed, **filled}, path), unsaved)

    def _retried(self) -> Draft:
        """Return the draft with every refused input that has become valid taken in."""
        draft = self
        for path in [path for path, entry in self.unsaved.items() if "value" in entry]:
            try:
                taken = draft._accepted(path, draft.unsaved[path]["value"])
            except BriefError:  # its entry is gone
                taken = draft
            if taken is not draft:
                unsaved = {kept: entry for kept, entry in taken.unsaved.items() if kept != path}
                return replace(taken, unsaved=unsaved)._retried()
        return draft


_NO_SUCH_FIELD = "Open the posting again."


def _put(typed: Json, parts: list[str], value: Any, *, path: str) -> None:
    """Put `value` into the JSON of a brief; what a value of None or "" means depends on the field."""
    name = parts[0]
    if len(parts) == 1 and name in TEXT_ENTRIES and isinstance(value, str):
        typed[name] = _entries_of(value, typed[name])
        return
    here: Any = typed
    for part in parts[:-1]:
        here = _step(here, part, path)
    last = parts[-1]
    if not isinstance(here, dict) or (last not in here and not _may_hold(parts)):
        raise _no_such(path)
    if value is None or (value == "" and last in ("place", "currency", "level", "date", "contract_end", "date_posted")):
        here.pop(last, None)
    else:
        here[last] = _sensible(value)
    _tidy(typed, parts)


def _step(here: Any, part: str, path: str) -> Any:
    """Return what `part` leads to, made where it was not said yet."""
    if isinstance(here, list):
        found = next((entry for entry in here if str(entry.get("id")) == part), None)
        if found is None:
            raise _no_such(path)
        return found
    if not isinstance(here, dict):
        raise _no_such(path)
    if here.get(part) is None:
        here[part] = {}
    return here[part]


def _may_hold(parts: list[str]) -> bool:
    """Whether a field that is absent from the JSON may be set: one of a group that was not said yet."""
    return len(parts) > 1 or parts[0] in Brief.model_fields


def _tidy(typed: Json, parts: list[str]) -> None:
    """Take out groups of which nothing is said any more."""
    if parts[0] == "education" and not (typed["education"] or {}).get("level"):
        typed["education"] = None if parts[-1] == "level" else typed["education"]
    for name in ("levels", *REQUIREMENTS):
        for entry in typed[name]:
            years = entry.get("years")
            if years is not None and all(amount is None for amount in years.values()):
                entry["years"] = None
            pay = entry.get("pay")
            if pay is not None and all(pay.get(part) is None for part in ("minimum", "maximum", "currency")):
                entry["pay"] = None


def _sensible(value: Any) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(each.strip() if isinstance(each, str) else each for each in value if each != ""))
    return value


def _entries_of(text: str, before: list[Json]) -> list[Json]:
    """Return one entry a line; a line that is still there, or was changed in its place, keeps its id."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    old = [entry["text"] for entry in before]
    ids: list[int] = [0] * len(lines)
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, lines, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            for i, j in zip(range(i1, i2), range(j1, j2), strict=False):
                ids[j] = before[i]["id"]
    return [{"id": id_, "text": line} for id_, line in zip(ids, lines, strict=True)]


def _says_nothing(entry: Json) -> bool:
    return not (entry.get("text") or "").strip() and not entry.get("alternatives")


def _with_words(entry: Json) -> Json:
    """Return an entry that says nothing as if it did, to check its other fields."""
    return {**entry, "text": _PLACEHOLDER} if _says_nothing(entry) else entry


def _validated(typed: Json, path: str) -> Brief:
    try:
        return Brief.model_validate(typed)
    except ValidationError as error:
        if any(detail["type"] == "extra_forbidden" for detail in error.errors(include_url=False)):
            raise _no_such(path) from None
        problems = [plain_problem(detail, typed) for detail in error.errors(include_url=False)]
        words = problems[0].words
        raise BriefError(
            f"{words}." if words[-1] not in ".?" else words,
            hint="Correct it; everything else is kept.",
            problems=((path, words),),
        ) from None


def _no_such(path: str) -> BriefError:
    return BriefError(
        f"The brief has no field {path} (any more).", hint=_NO_SUCH_FIELD, problems=((path, "there is no such field"),)
    )


def cleaned(text: str) -> str:
    """Return `text` with one kind of line break and without characters that cannot be seen or kept."""
    seen = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _SURROGATES.sub("\ufffd", unstacked(seen)[0])


def _plain(value: Any) -> Any:
    """Return what a form gives as plain JSON."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value


def _as_typed(path: str, value: Any) -> Any:
    """Return a date as a date again; everything else as it is kept."""
    if path.rpartition(".")[2] in ("date", "contract_end", "date_posted") and isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _years_as_model(entry: Json) -> Json:
    """Return an entry's values so that `years.minimum` can be looked up as in a valid one."""
    from postwright.model.brief import YearRange

    years = cast("Json | None", entry.get("years"))
    return {**entry, "years": YearRange.model_construct(**years)} if years else dict(entry)
