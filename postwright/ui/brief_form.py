"""The brief as a form: groups of fields in the order in which a manager thinks of a role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from postwright.exchange.brief_fields import field_label
from postwright.model.brief import Requirement
from postwright.ui.common import escape
from postwright.ui.fields import Form
from postwright.ui.words import (
    DEGREES,
    EMPLOYMENT_TYPES,
    LEVEL_NAMES,
    PERIODS,
    STRENGTHS,
    WORKPLACES,
    currencies,
    place_name,
    place_options,
    places,
    usual_years,
)

DUTIES_OFFERED, SKILLS_OFFERED = "offered_duties", "offered_skills"
"""Stand among the fields of a group for what the role profile offers in it."""


@dataclass(frozen=True)
class Group:
    """A group of fields, and the fields of the brief that it shows or depends on."""

    label: str
    icon: str
    show: Callable[[Form], None]
    fields: frozenset[str]


def problems(form: Form) -> None:
    """List the values that could not be used; each is named again at its field."""
    if form.problems:
        listed = "\n".join(f"- {escape(in_full(path, problem))}" for path, problem in form.problems.items())
        st.warning(f"**Typed, but not in the posting yet**\n{listed}", icon=":material/warning:")


def in_full(path: str, problem: str) -> str:
    """Return a problem with the name of its field, where it does not name it by itself.

    >>> in_full("must_have.2.text", "say what is needed, or remove this entry")
    'must-have 2: say what is needed, or remove this entry'
    """
    if ": " in problem:
        return problem
    name, _, rest = path.partition(".")
    entry = rest.partition(".")[0]
    return f"{field_label(name)}{f' {entry}' if entry.isdigit() else ''}: {problem}"


def _role(form: Form) -> None:
    form.line("Job title", "title", help="As a candidate would search for it: plain, with one level word.")
    profiles = {"": "None: start empty"} | {role.id: role.name for role in form.desk.profiles()}
    form.choice(
        "Role profile",
        "profile",
        profiles,
        help="What a kind of role usually needs. It only offers; nothing goes into the posting until you pick it.",
    )
    _levels(form)
    form.line(
        "Years are counted in",
        "experience_in",
        help="What the years of experience above are in, for example: software engineering, nursing.",
    )
    form.area("What the role is for", "summary", help="Two or three sentences: what it changes, for whom.")
    left, right = st.columns(2)
    with left:
        form.line("Team", "team.name", placeholder="Payments platform")
        form.line("Reports to (job title)", "reporting_line.title")
        form.number("Openings", "openings", step=1.0)
    with right:
        form.line("What the team is for", "team.purpose", placeholder="Moves money for 400 shops")
        form.choice(
            "Where that supervisor sits",
            "reporting_line.place",
            place_options(),
            help="Some pay laws also cover a job that is supervised from their state.",
        )
        form.line("Requisition id", "requisition_id")


def _levels(form: Form) -> None:
    usual = form.desk.usual_years(form.posting_id)
    for entry in form.brief.levels:
        path = f"levels.{entry.id}"
        with st.container(border=True):
            left, middle, right = st.columns([3, 2, 2])
            with left:
                form.choice("Level", f"{path}.level", LEVEL_NAMES)
            with middle:
                form.number(
                    "Years, at least", f"{path}.years.minimum", help="Leave empty to ask for no number of years."
                )
            with right:
                form.number("Years, at most", f"{path}.years.maximum")
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                if entry.level in usual:
                    st.markdown(f"Usual at this level: {usual_years(usual[entry.level])}", width="content")
                form.remove_button("levels", entry.id, what=f"the level {LEVEL_NAMES[entry.level].lower()}")
            if len(form.brief.levels) > 1:
                _pay_fields(
                    form, f"{path}.pay", with_place=False, label=f"Pay at {LEVEL_NAMES[entry.level].lower()} level"
                )
    form.add_button("Add a level", "levels")


def _place_and_time(form: Form) -> None:
    form.choice("Where the work is done", "workplace", WORKPLACES)
    if form.brief.workplace == "hybrid":
        form.number("Days a week on site", "days_on_site", step=0.5)
    for number, entry in enumerate(form.brief.locations, 1):
        path = f"locations.{entry.id}"
        with st.container(border=True):
            left, right = st.columns(2)
            with left:
                form.line("City", f"{path}.city")
                form.line("Street", f"{path}.street")
            with right:
                form.choice(
                    "Country or region",
                    f"{path}.place",
                    place_options(empty=False),
                    help="Pay laws differ by state and province.",
                )
                form.line("Postal code", f"{path}.postal_code")
            form.remove_button("locations", entry.id, what=f"location {number}")
    form.add_button("Add a location", "locations")
    if form.brief.workplace == "remote":
        form.several(
            "A remote person may live in",
            "remote_from",
            list(places()),
            format_func=place_name,
            help="The pay law of every one of these places is checked.",
        )
    left, right = st.columns(2)
    with left:
        form.choice("Employment type", "employment_type", EMPLOYMENT_TYPES)
        form.line("Start", "start", placeholder="2027-02-01, or: as soon as possible", live=False)
        form.date("Closing date", "closing.date")
    with right:
        form.line("Hours", "hours", placeholder="40 hours a week, Monday to Friday")
        form.date("Contract ends", "contract_end", help="Only for a fixed-term contract.")
        form.tick("Applications are rolling (no closing date)", "closing.rolling")
    form.date(
        "Date posted", "date_posted", help="Ages of technologies and laws are judged on this day; today if empty."
    )


def _pay(form: Form) -> None:
    for number, entry in enumerate(form.brief.pay, 1):
        with st.container(border=True):
            _pay_fields(form, f"pay.{entry.id}", with_place=True, label="Base pay, before tax")
            form.remove_button("pay", entry.id, what=f"pay {number}")
    form.add_button("Add pay", "pay")
    form.lines(
        "Other compensation, one a line",
        "other_compensation",
        lines=2,
        placeholder="Annual bonus of up to 10 % of base pay",
    )
    form.lines(
        "Benefits of this role, one a line",
        "benefits",
        lines=3,
        help="Those of the organisation are added by themselves.",
    )


def _pay_fields(form: Form, path: str, *, with_place: bool, label: str) -> None:
    st.markdown(label)
    first, second, third, fourth = st.columns([2, 2, 2, 2])
    with first:
        form.number("From", f"{path}.minimum", step=1000.0, help="For a single figure fill in only this one.")
    with second:
        form.number("To", f"{path}.maximum", step=1000.0)
    with third:
        form.choice("Currency", f"{path}.currency", currencies())
    with fourth:
        form.choice("Per", f"{path}.period", PERIODS)
    if with_place:
        form.choice(
            "Holds in",
            f"{path}.place",
            place_options(everywhere=True),
            help="Add a second pay where it differs by place.",
        )


def _duties(form: Form) -> None:
    _offer(
        form,
        "Usual duties of this profile: click to add",
        options=form.desk.offered_duties(form.posting_id),
        add=lambda text: form.desk.add_line(form.posting_id, "responsibilities", text),
    )
    form.lines("Responsibilities, one a line, the main ones first", "responsibilities", lines=7)
    for number, entry in enumerate(form.brief.outcomes, 1):
        path = f"outcomes.{entry.id}"
        with st.container(border=True):
            left, right = st.columns([3, 2])
            with left:
                form.line("What will have been reached", f"{path}.text")
            with right:
                form.line("By when", f"{path}.by", placeholder="the end of the third month")
            form.remove_button("outcomes", entry.id, what=f"outcome {number}")
    form.add_button("Add an outcome for the first months", "outcomes")


def _needs(form: Form) -> None:
    _offer(
        form,
        "Skill groups that such a role usually needs: click to add as a must-have, then keep only what you use",
        options=form.desk.offered_skills(form.posting_id),
        add=lambda group: form.desk.add_skill_group(form.posting_id, group),
    )
    st.header("Must-haves", anchor=False)
    for number, entry in enumerate(form.brief.must_have, 1):
        _requirement(form, "must_have", entry, title=f"Must-have {number}")
    form.add_button("Add a must-have", "must_have")
    st.header("Nice-to-haves", anchor=False)
    for number, entry in enumerate(form.brief.nice_to_have, 1):
        _requirement(form, "nice_to_have", entry, title=f"Nice-to-have {number}")
    form.add_button("Add a nice-to-have", "nice_to_have")
    st.header("Education, licences, languages", anchor=False)
    _education(form)
    for number, licence in enumerate(form.brief.licences, 1):
        path = f"licences.{licence.id}"
        with st.container(border=True):
            left, right = st.columns([3, 2])
            with left:
                form.line("Licence or certificate", f"{path}.name")
            with right:
                form.choice("Strength", f"{path}.strength", STRENGTHS)
            form.remove_button("licences", licence.id, what=f"licence {number}")
    form.add_button("Add a licence or certificate", "licences")
    for number, language in enumerate(form.brief.languages, 1):
        path = f"languages.{language.id}"
        with st.container(border=True):
            left, middle, right = st.columns(3)
            with left:
                form.line("Language", f"{path}.name")
            with middle:
                form.line("How well", f"{path}.level", placeholder="B2")
            with right:
                form.choice("Strength", f"{path}.strength", STRENGTHS)
            form.remove_button("languages", language.id, what=f"language {number}")
    form.add_button("Add a language", "languages")


def _requirement(form: Form, kind: str, entry: Requirement, *, title: str) -> None:
    path = f"{kind}.{entry.id}"
    with st.container(border=True):
        form.line(title, f"{path}.text", placeholder="Running services on Kubernetes in production")
        left, middle, right = st.columns([4, 2, 2])
        with left:
            form.several(
                "Any one of these",
                f"{path}.alternatives",
                (),
                accept_new_options=True,
                placeholder="Go, Rust, C++ ...",
                help="Alternatives: a candidate needs only one of them. Type one and press Enter.",
            )
        with middle:
            form.number(
                "Years, at least", f"{path}.years.minimum", help="Leave empty unless the number itself matters."
            )
        with right:
            form.number("Years, at most", f"{path}.years.maximum")
        with st.expander("Why, and how it will be assessed", key=form.key(f"{path}:more")):
            _why(form, path, must_have=kind == "must_have")
        form.remove_button(kind, entry.id, what=title.lower())


def _why(form: Form, path: str, *, must_have: bool) -> None:
    """Show what says why something is asked; only the leadership of years reaches the posting."""
    if must_have:
        form.line(
            "Why it is needed on day one", f"{path}.why_day_one", help="For you and HR; not printed in the posting."
        )
        form.tick("It can be learned on the job", f"{path}.can_be_learned")
    form.line("How it will be assessed", f"{path}.assessed_by", help="For you and HR; not printed in the posting.")
    form.tick("The years are years of leading people", f"{path}.leadership")


def _education(form: Form) -> None:
    form.choice("Degree", "education.level", DEGREES)
    if form.brief.education:
        left, right = st.columns(2)
        with left:
            form.line("In", "education.field", placeholder="computer science or a related field")
        with right:
            form.choice("Strength", "education.strength", STRENGTHS)
        form.tick("Equivalent experience is accepted", "education.equivalent")


def _conditions(form: Form) -> None:
    form.line("Travel", "travel", placeholder="About four days a quarter, within the state")
    form.line("On-call", "on_call", placeholder="One week in six")
    for number, entry in enumerate(form.brief.physical, 1):
        path = f"physical.{entry.id}"
        with st.container(border=True):
            form.line("Physical demand", f"{path}.text", help="What must be done, not what a body must be like.")
            form.line("The duty it belongs to", f"{path}.function")
            form.remove_button("physical", entry.id, what=f"demand {number}")
    form.add_button("Add a physical demand of an essential duty", "physical")
    form.line("Security clearance", "clearance")
    form.line("Visa stance", "visa", placeholder="We sponsor visas for this role")


def _applying(form: Form) -> None:
    form.line("Address of the application form", "apply.address", placeholder="https://", live=False)
    form.line("Or e-mail for applications", "apply.email", live=False)
    form.line("What to send", "apply.instructions", placeholder="A CV and two lines on a system you ran")
    form.tick("The address leads straight to the form", "apply.direct")
    form.lines("Hiring steps, one a line", "process", lines=3)
    left, middle, right = st.columns(3)
    with left:
        form.line("Contact", "contact.name")
    with middle:
        form.line("Contact e-mail", "contact.email", live=False)
    with right:
        form.line("Contact phone", "contact.phone")


def _offer(form: Form, label: str, *, options: list[str], add: Callable[[str], object]) -> None:
    """Offer texts of the role profile as buttons; a click adds one."""
    if not options:
        return
    key = form.key(f"offer:{label}")

    def picked() -> None:
        chosen = st.session_state[key]
        st.session_state[key] = None
        if chosen:
            add(chosen)

    st.pills(
        label,
        options,
        key=key,
        format_func=lambda text: escape(text[:1].upper() + text[1:]),
        on_change=form.keeping(picked),
    )


def _group(label: str, icon: str, show: Callable[[Form], None], fields: str) -> Group:
    return Group(label, icon, show, frozenset(fields.split()))


GROUPS: tuple[Group, ...] = (
    _group(
        "The role",
        ":material/badge:",
        _role,
        "title profile levels experience_in summary team reporting_line openings requisition_id",
    ),
    _group(
        "Place and time",
        ":material/place:",
        _place_and_time,
        "workplace days_on_site locations remote_from employment_type start closing hours contract_end date_posted",
    ),
    _group("Pay and benefits", ":material/payments:", _pay, "pay other_compensation benefits"),
    _group(
        "What the person will do", ":material/task_alt:", _duties, f"profile {DUTIES_OFFERED} responsibilities outcomes"
    ),
    _group(
        "What the person needs",
        ":material/school:",
        _needs,
        f"profile {SKILLS_OFFERED} must_have nice_to_have education licences languages",
    ),
    _group("Conditions", ":material/travel_explore:", _conditions, "travel on_call physical clearance visa"),
    _group("Applying", ":material/send:", _applying, "apply process contact"),
)
