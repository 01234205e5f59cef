"""Which words of a line have something behind them in its sources."""

from __future__ import annotations

import pytest

from postwright.grounding.examined import examined, examined_source
from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.support import unsupported
from postwright.guidelines.load import load_guidelines
from postwright.model.statement import Source


def novel(text: str, *sources: str) -> list[str]:
    lexicon = lexicon_of(load_guidelines())
    statement = examined(text, lexicon)
    cited = tuple(examined_source(Source("responsibility", source), lexicon) for source in sources)
    return [statement.prepared.tokens[at].text for at in unsupported(statement, cited, lexicon)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("You are responsible for managing the orders.", "order management"),
        ("You troubleshoot the presses.", "fault finding on presses"),
        ("Key performance indicators are yours to set.", "set KPIs"),
        ("You set the KPIs.", "set key performance indicators"),
    ],
)
def test_another_form_a_synonym_or_an_abbreviation_is_supported(text: str, source: str) -> None:
    assert novel(text, source) == []


def test_what_no_source_says_is_not() -> None:
    assert novel("You order paint and polish the hulls.", "order paint") == ["polish", "hulls"]
