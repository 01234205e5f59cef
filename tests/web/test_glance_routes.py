"""The routes of the state at a glance and of lines that go between text and brief."""

from __future__ import annotations

import pytest

from postwright.linting.registry import all_rules
from postwright.web.tokens import Grant, Tokens

OF_ANOTHER_SERVER = Tokens("x" * 32).issue(Grant("any", "Ada", "window"))
ROUTES = ("glance", "lines/insert", "lines/add", "lines/undo-add")
DUTY = "- Ask the chairman"


def text_of(desk, posting):
    return desk.stored(posting).text


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("token", ["", "forged", OF_ANOTHER_SERVER], ids=["none", "forged", "of another server"])
def test_nothing_is_answered_without_a_token_of_ours(ask, path, token):
    status, answer = ask("POST", path, {"text": "We hire."}, token=token)
    assert (status, answer["error"]) == (401, "token")


def test_a_glance_has_the_figures_the_lines_and_what_can_be_inserted(ask, desk, posting):
    text = text_of(desk, posting)
    status, answer = ask("POST", "glance", {"text": f"{text}\nOurs alone."})
    assert status == 200
    assert answer["checked"]
    assert answer["length"]["words"] > 0
    assert answer["grade"]["figure"] is None
    assert answer["law"]["place_known"] is False
    assert [(line["kind"], line["item"], line["suggested"]) for line in answer["lines"]][:2] == [
        ("drafted", "title", ""),
        ("heading", "heading:summary:About the role", ""),
    ]
    assert answer["lines"][-1]["kind"] == "own"
    assert answer["rules"] == len(all_rules(desk.guidelines()))
    assert {"rule": "missing/pay-range", "blank": "pay"}.items() <= next(
        each for each in answer["inserts"] if each["field"] == "pay"
    ).items()
    assert {"field": "must_have", "label": "must-have"} in answer["fields"]


def test_an_insert_is_given_and_not_saved(ask, desk, posting):
    text = text_of(desk, posting)
    short = text.replace(f"{DUTY}\n", "")
    _, told = ask("POST", "glance", {"text": short})
    (gone,) = told["taken_out"]
    status, answer = ask("POST", "lines/insert", {"text": short, "items": [gone["item"]]})
    assert (status, answer) == (200, {"text": text, "blank": ""})
    _, blank = ask("POST", "lines/insert", {"text": short, "blank": "pay"})
    assert blank["blank"] in blank["text"]
    _, told = ask("POST", "glance", {"text": blank["text"]})
    assert [line["label"] for line in told["lines"] if line["kind"] == "blank"] == ["A blank to fill in"]
    assert text_of(desk, posting) == text


def test_an_own_line_is_added_to_the_brief_once(ask, desk, posting):
    text = text_of(desk, posting).replace(DUTY, f"{DUTY}\n- Hang the pictures")
    opened = desk.open(posting)
    desk.save_text(posting, text, expected_version=opened.version)
    asked = {"text": text, "start": text.index("- Hang"), "field": "responsibilities"}
    status, answer = ask("POST", "lines/add", asked)
    assert (status, answer["text"]) == (200, text)
    assert [entry.text for entry in desk.open(posting).brief.responsibilities] == [
        "Ask the chairman",
        "Hang the pictures",
    ]
    status, again = ask("POST", "lines/add", asked)
    assert (status, again["message"]) == (422, "This is no line of your own.")
    undo = {"text": text, "after": answer["text"], "field": "responsibilities", "entry": answer["entry"]}
    assert ask("POST", "lines/undo-add", undo)[0] == 200
    assert [entry.text for entry in desk.open(posting).brief.responsibilities] == ["Ask the chairman"]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("lines/insert", {"text": "x", "items": "all"}),
        ("lines/insert", {"text": "x", "items": [1]}),
        ("lines/insert", {"text": "x", "items": ["pay:pay.9"]}),
        ("lines/insert", {"text": "x", "blank": "perks"}),
        ("lines/add", {"text": "x", "field": "must_have"}),
        ("lines/add", {"text": "x", "start": 0, "field": "apply"}),
        ("lines/undo-add", {"text": "x", "after": "x", "field": "must_have", "entry": "1"}),
        ("lines/undo-add", {"text": "x", "after": "x", "field": "apply", "entry": 1}),
        ("glance", {"text": 5}),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(ask, path, body):
    status, answer = ask("POST", path, body)
    assert (status, answer["error"]) == (422, "input")
    assert answer["hint"]
