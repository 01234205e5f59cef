"""Text whose letters run from right to left inside tokens: set apart, so that it cannot turn what stands beside it.

"Ask שרה לוי, 020 7946 0000" would be shown with the number before the name by the rules of Unicode alone (UAX 9);
an isolated name leaves the rest of its line in order. A block that begins with such letters runs from right to left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from postwright.late_pattern import late

if TYPE_CHECKING:
    from markdown_it.token import Token

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RUN = late(rf"[{_RIGHT}]+(?:[\s'\"\u2019.,-]{{1,3}}[{_RIGHT}]+)*")
"""Words of right-to-left letters with what stands between two of them; linear, since each gap is short."""
_TURNING = late(r"[\u202a-\u202e\u2066-\u2069]")
"""Characters that embed, override or isolate a direction: they can make a text look like another and are left out."""


def directed(tokens: list[Token]) -> list[Token]:
    """Return block tokens in which right-to-left words are isolated (`bdi`) and blocks of them say `dir="rtl"`."""
    for index, token in enumerate(tokens):
        if token.type == "inline" and token.children and not token.content.isascii():
            for child in token.children:
                child.content = _TURNING.sub("", child.content)
            if _runs_from_right(token.children):
                _mark(tokens, index)
            else:
                token.children = list(_isolated(token.children))
    return tokens


def is_from_right(token: Token) -> bool:
    """Return whether the block that `token` opens runs from right to left."""
    return token.attrGet("dir") == "rtl"


def has_right_to_left(text: str) -> bool:
    """Return whether `text` has a letter that runs from right to left."""
    return not text.isascii() and _RUN.search(text) is not None


def _runs_from_right(children: Sequence[Token]) -> bool:
    """Return whether the first letter with a direction runs from right to left (rules P2 and P3 of UAX 9)."""
    for child in children:
        for letter in child.content:
            side = unicodedata.bidirectional(letter)
            if side in ("L", "R", "AL"):
                return side != "L"
    return False


def _mark(tokens: list[Token], index: int) -> None:
    """Give the block around an inline token its direction; a list item has it where its paragraph is not drawn."""
    opening = tokens[index - 1]
    opening.attrSet("dir", "rtl")
    if opening.hidden:
        tokens[index - 2].attrSet("dir", "rtl")


def _isolated(children: Sequence[Token]) -> Iterator[Token]:
    from markdown_it.token import Token

    for child in children:
        if child.type != "text" or child.content.isascii():
            yield child
            continue
        position = 0
        for run in _RUN.finditer(child.content):
            yield Token("text", "", 0, content=child.content[position : run.start()], level=child.level)
            yield Token("bdi_open", "bdi", 1, level=child.level)
            yield Token("text", "", 0, content=run[0], level=child.level + 1)
            yield Token("bdi_close", "bdi", -1, level=child.level)
            position = run.end()
        yield Token("text", "", 0, content=child.content[position:], level=child.level) if position else child
