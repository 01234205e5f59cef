"""The edited text as a Word document with real headings, lists and links, so that it can be restyled and read aloud."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from postwright.exchange.markup import first_heading, tokens_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from markdown_it.token import Token

    from postwright.model.brief import Brief, Organisation
    from postwright.model.posting import Posting

_DEEPEST_LIST = 3
"""Word's built-in list styles go three deep."""
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINK_COLOUR = "0B57D0"


def export(posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation) -> bytes:
    """Return the bytes of a .docx file. The same text gives the same document."""
    import docx

    document = docx.Document()
    _set_up(document)
    title = first_heading(text) or (posting.title if posting else "") or (brief.title if brief else "")
    posted = brief.date_posted if brief else None
    _describe(document, title=title, author=organisation.name, posted=posted)
    _Writer(document).write(tokens_of(_NOT_IN_XML.sub("", text)))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_up(document: Document) -> None:
    """Use one sober typeface in dark letters; python-docx's own template has blue headings."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    sizes = {"Normal": 11, "Heading 1": 20, "Heading 2": 14, "Heading 3": 12}
    for name, size in sizes.items():
        style: Any = document.styles[name]
        style.font.name = "Calibri"
        style.font.size = Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name != "Normal":
            style.font.color.rgb = RGBColor(0x1C, 0x1D, 0x21)
    normal: Any = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(6)


def _describe(document: Document, *, title: str, author: str, posted: dt.date | None) -> None:
    moment = dt.datetime.combine(posted or dt.date(2000, 1, 1), dt.time())
    properties = document.core_properties
    properties.title = _NOT_IN_XML.sub("", title)[:255]
    properties.author = _NOT_IN_XML.sub("", author)[:255]
    properties.comments = ""
    properties.created = moment
    properties.modified = moment
    properties.language = "en"


class _Writer:
    """Walks the tokens and writes paragraphs."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lists: list[tuple[bool, int | None]] = []
        """For each open list: whether it counts, and its own numbering id if so."""
        self.first_of_item = False
        self.rows: list[list[Token]] = []

    def write(self, tokens: Sequence[Token]) -> None:
        in_table = False
        style = "Normal"
        for token in tokens:
            kind = token.type
            if kind == "heading_open":
                style = f"Heading {min(int(token.tag[1:]), 3)}"
            elif kind in ("bullet_list_open", "ordered_list_open"):
                counts = kind == "ordered_list_open"
                self.lists.append((counts, self._new_numbering(token) if counts else None))
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
                self._paragraph(token, style)
                style = "Normal"
            elif kind in ("fence", "code_block"):
                for line in token.content.rstrip("\n").split("\n"):
                    self.document.add_paragraph(line)

    def _paragraph(self, token: Token, style: str) -> None:
        numbering = None
        if self.lists and style == "Normal":
            counts, numbering = self.lists[-1]
            depth = min(len(self.lists), _DEEPEST_LIST)
            kind = "List Continue" if not self.first_of_item else "List Number" if counts else "List Bullet"
            style = kind if depth == 1 else f"{kind} {depth}"
        paragraph = self.document.add_paragraph(style=style)
        if numbering is not None and self.first_of_item:
            properties: Any = paragraph._p.get_or_add_pPr()
            properties.get_or_add_numPr().get_or_add_numId().val = numbering
        self.first_of_item = False
        _write_inline(paragraph, token.children or ())

    def _new_numbering(self, token: Token) -> int:
        """Return the id of a numbering that starts anew; lists of one style would count on otherwise."""
        numbering: Any = self.document.part.numbering_part.element
        depth = min(len(self.lists) + 1, _DEEPEST_LIST)
        style: Any = self.document.styles["List Number" if depth == 1 else f"List Number {depth}"]
        style_number = style.element.pPr.numPr.numId.val
        abstract = numbering.num_having_numId(style_number).abstractNumId.val
        number = numbering.add_num(abstract)
        number.add_lvlOverride(ilvl=0).add_startOverride(int(token.attrGet("start") or 1))
        return int(number.numId)

    def _table(self) -> None:
        width = max((len(row) for row in self.rows), default=0)
        if not width:
            return
        table = self.document.add_table(rows=len(self.rows), cols=width, style="Table Grid")
        for index, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                paragraph = table.cell(index, column).paragraphs[0]
                _write_inline(paragraph, cell.children or (), bold=index == 0)
        self.document.add_paragraph()


def _write_inline(paragraph: Paragraph, children: Sequence[Token], *, bold: bool = False) -> None:
    bolds, italics, struck = int(bold), 0, 0
    address = ""
    for token in children:
        change = token.nesting
        if token.type.startswith("strong"):
            bolds += change
        elif token.type.startswith("em_"):
            italics += change
        elif token.type.startswith("s_"):
            struck += change
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
                run.bold, run.italic = bool(bolds) or None, bool(italics) or None
                run.font.strike = bool(struck) or None
                if address:
                    _into_link(paragraph, run, address)


def _into_link(paragraph: Paragraph, run: Any, address: str) -> None:
    """Put the run into a real hyperlink."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    link: Any = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(_LINK_COLOUR)
    paragraph._p.append(link)
    link.append(run._r)
