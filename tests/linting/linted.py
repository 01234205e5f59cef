"""An example of a rule, linted as its record says."""

from __future__ import annotations

from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.linting.rule import Example
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding
from postwright.reading.document import parse
from postwright.reading.reader import read_document


def linted(example: Example, *, text: str | None = None, select: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Return the findings on an example, or on another text under its circumstances."""
    guidelines = load_guidelines()
    document = parse(example.text if text is None else text)
    return lint(
        document,
        read_document(document, title=example.title, guidelines=guidelines),
        guidelines=guidelines,
        date=example.date,
        brief=Brief.model_validate(example.brief) if example.brief is not None else None,
        organisation=Organisation.model_validate(example.organisation) if example.organisation is not None else None,
        level=example.level,
        profile=example.profile,
        places=example.places,
        select=select,
    )
