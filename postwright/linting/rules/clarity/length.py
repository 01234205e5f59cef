"""clarity/length: the posting is much longer or shorter than most that do well.

What: counts words and compares with the house's limits (guidelines/limits.yaml). Why: readers spend under a minute, and
a very short text says too little to decide on. The studies disagree, so this is advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.linting.prose import words_of_sentences
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.sources import cited
from postwright.model.finding import Finding, Fix


def check(context: Context) -> Iterator[Finding]:
    """Yield one finding where the number of words lies outside the limits."""
    limits = context.guidelines.limits
    least, most = limits["posting_words_min"], limits["posting_words_max"]
    words = sum(map(len, words_of_sentences(context)))
    if words > most.value:
        yield Finding(
            rule=RULE.id,
            severity="notice",
            start=None,
            end=None,
            message=f"The posting has {words:,} words; most that do well have 300 to 700.",
            why=f"{most.why} {_DISPUTED}",
            source=cited(most.sources),
            arithmetic=f"{words:,} words; remarked on above {most.value:,.0f}",
            fixes=(
                Fix("Move what every posting says (company, benefits, legal text) behind a link or to the end", "hint"),
            ),
        )
    elif 0 < words < least.value:
        yield Finding(
            rule=RULE.id,
            severity="info",
            start=None,
            end=None,
            message=f"The posting has {words:,} words; that is short for a reader to decide on.",
            why=f"{least.why} {_DISPUTED}",
            source=cited(least.sources),
            arithmetic=f"{words:,} words; remarked on below {least.value:,.0f}",
        )


_DISPUTED = (
    "The figures are disputed: Textio and Appcast found middle lengths best, LinkedIn saw postings under 150 words "
    "applied to 17.8 percent more often than those of 450 to 600, and more applications are not better ones."
)
_MIDDLE = "You will count the stock, put it on shelves and write down what is missing before the shop opens. " * 12

RULE = Rule(
    id="clarity/length",
    severity="notice",
    summary="The posting is much longer or much shorter than most that do well.",
    why=f"Readers spend under a minute on a posting; a very short one says too little to decide on. {_DISPUTED}",
    source="Textio (2017); Appcast (2015); LinkedIn (2018); Datapeople (2024)",
    check=check,
    fires=(Example(text=_MIDDLE * 5), Example(text="We need a clerk. Call us.")),
    silent=(Example(text=_MIDDLE), Example(text=_MIDDLE * 3)),
    known_problems="Legal text and the company's story are counted, since readers must pass them too.",
)
