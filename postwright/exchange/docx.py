"""The edited text as a Word document with real headings, lists and links, so that it can be restyled and read aloud."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from postwright.exchange.direction import has_right_to_left, is_from_right
from postwright.exchange.docx_styles import (
    BULLETS,
    DEEPEST_LIST,
    add_bidi,
    new_numbering,
    repeat_first_row,
    set_up,
)
from postwright.exchange.markup import tokens_of
from postwright.exchange.titles import day_of, title_of, without_forbidden

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from markdown_it.token import Token

    from postwright.model.brief import Brief, Organisation
    from postwright.model.posting import Posting

_LEFT_TO_RIGHT = "\u200e"
"""A mark without width after right-to-left words: figures behind them stay behind them, in every program."""


def export(posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation) -> bytes:
    """Return the bytes of a .docx file. The same text gives the same document."""
    import docx

    from postwright.reading.language import detect_language

    text = without_forbidden(text)
    language = detect_language(text)
    document = docx.Document()
    set_up(document, language=language)
    _describe(
        document,
        title=title_of(text, posting, brief),
        author=without_forbidden(organisation.name)[:255],
        language=language,
        day=day_of(brief),
    )
    _Writer(document).write(tokens_of(text))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _describe(document: Document, *, title: str, author: str, language: str, day: dt.date) -> None:
    moment = dt.datetime.combine(day, dt.time())
    properties = document.core_properties
    properties.title = title
    properties.author = author
    properties.comments = ""
    properties.created = moment
    properties.modified = moment
    properties.language = language


class _Writer:
    """Walks the tokens and writes paragraphs."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lists: list[tuple[bool, int]] = []
        """For each open list: whether it counts, and the id of its numbering."""
        self.first_of_item = False
        self.from_right = False
        self.rows: list[list[Token]] = []

    def write(self, tokens: Sequence[Token]) -> None:
        in_table = False
        style = "Normal"
        level = 0
        for index, token in enumerate(tokens):
            kind = token.type
            if kind in ("heading_open", "paragraph_open"):
                self.from_right = is_from_right(token)
            if kind == "heading_open":
                level = min(int(token.tag[1:]), 3, level + 1)  # the first is the title, and none is skipped
                style = f"Heading {level}"
            elif kind in ("bullet_list_open", "ordered_list_open"):
                counts = kind == "ordered_list_open"
                self.lists.append((counts, self._numbering(token) if counts else BULLETS))
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self.lists.pop()
            elif kind == "list_item_open":
                self.first_of_item = True
            elif kind == "table_open":
                in_table, self.rows = True, []
            elif kind == "tr_open":
                self.rows.append([])
            elif kind == "table_close":
                in_table = False
                self._table()
            elif kind == "inline" and in_table:
                self.rows[-1].append(token)
            elif kind == "inline":
                paragraph = self._paragraph(token, style)
                if style == "Normal" and _opens_list(tokens[index + 2 : index + 3]):
                    paragraph.paragraph_format.keep_with_next = True
                style = "Normal"
            elif kind in ("fence", "code_block"):
                for line in token.content.rstrip("\n").split("\n"):
                    self.document.add_paragraph(line)

    def _paragraph(self, token: Token, style: str) -> Paragraph:
        numbering = None
        depth = min(len(self.lists), DEEPEST_LIST)
        if self.lists and style == "Normal":
            counts, numbering = self.lists[-1]
            kind = "List Continue" if not self.first_of_item else "List Number" if counts else "List Bullet"
            style = kind if depth == 1 else f"{kind} {depth}"
        paragraph = self.document.add_paragraph(style=style)
        properties: Any = paragraph._p.get_or_add_pPr()
        if numbering is not None and self.first_of_item:
            number = properties.get_or_add_numPr()
            number.get_or_add_ilvl().val = depth - 1
            number.get_or_add_numId().val = numbering
        if self.from_right:
            add_bidi(properties)
        self.first_of_item = False
        _write_inline(paragraph, token.children or (), from_right=self.from_right)
        return paragraph

    def _numbering(self, token: Token) -> int:
        """Return the id of a numbering that starts anew; lists of one style would count on otherwise."""
        first = token.attrGet("start")
        return new_numbering(
            self.document, level=min(len(self.lists), DEEPEST_LIST - 1), start=1 if first is None else int(first)
        )

    def _table(self) -> None:
        width = max((len(row) for row in self.rows), default=0)
        if not width:
            return
        table = self.document.add_table(rows=len(self.rows), cols=width, style="Table Grid")
        repeat_first_row(table)
        for index, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                paragraph = table.cell(index, column).paragraphs[0]
                _write_inline(paragraph, cell.children or (), bold=index == 0)
        self.document.add_paragraph()


def _opens_list(following: Sequence[Token]) -> bool:
    return any(token.type in ("bullet_list_open", "ordered_list_open") for token in following)


def _write_inline(
    paragraph: Paragraph, children: Sequence[Token], *, bold: bool = False, from_right: bool = False
) -> None:
    bolds, italics, struck = int(bold), 0, 0
    address = ""
    apart = False
    for token in children:
        change = token.nesting
        if token.type.startswith("strong"):
            bolds += change
        elif token.type.startswith("em_"):
            italics += change
        elif token.type.startswith("s_"):
            struck += change
        elif token.type.startswith("bdi_"):
            apart = change > 0
            if not apart:
                paragraph.add_run(_LEFT_TO_RIGHT)
        elif token.type == "link_open":
            address = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            address = ""
        elif token.type == "hardbreak":
            paragraph.add_run().add_break()
        else:
            text = " " if token.type == "softbreak" else token.content
            if text:
                run: Any = paragraph.add_run(text)
                run.bold = run.font.cs_bold = bool(bolds) or None
                run.italic = run.font.cs_italic = bool(italics) or None
                run.font.strike = bool(struck) or None
                run.font.rtl = apart or (from_right and has_right_to_left(text)) or None
                if address:
                    _into_link(paragraph, run, address)


def _into_link(paragraph: Paragraph, run: Any, address: str) -> None:
    """Put the run into a real hyperlink."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link: Any = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run.style = "Hyperlink"
    paragraph._p.append(link)
    link.append(run._r)
