"""What a Word document of ours is set up with before a word is written: page, styles, lists of three levels, language.

python-docx begins with a template of its own; what it has of colours, old compatibility modes and pictures is put
right, so that Word and LibreOffice open the document without remarks (ECMA-376, part 1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

DEEPEST_LIST = 3
"""Word's built-in list styles go three deep."""
BULLETS = 1
"""The id of the numbering of all bulleted lists."""
_NUMBERS = 2
"""The id of the numbering that numbered lists are made from."""
_INK = "1C1D21"
_LINK = "0B57D0"
_INDENT = 360
"""Twentieths of a point from one level of a list to the next: a quarter of an inch, as Word has it."""
_MARKS = ("\u2022", "\u2013", "\u2022")
"""Marks of bulleted lists by level: letters of every font, unlike Word's own, which need the font Symbol."""
_SIZES = {"Normal": (11, 0, 6), "Heading 1": (20, 0, 10), "Heading 2": (14, 16, 4), "Heading 3": (12, 12, 4)}
"""Points of a style: letters, space above, space below."""


def set_up(document: Document, *, language: str) -> None:
    """Prepare an empty document for a text in `language` (ISO 639-1)."""
    _page(document)
    _styles(document, language)
    _lists(document)
    _settings(document)
    _without_picture(document)


def new_numbering(document: Document, *, level: int, start: int) -> int:
    """Return the id of a numbering that counts from `start` at `level`, from 0 on."""
    numbering: Any = document.part.numbering_part.element
    number = numbering.add_num(numbering.num_having_numId(_NUMBERS).abstractNumId.val)
    number.add_lvlOverride(ilvl=level).add_startOverride(start)
    return int(number.numId)


def add_bidi(properties: Any) -> None:
    """Let a paragraph with these properties run from right to left."""
    from docx.oxml import OxmlElement

    properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
"""What the schema wants behind w:bidi, of the elements that we write."""


def repeat_first_row(table: Table) -> None:
    """Mark the first row as the head, which is repeated on every page and read out with each cell."""
    from docx.oxml import OxmlElement

    properties: Any = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _page(document: Document) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(22), Mm(24)


def _styles(document: Document, language: str) -> None:
    """Use one sober typeface in dark letters, with the sizes of scripts that run from right to left as well."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    styles = document.styles
    for name, (size, above, below) in _SIZES.items():
        style: Any = styles[name]
        style.font.name = "Calibri"
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:cs"), "Arial")
        for old in properties.findall(qn("w:szCs")):
            properties.remove(old)
        complex_size = OxmlElement("w:szCs")
        complex_size.set(qn("w:val"), str(2 * size))
        properties.find(qn("w:sz")).addnext(complex_size)
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(_INK)
    defaults: Any = styles.element
    defaults.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").set(qn("w:val"), language)
    link: Any = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    link.font.color.rgb = RGBColor.from_string(_LINK)


def _lists(document: Document) -> None:
    """Replace the template's lists of one level by two of three levels, and bind the list styles to their levels."""
    from docx.oxml.ns import qn
    from docx.shared import Twips

    numbering: Any = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    numbering.append(_levels(0, "List Bullet", "bullet"))
    numbering.append(_levels(1, "List Number", "decimal"))
    for abstract in (0, 1):
        numbering.add_num(abstract)
    for kind, number in (("List Bullet", BULLETS), ("List Number", _NUMBERS)):
        for level in range(DEEPEST_LIST):
            style: Any = document.styles[_name(kind, level)]
            properties = style.element.get_or_add_pPr()
            of_style = properties.get_or_add_numPr()
            of_style.get_or_add_ilvl().val = level
            of_style.get_or_add_numId().val = number
            for indent in properties.findall(qn("w:ind")):
                properties.remove(indent)
    for level in range(DEEPEST_LIST):
        document.styles[_name("List Continue", level)].paragraph_format.left_indent = Twips(_INDENT * (level + 1))


def _levels(number: int, kind: str, form: str) -> Any:
    """Return an abstract numbering whose levels belong to the styles of `kind`."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{_name(kind, level).replace(" ", "")}"/>'
        f'<w:lvlText w:val="{_MARKS[level] if form == "bullet" else f"%{level + 1}."}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_INDENT * (level + 1)}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
        for level in range(DEEPEST_LIST)
    )
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )


def _name(kind: str, level: int) -> str:
    return kind if level == 0 else f"{kind} {level + 1}"


def _settings(document: Document) -> None:
    """Say that the document is of Word 2013 or later, so that it opens in no compatibility mode; drop a broken zoom."""
    from docx.oxml.ns import qn

    settings: Any = document.settings.element
    for zoom in settings.findall(qn("w:zoom")):
        settings.remove(zoom)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _without_picture(document: Document) -> None:
    """Leave out the template's picture of its own first page."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]
