"""An accepted finding is known by the words around it, wherever in the text they move."""

import datetime as dt

import pytest

from postwright.errors import InputError
from postwright.model.finding import Finding
from postwright.model.waiver import Sifted, Waiver, context_of, split, waiver_of

TEXT = "We look for a rockstar who ships.\nAnother rockstar leads the choir."
DAY = dt.date(2026, 11, 20)


def marked(text: str, quote: str, nth: int = 0, rule: str = "wording/cliches") -> Finding:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Finding(rule, "notice", start, start + len(quote), "m", "w", "s", quote=quote)


def covering(finding: Finding, text: str, expires: dt.date | None = None) -> Waiver:
    return Waiver(finding.rule, context_of(text, finding), finding.quote, "agreed", expires=expires)


@pytest.mark.parametrize(
    ("changed", "covered"),
    [
        (TEXT, True),
        ("A new first line.\n\n" + TEXT, True),
        (TEXT.replace("We look for", "WE LOOK, for"), True),
        (TEXT.replace("who ships", "who sings"), False),
        (TEXT.replace("look for", "search for"), False),
        (TEXT.replace("Another", "One more"), True),
    ],
)
def test_a_waiver_holds_while_the_words_on_its_line_stay(changed, covered):
    waiver = covering(marked(TEXT, "rockstar"), TEXT)
    now = marked(changed, "rockstar")
    assert (context_of(changed, now) == waiver.context) is covered


def test_a_waiver_covers_one_place_and_one_rule_only():
    first, second = marked(TEXT, "rockstar"), marked(TEXT, "rockstar", 1)
    other = marked(TEXT, "rockstar", rule="wording/age")
    waiver = covering(first, TEXT)
    assert split([first, second, other], TEXT, [waiver], on=DAY) == Sifted(
        (first, second, other), (second, other), ((first, waiver),), (), ()
    )


def test_a_waiver_ends_after_its_last_day():
    finding = marked(TEXT, "rockstar")
    waiver = covering(finding, TEXT, expires=DAY)
    assert split([finding], TEXT, [waiver], on=DAY) == Sifted((finding,), (), ((finding, waiver),), (), ())
    next_day = DAY + dt.timedelta(days=1)
    assert split([finding], TEXT, [waiver], on=next_day) == Sifted((finding,), (finding,), (), (), (waiver,))


def test_what_is_missing_is_known_by_its_field_and_its_message():
    missing = [
        Finding("missing/pay-range", "error", None, None, message, "w", "s", field=field)
        for message, field in [("Colorado asks", "pay.1"), ("Colorado asks", "pay.2"), ("Ohio asks", "pay.1")]
    ]
    waiver = covering(missing[0], TEXT)
    assert split(missing, "another text", [waiver], on=DAY) == Sifted(
        tuple(missing), tuple(missing[1:]), ((missing[0], waiver),), (), ()
    )


def test_what_is_said_of_the_whole_text_stays_accepted_when_its_figures_change():
    long, longer, short = (
        Finding("clarity/length", "notice", None, None, message, "w", "s")
        for message in ("The text has 1,034 words.", "The text has 990 words.", "The text is short.")
    )
    waiver = covering(long, TEXT)
    assert split([longer], TEXT, [waiver], on=DAY).open == ()
    assert split([short], TEXT, [waiver], on=DAY) == Sifted((short,), (short,), (), (waiver,), ())


def test_a_finding_is_accepted_with_a_reason_and_for_days_to_come_only():
    finding = marked(TEXT, "rockstar")
    waiver = waiver_of(finding, TEXT, reason=" the  band ", owner="Ada", expires=DAY, today=DAY)
    assert waiver == Waiver(finding.rule, context_of(TEXT, finding), "rockstar", "the band", "Ada", DAY)
    with pytest.raises(InputError, match="none was given"):
        waiver_of(finding, TEXT, reason=" \n", today=DAY)
    with pytest.raises(InputError, match="2026-11-19 is past"):
        waiver_of(finding, TEXT, reason="r", expires=DAY - dt.timedelta(days=1), today=DAY)


def test_words_far_away_on_one_long_line_do_not_count():
    line = "x " * 5000 + "We look for a rockstar who ships " + "y " * 5000
    changed = "z " * 9000 + line
    assert context_of(line, marked(line, "rockstar")) == context_of(changed, marked(changed, "rockstar"))
