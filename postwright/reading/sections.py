"""Document -> its sections: contiguous runs of one kind that cover the whole text.

Headings settle most of it, in every form that postings give them: lines of their own, run-in ("Location: Leeds"), glued
to the text that follows. Between headings, and where there are none, each sentence is weighed by what it says, and the
likeliest sequence of kinds is taken: to change the kind costs more within a paragraph or a list than at a blank line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from postwright.model.reading import SectionSpan
from postwright.model.words import SECTION_KINDS, SectionKind
from postwright.reading.section_cues import CUES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postwright.guidelines.records import Guidelines
    from postwright.reading.document import Block, Document, Sentence

_KIND_INDEX = {kind: index for index, kind in enumerate(SECTION_KINDS)}
_KINDS = len(SECTION_KINDS)

# The costs and bonuses below are in the units of the cue weights (3: a phrase that stands hardly anywhere else). They
# were set by hand on postings read for the purpose; no fact about postings hangs on them.
_HEADING = 9.0
_UNDER_HEADING = 3.4
_UNDER_NEUTRAL_HEADING = 0.8
_RUN_IN_LINE = 5.0
_TITLE_LINE = 4.0
_LONGEST_SCORE = 6.0
"""A sentence full of cues says no more than two sure ones."""
_LEGAL = _KIND_INDEX["equal_opportunity"]
_LONGEST_LEGAL_SCORE = 9.0
"""Several phrases of an equal-opportunity notice leave no doubt."""
_CHANGE = {"sentence": 4.0, "item": 2.0, "line": 2.4, "list": 1.9, "paragraph": 1.7, "heading": 0.2, "field": 0.8}
"""Cost of changing the kind at each sort of border."""
_FADING_IN_LISTS = 0.85
_FADING = 0.55
"""What is left of a heading's hold after each blank line that follows its first list or paragraph."""

_HOLD: dict[SectionKind, float] = {
    "summary": 1.4,
    "company": 2.0,
    "team": 1.6,
    "title": 1.0,
    "other": 2.0,
    "location": 2.0,
    "schedule": 2.0,
}
"""How strongly a heading holds the lines under it, where less than `_UNDER_HEADING`."""
_SETTLED: frozenset[SectionKind] = frozenset(("responsibilities", "requirements", "preferred", "summary", "team"))
_SETTLED_BY_SUMMARY: frozenset[SectionKind] = frozenset(("responsibilities", "team"))
_SETTLES = 0.75
"""A heading settles which of these the lines under it are: duties speak of experience and requirements of tasks."""
_ENDING: frozenset[SectionKind] = frozenset(("equal_opportunity", "company", "process", "benefits", "pay", "other"))
_PLAINLY_ELSEWHERE = 3.0
"""A sentence that is plainly of one of these kinds loosens the hold of the heading above."""
_STICKY: dict[SectionKind, float] = {"equal_opportunity": 1.5}
"""What leaving a kind costs on top: legal texts speak of everything."""
_FIELDS: frozenset[SectionKind] = frozenset(("title", "pay", "location", "schedule", "team", "process"))
"""Kinds whose run-in heading ("Location: Leeds") governs its own line only."""

_CUE_BEGINNINGS = frozenset(
    " ".join(phrase.split(" ")[:count]) for phrase in CUES for count in range(1, phrase.count(" ") + 2)
)
_WORDS = re.compile(r"[a-z0-9&+']+")
_HEADING_WORDS = re.compile(r"[a-z0-9&']+(?:[-/][a-z0-9&']+)*")
_MOST_HEADING_WORDS = 12
_LONGEST_RUN_IN = 70
"""Characters before the colon of a run-in heading."""

_TOO_WEAK_INSIDE_WORDS = """
    about role position job plus pluses process rate rates grade asset assets term type status travel days
    where team opportunity background definition objective description mission values culture vision profile
    work title category industry division department contract class scale stages expectations supervision
    criteria required essential knowledge skills company questions note notes other overview eligibility
    contact deadline languages language license licenses preferred optional desired legal notice visa
    training address remote hybrid location shift insurance retirement rewards introduction interviews
    attributes character employer bonus closing duration evaluation exam examination functions activities
    tasks scope goals outcomes education experience activity virtual agencies veterans reference
    """
_TOO_WEAK_INSIDE = frozenset(_TOO_WEAK_INSIDE_WORDS.split())
"""Headings that, standing inside a longer line, do not make that line their kind."""
_INSIDE_SHORT_WORDS = """
    skills experience education preferred essential tasks location remote benefits training knowledge bonus
    languages insurance overview description summary required desired profile
    """
_INSIDE_SHORT = frozenset(_INSIDE_SHORT_WORDS.split())
"""Those of them that do in a line of at most three words ("Education Level", "Required Skills")."""
_PREFERRED = re.compile(
    r"\b(?:preferred|preferable|preferably|desired|desirable|nice[- ]to[- ]haves?|good to have|bonus|"
    r"a plus|pluses|optional|advantageous|even better|not required|set you apart|stand out)\b"
)
_ABOUT = re.compile(
    r"^(?:about|discover|meet|join|life at|working at|inside|welcome to|"
    r"introducing) (?!you\b)(?:the )?[a-z0-9&'. +-]{2,40}$"
)
_YOU_WILL = re.compile(
    r"\b(?:you will|you'll|will|responsible for|you'd|responsibilities include|duties include|include)$"
)
_YOU_HAVE = re.compile(
    r"\b(?:must have|should have|will have|must|should|you have|if you|you'll have|able to|who|you are|"
    r"requires)$"
)
_IF_YOU = re.compile(r"\b(?:if|if you|if you're|if you are|because you)$")
_WIDE = re.compile(r"qualif|skill|require|experience|attribute|competenc")
"""A heading that speaks of a list rather than of the one thing after its colon ("Preferred: a ladder")."""
_NEW_REQUIREMENTS = re.compile(r"qualif|require|minimum|must|essential|need|bring|you|looking|candidate|profile")
_NEUTRAL_HEADING = re.compile(r"description|^(?:the )?(?:role|position|job|opportunity|profile)$")
_QUESTION_HEADING = re.compile(r"^(?:what|who|why|how|where)\b")
_CAPITAL_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z'’]*")
_NAME_TWICE = re.compile(
    r"(?:About|The Company|Company Description|Who is|"
    r"Join) (?:the )?(?P<name>[A-Z][\w&+.'’ -]{2,40}?)(?=(?P=name))"
)
"""A heading with the employer's name, joined to a sentence that begins with it ("About AcmeAcme is a ...")."""
_AT_EMPLOYER = re.compile(
    r"(?:Here at|At) [A-Z][\w&+.'’-]*(?: (?:of |and |& |the )?[A-Z][\w&+.'’-]*){0,5},? (?:we|our|you|everyone|"
    r"people|the|it)\b"
)
_EMPLOYER_IS = re.compile(
    r"(?P<name>[A-Z][\w&+.'’-]*(?:,? (?:of |and |& |the |for )?[A-Z][\w&+.'’-]*){0,6}(?: \([A-Z][\w&. -]{1,30}\))?),? "
    r"(?:is|are|has|was|provides|offers|helps|delivers|serves|operates|connects|enables|believes|combines|"
    r"builds|makes|brings|continues|"
    r"develops|creates|works|strives|exists|started|began|employs|supports|specialises|specializes|leads|"
    r"powers|owns)\b"
)
_NO_EMPLOYER = re.compile(
    r"^(?:the (?!\w+ (?:company|group|institute|agency|foundation|university))|this|these|that|we|you|your|"
    r"our|it|they|there|here|in|as|a|an|if|all|no|not|what|who|how|why|when|experience|knowledge|"
    r"ability|applicants?|candidates?|work|position|location|salary|pay|must|each|some|any|employees?|"
    r"please|under|proven|strong|join|background|training)\b"
    r"|\b(?:engineer|scientist|manager|analyst|developer|director|nurse|associate|specialist|officer|"
    r"coordinator|assistant|lead|team|role|position|"
    r"incumbent|candidate|intern|consultant|representative|department|degree|architect|technician|"
    r"administrator|accountant|designer|supervisor)s?\b"
)
_STRONG_ALONE = frozenset(
    ("responsibilities", "qualifications", "requirements", "benefits", "duties", "salary", "perks", "accountabilities")
)
_SENTENCE_END = re.compile(r"[.!?;][\"'”’)]*$")


@dataclass(slots=True)
class _Unit:
    """A sentence, or a heading, with what precedes it up to the unit before."""

    start: int
    end: int
    block: int
    first: bool
    """Whether it opens its block."""
    border: str
    heading: SectionKind | None = None
    heading_span: tuple[int, int] | None = None
    alone: bool = False
    """Whether the heading is a line of its own."""
    unknown_heading: bool = False


class _Headings:
    """The headings of the guidelines, ready to be looked up."""

    def __init__(self, guidelines: Guidelines) -> None:
        self.kinds: dict[str, SectionKind] = {}
        for rule in guidelines.sections.values():
            for heading in (rule.heading.lower(), *rule.headings):
                key = " ".join(_HEADING_WORDS.findall(heading))
                if key:
                    self.kinds.setdefault(key, rule.kind)  # type: ignore[arg-type]
        self.house = {
            " ".join(_HEADING_WORDS.findall(rule.heading.lower())): rule.kind
            for rule in guidelines.sections.values()
            if rule.heading
        }
        self.kinds.update(self.house)  # type: ignore[arg-type]
        self.beginnings = frozenset(
            " ".join(key.split(" ")[:count]) for key in self.kinds for count in range(1, key.count(" ") + 2)
        )
        self.first_words = frozenset(key.split(" ", 1)[0] for key in self.kinds)
        self.longest = max((key.count(" ") + 1 for key in self.kinds), default=0)

    def exact(self, folded: str) -> SectionKind | None:
        """Return the kind that a heading of exactly these words opens."""
        return self.kinds.get(" ".join(_HEADING_WORDS.findall(folded)))

    def of_line(self, folded: str) -> SectionKind | None:
        """Return the kind that a heading line opens, judged by the listed headings that it contains."""
        words = _HEADING_WORDS.findall(_BRACKETS.sub(" ", folded))
        if not words or len(words) > _MOST_HEADING_WORDS:
            return None
        line = " ".join(words)
        kind = self.kinds.get(line)
        if kind is None:
            kind = "requirements" if _IF_YOU.search(line) else self._inside(words)
            if kind in (None, "summary") and folded.rstrip().endswith(":"):
                kind = _by_last_words(line) or kind
            if kind is None and _ABOUT.match(line):
                return "company"
        if kind == "requirements" and _PREFERRED.search(folded) and not re.search(r"\b(?:required|minimum)\b", line):
            return "preferred"
        return kind

    def _inside(self, words: list[str]) -> SectionKind | None:
        """Return the kind of the longest listed heading within a line; the last of several as long."""
        for length in range(min(len(words), self.longest), 0, -1):
            found: SectionKind | None = None
            for at in range(len(words) - length + 1):
                phrase = " ".join(words[at : at + length])
                if length == 1 and phrase in _TOO_WEAK_INSIDE and not (len(words) <= 3 and phrase in _INSIDE_SHORT):
                    continue
                found = self.kinds.get(phrase, found)
            if found is not None:
                return found
        return None

    def longest_at(self, text: str, folded: str, start: int) -> tuple[int, SectionKind] | None:
        """Return the end and kind of the longest listed heading that starts at `start`."""
        end = min(len(folded), start + _LONGEST_RUN_IN)
        key = ""
        best: tuple[int, SectionKind] | None = None
        for word, stop in _pieces(text, folded, start, end):
            key = f"{key} {word}" if key else word
            if key not in self.beginnings:
                if (
                    word[-1] == "a" and text[stop - 1] == "A" and key[:-1] in self.kinds
                ):  # "WE OFFERA collaborative ..."
                    best = stop - 1, self.kinds[key[:-1]]
                break
            kind = self.kinds.get(key)
            if kind is not None:
                best = (stop, kind)
        return best


def _pieces(text: str, folded: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield words from `start` on, split where a lost line break joined two ("QualificationsBachelor")."""
    at = start
    for match in _HEADING_WORDS.finditer(folded, start, end):
        gap = match.start() - at
        if gap > 3 or (gap and _ENDS.search(folded, at, match.start())):
            return
        joint = _JOINT.search(text, match.start() + 1, match.end())
        if joint:
            yield folded[match.start() : joint.start()], joint.start()
            return
        yield match.group(), match.end()
        at = match.end()


_ENDS = re.compile(r"[.:;!?\n()|•]")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_JOINT = re.compile(r"(?<=[a-z'’])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Z]{3})(?=A [a-z])")


def _by_last_words(line: str) -> SectionKind | None:
    if _YOU_HAVE.search(line):
        return "requirements"
    if _YOU_WILL.search(line):
        return "responsibilities"
    return None


_headings: dict[str, _Headings] = {}


def _headings_of(guidelines: Guidelines) -> _Headings:
    headings = _headings.get(guidelines.fingerprint)
    if headings is None:
        headings = _Headings(guidelines)
        _headings.clear()
        _headings[guidelines.fingerprint] = headings
    return headings


def find_sections(document: Document, guidelines: Guidelines) -> tuple[SectionSpan, ...]:
    """Return the sections of a text in order: they touch, and together cover all of it."""
    if not document.text:
        return ()
    headings = _headings_of(guidelines)
    units = _units(document, headings)
    if not units:
        return (SectionSpan("other", 0, len(document.text)),)
    openers = _house_headings(document, units, headings)
    kinds = _as_headed(units, openers) if openers else _likeliest(units, list(_scores(document, units)))
    return tuple(_spans(document, units, kinds))


_FEWEST_HOUSE_HEADINGS = 4
"""With so many headings exactly as a draft writes them, a text is one of our own drafts."""


def _house_headings(document: Document, units: list[_Unit], headings: _Headings) -> frozenset[int]:
    """Return which units open the sections of one of our own drafts; none where the text is another's."""
    text, folded = document.text, document.folded
    alone = [
        (number, document.blocks[unit.block])
        for number, unit in enumerate(units)
        if unit.heading is not None and unit.alone and _is_own_line(text, document.blocks[unit.block])
    ]
    house = [
        (number, block)
        for number, block in alone
        if " ".join(_HEADING_WORDS.findall(folded[block.start : block.end])) in headings.house
    ]
    if len({folded[block.start : block.end] for _, block in house}) < _FEWEST_HOUSE_HEADINGS or 2 * len(house) < len(
        alone
    ):
        return frozenset()
    marked = text[house[0][1].line_start] == "#"
    return frozenset(
        number
        for number, block in alone
        if not marked or (text[block.line_start] == "#" and block.level == house[0][1].level)
    )


def _as_headed(units: list[_Unit], openers: frozenset[int]) -> list[int]:
    """Return the kinds of a draft's units: what its headings say, and the title line above them."""
    kind = _KIND_INDEX["title"]
    kinds = []
    for number, unit in enumerate(units):
        if number in openers:
            kind = _KIND_INDEX[unit.heading]  # type: ignore[index]
        elif kind == _KIND_INDEX["title"] and number > 0 and unit.heading is None and not unit.unknown_heading:
            kind = _KIND_INDEX["summary"]
        else:
            unit.alone = False
        kinds.append(kind)
    return kinds


def _units(document: Document, headings: _Headings) -> list[_Unit]:
    """Return sentences and headings in order; each starts where the one before ends."""
    text, folded, blocks = document.text, document.folded, document.blocks
    units: list[_Unit] = []
    above: Block | None = None
    last_block = -1
    for sentence in _whole_headings(document):
        block = blocks[sentence.block]
        first = sentence.block != last_block
        if block.kind == "heading" and not first:  # a heading is one unit, however it is punctuated
            continue
        if first:
            border = _border(text, above, block)
            above, last_block = block, sentence.block
        else:
            border = "sentence"
        start = block.line_start if first else sentence.start
        stop_at = block.end if block.kind == "heading" else sentence.end
        for number, (at, stop) in enumerate(_split_at_headings(text, folded, sentence.start, stop_at, headings)):
            unit = _Unit(
                start if number == 0 else at,
                stop,
                sentence.block,
                first and number == 0,
                border if number == 0 else "sentence",
            )
            _set_heading(document, unit, at, stop, block, headings)
            units.append(unit)
    for unit, following in pairwise(units):
        unit.end = following.start
    if units:
        units[0].start, units[-1].end = 0, len(text)
    return units


def _whole_headings(document: Document) -> Iterator[Sentence]:
    """Yield the sentences, a heading that was cut in two ("Desired | Qualifications: ...") put together again."""
    text = document.text
    above: Sentence | None = None
    for sentence in document.sentences:
        if above is not None and _is_cut_heading(text, above, sentence):
            above = replace(above, end=sentence.end)
            continue
        if above is not None:
            yield above
        above = sentence
    if above is not None:
        yield above


def _is_cut_heading(text: str, above: Sentence, below: Sentence) -> bool:
    return (
        text[above.end : below.start] in ("", " ")
        and _HEADING_START.fullmatch(text, above.start, above.end) is not None
        and _HEADING_REST.match(text, below.start, below.end) is not None
    )


_HEADING_START = re.compile(r"(?:[A-Z][A-Za-z]*|&|and|or)(?: (?:[A-Z][A-Za-z]*|&|and|or)){0,2}")
_HEADING_REST = re.compile(r"[A-Z][A-Za-z]*(?: (?:[A-Z][A-Za-z]*|&|and|or|of|for|the)){0,4} ?:")


def _border(text: str, above: Block | None, block: Block) -> str:
    if above is None:
        return "paragraph"
    gap = text[above.end : block.line_start]
    if above.kind == "bullet" and block.kind == "bullet":
        return "item"
    if gap.count("\n") > 1:
        return "paragraph"
    if "\n" not in gap:
        return "line" if block.kind != above.kind else "item"
    return "line" if above.kind == block.kind else "list"


def _split_at_headings(text: str, folded: str, start: int, end: int, headings: _Headings) -> list[tuple[int, int]]:
    """Cut a sentence where a known heading was joined to what stands before it."""
    cuts = [start]
    opening = headings.longest_at(text, folded, start)
    past = opening[0] if opening is not None else start + 1
    for word in _CAPITAL_WORD.finditer(text, start + 1, end):
        at = word.start()
        if at < past or folded[at : word.end()] not in headings.first_words:
            continue
        found = headings.longest_at(text, folded, at)
        if found is not None and _opens(text, folded, at, found[0]):
            cuts.append(at)
            past = found[0]
    cuts.extend(match.start() for match in _NAME_TWICE.finditer(text, start + 1, end) if match.start() not in cuts)
    cuts.sort()
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _opens(text: str, folded: str, start: int, stop: int) -> bool:
    """Whether the listed heading in text[start:stop] opens a section there."""
    words = folded[start:stop].split()
    before = text[start - 1] if start else "\n"
    glued = not before.isspace()
    after_sentence = glued or (start > 1 and text[start - 2] in ".!?:;)•|\n")
    strong = len(words) > 1 or words[0] in _STRONG_ALONE
    above = None if after_sentence else _LAST_WORD.search(text, max(0, start - 30), start)
    rest = text[stop : stop + 14]
    if (
        above is not None and above.group(1)[0].isupper() and not (len(words) > 2 and _COLON_AFTER.match(rest))
    ):  # in the middle of a longer heading or a name
        return False
    if _COLON_AFTER.match(rest):
        return (strong or after_sentence) and not (
            before.isalnum() and before.isupper() and not strong and words[0] not in _FIELD_WORDS
        )
    if not rest.strip() or rest[0] == "\n":
        return strong and after_sentence
    joined = rest[0].isupper() or rest[0].isdigit() or rest[0] in _MARKS
    if joined:
        capitals = text[start:stop].isupper()
        return strong or capitals or before in ".)!?"
    if not _NEW_START.match(rest):
        return False
    if rest.lstrip()[:1] in _MARKS:
        return strong or after_sentence or words[0] in _ALONE_BEFORE_LIST
    if _QUESTION_HEADING.match(folded[start:stop]):
        return len(words) > 2
    if words[-1] in _STRONG_ALONE:
        return True
    return after_sentence and len(words) > 1 and _is_capitalised(text[start:stop])


def _is_capitalised(phrase: str) -> bool:
    return (
        all(word[0].isupper() for word in phrase.split() if len(word) > 3 or word[0].isupper())
        and phrase[-1].isalnum()
        and (phrase.split()[-1][0].isupper())
    )


_MARKS = "•·●▪◦*–—-"
_COLON_AFTER = re.compile(r"[?!]?\s{0,2}(?:\([^)]{0,9}\))?[*_]{0,2}:")
_NEW_START = re.compile(r"[?!]?\s+(?:[A-Z0-9]|[•·●▪◦*–—-]\s?\S)")
_LAST_WORD = re.compile(r"(\S+)\s*$")
_ALONE_BEFORE_LIST = frozenset(
    (
        "desirable",
        "desired",
        "preferred",
        "required",
        "essential",
        "skills",
        "education",
        "experience",
        "tasks",
        "bonus",
    )
)
_FIELD_WORDS = frozenset(
    (
        "location",
        "duration",
        "salary",
        "pay",
        "schedule",
        "hours",
        "department",
        "contract",
        "rate",
        "position",
        "experience",
        "education",
        "shift",
    )
)


def _set_heading(document: Document, unit: _Unit, start: int, stop: int, block: Block, headings: _Headings) -> None:
    """Find out whether a unit is a heading or begins with one."""
    text, folded = document.text, document.folded
    whole = unit.first and start <= block.start and stop >= block.end
    line = folded[start:stop]
    if whole and block.kind == "heading" and (_is_own_line(text, block) or text[stop - 1] == ":"):
        kind = headings.of_line(line)
        if kind is None:
            kind = _run_in(text, folded, start, stop, headings)[0]
        unit.heading, unit.alone, unit.unknown_heading = kind, True, kind is None
        unit.heading_span = (start, stop)
        return
    if whole and block.kind != "bullet" and len(line) <= _LONGEST_RUN_IN and not _SENTENCE_END.search(line):
        kind = headings.exact(line)
        if kind is None and _is_own_line(text, block) and _looks_like_heading(text[start:stop]):
            kind = headings.of_line(line)
        if kind is not None and text[start : start + 1].isupper():
            unit.heading, unit.alone, unit.heading_span = kind, True, (start, stop)
            return
    kind, end = _run_in(text, folded, start, stop, headings)
    if kind is not None:
        rest = text[end:stop].strip(" :*_\t")
        unit.heading, unit.heading_span, unit.alone = kind, (start, end), not rest and (whole or not unit.first)


_TITLE_LABELS = frozenset(("position", "job title", "title", "role", "job", "position title", "vacancy", "post"))


def _is_short(line: str) -> bool:
    return 0 < len(line.split()) <= 9 and not _SENTENCE_END.search(line.strip())


def _is_own_line(text: str, block: Block) -> bool:
    """Whether a block begins and ends where the text has line breaks, rather than where one was guessed."""
    return (block.line_start == 0 or text[block.line_start - 1] in "\n\r") and text[block.end : block.end + 1] in (
        "",
        "\n",
        "\r",
    )


def _looks_like_heading(line: str) -> bool:
    """Whether the words of a line are written with capitals, as only headings are."""
    if "," in line:
        return False
    words = [word for word in re.findall(r"[A-Za-z][\w'’-]*", line) if len(word) > 3]
    return bool(words) and len(words) <= 7 and all(word[0].isupper() for word in words)


def _run_in(text: str, folded: str, start: int, stop: int, headings: _Headings) -> tuple[SectionKind | None, int]:
    """Return the kind and end of a heading that a line begins with: before a colon, or glued to what follows."""
    while start < stop and not text[start].isalnum():
        start += 1
    if start < stop and not (text[start].isupper() or text[start].isdigit()):
        return None, start
    twice = _NAME_TWICE.match(text, start, stop)
    if twice is not None:
        return "company", twice.end()
    colon = folded.find(":", start, min(stop, start + _LONGEST_RUN_IN))
    if colon > start:
        head = folded[start:colon]
        if head.strip() in _TITLE_LABELS and _is_short(folded[colon + 1 : stop]):
            return "title", colon + 1
        kind = headings.exact(head)
        if kind is None and len(head.split()) <= 6 and "," not in head:
            kind = headings.of_line(head + ":")
        if kind is not None:
            return kind, colon + 1
    found = headings.longest_at(text, folded, start)
    if found is None:
        return None, start
    end, kind = found
    if _opens(text, folded, start, end) or re.match(r" ?[-–—] ?\S", folded[end:stop]):
        return kind, end
    return None, start


def _scores(document: Document, units: list[_Unit]) -> Iterator[list[float]]:
    """Yield for each unit how well each kind fits: what it says, and the heading that it stands under."""
    blocks = document.blocks
    above = _Above(document)
    title_may_go_on = True
    for number, unit in enumerate(units):
        block = blocks[unit.block]
        above.loosen(unit, block, blocks[unit.block - 1])
        scores = _content(document.text, document.folded, unit, block)
        if title_may_go_on:
            title_may_go_on = _is_title_line(document.text, unit, block, number)
            if title_may_go_on and unit.heading is None:
                scores[_KIND_INDEX["title"]] += _TITLE_LINE if max(scores) < 3 else 1.0
        if unit.heading is not None:
            scores = [score * 0.5 for score in scores]
            scores[_KIND_INDEX[unit.heading]] += _HEADING if unit.alone else _RUN_IN_LINE
            above.take(unit, unit.heading, block)
        elif not unit.unknown_heading:
            above.pull(scores)
        yield scores


class _Above:
    """The heading that a unit stands under, and how strongly it still holds."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._kind: SectionKind | None = None
        self._hold = 0.0
        self._level = 0
        self._astray = 0
        """Lines in a row that plainly speak of something else."""
        self._has_body = False
        self._is_neutral = False
        """Under "Description" the content decides."""
        self._one_line = False
        self._is_list = False

    def loosen(self, unit: _Unit, block: Block, before: Block) -> None:
        """Weaken the hold at headings of unknown kind and after the list or paragraph that the heading opened."""
        if unit.unknown_heading:
            deeper = block.level > self._level > 0
            self._hold *= 0.8 if deeper or not self._has_body else 0.4
        elif self._absorbs(unit):
            unit.heading, unit.unknown_heading = None, unit.alone
        if self._has_body and _is_past_list(unit, block, before):
            self._hold *= _FADING if block.kind != "bullet" else _FADING_IN_LISTS

    def _absorbs(self, unit: _Unit) -> bool:
        """Whether a heading only divides a list of wishes ("Experience: ..." under "Preferred qualifications")."""
        if unit.heading != "requirements" or self._kind != "preferred" or not self._is_list or self._hold <= 0.5:
            return False
        return _NEW_REQUIREMENTS.search(self._heading_text(unit)) is None

    def _heading_text(self, unit: _Unit) -> str:
        return self._document.folded[slice(*(unit.heading_span or (0, 0)))]

    def take(self, unit: _Unit, kind: SectionKind, block: Block) -> None:
        """Let a new heading govern what follows; a run-in field governs nothing but its own line."""
        if not unit.alone and kind in _FIELDS:
            return
        heading = self._heading_text(unit)
        self._kind, self._hold, self._level, self._astray = kind, 1.0, block.level, 0
        self._has_body = not unit.alone
        self._is_list = unit.alone or _WIDE.search(heading) is not None
        self._is_neutral = kind == "summary" and _NEUTRAL_HEADING.search(heading) is not None
        self._one_line = (kind in _FIELDS or "report" in heading) and not _is_own_line(self._document.text, block)

    def pull(self, scores: list[float]) -> None:
        """Add to the scores of a unit what its heading says; a unit that plainly says otherwise loosens the hold."""
        self._has_body = True
        if self._kind is None:
            return
        own = _KIND_INDEX[self._kind]
        self._settle(scores, self._kind)
        said = max(range(_KINDS), key=scores.__getitem__)
        elsewhere = SECTION_KINDS[said] in _ENDING and scores[said] - scores[own] >= _PLAINLY_ELSEWHERE
        strength = _UNDER_NEUTRAL_HEADING if self._is_neutral else _HOLD.get(self._kind, _UNDER_HEADING)
        scores[own] += strength * self._hold
        self._astray = self._astray + 1 if elsewhere else 0
        if self._astray > 1 or self._one_line or (elsewhere and scores[said] >= _LONGEST_SCORE):
            self._hold *= _FADING
        self._one_line = False

    def _settle(self, scores: list[float], kind: SectionKind) -> None:
        """Take from the kinds that the heading rules out: duties under "Requirements" are still requirements."""
        if kind not in _SETTLED or kind == "team" or self._is_neutral:
            return
        for other in _SETTLED_BY_SUMMARY if kind == "summary" else _SETTLED:
            if other != kind:
                scores[_KIND_INDEX[other]] *= 1 - _SETTLES * self._hold


def _is_past_list(unit: _Unit, block: Block, above: Block) -> bool:
    """Whether a unit comes after the list or the paragraph that a heading opened."""
    if unit.heading is not None or unit.unknown_heading or not unit.first or unit.border not in ("paragraph", "list"):
        return False
    return not (block.kind == above.kind == "bullet" and unit.border == "paragraph")


def _content(text: str, folded: str, unit: _Unit, block: Block) -> list[float]:
    """Return the weights of the cues that a unit's words give, by kind."""
    scores = [0.0] * _KINDS
    start = unit.heading_span[1] if unit.heading_span and not unit.alone else unit.start
    words = _WORDS.findall(folded, start, unit.end)
    if not words:
        return scores
    if unit.first:
        for length in (2, 1):
            cue = CUES.get("^" + " ".join(words[:length]))
            if cue is not None:
                for kind, weight in cue:
                    scores[_KIND_INDEX[kind]] += weight
                break
    at, count = 0, len(words)
    while at < count:
        phrase = words[at]
        length = 0
        for following in range(at + 1, count + 2):
            if phrase not in _CUE_BEGINNINGS:
                break
            if phrase in CUES:
                length = following - at
            if following >= count:
                break
            phrase = f"{phrase} {words[following]}"
        if length:
            for kind, weight in CUES[" ".join(words[at : at + length])]:
                scores[_KIND_INDEX[kind]] += weight
        at += max(1, length - 1)
    if block.kind != "bullet" and not unit.alone:
        _add_employer(text, folded, start, unit.end, scores)
    most = max(scores)
    if most > _LONGEST_SCORE:
        legal = min(scores[_LEGAL], _LONGEST_LEGAL_SCORE)
        scores = [score * _LONGEST_SCORE / most for score in scores]
        scores[_LEGAL] = max(scores[_LEGAL], legal)
    return scores


def _add_employer(text: str, folded: str, start: int, end: int, scores: list[float]) -> None:
    """Add what the subject of a sentence tells: "At Acme, we ...", "Acme Ltd is ..."."""
    while start < end and not text[start].isalnum():
        start += 1
    if _AT_EMPLOYER.match(text, start, end):
        scores[_KIND_INDEX["company"]] += 3.0
        return
    subject = _EMPLOYER_IS.match(text, start, end)
    if subject is not None and not _NO_EMPLOYER.search(folded[start : subject.end("name")]):
        scores[_KIND_INDEX["company"]] += 2.5


def _is_title_line(text: str, unit: _Unit, block: Block, number: int) -> bool:
    """Whether a unit can still belong to the header lines: short, not a sentence, not a heading of something else."""
    if unit.alone and unit.heading not in (None, "title"):
        return False
    if number > 8 or unit.heading not in (None, "title", "location", "schedule", "pay"):
        return False
    if block.kind == "bullet":
        return False
    line = text[unit.start : unit.end].strip()
    words = line.split()
    return len(words) <= 12 and not _SENTENCE_END.search(line) and not (unit.unknown_heading and block.level > 1)


_LEAVING = tuple(_STICKY.get(kind, 0.0) for kind in SECTION_KINDS)


def _likeliest(units: list[_Unit], scores: list[list[float]]) -> list[int]:
    """Return the sequence of kinds with the highest score, changes of kind paid for (Viterbi, linear in the units)."""
    totals = list(scores[0])
    came_from: list[list[int]] = []
    for before, unit, score in zip(units, units[1:], scores[1:], strict=False):
        cost = _CHANGE["heading"] if unit.heading is not None else _CHANGE[unit.border]
        if before.heading in _FIELDS and not before.alone:
            cost = min(cost, _CHANGE["field"])
        leaving = [total - extra for total, extra in zip(totals, _LEAVING, strict=True)]
        best = max(range(_KINDS), key=leaving.__getitem__)
        changed = leaving[best] - cost
        origins = [kind if total >= changed else best for kind, total in enumerate(totals)]
        totals = [(total if total >= changed else changed) + gain for total, gain in zip(totals, score, strict=True)]
        came_from.append(origins)
    kind = max(range(_KINDS), key=totals.__getitem__)
    kinds = [kind]
    for origins in reversed(came_from):
        kind = origins[kind]
        kinds.append(kind)
    kinds.reverse()
    return kinds


def _only_heading(unit: _Unit) -> bool:
    return unit.alone and unit.heading is not None


def _spans(document: Document, units: list[_Unit], kinds: list[int]) -> Iterator[SectionSpan]:
    """Yield one span for each run of a kind; a heading line opens a new one even where the kind stays."""
    start, heading = 0, None
    for number, (unit, kind) in enumerate(zip(units, kinds, strict=True)):
        fitting = unit.heading is not None and unit.heading == SECTION_KINDS[kind]
        changes = number > 0 and (
            kind != kinds[number - 1] or (fitting and unit.alone and not _only_heading(units[number - 1]))
        )
        if changes:
            yield SectionSpan(SECTION_KINDS[kinds[number - 1]], start, unit.start, heading)
            start, heading = unit.start, None
        if fitting and heading is None and (changes or number == 0):
            heading = unit.heading_span
    yield SectionSpan(SECTION_KINDS[kinds[-1]], start, len(document.text), heading)
