"""Where sentences start inside a stretch of text: after a full stop that is not an abbreviation's, and at a join."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postwright.late_pattern import late

_CANDIDATE = late(r"[.!?…][\"'”’)\]*_]{0,3}(\s+)(?=[\"'“‘(\[*_]{0,3}[A-Z0-9\u00c0-\u00de•])")
_ABBREVIATION = late(
    r"(?:^|[\s(/\[,])(?:e\.g|i\.e|eg|ie|vs|viz|approx|incl|excl|mr|mrs|ms|dr|prof|st|no|nr|fig|dept|ext|"
    r"sr|jr|gen|gov|sen|rep|rev|min|max|req|pref|exp|mgmt|univ|assoc|asst|mt|ft|u\.s|u\.k|u\.n|ph\.d|ph\.d\.in|"
    r"b\.s|b\.a|m\.s|m\.a|b\.sc|m\.sc|b\.tech|m\.tech|b\.e|m\.e|b\.com|m\.b\.a|ed|llc|[a-z]|(?:[a-z]\.)+[a-z])$",
    re.IGNORECASE,
)
_UNIT_ABBREVIATION = late(r"\b(?:yrs?|mos?|mths?|hrs?)$", re.IGNORECASE)
_AFTER_UNIT = late(r"(?:exp|of|in|with|work|relevant|total|post|min|max)", re.IGNORECASE)
_LONGEST_ABBREVIATION = 14
"""Characters looked back for an abbreviation."""
_LIST_NUMBER = late(r"(?:^|\s)\(?\d{1,2}$")


def sentence_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where each sentence after the first starts, between two offsets of `text`."""
    for match in _CANDIDATE.finditer(text, start, end):
        before = text[max(start, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        if text[match.start()] == ".":
            if _ABBREVIATION.search(before) or (_LIST_NUMBER.search(before) and match.start() - start < 4):
                continue
            if _UNIT_ABBREVIATION.search(before) and _AFTER_UNIT.match(text, match.end(1)):
                continue
        yield match.end(1)
