"""Lines that a text lacks -> the text with them in their right places, everything else left as it stands.

In a text that was composed the merge finds the place: to it, the lines are new in the brief. An imported text has no
composed lines, so the sections that were read in it tell where a section belongs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from postwright.drafting.compose import ORDER
from postwright.drafting.markdown_escape import escape_heading
from postwright.drafting.merge import merge
from postwright.drafting.render import gap, item_line
from postwright.drafting.trace import trace
from postwright.model.posting import Item, Posting, Section
from postwright.model.reading import SectionSpan


def with_items(base: Posting, text: str, wanted: Collection[str]) -> str:
    """Return `text`, which a person made of `base`, with the wanted items as they were composed.

    An item that was taken out comes back at its place, with the heading of its section where that is gone too; one
    that was edited has its composed words again.
    """
    lines = {item.id: item_line(item).text for item in base.items() if item.id in wanted}
    for line in reversed(trace(base, text)):
        if line.base is not None and line.base.key in lines:
            text = f"{text[: line.start]}{lines.pop(line.base.key)}{text[line.end :]}"
    return merge(without(base, lines), base, text).text


def without(posting: Posting, items: Collection[str]) -> Posting:
    """Return the posting without some items; a section that they were all of stays, with its heading only."""
    sections = (
        replace(section, items=tuple(item for item in section.items if item.id not in items))
        for section in posting.sections
    )
    return replace(posting, sections=tuple(sections))


def with_item(posting: Posting, section: Section) -> Posting:
    """Return the posting with the items of `section` at the end of its section, which is put in where there is none."""
    own = [number for number, each in enumerate(posting.sections) if each.kind == section.kind]
    same = [number for number in own if posting.sections[number].heading == section.heading] or own
    sections = list(posting.sections)
    if same:
        at = same[0]
        sections[at] = replace(sections[at], items=(*sections[at].items, *section.items))
    else:
        earlier = [n for n, each in enumerate(sections) if ORDER.index(each.kind) <= ORDER.index(section.kind)]
        sections.insert(earlier[-1] + 1 if earlier else 0, section)
    return replace(posting, sections=tuple(sections))


@dataclass(frozen=True, slots=True)
class Imported:
    """A text that was not composed here, and the sections that were read in it."""

    text: str
    sections: Sequence[SectionSpan]
    markdown: bool

    def with_section(self, section: Section) -> str:
        """Return the text with the items at the end of the section of their kind, put in where the text has none."""
        text = self.text
        own = [span for span in self.sections if span.kind == section.kind]
        at = self._end(own[-1]) if own else self._place(section)
        before, after = text[:at].rstrip(), text[at:].lstrip("\n")
        heading = [] if own else [self._heading(section)]
        parts = [*heading, self._lines(section.items, before if own else "")]
        close = bool(own) and section.items[0].form == "bullet" and _is_bullet(before)
        added = "\n\n".join(parts)
        start = f"{before}{'' if not before else gap('bullet', 'bullet') if close else chr(10) * 2}{added}"
        return f"{start}\n\n{after}" if after.strip() else f"{start}\n"

    def _heading(self, section: Section) -> str:
        return f"## {escape_heading(section.heading)}" if self.markdown else section.heading

    def _lines(self, items: Sequence[Item], before: str) -> str:
        mark = _mark_of(before)
        written = [
            f"{mark if item.form == 'bullet' else ''}{item_line(item).text.removeprefix('- ')}"
            if self.markdown
            else f"{mark if item.form == 'bullet' else ''}{item.text}"
            for item in items
        ]
        text = written[0]
        for number in range(1, len(items)):
            text += gap(items[number - 1].form, items[number].form) + written[number]
        return text

    def _end(self, span: SectionSpan) -> int:
        return span.start + len(self.text[span.start : span.end].rstrip())

    def _place(self, section: Section) -> int:
        """Return where a new section begins: behind the last of those that come before it, else before the first."""
        rank = {kind: number for number, kind in enumerate(ORDER)}
        known = [span for span in self.sections if span.kind in rank]
        earlier = [span for span in known if rank[span.kind] < rank[section.kind]]
        if earlier:
            return self._end(earlier[-1])
        later = [span for span in known if rank[span.kind] > rank[section.kind] and span.heading]
        return _line_start(self.text, later[0].start) if later else len(self.text)


_MARKS = ("- ", "* ", "• ", "+ ")


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _mark_of(before: str) -> str:
    """Return the list mark of the last line, the house's where that is none."""
    last = before[_line_start(before, len(before)) :]
    return next((mark for mark in _MARKS if last.startswith(mark)), _MARKS[0])


def _is_bullet(before: str) -> bool:
    return before[_line_start(before, len(before)) :].startswith(_MARKS)
