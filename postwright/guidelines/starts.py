"""A wording pattern -> the strings with which its matches can begin.

A text is then looked at once, word by word, and a pattern is tried only where a word begins as its matches do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from postwright.late_pattern import late

LONGEST = 8
"""Characters after which a beginning is selective enough."""
MOST = 400
"""Beginnings after which lengthening them is given up."""
WIDEST_SET = 12
"""Characters of a set such as `[- ]` that are still spelt out."""

_Beginnings = set[tuple[str, bool]]
"""(text, whether what follows it is known to follow it directly)"""


def match_starts(pattern: str) -> tuple[str, ...]:
    r"""Return strings, lower case, one of which begins every match of `pattern`; none where that cannot be told.

    >>> match_starts(r"(?<!\w)(?:rock[- ]?stars?|gurus?)(?!\w)")
    ('guru', 'rock sta', 'rock-sta', 'rockstar')
    >>> match_starts(r"\w+ only")
    ()
    """
    try:
        from re import _parser  # type: ignore[attr-defined]  # private, so its absence must only cost speed
    except ImportError:
        return ()
    texts = {text for text, _ in _sequence(list(_parser.parse(pattern, re.IGNORECASE)))}
    if not texts or "" in texts:
        return ()
    return tuple(sorted(text for text in texts if not any(text[:n] in texts for n in range(1, len(text)))))


def begins_at_words(pattern: str) -> bool:
    r"""Say whether no match of `pattern` begins amid a word: it opens with a border, as do all its alternatives.

    >>> begins_at_words(r"\b(?:guru|jedi)"), begins_at_words(r"\bguru|(?<!\w)jedi"), begins_at_words(r"\bguru|jedi")
    (True, True, False)
    """
    try:
        from re import _parser  # type: ignore[attr-defined]  # private, so its absence must only cost speed
    except ImportError:
        return False
    return _opens_with_border(list(_parser.parse(pattern, re.IGNORECASE)))


def _opens_with_border(items: Sequence[Any]) -> bool:
    if not items:
        return False
    name, value = str(items[0][0]), items[0][1]
    if name == "SUBPATTERN":
        return _opens_with_border(list(value[-1]))
    if name == "BRANCH":
        return all(_opens_with_border(list(branch)) for branch in value[1])
    if name == "ASSERT_NOT":
        direction, inner = value
        return direction < 0 and str(list(inner)) == _WORD_CHARACTER
    return name == "AT" and str(value) == "AT_BOUNDARY"


_WORD_CHARACTER = "[(IN, [(CATEGORY, CATEGORY_WORD)])]"


def branches(pattern: str) -> list[tuple[int, int]]:
    r"""Return the spans of the alternatives of a pattern that is one group with what surrounds it; else all of it.

    >>> pattern = r"(?<!\w)(?:gurus?|(?:rock|pop)[- ]stars?)(?!\w)"
    >>> [pattern[start:end] for start, end in branches(pattern)]
    ['gurus?', '(?:rock|pop)[- ]stars?']
    >>> branches(r"ninjas?")
    [(0, 7)]
    """
    whole = [(0, len(pattern))]
    opening = _OPENING.match(pattern)
    if opening is None or _NUMBERED.search(pattern, opening.end()):
        return whole
    depth, in_set, start, found = 1, False, opening.end(), []
    at = start
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            at += 1
        elif in_set:
            in_set = character != "]"
        elif character == "[":
            in_set = True
            at += pattern.startswith(("^", "]"), at + 1)
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth == 0:
                break
        elif character == "|" and depth == 1:
            found.append((start, at))
            start = at + 1
        at += 1
    return [*found, (start, at)] if depth == 0 and _CLOSING.fullmatch(pattern, at) else whole


_OPENING = late(r"(?:\(\?<!\\w\)|\\b)?\(\?:")
_CLOSING = late(r"\)(?:\(\?!\\w\)|\\b)?")
_NUMBERED = late(r"\((?!\?(?:-i)?[:=!<])|\((?=\?P)|\\[1-9]")
"""Groups that are counted or named, and references to them: their patterns are left whole."""


def _sequence(items: Sequence[Any]) -> _Beginnings:
    """Return the beginnings of what `items`, one after the other, match."""
    result: _Beginnings = {("", True)}
    for item in items:
        growing = [text for text, is_open in result if is_open]
        if not growing or len(result) > MOST:
            break
        options = _item(item)
        result = {(text, False) for text, is_open in result if not is_open}
        result |= {_cut(text + more, is_open) for text in growing for more, is_open in options}
    return result


def _cut(text: str, is_open: bool) -> tuple[str, bool]:
    return (text[:LONGEST], is_open and len(text) < LONGEST)


def _item(item: Any) -> _Beginnings:
    """Return the beginnings of what one node of a parsed pattern matches."""
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return {(chr(value).lower(), True)}
    if name == "IN":
        return _set(value)
    if name == "BRANCH":
        return _union(value[1])
    if name == "SUBPATTERN":
        return _sequence(list(value[-1]))
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, inner = value
        once = {(text, is_open and most == 1) for text, is_open in _sequence(list(inner))}
        return once | {("", True)} if least == 0 else once
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {("", True)}
    return {("", False)}


def _union(branches: Iterable[Any]) -> _Beginnings:
    return {beginning for branch in branches for beginning in _sequence(list(branch))}


def _set(members: Sequence[Any]) -> _Beginnings:
    characters: list[str] = []
    for member in members:
        name, value = str(member[0]), member[1]
        if name == "LITERAL":
            characters.append(chr(value).lower())
        elif name == "RANGE" and value[1] - value[0] < WIDEST_SET:
            characters += [chr(code).lower() for code in range(value[0], value[1] + 1)]
        elif name == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            characters += "0123456789"
        else:
            return {("", False)}
    if len(characters) > WIDEST_SET:
        return {("", False)}
    return {(character, True) for character in characters}
