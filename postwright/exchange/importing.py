"""A path or bytes with a name -> postings, whatever the format; every failure is one DocumentError with what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path, PurePath

from postwright.errors import DocumentError
from postwright.exchange.document import Imported
from postwright.exchange.limits import MAX_BYTES
from postwright.exchange.nearest import did_you_mean
from postwright.exchange.text_in import read_text

KINDS = {
    ".txt": "text", ".text": "text", "": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html",
    ".htm": "html", ".docx": "docx", ".pdf": "pdf", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
"""What each ending stands for."""
READABLE = ".txt, .md, .html, .docx, .pdf or .jsonl"
_ADVICE = {
    ".doc": "Open it in Word or LibreOffice and save it as .docx.",
    ".odt": "Open it in LibreOffice or Word and save it as .docx.",
    ".rtf": "Open it in Word or LibreOffice and save it as .docx.",
    ".pages": "Export it from Pages as .docx or .pdf.",
    ".json": "Name it .jsonl if it has one posting a line.",
    ".yaml": "A brief is drafted with `postwright draft`; give it beside a posting as --brief.",
    ".yml": "A brief is drafted with `postwright draft`; give it beside a posting as --brief.",
}


_ALIKE = 0.75
"""Share of letters that the name of a file must have in common with the one given: endings alone make half of it."""


def read_upload(data: bytes, *, name: str) -> Imported:
    """Return the posting in an uploaded file. Raises DocumentError with what to do; .jsonl is not taken here."""
    check_size(len(data), name)
    kind = kind_of(PurePath(name).suffix, name)
    if kind == "jsonl":
        raise DocumentError(f"{name} holds many postings.", hint=f"Use `postwright lint {name}` for them.")
    return read_document(data, kind=kind, name=name)


def read_paste(text: str, *, name: str = "The pasted text") -> Imported:
    """Return a pasted posting, cleaned. Raises DocumentError for a text that is empty or too long."""
    from postwright.exchange.document import check_length, cleaned

    check_length(text, name=name)
    return cleaned(Imported(text, None, id=name))


def read_brief_file(source: bytes | Path, *, name: str, note: Callable[[str], None] = lambda words: None) -> str:
    """Return the text of a brief's file; `note` hears of its encoding. Raises DocumentError with what to do."""
    from postwright.exchange.text_in import decode

    if isinstance(source, Path) and KINDS.get(source.suffix.lower(), "text") != "text":
        raise DocumentError(
            f"{name} is no brief: a brief is YAML or JSON.",
            hint="`postwright brief --profile ID` prints one to fill in.",
        )
    try:
        data = source if isinstance(source, bytes) else content_of(source, name)
    except (OSError, ValueError) as error:
        raise unreadable(error, Path(name), name) from None
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16 has them, behind its mark
        raise DocumentError(f"{name} is no text.", hint="A brief is YAML or JSON, saved as UTF-8.")
    text, notes = decode(data, name=name)
    for words in notes:
        note(f"{name}: {words}")
    return text


def read_document(data: bytes, *, kind: str, name: str) -> Imported:
    """Return the posting in a document of a kind but jsonl. Raises DocumentError with what to do."""
    if kind == "docx":
        from postwright.exchange.docx_in import read_docx

        return read_docx(data, name=name)
    if kind == "pdf":
        from postwright.exchange.pdf_in import read_pdf

        return read_pdf(data, name=name)
    if kind == "html":
        from postwright.exchange.html_in import read_html

        return read_html(data, name=name)
    return read_text(data, name=name, format="markdown" if kind == "markdown" else None)


def kind_of(suffix: str, name: str) -> str:
    """Return what an ending stands for. Raises DocumentError for one that is not read."""
    kind = KINDS.get(suffix.lower())
    if kind is None:
        advice = (
            _ADVICE.get(suffix.lower()) or f"Postings are {READABLE}.{did_you_mean(suffix, [k for k in KINDS if k])}"
        )
        raise DocumentError(f"{name}: {suffix} files are not read.", hint=advice)
    return kind


def sniffed(data: bytes) -> str:
    """Return the kind of a document without a name, told from its beginning; its first line must be whole."""
    head = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if head[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith(b"{") and _is_json_object(data.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0]):
        return "jsonl"
    return "text"


def _is_json_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def content_of(path: Path, shown: str) -> bytes:
    """Return what a file holds. Raises DocumentError where that is too much, else OSError."""
    if path.is_dir():
        raise DocumentError(f"{shown} is a folder.", hint="Name a file in it.")
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    check_size(len(data), shown)
    return data


def check_size(size: int, name: str) -> None:
    """Raise DocumentError for more bytes than a document may have."""
    if size > MAX_BYTES:
        raise DocumentError(
            f"{name} is too large: more than {MAX_BYTES / 1e6:.0f} MB.",
            hint="Remove its pictures, or copy the posting's text into a .txt file.",
        )


def unreadable(error: Exception, path: Path, shown: str) -> DocumentError:
    """Return what to say of a file or folder that the system does not give."""
    if isinstance(error, FileNotFoundError):
        siblings = _siblings(path)
        return DocumentError(
            f"{shown} does not exist.",
            hint=did_you_mean(path.name, siblings, alike=_ALIKE).strip() or "Check the path.",
        )
    if isinstance(error, PermissionError):
        return DocumentError(f"{shown} may not be read.", hint="Ask for the right to read it.")
    return DocumentError(
        f"{shown} cannot be read: {getattr(error, 'strerror', None) or error}.", hint="Check the path."
    )


def _siblings(path: Path) -> list[str]:
    try:
        return [entry.name for entry in path.parent.iterdir()][:1000]
    except OSError:
        return []
