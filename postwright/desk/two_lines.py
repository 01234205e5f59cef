"""Two lines of a text -> both in words, apart by what they have in common and what is in one of them only."""

from __future__ import annotations

import difflib
import re

from postwright.desk.standing import plain_words

Parts = tuple[tuple[bool, str], ...]
"""Pieces of a line, in order: whether only this line has it, and its words."""
_HEADING = re.compile(r"#{1,6}\s+")
_PIECES = re.compile(r"\s+|[^\s]+")


def told_apart(one: str, other: str) -> tuple[Parts, Parts]:
    """Return both lines of Markdown in plain words, with what they do not share marked; an empty line has no parts.

    >>> told_apart("- Pay is 90,000", "- Pay is 95,000 a year")
    (((False, 'Pay is '), (True, '90,000')), ((False, 'Pay is '), (True, '95,000 a year')))
    """
    old, new = _pieces(one), _pieces(other)
    if not old or not new:
        return _whole(old), _whole(new)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    left: list[tuple[bool, str]] = []
    right: list[tuple[bool, str]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        _add(left, tag != "equal", "".join(old[i:j]))
        _add(right, tag != "equal", "".join(new[k:m]))
    return tuple(left), tuple(right)


def words_of_line(line: str) -> str:
    """Return a line of Markdown as a reader sees it, without the mark of a list or a heading.

    >>> words_of_line("## What you will do"), words_of_line("- C\\\\# at work")
    ('What you will do', 'C# at work')
    """
    return plain_words(_HEADING.sub("", line, count=1) if _HEADING.match(line) else line)


def _pieces(line: str) -> list[str]:
    return _PIECES.findall(words_of_line(line))


def _whole(pieces: list[str]) -> Parts:
    return ((False, "".join(pieces)),) if pieces else ()


def _add(parts: list[tuple[bool, str]], apart: bool, words: str) -> None:
    if not words:
        return
    if parts and (parts[-1][0] == apart or not words.strip()):
        parts[-1] = (parts[-1][0], parts[-1][1] + words)
    else:
        parts.append((apart, words))
