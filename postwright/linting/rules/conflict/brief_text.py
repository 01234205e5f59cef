"""conflict/brief-text: the text says something else than the brief.

What: compares the values that both state: pay (every statement of it), city and state, workplace and days on site, kind
of employment, hours, openings, years, degree, required or preferred, closing date and start. What the text leaves out
is the affair of the rules of missing/. Why: the text is what is published, and the brief is what goes into job boards'
fields; one of them is wrong. Instead: correct the text, or the brief if the text is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.conflict import _brief_asked, _brief_pay, _brief_place, _brief_terms
from postwright.model.finding import Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for each value in which text and brief differ."""
    brief = context.brief
    if brief is None:
        return
    for part in (_brief_pay, _brief_place, _brief_asked, _brief_terms):
        yield from part.compare(context, brief)


_BRIEF: dict[str, object] = {
    "title": "Baker",
    "workplace": "on_site",
    "locations": [{"city": "Denver", "place": "US-CO"}],
    "pay": [{"minimum": 41000, "maximum": 47000, "currency": "USD", "period": "year"}],
    "closing": {"date": "2027-01-22"},
    "must_have": [{"text": "bread baking", "years": {"minimum": 3}}, {"text": "food hygiene certificate"}],
    "nice_to_have": [{"text": "pastry and cake decoration"}],
}
_TEXT = (
    "# Baker\n\nYou will work in Denver, Colorado.\n\n## Requirements\n\n- 3+ years of bread baking\n"
    "- A food hygiene certificate\n\n## Nice to have\n\n- Pastry and cake decoration\n\n## Pay\n\n"
    "The salary is $41,000 to $47,000 a year.\n\n## How to apply\n\nApply by January 22, 2027.\n"
)

RULE = Rule(
    id="conflict/brief-text",
    severity="error",
    summary="The text states another value than the brief.",
    why="The text is what people read, the brief is what job boards get: one of them is wrong.",
    source="House rule: text and brief must agree",
    check=check,
    fires=(
        Example(
            text=_TEXT.replace("$41,000 to $47,000", "$40,000 to $47,000"),
            brief=_BRIEF,
            quote="$40,000 to $47,000 a year",
        ),
        Example(text=_TEXT.replace("Denver", "Boulder"), brief=_BRIEF, quote="Boulder"),
        Example(text=_TEXT.replace("Denver, Colorado", "Denver, Indiana"), brief=_BRIEF, quote="Indiana"),
        Example(text=_TEXT + "\nThis is a remote role.\n", brief=_BRIEF, quote="This is a remote"),
        Example(
            text=_TEXT.replace("# Baker\n", "# Baker\n\nA part-time position.\n"),
            brief={**_BRIEF, "employment_type": "full_time"},
            quote="part-time",
        ),
        Example(
            text=_TEXT + "\nWe are filling 3 positions.\n",
            brief={**_BRIEF, "openings": 2},
            quote="3",
        ),
        Example(
            text=_TEXT + "\nThe pay range for the night shift is $30,000 to $35,000.\n".replace("night ", "early "),
            brief=_BRIEF,
            quote="$30,000 to $35,000",
        ),
        Example(text=_TEXT.replace("3+ years", "5+ years"), brief=_BRIEF, quote="5+ years"),
        Example(text=_TEXT.replace("January 22", "February 1"), brief=_BRIEF, quote="February 1, 2027"),
        Example(
            text=_TEXT.replace("- A food hygiene certificate\n", "").replace(
                "## Nice to have\n\n", "## Nice to have\n\n- A food hygiene certificate\n"
            ),
            brief=_BRIEF,
            quote="A food hygiene certificate",
        ),
    ),
    silent=(
        Example(text=_TEXT, brief=_BRIEF),
        Example(text=_TEXT.replace("Apply by January 22, 2027.", "Apply by 22 January."), brief=_BRIEF),
        Example(text="# Baker\n\nYou will bake bread in our shop.", brief=_BRIEF),
        Example(text=_TEXT.replace("Denver", "Boulder")),
    ),
    known_problems="Regions are compared in the United States, Canada and Australia only.",
)
