"""A posting -> what the laws of its places want said in it, duty by duty, each with the rule that looks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.linting.binding import duties
from postwright.linting.law import Ruling

if TYPE_CHECKING:
    from postwright.guidelines.records import AdDuties
    from postwright.linting.rule import Context

Wants = Callable[["AdDuties"], bool]

_DUTIES: Mapping[str, tuple[str, Wants]] = {
    "missing/pay-range": (
        "The pay or the pay range",
        lambda asked: asked.pay_in_ad in ("required", "before_interview"),
    ),
    "missing/other-compensation": (
        "Bonus, commission and other pay, where there is any",
        lambda asked: asked.other_compensation_in_ad is True,
    ),
    "missing/benefits": ("A general description of the benefits", lambda asked: asked.benefits_in_ad is True),
    "missing/how-to-apply": ("How to apply", lambda asked: asked.how_to_apply_in_ad is True),
    "missing/deadline": (
        "The last day for applications, or that there is none",
        lambda asked: asked.deadline_in_ad is True,
    ),
    "missing/vacancy-status": ("Whether the vacancy exists now", lambda asked: asked.vacancy_status is True),
    "missing/ai-use": ("That AI is used in hiring, if it is", lambda asked: asked.ai_use_disclosure is True),
}
"""By the rule that looks for it: what is to be said, and whether a law asks for it."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that laws want said in a posting."""

    rule: str
    """Id of the rule that remarks where it is not said."""
    words: str
    laws: tuple[Ruling, ...]
    """Those that ask for it and bind the posting, or may."""


def duties_by_law(context: Context) -> tuple[Duty, ...]:
    """Return all that the laws which bind the posting, or may, want said in it; nothing where no place is known."""
    asking = [law for law in duties(context) if law.standing != "does not bind"]
    found = (
        Duty(rule, words, tuple(law for law in asking if wants(law.jurisdiction.duties)))
        for rule, (words, wants) in _DUTIES.items()
    )
    return tuple(duty for duty in found if duty.laws)
