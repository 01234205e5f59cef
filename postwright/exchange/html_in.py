"""A web page -> Markdown: the posting's headings, paragraphs, lists and tables, without menus, scripts and forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.errors import DocumentError
from postwright.exchange.blocks import Blocks, looks_like_heading, markdown_table
from postwright.exchange.document import Imported, cleaned
from postwright.exchange.limits import MAX_HTML_BYTES
from postwright.exchange.text_in import refuse_binary

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import PageElement

_DROPPED = (
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "svg", "iframe",
    "object", "canvas", "head", "dialog", "audio", "video", "textarea",
)  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "header", "hgroup", "html", "main", "p", "pre", "section", "summary", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "ol", "li", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"b", "strong"})
_TAGS = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9]*)")
_MAY_STAY_OPEN = frozenset(
    b"area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option "
    b"colgroup html head body path circle rect line polygon use g".split()
)
_DEEPEST = 200
"""Elements within elements; each takes up to three calls, and Python allows a thousand."""
_LEAST_MAIN = 200
"""Characters below which a <main> is taken for a shell around a page that scripts fill."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read_html(data: bytes, *, name: str) -> Imported:
    """Return the posting on a web page. Raises DocumentError with what to do."""
    from bs4 import BeautifulSoup

    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        refuse_binary(data, name=name)
    _refuse_unparsable(data, name)
    soup = BeautifulSoup(data, "lxml")
    for unwanted in soup.find_all(_DROPPED):
        unwanted.decompose()
    for hidden in [tag for tag in soup.find_all(True) if _is_hidden(tag)]:
        if not hidden.decomposed:
            hidden.decompose()
    blocks = Blocks()
    _Walker(blocks).walk(_root(soup))
    if not blocks.text().strip():
        raise DocumentError(
            f"{name} holds no text besides menus and scripts.",
            hint="Copy the posting from the browser into a .txt file; pages filled by scripts cannot be read.",
        )
    return cleaned(Imported(blocks.text(), "markdown", id=name))


def _refuse_unparsable(data: bytes, name: str) -> None:
    """Refuse a page that is larger, or whose elements stand deeper in each other, than any real page's."""
    if len(data) > MAX_HTML_BYTES:
        raise DocumentError(
            f"{name} is too large for a web page: {len(data):,} bytes.", hint="Copy the posting into a .txt file."
        )
    depth = 0
    for slash, tag in _TAGS.findall(data):
        if tag.lower() in _MAY_STAY_OPEN:
            continue
        depth = max(depth + (-1 if slash else 1), 0)
        if depth > _DEEPEST:
            raise DocumentError(
                f"{name} is nested too deeply to be read.", hint="Copy the posting's text into a .txt file."
            )


def _is_hidden(tag: Tag) -> bool:
    attributes = tag.attrs or {}
    return "hidden" in attributes or bool(_HIDDEN.search(str(attributes.get("style", ""))))


def _root(soup: Tag) -> Tag:
    mains = soup.find_all("main")
    if len(mains) == 1 and len(mains[0].get_text(strip=True)) >= _LEAST_MAIN:
        return mains[0]
    return soup.body or soup


class _Walker:
    """Walks a page in reading order; running text gathers until a block begins or ends."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.run: list[tuple[str, bool]] = []
        self.depth = -1
        self.marker = ""

    def walk(self, tag: Tag) -> None:
        for child in tag.children:
            self._visit(child, bold=False)
        self._flush()

    def _visit(self, node: PageElement, *, bold: bool) -> None:
        from bs4 import Tag
        from bs4.element import NavigableString, PreformattedString

        if isinstance(node, PreformattedString):  # comments, doctype, CDATA
            return
        if isinstance(node, NavigableString):
            self.run.append((str(node), bold))
        elif isinstance(node, Tag):
            self._visit_tag(node, bold=bold)

    def _visit_tag(self, tag: Tag, *, bold: bool) -> None:
        if tag.name == "br":
            self._flush()
        elif tag.name in _HEADINGS:
            self._flush()
            self.blocks.heading(_squeezed(tag.get_text(" ")), level=_HEADINGS[tag.name])
        elif tag.name in ("ul", "ol"):
            self._flush()
            self._list(tag, ordered=tag.name == "ol")
        elif tag.name == "table":
            self._flush()
            self._table(tag)
        elif tag.name in _BLOCKS:
            self._flush()
            self._children(tag, bold=bold)
            self._flush()
        else:
            self._children(tag, bold=bold or tag.name in _BOLD)

    def _children(self, tag: Tag, *, bold: bool) -> None:
        for child in tag.children:
            self._visit(child, bold=bold)

    def _list(self, tag: Tag, *, ordered: bool) -> None:
        self.depth += 1
        number = 0
        for child in tag.children:
            if getattr(child, "name", None) == "li":
                number += 1
                self.marker = f"{number}. " if ordered else "- "
                self._children(child, bold=False)  # type: ignore[arg-type]
                self._flush()
                self.marker = ""
            else:
                self._visit(child, bold=False)
        self._flush()
        self.depth -= 1

    def _table(self, table: Tag) -> None:
        rows = [list(row.find_all(["td", "th"], recursive=False)) for row in _rows(table)]
        is_layout = any(
            cell.find(["ul", "ol", "p", "h1", "h2", "h3", "h4", "table", "li"]) for row in rows for cell in row
        )
        if is_layout or max((len(row) for row in rows), default=0) < 2:
            for row in rows:
                for cell in row:
                    self._children(cell, bold=False)
                    self._flush()
            return
        self.blocks.lines(markdown_table([[_squeezed(cell.get_text(" ")) for cell in row] for row in rows]))

    def _flush(self) -> None:
        text = _squeezed("".join(part for part, _ in self.run))
        words = [(part, bold) for part, bold in self.run if part.strip()]
        self.run = []
        if not text:
            return
        if self.marker:
            self.blocks.bullet(text, depth=self.depth, marker=self.marker)
            self.marker = ""
        elif all(bold for _, bold in words) and looks_like_heading(text):
            self.blocks.heading(text, level=3)
        elif self.depth >= 0:
            self.blocks.bullet(text, depth=self.depth, marker="  ")
        else:
            self.blocks.paragraph(text)


def _rows(table: Tag) -> Iterator[Tag]:
    for part in table.find_all(["tr", "thead", "tbody", "tfoot"], recursive=False):
        if part.name == "tr":
            yield part
        else:
            yield from part.find_all("tr", recursive=False)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
