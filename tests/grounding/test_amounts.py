"""What is read as an amount, and when an amount of a line is that of its sources."""

from __future__ import annotations

import pytest

from postwright.grounding.examined import examined
from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.verify import verify
from postwright.guidelines.load import load_guidelines
from postwright.model.statement import Source, Statement
from postwright.model.words import SectionKind


def kinds(text: str, source: str, section: SectionKind = "requirements") -> list[str]:
    statement = Statement(text, (Source("must_have", source),), section)
    judgement = verify(statement, lexicon=lexicon_of(load_guidelines()))
    return [finding.kind for finding in judgement.findings if finding.refuses]


@pytest.mark.parametrize(
    ("text", "values", "unit", "comparator"),
    [
        ("thirty-two and a half hours", (1950.0,), "minute", "exact"),
        ("a minimum of 18 months", (18.0,), "month", "least"),
        ("between a year and a half and two years", (18.0, 24.0), "month", "exact"),
        ("£28-33k", (28000.0, 33000.0), "money:GBP", "exact"),
        ("₹18 to 22 lakh", (1800000.0, 2200000.0), "money:INR", "exact"),
        ("no more than six beds", (6.0,), "", "most"),
        ("three quarters of an hour or longer", (45.0,), "minute", "least"),
        ("just under 40%", (40.0,), "%", "less"),
        ("A$61.20", (61.2,), "money:AUD", "exact"),
    ],
)
def test_amounts_are_read_in_digits_and_words(text: str, values: tuple[float, ...], unit: str, comparator: str) -> None:
    amounts = examined(text, lexicon_of(load_guidelines())).amounts
    assert [(a.values, a.unit, a.comparator) for a in amounts] == [(values, unit, comparator)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("You have spent at least three years in a bakery.", "3+ years in a bakery"),
        ("Eighteen months with a lathe.", "1.5 years with a lathe"),
        ("You earn from £30,000 to £34,000.", "£30k-£34k"),
        ("You work until half past", "until half past"),
        ("From 7 am to 3.30 pm.", "07:00-15:30"),
        ("One Sunday in two.", "every other Sunday"),
        ("Within two weeks you have an answer.", "an answer in 14 days"),
        ("It opens at a quarter to six and closes at half past two.", "opens 5:45, closes 14:30"),
        ("Every two years it is tested.", "tested on a 2-year cycle"),
        ("You are told within a day.", "told within 24 hours"),
        ("Sundays at one and a half times the rate.", "Sundays at 150% of the rate"),
        ("The course is on the twenty-third of May.", "course on 23 May"),
        ("In the past two years.", "in the last two years"),
        ("Half of the fee is paid.", "50% of the fee is paid"),
    ],
)
def test_the_same_amount_said_otherwise_is_supported(text: str, source: str) -> None:
    assert kinds(text, source) == []


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("You have four years in a bakery.", "3 years in a bakery", "time"),
        ("You have more than three years in a bakery.", "3 years in a bakery", "comparator"),
        ("Your bonus is 10%.", "bonus of up to 10%", "comparator"),
        ("Pay up to £34,000.", "£30,000 to £34,000", "range"),
        ("Output rises from 9% to 7%.", "output from 7% to 9%", "range"),
        ("You earn £12 a shift.", "£12 an hour", "money"),
        ("You earn $34,000.", "£34,000", "money"),
        ("Every weekend you bake.", "every third weekend you bake", "time"),
        ("With six bakers and two ovens.", "two bakers and six ovens", "binding"),
        ("Three years of bread, one of pastry.", "one year of bread, three of pastry", "binding"),
        ("It opens at a quarter past six.", "opens 5:45", "time"),
        ("You bake rolls weekly and cakes daily.", "rolls daily and cakes weekly", "binding"),
        ("£4 a night.", "£4 a cake", "money"),
        ("The course ends on 23 May.", "course from 23 May", "time"),
        ("You bake at most.", "bake at most 40 loaves", "dropped_part"),
    ],
)
def test_an_amount_that_moved_is_refused(text: str, source: str, kind: str) -> None:
    assert kind in kinds(text, source)
