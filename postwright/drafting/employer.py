"""Sections on the employer's side: how to apply, who the employer is, equal opportunity."""

from __future__ import annotations

from postwright.drafting.environment import say
from postwright.drafting.figures import date
from postwright.drafting.role import Role, item, own_words, section
from postwright.drafting.wording import bullet, line, sentence
from postwright.model.posting import Item, Section


def process(role: Role) -> tuple[Section, ...]:
    """Return how to apply and until when, the hiring steps, and whom to ask."""
    items = [*_apply(role), *_steps(role), *_contact(role)]
    return section("process", role.heading("process"), items)


def _apply(role: Role) -> list[Item]:
    """Return where, until when and how to apply; without an address, what is known of it."""
    brief = role.brief
    own = bool(brief.apply.address or brief.apply.email)
    address = line(brief.apply.address if own else role.organisation.careers_address)
    email, reference = line(brief.apply.email), line(brief.requisition_id)
    by = date(brief.closing.date, country=role.country) if brief.closing.date else ""
    items = []
    if address or email:
        text = say("process", "apply", address=address, email=email, by=by, reference=reference)
        field = "apply" if own else "organisation.careers_address"
        sources = [*(["closing"] if by else []), *(["requisition_id"] if reference else [])]
        items.append(item("process", field, text, *sources, form="paragraph"))
    else:
        if by:
            items.append(item("process", "closing", say("process", "closing", date=by), form="paragraph"))
        if reference:
            text = say("process", "reference", text=reference, noun=role.noun)
            items.append(item("process", "requisition_id", text, form="paragraph"))
    if brief.closing.rolling:
        items.append(item("process", "closing", say("process", "rolling"), form="paragraph"))
    return [*items, *_instructions(role, can_apply=bool(address or email))]


def _instructions(role: Role, *, can_apply: bool) -> list[Item]:
    """Return what to send, in the manager's words; else the house's sentence, where an application is written."""
    brief = role.brief
    if brief.apply.instructions:
        text = sentence(line(brief.apply.instructions))
        return [item("process", "apply", text, form="paragraph", part="instructions")]
    if can_apply and role.noun == "role" and brief.must_have:
        note = role.guidelines.boilerplate.get("how_to_apply", "")
        return [item("process", "boilerplate.how_to_apply", line(note), form="paragraph")]
    return []


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
    items = own_words("company", "organisation.description", role.organisation.description)
    return section("company", role.heading("company"), items)


def equal_opportunity(role: Role) -> tuple[Section, ...]:
    """Return the organisation's own texts, or the house's reviewed ones."""
    items: list[Item] = []
    for field, own in (
        ("equal_opportunity", role.organisation.equal_opportunity),
        ("accommodation", role.organisation.accommodation),
    ):
        if own:
            items += own_words("equal_opportunity", f"organisation.{field}", own)
        else:
            items += own_words("equal_opportunity", f"boilerplate.{field}", role.guidelines.boilerplate.get(field, ""))
    return section("equal_opportunity", role.heading("equal_opportunity"), items)
