"""The command `postwright ground`: does a posting, or a statement, say only what its sources say?"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from postwright.cli_inputs import (
    brief_from,
    has_organisation,
    house_organisation,
    house_rules,
    show_notes,
    standard_input,
    understood,
)  # fmt: skip
from postwright.cli_options import known
from postwright.cli_status import FOUND, OK, UNUSABLE, complain
from postwright.cli_waive import one_posting
from postwright.errors import DocumentError, InputError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from postwright.grounding.own_words import OwnSentence
    from postwright.guidelines.records import Guidelines


def ground(options: argparse.Namespace) -> int:
    """Point out what a posting says and its brief does not, or judge statements with their sources line by line."""
    format = known("format", options.format, ("text", "json"))
    if options.items:
        if options.path or options.brief:
            raise InputError("--items takes no posting and no brief.", hint="The sources stand in each line.")
        return _ground_items(options.items, house_rules())
    if not options.path or not options.brief:
        raise InputError(
            "Name a posting and the brief that it rests on.", hint="postwright ground POSTING --brief BRIEF"
        )
    return _ground_posting(options, format)


def _ground_items(path: str, guidelines: Guidelines) -> int:
    from postwright.exchange.grounding_json import judged_object, read_items
    from postwright.exchange.jsonl_in import lines_of
    from postwright.exchange.lint_reports import json_line
    from postwright.grounding.lexicon import lexicon_of
    from postwright.grounding.verify import verify

    status = OK
    lexicon = lexicon_of(guidelines)
    name = "standard input" if path == "-" else path
    with _opened(path) as stream:
        for item in read_items(lines_of(stream), name=name, guidelines=guidelines):
            if isinstance(item, DocumentError):
                complain(item)
                status = UNUSABLE
                continue
            id, statement = item
            sys.stdout.write(json_line(judged_object(id, verify(statement, lexicon=lexicon))))
    return status


@contextlib.contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    """Give the bytes of a file, or of standard input for "-"."""
    if path == "-":
        stream = standard_input()
        if stream is None:
            raise InputError("There is no standard input.", hint="Name a file.")
        yield stream
        return
    try:
        with Path(path).open("rb") as file:
            yield file
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}.", hint="Check the name.") from None


def _ground_posting(options: argparse.Namespace, format: str) -> int:
    from postwright.drafting.compose import compose
    from postwright.drafting.places import place_name
    from postwright.drafting.render import to_markdown
    from postwright.grounding.lexicon import lexicon_of
    from postwright.grounding.own_words import own_sentences
    from postwright.model.brief import Organisation
    from postwright.model.brief_sources import sources_of

    guidelines = house_rules()
    brief = brief_from(options.brief, guidelines)
    organisation = house_organisation() if has_organisation() else Organisation()
    imported = one_posting(options.path, "")
    show_notes(imported)
    document, reading = understood(imported, brief.title, guidelines)
    sources = sources_of(brief, organisation, place_name=place_name)
    composed = to_markdown(compose(brief, organisation=organisation, guidelines=guidelines))
    found = tuple(
        own_sentences(document, reading, sources, lexicon=lexicon_of(guidelines), leave_out=composed.__contains__)
    )
    if format == "json":
        _write_json(str(imported.id), found)
    else:
        _write_text(str(imported.id), document.text, found)
    return OK if all(sentence.judgement.supported for sentence in found) else FOUND


def _write_json(id: str, found: tuple[OwnSentence, ...]) -> None:
    from postwright.exchange.grounding_json import finding_object
    from postwright.exchange.lint_reports import json_line

    sentences = [
        {
            "start": sentence.start,
            "end": sentence.end,
            "section": sentence.section,
            "supported": sentence.judgement.supported,
            "sources": [source.id for source in sentence.sources],
            "findings": [finding_object(finding) for finding in sentence.judgement.findings],
        }
        for sentence in found
    ]
    sys.stdout.write(json_line({"id": id, "sentences": sentences}))


def _write_text(id: str, text: str, found: tuple[OwnSentence, ...]) -> None:
    from postwright.exchange.terminal import console_for, count, visible

    console = console_for(sys.stdout)
    wrong = [sentence for sentence in found if not sentence.judgement.supported]
    for sentence in wrong:
        console.print(visible(" ".join(text[sentence.start : sentence.end].split())))
        for finding in sentence.judgement.findings:
            if finding.refuses:
                console.print(f"    {visible(finding.message)}")
    console.print(
        f"{visible(id)}: {len(wrong)} of {count(len(found), 'sentence')} of your own without support in the brief."
        + (" Add it to the brief, or take it out." if wrong else "")
    )
