"""What the words of a unit say about its kind, whatever it stands under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postwright.model.words import SECTION_KINDS
from postwright.reading.section_cues import CUES

if TYPE_CHECKING:
    from postwright.reading.document import Block
    from postwright.reading.section_units import Unit

KIND_INDEX = {kind: index for index, kind in enumerate(SECTION_KINDS)}
_KINDS = len(SECTION_KINDS)
LONGEST_SCORE = 6.0
"""A sentence full of cues says no more than two sure ones."""
_LEGAL = KIND_INDEX["equal_opportunity"]
_LONGEST_LEGAL_SCORE = 9.0
"""Several phrases of an equal-opportunity notice leave no doubt."""
_CUE_BEGINNINGS = frozenset(
    " ".join(phrase.split(" ")[:count]) for phrase in CUES for count in range(1, phrase.count(" ") + 2)
)
_WORDS = re.compile(r"[a-z0-9&+']+")
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


def content_scores(text: str, folded: str, unit: Unit, block: Block) -> list[float]:
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
                    scores[KIND_INDEX[kind]] += weight
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
                scores[KIND_INDEX[kind]] += weight
        at += max(1, length - 1)
    if block.kind != "bullet" and not unit.alone:
        _add_employer(text, folded, start, unit.end, scores)
    most = max(scores)
    if most > LONGEST_SCORE:
        legal = min(scores[_LEGAL], _LONGEST_LEGAL_SCORE)
        scores = [score * LONGEST_SCORE / most for score in scores]
        scores[_LEGAL] = max(scores[_LEGAL], legal)
    return scores


def _add_employer(text: str, folded: str, start: int, end: int, scores: list[float]) -> None:
    """Add what the subject of a sentence tells: "At Acme, we ...", "Acme Ltd is ..."."""
    while start < end and not text[start].isalnum():
        start += 1
    if _AT_EMPLOYER.match(text, start, end):
        scores[KIND_INDEX["company"]] += 3.0
        return
    subject = _EMPLOYER_IS.match(text, start, end)
    if subject is not None and not _NO_EMPLOYER.search(folded[start : subject.end("name")]):
        scores[KIND_INDEX["company"]] += 2.5
