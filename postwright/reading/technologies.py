"""Text -> the technologies and products that it names, by guideline record.

Names and aliases are looked up word by word in one table, the longest first. A name that is also a common word ("Go",
"Spark", "Excel") counts only as it is written and only where its surroundings speak of the technology: precision first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late
from postwright.model.reading import TechnologyMention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postwright.guidelines.records import Guidelines, Technology
    from postwright.reading.document import Document

_WORD = late(r"[a-z0-9]+")
_WORD_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_LONGEST_WORD = 60
"""Characters of a word that is cut in two; no name of a technology is longer."""
_TERM_GOES_ON = late(r"[a-z0-9_]|[+#](?![ ,.;)]|$)|\+\+|#")
_FURTHEST = 600
"""Characters on either side that are looked at for context, however long a sentence is."""
_LIST_ITEMS_NEAR = 3
"""List items on either side that count as the same list."""

_SKILL = (
    r"\b(?:experience|experienced|years?|yrs|proficien\w*|knowledge|fluen\w+|skills?|skilled|expertise|"
    r"expert|familiar\w*|background|"
    r"coding|programming|written|code|competen\w+|mastery|command|understanding|certified|worked|coded|built|"
    r"programmed|"
    r"trained)\W{1,3}(?:\w+ ){0,2}?(?:with|in|using|of|on|as an?) "
)
_SKILL_BEFORE = late(
    _SKILL
    + r"(?:the |production |modern |hands-on |solid |professional |commercial |proven |practical )?$|\b(?:years?|"
    r"yrs)\W{1,3}(?:[a-z]+ ){3,4}(?:with|in|using) $|"
    r"\b(?:have|has|ve|having) (?:[a-z]+ly |been )?(?:used|using|written|writing) $|"
    r"\b(?:\d\d?\+?|two|three|four|five|six|seven|eight|nine|ten) (?:years?|yrs)[.']? $"
)
_SKILL_LIST_BEFORE = late(_SKILL + r"(?P<items>(?:[\w+#./-]{1,20}(?: [\w+#./-]{1,20})?(?:, | or | and )){1,4})$")
"""An enumeration of skills whose earlier members are no known technologies ("experience with Lever, Workday")."""
_AFTER_NAME = late(
    r"$|[,.;:)(/|•\n!?]| *(?:\d|(?:or|and|for (?:at least|over|more|\d|[a-z]+ years)|programming|development|"
    r"developer|engineer|language|experience|"
    r"skills?|framework|code|api|certification|is|preferred|required|a plus)\b)| - |\s*$"
)
_SKILL_WORDS = late(
    r"\b(?:experience|skills?|knowledge|proficien\w+|programming|developers?|frameworks?|languages?|tools?|"
    r"software|librar\w+|technolog\w+|stack|"
    r"cod(?:e|ing)|databases?|queries|platforms?|systems|analytics|fluen\w+|certified|expertise|familiar\w*)\b"
)
_FEWEST_IN_A_BARE_LIST = 3
_LIST_JOIN = late(r"\s{0,2}(?:[,/;|•&]\s{0,2})?(?:(?:or|and|and/or)\s)?")
_SAME_LIST = 120
"""Characters between the lines of a list of skills with their years."""
_YEARS_BEHIND = late(r"\s?[:(-]?\s?\d{1,2}\+?\s?(?:years?|yrs?)\b")
_YEARS_ALONE = late(
    r"\s?[:(,-]?\s?(?:at least|minimum(?: of)?|min\.?|over|more than)?\s?(?:\d{1,2}|two|three|four|five|six|seven|"
    r"eight|nine|"
    r"ten|twelve|fifteen)\+?\s?(?:years?|yrs?)\b[^a-z]{0,4}"
)
"""All that an item says behind the name of a technology: "Snowflake - 15 years"."""
_EXPERIENCE_IN_IT = late(r" (?:(?:app |mobile )?development |programming )?(?:experience|exp)\b")
_TRADES = frozenset(("chef", "puppet", "salt"))
"""Names that are trades too, which a line may count the years of."""
_LIST_JOIN_BEFORE = late(r"(?:[,/;|•(&]|\b(?:or|and|and/or))\s{0,2}$")
_LIST_JOIN_AFTER = late(r"\s{0,2}(?:[,/;|•)&]|(?:or|and|and/or)\b)")
_NO_NAME_AFTER: dict[str, re.Pattern[str]] = {
    name: late(pattern)
    for name, pattern in (
        (
            "go",
            (
                r"[- ](?:to\b|live|beyond|above|the\b|for\b|through|into|over|after|green|back|out\b|on\b|further|"
                r"ahead|home|getter|getting|forward|hard|fast|extra|big|wrong|far)"
            ),
        ),
        ("excel", r" (?:in (?!vba|macros)|at\b|as\b|within\b|under\b|and (?:grow|thrive|advance))"),
        ("access", r" (?:to\b|control|management|all\b|our\b|point|network|platform|now|and egress|rights)|ibil"),
        ("express", r" (?:interest|deliver|shipping|your|an?\b|written|consent|scripts|yourself|entry|lane)"),
        ("react", r" (?:to\b|quickly|fast|appropriately|well|native|in\b|calmly)"),
        (
            "teams",
            (
                r" (?:of|to\b|that|who|in\b|at\b|with\b|are|and (?:individuals|leaders|people|stakeholders|clients|"
                r"customers|leadership))"
            ),
        ),
        ("c", r"[-'&]|\.[a-z]| ?(?:level|suite|corp|average)\b"),
        ("r", r"[&'.-](?! )|\.[a-z]| ?&"),
        ("d", r"[&'.-]"),
        ("swift", r" (?:action|response|resolution|transport|code|messag|current|foods?|payment|network)"),
        ("rest", r" (?:of\b|and relaxation|assured|days?|break|period|home)"),
        ("safe", r" (?:and|work|environment|manner|place|operation|space|driving|handling)"),
        ("make", r" (?:a\b|an\b|the\b|sure|your|our|it\b|decisions?|recommend|an impact)"),
        ("slack", r" (?:time|off|season)"),
        ("zoom", r" (?:in|out|call|interview|meeting)"),
        ("spring", r" (?:20\d\d|semester|break|season|term|street|hill|valley|lake|house|into|city|water)"),
        ("spark", r" (?:joy|ideas?|innovation|curiosity|interest|change|growth|creativity|a\b|your|new|foundry|plug)"),
        ("chef", r" (?:de\b|supervisor|manager|and|in\b|or\b|to\b)"),
        ("oracle", r" (?:corporation|park|america|red bull|employees?)"),
    )
}
"""What follows an ambiguous name where it is the common word."""
_NO_NAME_BEFORE: dict[str, re.Pattern[str]] = {
    name: late(pattern)
    for name, pattern in (
        (
            "c",
            (
                r"(?:series|grade|class|vitamin|hepatitis|schedule|type|appendix|level|plan|category|option|part|"
                r"section|unit|tier|phase|ward)[ -]$|[&'$°.-]$|[a-z]\.$"
            ),
        ),
        ("r", r"[&'.-]$|(?:toys|d\.c\.|[a-z]\.)\s?$|part $"),
        ("d", r"[&'.-]$|(?:r |vitamin |part |plan |section |class |3|2)$"),
        ("go", r"(?:to|on the|will|can|and|you|we|must|who|ready to|a|pokemon|pok\u00e9mon) $|-$"),
        (
            "teams",
            (
                r"(?:our|your|the|cross-functional|of|with|and|across|multiple|other|agile|product|engineering|"
                r"lead|leading|manage|managing|build|building|sales|their|all|internal|scrum|development|project|"
                r"business|various|these|both|remote|technical|support|it|data|design|marketing) $"
            ),
        ),
        ("excel", r"(?:to|can|and|will|you'll|who|us) $"),
        (
            "access",
            (r"(?:early|remote|network|internet|market|patient|public|user|equal|open|data|and|with|free|have) $"),
        ),
        ("express", r"(?:american|to|pony|holiday inn|federal|or|panda) $"),
        ("spring", r"(?:silver|the|this|in|colorado|palm|hot|late|early|during|by|next) $"),
        ("rest", r"(?:the|and|meal|a) $"),
        ("spark", r"(?:to|the|a|creative|walmart) $"),
        ("chef", r"(?:a|sous|head|executive|pastry|the|line|private) $"),
        ("epic", r"(?:an|of|truly|user) $"),
        ("agile", r"(?:be|and|an?|is|are|nimble|more|highly) $"),
    )
}


@dataclass(frozen=True, slots=True)
class _Term:
    text: str
    lead: int
    """Characters before the first letter or digit (1 for ".net")."""
    technology: Technology
    written: str
    """The name as the record writes it, where case tells; empty where any case will do."""

    @property
    def needs_context(self) -> bool:
        return bool(self.written)


@made_once
def _table(guidelines: Guidelines) -> dict[str, tuple[_Term, ...]]:
    """Return all terms by their first word, longest first."""
    terms: dict[str, list[_Term]] = {}
    for technology in guidelines.technologies.values():
        for name in (technology.name, *technology.aliases):
            term = _term(name, technology, guidelines.ambiguous_terms)
            if term is not None and (first := _WORD.search(term.text)) is not None:
                terms.setdefault(first.group(), []).append(term)
    return {first: tuple(sorted(found, key=lambda term: -len(term.text))) for first, found in terms.items()}


def _term(name: str, technology: Technology, ambiguous_terms: frozenset[str]) -> _Term | None:
    lowered = name.lower().replace("–", "-").replace("’", "'")
    first = _WORD.search(lowered)
    if first is None:
        return None
    written = name if lowered in ambiguous_terms else ""
    if written and written.islower():  # an alias in small letters: written as the name is, or capitalised
        written = technology.name if technology.name.lower() == lowered else written
    return _Term(lowered, first.start(), technology, written)


def find_technologies(document: Document, guidelines: Guidelines) -> tuple[TechnologyMention, ...]:
    """Return every mention of a known technology, in order, none inside another.

    Offsets index `document.text`; a name within a web or e-mail address is none.
    """
    folded = document.folded
    starts = {sentence.start for sentence in document.sentences}
    ends = {sentence.end for sentence in document.sentences}
    found: list[tuple[int, int, _Term]] = []
    past = 0
    for at, terms in _candidates(document, _table(guidelines), starts | ends):
        if at < past:
            continue
        for term in terms:
            start = at - term.lead
            end = start + len(term.text)
            if (
                start < past
                or not folded.startswith(term.text, start)
                or not _is_bounded(folded, start, end, starts, ends)
            ):
                continue
            if not term.needs_context or _is_written(document.text, start, end, term):
                found.append((start, end, term))
                past = end
                break
    return tuple(_mentions(document, found))


def _candidates(
    document: Document, table: dict[str, tuple[_Term, ...]], borders: set[int]
) -> list[tuple[int, tuple[_Term, ...]]]:
    """Return the offsets of words that terms begin with, in order; "usingPython" is cut where its line break was."""
    words, folded = document.words, document.folded
    found = {at: table[word] for word in words.keys() & table.keys() for at in words[word]}
    for joint in borders:
        if 0 < joint < len(folded) and folded[joint].isalnum() and folded[joint - 1].isalnum():
            whole = _word_around(folded, joint, borders)
            for start, end in pairwise(whole):
                found.pop(start, None)
                terms = table.get(folded[start:end])
                if terms is not None:
                    found[start] = terms
    return sorted(found.items())


def _word_around(folded: str, joint: int, borders: set[int]) -> list[int]:
    """Return the offsets at which the word around `joint` begins, is cut by borders, and ends."""
    start = end = joint
    while start > 0 and folded[start - 1] in _WORD_CHARACTERS and joint - start < _LONGEST_WORD:
        start -= 1
    while end < len(folded) and folded[end] in _WORD_CHARACTERS and end - joint < _LONGEST_WORD:
        end += 1
    return [start, *(at for at in range(start + 1, end) if at in borders), end]


def _is_bounded(folded: str, start: int, end: int, starts: set[int], ends: set[int]) -> bool:
    """Whether a term stands on its own: neither part of a longer word or name nor of an address."""
    if start > 0 and start not in starts:
        before = folded[start - 1]
        if before.isalnum() or before in "_@$":
            return False
        if before == "." and start > 1 and folded[start - 2].isalnum() and folded[start] != ".":
            return False
    if end < len(folded) and end not in ends:
        if _TERM_GOES_ON.match(folded, end):
            return False
        if folded[end] in ".@" and folded[end + 1 : end + 2].isalpha() and end + 1 not in starts:
            return folded[end] == "." and not re.match(r"\.(?:com|io|org|net|dev|ai|co|gov|edu)\b", folded[end:])
    return True


def _is_written(text: str, start: int, end: int, term: _Term) -> bool:
    """Whether an ambiguous name is written as the technology's name, not as the common word."""
    said = text[start:end]
    if said == term.written:
        return not said.islower() or " " in said or not said.isalpha() or said == term.technology.name
    if term.written.islower():
        return said[0].isupper()
    return said.isupper() and len(said) > 2 and not term.written.isupper()


def _mentions(document: Document, found: list[tuple[int, int, _Term]]) -> Iterator[TechnologyMention]:
    """Yield the mentions that are certain, and the ambiguous ones that their surroundings settle."""
    sure = [not term.needs_context for _, _, term in found]
    for first, last in _bare_lists(document, found):
        sure[first:last] = [True] * (last - first)
    certain = [start for (start, _, _), is_sure in zip(found, sure, strict=True) if is_sure]
    ends = {end for (_, end, _), is_sure in zip(found, sure, strict=True) if is_sure}
    settled = _Settled(certain, set(certain), ends)
    scopes = _Scopes(document)
    for (start, end, term), is_sure in zip(found, sure, strict=True):
        if not is_sure:
            if not _is_meant(document, start, end, term, scopes, settled):
                continue
            settled.starts.add(start)
            settled.ends.add(end)
        yield TechnologyMention(term.technology.name, term.technology.id, start, end)


def _bare_lists(document: Document, found: list[tuple[int, int, _Term]]) -> Iterator[tuple[int, int]]:
    """Yield runs of terms that make up a sentence, with nothing but commas and "and" between them ("Go, C and R")."""
    folded = document.folded
    at = 0
    for sentence in document.sentences:
        while at < len(found) and found[at][0] < sentence.start:
            at += 1
        first = at
        while at < len(found) and found[at][1] <= sentence.end:
            at += 1
        if at - first < _FEWEST_IN_A_BARE_LIST:
            continue
        run = found[first:at]
        between = [folded[sentence.start : run[0][0]], folded[run[-1][1] : sentence.end]]
        joins = [folded[one[1] : other[0]] for one, other in pairwise(run)]
        if all(not words.strip(" .,;") for words in between) and all(_LIST_JOIN.fullmatch(words) for words in joins):
            yield first, at


@dataclass(slots=True)
class _Settled:
    """Where technologies stand beyond doubt: those that need no context, and the ambiguous ones already settled."""

    certain: list[int]
    """Starts of those that need no context, in order."""
    starts: set[int]
    ends: set[int]

    def any_within(self, start: int, end: int) -> bool:
        index = bisect_left(self.certain, start)
        return index < len(self.certain) and self.certain[index] < end


class _Scopes:
    """The sentence, and the list, around an offset."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._at = 0

    def around(self, offset: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the spans of the sentence and of the list or line at `offset`; offsets must not go back."""
        sentences, blocks = self._document.sentences, self._document.blocks
        while self._at + 1 < len(sentences) and sentences[self._at + 1].start <= offset:
            self._at += 1
        if not sentences:
            return (0, 0), (0, 0)
        sentence = sentences[self._at]
        first = last = sentence.block
        if blocks[first].kind == "bullet":
            for _ in range(_LIST_ITEMS_NEAR):
                first -= first > 0 and blocks[first - 1].kind == "bullet"
                last += last + 1 < len(blocks) and blocks[last + 1].kind == "bullet"
        least, most = offset - _FURTHEST, offset + _FURTHEST
        nearby = max(blocks[first].start, least), min(blocks[last].end, most)
        return (max(sentence.start, least), min(sentence.end, most)), nearby


def _is_meant(document: Document, start: int, end: int, term: _Term, scopes: _Scopes, settled: _Settled) -> bool:
    """Whether the surroundings of an ambiguous name speak of the technology."""
    folded = document.folded
    sentence, nearby = scopes.around(start)
    before, after = folded[max(sentence[0], start - 60) : start], folded[end : min(sentence[1], end + 40)]
    if _is_listed_beside(folded, start, end, sentence, settled):
        return True
    not_before, not_after = _NO_NAME_BEFORE.get(term.text), _NO_NAME_AFTER.get(term.text)
    if (not_before and not_before.search(before)) or (not_after and not_after.match(after)):
        return False
    if folded[end : end + 1] == "-" and folded[end + 1 : end + 2].isalpha() and len(term.text) < 4:
        return False
    if _YEARS_BEHIND.match(after) and (
        settled.any_within(start - _SAME_LIST, start) or settled.any_within(end, end + _SAME_LIST)
    ):
        return True
    if start == sentence[0] and _is_all_that_is_asked(folded, end, sentence[1], term):
        return True
    if len(term.text) > 1 and _AFTER_NAME.match(after):
        listed = _SKILL_LIST_BEFORE.search(before)
        begins = start - len(before) + listed.start("items") if listed else start
        if _SKILL_BEFORE.search(before) or (len(term.text) > 2 and begins < start and document.text[begins].isupper()):
            return True
    if _USED_BEFORE.search(before) and _FOR_YEARS_BEHIND.match(after):
        return True
    opens = start == sentence[0]
    if _has_context(folded, sentence, start, end, term):
        return not opens or _AFTER_NAME.match(after) is not None or len(term.text) > 2
    capitals = document.text[start:end].isupper() and end - start >= 3
    if capitals and (_SKILL_WORDS.search(folded, *sentence) or settled.any_within(*sentence)):
        return True
    if len(term.text) <= 2 or (opens and end < sentence[1]):
        return False
    return (
        nearby != sentence and _has_context(folded, nearby, start, end, term) and _AFTER_NAME.match(after) is not None
    )


_USED_BEFORE = late(
    r"\b(?:used|using|(?:worked|working) (?:with|in)|(?:coded|coding|written|programmed|developed|"
    r"developing) (?:in |with )?|"
    r"built (?:with|in|on)) ?$"
)
_FOR_YEARS_BEHIND = late(
    r" for (?:(?:at least|more than|over|a minimum of|about|around|some|nearly) )?(?:\d{1,2}|"
    r"[a-z]{3,8})\+? (?:years|yrs)\b"
)
"""What stands before and behind a tool that somebody has used for years: no common word stands there with a capital."""


def _is_all_that_is_asked(folded: str, end: int, last: int, term: _Term) -> bool:
    """Whether a line says of its first word no more than that experience or years of it are asked for."""
    if len(term.text) <= 2 or term.text in _TRADES:
        return False
    return bool(_YEARS_ALONE.fullmatch(folded, end, last) or _EXPERIENCE_IN_IT.match(folded, end))


def _has_context(folded: str, scope: tuple[int, int], start: int, end: int, term: _Term) -> bool:
    """Whether one of the record's context words stands in the scope, outside the name itself."""
    for word in term.technology.context:
        at = folded.find(word, scope[0], scope[1])
        while at >= 0:
            stop = at + len(word)
            apart = stop <= start or at >= end
            if (
                apart
                and not folded[at - 1 : at].isalnum()
                and not (folded[stop : stop + 1].isalnum() and folded[stop : stop + 2] != "s")
            ):
                return True
            at = folded.find(word, stop, scope[1])
    return False


def _is_listed_beside(folded: str, start: int, end: int, sentence: tuple[int, int], settled: _Settled) -> bool:
    """Whether a settled technology is the neighbour in an enumeration ("Python, Go")."""
    join = _LIST_JOIN_BEFORE.search(folded, max(sentence[0], start - 8), start)
    if join is not None and (join.start() in settled.ends or join.start() - 1 in settled.ends):
        return True
    join = _LIST_JOIN_AFTER.match(folded, end, min(sentence[1], end + 8))
    if join is None:
        return False
    following = join.end()
    while following < min(sentence[1], join.end() + 3) and not (
        folded[following].isalnum() or folded[following] == "."
    ):
        following += 1
    return following in settled.starts
