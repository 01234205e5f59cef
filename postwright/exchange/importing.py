"""A path or bytes with a name -> postings, whatever the format; every failure is one DocumentError with what to do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from postwright.errors import DocumentError
from postwright.exchange.document import Imported
from postwright.exchange.jsonl_in import lines_of, read_jsonl
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


def read_path(path: Path, *, name: str = "") -> Iterator[Imported | DocumentError]:
    """Yield the postings of a file, or what is wrong with it; only .jsonl holds more than one."""
    shown = name or str(path)
    try:
        kind = _kind_of(path.suffix, shown)
        if kind == "jsonl":
            with path.open("rb") as lines:
                for posting in read_jsonl(lines, name=shown):
                    yield posting if isinstance(posting, DocumentError) else replace(posting, path=path)
        else:
            yield replace(_read(_content(path, shown), kind=kind, name=shown), path=path)
    except DocumentError as error:
        yield error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        yield _unreadable(error, path, shown)


def read_upload(data: bytes, *, name: str) -> Imported:
    """Return the posting in an uploaded file. Raises DocumentError with what to do; .jsonl is not taken here."""
    _check_size(len(data), name)
    kind = _kind_of(PurePath(name).suffix, name)
    if kind == "jsonl":
        raise DocumentError(f"{name} holds many postings.", hint=f"Use `postwright lint {name}` for them.")
    return _read(data, kind=kind, name=name)


def read_paste(text: str, *, name: str = "The pasted text") -> Imported:
    """Return a pasted posting, cleaned. Raises DocumentError for a text that is empty or too long."""
    from postwright.exchange.document import check_length, cleaned

    check_length(text, name=name)
    return cleaned(Imported(text, None, id=name))


def read_stream(data: bytes, *, name: str = "-") -> Iterator[Imported | DocumentError]:
    """Yield the postings of standard input, whose format is told from its first bytes."""
    try:
        kind = _sniffed(data)
        if kind == "jsonl":
            yield from read_jsonl(lines_of(data), name=name)
        else:
            _check_size(len(data), name)
            yield _read(data, kind=kind, name=name)
    except DocumentError as error:
        yield error


def read_brief_file(source: bytes | Path, *, name: str) -> str:
    """Return the text of a brief's file. Raises DocumentError with what to do."""
    from postwright.exchange.text_in import decode

    try:
        data = source if isinstance(source, bytes) else _content(source, name)
    except (OSError, ValueError) as error:
        raise _unreadable(error, Path(name), name) from None
    return decode(data, name=name)[0]


def _read(data: bytes, *, kind: str, name: str) -> Imported:
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


def _kind_of(suffix: str, name: str) -> str:
    kind = KINDS.get(suffix.lower())
    if kind is None:
        advice = (
            _ADVICE.get(suffix.lower()) or f"Postings are {READABLE}.{did_you_mean(suffix, [k for k in KINDS if k])}"
        )
        raise DocumentError(f"{name}: {suffix} files are not read.", hint=advice)
    return kind


def _sniffed(data: bytes) -> str:
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


def _content(path: Path, shown: str) -> bytes:
    if path.is_dir():
        raise DocumentError(f"{shown} is a folder.", hint=f"Name the files in it: {shown.rstrip('/')}/*.md")
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    _check_size(len(data), shown)
    return data


def _check_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise DocumentError(
            f"{name} is too large: more than {MAX_BYTES / 1e6:.0f} MB.",
            hint="Remove its pictures, or copy the posting's text into a .txt file.",
        )


def _unreadable(error: Exception, path: Path, shown: str) -> DocumentError:
    if isinstance(error, FileNotFoundError):
        siblings = _siblings(path)
        return DocumentError(
            f"{shown} does not exist.", hint=did_you_mean(path.name, siblings).strip() or "Check the path."
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
