"""What a record of each kind may hold in its YAML file: the keys, their types, and which of them are required.

Imported only when guidelines are compiled (it needs pydantic). A key that is here but not in `records.py` documents the
evidence for people and is not loaded: `verified_by_page`, `corpus_hits`, `notes` of laws and the like.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from postwright.guidelines.patterns import nested_repetition
from postwright.guidelines.records import Need, VoiceMoment
from postwright.model.words import Confidence, Level, SectionKind, Severity

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _form(pattern: str, meaning: str) -> AfterValidator:
    """Return a check that a text has the form `pattern`; `meaning` completes the sentence "'x' is no ..."."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"{text!r} is no {meaning}")
        return text

    return AfterValidator(check)


Id = Annotated[str, _form(r"[A-Za-z0-9][A-Za-z0-9_.+#-]*", "id: use letters, digits and _ . + # -")]
PlaceCode = Annotated[str, _form(r"[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}", "place code: write it as DE, US-CO or US-NY-NYC")]
AsText = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int | float) else value)]
"""Text that YAML may have taken for a number: the year 1995."""
Moment = Annotated[
    AsText, _form(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-[0-3]\d)?)?", "date: write it as 2014, 2014-06 or 2014-06-06")
]
"""A year, month or day: `1995`, `2014-06`, `2014-06-06`."""


def _compilable(pattern: str) -> str:
    try:
        re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"it is not a valid regular expression ({error})") from None
    if nested_repetition(pattern):
        raise ValueError("it holds a repetition inside a repetition, which can take hours on a long line")
    return pattern


Pattern = Annotated[Name, AfterValidator(_compilable)]


class Part(BaseModel):
    """A mapping in a guideline file; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class SourceEntry(Part):
    title: Name
    year: int | None = None
    address: str = ""


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


Sources = Annotated[list[SourceEntry], BeforeValidator(_as_list), Field(min_length=1)]


class Entry(Part):
    """What every record has; `enabled: false` switches a record off."""

    id: Id
    source: Sources
    confidence: Confidence
    enabled: bool = True


class BandEntry(Part):
    min_years: float = Field(ge=0)
    typical_years: float = Field(ge=0)
    max_years: float = Field(ge=0)
    flag_min_demand_above: float = Field(ge=0)
    source: Sources
    confidence: Confidence
    spread_between_sources: list[str] = []

    @model_validator(mode="after")
    def _ordered(self) -> BandEntry:
        if not self.min_years <= self.typical_years <= self.max_years:
            raise ValueError("the years must rise: min_years <= typical_years <= max_years")
        return self


class LevelEntry(Part):
    id: Id
    ladder: Level
    title_words: list[Name]
    software: BandEntry
    general: BandEntry
    supervises: bool
    gs_equivalent: str = ""
    gs_grades: list[int] = []
    notes: str = ""
    enabled: bool = True


class TechnologyEntry(Entry):
    name: Name
    aliases: list[Name] = []
    category: Name
    first_public: Moment
    stable_1_0: Moment | None = None
    bare_as: str = ""
    verified_by_page: bool = False
    ambiguous: bool = False
    context: list[Name] = []
    note: str = ""


class CertificationEntry(Entry):
    name: Name
    aliases: list[Name] = []
    body: Name
    field: Name
    experience_required_months: float | None = Field(default=None, ge=0)
    least_months_with_waivers: float | None = Field(default=None, ge=0)
    detail: str = ""
    exam_possible_before_experience: bool = False
    early_stage_form: str = ""
    inflation_if_asked_at: list[Level] = []


WordingCondition = Literal[
    "accommodation",
    "benefits_listed",
    "government_reason",
    "graduate_role",
    "only_preferred",
    "pay_figure",
    "proper_name",
    "public_health_service",
    "religious_employer",
    "student_role",
]
"""What a posting may say that leaves no reason for a remark (see linting/remarks.py)."""


class WordingItem(Entry):
    category: Id
    pattern: Pattern
    exceptions: list[Pattern] = []
    kind: Literal["stem", "exact", "regex"] = "regex"
    severity: Severity
    why: Name
    suggest: list[str] = []
    legal: list[str] = []
    sections: list[SectionKind] = []
    unless: list[WordingCondition] = []
    within: list[Pattern] = []
    frames: list[Literal["excluded", "wanted", "chosen", "asked", "liked", "applicant", "sought", "denied_too"]] = []
    says: str = ""
    plural_as: str = ""
    false_positives: list[str] = []
    corpus_hits: int | None = None
    read_right: str | None = None

    @model_validator(mode="after")
    def _error_needs_a_sure_fact(self) -> WordingItem:
        if self.severity == "error" and self.confidence != "high":
            raise ValueError("severity error needs confidence high")
        return self


class RewordingEntry(Entry):
    category: Id
    words: Pattern
    followed_by: Pattern | None = None
    write: str = ""

    @model_validator(mode="after")
    def _writes_groups_that_there_are(self) -> RewordingEntry:
        groups = re.compile(self.words).groups
        for number in re.findall(r"\\(\d+)", self.write):
            if not 1 <= int(number) <= groups:
                raise ValueError(f"write names the group {number}, but words has {groups} in brackets")
        if re.search(r"\\(?!\d)", self.write):
            raise ValueError("after a backslash, write may only name a group of words: \\1")
        return self


Counted = Literal["there", "anywhere_one_there", "anywhere", "not_said"]


class DutiesEntry(Part):
    pay_in_ad: Literal["required", "before_interview", "on_request", "none"]
    pay_form: Literal["closed_range", "range_or_figure", "scale", "any"] | None
    open_ended_pay_allowed: bool | None
    benefits_in_ad: bool | None
    other_compensation_in_ad: bool | None
    deadline_in_ad: bool | None
    how_to_apply_in_ad: bool | None
    inline_required: bool | None
    ai_use_disclosure: bool | None
    vacancy_status: bool | None
    salary_history_question_banned: bool | None
    remote_reach: Literal["any_employee_there", "performed_there", "reports_there", "none", "unknown"]
    employer_min: int | None = Field(ge=0)
    effective: dt.date | None
    ends: dt.date | None
    employees_counted: Counted = "not_said"
    enforced_from: dt.date | None = None
    salary_history_from: dt.date | None = None
    range_width_max: float | None = Field(default=None, gt=0)
    pay_exempt_above: float | None = Field(default=None, gt=0)
    yearly_in: str = ""
    commission_statement_enough: bool = False
    reach_despite_exclusion: bool = False
    reports_there_if_remote: bool = False

    @model_validator(mode="after")
    def _amounts_have_a_currency(self) -> DutiesEntry:
        if (self.range_width_max or self.pay_exempt_above) and not re.fullmatch(r"[A-Z]{3}", self.yearly_in):
            raise ValueError("range_width_max and pay_exempt_above need their currency in yearly_in")
        return self


class Threshold(Part):
    min: int | None
    counted: str


class JurisdictionEntry(Entry):
    name: Name
    places: list[PlaceCode] = Field(min_length=1)
    level: Name
    status: Name
    cities: list[Name] = []
    statute: str = ""
    salary_history_law: str = ""
    exempt: str = ""
    duties: DutiesEntry
    checked: Moment
    employer_threshold: Threshold | None = None
    remote_reach_detail: str = ""
    ad_must_contain: dict[str, Any] = {}
    notes: str = ""
    more: dict[str, Any] = {}


class AdvertisingEntry(Entry):
    name: Name
    law: Name
    rule: Name
    where: Name
    places: list[PlaceCode] = Field(min_length=1)
    employer_min: int | None = Field(default=None, ge=0)
    employees_counted: Counted = "anywhere"
    effective: dt.date | None = None
    cited_as: list[Name] = []
    raises_to: Severity | None = None
    checked: Moment
    notes: str = ""

    @model_validator(mode="after")
    def _error_needs_a_sure_fact(self) -> AdvertisingEntry:
        if self.raises_to == "error" and self.confidence != "high":
            raise ValueError("raises_to error needs confidence high")
        return self


class SkillGroupEntry(Part):
    group: Name
    need: Need
    any_of: list[Name] = Field(min_length=1)
    also: list[Name] = []


class Quantiles(Part):
    p25: float | None = Field(ge=0)
    p50: float | None = Field(ge=0)
    p75: float | None = Field(ge=0)
    p90: float | None = Field(ge=0)


class RoleEntry(Entry):
    name: Name
    titles: list[Name] = Field(min_length=1)
    function: Name
    band: Literal["software", "general"]
    experience_in: str = ""
    onet_soc: str = ""
    onet_title: str = ""
    job_zone: int | None = None
    experience_years: Quantiles
    degree_required_percent: float | None = Field(ge=0, le=100)
    survey: str = ""
    typical_education: str = ""
    licence: str = ""
    duties: list[Name] = Field(min_length=1)
    skill_groups: list[SkillGroupEntry] = Field(min_length=1)
    nice_to_have: list[Name] = []
    inflation_notes: list[str] = []
    extra_ad_items: list[str] = []


class SectionEntry(Entry):
    kind: SectionKind
    heading: str
    headings: list[Name] = []
    required: bool
    why: Name


class SectionWordsEntry(Entry):
    kinds: dict[str, SectionKind]
    weights: Name


class LimitEntry(Entry):
    value: float
    unit: Name
    why: Name


class WordListEntry(Entry):
    words: list[Name] = Field(min_length=1)
    why: Name
    confidence: Confidence = "medium"


class FirstFactEntry(Entry):
    order: int
    asks: Name
    why: Name


class VoiceEntry(Entry):
    when: VoiceMoment
    say: Name
    why: Name


class GroundingEntry(Entry):
    category: Name
    words: list[AsText] = Field(min_length=1)
    within: list[Id] = []
    value: AsText = ""
    confidence: Confidence = "medium"
    notes: str = ""


class StudyEntry(Entry):
    citation: Name
    evidence_type: str = ""
    finding: Name
    effect_sizes: list[str] = []
    limits: list[str] = []
    lint_implication: Name


class BoilerplateEntry(Entry):
    """The front matter of a text, and the text."""

    text: Name
    reviewed: Moment | None = None
    confidence: Confidence = "medium"


KINDS: dict[str, type[Part]] = {
    "levels": LevelEntry,
    "technologies": TechnologyEntry,
    "certifications": CertificationEntry,
    "wording": WordingItem,
    "rewording": RewordingEntry,
    "jurisdictions": JurisdictionEntry,
    "advertising": AdvertisingEntry,
    "roles": RoleEntry,
    "sections": SectionEntry,
    "section_words": SectionWordsEntry,
    "limits": LimitEntry,
    "title_words": WordListEntry,
    "stated_twice": WordListEntry,
    "place_words": WordListEntry,
    "first_facts": FirstFactEntry,
    "voice": VoiceEntry,
    "research": StudyEntry,
    "boilerplate": BoilerplateEntry,
    "grounding": GroundingEntry,
}
"""The record kinds by the key that holds their list."""
