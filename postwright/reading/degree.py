"""Document -> the lowest degree that it accepts as sufficient, and whether an equivalent counts.

Every degree that the text names gets a level and a strength from its own clause; the lowest required one wins, a
preferred one counts only where none is required. Licences are no degrees, and degrees of the staff, of pupils or as a
benefit are not asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.model.reading import DegreeRead
from postwright.reading.degree_abbreviations import abbreviations, may_abbreviate
from postwright.reading.degree_strength import replaced_thing, replaces_degrees, stands_in, strengths
from postwright.reading.degree_words import Naming, letter_groups, namings_at
from postwright.reading.section_kinds import SectionKinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postwright.model.reading import DegreeStrength, SectionSpan
    from postwright.model.words import DegreeLevel
    from postwright.reading.document import Document, Sentence

_RANK: dict[DegreeLevel, int] = {
    "high_school": 0, "associate": 1, "unspecified": 2, "bachelor": 2, "master": 3, "professional": 4, "doctorate": 5,
}  # fmt: skip
_MOST = 200
"""Places looked at for each letter group: far more than any posting has."""
_LONGEST = 2_000
"""Characters of a sentence that are read around its degrees."""

_NOT_ASKED_OF = late(
    r"\btuition\b|\breimburse\w*|\bscholarships?\b|\bstudy (?:assistance|leave|support)\b|\bincentives? of\b"
    r"|\b(?:earn|pursue|complete|finish|master|study towards?) (?:your|an? advanced)\b|\bdegree apprentice"
    r"|\b(?:help|support|sponsor|fund)\w* (?:you|employees|staff|our)\b.{0,60}"
    r"|\bour (?:team|engineers|scientists|founders?|staff|people|experts|advisors|colleagues|faculty)\b(?! (?:need|"
    r"seek|look|"
    r"require|is (?:looking|seeking))).{0,60}\b(?:ph\.?ds?|degrees?|mbas?|doctora\w+)|\bteam members (?:with|have|"
    r"hold)\b"
    r"|\b\d+\+? (?:advanced degrees|ph\.?ds|phd's|mbas)\b|\b(?:founded|led|built) by\b|\bacademic attainment\b"
    r"|\bteach(?:es|ing)? (?:\w+ )?(?:undergraduate|graduate|postgraduate|doctoral|college|high school)\b"
    r"|\bno (?:formal |college |university |specific )*(?:degree|diploma) (?:is )?(?:required|needed|necessary)?"
    r"|\bdegree (?:is )?not (?:required|needed|necessary)(?!,? (?:but|although|though))|\bregardless of (?:degree|"
    r"education)"
    r"|\bwithout (?:a )?degrees?\b|\b(?:do not|don't) (?:need|require) (?:a |any )?degree|\bdegree[- ]granting"
    r"|\b(?:we|university|college|school) (?:offers?|builds?|provides?)\b.{0,80}\bdegree|\bclassifications (?:are|"
    r"is) (?:those|defined)"
    r"|\bhigh school (?:students?|teachers?|sports?|seniors?|programs?)\b"
)
_STUDENTS = late(
    r"\b(?:(?:under|post-?)?graduate|ph\.?d|doctoral|master's|masters|mba|college|university)(?: and \w+)? "
    r"(?:students?|interns?|"
    r"courses?|supervision|curricul\w+|admissions|education programs|theses|researchers?|assistants|recruit\w+|"
    r"degree programs)\b"
)
_ENROLLED = late(
    r"\b(?:enroll?ed|current(?:ly)?|pursuing|studying|rising|must be|you are|final[- ]year|penultimate|recent|"
    r"candidates?|"
    r"eligible|open to|require[ds]?|registered|working towards?)\b"
)
_ASKS = late(
    r"\b(?:diploma|require[ds]?|requirements?|must|education|qualifications?|preferred|minimum|candidates?|you(?:'ll)? "
    r"(?:have|hold|possess|need|bring)|equivalent|experience|desired|ideally|essential|level)\b"
)
_SILENT_SECTIONS = frozenset(("company", "team", "benefits", "equal_opportunity", "pay"))
_TITLE_AFTER_NAME = late(r"[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+, $")
_ALTERNATIVE_HEADINGS = ("alternate education", "alternative education", "educational substitution")
_ALTERNATIVE_REACH = 500
"""Characters under such a heading that list what stands in for the education asked for."""
_QUESTION_OF_LEVELS = late(
    r"\bhighest (?:level of |degree|completed )?(?:education|degree|academic)|\beducation level\b.*\?"
)
_LADDER_ANSWER = 90
"""Characters; answers of a questionnaire ("Associate degree") are shorter."""
_SAYS_AMOUNT = late(r"\b(?:years?|experience|required|preferred|minimum|equivalent)\b")


@dataclass(frozen=True, slots=True)
class _Mention:
    level: DegreeLevel
    start: int
    end: int
    strength: DegreeStrength
    sentence: int
    weak: bool
    """A degree of no level beside which one with a level counts."""


def find_degree(document: Document, sections: Sequence[SectionSpan]) -> DegreeRead | None:
    """Return the degree that the text asks for, at the lowest level that it accepts, or None."""
    mentions = list(_mentions(document, sections))
    if not mentions:
        return None
    asked, lower_accepted = _without_alternatives(document.folded, mentions)
    required = [mention for mention in asked if mention.strength != "preferred"]
    considered = required or [mention for mention in asked if mention.sentence == asked[0].sentence]
    considered = [mention for mention in considered if not mention.weak] or considered
    lowest = min(considered, key=lambda mention: (_RANK[mention.level], mention.start))
    strength: DegreeStrength = lowest.strength
    if required:
        same = (mention.strength for mention in required if mention.level == lowest.level)
        strength = "required_or_equivalent" if lower_accepted or "required_or_equivalent" in same else "required"
    return DegreeRead(lowest.level, strength, lowest.start, lowest.end)


def _without_alternatives(folded: str, mentions: list[_Mention]) -> tuple[list[_Mention], bool]:
    """Return the degrees apart from those listed as a stand-in for them, and whether a lower one is among these."""
    places = [at for heading in _ALTERNATIVE_HEADINGS for at in _all(folded, heading)]
    if not places:
        return mentions, False
    main = [mention for mention in mentions if not any(0 < mention.start - at < _ALTERNATIVE_REACH for at in places)]
    if not main:
        return mentions, False
    lowest = min(_RANK[mention.level] for mention in main)
    return main, any(_RANK[mention.level] < lowest for mention in mentions if mention not in main)


def _all(folded: str, words: str) -> Iterator[int]:
    at = folded.find(words)
    for _ in range(_MOST):
        if at < 0:
            return
        yield at
        at = folded.find(words, at + len(words))


def _mentions(document: Document, sections: Sequence[SectionSpan]) -> Iterator[_Mention]:
    folded, sentences = document.folded, document.sentences
    named = _named(document)
    if not named:
        return
    kinds = SectionKinds(sections)
    elsewhere = _is_equivalent_elsewhere(folded, sentences)
    ladder = _answer_ladders(folded, sentences, named)
    for number, namings in named.items():
        sentence = sentences[number]
        kind = kinds.at(sentence.start)
        if number in ladder or not _is_asked(document, sentence, namings, kind):
            continue
        given = strengths(
            folded,
            sentence.start,
            sentence.end,
            namings,
            preferred=kind == "preferred" and not _is_under_education(document, sentence),
        )
        below = _goes_on_below(folded, sentences, number)
        for index, naming in enumerate(namings):
            if _REFUSED.match(folded, naming.end, sentence.end):
                continue
            strength = given[index]
            if strength == "required":
                reach = _reach(folded, namings, given, index, sentence.end)
                own = stands_in(folded, naming.start if index else sentence.start, naming, reach)
                if own or ((elsewhere or below) and naming.level != "high_school") or (below and "experience" in below):
                    strength = "required_or_equivalent"
            weak = naming.level == "unspecified" and (index > 0 or len(namings) == 1)
            yield _Mention(naming.level, naming.start, naming.end, strength, number, weak)


_REFUSED = late(
    r"[^;.,]{0,50}?\b(?:will|would|is|are|does|do|can)(?: not|n't)(?: be)? (?:considered|accepted|enough|sufficient|"
    r"suffice|eligible|count)\b"
)
"""What is said behind a degree that is too low: "BSN-prepared applicants will not be considered"."""


def _is_under_education(document: Document, sentence: Sentence) -> bool:
    """Whether the line above is the bare heading "Education", which ends a list of wishes."""
    if sentence.block == 0:
        return False
    above = document.blocks[sentence.block - 1]
    return document.folded[above.start : above.end].strip(" :-") in (
        "education",
        "educational qualification",
        "academics",
    )


def _reach(folded: str, namings: list[Naming], given: list[DegreeStrength], index: int, end: int) -> int:
    """Return how far words behind a degree can still speak of it: to the next one that is only wished for.

    One in brackets is no border: "a BA (MA preferred) or equivalent experience".
    """
    for later in range(index + 1, len(namings)):
        if given[later] == "preferred":
            opened = folded.rfind("(", namings[index].end, namings[later].start)
            if opened < 0 or ")" in folded[opened : namings[later].start]:
                return namings[later].start
    return end


def _goes_on_below(folded: str, sentences: Sequence[Sentence], number: int) -> str:
    """Return the next sentence where it goes on with "or equivalent ...", else an empty string."""
    words = ""
    for sentence in sentences[number + 1 : number + 3]:
        words = f"{words} {folded[sentence.start : min(sentence.end, sentence.start + 200)]}".strip()
        if words != "or":
            break
    words = _OPTION.sub("or ", words)
    if not words.startswith(("or ", "or,", "equivalent", "in lieu", "(or ")):
        return ""
    return words if replaces_degrees(words) or stands_in(f"- {words}", 0, Naming("bachelor", 0, 1), len(words)) else ""


_OPTION = late(r"^option [2-9a-d][:.)]? (?=\d|one|two|three|four|five|six|seven|eight|equivalent)")


def _named(document: Document) -> dict[int, list[Naming]]:
    """Return the degrees that each sentence names, by its number, in order."""
    text, folded, sentences = document.text, document.folded, document.sentences
    if not sentences:
        return {}
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[Naming]] = {}
    for at, group in letter_groups(folded, _MOST):
        number = max(0, bisect_right(starts, at) - 1)
        sentence = sentences[number]
        namings = list(namings_at(text, folded, at, group, sentence.start, sentence.end))
        if namings:
            found.setdefault(number, []).extend(namings)
    for number in {max(0, bisect_right(starts, at) - 1) for at in may_abbreviate(text)}:
        sentence = sentences[number]
        words = found.get(number, [])
        short = list(abbreviations(text, sentence.start, min(sentence.end, sentence.start + 20 * _LONGEST), words))
        if short:
            found.setdefault(number, []).extend(short)
    return {number: _settled(folded, found[number]) for number in sorted(found)}


def _settled(folded: str, namings: list[Naming]) -> list[Naming]:
    """Return the degrees of a sentence in order, each once; one of no level only where it is the lower alternative."""
    namings.sort(key=lambda naming: (naming.start, -naming.end))
    kept: list[Naming] = []
    for naming in namings:
        if not kept or naming.start >= kept[-1].end:
            kept.append(naming)
        elif kept[-1].level == "unspecified" and naming.level != "unspecified":
            kept[-1] = naming
    named = [naming for naming in kept if naming.level != "unspecified"]
    if not named or len(named) == len(kept):
        return kept
    first = kept[0]
    higher = min(_RANK[naming.level] for naming in named) > _RANK["unspecified"]
    if first.level == "unspecified" and higher and _OR_HIGHER.match(folded, first.end, kept[1].start):
        return [first, *named]
    return named


_OR_HIGHER = late(r"(?: in [\w ,]{2,60})? or (?:an? )?$")


def _is_asked(document: Document, sentence: Sentence, namings: list[Naming], kind: str) -> bool:
    """Whether a sentence that names degrees asks the candidate for one."""
    folded = document.folded
    first, last = namings[0], namings[-1]
    line = folded[max(sentence.start, first.start - 120) : min(sentence.end, last.end + 120, first.start + _LONGEST)]
    if _NOT_ASKED_OF.search(line) or _TITLE_AFTER_NAME.search(document.text, max(0, first.start - 60), first.start):
        return False
    if _STUDENTS.search(line) and not _ENROLLED.search(line):
        return False
    if "substitut" in line and replaced_thing(line) == "experience":
        return False
    if kind in _SILENT_SECTIONS and not _ASKS.search(line):
        return first.start - sentence.start <= 8 and not line[: first.start - sentence.start].strip()[:1].isdigit()
    return True


def _is_equivalent_elsewhere(folded: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence of its own says that experience stands in for a degree."""
    starts = [sentence.start for sentence in sentences]
    numbers = {
        max(0, bisect_right(starts, at) - 1)
        for letters in ("lieu", "substitut", "combination", "equivalent")
        for at in _all(folded, letters)
    }
    return any(
        replaces_degrees(folded[sentences[number].start : min(sentences[number].end, sentences[number].start + 600)])
        for number in numbers
    )


def _answer_ladders(folded: str, sentences: Sequence[Sentence], named: dict[int, list[Naming]]) -> set[int]:
    """Return the sentences that are the answers to "What is your highest education?": all levels one below another."""
    answers: set[int] = set()
    run: list[int] = []
    for number in [*named, len(sentences) + 9]:
        if run and number - run[-1] > 2:
            answers.update(run if _is_ladder(folded, sentences, named, run) else ())
            run = []
        if number < len(sentences):
            sentence = sentences[number]
            line = folded[sentence.start : min(sentence.end, sentence.start + _LADDER_ANSWER)]
            if sentence.end - sentence.start <= _LADDER_ANSWER and not _SAYS_AMOUNT.search(line):
                run.append(number)
    return answers


def _is_ladder(folded: str, sentences: Sequence[Sentence], named: dict[int, list[Naming]], run: list[int]) -> bool:
    levels = {naming.level for number in run for naming in named[number]}
    before = folded[max(0, sentences[run[0]].start - 200) : sentences[run[0]].start]
    return len(levels) >= 3 and ("high_school" in levels or _QUESTION_OF_LEVELS.search(before) is not None)
