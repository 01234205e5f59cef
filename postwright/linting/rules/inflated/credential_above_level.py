"""inflated/credential-above-level: a certificate that itself needs more years than the level has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.experience import band_of, in_words
from postwright.linting.levels import is_software
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import Certification
    from postwright.model.reading import CredentialMention
    from postwright.model.words import Level

_LATER = late(
    r"\b(?:obtain|within|working towards?|pursu\w+|willing\w*|eligible|eligibility|ability to|able to|associate of|"
    r"progress|in training|to follow|eventually|later on|on the way|or equivalent|encouraged|track|sit for|toward|"
    r"candidates?(?! (?:must|should|will|shall|needs?|who|with|is|are|has|have|having|holding|possess\w*)\b))\b"
)
_OF_OTHERS = late(
    r"\b(?:colleagues?|team ?mates?|mentors?|managers?|supervisors?|seniors?|founders?|engineers|analysts|people|our "
    r"team|we|they) (?:who |that )?(?:also )?(?:hold|have|earned|are|with)\b|\blearn from\b|\balongside\b"
)
"""Words before a certificate that others hold."""
_OR_BEFORE = late(
    r"(?:\b(?:or|either|such as|e\.?g\.?,?|for example,?|like|one of|any of|one or more of)|/)\W*"
    r"(?:(?:an?|the|following|valid|active|certifications?|certificates?|credentials?|certified)\W+){0,3}$"
)
_OR_AFTER = late(
    r"(?:\W+(?:certif\w+|designations?|credentials?|licen[cs]e|charter\w*|[a-z0-9+-]{2,12}(?=,))){0,4}"
    r"\W*(?:\b(?:or|and/or|etc)\b|/)"
)
_JOINT = late(r"[\s,/()]*(?:(?:or|and/or)[\s(]*)?")
_NEAR = 48
"""Characters on either side of a certificate in which an "or" belongs to it."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on each required certificate that asks for more experience than every level of the posting has."""
    if not context.levels:
        return
    seen: set[str] = set()
    for choice in _choices(context):
        first, record = choice[0], context.guidelines.certifications.get(choice[0].id)
        if record is None or first.id in seen or not all(_is_above(context, mention) for mention in choice):
            continue
        if not _is_softened(context, choice):
            seen.update(mention.id for mention in choice)
            finding = _finding(context, first, record, context.levels[-1])
            if finding:
                yield finding


def _choices(context: Context) -> Iterator[list[CredentialMention]]:
    """Yield the certificates, those joined by "or" together: of "PgMP or PMP" one is enough."""
    folded = context.document.folded
    choice: list[CredentialMention] = []
    for mention in context.reading.credentials:
        between = folded[choice[-1].end : mention.start] if choice else ""
        if choice and _JOINT.fullmatch(between) and ("or" in between or "/" in between):
            choice.append(mention)
        else:
            if choice:
                yield choice
            choice = [mention]
    if choice:
        yield choice


def _is_above(context: Context, mention: CredentialMention) -> bool:
    record = context.guidelines.certifications.get(mention.id)
    return (
        record is not None
        and mention.strength == "required"
        and all(level in record.inflation_if_asked_at for level in context.levels)
    )


def _is_softened(context: Context, choice: list[CredentialMention]) -> bool:
    """Say whether the sentence accepts another certificate, or the certificate later."""
    start, end = choice[0].start, choice[-1].end
    sentence = next((s for s in context.document.sentences if s.start <= start < s.end), None)
    first, last = (sentence.start, max(sentence.end, end)) if sentence else (start, end)
    folded = context.document.folded
    if _OF_OTHERS.search(folded, first, start):
        return True
    before, after = max(first, start - _NEAR), min(last, end + _NEAR)
    return bool(
        _LATER.search(folded, max(first, start - 2 * _NEAR), min(last, end + 2 * _NEAR))
        or _OR_BEFORE.search(folded[before:start])
        or _OR_AFTER.match(folded, end, after)
    )


def _finding(context: Context, mention: CredentialMention, record: Certification, level: Level) -> Finding | None:
    band = band_of(context, level, software=bool(is_software(context)))
    usual = f"; at {level} level, {band[1].min_years:g} to {in_words(band[1].max_years)} are usual" if band else ""
    months, least = record.experience_required_months, record.least_months_with_waivers
    if months:
        waived = f" ({in_words(least / 12)} with every waiver)" if least and least != months else ""
        message = f"{record.name} itself asks for {in_words(months / 12)} of experience{waived}{usual}."
    elif _ADVISED.search(record.detail):
        message = f"{record.name} is meant for people with years of practice{usual}."
    else:
        return None
    return Finding(
        rule="",
        severity="warning" if months else "notice",
        start=mention.start,
        end=mention.end,
        message=message,
        why="",
        source=f"guidelines/certifications.yaml, {record.id}: {'; '.join(s.title for s in record.sources[:2])}",
        arithmetic=f"{record.body}: {record.detail}.",
        fixes=_fixes(mention, record),
        confidence=record.confidence,
    )


_ADVISED = late(r"\byears\b.*\badvised\b")
"""What a record says of a certificate without a formal condition."""


def _fixes(mention: CredentialMention, record: Certification) -> tuple[Fix, ...]:
    later = Fix(f"Ask for {record.name} as something to be obtained on the job, or as preferred", "hint")
    early = record.early_stage_form
    if not early:
        return (later,)
    if early[0].isupper() and len(early.split()) <= 5:
        return (Fix(f"Ask for {early}", "unsafe", (Edit(mention.start, mention.end, early),)), later)
    return (Fix(f"Ask for its early form: {early}", "hint"), later)


RULE = Rule(
    id="inflated/credential-above-level",
    severity="warning",
    summary="A certificate that itself needs more years than the level has",
    why="Nobody at the level can hold it, so the posting asks for another level at this one's pay.",
    source="guidelines/certifications.yaml: the issuers' own experience requirements",
    check=check,
    fires=(
        Example(text="Requirements:\n- CISSP certification required", title="Junior Security Analyst", quote="CISSP"),
    ),
    silent=(
        Example(text="Requirements:\n- CISSP certification required", title="Senior Security Analyst"),
        Example(text="Requirements:\n- CISSP or Security+", title="Junior Security Analyst"),
        Example(text="Nice to have:\n- CISSP certification", title="Junior Security Analyst"),
        Example(text="Requirements:\n- CISSP certification required", title="Security Analyst"),
    ),
)
