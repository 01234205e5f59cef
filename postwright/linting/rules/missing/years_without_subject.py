"""missing/years-without-subject: years of experience, but not in what."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.requirements import begins_requirement
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.model.reading import Demand
    from postwright.reading.document import Block

_TIMES = ("years", "year", "yrs", "yr", "months")
_SAYS_NOTHING = frozenset(
    ("relevant", "related", "prior", "previous", "work", "working", "job", "professional", "practical", "experience",
     "hands", "on", "demonstrated", "proven", "general", "employment", "of", "progressive", "solid",
     "minimum", "required", "full", "time", "needed", "exp", "practice", "plus", "demonstrable", "equivalent", "or",
     "valid", "documented", "good", "real", "actual", "must", "be", "experienced", "you", "should", "have", "has",
     "worked", "been", "we", "require", "need", "who", "someone", "the", "candidate", "candidates", "a", "at", "least")
)  # fmt: skip
"""Words of a subject that do not tell in what the experience should be."""
_LONGEST_LINE = 45
"""Characters; a longer line is more than an amount."""
_LONGEST_SENTENCE = 240
"""Characters; the next requirement may have been glued to it."""


def _next_begins(text: str, at: int) -> bool:
    """Say whether the next requirement begins here, without the full stop that should part them."""
    return text[at - 11 : at].strip().lower() == "experience" and begins_requirement(text, at)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what may stand before and behind an amount in a line that says nothing else, and a bare amount."""
    empty = (
        r"(?:relevant|related|prior|previous|work(?:ing)?|job|professional|practical|proven|demonstrat(?:ed|able|ive)|"
        r"demonstrable|equivalent|documented|solid|good|real|actual)"
    )
    before = (
        r"(?:\W|\b(?:you|we|the|candidates?|applicants?|have|has|need|needs|must|should|will|ask for|require[sd]?|at|"
        rf"minimum|min|a|an|of|with|about|around|approximately|roughly|circa|least|not less than|no less than|"
        rf"no fewer than|not under|{empty}|experience|exp|level|"
        r"experienced|worked|been at work|years of|requirements|qualifications|be|for|"
        r"looking for|is|over|more than|ideally|preferably|someone|who|people|person)\b){0,20}"
    )
    behind = (
        rf"(?:[\s,.*+!;()'-]|\b(?:of|in|s|{empty}|experience|exp|required|is|are|a must|must|needed|"
        r"necessary|preferred|desired|essential|minimum|min|plus|or more|or above|or over|and (?:above|up)|at least|"
        r"hands[- ]on|non[- ]negotiable|mandatory|compulsory|expected|asked for|as a minimum|under your belt|at work|"
        r"behind you|in work|(?:would be |would |is |are |seems? )(?:the |a |our |about |just )?(?:sweet spot|ideal|"
        r"perfect|great|good|nice|right|enough|plenty|minimum|prerequisite|suit|good fit|"
        r"what we (?:ask(?: for)?|want|need|look for|have in mind))|"
        r"for (?:this|the) (?:position|role|job|post)|to (?:apply|be considered))\b){0,10}"
    )
    number = r"(?:\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen)"
    bare = (
        rf"\W*(?:(?:we|you|the job|candidates?|applicants?|must|will|should|need|needs|require[sd]?|ask for|have|has|"
        r"at least|a|min(?:imum)?(?: of)?|over|more than|about|around) ?){0,6} ?"
        rf"(?!(?:16|18|21) )(?:{number})(?: ?\+)?"
        rf"(?: ?(?:-|to|or) ?{number})?(?: ?\+| or more| plus)? ?(?:years?|yrs?)['.]?(?: ?\+| plus| minimum| or more)?"
        r"(?: (?:is |are )?(?:required|needed|a must|preferred|essential|mandatory|expected))?\W*"
    )
    return late(before), late(behind), late(bare)


def check(context: Context) -> Iterable[Finding]:
    """Remark on each demand that names nothing and whose sentence names nothing either, and on amounts alone."""
    if context.document.words.keys().isdisjoint(_TIMES):
        return
    told = [(d.start, d.end) for d in context.reading.demands if _names_nothing(d) and _is_all(context, d)]
    told += [
        span for span in _bare_amounts(context) if not any(start < span[1] and span[0] < end for start, end in told)
    ]
    for start, end in sorted(told):
        yield Finding(
            rule="",
            severity="notice",
            start=start,
            end=end,
            message=f"“{context.text[start:end]}” of experience: in what?",
            why="",
            source="",
            fixes=(Fix("Say in what the experience should be", "hint"),),
        )


def _names_nothing(demand: Demand) -> bool:
    return demand.min_years > 0 and _SAYS_NOTHING.issuperset(re.findall(r"[a-z]+", demand.subject.lower()))


def _is_all(context: Context, demand: Demand) -> bool:
    """Say whether the sentence holds the amount and the word experience only, and nothing around explains it."""
    document = context.document
    index = bisect.bisect_right(document.sentences, demand.start, key=lambda sentence: sentence.start) - 1
    if index < 0 or not _is_of_requirements(context, demand.start):
        return False
    sentence = document.sentences[index]
    if sentence.end - sentence.start > _LONGEST_SENTENCE or _is_explained(context, sentence.block, sentence.end):
        return False
    before, behind, _ = _patterns()
    if demand.start - 1 == sentence.start and context.text[sentence.start] == "(":
        return False  # the subject stands above
    if not before.fullmatch(document.folded, sentence.start, demand.start):
        return False
    told = behind.match(document.folded, demand.end, sentence.end)
    return told is not None and (told.end() == sentence.end or _next_begins(context.text, told.end()))


def _bare_amounts(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the lines of the requirements that are an amount of years and nothing else."""
    blocks, folded = context.document.blocks, context.document.folded
    for word in _TIMES[:-1]:
        for at in context.document.words.get(word, ()):
            index = bisect.bisect_right(blocks, at, key=lambda block: block.start) - 1
            block = blocks[index]
            if block.end - block.start > _LONGEST_LINE or not _is_of_requirements(context, at):
                continue
            if _patterns()[2].fullmatch(folded, block.start, block.end) and not _is_explained(
                context, index, block.end
            ):
                yield block.start, block.end


def _is_of_requirements(context: Context, offset: int) -> bool:
    """Say whether requirements stand here, or a sentence among the duties that speaks of the candidate."""
    if context.reading.section_at(offset) in ("requirements", "preferred"):
        return True
    folded = context.document.folded
    begin = max(folded.rfind(mark, 0, offset) for mark in (".", "\n", "!", "?"))
    return _OF_THE_CANDIDATE.match(folded, begin + 1) is not None


def _is_explained(context: Context, index: int, end: int) -> bool:
    """Say whether the line above names what the years are in, or the line goes on in the next."""
    blocks, folded = context.document.blocks, context.document.folded
    block = blocks[index]
    if _is_field_of_job(context, index):
        return True
    if folded[block.start : block.end].rstrip(" .")[-1:] in (":", "-", ","):
        return True
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if end >= block.end and after is not None and block.kind != "bullet" and context.text[after.start].islower():
        return True
    above = index - 1
    while block.kind == "bullet" and above > max(0, index - _LONGEST_LIST) and blocks[above].kind == "bullet":
        above -= 1
    return index > 0 and _tells(blocks[above], block, folded)


def _is_field_of_job(context: Context, index: int) -> bool:
    """Say whether a line is the field "Experience: ..." of a header whose other fields name the job and its place."""
    blocks, folded = context.document.blocks, context.document.folded
    if not _FIELD_OF_YEARS.match(folded, blocks[index].start):
        return False
    near = blocks[max(0, index - _FIELDS_NEAR) : index + _FIELDS_NEAR + 1]
    return sum(_FIELD.match(folded, block.start) is not None for block in near) > 0


_FIELD_OF_YEARS = late(
    r"\W*(?:(?:required|work|total|minimum|relevant) )?experience(?: required| level| range)?\W{1,4}:|"
    r"\W*(?:(?:required|work|total|minimum|relevant) )?experience(?: required| level| range)?:"
)
_FIELD = late(
    r"\W*(?:(?:job |position |role )?(?:title|location)|job title|role|position|designation|department)\W{0,3}:"
)
_FIELDS_NEAR = 3
"""Lines above and below in which another field of the header stands."""
_OF_THE_CANDIDATE = late(
    r"\W*(?:you (?:have|need|bring|will (?:have|need|bring)|must have|should have)|you'll (?:have|need|bring)|"
    r"we (?:ask for|"
    r"need|require|expect|look for|are looking for)|(?:the )?(?:ideal |successful )?(?:candidates?|"
    r"applicants?) (?:has|have|must|"
    r"should|will)|minimum|at least)\b"
)
_LONGEST_LIST = 30
"""Lines of a list above which its heading is looked for."""


def _tells(above: Block, block: Block, folded: str) -> bool:
    """Say whether the line above is what an amount belongs to: "Sales experience:", a field of a form."""
    words = re.findall(r"[a-z]+", folded[above.start : above.end])
    if "level" in words and len(words) <= 4:
        return True
    if words == ["experience"]:
        return True
    if above.kind == "heading":
        return "experience" in words and not _HEADINGS.issuperset(words)
    return block.kind == above.kind == "paragraph" and len(words) <= 4


_HEADINGS = _SAYS_NOTHING | frozenset(
    ("requirements", "qualifications", "education", "skills", "and", "the", "your", "you", "background", "need",
     "what", "bring", "preferred", "desired", "knowledge", "abilities", "years", "essential", "criteria", "or",
     "qualification", "requirement", "minimum", "basic", "key", "training", "we", "for", "looking", "are", "to", "have")
)  # fmt: skip
"""Words of headings over all requirements, which tell nothing of one of them."""


RULE = Rule(
    id="missing/years-without-subject",
    severity="notice",
    summary="Years of experience, but not in what",
    why="Readers cannot tell whether their experience counts, and screeners will each decide for themselves.",
    source="Coffman, Collis & Kulkarni (2024), Whether to Apply: clear, exact bars help qualified people to apply",
    check=check,
    fires=(
        Example(text="Requirements:\n- 5 years of experience\n- A steady hand", quote="5 years"),
        Example(text="What you need:\n- A steady hand\n- 4-6 yrs\n- A kiln licence", quote="4-6 yrs"),
        Example(
            text="Requirements:\n- Eight or more years of relevant experience\n- A steady hand",
            quote="Eight or more years",
        ),
        Example(text="Requirements:\n- A steady hand\n- Experience required: 3 years", quote="3 years"),
        Example(
            text="Requirements:\n- A steady hand\n- You have worked for four years or more", quote="four years or more"
        ),
        Example(
            text="Requirements:\n- A steady hand\n- We ask for at least 6 years", quote="We ask for at least 6 years"
        ),
        Example(text="Requirements:\n- A steady hand\n- Two years of experience would be ideal", quote="Two years"),
    ),
    silent=(
        Example(text="Requirements:\n- 5 years of experience in glass blowing\n- A steady hand"),
        Example(text="Requirements:\n- A steady hand"),
        Example(text="Requirements:\n- A steady hand\n- At least 18 years"),
        Example(text="Requirements:\n- You have worked with glass for at least 5 years\n- A steady hand"),
        Example(text="Requirements:\n- 5 years of experience:\n  - in glass blowing\n  - in a shop"),
        Example(text="Glass blowing experience:\n- 5 years\n\nRequirements:\n- A steady hand"),
        Example(text="Requirements:\n- Glass blowing (3+ years experience)\n- A steady hand"),
        Example(text="Requirements:\n- Total work: 3 years (Required)\n- Glass blowing: 1 year (Required)"),
        Example(text="Requirements:\n- 3 years experience Glass Blowing\n- A steady hand"),
        Example(text="Job title: Glass blower\n\nRequired experience: 4-5 years\n\nLocation: Leeds\n\nYou blow glass."),
    ),
)
