"""Brief -> posting, without a model: pure and deterministic, every item with its sources.

The sections stand in the order in which an applicant asks: what is it, with whom, what would I do, could I, what do I
get, where and when, how do I apply, and only then who the employer is and what the law wants said.
"""

from __future__ import annotations

from postwright.drafting import asked, employer, offered, work
from postwright.drafting.role import Role
from postwright.drafting.wording import line
from postwright.guidelines.records import Guidelines
from postwright.model.brief import Brief, Organisation
from postwright.model.posting import Posting
from postwright.model.words import SectionKind

SECTIONS = (
    work.summary,
    work.team,
    work.responsibilities,
    work.outcomes,
    asked.requirements,
    work.physical,
    asked.preferred,
    offered.pay,
    offered.benefits,
    offered.location,
    offered.schedule,
    employer.process,
    employer.company,
    employer.equal_opportunity,
)

ORDER: tuple[SectionKind, ...] = (
    "summary", "team", "responsibilities", "requirements", "preferred", "pay", "benefits", "location", "schedule",
    "process", "company", "equal_opportunity", "other",
)  # fmt: skip
"""The kinds of sections in the order in which a posting is composed."""


def compose(brief: Brief, *, organisation: Organisation, guidelines: Guidelines) -> Posting:
    """Return the posting that `brief` stands for; empty fields leave no trace in it.

    Wording comes from templates/, standing facts from `organisation`, reviewed sentences from `guidelines.boilerplate`.
    """
    role = Role(brief, organisation, guidelines)
    sections = tuple(section for compose_section in SECTIONS for section in compose_section(role))
    return Posting(title=line(brief.title), sections=sections)
