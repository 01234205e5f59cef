"""Guideline files -> Guidelines: parsing, merging the overlay by id, validation with messages that name the place.

The slow way (YAML and pydantic); `load` takes it only when no compiled copy fits.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from postwright.errors import GuidelineError, InputError
from postwright.guidelines import records, schema
from postwright.guidelines.files import FOLDERS, SINGLE_FILES, GuidelineFile
from postwright.guidelines.starts import match_starts
from postwright.model.words import Severity
from postwright.safe_yaml import parse


@dataclass
class _Raw:
    """An entry before validation, with the files that its keys came from."""

    values: dict[str, Any]
    files: dict[str, str]
    """Key -> the file that gave it."""
    origin: str


@dataclass
class _Collected:
    """All entries of all files, merged but not validated."""

    entries: dict[str, dict[str, _Raw]] = field(default_factory=lambda: {kind: {} for kind in schema.KINDS})
    ambiguous_terms: list[str] = field(default_factory=list)
    severities: dict[str, Any] = field(default_factory=dict)
    law_as_of: str = ""


def compile_guidelines(
    files: tuple[GuidelineFile, ...], overlay: tuple[GuidelineFile, ...], *, fingerprint: str
) -> records.Guidelines:
    """Return the guidelines of `files` with the `overlay` merged in; raise GuidelineError for the first mistake."""
    collected = _Collected()
    _collect(files, into=collected, is_overlay=False)
    _collect(overlay, into=collected, is_overlay=True)
    valid = {kind: _validated(kind, entries) for kind, entries in collected.entries.items()}
    return _guidelines(valid, collected, fingerprint)


# ---- collecting


def _collect(files: Iterable[GuidelineFile], *, into: _Collected, is_overlay: bool) -> None:
    seen: dict[tuple[str, str], str] = {}
    for file in files:
        if not is_overlay and "/" not in file.path and file.path not in SINGLE_FILES:
            continue  # data of another part (place names): checked where it is read
        kind, entries, header = _entries_of(file)
        if kind == "profile":
            _collect_profile(file, header, into)
            continue
        if kind == "jurisdictions" and header.get("as_of"):
            into.law_as_of = str(header["as_of"])
        if kind == "technologies":
            into.ambiguous_terms += _terms(file, header)
        for number, entry in enumerate(entries, start=1):
            id_ = _id_of(file, entry, number)
            if (kind, id_) in seen:
                raise GuidelineError(
                    f"{file.shown}, entry {id_}: the id is already used in {seen[kind, id_]}.",
                    hint="Give each entry its own id.",
                )
            seen[kind, id_] = file.shown
            _merge(kind, id_, entry, header, file, into)


def _entries_of(file: GuidelineFile) -> tuple[str, list[Any], dict[str, Any]]:
    """Return the kind of the file's records, the records and the rest of the file."""
    folder, _, name = file.path.rpartition("/")
    if folder == "boilerplate" and name.endswith(".md"):
        return "boilerplate", [_boilerplate(file)], {}
    if file.path not in SINGLE_FILES and not (folder in FOLDERS and name.endswith(FOLDERS[folder])):
        raise _unknown_file(file)
    content = _mapping(_parsed(file.text(), file.shown), file.shown)
    if folder == "roles":
        _same_as_file_name(file, content.get("id"), "id")
        return "roles", [content], {}
    if file.path == "profile.yaml":
        return "profile", [], content
    kind = folder or name.removesuffix(".yaml")
    header = dict(content)
    entries = header.pop(kind, [])
    _check_header(file, header, kind)
    if not isinstance(entries, list):
        raise GuidelineError(f"{file.shown}, key {kind}: it should be a list.", hint="Start each entry with `- id:`.")
    return kind, entries, header


def _check_header(file: GuidelineFile, header: dict[str, Any], kind: str) -> None:
    allowed = [*schema.HEADER_KEYS, kind]
    allowed += {"technologies": ["ambiguous_terms"], "wording": ["category"]}.get(kind, [])
    for key in header:
        if key not in allowed:
            raise GuidelineError(f"{file.shown}: unknown key `{key}`.", hint=_nearest(key, allowed))
    if kind == "wording":
        _same_as_file_name(file, header.get("category"), "category")


def _same_as_file_name(file: GuidelineFile, value: object, key: str) -> None:
    stem = file.path.rpartition("/")[2].removesuffix(".yaml")
    if value != stem:
        raise GuidelineError(
            f"{file.shown}, key {key}: it is `{value}`, but the file is called `{stem}`.", hint="Make the two the same."
        )


def _unknown_file(file: GuidelineFile) -> GuidelineError:
    folder, _, name = file.path.rpartition("/")
    if folder:
        return GuidelineError(
            f"{file.shown}: files in {folder}/ end in `{FOLDERS[folder]}`.", hint="Rename the file, or move it away."
        )
    known = list(SINGLE_FILES)
    return GuidelineError(f"{file.shown}: no guideline file has this name.", hint=_nearest(name, known))


def _parsed(text: str, shown: str) -> object:
    try:
        return parse(text, name=shown)
    except InputError as error:
        raise GuidelineError(error.message, hint=error.hint) from None


def _mapping(value: object, shown: str) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise GuidelineError(f"{shown}: it should hold keys and values.", hint="See guidelines/README.md for the format.")
    return value


def _boilerplate(file: GuidelineFile) -> dict[str, Any]:
    """Return a text with its front matter (between two `---` lines) as one entry."""
    text = file.text().replace("\r\n", "\n")
    head, found, body = text.removeprefix("---\n").partition("\n---\n")
    if not (text.startswith("---\n") and found):
        raise GuidelineError(
            f"{file.shown}: the front matter is missing.", hint="Begin with `---`, `source: ...`, `reviewed: ...`, `---`."
        )
    entry = dict(_mapping(_parsed(head, file.shown), file.shown))
    entry["id"] = file.path.rpartition("/")[2].removesuffix(".md")
    if isinstance(entry.get("source"), str):
        entry["source"] = {"title": entry["source"]}
    return {**entry, "text": body.strip()}


def _terms(file: GuidelineFile, header: dict[str, Any]) -> list[str]:
    terms = header.get("ambiguous_terms", [])
    if not isinstance(terms, list) or not all(isinstance(term, str) for term in terms):
        raise GuidelineError(f"{file.shown}, key ambiguous_terms: it should be a list of words.", hint="Quote numbers.")
    return terms


def _collect_profile(file: GuidelineFile, content: dict[str, Any], into: _Collected) -> None:
    for key in content:
        if key not in ("severities", "as_of", "notes"):
            raise GuidelineError(f"{file.shown}: unknown key `{key}`.", hint=_nearest(key, ["severities"]))
    allowed = [*get_args(Severity), "off"]
    for rule, severity in _mapping(content.get("severities"), f"{file.shown}, key severities").items():
        if severity not in allowed:
            raise GuidelineError(
                f"{file.shown}, entry {rule}: `{severity}` is no severity.", hint=f"Use one of {', '.join(allowed)}."
            )
        into.severities[rule] = severity


def _id_of(file: GuidelineFile, entry: object, number: int) -> str:
    if not isinstance(entry, dict):
        raise GuidelineError(f"{file.shown}, entry {number}: it should hold keys and values.", hint="Begin with `- id:`.")
    id_ = entry.get("id")
    if not isinstance(id_, str) or not id_:
        raise GuidelineError(f"{file.shown}, entry {number}: the key `id` is missing.", hint="Give the entry an id.")
    return id_


def _merge(
    kind: str, id_: str, entry: dict[str, Any], header: dict[str, Any], file: GuidelineFile, into: _Collected
) -> None:
    """Add the entry, or let it override the given keys of the entry with the same id."""
    known = into.entries[kind].get(id_)
    if known is None:
        defaults = {key: header[key] for key in ("source", "category") if key in header and key in _fields(kind)}
        values = {**defaults, **entry}
        into.entries[kind][id_] = _Raw(values, dict.fromkeys(values, file.shown), file.shown)
        return
    known.values = _overridden(known.values, entry)
    known.files.update(dict.fromkeys(entry, file.shown))


def _overridden(old: dict[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return `old` with the keys of `new`; mappings are merged key by key, lists are replaced."""
    merged = dict(old)
    for key, value in new.items():
        before = merged.get(key)
        merged[key] = _overridden(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return merged


def _fields(kind: str) -> list[str]:
    return list(schema.KINDS[kind].model_fields)


# ---- validating


def _validated(kind: str, entries: dict[str, _Raw]) -> list[Any]:
    """Return the valid entries of a kind that are switched on (wording keeps the others, marked)."""
    valid = [_valid(kind, id_, raw) for id_, raw in entries.items()]
    return [entry for entry in valid if entry.enabled or kind == "wording"]


def _valid(kind: str, id_: str, raw: _Raw) -> Any:
    from pydantic import ValidationError

    model = schema.KINDS[kind]
    try:
        return model.model_validate(raw.values)
    except ValidationError as error:
        raise _explained(error.errors()[0], model, id_, raw) from None


def _explained(error: Any, model: type[schema.Part], id_: str, raw: _Raw) -> GuidelineError:
    """Return pydantic's first complaint as a message that names file, entry and key."""
    path = [part for part in error["loc"] if not (isinstance(part, str) and part.startswith("function-"))]
    file = raw.files.get(str(path[0]), raw.origin) if path else raw.origin
    where = f"{file}, entry {id_}"
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    if error["type"] == "extra_forbidden":
        return GuidelineError(f"{where}: unknown key `{key}`.", hint=_nearest(str(path[-1]), _keys_at(model, path[:-1])))
    if error["type"] == "missing":
        return GuidelineError(f"{where}: the key `{key}` is missing.", hint="Add it; guidelines/README.md says what it is.")
    message = error["msg"].removeprefix("Value error, ")
    if error["type"] == "value_error":
        return GuidelineError(f"{where}{', key ' + key if key else ''}: {message}.", hint="Correct the entry.")
    return GuidelineError(
        f"{where}, key {key}: {message[0].lower() + message[1:]}, not {_short(error['input'])}.", hint="Correct the value."
    )


def _keys_at(model: type[schema.Part], path: list[Any]) -> list[str]:
    """Return the known keys of the mapping at `path` in an entry."""
    parts = {
        "software": schema.BandEntry,
        "general": schema.BandEntry,
        "duties": schema.DutiesEntry,
        "source": schema.SourceEntry,
        "skill_groups": schema.SkillGroupEntry,
        "experience_years": schema.Quantiles,
        "employer_threshold": schema.Threshold,
    }
    names = [part for part in path if isinstance(part, str)]
    part = parts.get(names[-1], model) if names else model
    return list(part.model_fields)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _nearest(key: str, known: list[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    return f"Did you mean `{close[0]}`?" if close else f"Known are {', '.join(sorted(known))}."


# ---- building the records


def _guidelines(valid: dict[str, list[Any]], collected: _Collected, fingerprint: str) -> records.Guidelines:
    return records.Guidelines(
        levels={e.id: _level(e) for e in valid["levels"]},
        technologies={e.id: _technology(e) for e in valid["technologies"]},
        ambiguous_terms=frozenset(collected.ambiguous_terms),
        certifications={e.id: _certification(e) for e in valid["certifications"]},
        wording={e.id: _wording(e) for e in valid["wording"]},
        jurisdictions={e.id: _jurisdiction(e) for e in valid["jurisdictions"]},
        roles={e.id: _role(e) for e in valid["roles"]},
        sections={e.id: _section(e) for e in valid["sections"]},
        limits={e.id: _limit(e) for e in valid["limits"]},
        boilerplate={e.id: e.text for e in valid["boilerplate"]},
        law_as_of=_law_date(collected.law_as_of),
        fingerprint=fingerprint,
        severities=cast("dict[str, Any]", collected.severities),
        research={e.id: _study(e) for e in valid["research"]},
    )


def _law_date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise GuidelineError(
            f"guidelines/jurisdictions.yaml, key as_of: `{text}` is no date.", hint="Write it as 2026-11-20."
        ) from None


def _sources(entries: list[schema.SourceEntry]) -> tuple[records.Source, ...]:
    return tuple(records.Source(e.title, e.year, e.address) for e in entries)


def _band(e: schema.BandEntry) -> records.Band:
    return records.Band(
        min_years=e.min_years,
        typical_years=e.typical_years,
        max_years=e.max_years,
        flag_min_demand_above=e.flag_min_demand_above,
        sources=_sources(e.source),
        confidence=e.confidence,
    )


def _level(e: schema.LevelEntry) -> records.LevelRecord:
    return records.LevelRecord(
        id=e.id,
        ladder=e.ladder,
        title_words=tuple(e.title_words),
        software=_band(e.software),
        general=_band(e.general),
        supervises=e.supervises,
        notes=e.notes,
    )


def _technology(e: schema.TechnologyEntry) -> records.Technology:
    return records.Technology(
        id=e.id,
        name=e.name,
        aliases=tuple(e.aliases),
        category=e.category,
        first_public=e.first_public,
        stable_1_0=e.stable_1_0 or "",
        confidence=e.confidence,
        sources=_sources(e.source),
        ambiguous=e.ambiguous,
        context=tuple(e.context),
        note=e.note,
    )


def _certification(e: schema.CertificationEntry) -> records.Certification:
    return records.Certification(
        id=e.id,
        name=e.name,
        aliases=tuple(e.aliases),
        body=e.body,
        field=e.field,
        experience_required_months=e.experience_required_months,
        least_months_with_waivers=e.least_months_with_waivers,
        detail=e.detail,
        exam_possible_before_experience=e.exam_possible_before_experience,
        early_stage_form=e.early_stage_form,
        inflation_if_asked_at=tuple(e.inflation_if_asked_at),
        sources=_sources(e.source),
        confidence=e.confidence,
    )


def _wording(e: schema.WordingItem) -> records.WordingEntry:
    return records.WordingEntry(
        id=e.id,
        category=e.category,
        pattern=e.pattern,
        exceptions=tuple(e.exceptions),
        kind=e.kind,
        severity=e.severity,
        why=e.why,
        suggest=tuple(e.suggest),
        legal=tuple(e.legal),
        sources=_sources(e.source),
        confidence=e.confidence,
        sections=tuple(e.sections),
        enabled=e.enabled,
        starts=match_starts(e.pattern),
        unless=tuple(e.unless),
    )


def _jurisdiction(e: schema.JurisdictionEntry) -> records.Jurisdiction:
    return records.Jurisdiction(
        id=e.id,
        name=e.name,
        places=tuple(e.places),
        status=e.status,
        duties=records.AdDuties(**e.duties.model_dump()),
        statute=e.statute,
        notes=e.notes,
        sources=_sources(e.source),
        confidence=e.confidence,
        checked=e.checked,
    )


def _role(e: schema.RoleEntry) -> records.RoleProfile:
    return records.RoleProfile(
        id=e.id,
        name=e.name,
        titles=tuple(e.titles),
        function=e.function,
        band=e.band,
        onet_soc=e.onet_soc,
        onet_title=e.onet_title,
        experience_p25=e.experience_years.p25,
        experience_p50=e.experience_years.p50,
        experience_p75=e.experience_years.p75,
        experience_p90=e.experience_years.p90,
        degree_required_percent=e.degree_required_percent,
        licence=e.licence,
        duties=tuple(e.duties),
        skill_groups=tuple(records.SkillGroup(g.group, g.need, tuple(g.any_of), tuple(g.also)) for g in e.skill_groups),
        nice_to_have=tuple(e.nice_to_have),
        inflation_notes=tuple(e.inflation_notes),
        extra_ad_items=tuple(e.extra_ad_items),
        sources=_sources(e.source),
        confidence=e.confidence,
        experience_in=e.experience_in,
    )


def _section(e: schema.SectionEntry) -> records.SectionRule:
    return records.SectionRule(
        id=e.id,
        kind=e.kind,
        heading=e.heading,
        headings=tuple(e.headings),
        required=e.required,
        why=e.why,
        sources=_sources(e.source),
        confidence=e.confidence,
    )


def _limit(e: schema.LimitEntry) -> records.Limit:
    return records.Limit(
        id=e.id, value=e.value, unit=e.unit, why=e.why, sources=_sources(e.source), confidence=e.confidence
    )


def _study(e: schema.StudyEntry) -> records.Study:
    return records.Study(
        id=e.id,
        citation=e.citation,
        finding=e.finding,
        lint_implication=e.lint_implication,
        sources=_sources(e.source),
        confidence=e.confidence,
    )
