"""What a posting calls preferred, thing by thing: the lines under such headings, and what its sentences call a plus."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from postwright.late_pattern import late
from postwright.linting.rule import Context
from postwright.linting.rules.conflict._required import HARD, LONGEST_SENTENCE
from postwright.linting.rules.conflict._things import OPTION, OR, Thing, is_name, pieces, recurs, thing_in
from postwright.reading.document import Document, Sentence
from postwright.reading.sought import Sought

_CUES = frozenset(
    ("preferred", "preferably", "preferable", "desired", "desirable", "bonus", "plus", "asset", "advantage", "nice",
     "advantageous", "optional", "helpful", "beneficial", "welcome", "ideally", "needed", "essential", "required",
     "necessary", "mandatory", "apart", "favour", "favor", "edge", "learned", "learnt", "taught", "teach", "train",
     "worry", "problem", "expect", "expected", "requirement", "condition", "dealbreaker", "breaker", "prerequisite",
     "lovely", "great", "good", "handy", "useful", "points", "better", "insist", "need", "must", "picked", "pick",
     "credit", "love", "yet")
)  # fmt: skip
"""Words of which every sentence that calls a thing preferred has one; the last ones in a few phrases only."""
_NOT = r"(?:is not|are not|isn't|aren't|need not be|would not be|not)"
_A_MUST = (
    r"(?:required|essential|necessary|mandatory|needed|expected(?! to\b)|a (?:must|requirement|condition|"
    r"prerequisite|deal-?\s?breaker))"
)


@cache
def _said_of() -> Sought:
    """Match the end of "X is a plus", "X would be welcome but is not needed"."""
    mark = (
        r"(?:a |an )?(?:strongly |highly |very |big |huge |strong |definite |real |added |great |clear |"
        r"nice )?(?:preferred|"
        r"preferable|"
        r"desired|desirable|nice[- ]to[- ]have|bonus|plus|advantage(?:ous)?|asset|optional|helpful|beneficial|welcome|"
        rf"handy|useful|not (?:strictly |absolutely |always )?{_A_MUST})"
    )
    return Sought(
        rf" (?:is|are|would be|will be|could be|can be)(?: also| considered| seen as)? {mark}\b|,? {mark}\W*$|"
        rf" {_NOT} (?:strictly |absolutely |always )?{_A_MUST}\b(?! to)|"
        r" would be (?:lovely|great|nice|good|a plus|ideal|fantastic|brilliant|perfect)\b|"
        r" (?:will|would|could|can) (?:set you apart|give you an edge|help you stand out|count in your favou?r)\b|"
        r" counts? in your favou?r\b| can be (?:learn(?:ed|t)|taught|picked up)\b|"
        r" (?:is|are) something (?:that )?(?:we can teach|you can learn)\b"
    )


@cache
def _lead() -> re.Pattern[str]:
    have = (
        r"(?:(?:already |also |even )?(?:have|had|hold|held|know|knew|speak|spoke|bring|own|used|"
        r"worked with)(?: already)? )"
    )
    return late(
        r"\W*(?:(?:bonus(?: points)?(?: for| if you have)?|nice[- ]to[- ]haves?|preferred|pluses|desirable|optional|a "
        r"plus|"
        r"good to have)\s*[:-]\s*|"
        rf"(?:ideally|preferably),? (?:you (?:will |would |also )?{have})?|"
        rf"(?:it would be|it'd be|would be|it is|it's) (?:nice|great|good|lovely|a bonus|a plus|an advantage|ideal|"
        rf"helpful) "
        rf"(?:if you(?: have| had)? {have}?|to have )|"
        rf"(?:bonus|extra|brownie) (?:points|credit) (?:if you(?:'ve| have)? {have}?|for )|even better if you(?:'ve|"
        rf" have)? {have}?|"
        rf"we'd love (?:it if you|you to) {have}|"
        r"we (?:do not|don't) (?:expect|require|need|ask for|insist on) (?:any |you to (?:have|know|speak) )?|"
        r"you (?:do not|don't|need not|needn't) (?:need |have )?(?:to )?(?:have |know |speak |hold )?(?:any )?|"
        r"no (?=[^.;?]{2,40}\?$)|"
        r"(?:if|should) you(?:'ve| have)? (?:never|not(?: yet)?) (?:used|worked with|done|touched|"
        r"seen) (?=[^.;]{2,40}, (?:do not|don't|no "
        r"problem|we|that)))"
    )


@cache
def _declined() -> re.Pattern[str]:
    """Match "no knowledge of X is needed", "we will teach you X"."""
    return late(
        rf"\bno (?:prior |previous |particular |existing )?(?P<thing>[^.;:,]{{2,60}}?)(?: yet)? (?:is |"
        rf"are )?(?!expected){_A_MUST}\b|"
        r"\bwe(?:'ll| will| can|'re happy to| are happy to) (?:gladly )?(?:teach|train) you (?:in |on |to use |"
        r"how to use )?"
        r"(?P<taught>[^.;:,]{2,50})"
    )


@cache
def _in_brackets() -> re.Pattern[str]:
    return late(
        r" \((?:a )?(?:strongly |highly )?(?:preferred|desired|desirable|bonus|plus|optional|nice[- ]to[- ]have|"
        r"good to have|an asset|not (?:required|essential|necessary|mandatory))\)"
    )


_CLAUSE_END = late(
    r", (?:finished|completed|started|begun|in progress|ideally|preferably|if (?:possible|you have)|"
    r"don't|do not|no problem|we|which|so|as|since|where|because|that|who|but|though|although|and you|"
    r"including|such|e\.?g|with|not)\b|;| - "
    r"|: "
    r"|\b(?:because|so that|which|including|such as|but|e\.g|in order to)\b"
)
_HAS_A_VERB = late(r"\b(?:is|are|have|has|must|will|can|should|need|needs|want|require\w*|but|you|we)\b|[;:]")
_BRACKETS = late(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_MOST_WORDS = 6
"""Words of a thing; a longer clause says too much to be compared."""


def preferred_things(context: Context, listed: list[tuple[int, int]]) -> Iterator[Thing]:
    """Yield the things that the posting prefers, in order of the text; `listed` are its lists of preferred things."""
    document, folded = context.document, context.document.folded
    cued: set[int] = set()
    for word in _CUES & document.words.keys():
        for at in document.words[word]:
            cued.add(bisect.bisect_right(document.sentences, at, key=_start) - 1)
    for start, end in listed:
        low = bisect.bisect_left(document.sentences, start, key=_start)
        cued.update(range(low, bisect.bisect_left(document.sentences, end, key=_start)))
    for index in sorted(cued - {-1}):
        sentence = document.sentences[index]
        block = document.blocks[sentence.block]
        if sentence.end - sentence.start > LONGEST_SENTENCE or block.kind == "heading":
            continue
        lead = _lead().match(folded, sentence.start, sentence.end)
        if lead and context.reading.section_at(sentence.start) in _NEVER_SAID:
            continue
        if lead and not _UNFIT.search(folded, lead.end(), sentence.end):
            asked = _ASKED_BACK.search(folded, lead.end(), sentence.end)
            yield from _things(context, sentence, lead.end(), asked.start() if asked else sentence.end, named=True)
        elif any(start <= sentence.start < end for start, end in listed):
            end = _marked_end(document, sentence)
            is_label = (
                not _IS_ASKED.search(folded, sentence.start, end)
                and sentence.end < block.end - _LABEL
                and len(folded[sentence.start : end].split()) <= _LABEL
            )
            if not is_label and not _UNFIT.search(_BRACKETS.sub(_blank, folded[sentence.start : end])):
                yield from _things(context, sentence, sentence.start, end)
        elif context.reading.section_at(sentence.start) not in _NEVER_SAID:
            for start, end in _called_preferred(document, sentence):
                yield from _things(context, sentence, start, end, named=True)


_ASKED_BACK = late(r"(?: yet| so far)?\?\W*$")
"""The end of "No Terraform yet?"."""
_IS_ASKED = late(r"\b(?:experience|knowledge|proficiency|familiarity|background) (?:with|in|of)\b")
_LABEL = 3
"""Words of a label before the sentence that explains it: "Testing. You know how to automate it."."""
_UNFIT = late(
    r"\b(?:ability|able|willing\w*|interest(?:ed)?|passion\w*|must|required|mandatory|essential|none|qualifications|"
    r"preferred "
    r"qualif\w*)\b"
)
"""Words of lines under preferred that ask for a wish or a talent, or say something of the list."""


def _start(piece: Sentence) -> int:
    return piece.start


def _marked_end(document: Document, sentence: Sentence) -> int:
    said = _said_of().search(document, sentence.start, sentence.end)
    return said.start() if said else sentence.end


def _called_preferred(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the part of a sentence, elsewhere than under what is preferred, that its own words make preferred."""
    folded, start, end = document.folded, sentence.start, sentence.end
    for mark in _in_brackets().finditer(folded, start, end):
        if folded.startswith(" or", mark.end()):
            continue
        yield _last_piece(folded, start, mark.start()), mark.start()
    for declined in _declined().finditer(folded, start, end):
        yield declined.span("thing" if declined["thing"] else "taught")
    said = _said_of().search(document, start, end)
    if said and not HARD.search(folded, start, said.start()):
        piece = _last_piece(folded, start, said.start())
        if said[0].startswith(" are") and not _HAS_A_VERB.search(folded, start, said.start()):
            piece = start  # "A, B and C are desirable"
        if _GIVES_EXAMPLES.search(folded, start, piece):
            piece = start  # "tools such as A, B or C are a plus"
        if (
            piece == start
            or folded[piece - 2 : piece] == "; "
            or said[0].startswith((" is", " are", " would", " will", " can", " could"))
        ):
            yield piece, said.start()


def _last_piece(folded: str, start: int, end: int) -> int:
    """Return where the last piece of a list begins."""
    return max((folded.rfind(mark, start, end) + len(mark) for mark in (", ", "; ", ". ", ": ", " but ") if
               folded.rfind(mark, start, end) >= 0), default=start)  # fmt: skip


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _things(context: Context, sentence: Sentence, start: int, end: int, *, named: bool = False) -> Iterator[Thing]:
    """Yield the things in a stretch of a sentence, its list taken apart.

    Of a list only technologies are sure, or short names where the sentence itself calls them preferred (`named`).
    """
    document, folded = context.document, context.document.folded
    clause = _CLAUSE_END.search(folded, start, end)
    if clause and _EXAMPLES.search(clause[0]) and not _OTHERS.search(folded, sentence.start, clause.start()):
        for named_too in context.reading.technologies_in(clause.end(), end):
            thing = thing_in(context, sentence, named_too.start, named_too.end)
            if thing is not None and thing.is_technology:
                yield replace(thing, example=True)
    end = clause.start() if clause else end
    line = _BRACKETS.sub(_blank, folded[start:end])
    parts = pieces(line)
    is_list, either = len(parts) > 1, OR.search(line) is not None
    are_names = either and _are_names(context.text[start:end])
    if are_names and is_list:
        parts = pieces(line, cuts=OPTION)
    elif either and not is_list:
        parts += pieces(line, cuts=OR)
    sure = not is_list or are_names or (named and _SHARED_NOUN.search(line.rstrip(" .")) is None)
    years = next((d.min_years for d in context.reading.demands_in(start, end)), None)
    for low, high in parts:
        if not recurs(context, start + low, start + high):
            continue
        thing = thing_in(context, sentence, start + low, start + high)
        if thing is None or len(thing.words) > _MOST_WORDS or not (sure or thing.is_technology):
            continue
        alone = len(parts) == 1 and high - low <= _SHORT_ITEM and document.blocks[sentence.block].kind == "bullet"
        if (
            len(thing.words) > 1
            or named
            or alone
            or thing.is_technology
            or is_name(context.text[thing.start : thing.end])
            or are_names
        ):
            yield replace(thing, either=either, years=years)


_GIVES_EXAMPLES = late(r"\b(?:such as|including|e\.g)\b")
_EXAMPLES = late(r"including|such|e\.g")
_OTHERS = late(
    r"\b(?:others?|another|additional(?:ly)?|multiple|several|more|further|at least|two|three|both|beyond|similar|"
    r"extensive|advanced|deep|strong|expert\w*|certif\w*|years?)\b"
)
"""Words that make examples more than, or other than, the thing that is required."""


def _are_names(line: str) -> bool:
    """Say whether a choice is one of names: "Polish, Czech or Slovak"."""
    names = [line[start:end].split() for start, end in pieces(line, cuts=OPTION)]
    return len(names) > 1 and all(len(name) == 1 and name[0][0].isupper() for name in names)


_NEVER_SAID = frozenset(("pay", "equal_opportunity"))
"""Sections whose sentences speak of no requirement."""
_SHORT_ITEM = 30
"""Characters of a line that is no more than the name of one thing."""
_SHARED_NOUN = late(
    r"\b(?:skills?|abilit\w+|experience|knowledge|principles|practices|processes|procedures|techniques|methods|"
    r"systems?|"
    r"environments?|tools?|concepts|tasks|standards|needs|attitude|background|degree|qualifications?|industry|"
    r"industries|"
    r"setting|settings|sector|field|platforms?|technolog\w+|languages?|data|development|management|challenges|roles?|"
    r"applications?|services|components|programs?|projects?|certifications?|licen[cs]es?)$"
)
"""What all members of a list may share: "written and verbal skills"."""
