"""The edited text as plain text, for forms that take no formatting: marks of Markdown go, structure stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.exchange.markup import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from postwright.model.brief import Brief, Organisation
    from postwright.model.posting import Posting


def export(posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation) -> str:
    """Return the text without Markdown: headings on lines of their own, "- " before list items."""
    return plain_text(text)


def plain_text(text: str) -> str:
    """Return a Markdown text as plain text that ends in one line feed.

    >>> plain_text("## What you need\\n\\n- **Go**, or [Rust](https://example.com)")
    'What you need\\n\\n- Go, or Rust (https://example.com)\\n'
    """
    lines: list[str] = []
    lists: list[int | None] = []  # a number for each open list that counts, None for one that does not
    marker = ""
    cells: list[str] = []
    in_table = False
    for token in tokens_of(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            _blank_line(lines, unless=bool(lists))
            lists.append(int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            marker = "- " if number is None else f"{number}. "
            lists[-1] = None if number is None else number + 1
        elif token.type in ("heading_open", "paragraph_open", "table_open") and not token.hidden:
            _blank_line(lines, unless=bool(lists))
            in_table = token.type == "table_open"
        elif token.type == "table_close":
            in_table = False
        elif token.type == "tr_close":
            lines.append(" | ".join(cells))
            cells = []
        elif token.type == "inline":
            if in_table:
                cells.append(_inline(token.children or ()))
                continue
            indent = "  " * max(len(lists) - 1, 0)
            hanging = " " * len(marker) if marker else ("  " if lists else "")
            first, *more = _inline(token.children or ()).split("\n")
            lines.append(f"{indent}{marker or hanging}{first}".rstrip())
            lines.extend(f"{indent}{hanging}{line}".rstrip() for line in more)
            marker = ""
        elif token.type in ("fence", "code_block"):
            _blank_line(lines)
            lines.extend(token.content.rstrip("\n").split("\n"))
        elif token.type == "hr":
            _blank_line(lines)
    return "\n".join(lines).strip("\n") + "\n" if lines else ""


def _blank_line(lines: list[str], *, unless: bool = False) -> None:
    if lines and lines[-1] and not unless:
        lines.append("")


def _inline(children: Sequence[Token]) -> str:
    """Return running text; a link's address follows in brackets where the text does not show it."""
    result = ""
    links: list[tuple[str, int]] = []
    for token in children:
        if token.type == "link_open":
            links.append((str(token.attrGet("href") or ""), len(result)))
        elif token.type == "link_close" and links:
            address, start = links.pop()
            shown = address.removeprefix("mailto:")
            if shown != result[start:]:
                result += f" ({shown})"
        elif token.type == "softbreak":
            result += " "
        elif token.type == "hardbreak":
            result += "\n"
        else:
            result += token.content
    return result
