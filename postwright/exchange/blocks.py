"""Gathers headings, paragraphs, list items and tables of a document into Markdown; importers share it."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST_HEADING = 80
"""Characters; a longer bold line is an emphasised sentence, not a heading."""


class Blocks:
    """The lines of a Markdown text under construction."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._last = ""

    def heading(self, text: str, *, level: int) -> None:
        if text:
            self._add(f"{'#' * min(max(level, 1), 6)} {text}", kind="heading")

    def paragraph(self, text: str) -> None:
        if text:
            self._add(text, kind="paragraph")

    def bullet(self, text: str, *, depth: int = 0, marker: str = "- ") -> None:
        if text:
            self._add(f"{'  ' * max(depth, 0)}{marker}{text}", kind="bullet")

    def lines(self, lines: Sequence[str]) -> None:
        """Add lines that belong together, such as a table."""
        if lines:
            self._add("\n".join(lines), kind="table")

    def text(self) -> str:
        """Return what was gathered; it ends in one line feed."""
        return "\n".join(self._lines) + "\n" if self._lines else ""

    def _add(self, line: str, *, kind: str) -> None:
        if self._lines and not (kind == self._last == "bullet"):
            self._lines.append("")
        self._lines.append(line)
        self._last = kind


def looks_like_heading(text: str) -> bool:
    """Return whether a line that stands out in bold is short and open enough to be a heading."""
    return 0 < len(text) <= _LONGEST_HEADING and not text.endswith((".", ";", ",", "!"))


def markdown_table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a Markdown table whose first row is its head; empty rows are left out.

    >>> markdown_table([["Shift", "Hours"], ["Early", "6 to 14"]])
    ['| Shift | Hours |', '| --- | --- |', '| Early | 6 to 14 |']
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    width = max((len(row) for row in filled), default=0)
    lines = [
        "| " + " | ".join([*(c.replace("|", "/") for c in row), *[""] * (width - len(row))]) + " |" for row in filled
    ]
    return [*lines[:1], "| " + " | ".join(["---"] * width) + " |", *lines[1:]] if lines else []
