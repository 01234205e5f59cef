"""inflated/unexplained-must-have: a must-have that can be learned, or that nobody will look at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.model.brief import Requirement


def check(context: Context) -> Iterable[Finding]:
    """Remark on each must-have of the brief that can be learned, and on those that nobody will assess."""
    if context.brief is None:
        return
    others_are_assessed = any(entry.assessed_by for entry in context.brief.must_have)
    for entry in context.brief.must_have:
        name = entry.text or " or ".join(entry.alternatives)
        if entry.can_be_learned:
            message = f"“{name}” can be learned on the job, and yet is a must-have."
            yield _finding(entry, message, "Move it to the nice-to-haves")
        elif not entry.assessed_by and (entry.why_day_one or others_are_assessed):
            message = f"“{name}” is a must-have, and nothing says how it will be assessed."
            yield _finding(entry, message, "Say how it will be assessed, or move it to the nice-to-haves")


def _finding(entry: Requirement, message: str, fix: str) -> Finding:
    return Finding(
        rule="",
        severity="notice",
        start=None,
        end=None,
        message=message,
        why="",
        source="",
        fixes=(Fix(fix, "hint"),),
        field=f"must_have.{entry.id}",
    )


RULE = Rule(
    id="inflated/unexplained-must-have",
    severity="notice",
    summary="A must-have that can be learned, or that nobody will look at",
    why="What is not needed on the first day, or is never tested, keeps people out without helping to choose.",
    source="The brief of this posting; Mohr (2014), Harvard Business Review",
    check=check,
    fires=(
        Example(text="- Our till system", brief={"must_have": [{"text": "Our till system", "can_be_learned": True}]}),
        Example(
            text="- Our till system", brief={"must_have": [{"text": "Our till system", "why_day_one": "No training"}]}
        ),
    ),
    silent=(
        Example(
            text="- Our till system",
            brief={"must_have": [{"text": "Our till system", "assessed_by": "A trial hour at the till"}]},
        ),
        Example(text="- Our till system", brief={"must_have": [{"text": "Our till system"}]}),
        Example(
            text="- Our till system", brief={"nice_to_have": [{"text": "Our till system", "can_be_learned": True}]}
        ),
    ),
    known_problems="A brief in which nothing was said about assessment is left alone.",
)
