"""Bytes of a .txt or .md file -> text: UTF-8, UTF-16 with its mark, else Windows-1252, and it says so; never binary."""

from __future__ import annotations

import codecs
from dataclasses import replace

from postwright.errors import DocumentError
from postwright.exchange.document import Imported, InFile, TextFormat, cleaned
from postwright.exchange.limits import MAX_CHARACTERS

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # UTF-32 before UTF-16: its mark begins with the same bytes
_SIGNATURES = {
    b"%PDF": "a PDF document; name it .pdf",
    b"PK\x03\x04": "a ZIP archive (a Word document?); name it .docx if it is one",
    b"\xd0\xcf\x11\xe0": "an old Office document; save it as .docx",
    b"{\\rtf": "an RTF document; save it as .docx or .txt",
    b"\x1f\x8b": "a gzip archive; unpack it first",
    b"\x89PNG": "an image; text in images is not read",
    b"\xff\xd8\xff": "an image; text in images is not read",
}
_MOST_CONTROLS = 0.01
"""Share of control characters above which bytes are no text of any encoding."""


def read_text(data: bytes, *, name: str, format: TextFormat | None = None) -> Imported:
    """Return the posting in a plain or Markdown text file. Raises DocumentError with what to do."""
    text, notes = decode(data, name=name)
    imported = cleaned(Imported(text, format, id=name, notes=notes))
    return replace(imported, in_file=_in_file(imported.text, text))


def _in_file(text: str, file: str) -> InFile:
    """Return what of a place in a cleaned text holds in the file's own text; Windows line ends move only offsets."""
    if text == file:
        return "exact"
    unified = file.replace("\r\n", "\n")
    if text == unified:
        return "columns"
    return "lines" if text.count("\n") == unified.count("\n") else "no"


def decode(data: bytes, *, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of `data` and notes on its encoding. Raises DocumentError for bytes that are no text."""
    if len(data) > 4 * MAX_CHARACTERS:  # no encoding takes more than four bytes a character
        raise DocumentError(
            f"{name} is too long for a posting: {len(data):,} bytes.",
            hint=f"At most {MAX_CHARACTERS:,} characters are read at once.",
        )
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    refuse_binary(data, name=name)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _other_encoding(data, error, name)


def refuse_binary(data: bytes, *, name: str) -> None:
    """Raise DocumentError for bytes that are a document of another kind or no text at all."""
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            kind, _, advice = what.partition("; ")
            raise DocumentError(f"{name} is not text but {kind}.", hint=f"{advice[:1].upper()}{advice[1:]}.")
    controls = sum(data.count(code) for code in range(0x20) if code not in (0x09, 0x0A, 0x0C, 0x0D))
    if b"\x00" in data or controls > _MOST_CONTROLS * len(data):
        raise DocumentError(
            f"{name} is a binary file, not text.", hint="Save the posting as .txt (UTF-8), .md, .html, .docx or .pdf."
        )


def _other_encoding(data: bytes, error: UnicodeDecodeError, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of bytes that are not all UTF-8: mostly UTF-8 with a few broken bytes, or Windows-1252."""
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    whole = sum(1 for character in repaired if character > "\x7f") - broken
    line = data.count(b"\n", 0, error.start) + 1
    if whole > broken:
        return repaired, (f"{broken:,} place(s) are not valid UTF-8, the first in line {line}; they read as \ufffd.",)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise DocumentError(
            f"{name} is neither UTF-8 nor Windows-1252 text (line {line}).", hint="Save it as UTF-8 and try again."
        ) from None
    return text, ("It is not UTF-8 and was read as Windows-1252; save it as UTF-8 if letters look wrong.",)
