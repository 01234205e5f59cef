"""Document -> the quantified experience that it asks of the candidate ("5+ years of Go", "BS + 5 or MS + 3").

Every amount of time is looked at in its sentence (`context`): first whether it certainly is something else
(`exclusions`), then whether the words ask for experience (`evidence`). An amount with neither is left out: silence over
a false alarm. `shorthand` adds the amounts that leave their unit out, `alternatives` says how demands belong together.
"""

from __future__ import annotations

from bisect import bisect_right

from postwright.late_pattern import late
from postwright.model.reading import Demand, SectionSpan, TechnologyMention
from postwright.reading.alternatives import relate
from postwright.reading.context import LONGEST_REACH, Context, Contexts
from postwright.reading.document import Document
from postwright.reading.evidence import asked_for
from postwright.reading.exclusions import BARE, CHOICE, QUESTION, excluded
from postwright.reading.numbers import Amount, find_amounts
from postwright.reading.shorthand import find_continued, find_degree_sums, find_labelled, may_be_added
from postwright.reading.strength import strength_of
from postwright.reading.subjects import kind_of, subject_span

_TIME_WORD = late(r"year|yr|y[ ]?exp|yoe|mo(?:nth|s\b)|mths|decade")


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
    demands = [_demand(document.text, context, technologies, is_first=n == 0) for n, context in enumerate(found)]
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


_JOINING = late(
    r"(?:\band\b|\bor\b|,|\bwith\b|\bincluding\b|\bplus\b|\bof\swhich\b|;|&|\()\s?(?:at\sleast\s|a\sminimum\sof\s|"
    r"minimum\s(?:of\s)?|over\s|an?\s(?:additional\s)?|preferably\s|ideally\s)?\Z"
)
_ACTIVITY = late(
    r"\.?'?s?\s(?:of\s)?(?:in|with|as|on|using|of|[a-z-]{3,}ing|must|should|preferred|required|or|"
    r"equivalent\sto)\b|\s?(?:[,;)(]|$)"
)


_NOUN = late(r"\.?'?s?\s[a-z][a-z0-9+#./-]+")
_NAME_OF_A_LIST = late(r"\.?'?s?\s[a-z][a-z0-9+#./-]*(?:\s[a-z0-9+#./-]+){0,2}\s?(?:[,;.)]|and\b|$)")
"""What is counted in a list: "4 years Java, 2 years Go"."""


def _goes_on(found: list[Context], context: Context) -> bool:
    """Tell whether the amount continues a demand of the same sentence: "5 years in sales and 2 years managing"."""
    if not found or found[-1].sentence != context.sentence or context.amount.compound:
        return False
    if _JOINING.search(context.left) is None:
        return False
    if _ACTIVITY.match(context.right) is not None:
        return True
    noun = _NOUN if context.amount.open else _NAME_OF_A_LIST
    is_listed = context.amount.open or context.section in ("requirements", "preferred")
    return is_listed and noun.match(context.right) is not None


def _left_short(document: Document, spelled: list[Context], amounts: list[Amount]) -> list[Amount]:
    """Return the amounts without a unit of their own that ask for experience."""
    folded = document.folded
    short = find_labelled(folded)
    for context in spelled:
        reach = min(context.sentence.end, context.amount.end + LONGEST_REACH)
        short += find_continued(folded, context.amount.end, reach)
    starts = [sentence.start for sentence in document.sentences]
    for index in sorted({bisect_right(starts, at) - 1 for at in may_be_added(folded)} - {-1}):
        sentence = document.sentences[index]
        short += find_degree_sums(folded, sentence.start, sentence.end)
    starts_taken = [amount.start for amount in amounts]
    kept: list[Amount] = []
    for amount in sorted(set(short), key=lambda amount: amount.start):
        at = bisect_right(starts_taken, amount.start)
        beside = [*amounts[max(0, at - 1) : at + 1], *kept[-1:]]
        if not any(other.start < amount.end and amount.start < other.end for other in beside):
            kept.append(amount)
    return kept


def _demand(text: str, context: Context, technologies: tuple[TechnologyMention, ...], *, is_first: bool) -> Demand:
    """Return the demand that a context states, not yet related to others."""
    amount = context.amount
    floor = amount.maximum if _is_floor(context) else None
    span = subject_span(context, text)
    subject = " ".join(text[span[0] : span[1]].split()) if span else ""
    return Demand(
        start=amount.start,
        end=amount.end,
        quote=text[amount.start : amount.end],
        min_years=round(floor or amount.minimum, 4),
        max_years=None if floor or amount.maximum is None else round(amount.maximum, 4),
        subject=subject,
        strength=strength_of(context),
        kind=kind_of(context, subject, span, technologies, is_first=is_first),
        subject_span=span,
    )


_LESS_THAN = late(r"(?:less|fewer) than|under|below")
_IS_REFUSED = late(
    r"[^.;]{0,90}\b(?:not\s(?:be\s)?(?:considered|eligible|accepted|shortlisted|apply|invited)|(?:will|shall)\sbe\s"
    r"(?:rejected|declined|turned\sdown|ruled\sout|discarded))"
)

_REFUSES = late(
    r"(?:\bno\s(?:calls?|applications?|cvs?|resumes?|candidates|applicants|enquiries|one|people)|"
    r"\b(?:do\snot|don't|cannot|can't|will\snot|won't)\s(?:apply|consider|accept|invite|shortlist|interview|hire)|"
    r"\b(?:we|they)(?:\swill)?\s(?:reject|decline|turn\sdown|rule\sout))\b[^.;:]{0,50}\s$"
)


def _is_floor(context: Context) -> bool:
    """Tell whether who has less is refused: "with less than five years will not be considered" asks for five."""
    at_most = context.amount.minimum == 0 and context.amount.maximum is not None
    if not at_most or _LESS_THAN.match(context.quote) is None:
        return False
    return _IS_REFUSED.match(context.right) is not None or _REFUSES.search(context.left) is not None


class _Choices:
    """Knows which amounts are the answers that a questionnaire offers."""

    _REACH = 14
    """Blocks looked back for the question."""
    _LONGEST_QUESTION = 400
    _LONGEST_ANSWER = 90

    def __init__(self, document: Document, amounts: list[Amount]) -> None:
        self._document = document
        starts = [block.start for block in document.blocks]
        self._bare = {
            index
            for amount in amounts
            if (index := bisect_right(starts, amount.start) - 1) >= 0 and self._is_bare(index, amount)
        }
        self._answers = self._runs()

    def answers(self, context: Context) -> bool:
        """Tell whether the amount is an answer choice."""
        index = context.block_index
        return index in self._answers or "how many" in context.left or self._is_choice(index)

    def _runs(self) -> set[int]:
        """Return the blocks that say little but an amount and follow a question, or stand three in a row."""
        found: set[int] = set()
        first = -1
        for index in sorted(self._bare):
            if index - 1 not in self._bare:
                first = index
            if index + 1 in self._bare:
                continue
            above = first
            while above > 0 and first - above < self._REACH and self._is_choice(above - 1):
                above -= 1
            if index - first >= 2 or (above > 0 and self._asks(above - 1)):
                found.update(range(first, index + 1))
        return found

    def _is_choice(self, index: int) -> bool:
        block = self._document.blocks[index]
        return CHOICE.match(self._document.folded, block.start, block.end) is not None

    def _asks(self, index: int) -> bool:
        block = self._document.blocks[index]
        start = max(block.start, block.end - self._LONGEST_QUESTION)
        return QUESTION.search(self._document.folded, start, block.end) is not None

    def _is_bare(self, index: int, amount: Amount) -> bool:
        """Tell whether a block says an amount and hardly anything else."""
        block = self._document.blocks[index]
        if block.end - block.start >= self._LONGEST_ANSWER:
            return False
        folded = self._document.folded
        return BARE.fullmatch(folded[block.start : amount.start] + folded[amount.end : block.end]) is not None
