"""Sections on the employer's side: how to apply, who the employer is, equal opportunity."""

from __future__ import annotations

from postwright.drafting.environment import say
from postwright.drafting.figures import date
from postwright.drafting.role import Role, item, section
from postwright.drafting.wording import bullet, line, paragraphs, sentence
from postwright.model.posting import Item, Section
from postwright.model.words import SectionKind


def process(role: Role) -> tuple[Section, ...]:
    """Return how to apply and until when, the hiring steps, and whom to ask."""
    brief = role.brief
    items = [*_apply(role), *_closing(role)]
    if brief.requisition_id:
        text = say("process", "reference", text=line(brief.requisition_id))
        items.append(item("process", "requisition_id", text, form="paragraph"))
    items += [*_steps(role), *_contact(role)]
    return section("process", role.heading("process"), items)


def _apply(role: Role) -> list[Item]:
    apply = role.brief.apply
    own = bool(apply.address or apply.email)
    address = line(apply.address if own else role.organisation.careers_address)
    items = []
    if address or apply.email:
        field = "apply" if own else "organisation.careers_address"
        text = say("process", "apply", address=address, email=line(apply.email))
        items.append(item("process", field, text, form="paragraph"))
    if apply.instructions:
        part = "instructions" if own else ""
        items.append(item("process", "apply", sentence(line(apply.instructions)), form="paragraph", part=part))
    elif items and role.noun == "role" and role.brief.must_have:
        note = role.guidelines.boilerplate.get("how_to_apply", "")
        items.append(item("process", "boilerplate.how_to_apply", line(note), form="paragraph"))
    return items


def _closing(role: Role) -> list[Item]:
    closing = role.brief.closing
    if closing.date:
        text = say("process", "closing", date=date(closing.date, country=role.country))
    elif closing.rolling:
        text = say("process", "rolling")
    else:
        return []
    return [item("process", "closing", text, form="paragraph")]


def _steps(role: Role) -> list[Item]:
    entries = [entry for entry in role.brief.process if line(entry.text)]
    fields = [f"process.{entry.id}" for entry in entries]
    if not entries:
        return []
    return [
        item("process", fields[0], say("process", "steps"), *fields[1:], form="paragraph", part="lead"),
        *(item("process", field, bullet(line(entry.text))) for field, entry in zip(fields, entries, strict=True)),
    ]


def _contact(role: Role) -> list[Item]:
    contact = role.brief.contact
    name, email, phone = line(contact.name), line(contact.email), line(contact.phone)
    if not (name or email or phone):
        return []
    text = say("process", "contact", name=name, email=email, phone=phone, noun=role.noun)
    return [item("process", "contact", text, form="paragraph")]


def company(role: Role) -> tuple[Section, ...]:
    """Return what the organisation says of itself."""
    items = _text("company", "organisation.description", role.organisation.description)
    return section("company", role.heading("company"), items)


def equal_opportunity(role: Role) -> tuple[Section, ...]:
    """Return the organisation's own texts, or the house's reviewed ones."""
    items: list[Item] = []
    for field, own in (
        ("equal_opportunity", role.organisation.equal_opportunity),
        ("accommodation", role.organisation.accommodation),
    ):
        if own:
            items += _text("equal_opportunity", f"organisation.{field}", own)
        else:
            items += _text("equal_opportunity", f"boilerplate.{field}", role.guidelines.boilerplate.get(field, ""))
    return section("equal_opportunity", role.heading("equal_opportunity"), items)


def _text(kind: SectionKind, field: str, text: str) -> list[Item]:
    return [
        item(kind, field, sentence(paragraph), form="paragraph", part="" if number == 1 else str(number))
        for number, paragraph in enumerate(paragraphs(text), start=1)
    ]
