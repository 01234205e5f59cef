"""What the commands read: the house's rules and facts, briefs, and postings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from postwright.errors import DocumentError
    from postwright.exchange.document import Imported
    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Brief, Organisation


def house_rules() -> Guidelines:
    """Return the guidelines with the organisation's overlay."""
    from postwright.guidelines.load import load_guidelines
    from postwright.overlay import overlay_folder

    return load_guidelines(overlay_folder())


def has_organisation() -> bool:
    """Return whether the organisation's facts are there to be read: they cost pydantic's start."""
    from postwright.guidelines.files import ORGANISATION_FILE
    from postwright.overlay import overlay_folder

    folder = overlay_folder()
    return folder is not None and (folder / ORGANISATION_FILE).is_file()


def house_organisation() -> Organisation:
    """Return the organisation's standing facts; empty where there are none."""
    from postwright.guidelines.organisation import load_organisation
    from postwright.overlay import overlay_folder

    return load_organisation(overlay_folder())


def inputs(paths: Iterable[str]) -> Iterator[Imported | DocumentError]:
    """Yield every posting of every path, or what is wrong with it; folders are walked."""
    from postwright.exchange.inputs import read_inputs

    return read_inputs(paths, stdin=standard_input(), note=show_note)


def standard_input() -> IO[bytes] | None:
    """Return standard input as bytes; None where the process has none."""
    return getattr(sys.stdin, "buffer", None)


def show_note(words: str) -> None:
    """Print on stderr what a person should know and nobody must act on."""
    from postwright.exchange.terminal import visible

    print(f"postwright: {visible(words)}", file=sys.stderr)


def brief_from(path: str, guidelines: Guidelines) -> Brief:
    """Return the brief in a file. Raises BriefError or DocumentError with what to do."""
    from postwright.exchange.brief_yaml import check_profile, load_brief
    from postwright.exchange.importing import read_brief_file

    text = read_brief_file(sys.stdin.buffer.read() if path == "-" else Path(path), name=path, note=show_note)
    brief = load_brief(text, name="the brief" if path == "-" else path)
    check_profile(brief, guidelines.roles)
    return brief


def understood(imported: Imported, title: str, guidelines: Guidelines) -> tuple[Any, Any]:
    """Return the document and the reading of a posting."""
    from postwright.reading.document import parse
    from postwright.reading.reader import read_document

    document = parse(imported.text, format=imported.format)
    return document, read_document(document, title=title or imported.title, guidelines=guidelines)


def show_notes(imported: Imported) -> None:
    """Print on stderr what was noticed while a posting was read."""
    for note in imported.notes:
        show_note(f"{imported.id}: {note}")
