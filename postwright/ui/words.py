"""The words that the pages show for the closed vocabularies and for places."""

from __future__ import annotations

from collections.abc import Mapping

from postwright.guidelines.records import Band
from postwright.library.records import Reason
from postwright.model.words import SEVERITIES, Level, Severity
from postwright.services import place_names

LEVEL_NAMES: Mapping[Level, str] = {
    "intern": "Intern",
    "entry": "Entry",
    "mid": "Mid",
    "senior": "Senior",
    "staff": "Staff",
    "principal": "Principal",
    "lead": "Lead",
    "manager": "Manager",
    "director": "Director",
    "executive": "Executive",
}
WORKPLACES: Mapping[str | None, str] = {
    None: "Not said yet",
    "on_site": "On site",
    "hybrid": "Hybrid",
    "remote": "Remote",
}
EMPLOYMENT_TYPES: Mapping[str | None, str] = {
    None: "Not said yet",
    "full_time": "Full time",
    "part_time": "Part time",
    "contractor": "Contractor",
    "temporary": "Temporary",
    "intern": "Internship",
    "volunteer": "Volunteer",
    "per_diem": "Per diem",
    "other": "Other",
}
PERIODS: Mapping[str, str] = {"hour": "Hour", "day": "Day", "week": "Week", "month": "Month", "year": "Year"}
STRENGTHS: Mapping[str, str] = {"required": "Required", "preferred": "Preferred"}
DEGREES: Mapping[str | None, str] = {
    None: "None asked",
    "high_school": "High school",
    "associate": "Associate degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
    "doctorate": "Doctorate",
    "professional": "Professional degree",
    "unspecified": "Any degree",
}
SEVERITY_NAMES: Mapping[Severity, str] = {
    "error": "Must fix",
    "warning": "Should fix",
    "notice": "Worth a look",
    "info": "For information",
}
SEVERITY_COLOURS: Mapping[Severity, str] = {"error": "red", "warning": "orange", "notice": "blue", "info": "gray"}
REASONS: Mapping[Reason, str] = {
    "start": "as it was drafted",
    "brief": "before the brief changed",
    "edit": "edited",
    "fix": "after a fix",
    "rewrite": "reworded by the model",
    "conflict": "typed while another window saved",
    "restore": "put back",
}


REFUSALS: Mapping[str, str] = {
    "number": "A figure",
    "money": "Money",
    "technology": "A technology",
    "benefit": "A benefit",
    "credential": "A certificate or degree",
    "strength_raised": "Asks more",
    "strength_lowered": "Asks less",
    "comparator": "At least, up to, about",
    "range": "A range",
    "place": "A place",
    "schedule": "Times of work",
    "binding": "A figure of something else",
    "negation": "Yes for no",
    "role_swapped": "Who does what",
    "claim": "A claim about the employer",
    "added_duty": "Something added",
    "borrowed_fact": "Something of another line",
    "name": "A name",
    "link": "An address",
    "dropped_part": "Something left out",
    "alternative": "One of several",
    "condition": "A condition",
    "time": "When or how often",
    "residue": "Words without a source",
    "no_overlap": "Something else altogether",
    "too_long": "Too long to be checked",
    "unknown_source": "A source that there is not",
    "left_out": "The line was left out",
    "no_answer": "No usable answer",
    "slot": "A fact moved or left out",
}
"""What is said of each kind of finding that refuses a model's wording."""


def refusal_name(kind: str) -> str:
    """Return the name of a kind of refusal; a rule's id stands for itself."""
    return REFUSALS.get(kind, kind.replace("_", " ").capitalize() if "/" not in kind else f"`{kind}`")


def badge(words: str, severity: Severity) -> str:
    """Return words as a badge in the severity's colour, as Markdown."""
    return f":{SEVERITY_COLOURS[severity]}-badge[{words}]"


def counts_in_words(counts: Mapping[Severity, int]) -> str:
    """Return badges that count findings, most severe first, for example "1 must fix" and "3 worth a look"."""
    badges = [
        badge(f"{counts[severity]} {SEVERITY_NAMES[severity].lower()}", severity)
        for severity in SEVERITIES
        if counts.get(severity)
    ]
    return " ".join(badges) or ":green-badge[:material/check: Nothing to remark on]"


def usual_years(band: Band) -> str:
    """Return the usual years of a level as a phrase: "4 to 8 years"."""
    if band.min_years == band.max_years:
        return f"{band.min_years:g} years"
    return f"{band.min_years:g} to {band.max_years:g} years"


def places() -> Mapping[str, str]:
    """Return the known place codes with their names."""
    return place_names()


def place_name(code: str) -> str:
    """Return the name of a place code, or the code itself."""
    return places().get(code, code)


def place_options(*, empty: bool = True, everywhere: bool = False) -> dict[str | None, str]:
    """Return all places for a choice; None stands for "not said yet" or "everywhere"."""
    first: dict[str | None, str] = {None: "Everywhere"} if everywhere else {None: "Not said yet"} if empty else {}
    return first | dict(places())


def currencies() -> Mapping[str | None, str]:
    """Return the currencies offered; None stands for "not said yet"."""
    return {None: "Not said yet"} | {
        code: code
        for code in (
            "USD",
            "EUR",
            "GBP",
            "CAD",
            "AUD",
            "CHF",
            "SEK",
            "DKK",
            "NOK",
            "PLN",
            "CZK",
            "INR",
            "SGD",
            "JPY",
            "NZD",
            "ZAR",
            "BRL",
            "MXN",
        )
    }
