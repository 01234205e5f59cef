"""What a person is told about each field of a brief: its name in plain words, a comment, an example in YAML.

The order is the order in which a brief is written; every field of the model is here, and a test says so.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldNote:
    """A field for people. `example` is YAML that is valid as it stands."""

    name: str
    label: str
    comment: str
    example: str


FIELD_NOTES: tuple[FieldNote, ...] = (
    FieldNote("title", "title", "The job title as candidates search for it.", 'title: "Senior Platform Engineer"'),
    FieldNote("requisition_id", "requisition id", "Your own number for the opening.", 'requisition_id: "R-1042"'),
    FieldNote("openings", "openings", "How many people are to be hired.", "openings: 1"),
    FieldNote(
        "profile",
        "role profile",
        "Id of the role profile that fits; it knows usual duties and skills.",
        "profile: senior_platform_engineer",
    ),
    FieldNote(
        "levels",
        "level",
        "intern, entry, mid, senior, staff, principal, lead, manager, director or executive.\n"
        "More than one is possible, each with its own years and pay where they differ.",
        "levels:\n  - level: senior\n    years: {minimum: 4, maximum: 8}",
    ),
    FieldNote(
        "experience_in",
        "experience in",
        "What the years of the level are counted in.",
        'experience_in: "software engineering"',
    ),
    FieldNote(
        "team",
        "team",
        "The team and what it is for.",
        'team:\n  name: "Platform"\n  purpose: "We keep the systems running that thirty teams build on."',
    ),
    FieldNote(
        "summary", "summary", "What the role is for, in two or three sentences.", 'summary: "You make releases boring."'
    ),
    FieldNote(
        "reporting_line",
        "reporting line",
        "The supervisor's title and place: pay law can follow it.",
        'reporting_line:\n  title: "Head of Platform"\n  place: US-CO',
    ),
    FieldNote(
        "locations",
        "location",
        "Where the work is. `place` is the country, with the state or province: US-CO, CA-ON, DE.",
        'locations:\n  - city: "Denver"\n    place: US-CO',
    ),
    FieldNote("workplace", "workplace", "on_site, hybrid or remote.", "workplace: hybrid"),
    FieldNote("days_on_site", "days on site", "Days a week on site, for a hybrid workplace.", "days_on_site: 2"),
    FieldNote("remote_from", "remote from", "Where a remote person may live.", "remote_from: [US-CO, US-WA]"),
    FieldNote(
        "employment_type",
        "employment type",
        "full_time, part_time, contractor, temporary, intern, volunteer, per_diem or other.",
        "employment_type: full_time",
    ),
    FieldNote("hours", "hours", "Hours or shifts.", 'hours: "40 hours a week, core hours 10 to 3"'),
    FieldNote("start", "start", "A date (2026-12-31) or words.", 'start: "as soon as possible"'),
    FieldNote("contract_end", "end of contract", "The last day, for a contract that ends.", "contract_end: 2028-06-30"),
    FieldNote(
        "closing", "closing date", "The last day for applications, or `rolling: true`.", "closing:\n  date: 2027-03-31"
    ),
    FieldNote("date_posted", "day of posting", "The day on which the posting is published.", "date_posted: 2026-12-01"),
    FieldNote(
        "pay",
        "pay",
        "Base pay, gross. A single figure has only a minimum; `period` is hour, day, week, month or year.\n"
        "Where pay differs by place, one entry for each `place`.",
        "pay:\n  - minimum: 120000\n    maximum: 150000\n    currency: USD\n    period: year",
    ),
    FieldNote(
        "other_compensation",
        "other compensation",
        "Bonus, commission, equity.",
        'other_compensation:\n  - "Annual bonus of up to 10% of base pay"',
    ),
    FieldNote(
        "benefits",
        "benefit",
        "Besides those of the organisation.",
        'benefits:\n  - "Eight weeks of paid parental leave"',
    ),
    FieldNote(
        "must_have",
        "must-have",
        "What a person needs on the first day, one skill an entry.\n"
        "`years` is a number (5) or a range (3-5); `alternatives` says that any one of them will do;\n"
        "`why_day_one` and `assessed_by` are for HR and are not printed.",
        'must_have:\n  - text: "running production systems"\n    years: 4\n'
        '    why_day_one: "joins the on-call rota in month one"\n    assessed_by: "system design interview"\n'
        '  - alternatives: ["Go", "Rust", "C++"]\n    years: 2',
    ),
    FieldNote(
        "nice_to_have",
        "nice-to-have",
        "What helps and can be learned on the job.",
        'nice_to_have:\n  - "Experience with Terraform"',
    ),
    FieldNote(
        "responsibilities",
        "responsibility",
        "What the person will do, most important first.",
        'responsibilities:\n  - "Run the container platform that thirty teams deploy to"',
    ),
    FieldNote(
        "outcomes",
        "outcome",
        "What the person will have reached, and by when.",
        'outcomes:\n  - text: "own one service end to end"\n    by: "the first three months"',
    ),
    FieldNote(
        "education",
        "education",
        "high_school, associate, bachelor, master, doctorate or professional.\n"
        "`equivalent: false` only where the law asks for the degree.",
        'education:\n  level: bachelor\n  field: "computer science or a related field"\n  equivalent: true',
    ),
    FieldNote(
        "licences",
        "licence or certificate",
        "Licences and certificates, required or preferred.",
        'licences:\n  - name: "Registered Nurse licence in Colorado"\n    strength: required',
    ),
    FieldNote(
        "languages",
        "language",
        "Languages that the work needs.",
        'languages:\n  - name: "English"\n    level: "fluent"',
    ),
    FieldNote("travel", "travel", "How much, and where to.", 'travel: "up to 10% within Colorado"'),
    FieldNote("on_call", "on-call", "How often, and how it is paid.", 'on_call: "one week in six, paid"'),
    FieldNote(
        "physical",
        "physical demand",
        "Only what an essential function of the job needs.",
        'physical:\n  - text: "move boxes of up to 20 kg"\n    function: "loading trucks"',
    ),
    FieldNote(
        "clearance", "clearance", "A security clearance, where the work needs one.", 'clearance: "Secret clearance"'
    ),
    FieldNote("visa", "visa", "Whether visas are sponsored.", 'visa: "We sponsor visas for this role."'),
    FieldNote(
        "process",
        "hiring step",
        "The steps from application to offer.",
        'process:\n  - "A call of 30 minutes with the hiring manager"',
    ),
    FieldNote(
        "apply",
        "how to apply",
        "Web address of the form, or an e-mail address.",
        'apply:\n  address: "https://careers.example.com/R-1042"',
    ),
    FieldNote("contact", "contact", "Whom to ask.", 'contact:\n  name: "Sam Reyes"\n  email: "sam.reyes@example.com"'),
)

_LABELS = {note.name: note.label for note in FIELD_NOTES}


def field_label(name: str) -> str:
    """Return the name of a field in plain words."""
    return _LABELS.get(name, name.replace("_", " "))


_WHOLE = {
    "responsibilities": "responsibilities",
    "must_have": "must-haves",
    "benefits": "benefits",
    "locations": "locations",
    "licences": "licences",
    "languages": "languages",
}


def whole_field_label(name: str) -> str:
    """Return the name of a field with all that is in it, where `field_label` names one entry: "must-haves"."""
    return _WHOLE.get(name, field_label(name))
