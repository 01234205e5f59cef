"""Sections on what is offered: pay, benefits, place, hours. Figures and legal words go in exactly as entered."""

from __future__ import annotations

import datetime as dt
import re

from postwright.drafting import figures
from postwright.drafting.environment import say
from postwright.drafting.places import located, place_name
from postwright.drafting.role import Role, item, section
from postwright.drafting.wording import bullet, capital, either, line, sentence, small
from postwright.model.brief import Pay
from postwright.model.posting import Item, Section

_OTHER_DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MX": "MXN", "TW": "TWD"}
"""Countries where "$" means their own money first, with its ISO 4217 code."""
_NONE = re.compile(
    r"(?i)(?:none|no|not needed|not required|no (?:travel|on-call|on call)(?: duty| is needed| needed)?|n/a)\.?"
)
_NO_VISA = re.compile(r"(?i)no (?:visa )?sponsorship(?: is)?(?: available| offered| possible)?\.?|not sponsored\.?")
_SHARE = re.compile(r"(?i)(?:(?:up to|about|around|at most|less than) )?\d+(?:(?: to | ?[-–] ?)\d+)? ?%\.?")
_AT_ONCE = ("now", "immediate", "immediately", "at once")
_SOON = ("asap", "a.s.a.p.", "soonest")
_AMOUNT = re.compile(
    r"(?i)(?:\d|up to|about|around|less than|more than|roughly|approximately|at most|between|once|twice|a few)"
)
_TRAVEL_SENTENCE = re.compile(r"(?i)(?:you|we|expect|travel|there|the|this|your)\b.*\s")
_ON_CALL = re.compile(r"(?i)\bon[- ]call\b")
_HOURS_SENTENCE = re.compile(r"(?i)(?:you|we|your|the|this)\b.*\s")
_MONTH = re.compile(rf"(?:{'|'.join(figures.MONTHS)})(?: \d{{4}})?")
_START_SENTENCE = re.compile(r"(?i)(?:you|we|start|the)\b")


def pay(role: Role) -> tuple[Section, ...]:
    """Return base pay (by level and place where it differs) and other compensation."""
    return section("pay", role.heading("pay"), [*_base_pay(role), *_other_compensation(role)])


def _offers(role: Role) -> list[tuple[str, Pay, str]]:
    """Return (field, pay, label) of every pay that has a figure: by level first, then by place."""
    brief = role.brief
    by_level = [(f"levels.{entry.id}", entry.pay, entry.level) for entry in brief.levels if entry.pay]
    offers = []
    for field, offer, level in by_level:
        labels = [say("levels", "label", level=level)] if len(brief.levels) > 1 else []
        labels += [capital(place_name(offer.place))] if offer.place else []
        offers.append((field, offer, ", ".join(labels)))
    places = {offer.place for offer in brief.pay}
    for offer in brief.pay:
        elsewhere = say("pay", "elsewhere") if len(places) > 1 else ""
        offers.append((f"pay.{offer.id}", offer, capital(place_name(offer.place)) if offer.place else elsewhere))
    return [offer for offer in offers if offer[1].minimum is not None]


def _base_pay(role: Role) -> list[Item]:
    offers = _offers(role)
    if not offers:
        return []
    spelled = _is_dollar_ambiguous(role, offers)
    salaried = all(offer.period in ("year", "month") for _, offer, _ in offers)
    money = [figures.money(offer, spell_dollars=spelled) for _, offer, _ in offers]
    if len(offers) == 1:
        field = offers[0][0]
        text = say("pay", "single", money=money[0], salaried=salaried, label="")
        return [item("pay", field, sentence(text), form="paragraph")]
    fields = [field for field, _, _ in offers]
    lead = say("pay", "depends", salaried=salaried, by=_depends_on(role, offers))
    return [
        item("pay", fields[0], capital(lead), *fields[1:], form="paragraph", part="lead"),
        *(
            item("pay", field, capital(say("pay", "entry", label=label, money=written)))
            for (field, _, label), written in zip(offers, money, strict=True)
        ),
    ]


def _is_dollar_ambiguous(role: Role, offers: list[tuple[str, Pay, str]]) -> bool:
    """Whether "$" could be taken for another country's dollar, by the currencies or the places of the posting."""
    brief = role.brief
    places = [*(place.place for place in brief.locations), *brief.remote_from]
    places += [offer.place for _, offer, _ in offers if offer.place]
    currencies = {offer.currency for _, offer, _ in offers}
    elsewhere = any(place.split("-")[0] in _OTHER_DOLLARS for place in places)
    return elsewhere or not currencies.isdisjoint(_OTHER_DOLLARS.values())


def _depends_on(role: Role, offers: list[tuple[str, Pay, str]]) -> str:
    by_level = len(role.brief.levels) > 1 and any(field.startswith("levels.") for field, _, _ in offers)
    by_place = any(offer.place for _, offer, _ in offers)
    if by_level and by_place:
        return "both"
    return "level" if by_level else "place"


def _other_compensation(role: Role) -> list[Item]:
    entries = [entry for entry in role.brief.other_compensation if line(entry.text)]
    if not entries:
        return []
    offers = _offers(role)
    salaried = all(offer.period in ("year", "month") for _, offer, _ in offers)
    fields = [f"other_compensation.{entry.id}" for entry in entries]
    items = [item("pay", field, bullet(line(entry.text))) for field, entry in zip(fields, entries, strict=True)]
    if not offers:
        return items
    lead = say("pay", "besides", salaried=salaried)
    return [item("pay", fields[0], lead, *fields[1:], form="paragraph", part="lead"), *items]


def benefits(role: Role) -> tuple[Section, ...]:
    """Return the organisation's benefits and the role's own, each once."""
    entries = [
        *((f"organisation.benefits.{entry.id}", entry.text) for entry in role.organisation.benefits),
        *((f"benefits.{entry.id}", entry.text) for entry in role.brief.benefits),
    ]
    items: list[Item] = []
    seen: set[str] = set()
    for field, text in entries:
        worded = bullet(line(text))
        if worded.casefold() not in seen:
            seen.add(worded.casefold())
            items.append(item("benefits", field, worded))
    return section("benefits", role.heading("benefits"), items)


def location(role: Role) -> tuple[Section, ...]:
    """Return the workplace with its address, where a remote person may live, travel and the visa stance."""
    items = [*_workplace(role)]
    if role.brief.travel:
        text = line(role.brief.travel)
        items.append(item("location", "travel", _travel(text), form="paragraph"))
    if role.brief.visa:
        text = line(role.brief.visa)
        items.append(item("location", "visa", _visa(text, noun=role.noun), form="paragraph"))
    return section("location", role.heading("location"), items)


def _workplace(role: Role) -> list[Item]:
    brief = role.brief
    where = either(list(dict.fromkeys(located(place) for place in brief.locations)))
    at = "at" if brief.locations and line(brief.locations[0].street) else "in"
    sources = [f"locations.{place.id}" for place in brief.locations]
    if brief.workplace == "remote":
        reach = [place_name(code) for code in brief.remote_from]
        text = say("location", "remote", noun=role.noun, reach=reach, based=where)
        sources += ["remote_from"] if reach else []
    elif brief.workplace == "hybrid":
        days = figures.plain(brief.days_on_site) if brief.days_on_site else ""
        text = say("location", "hybrid", where=where, at=at, days=days, noun=role.noun)
        sources += ["days_on_site"] if days else []
    elif brief.workplace == "on_site":
        text = say("location", "on_site", where=where, at=at)
    elif where:
        text = say("location", "place_only", where=where, at=at, noun=role.noun)
        return [item("location", sources[0], text, *sources[1:], form="paragraph")]
    else:
        return []
    return [item("location", "workplace", text, *sources, form="paragraph")]


def _travel(text: str) -> str:
    if _NONE.fullmatch(text):
        form = "none"
    elif _SHARE.fullmatch(text):
        form, text = "share", small(text.rstrip("."))
    elif _AMOUNT.match(text) and not re.search(r"(?i)\btravel", text):
        form, text = "amount", small(text)
    elif _TRAVEL_SENTENCE.match(text):
        form = "complete"
    else:
        form, text = "phrase", small(text)
    return say("location", "travel", text=text, form=form)


def _visa(text: str, *, noun: str) -> str:
    answer = text.casefold().rstrip(".")
    no = _NONE.fullmatch(text) or _NO_VISA.fullmatch(text)
    form = "yes" if answer in ("yes", "sponsored", "possible") else "no" if no else "complete"
    return say("location", "visa", text=text, form=form, noun=noun)


def schedule(role: Role) -> tuple[Section, ...]:
    """Return contract, hours, start and on-call duty."""
    brief = role.brief
    items = [*_contract(role)]
    if brief.start:
        items.append(item("schedule", "start", _start(line(brief.start), role), form="paragraph"))
    if brief.on_call:
        text = line(brief.on_call)
        form = "none" if _NONE.fullmatch(text) else "complete" if _ON_CALL.search(text) else "phrase"
        items.append(
            item("schedule", "on_call", say("schedule", "on_call", text=small(text), form=form), form="paragraph")
        )
    return section("schedule", role.heading("schedule"), items)


def _contract(role: Role) -> list[Item]:
    brief, hours = role.brief, line(role.brief.hours)
    fields = [
        *(["employment_type"] if brief.employment_type else []),
        *(["contract_end"] if brief.contract_end else []),
        *(["hours"] if hours else []),
    ]
    if not fields:
        return []
    complete = bool(_HOURS_SENTENCE.match(hours))
    text = say(
        "schedule",
        "contract",
        employment_type=brief.employment_type or "",
        until=figures.date(brief.contract_end, country=role.country) if brief.contract_end else "",
        hours=hours if complete else small(hours),
        hours_complete=complete,
        noun=role.noun,
    )
    return [item("schedule", fields[0], text, *fields[1:], form="paragraph")] if text else []


def _start(text: str, role: Role) -> str:
    try:
        day = figures.date(dt.date.fromisoformat(text), country=role.country)
    except ValueError:
        if _MONTH.fullmatch(text):
            return say("schedule", "start", text=text, form="month")
        if text.casefold() in (*_AT_ONCE, *_SOON):
            form = "at_once" if text.casefold() in _AT_ONCE else "soon"
            return say("schedule", "start", text=text, form=form)
        form = "complete" if _START_SENTENCE.match(text) else "words"
        return say("schedule", "start", text=text if form == "complete" else small(text), form=form)
    return say("schedule", "start", text=day, form="date")
