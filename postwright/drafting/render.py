"""Posting -> Markdown: the canonical text that is stored, edited and linted, and where each item stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from postwright.drafting.markdown_escape import escape, escape_heading
from postwright.model.posting import Form, Item, Posting, Section

TITLE = "title"
"""Key of the title line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text. `key` is the id of its item, or names a heading or the title."""

    key: str
    text: str
    form: Form
    mark: int = 0
    """Length of the list or heading mark before the content."""

    @property
    def is_heading(self) -> bool:
        return self.key.startswith("heading:")


@lru_cache(maxsize=64)  # what was composed before and now is asked for many times in one change of a brief
def lines(posting: Posting) -> tuple[Line, ...]:
    """Return the lines of the posting, without the empty ones between them; keys are unique."""
    result = []
    if posting.title:
        result.append(Line(TITLE, f"# {escape_heading(posting.title)}", "paragraph", mark=2))
    for section in posting.sections:
        result.append(Line(heading_key(section), f"## {escape_heading(section.heading)}", "paragraph", mark=3))
        result.extend(item_line(item) for item in section.items)
    return tuple(result)


def heading_key(section: Section) -> str:
    """Return the key of a section's heading; sections of one kind are told apart by their headings."""
    return f"heading:{section.kind}:{section.heading}"


def item_line(item: Item) -> Line:
    """Return the line of an item."""
    if item.form == "bullet":
        return Line(item.id, f"- {escape(item.text)}", "bullet", mark=2)
    return Line(item.id, escape(item.text), "paragraph")


def gap(before: Form, after: Form) -> str:
    """Return what parts two lines: list lines stand close, everything else has an empty line between."""
    return "\n" if before == after == "bullet" else "\n\n"


def to_markdown(posting: Posting) -> str:
    """Return the posting as Markdown that ends in one newline; an empty posting is the empty text."""
    text = ""
    previous: Line | None = None
    for line in lines(posting):
        text += (gap(previous.form, line.form) if previous else "") + line.text
        previous = line
    return f"{text}\n" if text else ""


def item_spans(posting: Posting) -> tuple[tuple[str, int, int], ...]:
    """Return (item id, start, end) of each item's content in `to_markdown(posting)`, without its list mark."""
    ids = {item.id for item in posting.items()}
    spans = []
    offset = 0
    previous: Line | None = None
    for line in lines(posting):
        offset += len(gap(previous.form, line.form)) if previous else 0
        if line.key in ids:
            spans.append((line.key, offset + line.mark, offset + len(line.text)))
        offset += len(line.text)
        previous = line
    return tuple(spans)
