"""Guideline files -> Guidelines: collected, validated, and built into the records of `records.py`.

The slow way (YAML and pydantic); `load` takes it only where no compiled copy fits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from postwright.errors import GuidelineError
from postwright.guidelines import records, schema
from postwright.guidelines.collect import Collected, RawEntry, collect
from postwright.guidelines.complaints import first_complaint
from postwright.guidelines.files import TABLES, GuidelineFile
from postwright.guidelines.needs import needed_words
from postwright.guidelines.occupations import check_tables
from postwright.guidelines.section_weights import packed_weights
from postwright.guidelines.starts import branches, match_starts


def compile_guidelines(
    files: tuple[GuidelineFile, ...], overlay: tuple[GuidelineFile, ...], *, fingerprint: str
) -> records.Guidelines:
    """Return the guidelines of `files` with the `overlay` merged in; raise GuidelineError for the first mistake."""
    collected = collect(files, overlay)
    check_tables([file for file in (*files, *overlay) if file.path in TABLES])
    valid = {kind: _validated(kind, entries) for kind, entries in collected.entries.items()}
    return _guidelines(valid, collected, fingerprint)


def _validated(kind: str, entries: dict[str, RawEntry]) -> list[Any]:
    """Return the valid entries of a kind that are switched on (wording keeps the others, marked)."""
    valid = [_valid(schema.KINDS[kind], id_, raw) for id_, raw in entries.items()]
    return [entry for entry in valid if entry.enabled or kind == "wording"]


def _valid(model: type[schema.Part], id_: str, raw: RawEntry) -> Any:
    try:
        return model.model_validate(raw.values)
    except ValidationError as error:
        key, problem, hint = first_complaint(error, model)
        file = raw.files.get(key.partition(".")[0], raw.origin)
        where = f"{file}, entry {id_}, key {key}" if key else f"{file}, entry {id_}"
        raise GuidelineError(f"{where}: {problem}.", hint=hint) from None


def _guidelines(valid: dict[str, list[Any]], collected: Collected, fingerprint: str) -> records.Guidelines:
    return records.Guidelines(
        levels={e.id: _level(e) for e in valid["levels"]},
        technologies={e.id: _technology(e) for e in valid["technologies"]},
        ambiguous_terms=frozenset(collected.ambiguous_terms),
        certifications={e.id: _certification(e) for e in valid["certifications"]},
        wording={e.id: _wording(e) for e in valid["wording"]},
        rewording={e.id: _rewording(e) for e in valid["rewording"]},
        jurisdictions={e.id: _jurisdiction(e) for e in valid["jurisdictions"]},
        advertising={e.id: _advertising(e) for e in valid["advertising"]},
        roles={e.id: _role(e) for e in valid["roles"]},
        sections={e.id: _section(e) for e in valid["sections"]},
        section_words={e.id: _section_words(e) for e in valid["section_words"]},
        limits={e.id: _limit(e) for e in valid["limits"]},
        boilerplate={e.id: e.text for e in valid["boilerplate"]},
        law_as_of=_law_date(*collected.law_as_of),
        fingerprint=fingerprint,
        severities=collected.severities,
        title_words={e.id: _word_list(e) for e in valid["title_words"]},
        stated_twice={e.id: _word_list(e) for e in valid["stated_twice"]},
        place_words={e.id: _word_list(e) for e in valid["place_words"]},
        first_facts={e.id: _first_fact(e) for e in valid["first_facts"]},
        voice={e.id: _voice(e) for e in valid["voice"]},
        research={e.id: _study(e) for e in valid["research"]},
        grounding={e.id: _grounding(e) for e in valid["grounding"]},
    )


def _law_date(text: str, shown: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise GuidelineError(f"{shown}, key as_of: {text!r} is no date.", hint="Write it as 2026-11-20.") from None


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
        gs_grades=tuple(e.gs_grades),
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
        bare_as=e.bare_as,
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
        branches=tuple(_branches(e.pattern)),
        unless=tuple(e.unless),
        within=tuple(e.within),
        frames=tuple(e.frames),
        says=e.says,
        plural_as=e.plural_as,
        exceptions_need=_needs(e.exceptions),
        within_needs=_needs(e.within),
    )


def _needs(patterns: Iterable[str]) -> tuple[str, ...]:
    return tuple("\n".join(needed_words(pattern)) for pattern in patterns)


def _branches(pattern: str) -> Iterator[records.Branch]:
    spans = branches(pattern)
    before, after = pattern[: spans[0][0]], pattern[spans[-1][1] :]
    for begin, end in spans:
        yield records.Branch(begin, end, "\n".join(match_starts(f"{before}{pattern[begin:end]}{after}")))


def _rewording(e: schema.RewordingEntry) -> records.Rewording:
    return records.Rewording(
        id=e.id,
        category=e.category,
        words=e.words,
        write=e.write,
        followed_by=e.followed_by or "",
        sources=_sources(e.source),
        confidence=e.confidence,
        starts=match_starts(e.words),
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
        cities=tuple(e.cities),
        exempt=e.exempt,
        salary_history_law=e.salary_history_law,
    )


def _advertising(e: schema.AdvertisingEntry) -> records.AdvertisingLaw:
    return records.AdvertisingLaw(
        id=e.id,
        name=e.name,
        law=e.law,
        rule=e.rule,
        where=e.where,
        places=tuple(e.places),
        employer_min=e.employer_min,
        employees_counted=e.employees_counted,
        effective=e.effective,
        cited_as=tuple(e.cited_as),
        raises_to=e.raises_to,
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


def _section_words(e: schema.SectionWordsEntry) -> records.SectionWords:
    phrases, weights = packed_weights(e.weights, e.kinds)
    return records.SectionWords(
        id=e.id, phrases=phrases, weights=weights, sources=_sources(e.source), confidence=e.confidence
    )


def _limit(e: schema.LimitEntry) -> records.Limit:
    return records.Limit(
        id=e.id, value=e.value, unit=e.unit, why=e.why, sources=_sources(e.source), confidence=e.confidence
    )


def _word_list(e: schema.WordListEntry) -> records.WordList:
    return records.WordList(
        id=e.id, words=tuple(e.words), why=e.why, sources=_sources(e.source), confidence=e.confidence
    )


def _first_fact(e: schema.FirstFactEntry) -> records.FirstFact:
    return records.FirstFact(
        id=e.id, order=e.order, asks=e.asks, why=e.why, sources=_sources(e.source), confidence=e.confidence
    )


def _voice(e: schema.VoiceEntry) -> records.VoiceRule:
    return records.VoiceRule(
        id=e.id, when=e.when, say=e.say, why=e.why, sources=_sources(e.source), confidence=e.confidence
    )


def _grounding(e: schema.GroundingEntry) -> records.GroundingWords:
    return records.GroundingWords(
        id=e.id,
        category=e.category,
        words=tuple(e.words),
        within=tuple(e.within),
        value=e.value,
        sources=_sources(e.source),
        confidence=e.confidence,
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
