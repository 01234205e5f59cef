"""clarity/look-alike-letters: letters of another alphabet stand in a word and only look like Latin ones.

What: a word of Latin letters in which some are Cyrillic or Greek ("Рython" with a Cyrillic Р). Why: people see no
difference, but search, screening software and job boards do not find the word. Instead: the safe fix writes it in
Latin letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.late_pattern import late
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix

_LOOKS_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTYXaesijopcyxqwABEZHIKMNOPTYXo",
)
_WORD = late(r"[^\W\d_]{2,60}")
_OTHER = late(f"[{''.join(map(chr, _LOOKS_LIKE))}]")


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for each such word."""
    if context.text.isascii() or _OTHER.search(context.text) is None:
        return
    for word in _WORD.finditer(context.text):
        if word[0].isascii():
            continue
        latin = word[0].translate(_LOOKS_LIKE)
        if latin == word[0] or not latin.isascii() or not any(letter.isascii() for letter in word[0]):
            continue
        others = ", ".join(dict.fromkeys(letter for letter in word[0] if not letter.isascii()))
        yield Finding(
            rule=RULE.id,
            severity="warning",
            start=word.start(),
            end=word.end(),
            message=f"“{word[0]}” has letters of another alphabet in it ({others}): it is not the word “{latin}”.",
            why=RULE.why,
            source=RULE.source,
            fixes=(Fix(f"Write “{latin}” in Latin letters", "safe", (Edit(word.start(), word.end(), latin),)),),
        )


RULE = Rule(
    id="clarity/look-alike-letters",
    severity="warning",
    summary="A word has letters of another alphabet that only look right.",
    why="People see no difference, but search and screening software does not find the word.",
    source="Unicode Technical Standard 39, mixed-script detection (read 2026)",
    check=check,
    fires=(
        Example(text="You write Рython for our bread scales.", quote="Рython"),
        Example(text="Our old system runs on COВOL.", quote="COВOL"),
    ),
    silent=(
        Example(text="You measure flour in µg and μm, and resistance in kΩ."),
        Example(text="You speak Russian: хлеб и соль. Café, naïve, Größe."),
        Example(text="The β-carotene and the Δt of the oven are known."),
    ),
)
