"""Markdown -> tokens that every export walks: no raw HTML, no images, links only to https and mailto."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from postwright.exchange.direction import directed
from postwright.late_pattern import late

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ALLOWED_LINK = late(r"(?:https://(?![^/?#\\\s]*@)|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
"""No user name stands before the host: "https://good.example@evil.example" reads as if it led to the first."""
_BARE_LINK = late(
    r"https://(?![^/?#\\\s]*@)[^\s<>\"'\[\]{}|\\^`]+[^\s<>\"'\[\]{}|\\^`.,;:!?)]"
    r"|(?<![\w.+-])(?<!://)[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])"
)
"""Addresses that stand in the text as they are; what ends a sentence does not belong to them."""


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the one Markdown parser: what a person wrote can become text, structure and links, nothing else."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable(["table", "strikethrough"])
    markdown.disable(["image", "html_block", "html_inline"])
    markdown.validateLink = is_safe_link  # type: ignore[method-assign,assignment]
    return markdown


def is_safe_link(address: str) -> bool:
    """Return whether a link may be made to `address`."""
    return bool(_ALLOWED_LINK.fullmatch(address.strip()))


def tokens_of(text: str) -> list[Token]:
    """Return the block tokens of a Markdown text; bare addresses are links, right-to-left words stand apart."""
    tokens = parser().parse(text)
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = list(_linked(token.children))
    return directed(tokens)


def first_heading(text: str) -> str:
    """Return the plain text of a leading level-one heading, or an empty string."""
    tokens = parser().parse(text[:2_000])
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return inline_text(tokens[1].children or ())
    return ""


def without_first_heading(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without a leading level-one heading, where the title is shown elsewhere."""
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return list(tokens[3:])
    return list(tokens)


def inline_text(children: Sequence[Token]) -> str:
    """Return the text of inline tokens without their markup."""
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(breaks.get(token.type, token.content) for token in children)


def _linked(children: Sequence[Token]) -> Iterator[Token]:
    inside_link = 0
    for token in children:
        inside_link += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type == "text" and not inside_link:
            yield from _split_text(token)
        else:
            yield token


def _split_text(token: Token) -> Iterator[Token]:
    position = 0
    for found in _BARE_LINK.finditer(token.content):
        yield _text(token.content[position : found.start()], token.level)
        yield from _link(found[0], token.level)
        position = found.end()
    yield _text(token.content[position:], token.level) if position else token


def _link(shown: str, level: int) -> Iterator[Token]:
    from markdown_it.token import Token

    address = shown if shown.startswith("https://") else f"mailto:{shown}"
    yield Token("link_open", "a", 1, attrs={"href": address}, level=level)
    yield _text(shown, level + 1)
    yield Token("link_close", "a", -1, level=level)


def _text(content: str, level: int) -> Token:
    from markdown_it.token import Token

    return Token("text", "", 0, content=content, level=level)
