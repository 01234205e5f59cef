"""All exports by name, and what a person should know before one is used."""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from postwright.errors import ExportError

if TYPE_CHECKING:
    from postwright.model.brief import Brief, Organisation
    from postwright.model.posting import Posting

Export = Callable[["Posting | None", str, "Brief | None", "Organisation"], "str | bytes"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of export."""

    name: str
    module: str
    """The module of this package with its `export`."""
    suffix: str
    mime: str


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("md", "markdown", ".md", "text/markdown"),
        Format("html", "html", ".html", "text/html"),
        Format("docx", "docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        Format("pdf", "pdf", ".pdf", "application/pdf"),
        Format("txt", "plain", ".txt", "text/plain"),
        Format("json", "json", ".json", "application/json"),
        Format("jsonld", "jsonld", ".jsonld", "application/ld+json"),
    )
}
MAY_FAIL = ("pdf",)
"""Formats that need more than Python: a typesetter and fonts with every character."""
_SUFFIXES = {form.suffix: form.name for form in FORMATS.values()} | {".markdown": "md", ".htm": "html", ".text": "txt"}


def format_of(filename: str) -> str | None:
    """Return the name of the format that a file's ending stands for, or None."""
    return next((name for suffix, name in _SUFFIXES.items() if filename.lower().endswith(suffix)), None)


def export(name: str, posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation) -> bytes:
    """Return the export `name` (a key of FORMATS) as bytes; text is UTF-8."""
    module = importlib.import_module(f"postwright.exchange.{FORMATS[name].module}")
    content = cast("Export", module.export)(posting, text, brief, organisation)
    return content if isinstance(content, bytes) else content.encode("utf-8", errors="replace")


def problem(name: str, posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation) -> str:
    """Return why the export `name` cannot be made of this text on this machine, with what to do; "" where it can."""
    if name not in MAY_FAIL:
        return ""
    try:
        export(name, posting, text, brief, organisation)
    except ExportError as error:
        return str(error)
    return ""


def filename(title: str, name: str) -> str:
    """Return a file name that every system takes.

    >>> filename("Ingénieur système / C++", "docx"), filename("  ", "md")
    ('ingenieur-systeme-c.docx', 'posting.md')
    """
    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", ascii_title.lower()).strip("-")[:60].strip("-") or "posting"
    if stem in ("con", "prn", "aux", "nul"):
        stem = f"posting-{stem}"
    return f"{stem}{FORMATS[name].suffix}"
