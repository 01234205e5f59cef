"""What an importer returns: the text of one posting, cleaned of characters that nobody can see."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from postwright.errors import DocumentError
from postwright.exchange.limits import MAX_CHARACTERS
from postwright.late_pattern import late
from postwright.stacked_marks import unstacked

TextFormat = Literal["plain", "markdown"]
InFile = Literal["exact", "columns", "lines", "no"]
"""What of a place in the text holds in its file too: all offsets; lines and columns; lines; nothing."""

_CONTROLS = late(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
"""Control characters but for tab and line feed; U+0085 is a line break and becomes one."""
_BIDI = late(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing and can make a text look like another."""
_INVISIBLE = late(r"[\u200b\u2060\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
"""Characters without width that hide between letters, and tags, which can spell out a hidden text; joiners (U+200C,
U+200D) shape letters and emoji and stay."""
_SURROGATES = late(r"[\ud800-\udfff]")
_LINE_BREAKS = late(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Imported:
    """The text of one posting and what was noticed while it was read."""

    text: str
    format: TextFormat | None
    """None where the file does not tell: the reader guesses."""
    title: str = ""
    """The job title, where the file gives one apart from the text."""
    place: str = ""
    """Where the work is, where the file says it apart from the text."""
    employer: str = ""
    """Whose posting it is, where the file says it apart from the text."""
    id: str | int = ""
    """What the posting is called in output: the id in its file, else the file's name."""
    notes: tuple[str, ...] = ()
    """What a person should know: characters removed, another encoding, pages without text."""
    path: Path | None = None
    """The file that it was read from, where it was one."""
    line: int | None = None
    """The line of its file, counted from 1, where the file holds one posting a line."""
    in_file: InFile = field(default="no", compare=False)


def cleaned(imported: Imported) -> Imported:
    """Return `imported` with one kind of line break and without control, bidirectional and invisible characters.

    Raises DocumentError where no text is left or there is too much of it.
    """
    text = _LINE_BREAKS.sub("\n", imported.text)
    notes = list(imported.notes)
    for pattern, replacement, what in (
        (_SURROGATES, "\ufffd", "broken half character(s) were replaced by \ufffd"),
        (_CONTROLS, "", "control character(s) were removed"),
        (_BIDI, "", "character(s) that change the direction of writing were removed"),
        (_INVISIBLE, "", "invisible character(s) were removed"),
    ):
        text, count = pattern.subn(replacement, text)
        if count:
            notes.append(f"{count:,} {what}.")
    text, count = unstacked(text)
    if count:
        notes.append(f"On {count:,} letter(s) marks were piled up; most of them were removed.")
    if not text.strip():
        raise DocumentError(f"{_name(imported)} holds no text.", hint="Is it the right file?")
    check_length(text, name=_name(imported))
    return replace(imported, text=text, notes=tuple(notes))


def check_length(text: str, *, name: str) -> None:
    """Raise DocumentError for a text that is too long for one posting."""
    if len(text) > MAX_CHARACTERS:
        raise DocumentError(
            f"{name} is too long for a posting: {len(text):,} characters.",
            hint=f"At most {MAX_CHARACTERS:,} characters are read at once; give the posting alone, or a .jsonl file "
            "with one posting a line.",
        )


def _name(imported: Imported) -> str:
    return str(imported.id) or "The text"
