"""Guideline files -> raw entries by kind and id, the overlay's merged over those that ship; validated elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from postwright.errors import GuidelineError, InputError
from postwright.guidelines.complaints import nearest
from postwright.guidelines.files import FOLDERS, PROFILE_FILE, SINGLE_FILES, TABLES, GuidelineFile
from postwright.model.words import Severity
from postwright.safe_yaml import parse

KINDS = (*(name.removesuffix(".yaml") for name in SINGLE_FILES if name != PROFILE_FILE), *FOLDERS)
"""The kinds of record; also the keys that hold their lists."""

_HEADER_KEYS = ("as_of", "source", "notes")
"""Keys that any file may have beside its list; `source` is that of every entry which gives none itself."""


@dataclass
class RawEntry:
    """An entry before validation; `files` says which file gave each key, for messages."""

    values: dict[str, Any]
    files: dict[str, str]
    origin: str
    """The file that first had the entry."""


@dataclass
class Collected:
    """Everything that the files say, merged."""

    entries: dict[str, dict[str, RawEntry]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    ambiguous_terms: set[str] = field(default_factory=set)
    severities: dict[str, Any] = field(default_factory=dict)
    law_as_of: tuple[str, str] = ("", "jurisdictions.yaml")
    """The date that jurisdictions.yaml gives as `as_of`, and the file."""


def collect(files: Iterable[GuidelineFile], overlay: Iterable[GuidelineFile]) -> Collected:
    """Return the entries of `files`, those of `overlay` merged in by id."""
    collected = Collected()
    _add_all(files, collected)
    _add_all(overlay, collected)
    return collected


def _add_all(files: Iterable[GuidelineFile], into: Collected) -> None:
    """Add the files of one folder; an id may stand in it only once."""
    seen: dict[tuple[str, str], str] = {}
    for file in files:
        if file.path in TABLES:
            continue
        kind, entries, header = _content(file)
        _note_header(kind, header, file, into)
        for number, entry in enumerate(entries, start=1):
            id_ = _id_of(entry, number, file)
            if (kind, id_) in seen:
                raise GuidelineError(
                    f"{file.shown}, entry {id_}: the id is already used in {seen[kind, id_]}.",
                    hint="Give each entry an id of its own.",
                )
            seen[kind, id_] = file.shown
            _merge(into.entries[kind], id_, entry, defaults=_defaults(kind, header), shown=file.shown)


def _content(file: GuidelineFile) -> tuple[str, list[Any], dict[str, Any]]:
    """Return the kind of the file's records, the records, and the rest of the file."""
    folder, _, name = file.path.rpartition("/")
    if folder and not name.endswith(FOLDERS[folder]):
        raise GuidelineError(
            f"{file.shown}: files in {folder}/ end in `{FOLDERS[folder]}`.", hint="Rename it or move it."
        )
    if not folder and name not in SINGLE_FILES:
        raise GuidelineError(
            f"{file.shown}: no guideline file has this name.", hint=nearest(name, (*SINGLE_FILES, *TABLES))
        )
    if folder == "boilerplate":
        return folder, [_boilerplate(file)], {}
    content = _mapping(_parsed(file.text(), file.shown), file.shown)
    if folder == "roles":
        _require_file_name(file, "id", content.get("id"))
        return folder, [content], {}
    if name == PROFILE_FILE:
        return "profile", [], content
    kind = folder or name.removesuffix(".yaml")
    header = dict(content)
    entries = header.pop(kind, None) or []
    if not isinstance(entries, list):
        raise GuidelineError(f"{file.shown}, key {kind}: it should be a list.", hint="Begin each entry with `- id:`.")
    return kind, entries, header


def _parsed(text: str, shown: str) -> object:
    try:
        return parse(text, name=shown)
    except InputError as error:
        raise GuidelineError(error.message, hint=error.hint) from None


def _mapping(value: object, shown: str) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise GuidelineError(f"{shown}: it should hold keys and values.", hint="guidelines/README.md shows the format.")
    return value


def _require_file_name(file: GuidelineFile, key: str, value: object) -> None:
    stem = file.path.rpartition("/")[2].removesuffix(".yaml")
    if value != stem:
        raise GuidelineError(
            f"{file.shown}, key {key}: it is `{value}`, but the file is called `{stem}`.", hint="Make the two the same."
        )


def _boilerplate(file: GuidelineFile) -> dict[str, Any]:
    """Return a text, with the front matter between its two `---` lines, as one entry."""
    text = file.text().replace("\r\n", "\n")
    head, found, body = text.removeprefix("---\n").partition("\n---\n")
    if not (text.startswith("---\n") and found):
        raise GuidelineError(
            f"{file.shown}: the front matter is missing.", hint="Begin with the lines `---`, `source: ...` and `---`."
        )
    entry = dict(_mapping(_parsed(head, file.shown), file.shown))
    if isinstance(entry.get("source"), str):
        entry["source"] = {"title": entry["source"]}
    return {**entry, "id": file.path.rpartition("/")[2].removesuffix(".md"), "text": body.strip()}


def _note_header(kind: str, header: dict[str, Any], file: GuidelineFile, into: Collected) -> None:
    """Check what stands beside the list of a file, and keep what counts for more than its entries."""
    own = {
        "profile": "severities",
        "technologies": "ambiguous_terms",
        "wording": "category",
        "grounding": "category",
    }.get(kind)
    allowed = [*_HEADER_KEYS, own or kind, kind]
    for key in header:
        if key not in allowed:
            raise GuidelineError(f"{file.shown}, key {key}: unknown key.", hint=nearest(key, allowed))
    if kind == "profile":
        into.severities |= severities_of(header, file.shown)
    elif kind == "technologies":
        into.ambiguous_terms |= _terms(header, file)
    elif kind == "jurisdictions" and "as_of" in header:
        into.law_as_of = (str(header["as_of"]), file.shown)
    elif kind in ("wording", "grounding"):
        _require_file_name(file, "category", header.get("category"))


def severities_of(header: dict[str, Any], shown: str) -> dict[str, Any]:
    """Return what a profile says, by rule id. GuidelineError for a severity that there is not."""
    allowed = (*get_args(Severity), "off")
    severities = _mapping(header.get("severities"), f"{shown}, key severities")
    for rule, severity in severities.items():
        if severity not in allowed:
            raise GuidelineError(
                f"{shown}, key severities.{rule}: `{severity}` is no severity.",
                hint=f"Use one of {', '.join(allowed)}.",
            )
    return severities


def _terms(header: dict[str, Any], file: GuidelineFile) -> set[str]:
    terms = header.get("ambiguous_terms") or []
    if not isinstance(terms, list) or not all(isinstance(term, str) for term in terms):
        raise GuidelineError(f"{file.shown}, key ambiguous_terms: it should be a list of words.", hint="Quote numbers.")
    return set(terms)


def _id_of(entry: object, number: int, file: GuidelineFile) -> str:
    id_ = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(id_, str) or not id_:
        raise GuidelineError(
            f"{file.shown}, entry {number}, key id: the key is missing.", hint="Begin it with `- id:`."
        )
    return id_


def _defaults(kind: str, header: dict[str, Any]) -> dict[str, Any]:
    """Return what a file's head says for all its entries."""
    names = {"wording": ("source", "category"), "grounding": ("source", "category"), "levels": ()}.get(
        kind, ("source",)
    )
    return {name: header[name] for name in names if name in header}


def _merge(
    known: dict[str, RawEntry], id_: str, entry: dict[str, Any], *, defaults: dict[str, Any], shown: str
) -> None:
    """Add the entry, or let it override the given keys of the entry with the same id."""
    if id_ not in known:
        values = {**defaults, **entry}
        known[id_] = RawEntry(values, dict.fromkeys(values, shown), shown)
        return
    known[id_].values = _overridden(known[id_].values, entry)
    known[id_].files |= dict.fromkeys(entry, shown)


def _overridden(old: dict[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return `old` with the keys of `new`; mappings are merged key by key, lists are replaced."""
    merged = dict(old)
    for key, value in new.items():
        before = merged.get(key)
        merged[key] = _overridden(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return merged
