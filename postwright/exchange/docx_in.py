"""A Word document -> Markdown: headings, lists with their markers, tables; tracked insertions kept, deletions dropped.

The XML is read directly: python-docx leaves out content controls, tracked changes and text boxes, and postings that
come out of a company's template are full of them.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.errors import DocumentError
from postwright.exchange.blocks import Blocks, looks_like_heading, markdown_table
from postwright.exchange.document import Imported, cleaned
from postwright.exchange.limits import MAX_PART_BYTES, MAX_UNPACKED_BYTES
from postwright.late_pattern import late

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DROPPED = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _MC_FALLBACK, f"{_W}rPr", f"{_W}pPr"}
)
_TEXT = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "", f"{_W}br": "\n", f"{_W}cr": "\n"}
_HEADING_NAME = late(r"heading (\d)")
_LIST_STYLE = late(r"list (?:bullet|number) ?(\d)?")
_RESAVE = "Open it in Word or LibreOffice, save it as .docx again, or copy its text into a .txt file."
_MOST_STYLE_STEPS = 20
"""Styles built on styles: real documents have fewer; a circle has more."""


def read_docx(data: bytes, *, name: str) -> Imported:
    """Return the posting in a Word document. Raises DocumentError with what to do."""
    from lxml.etree import XMLSyntaxError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive, name)
            body = _part(archive, "word/document.xml", name)
            styles = _Styles.from_xml(_part(archive, "word/styles.xml", name, optional=True))
            numbering = _Numbering.from_xml(_part(archive, "word/numbering.xml", name, optional=True))
    except (
        zipfile.BadZipFile,
        XMLSyntaxError,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
    ) as error:
        raise DocumentError(f"{name} is not a Word document or is broken ({_short(error)}).", hint=_RESAVE) from None
    assert body is not None
    reader = _Reader(styles, numbering)
    try:
        reader.read(body)
    except RecursionError:
        raise DocumentError(f"{name} is nested too deeply to be read.", hint=_RESAVE) from None
    text = reader.blocks.text()
    if not text.strip():
        raise DocumentError(
            f"{name} holds no text.", hint="Text in images is not read; copy the posting into a .txt file."
        )
    return cleaned(Imported(text, "markdown", id=name))


def _short(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120].rstrip(".")


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse archives that would unpack to far more than a posting, before anything is unpacked."""
    unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > MAX_UNPACKED_BYTES:
        raise DocumentError(
            f"{name} unpacks to {unpacked:,} bytes, far more than a posting.",
            hint="Remove its pictures, or copy its text into a .txt file.",
        )


def _part(archive: zipfile.ZipFile, path: str, name: str, *, optional: bool = False) -> _Element | None:
    """Return the root of one part, read with a limit because the sizes in an archive's directory can lie."""
    from lxml import etree

    try:
        stream = archive.open(path)
    except KeyError:
        if optional:
            return None
        raise ValueError("it has no text part") from None
    with stream:
        content = stream.read(MAX_PART_BYTES + 1)
    if len(content) > MAX_PART_BYTES:
        raise DocumentError(
            f"{name} is too large for a posting.", hint="Copy the posting alone into a file of its own."
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


def _value(element: _Element | None, path: str) -> str | None:
    """Return the w:val of the element at `path` below `element`."""
    found = element.find("/".join(_W + step for step in path.split("/"))) if element is not None else None
    return found.get(f"{_W}val", "") if found is not None else None


@dataclass(frozen=True)
class _Styles:
    """What paragraph styles say about headings and lists."""

    elements: dict[str, _Element]

    @classmethod
    def from_xml(cls, root: _Element | None) -> _Styles:
        found = root.iter(f"{_W}style") if root is not None else ()
        return cls({style.get(f"{_W}styleId", ""): style for style in found})

    def heading_level(self, style_id: str | None) -> int | None:
        """Return 1 to 6 for a heading, 1 for the document's title, None for other text."""
        for style in self._chain(style_id):
            name = (_value(style, "name") or "").lower()
            if name == "title":
                return 1
            if found := _HEADING_NAME.match(name):
                return int(found[1])
            outline = _value(style, "pPr/outlineLvl")
            if outline is not None and outline.isdecimal() and int(outline) < 6:
                return int(outline) + 1
        return None

    def list_place(self, style_id: str | None) -> tuple[str, str] | None:
        """Return (numbering id, depth) of a list style; built-in bullet styles may have no numbering at all."""
        for style in self._chain(style_id):
            name = _LIST_STYLE.fullmatch((_value(style, "name") or "").lower())
            number = _value(style, "pPr/numPr/numId")
            if number is not None:
                depth = str(int(name[1]) - 1) if name and name[1] else _value(style, "pPr/numPr/ilvl") or "0"
                return number, depth
            if name:
                return "", str(int(name[1]) - 1) if name[1] else "0"
        return None

    def _chain(self, style_id: str | None) -> Iterator[_Element]:
        for _ in range(_MOST_STYLE_STEPS):
            style = self.elements.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = _value(style, "basedOn")


@dataclass(frozen=True)
class _Numbering:
    """Which lists count and which have bullets, by (numbering id, depth)."""

    formats: dict[tuple[str, str], str]

    @classmethod
    def from_xml(cls, root: _Element | None) -> _Numbering:
        if root is None:
            return cls({})
        levels = {
            abstract.get(f"{_W}abstractNumId"): {
                level.get(f"{_W}ilvl", "0"): _value(level, "numFmt") or "bullet" for level in abstract.iter(f"{_W}lvl")
            }
            for abstract in root.iter(f"{_W}abstractNum")
        }
        formats: dict[tuple[str, str], str] = {}
        for number in root.iter(f"{_W}num"):
            for depth, form in levels.get(_value(number, "abstractNumId"), {}).items():
                formats[number.get(f"{_W}numId", ""), depth] = form
        return cls(formats)

    def format(self, number: str, depth: int) -> str:
        """Return how a list is marked; a list of one depth serves the deeper styles that name it."""
        return self.formats.get((number, str(depth))) or self.formats.get((number, "0")) or "bullet"


class _Reader:
    """Turns the body's paragraphs and tables into blocks, in order."""

    def __init__(self, styles: _Styles, numbering: _Numbering) -> None:
        self.blocks = Blocks()
        self.styles = styles
        self.numbering = numbering
        self.counters: defaultdict[tuple[str, int], int] = defaultdict(int)

    def read(self, element: _Element) -> None:
        for child in element:
            if child.tag in _DROPPED:
                continue
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                self._table(child)
            elif isinstance(child.tag, str):  # sections, content controls, insertions: look inside
                self.read(child)

    def _paragraph(self, paragraph: _Element) -> None:
        properties = paragraph.find(f"{_W}pPr")
        style = _value(properties, "pStyle")
        texts = [" ".join(line.split()) for line in "".join(_runs(paragraph)).split("\n")]
        texts = [text for text in texts if text]
        if texts:
            self._add(texts, paragraph, properties, style)
        for box in _text_boxes(paragraph):
            self.read(box)

    def _add(self, texts: list[str], paragraph: _Element, properties: _Element | None, style: str | None) -> None:
        level = self.styles.heading_level(style)
        place = self._list_place(properties, style)
        if level is not None:
            self.blocks.heading(" ".join(texts), level=level)
        elif place is not None:
            number, depth = place
            self.blocks.bullet(" ".join(texts), depth=depth, marker=self._marker(number, depth))
        elif len(texts) == 1 and looks_like_heading(texts[0]) and _is_bold(paragraph):
            self.blocks.heading(texts[0], level=3)
        else:
            for text in texts:
                self.blocks.paragraph(text)

    def _list_place(self, properties: _Element | None, style: str | None) -> tuple[str, int] | None:
        number = _value(properties, "numPr/numId")
        depth = _value(properties, "numPr/ilvl") or "0"
        if number is None:
            from_style = self.styles.list_place(style)
            if from_style is None:
                return None
            number, depth = from_style
        if number == "0":  # Word's way to take a paragraph out of its list
            return None
        return number, int(depth) if depth.isdecimal() else 0

    def _marker(self, number: str, depth: int) -> str:
        if self.numbering.format(number, depth) in ("bullet", "none"):
            return "- "
        self.counters[number, depth] += 1
        for deeper in [key for key in self.counters if key[0] == number and key[1] > depth]:
            del self.counters[deeper]
        return f"{self.counters[number, depth]}. "

    def _table(self, table: _Element) -> None:
        rows = [_children(row, "tc") for row in _children(table, "tr")]
        cells = [cell for row in rows for cell in row]
        is_data = max((len(row) for row in rows), default=0) > 1 and not any(_is_layout(cell) for cell in cells)
        if is_data:
            self.blocks.lines(markdown_table([[_cell_text(cell) for cell in row] for row in rows]))
        else:
            for cell in cells:
                self.read(cell)


def _children(element: _Element, kind: str) -> list[_Element]:
    """Return the rows or cells right below `element`, also those wrapped in content controls or insertions."""
    found: list[_Element] = []
    for child in element:
        if child.tag == f"{_W}{kind}":
            if not _is_deleted_row(child):
                found.append(child)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            found.extend(_children(child, kind))
    return found


def _is_deleted_row(row: _Element) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None


def _is_layout(cell: _Element) -> bool:
    """Return whether a cell holds several paragraphs, a list or a table: it lays out a page rather than data."""
    filled = [p for p in cell.iter(f"{_W}p") if "".join(_runs(p)).strip()]
    return len(filled) > 1 or any(p.find(f"{_W}pPr/{_W}numPr") is not None for p in filled)


def _cell_text(cell: _Element) -> str:
    return " ".join(" ".join("".join(_runs(p)) for p in cell.iter(f"{_W}p")).split())


def _runs(element: _Element) -> Iterator[str]:
    """Yield the text of a paragraph: what stands there once all tracked changes are accepted."""
    for child in element:
        if child.tag in _DROPPED or child.tag == f"{_W}txbxContent":
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _TEXT:
            yield _TEXT[child.tag]
        elif isinstance(child.tag, str):
            yield from _runs(child)


def _text_boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag not in _DROPPED and isinstance(child.tag, str):
            yield from _text_boxes(child)


def _is_bold(paragraph: _Element) -> bool:
    """Return whether every run with text is bold by itself."""
    runs = [run for run in paragraph.iter(f"{_W}r") if "".join(_runs(run)).strip()]
    return bool(runs) and all(_value(run, "rPr/b") not in (None, "0", "false", "off") for run in runs)
