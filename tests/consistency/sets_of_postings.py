"""How the tests of reviews make records and reviews from short texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from postwright.consistency.record import ReviewedPosting
from postwright.consistency.recording import Known, Recorder
from postwright.consistency.review import Review, review
from postwright.guidelines.load import load_guidelines
from postwright.linting.rule import Example
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding
from postwright.reading.document import parse
from postwright.reading.reader import read_document

TODAY = dt.date(2026, 11, 20)


def recorded(
    examples: Sequence[Example], *, employer: str = "", findings: Sequence[Finding] = ()
) -> list[ReviewedPosting]:
    """Return the records of short postings."""
    guidelines = load_guidelines()
    recorder = Recorder(guidelines, date=TODAY)
    records = []
    for number, example in enumerate(examples, 1):
        document = parse(example.text)
        reading = read_document(document, title=example.title, guidelines=guidelines)
        known = Known(
            id=f"p{number}", title=example.title, employer=employer, place=", ".join(example.places),
            level=example.level, brief=Brief.model_validate(example.brief) if example.brief is not None else None,
        )  # fmt: skip
        records.append(recorder.record(known, document, reading, findings))
    return records


def reviewed(examples: Sequence[Example], *, select: Sequence[str] = (), employer: str = "") -> Review:
    """Return the review of short postings; the organisation is that of the first that gives one."""
    given = next((example.organisation for example in examples if example.organisation is not None), None)
    return review(
        recorded(examples, employer=employer),
        guidelines=load_guidelines(),
        organisation=Organisation.model_validate(given) if given is not None else None,
        select=select,
    )
