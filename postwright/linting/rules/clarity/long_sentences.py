"""clarity/long-sentences: sentences that lose the reader on the way.

What: counts the sentences above the house's limit (guidelines/limits.yaml, long_sentence_words) and marks the longest.
Legal text is left out, and so are lists that lost their breaks. Why: at forty words a reader has forgotten the
beginning. Instead: two sentences, or a list.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.linting.plain_prose import is_legal, is_run_together
from postwright.linting.prose import read_blocks, words_of_sentences
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.sources import cited
from postwright.model.finding import Finding, Fix
from postwright.reading.document import Sentence


def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for all long sentences, at the longest."""
    limits = context.guidelines.limits
    limit, longest_sentence = limits["long_sentence_words"], limits["sentence_words_max"].value
    legal_words = limits["sentence_legal_words"].value
    is_read = read_blocks(context)
    long = [
        (len(words), sentence)
        for sentence, words in zip(context.document.sentences, words_of_sentences(context), strict=True)
        if limit.value < len(words) <= longest_sentence
        and is_read[sentence.block]
        and not is_run_together(context.text, sentence.start, sentence.end)
        and not is_legal(context.text, sentence.start, sentence.end, words=legal_words)
    ]
    long = [(words, sentence) for words, sentence in long if not _is_of_names(context, sentence)]
    if not long:
        return
    words, longest = max(long, key=lambda pair: pair[0])
    yield Finding(
        rule=RULE.id,
        severity="info",
        start=longest.start,
        end=longest.end,
        message=(
            f"This sentence has {words} words."
            if len(long) == 1
            else f"{len(long)} sentences have more than {limit.value:g} words; this one, the longest, has {words}."
        ),
        why=limit.why,
        source=cited(limit.sources),
        arithmetic=f"{words} words; remarked on above {limit.value:g}",
        fixes=(Fix("Make two sentences of it, or a list", "hint"),),
    )


def _is_of_names(context: Context, sentence: Sentence) -> bool:
    """Say whether capitals open so many of the words that it is a list of names and dates."""
    words = context.text[sentence.start : sentence.end].split()
    share = context.guidelines.limits["sentence_names_share"].value
    return sum(word[0].isupper() or word[0].isdigit() for word in words) > share * len(words)


_LONG = (
    "You will count the stock each morning before the shop opens and write down what is missing and who took it, and "
    "then call the buyers in the city so that they can order what we need for the week while you also answer the "
    "telephone."
)

RULE = Rule(
    id="clarity/long-sentences",
    severity="info",
    summary="Sentences of more than 40 words.",
    why="Plain-language guides advise 20 to 25 words a sentence; at 40 a reader has lost the beginning.",
    source="GOV.UK content design (2024); own judgement on the number",
    check=check,
    fires=(Example(text=f"Join us. {_LONG}", quote=_LONG),),
    silent=(
        Example(text=_LONG.replace(" and then ", ". Then ").replace(" while you also ", ". You also ")),
        Example(text="Closed on " + "New Year’s Day 1 January, " * 12 + "and on Boxing Day."),
        Example(text=_LONG.replace("before the shop opens and", "before the shop opens Ability to count and")),
        Example(text=_LONG.replace("before the shop opens and", "before the shop opens Provide tea to drivers and")),
        Example(text="You will count the stock, order what is missing and answer the telephone."),
    ),
)
