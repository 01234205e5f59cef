"""A PDF -> Markdown: columns read one after the other, lines joined to paragraphs, words broken at line ends mended."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from postwright.errors import DocumentError
from postwright.exchange.document import Imported, cleaned
from postwright.exchange.limits import MAX_PAGES
from postwright.exchange.pdf_layout import Word, lines_in_reading_order, markdown_of

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

_RESAVE = "Export it again, or copy its text into a .txt file."
_NEAR_BLANK = 20
"""Characters on a page below which it is probably a picture of text."""


def read_pdf(data: bytes, *, name: str) -> Imported:
    """Return the posting in a PDF. Raises DocumentError with what to do."""
    import logging

    if b"%PDF" not in data[:1024]:
        raise DocumentError(f"{name} is not a PDF.", hint="Is its name right? Text files end in .txt.")
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns about every odd font
    pages = _pages(data, name)
    lines = [line for words, width in pages for line in lines_in_reading_order(words, page_width=width)]
    text = markdown_of(lines)
    if len(text.strip()) < _NEAR_BLANK:
        raise DocumentError(
            f"{name} holds no text; its pages are probably pictures.",
            hint="Run text recognition (OCR) on it, or copy the posting into a .txt file.",
        )
    blank = [str(number) for number, (words, _) in enumerate(pages, start=1) if not words]
    notes = (f"No text was found on page(s) {', '.join(blank)}.",) if blank else ()
    return cleaned(Imported(text, "markdown", id=name, notes=notes))


def _pages(data: bytes, name: str) -> list[tuple[list[Word], float]]:
    """Return the words and the width of each page."""
    try:
        with _opened(data) as pdf:
            if len(pdf.pages) > MAX_PAGES:
                raise DocumentError(
                    f"{name} has {len(pdf.pages)} pages, far more than a posting.",
                    hint=f"At most {MAX_PAGES} pages are read; save the posting's pages alone.",
                )
            if not pdf.pages:
                raise DocumentError(f"{name} has no pages; it is broken.", hint=_RESAVE)
            return [(_words(page), float(page.width)) for page in pdf.pages]
    except DocumentError:
        raise
    except Exception as error:  # the parser fails in many ways on broken files, none of which is ours to mend
        if _is_password(error):
            raise DocumentError(
                f"{name} is protected by a password.", hint="Save it without a password and try again."
            ) from None
        raise DocumentError(f"{name} is broken and cannot be read ({type(error).__name__}).", hint=_RESAVE) from None


def _opened(data: bytes) -> PDF:
    import pdfplumber

    return pdfplumber.open(io.BytesIO(data))


def _is_password(error: BaseException | None) -> bool:
    """Return whether an error, or what it wraps, says that a password is needed."""
    while error is not None:
        wrapped = next((part for part in error.args if isinstance(part, BaseException)), None)
        if "Password" in type(error).__name__ or "Encryption" in type(error).__name__:
            return True
        error = wrapped or error.__cause__ or error.__context__
    return False


def _words(page: Page) -> list[Word]:
    found: list[dict[str, Any]] = page.extract_words(extra_attrs=["fontname", "size"], keep_blank_chars=False)
    words = [
        Word(
            text=str(word["text"]), x0=float(word["x0"]), x1=float(word["x1"]), top=float(word["top"]),
            bottom=float(word["bottom"]), size=float(word["size"]),
            bold=any(mark in str(word["fontname"]).lower() for mark in ("bold", "black", "heavy", "semibold")),
        )
        for word in found
    ]  # fmt: skip
    page.close()
    return words
