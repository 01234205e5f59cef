"""The typed records of guidelines/: each has an id, a source and a confidence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from postwright.guidelines.occupations import Occupations
from postwright.model.words import Confidence, Level, Severity

Need = Literal["must", "should", "nice"]
VoiceMoment = Literal["always", "again", "shorter", "plainer"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read."""

    title: str
    year: int | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """Years of experience that are usual at a level."""

    min_years: float
    typical_years: float
    max_years: float
    flag_min_demand_above: float
    """A minimum demand above this many years is inflated."""
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class LevelRecord:
    """A rung: `ladder` is the level it stands for (senior_manager stands for manager)."""

    id: str
    ladder: Level
    title_words: tuple[str, ...]
    software: Band
    general: Band
    supervises: bool
    notes: str = ""
    gs_grades: tuple[int, ...] = ()
    """Grades of the General Schedule of the United States that stand for the level."""


@dataclass(frozen=True, slots=True)
class Technology:
    """A technology; dates are ISO months or years ("2014-06", "1995")."""

    id: str
    name: str
    aliases: tuple[str, ...]
    category: str
    first_public: str
    stable_1_0: str
    confidence: Confidence
    sources: tuple[Source, ...]
    ambiguous: bool = False
    """Whether the name (or an alias listed in `Rules.ambiguous_terms`) is also a common word."""
    context: tuple[str, ...] = ()
    """Words one of which must stand in the same sentence or list before an ambiguous name counts."""
    note: str = ""
    bare_as: str = ""
    """Id of the older technology that the name may mean where no version stands with it: bare Angular is AngularJS."""


@dataclass(frozen=True, slots=True)
class Certification:
    """A certificate with the experience that it demands itself."""

    id: str
    name: str
    aliases: tuple[str, ...]
    body: str
    field: str
    experience_required_months: float | None
    least_months_with_waivers: float | None
    detail: str
    exam_possible_before_experience: bool
    early_stage_form: str
    inflation_if_asked_at: tuple[Level, ...]
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Branch:
    """One alternative of a wording's pattern: tried by itself, and only where a word begins as it does."""

    begin: int
    """Where it begins in the pattern."""
    end: int
    starts: str
    """Lower-case strings, one a line, one of which begins every match; empty where that cannot be told."""


@dataclass(frozen=True, slots=True)
class WordingEntry:
    """A wording to remark on; `pattern` and `exceptions` are Python regular expressions, case ignored."""

    id: str
    category: str
    pattern: str
    exceptions: tuple[str, ...]
    kind: str
    severity: Severity
    why: str
    suggest: tuple[str, ...]
    legal: tuple[str, ...]
    sources: tuple[Source, ...]
    confidence: Confidence
    sections: tuple[str, ...] = ()
    """Section kinds it applies in; empty for all but legal text."""
    enabled: bool = True
    branches: tuple[Branch, ...] = ()
    """The alternatives of the pattern, in order (see starts.py)."""
    unless: tuple[str, ...] = ()
    """Conditions under which the posting gives no reason for the remark: `pay_figure`, `benefits_listed`, ..."""
    within: tuple[str, ...] = ()
    """Patterns; the wording counts only where one of them overlaps it, and then all that it matches is marked."""
    frames: tuple[str, ...] = ()
    """Names of frames (linting/frames.py), which do the same: `excluded`, `wanted`, `chosen`, `asked`, `liked`,
    `applicant`, `sought`, `denied_too`."""
    says: str = ""
    """Completes "“<the words>” ..." in the message, in place of what the category says."""
    plural_as: str = ""
    """The category that remarks on the plural, which is said of other people than the one to be hired."""
    exceptions_need: tuple[str, ...] = ()
    """For each exception the strings, one a line, one of which every match has; empty where there are none."""
    within_needs: tuple[str, ...] = ()
    """The same for each pattern of `within` (see needs.py)."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """Words that can stand for those of a wording."""

    id: str
    category: str
    """Of the wordings for whose words it can stand."""
    words: str
    """A Python regular expression, case ignored, for whole words within those marked."""
    write: str
    """What to write, with `\\1` for a group of `words`; empty to take the words out where nothing leans on them."""
    followed_by: str
    """A regular expression for what must stand after the words; empty for anything."""
    sources: tuple[Source, ...]
    confidence: Confidence
    starts: tuple[str, ...] = ()
    """Lower-case strings, one of which begins every match; empty where that cannot be told (see starts.py)."""


@dataclass(frozen=True, slots=True)
class AdDuties:
    """What a job advertisement must say at a place (see duties_meaning in guidelines/jurisdictions.yaml)."""

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
    employer_min: int | None
    effective: dt.date | None
    ends: dt.date | None
    employees_counted: Literal["there", "anywhere_one_there", "anywhere", "not_said"] = "not_said"
    """Whose number `employer_min` bounds: employees at the place; all, if one works at the place; all; or unclear."""
    enforced_from: dt.date | None = None
    """Until this day the duties are advice."""
    salary_history_from: dt.date | None = None
    """First day of the ban on asking for past pay; None where it is `effective`."""
    range_width_max: float | None = None
    """The widest range that may be stated: highest minus lowest pay a year, in `yearly_in`."""
    pay_exempt_above: float | None = None
    """Pay a year in `yearly_in` above which the duty to state pay is off."""
    yearly_in: str = ""
    """ISO 4217."""
    commission_statement_enough: bool = False
    """Whether work paid on commission only need but be called so."""
    reach_despite_exclusion: bool = False
    """Whether a remote job stays covered when the posting shuts out people of the place."""
    reports_there_if_remote: bool = False
    """Whether `reports_there` holds for remote work only."""


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place whose law says something about advertisements; `place` codes as in the brief."""

    id: str
    name: str
    places: tuple[str, ...]
    """Brief place codes that lie in it (`US-CO`; for EU rows the member state's ISO code; for EU all members)."""
    status: str
    duties: AdDuties
    statute: str
    notes: str
    sources: tuple[Source, ...]
    confidence: Confidence
    checked: str
    """Month in which the row was checked, `2026-11`."""
    cities: tuple[str, ...] = ()
    """For the law of a city: the names that a brief may give as its city."""
    exempt: str = ""
    """Jobs that the law leaves out, in words."""
    salary_history_law: str = ""
    """The statute that bans asking for past pay, where it is another than `statute`."""


@dataclass(frozen=True, slots=True)
class AdvertisingLaw:
    """A law on what a job advertisement may not say; wordings cite it."""

    id: str
    name: str
    """What it forbids, in a few words."""
    law: str
    rule: str
    where: str
    """The places in a sentence."""
    places: tuple[str, ...]
    employer_min: int | None
    """Smallest number of employees covered; None for every employer."""
    employees_counted: Literal["there", "anywhere_one_there", "anywhere", "not_said"]
    effective: dt.date | None
    cited_as: tuple[str, ...]
    """How `legal` of a wording names it."""
    raises_to: Severity | None
    """Severity of a wording that cites it, where it surely binds; None leaves the wording's own."""
    sources: tuple[Source, ...]
    confidence: Confidence
    checked: str


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """A set of alternatives, one of which a role of this kind usually needs."""

    group: str
    need: Need
    any_of: tuple[str, ...]
    """The alternatives as a posting may print them ("Kafka", "month-end close")."""
    also: tuple[str, ...] = ()
    """Other words by which a posting shows that it covers the group; not offered as requirements."""


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """What a kind of role usually needs."""

    id: str
    name: str
    titles: tuple[str, ...]
    function: str
    band: Literal["software", "general"]
    """Which of a level's two bands applies."""
    onet_soc: str
    onet_title: str
    experience_p25: float | None
    experience_p50: float | None
    experience_p75: float | None
    experience_p90: float | None
    degree_required_percent: float | None
    """Share of the occupation's holders who call a bachelor's degree or more required."""
    licence: str
    duties: tuple[str, ...]
    """Usual duties as full bullet lines ("Find and fix bottlenecks in memory, latency and throughput")."""
    skill_groups: tuple[SkillGroup, ...]
    nice_to_have: tuple[str, ...]
    inflation_notes: tuple[str, ...]
    extra_ad_items: tuple[str, ...]
    sources: tuple[Source, ...]
    confidence: Confidence
    experience_in: str = ""
    """What years are usually counted in ("software engineering", "nursing")."""


@dataclass(frozen=True, slots=True)
class SectionRule:
    """A section that a house posting should have, and the headings it is known by."""

    id: str
    kind: str
    heading: str
    """The heading that `compose` writes."""
    headings: tuple[str, ...]
    """Other headings that open it, lower case."""
    required: bool
    why: str
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class SectionWords:
    """Learned weights of words for the kinds of section, packed for a quick start."""

    id: str
    phrases: str
    """One a line: words, pairs, first words (`^`), shapes of a line (`#`)."""
    weights: str
    """Base 64 of one byte a phrase and kind, in the order of `SECTION_KINDS`: 128 and the weight in tenths."""
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Limit:
    """A house threshold with its source: `max_must_haves`, `long_paragraph_words`, ..."""

    id: str
    value: float
    unit: str
    why: str
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class FirstFact:
    """A field of the brief that a new posting should say early; its id is the field's name."""

    id: str
    order: int
    """Smaller is worth more to a reader."""
    asks: str
    """What is wanted, in the words of a page."""
    why: str
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class WordList:
    """Words from which a rule draws something; the head of each file says how they are written and compared."""

    id: str
    words: tuple[str, ...]
    why: str
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class VoiceRule:
    """How the house sounds, in words for a language model; `when` it is said."""

    id: str
    when: VoiceMoment
    say: str
    why: str
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class GroundingWords:
    """Ways to say one thing, by which grounding knows it in a line and in its sources."""

    id: str
    category: str
    """What kind of thing it is: the name of its file."""
    words: tuple[str, ...]
    """Phrases in lower case, compared by stems; `a|b` are alternatives, `?` marks an optional word, `*` any ending."""
    within: tuple[str, ...]
    """Ids of what it is a part or a kind of: Leeds lies in England."""
    value: str
    """What it stands for, where its category says so: "12" for a dozen."""
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Study:
    """What a study found, for rules to cite by id."""

    id: str
    citation: str
    finding: str
    lint_implication: str
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Guidelines:
    """All house rules, by id; the organisation's overlay is already merged in."""

    levels: dict[str, LevelRecord]
    technologies: dict[str, Technology]
    ambiguous_terms: frozenset[str]
    certifications: dict[str, Certification]
    wording: dict[str, WordingEntry]
    jurisdictions: dict[str, Jurisdiction]
    roles: dict[str, RoleProfile]
    sections: dict[str, SectionRule]
    limits: dict[str, Limit]
    boilerplate: dict[str, str]
    """Reviewed house sentences by id (`equal_opportunity`, `accommodation`, `how_to_apply`)."""
    law_as_of: dt.date
    fingerprint: str
    """Hash of everything loaded: the ruleset version stored with exports."""
    severities: dict[str, Severity | Literal["off"]] = field(default_factory=dict)
    """Overrides by rule id, from guidelines/profile.yaml and the overlay."""
    section_words: dict[str, SectionWords] = field(default_factory=dict)
    """The weights by which the reader tells sections apart."""
    research: dict[str, Study] = field(default_factory=dict)
    """Studies by id (`bit2022`), cited by rules and limits."""
    title_words: dict[str, WordList] = field(default_factory=dict)
    """Words of titles that stand in where the occupation is not known: `licensed`, `research`."""
    stated_twice: dict[str, WordList] = field(default_factory=dict)
    """Words by which a fact of the job is told from another that looks like it, and cities that are one place."""
    place_words: dict[str, WordList] = field(default_factory=dict)
    """Names by which a text is known to name a place: `countries`, `regions`, `cities`, `state_letters`."""
    first_facts: dict[str, FirstFact] = field(default_factory=dict)
    """What a new posting should say first, by field of the brief."""
    voice: dict[str, VoiceRule] = field(default_factory=dict)
    """How drafts should sound, for a language model."""
    rewording: dict[str, Rewording] = field(default_factory=dict)
    """What fixes write in the place of a wording."""
    occupations: Occupations = field(default_factory=Occupations, compare=False, repr=False)
    """Experience and education by occupation, unpacked when first asked for."""
    advertising: dict[str, AdvertisingLaw] = field(default_factory=dict)
    """Laws on what an advertisement may not say, by id."""
    grounding: dict[str, GroundingWords] = field(default_factory=dict)
    """What grounding knows things by, by id."""
