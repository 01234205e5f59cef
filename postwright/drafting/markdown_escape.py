"""Escape plain text so that Markdown shows exactly that text, with as few backslashes as it takes.

"C#", "5 * 3" and "snake_case" mean nothing to Markdown and stay as they are; a "#" or "1." that opens the line, or a
pair of asterisks around a word, would be taken for markup. The rules are those of CommonMark plus strikethrough.
"""

from __future__ import annotations

import re

_OPENING = (
    (re.compile(r"(#{1,6})(?=\s|$)"), r"\\\1"),
    (re.compile(r"([-+*])(?=\s|$)"), r"\\\1"),
    (re.compile(r"(\d{1,9})([.)])(?=\s|$)"), r"\1\\\2"),
    (re.compile(r"(>)"), r"\\\1"),
    (re.compile(r"(```|~~~)"), r"\\\1"),
    (re.compile(r"([-_*=])(?=[\s\-_*=]*$)"), r"\\\1"),
    (re.compile(r"(\[)(?=[^\]]*\]:|[ xX]\]\s)"), r"\\\1"),
)
"""What would open a heading, list, quotation, fence, rule, link definition or check box at the start of a line."""

_PUNCTUATION = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_BACKSLASH = re.compile(rf"\\(?=[{_PUNCTUATION}]|$)")
_ESCAPED = re.compile(rf"\\([{_PUNCTUATION}])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_STAR = re.compile(r"(?<=\S)\*|\*(?=\S)")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_CLOSING_MARKS = re.compile(r"(?<=\s)#(?=#*$)")


def escape(text: str) -> str:
    """Return one line of plain text as Markdown that shows it unchanged, wherever a paragraph or list item begins.

    >>> escape("C# and snake_case, 5 * 3"), escape("# 1 in sales"), escape("*bold* claim")
    ('C# and snake_case, 5 * 3', '\\\\# 1 in sales', '\\\\*bold\\\\* claim')
    """
    return _escape_opening(_escape_inline(text))


def escape_heading(text: str) -> str:
    """Return `text` for a heading line, where a last "#" after a blank would vanish."""
    return _CLOSING_MARKS.sub(r"\\#", escape(text))


def unescape(text: str) -> str:
    """Return a line of Markdown without the backslashes that `escape` puts in; other marks stay.

    >>> unescape(escape("*bold* claim"))
    '*bold* claim'
    """
    return _ESCAPED.sub(r"\1", text)


def _escape_opening(text: str) -> str:
    for pattern, replacement in _OPENING:
        if pattern.match(text):
            return pattern.sub(replacement, text, count=1)
    return text


def _escape_inline(text: str) -> str:
    text = _BACKSLASH.sub(r"\\\\", text)
    text = _TAG.sub(r"\\<", text)
    text = _ENTITY.sub(r"\\&", text)
    if text.count("`") > 1:
        text = text.replace("`", "\\`")
    if "](" in text or "][" in text:
        text = text.replace("[", "\\[")
    if text.count("~~") > 1:
        text = text.replace("~~", "\\~\\~")
    for pattern, mark in ((_STAR, "\\*"), (_UNDERSCORE, "\\_")):
        if len(pattern.findall(text)) > 1:
            text = pattern.sub(mark.replace("\\", "\\\\"), text)
    return text
