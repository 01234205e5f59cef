"""Where a heading stands inside a line: before a colon, or joined to the text around it by a lost line break."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.reading.section_headings import LONGEST_RUN_IN

if TYPE_CHECKING:
    from postwright.model.words import SectionKind
    from postwright.reading.section_headings import Headings

_QUESTION_HEADING = late(r"^(?:what|who|why|how|where)\b")
_CAPITAL_WORD = late(r"[A-Z]+(?![a-z])|[A-Z][a-z'’]*")
_NAME_TWICE = late(
    r"(?:About|The Company|Company Description|Who is|"
    r"Join) (?:the )?(?P<name>[A-Z][\w&+.'’ -]{2,40}?)(?=(?P=name))"
)
"""A heading with the employer's name, joined to a sentence that begins with it ("About AcmeAcme is a ...")."""
_NAME_OPENING = late(r"(?:About|The Company|Company Description|Who is|Join) ")
_STRONG_ALONE = frozenset(
    ("responsibilities", "qualifications", "requirements", "benefits", "duties", "salary", "perks", "accountabilities")
)
_MARKS = "•·●▪◦*–—-"
_COLON_AFTER = late(r"[?!]?\s{0,2}(?:\([^)]{0,9}\))?[*_]{0,2}:")
_NEW_START = late(r"[?!]?\s+(?:[A-Z0-9]|[•·●▪◦*–—-]\s?\S)")
_DASH_BEHIND = late(r" ?[-–—] ?\S")
_LAST_WORD = late(r"(\S+)\s*$")
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
_TITLE_LABELS = frozenset(("position", "job title", "title", "role", "job", "position title", "vacancy", "post"))


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends with a full stop or its like, quotation marks and brackets behind it left aside.

    >>> ends_sentence("Join us (soon.)"), ends_sentence("About us:")
    (True, False)
    """
    return line.rstrip().rstrip("\"'”’)").endswith((".", "!", "?", ";"))


def capital_words(text: str, folded: str, headings: Headings) -> list[tuple[int, int]]:
    """Return the spans of all capitalised words that a heading can begin with, in order."""
    first_words = headings.first_words
    return [span for span in map(_span_of, _CAPITAL_WORD.finditer(text)) if folded[span[0] : span[1]] in first_words]


_span_of = re.Match.span


def split_at_headings(
    text: str, folded: str, start: int, end: int, headings: Headings, capitals: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Cut a sentence where a known heading was joined to what stands before it; `capitals` are the text's."""
    cuts = [start]
    number = bisect_right(capitals, (start, end))
    if number < len(capitals) and capitals[number][0] < end:
        opening = headings.longest_at(text, folded, start)
        past = opening[0] if opening is not None else start + 1
        while number < len(capitals) and capitals[number][1] <= end:
            at = capitals[number][0]
            number += 1
            if at < past:
                continue
            found = headings.longest_at(text, folded, at)
            if found is not None and _opens(text, folded, at, found[0]):
                cuts.append(at)
                past = found[0]
    if _NAME_OPENING.search(text, start + 1, end):
        cuts.extend(match.start() for match in _NAME_TWICE.finditer(text, start + 1, end) if match.start() not in cuts)
        cuts.sort()
    return [(start, end)] if len(cuts) == 1 else list(zip(cuts, [*cuts[1:], end], strict=True))


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


def run_in(text: str, folded: str, start: int, stop: int, headings: Headings) -> tuple[SectionKind | None, int]:
    """Return the kind and end of a heading that a line begins with: before a colon, or glued to what follows."""
    while start < stop and not text[start].isalnum():
        start += 1
    if start < stop and not (text[start].isupper() or text[start].isdigit()):
        return None, start
    twice = _NAME_TWICE.match(text, start, stop)
    if twice is not None:
        return "company", twice.end()
    colon = folded.find(":", start, min(stop, start + LONGEST_RUN_IN))
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
    if _opens(text, folded, start, end) or _DASH_BEHIND.match(folded, end, stop):
        return kind, end
    return None, start


def _is_short(line: str) -> bool:
    return 0 < len(line.split()) <= 9 and not ends_sentence(line)
