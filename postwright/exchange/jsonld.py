"""A brief and its edited text -> schema.org JobPosting: the facts from the brief, the description from the text.

What schema.org and Google want is at https://developers.google.com/search/docs/appearance/structured-data/job-posting
(read November 2026). What the brief does not say is left out, and `google_missing` says so before the export.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from postwright.exchange.html import fragment

if TYPE_CHECKING:
    from postwright.model.brief import Brief, Location, Organisation, Pay, Requirement
    from postwright.model.posting import Posting
    from postwright.model.words import DegreeLevel

_DEGREES: dict[DegreeLevel, str] = {
    "high_school": "high school", "associate": "associate degree", "bachelor": "bachelor degree",
    "master": "postgraduate degree", "doctorate": "postgraduate degree", "professional": "postgraduate degree",
}  # fmt: skip
"""Google's words for degrees; a degree of no known level has none."""
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that Google wants and the brief or the organisation lacks."""

    field: str
    """The brief's field, or `organisation.<field>`."""
    need: Literal["required", "recommended"]
    words: str


def export(posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation) -> str:
    """Return the JobPosting as indented JSON. Without a brief there are no facts, only title and description."""
    from postwright.model.brief import Brief

    return json.dumps(job_posting(text, brief or Brief(), organisation), ensure_ascii=False, indent=2) + "\n"


def script(text: str, brief: Brief, organisation: Organisation) -> str:
    """Return the JobPosting as a <script> element that nothing in the text can close."""
    value = json.dumps(job_posting(text, brief, organisation), ensure_ascii=False, indent=2)
    for character, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"),
                               ("\u2029", "\\u2029")):  # fmt: skip
        value = value.replace(character, escaped)
    return f'<script type="application/ld+json">\n{value}\n</script>\n'


def job_posting(text: str, brief: Brief, organisation: Organisation) -> dict[str, Any]:
    """Return the JobPosting as plain values; empty ones are left out."""
    months = _months(brief)
    has_degree = bool(brief.education and brief.education.strength == "required" and brief.education.level in _DEGREES)
    value: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": brief.title or (_title_of(text)),
        "description": fragment(text, with_title=False).strip(),
        "datePosted": brief.date_posted.isoformat() if brief.date_posted else None,
        "validThrough": f"{brief.closing.date.isoformat()}T23:59:59" if brief.closing.date else None,
        "hiringOrganization": _organisation(organisation),
        "identifier": _identifier(brief, organisation),
        "jobLocation": _one_or_all([_place(location) for location in brief.locations] if not _is_remote(brief) else []),
        "jobLocationType": "TELECOMMUTE" if _is_remote(brief) else None,
        "applicantLocationRequirements": _one_or_all([_area(code) for code in applicant_places(brief)]),
        "employmentType": brief.employment_type.upper() if brief.employment_type else None,
        "baseSalary": _one_or_all([amount for pay in _pays(brief) if (amount := _amount(pay))]),
        "directApply": brief.apply.direct,
        "educationRequirements": _degree(brief) if has_degree else None,
        "experienceRequirements": (
            {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months} if months else None
        ),
        "experienceInPlaceOfEducation": (
            brief.education.equivalent if brief.education and has_degree and months else None
        ),
        "skills": [_requirement(entry) for entry in (*brief.must_have, *brief.nice_to_have)],
        "responsibilities": [entry.text for entry in brief.responsibilities if entry.text],
        "qualifications": _qualifications(brief),
        "jobBenefits": [entry.text for entry in (*brief.benefits, *organisation.benefits) if entry.text],
        "workHours": brief.hours,
        "physicalRequirement": [entry.text for entry in brief.physical],
        "securityClearanceRequirement": brief.clearance,
        "totalJobOpenings": brief.openings,
    }
    return {name: part for name, part in value.items() if part not in (None, "", [], {})}


def google_missing(brief: Brief, organisation: Organisation, *, text: str | None = None) -> tuple[Missing, ...]:
    """Return what Google requires, then what it recommends, and the brief or the organisation lacks.

    `text` is the posting's text, where it is known, so that an empty description is noticed.
    """
    remote = _is_remote(brief)
    checks: tuple[tuple[bool, str, Literal["required", "recommended"], str], ...] = (
        (not brief.title, "title", "required", "the job title"),
        (text is not None and not text.strip(), "summary", "required", "the description: the text is empty"),
        (not brief.date_posted, "date_posted", "required", "the day of posting"),
        (not organisation.name, "organisation.name", "required", "the employer's name"),
        (not remote and not brief.locations, "locations", "required", "where the work is"),
        (remote and not applicant_places(brief), "remote_from", "required", "where a remote person may live"),
        (not _has_salary(brief), "pay", "recommended", "the pay, with its currency"),
        (not brief.employment_type, "employment_type", "recommended", "the employment type"),
        (not brief.requisition_id, "requisition_id", "recommended", "your own number for the opening"),
        (not brief.closing.date, "closing", "recommended", "a closing date"),
        (not remote and any(not place.city for place in brief.locations), "locations", "recommended", "the city"),
        (brief.apply.direct is None, "apply", "recommended", "whether the address leads straight to the form"),
        (not _months(brief), "levels", "recommended", "the years of experience"),
        (brief.education is None, "education", "recommended", "the education"),
        (not _web(organisation.careers_address), "organisation.careers_address", "recommended", "the careers address"),
        (not _web(organisation.logo_address), "organisation.logo_address", "recommended", "the address of the logo"),
    )
    found = [Missing(field, need, words) for is_missing, field, need, words in checks if is_missing]
    return tuple(sorted(found, key=lambda missing: missing.need != "required"))


def applicant_places(brief: Brief) -> tuple[str, ...]:
    """Return the codes of the places a remote person may live in; the countries of the locations where not said."""
    if not _is_remote(brief):
        return ()
    return brief.remote_from or tuple(dict.fromkeys(place.place.split("-")[0] for place in brief.locations))


def _is_remote(brief: Brief) -> bool:
    return brief.workplace == "remote"


def _title_of(text: str) -> str:
    from postwright.exchange.markup import first_heading

    return first_heading(text)


def _one_or_all(values: list[Any]) -> Any:
    """Return the only value, all of several different ones, or None."""
    distinct = [value for index, value in enumerate(values) if value not in values[:index]]
    return distinct[0] if len(distinct) == 1 else distinct or None


def _organisation(organisation: Organisation) -> dict[str, str] | None:
    if not organisation.name:
        return None
    value = {"@type": "Organization", "name": organisation.name}
    if address := _web(organisation.careers_address):
        value["sameAs"] = address
    if logo := _web(organisation.logo_address):
        value["logo"] = logo
    return value


def _web(address: str) -> str:
    """Return `address` where it is one of the web."""
    return address if address.lower().startswith(("https://", "http://")) else ""


def _identifier(brief: Brief, organisation: Organisation) -> dict[str, str] | None:
    if not brief.requisition_id:
        return None
    name = {"name": organisation.name} if organisation.name else {}
    return {"@type": "PropertyValue", **name, "value": brief.requisition_id}


def _place(location: Location) -> dict[str, Any]:
    from postwright.drafting.places import place_name

    country, _, region = location.place.partition("-")
    parts = {
        "streetAddress": location.street,
        "addressLocality": location.city,
        "addressRegion": (region if country in ("US", "CA", "AU") else place_name(location.place)) if region else "",
        "postalCode": location.postal_code,
        "addressCountry": country,
    }
    return {
        "@type": "Place",
        "address": {"@type": "PostalAddress", **{key: part for key, part in parts.items() if part}},
    }


def _area(code: str) -> dict[str, str]:
    """Return a country or state as Google names them: "Colorado, US"."""
    from postwright.drafting.places import place_name

    country, _, region = code.partition("-")
    if not region:
        return {"@type": "Country", "name": country}
    return {"@type": "State", "name": f"{place_name(code).removesuffix(' State')}, {country}"}


def _pays(brief: Brief) -> tuple[Pay, ...]:
    """Return the pay of the posting and of its levels, where they have their own."""
    return (*brief.pay, *(entry.pay for entry in brief.levels if entry.pay))


def _has_salary(brief: Brief) -> bool:
    return any(_amount(pay) for pay in _pays(brief))


def _amount(pay: Pay) -> dict[str, Any] | None:
    """Return a MonetaryAmount; None without a figure or a currency, which Google would not take."""
    if pay.minimum is None or pay.currency is None:
        return None
    if pay.maximum is None or pay.maximum == pay.minimum:
        figures = {"value": _number(pay.minimum)}
    else:
        figures = {"minValue": _number(pay.minimum), "maxValue": _number(pay.maximum)}
    value = {"@type": "QuantitativeValue", **figures, "unitText": pay.period.upper()}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _number(amount: float) -> int | float:
    return int(amount) if amount == int(amount) else amount


def _degree(brief: Brief) -> dict[str, str] | None:
    if brief.education is None:
        return None
    category = _DEGREES[brief.education.level]
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": category}


def _months(brief: Brief) -> int | None:
    """Return the least months of experience: those of the lowest level, else of the longest must-have."""
    levels = [entry.years.minimum for entry in brief.levels if entry.years]
    skills = [entry.years.minimum for entry in brief.must_have if entry.years]
    years = min(levels) if levels else max(skills, default=0.0)
    return round(years * _MONTHS_A_YEAR) or None


def _requirement(entry: Requirement) -> str:
    """Return a skill in words: its text, or its alternatives joined by "or"."""
    return entry.text or " or ".join(entry.alternatives)


def _qualifications(brief: Brief) -> list[str]:
    """Return what is required besides degree and years: must-haves with their years, licences, languages."""
    from postwright.drafting.figures import plain

    found = []
    for entry in brief.must_have:
        words = _requirement(entry)
        if entry.text and entry.alternatives:
            words += f" ({' or '.join(entry.alternatives)})"
        if entry.years and entry.years.minimum:
            most = f" to {plain(entry.years.maximum)}" if entry.years.maximum is not None else ""
            words += f": {plain(entry.years.minimum)}{most or ' or more'} years"
        found.append(words)
    found.extend(entry.name for entry in brief.licences if entry.strength == "required")
    for language in brief.languages:
        if language.strength == "required":
            found.append(f"{language.name} ({language.level})" if language.level else language.name)
    return found
