"""A .txt or .md file that may be changed: read so that whatever is not changed is written back byte for byte."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from postwright.errors import InputError
from postwright.exchange.importing import KINDS
from postwright.exchange.save import save

_MARKED = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it was read; `text` has line feeds only."""

    path: Path
    content: bytes
    text: str
    mark: bytes
    encoding: str
    line_end: str

    def write(self, text: str) -> None:
        """Put `text` into the file, whole or not at all. InputError where somebody changed the file meanwhile."""
        if _content(self.path) != self.content:
            raise InputError(
                f"{self.path} was changed by somebody else meanwhile.", hint="Nothing was written; run it again."
            )
        save(self.mark + text.replace("\n", self.line_end).encode(self.encoding), self.path)


def open_for_change(path: Path) -> TextFile:
    """Return a text file. InputError for other formats, and for text that would not come back as it is."""
    if KINDS.get(path.suffix.lower()) not in ("text", "markdown"):
        raise InputError(
            f"{path} is no text file: fixes are written to .txt and .md only.",
            hint="Copy the posting into a text file, or make the change in its own program.",
        )
    content = _content(path)
    mark, encoding = next(((mark, name) for mark, name in _MARKED if content.startswith(mark)), (b"", "utf-8"))
    try:
        decoded = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8 text.", hint="Save it as UTF-8, then fix it.") from None
    line_end = "\r\n" if "\r\n" in decoded else "\n"
    text = decoded.replace("\r\n", "\n")
    if text.replace("\n", line_end) != decoded:
        raise InputError(f"{path} mixes two kinds of line ends.", hint="Save it with one of them, then fix it.")
    return TextFile(path, content, text, mark, encoding, line_end)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.", hint="Check the path.") from None
