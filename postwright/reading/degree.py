"""Document -> the lowest degree that it accepts as sufficient, and whether an equivalent counts.

Every mention of a degree gets a level and a strength from its own clause; the lowest required one wins, a preferred one
counts only where none is required. Licences are no degrees, and degrees of the staff or as a benefit are not asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.model.reading import DegreeRead
from postwright.reading.section_kinds import SectionKinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postwright.model.reading import DegreeStrength, SectionSpan
    from postwright.model.words import DegreeLevel
    from postwright.reading.document import Document, Sentence

_RANK: dict[DegreeLevel, int] = {
    "high_school": 0, "associate": 1, "unspecified": 2, "bachelor": 2, "master": 3, "professional": 4, "doctorate": 5,
}  # fmt: skip

# Words, on lower-case text with plain quotes.
_WORDS: tuple[tuple[DegreeLevel, str], ...] = (
    (
        "high_school",
        r"high[- ]?school(?: (?:diploma|degree|graduat\w+|education|certificate|level|or (?:equivalent|ged|"
        r"g\.e\.d)|equivalen\w+))"
        r"|high school(?=[ /,(]{1,3}(?:or (?!college|university|the college)|ged|g\.e\.d|required|"
        r"preferred))|\bhs (?:diploma|degree|graduate)|h\.s\. diploma|\bged\b|\bg\.e\.d\b|"
        r"secondary school (?:diploma|education|certificate)|"
        r"secondary education|\bhigh school\b(?= *$)|general education(?:al)? (?:diploma|development)|"
        r"\bgcses?\b(?= (?:grade|in|or|maths|including))",
    ),
    (
        "associate",
        r"associate'?s?'? ?(?:'s)?(?:'?s)? degree|associates? of (?:arts|science|applied)|associate's\b|"
        r"\bassociate(?= \((?:required|preferred)\))|(?:two|2)[- ]year (?:college |technical |"
        r"university )?(?:degree|college|program|diploma)"
        r"|technical institute degree|\ba\.?a\.?s?\.? degree|\ba\.?s\.? degree|associate/bachelor|"
        r"associate or bachelor|foundation degree|\bhnd\b|technical college degree",
    ),
    (
        "bachelor",
        r"b ?achelor'?s?'?(?:'s)?(?:[- ]level)?|baccalaureate|(?:four|4)[- ]?year[s]?,? (?:undergraduate |"
        r"college |university |accredited |technical )*(?:degree|college|university|program|ba\b|bs\b)|"
        r"\bundergraduate (?:degree|program)|\b(?:enrolled|current|"
        r"rising)[^.;\n]{0,40}\bundergraduate (?:or graduate )?student|\bany graduate\b|"
        r"\b(?:honou?rs|first) degree|\bcollege (?:or university )?graduates?\b(?= (?:with|in|or|preferred|"
        r"required|from)|[,.;)]|$)(?! requirements)|graduate of a four|(?:degree|college|"
        r"university) \(?(?:four|4)[- ]years?",
    ),
    (
        "master",
        r"\bmaster'?s?'?(?:'s)?(?= (?:degree|of (?:science|arts|business|public|engineering|social|"
        r"education|library|fine|health)|in\b|level|or\b|and\b|preferred|required|qualification|program|"
        r"student)|[,/)(.;]|$)(?<!scrum master)(?<!web master)|\bmasters?'? ?(?:\(|/ ?ph)|\bmaster's\b|"
        r"\bmasters\b|"
        r"\b(?:post-?)?graduate (?:degree|level degree|qualification)|\badvanced degree|\bmba\b|"
        r"\bm\.b\.a\b|\bpostgraduate\b",
    ),
    ("doctorate", r"\bph\.? ?d\.?(?:'?s)?\b|\bdoctorate\b|\bdoctoral\b|\bd\.phil\b|\bdphil\b|\bdoctor of philosophy"),
    (
        "professional",
        r"\bjuris doctor(?:ate)?|\blaw degree|\b(?:university |college )?degree in law\b|"
        r"\bmedical doctor\b|\bd\.v\.m\b|\bj\.d\b|\bpharm\.? ?d\b|\bm\.d\b|\bmedical (?:degree|"
        r"qualification)|\bdoctor of (?:medicine|pharmacy|veterinary)|\bdvm\b|\bd\.d\.s\b|"
        r"\bnursing (?:degree|diploma|qualification)|\b(?:degree|diploma|qualification) in (?:nursing|"
        r"medicine|dentistry|pharmacy|veterinary|law\b)|"
        r"\b(?:higher )?(?:legal|medical) education\b(?! (?:program|event|material))|\bdoctor of (?:law|"
        r"dental|osteopath)|\bgraduat(?:e|ion|ed) (?:of|from) (?:an? |the )?(?:\w+,? ){0,3}?(?:(?:school|"
        r"program|college) (?:of|in) (?:professional |practical |registered )?(?:nursing|medicine|law)|"
        r"nurs(?:e|ing) (?:program|school|college))|"
        r"\b(?:qualified|registered) (?:nurse|doctor|physician|pharmacist) degree|\bll\.?b\b|\bmbbs\b|"
        r"\bmbchb\b|\bdr\.?ph\b|"
        r"\b(?:medicine|dental|veterinary|pharmacy) degree|\blaw (?:school )?graduate|\b(?:medical|"
        r"law) school graduate|"
        r"\b(?:complet\w+ (?:of )?|accredited |approved )(?:an? )?(?:accredited |"
        r"approved )?(?:registered )?nurs(?:e|ing) (?:program|school|education)",
    ),
    (
        "unspecified",
        r"\b(?:university|college|relevant|technical|related|quantitative|stem|accredited|science|"
        r"engineering|business|formal|numerate|academic|higher|tertiary|recognised|recognized|cs|"
        r"computer science|accounting|finance|appropriate) (?:\w+ )?(?:level )?degree\b|\bdegree[- ](?:in|"
        r"level|or|qualified|educated|from|holder|required|preferred|qualification|with|program|and)\b"
        r"|\b(?:a|an|or|your|university|college) degree\b(?! of)|\bdegree(?=[,.;:)]| *$|/)|"
        r"\bhigher (?:\w+ )?education\b(?= (?:in|is|required|degree|diploma|preferred|or\b)|[,;.)]|"
        r"$)(?! or research)|\buniversity (?:education|graduate)\b|\bgraduates? (?:from|of|in) (?:a |an |"
        r"the )?(?:\w+ )?(?:university|college|statistics|mathematics|computer|engineering)|"
        r"\bdegree\b(?= \()",
    ),
)
_WORD_MENTION = re.compile("|".join(f"(?P<{level}>{pattern})" for level, pattern in _WORDS))
# Abbreviations, on the text as written: capitals tell them from words, states and products.
_AFTER_ABBREVIATION = (
    r"(?= ?[/,(&+]|[,;]? (?:in\b|or\b|and\b|degree|/|required|preferred|level|from|with|\(|desired|equivalent|"
    r"is\b|program|\+|plus)|[.;)]|\s*$|[A-Z][a-z]| [A-Z][a-z]+ing\b)"
)
_ABBREVIATIONS: tuple[tuple[DegreeLevel, str], ...] = (
    (
        "bachelor",
        r"B\.? ?Sc\.?|B\.S\.?(?:c\.?)?|BSN\b|B\.A\.?|BS(?:EE|CS|ME|BA|CE)\b|B\.? ?Tech\b|B\.? ?Eng\b|"
        r"B\.E\b\.?|BE/B|BBA\b|B\.? ?Com\b|BCA\b|BFA\b|BS\b(?= ?/ ?(?:BA|MS|MA))|BA ?/ ?(?:BS|MA)c?\b|"
        rf"B[AS]/B[AS]c?\b|BS\b{_AFTER_ABBREVIATION}|BA\b(?= (?:in\b|or (?:BS|B\.|higher|equivalent|MA)|"
        rf"degree|/)|/|,? (?:BS|"
        r"B\.S)| \(| required| preferred)|BSc\b|BEng\b",
    ),
    (
        "master",
        r"M\.? ?Sc\.?\b|M\.S\.?(?!\w)|M\.A\.?(?!\w)|M\.? ?Eng\b|M\.? ?Tech\b|M\.? ?Phil\b|MPH\b|MPA\b|"
        r"MPP\b|MLI?S\b|MSW\b|MFA\b|MSN\b(?! messenger)|MCA\b|MS(?:EE|CS)\b|M\.E\.\b|LL\.M\b|"
        r"LLM\b(?= (?:degree|in (?:[a-z]+ )?law)|[,/ ]+(?:or )?(?:JD|LLB))|"
        r"MS\b(?=/(?:PhD|Ph|MA|BS)|,? (?:in (?!Office|Excel|Word|SQL|Access)|or (?:PhD|Ph\.|higher|MA|M\.|"
        r"equivalent|[A-Z]?[a-z]*doct)|degree|and PhD|required|preferred|\+|with \d|plus \d)|"
        r", (?:or )?(?:PhD|Ph\.)| ?\(|[.;)]|\s*$)|(?<=BS/)MS\b|(?<=BS or )MS\b|(?<=/ )MS\b|(?<=BS, )MS\b|"
        r"(?<=BA/)MA\b|MA\b(?=/MS| in [A-Z]| degree| or PhD| or Ph\.| or MS| preferred)",
    ),
    (
        "doctorate",
        r"PhD\b|PHD\b|Ed\.?D\b|DBA\b(?= degree| or PhD)|DNP\b",
    ),
    (
        "professional",
        r"JD\b(?! Edwards|E\b)(?= ?[/,.;)(]| (?:degree|from|or|and|required|preferred|with)|\s*$)|"
        r"(?<!, )MD\b(?=/|,? (?:or|and|DO\b|degree|PhD|required|preferred)|\))(?<!, MD)|DDS\b|PharmD\b|"
        r"J\.D\.|M\.D\.",
    ),
)
_ABBREVIATED = re.compile(
    r"(?<![A-Z&\d])(?<![A-Z]\.)(?:" + "|".join(f"(?P<{level}>{pattern})" for level, pattern in _ABBREVIATIONS) + ")"
)
_HINT = re.compile(
    r"degree|adn|bachel|nurse|nursing|law\b|\bllb|mbbs|medical|legal|master|ph\.? ?d|doctor|diploma|"
    r"school|\bged\b|g\.e\.d|associate|college|universit|graduate|gcse|\bhnd\b|baccal|\bmba\b|postgrad|"
    r"higher education|secondary|four[- ]year|4[- ]year|\bb\.|\bj\.?d\b|\bm\.|\bll|pharm|\bdvm"
)
_HINT_ABBREVIATED = re.compile(
    r"B\.? ?(?:[AEST]|Com|Eng|Tech)|M\.? ?(?:[APSECTFDL]|Eng|Tech|Phil)|Ph\.?D|PHD|\bJ\.?D\b|\bEd\.?D\b|"
    r"\bD(?:BA|NP|DS)\b|\bLL|\bBCA|\bBFA|\bBBA"
)

_NOT_ASKED_OF = re.compile(
    r"\btuition\b|\breimburse\w*|\bdegrees? (?:of|fahrenheit|celsius|c\b|f\b)|\b(?:90|180|270|"
    r"360)[- ]?degrees?\b|\bhigh school (?:students?|teachers?|sports?|seniors?|programs?)\b|\bour (?:team|"
    r"engineers|scientists|founders|staff)\b.{0,60}\bph\.?d|"
    r"\bstudents (?:in|from|at)\b|\bscholarships?\b|\bstudy assistance\b|\bearn (?:your|a|an)\b|"
    r"\b(?:master|pursue) your\b|\bteach(?:es|ing)? (?:\w+ )?(?:undergraduate|graduate|postgraduate|"
    r"doctoral)\b|\b(?:undergraduate|graduate|doctoral|postgraduate|phd) (?:courses|education programs|"
    r"supervision|curricul\w+|admissions)\b|\bno degree (?:is )?(?:required|needed|necessary)|"
    r"\bdegree (?:is )?not (?:required|needed|necessary)|\bregardless of (?:degree|education)"
)
_ASKS = re.compile(
    r"\b(?:degree|diploma|require[ds]?|requirements?|must|education|qualifications?|preferred|minimum|"
    r"candidates?|you have|equivalent|experience)\b"
)
_SILENT_SECTIONS = frozenset(("company", "team", "benefits", "equal_opportunity", "pay"))

_PREFERRED = re.compile(
    r"\b(?:(?:strongly |highly |is |are |also )*(?:preferred|desired|desirable|preferable|advantageous|"
    r"welcomed)|a (?:strong |big |huge |definite )?(?:plus|bonus|advantage|asset)|an (?:added )?(?:plus|"
    r"advantage|asset)|is (?:a )?plus|nice to have|would be (?:great|nice|ideal|beneficial)|beneficial|"
    r"not (?:required|essential|necessary|mandatory)|optional|welcome)\b"
)
_PREFERRED_BEFORE = re.compile(
    r"\b(?:prefer(?:red|ably|ence|s)?|ideally|desired|desirable|bonus|nice to have|a plus|plus|"
    r"optional(?:ly)?)\b[^.;]{0,28}$"
)
_REQUIRED = re.compile(r"\b(?:required|must|mandatory|essential|minimum|is a requirement|necessary|at least)\b")
_BREAKS = re.compile(
    r"[;.!?\n•]|\b(?:experience|years?|certifi\w+|licen[sc]\w+|knowledge|skills|familiarity|proficien\w+|"
    r"ability|understanding)\b"
)
_FIELD_LIST = re.compile(
    r"\b(?:or|field|discipline|area|degree|equivalent|major|science|engineering|studies|related|mathematics|"
    r"statistics|economics|finance)\b"
)

_EQUIVALENT = re.compile(
    r"\b(?:or|/|and/or)\s{1,3}(?:an? |the |some |its |any |have |has )?(?:foreign )?(?:equivalent|"
    r"equivalency|commensurate|comparable)(?: (?:of|to|in))?(?! (?:fields?|disciplines?|degrees?|majors?|"
    r"subjects?|area|diploma|qualification|certificate|school))\b"
    r"|\bequivalent[,]? (?:and |or |years of |in |amount of |related |relevant |practical |"
    r"work(?:ing)?[ /]?|professional |industry |job |military |hands-on |life |technical |business |"
    r"relatable |direct |level of |level |real[- ]world |prior |demonstrated |field |research |"
    r"\w+ )?(?:experience|combination|training|skills|knowledge)"
    r"|\b(?:combination|mix) of (?:\w+,? ){0,4}?(?:education|experience|training)|\bin lieu of\b|"
    r"\bsubstitut\w+|\bor (?:\w+ ){0,2}?(?:relevant|related|similar|practical|proven|work|working|"
    r"professional|industry|commensurate|significant|applicable|military|industrial|prior|direct|extensive|"
    r"demonstrable) (?:\w+ )?experience"
    r"|\bor (?:\(?\d+\)?|"
    r"\w+)\+?(?: \(\d+\))?[-–+ ]*(?:to \d+ )?years? (?:of )?(?:\w+ ){0,3}?experience(?! (?:with|in|and|for|"
    r"plus) (?:a|an|the)? ?(?:master|bachelor|ph|doct|graduate|adv))|\bdegree or (?:\w+ )?experience\b|"
    r"\bor experience\b|\bequivalency\b|\bexperience (?:may|can|will) be (?:considered|accepted|used)|"
    r"\bor qualified by experience|\bin place of\b|\binstead of (?:a )?degree|\band/or (?:equivalent |"
    r"relevant |related )?(?:work )?experience"
)
_EQUIVALENT_BELOW = re.compile(
    r"^\W*(?:or |an? )?(?:equivalent|in lieu|substitut)|\bin lieu of (?:a |an |"
    r"the )?(?:\w+ ){0,2}?(?:degree|education)|\bsubstitut\w+ (?:for|of) (?:the |a |an |"
    r"up to )?(?:\w+ ){0,3}?(?:degree|education|bachelor|master|college)|\b(?:degree|education|"
    r"college)\b.{0,60}\b(?:may|can) be substituted|"
    r"\bequivalent (?:combination|substitut\w+)|\beducation ?/ ?experience substitut|"
    r"\bequivalent education/experience|\bcombination of (?:education|training|experience)"
)
_EXPERIENCE_STANDS_IN = re.compile(
    r"\bequivalent (?:\w+[ /]){0,2}?(?:experience|combination)|\b(?:combination|mix) of\b|\bin lieu of\b|"
    r"\bsubstitut\w+|\bor (?:relevant|related|work) (?:\w+ )?experience"
)
"""For school diplomas a bare "or equivalent" means the equivalency test, which is the same level."""
_TABLE_MARK = re.compile(r"^[^\w\n]{0,3}\((required|preferred)\)")


@dataclass(frozen=True, slots=True)
class _Mention:
    level: DegreeLevel
    start: int
    end: int
    strength: DegreeStrength


def find_degree(document: Document, sections: Sequence[SectionSpan]) -> DegreeRead | None:
    """Return the degree that the text asks for, at the lowest level that it accepts, or None."""
    mentions = list(_mentions(document, sections))
    if not mentions:
        return None
    required = [mention for mention in mentions if mention.strength != "preferred"]
    if not required:
        first = mentions[0]
        return DegreeRead(first.level, "preferred", first.start, first.end)
    specific = [mention for mention in required if mention.level != "unspecified"] or required
    lowest = min(specific, key=lambda mention: (_RANK[mention.level], mention.start))
    equivalent = any(
        mention.strength == "required_or_equivalent" for mention in required if mention.level == lowest.level
    )
    strength: DegreeStrength = "required_or_equivalent" if equivalent else "required"
    return DegreeRead(lowest.level, strength, lowest.start, lowest.end)


def _mentions(document: Document, sections: Sequence[SectionSpan]) -> Iterator[_Mention]:
    text, folded = document.text, document.folded
    sentences = document.sentences
    kinds = SectionKinds(sections)
    elsewhere: bool | None = None
    for number in _worth_reading(text, folded, sentences):
        sentence = sentences[number]
        found = _found(text, folded, sentence)
        if not found:
            continue
        kind = kinds.at(sentence.start)
        line = folded[sentence.start : sentence.end]
        if _NOT_ASKED_OF.search(line) or (
            kind in _SILENT_SECTIONS and not _ASKS.search(line) and found[0][1] - sentence.start > 8
        ):
            continue
        if elsewhere is None:
            elsewhere = _is_equivalent_below(folded, sentences)
        below = folded[sentences[number + 1].start : sentences[number + 1].end] if number + 1 < len(sentences) else ""
        equivalent = elsewhere or bool(
            re.match(r"^\W*(?:or|equivalent|in lieu)\b", below) and _EQUIVALENT.search(f"or {below}")
        )
        yield from _with_strengths(folded, sentence, found, preferred=kind == "preferred", equivalent=equivalent)


def _worth_reading(text: str, folded: str, sentences: Sequence[Sentence]) -> list[int]:
    """Return the sentences in which a letter group stands that every degree word has one of (fast: plain search)."""
    starts = [sentence.start for sentence in sentences]
    numbers: set[int] = set()
    for body, hints in ((folded, _HINTS), (text, _ABBREVIATION_HINTS)):
        for hint in hints:
            at = body.find(hint)
            while at >= 0:
                number = bisect_right(starts, at) - 1
                numbers.add(max(0, number))
                following = sentences[max(0, number)].end
                at = body.find(hint, max(at + 1, following))
    return sorted(numbers) if sentences else []


_HINTS = (
    "degree", "adn", "bachel", "achelor", "nurs", "law", "llb", "ll.b", "mbbs", "mbchb", "medical", "legal",
    "master", "phd", "ph.", "doctor", "diploma", "high school", "high-school", "secondary", "ged", "g.e.d",
    "associate", "college", "universit", "graduate", "gcse", "hnd", "baccal", "mba", "m.b.a", "postgrad",
    "higher", "-year", " year", "j.d", "m.d", "pharm", "dvm", "d.v.m", "d.d.s", "dphil", "d.phil", "dr.ph",
    "drph", "juris",
)  # fmt: skip
_ABBREVIATION_HINTS = (
    "BS", "BA", "B.", "B S", "BE", "BT", "BC", "BF", "BBA", "B T", "B E", "MS", "MA", "M.", "MP", "ML", "MF",
    "MC", "ME", "MT", "M T", "M E", "LL", "PhD", "PHD", "Ed", "DBA", "DNP", "JD", "J.", "MD", "DDS", "Pharm",
)  # fmt: skip


def _is_equivalent_below(folded: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence of its own says that experience stands in for a degree."""
    return any(
        _EQUIVALENT_BELOW.search(folded, sentence.start, min(sentence.end, sentence.start + 600))
        and _SAYS_EDUCATION.search(folded, sentence.start, min(sentence.end, sentence.start + 600))
        for sentence in sentences
        if any(hint in folded[sentence.start : sentence.end] for hint in _STANDING_IN)
        and not _HIGHER_ONLY.search(folded, sentence.start, min(sentence.end, sentence.start + 600))
    )


_STANDING_IN = ("lieu", "substitut", "combination", "equivalent")
_HIGHER_ONLY = re.compile(r"\b(?:graduate|advanced|master'?s?|doctoral|post-?graduate) degree|\bph\.?d")
_SAYS_EDUCATION = re.compile(r"\b(?:degree|education|bachelor|college|minimums?|training|academic)")


def _found(text: str, folded: str, sentence: Sentence) -> list[tuple[DegreeLevel, int, int]]:
    """Return level and span of each degree word of a sentence in order, overlaps resolved to the more telling one."""
    found: list[tuple[DegreeLevel, int, int]] = []
    if _HINT.search(folded, sentence.start, sentence.end):
        for match in _WORD_MENTION.finditer(folded, sentence.start, sentence.end):
            found.append((match.lastgroup, match.start(), match.end()))  # type: ignore[arg-type]
    if _HINT_ABBREVIATED.search(text, sentence.start, sentence.end):
        for match in _ABBREVIATED.finditer(text, sentence.start, sentence.end):
            found.append((match.lastgroup, match.start(), match.end()))  # type: ignore[arg-type]
    found.sort(key=lambda mention: (mention[1], -mention[2]))
    kept: list[tuple[DegreeLevel, int, int]] = []
    for mention in found:
        if kept and mention[1] < kept[-1][2]:
            continue
        kept.append(mention)
    if any(level != "unspecified" for level, _, _ in kept):
        kept = [mention for mention in kept if mention[0] != "unspecified"]
    return kept


def _with_strengths(
    folded: str, sentence: Sentence, found: list[tuple[DegreeLevel, int, int]], *, preferred: bool, equivalent: bool
) -> Iterator[_Mention]:
    """Yield the mentions of a sentence with the strength that each one's own clause gives it."""
    strengths: list[DegreeStrength] = []
    following: DegreeStrength | None = None
    tail_end = sentence.end
    for number in range(len(found) - 1, -1, -1):
        level, start, end = found[number]
        tail = folded[end:tail_end]
        strength = _strength_after(tail)
        head = folded[max(sentence.start, start - 60) : start] if number == 0 else folded[found[number - 1][2] : start]
        if (
            strength is None
            and following is not None
            and (_is_joined(tail) or (level == found[number + 1][0] and _is_joined(tail.replace("(", " "))))
        ):
            strength = following
        if strength is None and _PREFERRED_BEFORE.search(head) and not _REQUIRED.search(head.rsplit("prefer", 1)[-1]):
            strength = "preferred"
        if strength is None:
            strength = "preferred" if preferred else "required"
        strengths.append(strength)
        following, tail_end = strength, start
    strengths.reverse()
    stands_in = equivalent or bool(_EQUIVALENT.search(folded, found[0][1], sentence.end))
    school_stands_in = _EXPERIENCE_STANDS_IN.search(folded, found[0][1], sentence.end)
    for (level, start, end), strength in zip(found, strengths, strict=True):
        if strength == "required" and (stands_in if level != "high_school" else bool(school_stands_in)):
            strength = "required_or_equivalent"
        yield _Mention(level, start, end, strength)


def _strength_after(tail: str) -> DegreeStrength | None:
    """Return the strength that the words right after a degree give it, or None where they are silent."""
    mark = _TABLE_MARK.match(tail)
    if mark is not None:
        return "preferred" if mark.group(1) == "preferred" else "required"
    preferred = _PREFERRED.search(tail)
    required = re.search(r"\b(?:required|mandatory|essential)\b(?<!not required)(?<!not essential)", tail)
    if required is not None and (preferred is None or required.start() < preferred.start()):
        return "required" if not _BREAKS.search(tail, 0, required.start()) else None
    if preferred is None or _BREAKS.search(tail, 0, preferred.start()):
        return None
    last = tail[: preferred.start()].rpartition(",")
    if last[1] and last[2].strip() and not _FIELD_LIST.search(last[2]):
        return None
    return "preferred"


def _is_joined(tail: str) -> bool:
    """Whether a degree word is one of several alternatives that share what follows ("BS/MS")."""
    return (
        len(tail) <= 24
        and re.fullmatch((r"(?:'?s)?(?: degree)?[\s/,.&]*(?:or|and|and/or)?[\s/]*(?:an? |the )?"), tail) is not None
    )
