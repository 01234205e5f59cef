"""The brief: the role parameters a manager enters, and the organisation's standing facts.

Every entry of a list has an `id` that never changes while the entry lives, so that `must_have.2` names the same
entry before and after others are removed. A brief may be incomplete at any time: only contradictions are refused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from postwright.late_pattern import late
from postwright.model.words import (
    DegreeLevel,
    EmploymentType,
    Level,
    PayPeriod,
    Strength,
    Workplace,
)

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=600)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
PlaceCode = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}$")]
"""ISO 3166 country, with region: `US`, `US-CO`, `DE`, `CA-ON`, `GB`."""
Currency = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Z]{3}$")]
Years = Annotated[float, Field(ge=0, le=60)]
Amount = Annotated[float, Field(gt=0, le=1e12)]
"""Of money, in any currency: a trillion is a good year's pay in none."""
MOST_ENTRIES = 200
"""Of one list of a brief: ten times what the longest postings have."""
_USER_BEFORE_HOST = late(r"(?i)\s*[a-z][a-z0-9+.-]*:[/\\]{2}([^/?#\s]*)@([^/?#\s@]*)")
_ACTS = late(r"(?i)\s*(?:javascript|vbscript|data|file)\s*:")


def _leads_where_it_seems(address: str) -> str:
    """Refuse an address that hides where it leads, or that does something instead of leading anywhere."""
    if hidden := _USER_BEFORE_HOST.match(address):
        raise ValueError(f'it leads to {hidden[2]}, not to {hidden[1]}: leave out what stands before the "@"')
    if _ACTS.match(address):
        raise ValueError("it is no web address; write it as https://...")
    return address


def _one_mailbox(address: str) -> str:
    """Refuse what could put more into a message than the address it goes to."""
    if any(character.isspace() or not character.isprintable() for character in address):
        raise ValueError("an e-mail address has no spaces and no line breaks; give one address")
    return address


WebAddress = Annotated[Line, AfterValidator(_leads_where_it_seems)]
Email = Annotated[Line, AfterValidator(_one_mailbox)]


class Model(BaseModel):
    """Frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


class Entry(Model):
    """An entry of a list; `id` is unique in its list, 0 means "not numbered yet"."""

    id: int = Field(default=0, ge=0)


class TextEntry(Entry):
    text: Line = ""


class YearRange(Model):
    """Years of experience, from minimum to maximum; no maximum means "or more"."""

    minimum: Years
    maximum: Years | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.maximum is not None and self.maximum < self.minimum:
            raise ValueError("the most years are fewer than the least years")
        return self


class Pay(Entry):
    """Base pay, gross, in `currency` per `period`; a single figure has only `minimum`."""

    minimum: Amount | None = None
    maximum: Amount | None = None
    currency: Currency | None = None
    period: PayPeriod = "year"
    place: PlaceCode | None = None
    """Where this pay holds; None for everywhere."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.minimum is not None and self.maximum is not None and self.maximum < self.minimum:
            raise ValueError("the maximum pay is below the minimum pay")
        if self.maximum is not None and self.minimum is None:
            raise ValueError("a maximum pay needs a minimum pay beside it")
        return self


class LevelEntry(Entry):
    """A level that the posting is open to, with its own years and pay where they differ."""

    level: Level
    years: YearRange | None = None
    pay: Pay | None = None


class Team(Model):
    name: Line = ""
    purpose: Text = ""


class ReportingLine(Model):
    title: Line = ""
    """The supervisor's job title."""
    place: PlaceCode | None = None
    """Where the supervisor sits: pay law can follow it."""


class Location(Entry):
    city: Line = ""
    place: PlaceCode
    postal_code: Line = ""
    street: Line = ""


class Closing(Model):
    """The last day for applications, or a rolling intake; both empty means not decided."""

    date: dt.date | None = None
    rolling: bool = False

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if self.date and self.rolling:
            raise ValueError("give a closing date or say that applications are rolling, not both")
        return self


class Requirement(Entry):
    """A must-have or a nice-to-have.

    `text` names the skill ("production experience with Kubernetes"), or is empty where `alternatives` say it all
    ("Go", "Rust", "C++").
    """

    text: Line = ""
    alternatives: tuple[Line, ...] = ()
    years: YearRange | None = None
    leadership: bool = False
    """The years are of leading people."""
    why_day_one: Line = ""
    """Why it is needed on the first day; shown to HR, not printed in the posting."""
    can_be_learned: bool = False
    assessed_by: Line = ""
    """How it will be assessed; shown to HR, not printed in the posting."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and not self.alternatives:
            raise ValueError("say what is needed: a text or at least one alternative")
        return self


class Outcome(Entry):
    text: Line
    by: Line = ""
    """"the first three months", "the end of the first year"."""


class Education(Model):
    level: DegreeLevel
    field: Line = ""
    """"computer science or a related field"."""
    equivalent: bool = True
    """Whether equivalent experience is accepted instead."""
    strength: Strength = "required"


class Credential(Entry):
    """A licence or certificate."""

    name: Line
    strength: Strength = "required"


class Language(Entry):
    name: Line
    level: Line = ""
    """"B2", "fluent", "basic"."""
    strength: Strength = "required"


class PhysicalDemand(Entry):
    """A physical demand of an essential function: what must be done, not what a body must be like."""

    text: Line
    function: Line = ""
    """The duty that it belongs to."""


class Apply(Model):
    address: WebAddress = ""
    """Web address of the application form."""
    email: Email = ""
    instructions: Line = ""
    direct: bool | None = None
    """Whether the address leads straight to the form (schema.org directApply)."""


class Contact(Model):
    name: Line = ""
    email: Email = ""
    phone: Line = ""


ENTRY_LISTS = (
    "levels",
    "locations",
    "pay",
    "other_compensation",
    "benefits",
    "must_have",
    "nice_to_have",
    "responsibilities",
    "outcomes",
    "licences",
    "languages",
    "physical",
    "process",
)


class Brief(Model):
    """The role parameters. An empty brief is valid; it drafts to a posting that says little and lints loudly."""

    title: Line = ""
    requisition_id: Line = ""
    openings: int = Field(default=1, ge=1, le=10_000)
    profile: Line = ""
    """Id of a role profile, or empty."""
    levels: tuple[LevelEntry, ...] = ()
    experience_in: Line = ""
    """What the years of a level are counted in ("software engineering")."""
    team: Team = Team()
    summary: Text = ""
    """What the role is for."""
    reporting_line: ReportingLine = ReportingLine()
    locations: tuple[Location, ...] = ()
    workplace: Workplace | None = None
    days_on_site: float | None = Field(default=None, ge=0, le=7)
    """Days a week, for a hybrid workplace."""
    remote_from: tuple[PlaceCode, ...] = ()
    """Where a remote person may live."""
    employment_type: EmploymentType | None = None
    hours: Line = ""
    start: Line = ""
    """A date or words ("as soon as possible")."""
    contract_end: dt.date | None = None
    closing: Closing = Closing()
    date_posted: dt.date | None = None
    pay: tuple[Pay, ...] = ()
    other_compensation: tuple[TextEntry, ...] = ()
    benefits: tuple[TextEntry, ...] = ()
    """Besides the organisation's own."""
    must_have: tuple[Requirement, ...] = ()
    nice_to_have: tuple[Requirement, ...] = ()
    responsibilities: tuple[TextEntry, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    education: Education | None = None
    licences: tuple[Credential, ...] = ()
    languages: tuple[Language, ...] = ()
    travel: Line = ""
    on_call: Line = ""
    physical: tuple[PhysicalDemand, ...] = ()
    clearance: Line = ""
    visa: Line = ""
    process: tuple[TextEntry, ...] = ()
    apply: Apply = Apply()
    contact: Contact = Contact()

    @model_validator(mode="before")
    @classmethod
    def _number_entries(cls, value: Any) -> Any:
        return number_entries(value) if isinstance(value, dict) else value

    @field_validator(*ENTRY_LISTS, mode="before")
    @classmethod
    def _few_enough(cls, value: Any) -> Any:
        if isinstance(value, list | tuple) and len(value) > MOST_ENTRIES:
            raise ValueError(f"{len(value):,} entries are too many; {MOST_ENTRIES} is the most")
        return value

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for name in ENTRY_LISTS:
            ids = [entry.id for entry in getattr(self, name)]
            if len(ids) != len(set(ids)):
                raise ValueError(f"{name}: two entries have the same id")
        start = _date_or_none(self.start)
        if self.contract_end and start and self.contract_end < start:
            raise ValueError("contract_end: the contract ends before it starts")
        if self.closing.date and self.date_posted and self.closing.date < self.date_posted:
            raise ValueError("closing: the closing date is before the day of posting")
        return self


class Headcount(Model):
    """How many employees work at a place; thresholds of pay laws count them."""

    place: PlaceCode
    employees: int = Field(ge=0)


class PayBand(Entry):
    """What the organisation pays at a level; `profile` or `place` None means any."""

    level: Level
    profile: Line | None = None
    place: PlaceCode | None = None
    minimum: float = Field(ge=0)
    maximum: float = Field(ge=0)
    currency: Currency
    period: PayPeriod = "year"

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.maximum < self.minimum:
            raise ValueError("the band's maximum is below its minimum")
        return self


class Organisation(Model):
    """The employer's standing facts; they fill every brief."""

    name: Line = ""
    description: Text = ""
    """What the employer does, in a sentence or two."""
    careers_address: WebAddress = ""
    logo_address: WebAddress = ""
    headcount: tuple[Headcount, ...] = ()
    supervisors_at: tuple[PlaceCode, ...] = ()
    benefits: tuple[TextEntry, ...] = ()
    equal_opportunity: Text = ""
    accommodation: Text = ""
    pay_bands: tuple[PayBand, ...] = ()
    ai_in_hiring: bool | None = None
    """Whether AI screens, assesses or selects applicants, which some laws want the posting to say; None: not known."""
    language_models: bool = True
    """Whether a language model may reword drafts, where one is set; False: none is ever called."""

    @model_validator(mode="before")
    @classmethod
    def _number_entries(cls, value: Any) -> Any:
        return number_entries(value) if isinstance(value, dict) else value


def number_entries(value: dict[str, Any]) -> dict[str, Any]:
    """Return `value` with every list entry that has no id numbered, upwards from the largest id in use."""
    numbered = dict(value)
    for name in (*ENTRY_LISTS, "pay_bands"):
        entries = numbered.get(name)
        if not isinstance(entries, (list, tuple)):
            continue
        plain = [{"text": e} if isinstance(e, str) and name in TEXT_LISTS else e for e in entries]
        ids = [entry.get("id") for entry in plain if isinstance(entry, dict)]
        highest = max((number for number in ids if isinstance(number, int)), default=0)
        result: list[Any] = []
        for entry in plain:
            if isinstance(entry, dict) and not entry.get("id"):
                highest += 1
                entry = {**entry, "id": highest}
            result.append(entry)
        numbered[name] = result
    return numbered


TEXT_LISTS = ("other_compensation", "benefits", "must_have", "nice_to_have", "responsibilities", "process")
"""Lists whose entries may be written as plain strings in YAML."""


def field_ids(brief: Brief) -> Iterator[str]:
    """Yield the id of every filled field: `title`, `must_have.2`, `pay.1`, `team`, ...

    These are the ids that items cite as sources.
    """
    empty = Brief()
    for name in Brief.model_fields:
        value = getattr(brief, name)
        if name in ENTRY_LISTS:
            yield from (f"{name}.{entry.id}" for entry in value)
        elif value != getattr(empty, name):
            yield name


def _date_or_none(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
