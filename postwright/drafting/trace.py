"""Which composed line each line of an edited text is, or was made from: the merge's own matching, for show."""

from __future__ import annotations

from dataclasses import dataclass

from postwright.drafting.merge import matched_lines
from postwright.drafting.render import Line, lines
from postwright.model.posting import Posting


@dataclass(frozen=True, slots=True)
class Traced:
    """A filled line of a text, without the blanks at its end; `base` is None for a line of one's own."""

    text: str
    start: int
    end: int
    base: Line | None

    @property
    def edited(self) -> bool:
        return self.base is not None and self.base.text != self.text


def trace(base: Posting, text: str) -> tuple[Traced, ...]:
    """Return every filled line of `text`, which a person made of `to_markdown(base)`, with where it comes from."""
    origins = iter(matched_lines(base, text))
    traced = []
    start = 0
    for raw in text.split("\n"):
        if raw.strip():
            line = raw.rstrip()
            traced.append(Traced(line, start, start + len(line), next(origins)))
        start += len(raw) + 1
    return tuple(traced)


def missing(base: Posting, text: str) -> tuple[Line, ...]:
    """Return the composed lines of which the text has nothing any more, headings left out."""
    present = {line.base.key for line in trace(base, text) if line.base}
    return tuple(line for line in lines(base) if line.key not in present and not line.is_heading)
