"""What the reports for people share: a console of sensible width, and text that cannot steer a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from postwright.exchange.showing import count as count
from postwright.exchange.showing import visible as visible

if TYPE_CHECKING:
    from rich.style import Style

WIDEST = 110
"""Columns beyond which lines are hard to follow."""
WIDTH_OF_A_PIPE = 100


class _Console(Console):
    """A console that leaves it to the command to end when whoever reads it has gone; rich's own ends the process."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console_for(stream: IO[str]) -> Console:
    """Return a console on `stream`: colours only on a terminal, none where NO_COLOR is set."""
    console = _Console(file=stream, highlight=False, markup=False, emoji=False)
    width = min(console.width, WIDEST) if console.is_terminal else WIDTH_OF_A_PIPE
    console.width = max(width, 40)
    return console


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of a line that fits the width; offsets index the whole text."""

    start: int
    end: int


def rows_of(text: str, start: int, end: int, *, width: int) -> Iterator[Row]:
    """Yield rows of at most `width` columns that cover text[start:end], broken at spaces where there are any."""
    position = start
    while position < end:
        stop = position + _fitting(text[position : min(end, position + width)], width)
        if stop < end:
            space = text.rfind(" ", position + 1, stop + 1)
            stop = space + 1 if space > position + width // 3 else stop
        yield Row(position, stop)
        position = stop


def _fitting(text: str, width: int) -> int:
    """Return how many characters of `text` fit `width` columns; at least one."""
    if text.isascii():
        return max(min(len(text), width), 1)
    columns = 0
    for index, character in enumerate(text):
        columns += cell_len(visible(character))
        if columns > width:
            return max(index, 1)
    return len(text)


def marked(text: str, row: Row, spans: list[tuple[int, int, str | Style]]) -> Text:
    """Return the row's text with the given spans in their styles."""
    shown = Text(visible(text[row.start : row.end]).rstrip(), no_wrap=True, overflow="ignore", end="")
    for start, end, style in spans:
        shown.stylize(style, max(start - row.start, 0), max(min(end, row.end) - row.start, 0))
    return shown


def carets(text: str, row: Row, start: int, end: int) -> str:
    """Return the blanks and carets that stand under text[start:end] in the row."""
    first, last = max(start, row.start), min(end, row.end)
    before = cell_len(visible(text[row.start : first]))
    under = cell_len(visible(text[first:last].rstrip())) or 1
    return " " * before + "^" * under


def print_changes(console: Console, name: str, old: str, new: str) -> None:
    """Print what differs between two versions of a text: the old words in red, the new ones in green."""
    from postwright.exchange.difference import changes

    console.print(Text(visible(name), style="bold"))
    for change in changes(old, new):
        console.print(Text(f"  line {change.line}", style="dim"))
        for sign, words, style in (("-", change.old, "red"), ("+", change.new, "green")):
            lines = words.split("\n") if words or change.before or change.after else []
            for number, line in enumerate(lines):
                before = change.before if number == 0 else ""
                after = change.after if number == len(lines) - 1 else ""
                shown = Text.assemble(visible(before), (visible(line), f"{style} bold"), visible(after))
                console.print(Text.assemble((f"  {sign} ", style), shown), soft_wrap=True)
