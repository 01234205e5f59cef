"""The headings that open each kind of section: looked up as lines, inside longer lines, and at a place in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.words import SectionKind

HEADING_WORDS = late(r"[a-z0-9&']+(?:[-/][a-z0-9&']+)*")
_MOST_HEADING_WORDS = 12
_OPENING = 3
"""Letters by which most words are told from those that a heading can begin with."""
LONGEST_RUN_IN = 70
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
WISHED = late(
    r"\b(?:preferred|preferable|preferably|desired|desirable|nice[- ]to[- ]haves?|good to have|bonus|"
    r"a plus|pluses|optional|advantageous|even better|not required|set you apart|stand out)\b"
)
SAY_WISHED = frozenset(
    (
        *("preferred", "preferable", "preferably", "desired", "desirable", "nice", "good", "bonus", "plus", "pluses"),
        *("optional", "advantageous", "even", "not", "set", "stand"),
    )
)
"""Words one of which is in everything that `WISHED` finds."""
_ABOUT = late(
    r"^(?:about|discover|meet|join|life at|working at|inside|welcome to|"
    r"introducing) (?!you\b)(?:the )?[a-z0-9&'. +-]{2,40}$"
)
_YOU_WILL = late(r"\b(?:you will|you'll|will|responsible for|you'd|responsibilities include|duties include|include)$")
_YOU_HAVE = late(
    r"\b(?:must have|should have|will have|must|should|you have|if you|you'll have|able to|who|you are|"
    r"requires)$"
)
_IF_YOU = late(r"\b(?:if|if you|if you're|if you are|because you)$")
_ENDS = late(r"[.:;!?\n()|•]")
_BRACKETS = late(r"\([^()]{0,60}\)")
_JOINT = late(r"(?<=[a-z'’])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Z]{3})(?=A [a-z])")


MOST_LINES = 1_000
"""Heading lines that are remembered."""
UNSEEN = object()


class Headings:
    """The headings of the guidelines, ready to be looked up."""

    def __init__(self, guidelines: Guidelines) -> None:
        self.kinds: dict[str, SectionKind] = {}
        for rule in guidelines.sections.values():
            for heading in (rule.heading.lower(), *rule.headings):
                key = " ".join(HEADING_WORDS.findall(heading))
                if key:
                    self.kinds.setdefault(key, rule.kind)  # type: ignore[arg-type]
        self.house = {
            " ".join(HEADING_WORDS.findall(rule.heading.lower())): rule.kind
            for rule in guidelines.sections.values()
            if rule.heading
        }
        self.kinds.update(self.house)  # type: ignore[arg-type]
        self.beginnings = frozenset(
            " ".join(key.split(" ")[:count]) for key in self.kinds for count in range(1, key.count(" ") + 2)
        )
        self.first_words = frozenset(key.split(" ", 1)[0] for key in self.kinds)
        self._of_lines: dict[str, object] = {}
        """What heading lines open, for those that postings share and those that stay while another one is typed."""
        self._openings = frozenset(word[:_OPENING] for word in self.first_words)
        self.longest = max((key.count(" ") + 1 for key in self.kinds), default=0)

    def exact(self, folded: str) -> SectionKind | None:
        """Return the kind that a heading of exactly these words opens."""
        return self.kinds.get(" ".join(HEADING_WORDS.findall(folded)))

    def of_line(self, folded: str) -> SectionKind | None:
        """Return the kind that a heading line opens, judged by the listed headings that it contains."""
        kind = self._of_lines.get(folded, UNSEEN)
        if kind is UNSEEN:
            if len(self._of_lines) >= MOST_LINES:
                self._of_lines.clear()
            kind = self._of_lines[folded] = self._of_line(folded)
        return kind  # type: ignore[return-value]

    def _of_line(self, folded: str) -> SectionKind | None:
        words = HEADING_WORDS.findall(_BRACKETS.sub(" ", folded))
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
        if kind == "requirements" and WISHED.search(folded) and not re.search(r"\b(?:required|minimum)\b", line):
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
        opens = folded[start : start + _OPENING]
        is_plain_word = opens.isalpha() and opens.isascii() and text[start + 1 : start + _OPENING].islower()
        if is_plain_word and opens not in self._openings:  # as nearly everywhere
            return None
        end = min(len(folded), start + LONGEST_RUN_IN)
        opening = HEADING_WORDS.search(folded, start, end)
        if opening is None:
            return None
        first, stop = opening.span()
        if folded[first:stop] not in self.first_words and text[first + 1 : stop].islower():  # as nearly everywhere
            return None
        key, at = "", start
        best: tuple[int, SectionKind] | None = None
        for match in HEADING_WORDS.finditer(folded, start, end):
            first, stop = match.span()
            if first > at and (first - at > 3 or _ENDS.search(folded, at, first)):
                break
            joint = None if text[first + 1 : stop].islower() else _JOINT.search(text, first + 1, stop)
            at = joint.start() if joint else stop
            key = f"{key} {folded[first:at]}" if key else folded[first:at]
            if key not in self.beginnings:
                if key[-1] == "a" and text[at - 1] == "A" and key[:-1] in self.kinds:  # "WE OFFERA collaborative ..."
                    best = at - 1, self.kinds[key[:-1]]
                break
            kind = self.kinds.get(key)
            if kind is not None:
                best = (at, kind)
            if joint:  # a lost line break joined two words: "QualificationsBachelor"
                break
        return best


def _by_last_words(line: str) -> SectionKind | None:
    if _YOU_HAVE.search(line):
        return "requirements"
    if _YOU_WILL.search(line):
        return "responsibilities"
    return None


headings_of = made_once(Headings)
