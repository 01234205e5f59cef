"""wording/gender-balance: does the prose lean on masculine-coded words?

What: the share of masculine-coded words in the posting's prose, less the share of feminine-coded ones, by the two lists
of Gaucher, Friesen and Kay. Headings, titles, legal text and the names of technologies are left out; what is said of
the company counts, as in their study, for it is there that many postings say whom they look for.
Why: only a hint. Single words were never shown to matter, and the studies disagree on whether the balance does.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.linting.lexicon import Hit, matches
from postwright.linting.prose import count_read, is_read
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.sources import cited
from postwright.model.finding import Finding

MASCULINE = "gender_stem_masculine"
FEMININE = "gender_stem_feminine"


def check(context: Context) -> Iterator[Finding]:
    """Yield one finding where masculine-coded words outweigh the others by more than the house's limit."""
    limits = context.guidelines.limits
    points, least = limits["gender_balance_points"], limits["gender_masculine_words_min"]
    masculine, feminine = _counted(context, MASCULINE), _counted(context, FEMININE)
    distinct = sorted({context.text[hit.start : hit.end].lower() for hit in masculine})
    if len({hit.entry.id for hit in masculine}) < least.value:
        return
    words = count_read(context)
    more = 100 * (len(masculine) - len(feminine)) / max(words, 1)
    if more <= points.value:
        return
    yield Finding(
        rule=RULE.id,
        severity="info",
        start=None,
        end=None,
        message="The prose leans on words that studies call masculine-coded.",
        why=RULE.why,
        source=cited(points.sources),
        arithmetic=(
            f"{len(masculine)} masculine-coded ({', '.join(distinct)}) and {len(feminine)} feminine-coded words among "
            f"{words}: {more:.1f} percentage points more; remarked on above {points.value:g}"
        ),
    )


def _counted(context: Context, category: str) -> list[Hit]:
    """Return the coded words of the prose, each token once: "self-confident" is one, "inter-dependent" is none."""
    technologies = [(mention.start, mention.end) for mention in context.reading.technologies]
    at = {hit.start: hit for hit in matches(context) if hit.entry.category == category}  # "dominant" fits two stems
    return [
        hit
        for hit in at.values()
        if context.text[hit.start - 1 : hit.start] not in _INSIDE_A_TOKEN
        and is_read(context, hit.start)
        and not any(start < hit.end and hit.start < end for start, end in technologies)
    ]


_INSIDE_A_TOKEN = ("-", "\u2010", "\u2011")
"""Hyphens: what follows one is a part of the word before it."""
_STEEP = (
    "You will dominate new markets and challenge every rival. An aggressive, competitive and fearless seller decides "
    "alone. You are ambitious, determined and independent."
)
_BOLD = "We want outspoken, confident people; you are competitive, determined and never shy."
_PLAIN = (
    "Responsibilities\n\n- Lead the weekly analysis of stock\n- Support the team leads and analysts\n"
    "- Take responsibility for the monthly count\n- Analyze what was sold and lead the buyers' meeting"
)

RULE = Rule(
    id="wording/gender-balance",
    severity="info",
    summary="The prose leans on masculine-coded words.",
    why=(
        "In one set of studies women found such postings less appealing and felt that they would belong less; in "
        "another, on some 300,000 real postings, the effect was negligible. Worth a look, not a fault. If you change "
        "words, choose neutral ones, not feminine-coded ones."
    ),
    source="Gaucher, Friesen and Kay (2011), Appendix A; Castilla and Rho (2023); He and Kang (2025)",
    check=check,
    fires=(
        Example(text=_STEEP, quote=None),
        Example(text=f"About us\n\nWe run four car washes. {_BOLD}\n\nRequirements\n\n- You can drive", quote=None),
    ),
    silent=(
        Example(text=_PLAIN),
        Example(text="You will share what you know with a team of warehouse workers and keep the stock tidy."),
        Example(
            text="About us\n\nWe are an independent shop in a competitive market, with ambitious plans and a "
            "determined growth of ten per cent a year.\n\nRequirements\n\n- You count stock\n- You write orders"
        ),
        Example(text="ACTIVE LEADERS\n\nYou will keep Active Directory running and handle the competitive pay survey."),
    ),
    known_problems=(
        "The lists are of 2011 and were made from ads in one country. Lead, analysis, support, responsibility, "
        "decisions, principles and individuals are never counted, nor are other words where they name things: of 19 "
        "findings read before that, four were fair. What is left is seldom remarked on."
    ),
)
