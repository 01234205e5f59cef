"""Document -> the quantified experience that it asks of the candidate ("5+ years of Go", "BS + 5 or MS + 3").

Every amount of time is looked at in its sentence (`context`): first whether it certainly is something else
(`exclusions`), then whether the words ask for experience (`evidence`). An amount with neither is left out: silence over
a false alarm. `shorthand` adds the amounts that leave their unit out, `alternatives` says how demands belong together.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from postwright.model.reading import Demand, SectionSpan, TechnologyMention
from postwright.reading.alternatives import relate
from postwright.reading.context import Context, Contexts
from postwright.reading.document import Document
from postwright.reading.evidence import asked_for
from postwright.reading.exclusions import BARE, CHOICE, QUESTION, excluded
from postwright.reading.numbers import Amount, find_amounts
from postwright.reading.shorthand import find_continued, find_degree_sums, find_labelled, may_be_added
from postwright.reading.strength import strength_of
from postwright.reading.subjects import kind_of, subject_span

_TIME_WORD = re.compile(r"year|yr|y[ ]?exp|yoe|mo(?:nth|s\b)|mths|decade")


def find_demands(
    document: Document, sections: tuple[SectionSpan, ...], technologies: tuple[TechnologyMention, ...]
) -> tuple[Demand, ...]:
    """Return the demands of a document in the order of the text."""
    folded = document.folded
    if not _TIME_WORD.search(folded):
        return ()
    contexts = Contexts(document, sections)
    amounts = find_amounts(folded, [block.start for block in document.blocks])
    spelled = _spelled_out(document, contexts, amounts)
    short = _left_short(document, spelled, amounts)
    found = _with_neighbours(contexts, spelled, amounts, short) if short else spelled
    demands = [_demand(document.text, context, technologies) for context in found]
    return tuple(relate(demands, found, folded))


def _spelled_out(document: Document, contexts: Contexts, amounts: list[Amount]) -> list[Context]:
    """Return the amounts with a unit of their own that ask for experience."""
    found: list[Context] = []
    choices = _Choices(document, amounts)
    for context in contexts.of_all(amounts):
        if excluded(context) or choices.answers(context):
            continue
        if asked_for(context) or _goes_on(found, context):
            found.append(context)
    return found


def _with_neighbours(
    contexts: Contexts, spelled: list[Context], amounts: list[Amount], short: list[Amount]
) -> list[Context]:
    """Return the contexts of the demands of both sorts, each reaching no further than its new neighbours."""
    wanted = {context.amount for context in spelled} | set(short)
    everything = sorted({*amounts, *short}, key=lambda amount: amount.start)
    return [context for context in contexts.of_all(everything) if context.amount in wanted]


_JOINING = re.compile(
    r"(?:\band\b|\bor\b|,|\bwith\b|\bincluding\b|\bplus\b|\bof\swhich\b|;|&|\()\s?(?:at\sleast\s|a\sminimum\sof\s|"
    r"minimum\s(?:of\s)?|over\s|an?\s(?:additional\s)?|preferably\s|ideally\s)?\Z"
)
_ACTIVITY = re.compile(
    r"\.?'?s?\s(?:of\s)?(?:in|with|as|on|using|of|[a-z-]{3,}ing|must|should|preferred|required|or|"
    r"equivalent\sto)\b|\s?(?:[,;)(]|$)"
)


_NOUN = re.compile(r"\.?'?s?\s[a-z][a-z0-9+#./-]+")


def _goes_on(found: list[Context], context: Context) -> bool:
    """Tell whether the amount continues a demand of the same sentence: "5 years in sales and 2 years managing"."""
    if not found or found[-1].sentence != context.sentence or context.amount.compound:
        return False
    if _JOINING.search(context.left) is None:
        return False
    return _ACTIVITY.match(context.right) is not None or (
        context.amount.open and _NOUN.match(context.right) is not None
    )


def _left_short(document: Document, spelled: list[Context], amounts: list[Amount]) -> list[Amount]:
    """Return the amounts without a unit of their own that ask for experience."""
    folded = document.folded
    short = find_labelled(folded)
    for context in spelled:
        short += find_continued(folded, context.amount.end, context.sentence.end)
    starts = [sentence.start for sentence in document.sentences]
    for index in sorted({bisect_right(starts, at) - 1 for at in may_be_added(folded)} - {-1}):
        sentence = document.sentences[index]
        short += find_degree_sums(folded, sentence.start, sentence.end)
    kept: list[Amount] = []
    for amount in sorted(short, key=lambda amount: amount.start):
        if not any(other.start < amount.end and amount.start < other.end for other in (*amounts, *kept)):
            kept.append(amount)
    return kept


def _demand(text: str, context: Context, technologies: tuple[TechnologyMention, ...]) -> Demand:
    """Return the demand that a context states, not yet related to others."""
    amount = context.amount
    span = subject_span(context, text)
    subject = " ".join(text[span[0] : span[1]].split()) if span else ""
    return Demand(
        start=amount.start,
        end=amount.end,
        quote=text[amount.start : amount.end],
        min_years=round(amount.minimum, 4),
        max_years=None if amount.maximum is None else round(amount.maximum, 4),
        subject=subject,
        strength=strength_of(context),
        kind=kind_of(context, subject, span, technologies),
        subject_span=span,
    )


class _Choices:
    """Knows which amounts are the answers that a questionnaire offers."""

    _REACH = 14
    """Blocks looked back for the question."""

    def __init__(self, document: Document, amounts: list[Amount]) -> None:
        self._document = document
        starts = [block.start for block in document.blocks]
        self._bare = {
            index
            for amount in amounts
            if (index := bisect_right(starts, amount.start) - 1) >= 0 and self._is_bare(index, amount)
        }

    def answers(self, context: Context) -> bool:
        """Tell whether the amount is an answer choice."""
        index = context.block_index
        if "how many" in context.left or CHOICE.match(self._text(index)):
            return True
        if index not in self._bare:
            return False
        first, last = index, index
        while first - 1 in self._bare or (
            first > 0 and index - first < self._REACH and CHOICE.match(self._text(first - 1))
        ):
            first -= 1
        while last + 1 in self._bare:
            last += 1
        question = first > 0 and QUESTION.search(self._text(first - 1)) is not None
        return question or last - first >= 2

    def _text(self, index: int) -> str:
        block = self._document.blocks[index]
        return self._document.folded[block.start : block.end]

    def _is_bare(self, index: int, amount: Amount) -> bool:
        """Tell whether a block says an amount and hardly anything else."""
        block = self._document.blocks[index]
        folded = self._document.folded
        around = folded[block.start : amount.start] + folded[amount.end : block.end]
        return block.end - block.start < 90 and BARE.fullmatch(around) is not None
