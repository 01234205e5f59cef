"""Markdown tokens -> the tree of plain values that templates/layouts/posting.typ draws; texts in it are texts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from postwright.exchange.direction import is_from_right

if TYPE_CHECKING:
    from markdown_it.token import Token

Value = dict[str, Any]
_ISOLATED = "\u2068{}\u2069"
"""First-strong isolate and its end: the layout's bidirectional algorithm reads them, and no glyph is drawn for them."""
_HOLDERS_END = ("list_item_close", "blockquote_close")
_DEEPEST_QUOTE = 3
"""Quotes within quotes that are drawn as such; the layout's engine stops at a few dozen."""


def blocks_of(tokens: Sequence[Token]) -> list[Value]:
    """Return the blocks of a text; headings start at level one and skip none, as PDF/UA asks."""
    blocks, _ = _blocks(tokens, 0, quoted=0)
    _close_ranks(blocks)
    return blocks


def _blocks(tokens: Sequence[Token], start: int, *, quoted: int) -> tuple[list[Value], int]:
    """Return the blocks from `start` to the end of what holds them, and the index of its closing token."""
    found: list[Value] = []
    index = start
    while index < len(tokens) and not (tokens[index].nesting < 0 and tokens[index].type in _HOLDERS_END):
        token = tokens[index]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists, index = _list(tokens, index, quoted=quoted)
            found.extend(lists)
        elif token.type == "blockquote_open":
            blocks, index = _blocks(tokens, index + 1, quoted=quoted + 1)
            found += [{"kind": "quote", "blocks": blocks}] if quoted < _DEEPEST_QUOTE else blocks
        elif token.type == "table_open":
            block, index = _table(tokens, index)
            found.append(block)
        elif token.type == "heading_open":
            block = {"kind": "heading", "level": min(int(token.tag[1:]), 3)}
            found.append(block | _line(token, tokens[index + 1]))
        elif token.type == "paragraph_open":
            found.append({"kind": "paragraph"} | _line(token, tokens[index + 1]))
        elif token.type in ("fence", "code_block"):
            found.append({"kind": "lines", "lines": token.content.rstrip("\n").split("\n")})
        index += 1
    return found, index


def _list(tokens: Sequence[Token], start: int, *, quoted: int) -> tuple[list[Value], int]:
    """Return a list, cut where the direction of its items changes: the marks stand where the words begin."""
    opening = tokens[start]
    items: list[list[Value]] = []
    index = start + 1
    while tokens[index].type == "list_item_open":
        blocks, index = _blocks(tokens, index + 1, quoted=quoted)
        items.append(blocks)
        index += 1
    tight = all(token.hidden for token in tokens[start:index] if token.type == "paragraph_open")
    first = opening.attrGet("start")
    number = 1 if first is None else int(first)
    lists: list[Value] = []
    for from_right, group in groupby(items, key=lambda blocks: bool(blocks and blocks[0].get("rtl"))):
        entries = list(group)
        lists.append({"kind": "bullets", "tight": tight, "items": entries})
        if opening.type == "ordered_list_open":
            lists[-1] |= {"kind": "numbers", "start": number}
        if from_right:
            lists[-1]["rtl"] = True
        number += len(entries)
    return lists, index


def _table(tokens: Sequence[Token], start: int) -> tuple[Value, int]:
    rows: list[list[list[Value]]] = []
    index = start
    while tokens[index].type != "table_close":
        if tokens[index].type == "tr_open":
            rows.append([])
        elif tokens[index].type == "inline":
            rows[-1].append(_runs(tokens[index].children or ()))
        index += 1
    return {"kind": "table", "rows": rows}, index


def _line(opening: Token, inline: Token) -> Value:
    direction = {"rtl": True} if is_from_right(opening) else {}
    return {"line": _runs(inline.children or ()), **direction}


def _runs(children: Sequence[Token]) -> list[Value]:
    """Return the runs of a line: text with how it is set and where it links to."""
    runs: list[Value] = []
    depth = {"bold": 0, "italic": 0, "struck": 0}
    marks = {"strong": "bold", "em": "italic", "s": "struck"}
    address = ""
    isolated = False
    for token in children:
        if (mark := marks.get(token.tag)) and token.nesting:
            depth[mark] += token.nesting
        elif token.type.startswith("bdi_"):
            isolated = token.nesting > 0
        elif token.type == "link_open":
            address = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            address = ""
        elif token.type == "hardbreak":
            runs.append({"break": True})
        elif text := " " if token.type == "softbreak" else token.content:
            run: Value = {"text": _ISOLATED.format(text) if isolated else text}
            run |= {name: True for name, open_marks in depth.items() if open_marks}
            runs.append(run | ({"link": address} if address else {}))
    return runs


def _close_ranks(blocks: Sequence[Value]) -> None:
    """Lower headings to at most one level below the one before."""
    last = 0
    for block in blocks:
        if block["kind"] == "heading":
            block["level"] = last = min(block["level"], last + 1)
