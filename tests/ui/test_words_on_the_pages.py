"""Small texts that the pages make."""

import datetime as dt

import pytest

from postwright.desk.finding_names import names_of
from postwright.model.finding import Finding
from postwright.ui.brief_form import in_full
from postwright.ui.findings import in_context, summary
from postwright.ui.postings import ago
from postwright.ui.words import DEGREES, EMPLOYMENT_TYPES, LEVEL_NAMES, PERIODS, REASONS, STRENGTHS, WORKPLACES

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


def finding(**values):
    return Finding(
        **{"rule": "wording/x", "severity": "error", "start": 0, "end": 1, "message": "m", "why": "w", "source": "s"}
        | values
    )


def test_findings_are_counted_most_severe_first():
    found = [finding(severity="notice"), finding(), finding(), finding(severity="info")]
    assert summary(found) == ":red-badge[2 must fix] :blue-badge[1 worth a look] :gray-badge[1 for information]"


def test_no_finding_is_said_too():
    assert summary([]) == ":green-badge[:material/check: Nothing to remark on]"


def test_the_key_of_a_finding_does_not_move_with_the_text():
    assert names_of([finding(start=3, end=4)]) == names_of([finding(start=90, end=91)])


def test_two_findings_that_say_the_same_have_two_keys():
    first, second = names_of([finding(start=3), finding(start=90)])
    assert first != second


def test_a_quote_is_marked_within_its_line():
    text = "one\ntwo three four\nfive"
    assert in_context(text, 8, 13) == "two **:orange-background[three]** four"


def test_a_quote_far_into_a_line_is_cut_before():
    text = "x" * 100 + " here"
    assert in_context(text, 101, 105).startswith("…")


def test_a_quote_and_what_stands_around_it_are_cut_between_words():
    text = f"one{' two' * 20} here{' three' * 20}"
    start = text.index("here")
    assert in_context(text, start, start + 4) == (f"…{'two ' * 11}**:orange-background[here]**{' three' * 7}…")
    long = "never ending words " * 20
    assert in_context(long, 0, len(long), most=30) == "**:orange-background[never ending words never…]**"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ({"seconds": 20}, "just now"),
        ({"minutes": 1}, "1 minute ago"),
        ({"minutes": 59}, "59 minutes ago"),
        ({"hours": 3}, "3 hours ago"),
        ({"days": 2}, "on 2026-11-18"),
    ],
)
def test_how_long_ago_a_posting_changed(before, words):
    assert ago(NOW - dt.timedelta(**before), now=NOW) == words


def test_a_problem_that_does_not_name_its_field_is_given_the_name():
    assert in_full("must_have.2.text", "say what is needed") == "must-have 2: say what is needed"
    assert in_full("pay.1.maximum", "pay 1: too low") == "pay 1: too low"


@pytest.mark.parametrize("words", [LEVEL_NAMES, WORKPLACES, EMPLOYMENT_TYPES, PERIODS, STRENGTHS, DEGREES, REASONS])
def test_every_choice_has_words_of_its_own(words):
    assert all(words.values())
    assert len(set(words.values())) == len(words)
