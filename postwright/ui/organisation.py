"""The organisation's standing facts, entered once; they fill every brief. All of it can be left empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st
from pydantic import ValidationError

from postwright.model.brief import Organisation
from postwright.ui import house_rules, reported
from postwright.ui.common import bound, desk, guarded, named, show_problem
from postwright.ui.words import LEVEL_NAMES, PERIODS, currencies, place_name, place_options, places

Facts = dict[str, Any]
"""The organisation's facts as JSON values, by name."""
Changes = Callable[[Facts], Facts]
"""Gives those facts anew that a change is about, from what is stored."""

AMOUNT = {"min_value": 0.0, "step": 1000.0, "format": "%.12g"}


def page() -> None:
    """Show the page."""
    st.title("Organisation", anchor=False)
    st.markdown("These facts fill every brief. All of it can be left empty; every change is saved at once.")
    facts = _facts()
    left, right = st.columns([1, 1], gap="large")
    with left:
        _line(facts, "name", "Employer")
        _area(
            facts,
            "description",
            "What the employer does",
            help="One or two sentences, with nothing that you cannot prove.",
        )
        _line(facts, "careers_address", "Careers address", placeholder="https://")
        _line(facts, "logo_address", "Logo address", placeholder="https://")
        _benefits(facts)
        _area(
            facts,
            "equal_opportunity",
            "Equal-opportunity text",
            help="Put in word for word. A reviewed house text stands in while this is empty.",
        )
        _area(facts, "accommodation", "Accommodation text", help="Whom a candidate asks for an adjustment.")
    with right:
        _headcount(facts)
        _hiring(facts)
        _models(facts)
        _pay_bands(facts)
    house_rules.show()
    reported.show()


def _facts() -> Facts:
    return desk().organisation().model_dump(mode="json")


def _save(key: str, changes: Changes) -> None:
    """Change the facts as they are stored now: another field or window may have changed them since the page was drawn.

    Where they are not valid keep what was typed on the page and say what is wrong.
    """
    facts = _facts()
    try:
        desk().save_organisation(Organisation.model_validate({**facts, **changes(facts)}))
    except ValidationError as error:
        first = error.errors()[0]["msg"].removeprefix("Value error, ")
        st.session_state[f"{key}:problem"] = f"Not saved: {first}."
    else:
        group = f"{key.rpartition(':')[0]}:" if key.startswith("organisation:band:") else key
        for solved in [each for each in st.session_state if str(each).startswith(group)]:
            if str(solved).endswith(":problem"):  # a band is judged as a whole
                del st.session_state[solved]


def _bound(
    key: str,
    stored: Any,
    changes: Callable[[Any, Facts], Facts],
    widget: Callable[..., Any],
    label: str,
    **options: Any,
) -> None:
    """Show a field; `changes` gives the facts anew from what was typed and what is stored."""
    save = guarded(lambda: _save(key, partial(changes, st.session_state[key])))
    bound(widget, label, key=key, stored=stored, on_change=save, **options)
    if message := st.session_state.get(f"{key}:problem"):
        show_problem(message)


def _fact(facts: Facts, name: str, widget: Callable[..., Any], label: str, **options: Any) -> None:
    """Show a fact that is one value."""
    _bound(f"organisation:{name}", facts[name], lambda typed, _: {name: typed}, widget, label, **options)


def _line(facts: Facts, name: str, label: str, **options: Any) -> None:
    _fact(facts, name, st.text_input, label, **options)


def _area(facts: Facts, name: str, label: str, **options: Any) -> None:
    _fact(facts, name, st.text_area, label, height=110, **options)


def _benefits(facts: Facts) -> None:
    stored = "\n".join(entry["text"] for entry in facts["benefits"])

    def changes(typed: str, now: Facts) -> Facts:
        known = {entry["text"]: entry["id"] for entry in now["benefits"]}
        lines = dict.fromkeys(line.strip() for line in typed.splitlines() if line.strip())
        return {"benefits": [{"id": known.get(line, 0), "text": line} for line in lines]}

    _bound("organisation:benefits", stored, changes, st.text_area, "Benefits, one a line", height=140)


def _headcount(facts: Mapping[str, Any]) -> None:
    st.header("Employees by place", anchor=False)
    st.markdown(
        "Pay-transparency laws count employees. List every place where somebody works: once there is a list, a place "
        "that is not on it counts as one without employees, unless the job itself is there."
    )
    if not facts["headcount"]:
        st.markdown("No place yet, so no law is left out for a small number of employees. Add the first one here.")
    for row in facts["headcount"]:
        _employees(row["place"], row["employees"])
    taken = {row["place"] for row in facts["headcount"]}
    key = "organisation:headcount:new"

    def add() -> None:
        if place := st.session_state[key]:
            _save(key, lambda now: {"headcount": [*now["headcount"], {"place": place, "employees": 0}]})
            st.session_state[key] = None

    open_places = [code for code in places() if code not in taken]
    st.selectbox(
        "Add a place",
        open_places,
        key=key,
        on_change=guarded(add),
        format_func=place_name,
        index=None,
        placeholder="Choose a place",
    )


def _employees(place: str, employees: int) -> None:
    key = f"organisation:headcount:{place}"

    def counted(typed: Any, now: Facts) -> Facts:
        return {"headcount": _with(now["headcount"], "place", place, {"employees": typed or 0})}

    with st.container(border=True, horizontal=True, vertical_alignment="bottom"):
        _bound(key, employees, counted, st.number_input, f"Employees in {place_name(place)}", min_value=0, step=1)
        st.button(
            named("Remove", place_name(place)),
            key=f"{key}:remove",
            icon=":material/delete:",
            type="tertiary",
            on_click=guarded(
                _save, "organisation:headcount", lambda now: {"headcount": _without(now["headcount"], "place", place)}
            ),
        )


def _hiring(facts: Facts) -> None:
    """Show what some laws want to know of how the organisation works and hires."""
    _bound(
        "organisation:supervisors_at",
        list(facts["supervisors_at"]),
        lambda typed, _: {"supervisors_at": typed},
        st.multiselect,
        "Where supervisors sit",
        options=list(places()),
        format_func=place_name,
        help="Some laws cover a remote job that reports to an office in their state.",
    )
    _fact(
        facts,
        "ai_in_hiring",
        st.selectbox,
        "Software with AI screens, assesses or selects applicants",
        **_any_of({None: "Not known", True: "Yes", False: "No"}),
        help="Ontario wants the posting to say so where it is used.",
    )


def _models(facts: Facts) -> None:
    """Show the switch for language models."""
    _fact(
        facts,
        "language_models",
        st.toggle,
        "A language model may reword drafts",
        help="Off: nothing is ever sent to one, whatever is set up. The page Language model tells which is in use.",
    )


def _pay_bands(facts: Facts) -> None:
    st.header("Pay bands (optional)", anchor=False)
    if not facts["pay_bands"]:
        st.markdown("No pay band yet. With one, a pay below what its level gets here is pointed out.")
    for number, band in enumerate(facts["pay_bands"], 1):
        with st.container(border=True):
            _band(band, number)
    if st.button("Add a pay band", icon=":material/add:"):
        empty = {"level": "mid", "minimum": 0, "maximum": 0, "currency": "USD"}
        _save("organisation:pay_bands", lambda now: {"pay_bands": [*now["pay_bands"], empty]})
        st.rerun()


def _band(band: Facts, number: int) -> None:
    names = ("level", "minimum", "currency", "profile", "maximum", "period", "place")

    def key(name: str) -> str:
        return f"organisation:band:{band['id']}:{name}"

    def typed_band(_: Any, now: Facts) -> Facts:
        """Take all fields of the band as typed: one that was refused alone may be right together with this one."""
        typed = {name: st.session_state.get(key(name), band[name]) for name in names}
        return {"pay_bands": _with(now["pay_bands"], "id", band["id"], typed)}

    def field(name: str, widget: Callable[..., Any], label: str, **options: Any) -> None:
        _bound(key(name), band[name], typed_band, widget, label, **options)

    profiles = {None: "Any role"} | {role.id: role.name for role in desk().profiles()}
    anywhere = place_options(everywhere=True)
    currency_codes = [code for code in currencies() if code]
    rows: tuple[tuple[tuple[str, Callable[..., Any], str, dict[str, Any]], ...], ...] = (
        (
            ("level", st.selectbox, "Level", {"options": list(LEVEL_NAMES), "format_func": LEVEL_NAMES.__getitem__}),
            ("profile", st.selectbox, "Role", _any_of(profiles)),
        ),
        (
            ("minimum", st.number_input, "From", AMOUNT),
            ("maximum", st.number_input, "To", AMOUNT),
        ),
        (
            ("currency", st.selectbox, "Currency", {"options": currency_codes}),
            ("period", st.selectbox, "Per", {"options": list(PERIODS), "format_func": PERIODS.__getitem__}),
        ),
    )
    for row in rows:
        for column, (name, widget, label, options) in zip(st.columns(2), row, strict=True):
            with column:
                field(name, widget, label, **options)
    field("place", st.selectbox, "Place", **_any_of(anywhere))
    st.button(
        named("Remove this band", str(number)),
        key=f"organisation:band:{band['id']}:remove",
        icon=":material/delete:",
        type="tertiary",
        on_click=guarded(
            _save, "organisation:pay_bands", lambda now: {"pay_bands": _without(now["pay_bands"], "id", band["id"])}
        ),
    )


def _any_of(names: Mapping[Any, str]) -> dict[str, Any]:
    """Return the options of a choice in which None means any, or not known."""
    return {"options": list(names), "format_func": names.__getitem__, "placeholder": names[None]}


def _with(rows: list[Facts], name: str, value: Any, changes: Facts) -> list[Facts]:
    """Return the rows, the one known by `name` and `value` changed."""
    return [{**row, **changes} if row[name] == value else row for row in rows]


def _without(rows: list[Facts], name: str, value: Any) -> list[Facts]:
    return [row for row in rows if row[name] != value]
