"""Text -> `Reading`: everything that was understood of one posting, each thing with its place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.model.reading import Reading, SectionSpan
from postwright.reading.credentials import find_credentials
from postwright.reading.degree import find_degree
from postwright.reading.demands import find_demands
from postwright.reading.document import Document, TextFormat, parse
from postwright.reading.language import detect_language
from postwright.reading.pay import find_pay
from postwright.reading.sections import find_sections
from postwright.reading.technologies import find_technologies
from postwright.reading.title import find_title, title_level

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

ENGLISH = "en"


def read(text: str, *, title: str = "", guidelines: Guidelines, format: TextFormat | None = None) -> Reading:
    """Return what a text says; every offset of it indexes `text`. A title the text does not state can be given."""
    return read_document(parse(text, format=format), title=title, guidelines=guidelines)


def read_document(document: Document, *, title: str = "", guidelines: Guidelines) -> Reading:
    """Return what a parsed text says; of a text that is not English nothing but its language."""
    language = detect_language(document.text)
    if language != ENGLISH:
        return _unread(document, title, language)
    sections = find_sections(document, guidelines)
    technologies = find_technologies(document, guidelines)
    known_title = title or find_title(document, sections)
    return Reading(
        text=document.text,
        title=known_title,
        language=language,
        title_level=title_level(known_title, guidelines) if known_title else None,
        sections=sections,
        demands=find_demands(document, sections, technologies),
        degree=find_degree(document, sections),
        pay=find_pay(document, sections),
        technologies=technologies,
        credentials=find_credentials(document, sections, guidelines),
    )


def _unread(document: Document, title: str, language: str) -> Reading:
    """Return the reading of a text that nothing can be claimed about."""
    sections = (SectionSpan("other", 0, len(document.text)),) if document.text else ()
    return Reading(
        text=document.text,
        title=title,
        language=language,
        title_level=None,
        sections=sections,
        demands=(),
        degree=None,
        pay=None,
        technologies=(),
        credentials=(),
    )
