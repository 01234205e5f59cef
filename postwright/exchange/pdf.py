"""The edited text as a tagged PDF (PDF/UA-1) with its fonts inside: headings, lists and links are what they look like.

The `typst` package lays it out (templates/layouts/posting.typ); the text goes to it as data, never as its source.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from postwright.errors import ExportError
from postwright.exchange.limits import MAX_PDF_CHARACTERS
from postwright.exchange.markup import tokens_of
from postwright.exchange.pdf_content import blocks_of
from postwright.exchange.titles import day_of, title_of, without_forbidden
from postwright.late_pattern import late

if TYPE_CHECKING:
    from pathlib import Path

    from postwright.model.brief import Brief, Organisation
    from postwright.model.posting import Posting

_NO_FONT = late(r'the text `"(.*?)"` could not be displayed', re.DOTALL)


def export(posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation) -> bytes:
    """Return the bytes of a .pdf file; the same text gives the same document.

    Raises ExportError where the typesetter is missing, or no font of this machine has a character of the text.
    """
    from postwright.reading.language import detect_language

    if len(text) > MAX_PDF_CHARACTERS:
        raise ExportError(
            f"The text is too long for a PDF: {len(text):,} characters, of which {MAX_PDF_CHARACTERS:,} can be set.",
            hint="Shorten it, or export it as a Word document.",
        )
    text = without_forbidden(text)
    value = {
        "title": title_of(text, posting, brief),
        "author": without_forbidden(organisation.name),
        "lang": detect_language(text),
        "blocks": blocks_of(tokens_of(text)),
    }
    moment = dt.datetime.combine(day_of(brief), dt.time(), dt.UTC)
    return _typeset(json.dumps(value), moment)


@lru_cache(maxsize=8)
def _typeset(value: str, moment: dt.datetime) -> bytes:
    """Return the PDF; the last few are remembered, since whether one can be made is asked before it is.

    Fonts of the machine are looked at only where those that ship lack a character.
    """
    typst = _typst()
    lacking = ""
    for system_fonts in (False, True):
        try:
            return bytes(
                typst.compile(
                    _layout(),
                    font_paths=_fonts(system_fonts),
                    ignore_system_fonts=not system_fonts,
                    root=_templates() / "layouts",
                    sys_inputs={"posting": value},
                    format="pdf",
                    pdf_standards=["ua-1"],
                    timestamp=moment,
                )
            )
        except typst.TypstError as error:
            if not (found := _NO_FONT.search(error.message)):
                raise ExportError(
                    f"The PDF could not be made: {error.message}.",
                    hint="Export it as a Word document, and report this text, please.",
                ) from error
            lacking = found[1]
    raise ExportError(
        f"The PDF could not be made: no font of this machine has “{lacking}”.",
        hint="Take it out, install a font that has it (for Chinese, Japanese and Korean: Noto Sans CJK), or export it "
        "as a Word document.",
    )


def _typst() -> Any:
    try:
        import typst
    except ImportError as error:
        raise ExportError(
            f"PDF needs the package typst, which cannot be used here ({error}).",
            hint="Install it: pip install -r requirements.txt",
        ) from error
    return typst


@lru_cache(maxsize=2)
def _fonts(system_fonts: bool) -> Any:
    return _typst().Fonts(include_system_fonts=system_fonts, font_paths=[_templates() / "fonts"])


@lru_cache(maxsize=1)
def _layout() -> bytes:
    return (_templates() / "layouts" / "posting.typ").read_bytes()


def _templates() -> Path:
    from pathlib import Path

    return Path(__file__).resolve().parents[2] / "templates"
