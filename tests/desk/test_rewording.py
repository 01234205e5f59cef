"""A rewording for one finding: grounded, linted, and shown only where it mends what was found."""

import pytest

from postwright.desk.rewriting_values import Suggestion
from postwright.errors import SettingsError
from postwright.model.brief import Brief
from postwright.model.finding import Edit, Fix
from postwright.services import open_desk
from postwright.settings import Settings
from tests.servers.scripted_writers import ScriptedWriter

BRIEF = Brief.model_validate(
    {
        "title": "Baker",
        "responsibilities": ["Bake bread like a rockstar", "Clean the oven"],
        "must_have": ["Care with dough"],
        "benefits": ["Lunch with our rockstar cooks"],
        "contact": {"name": "Ann Lee"},
    }
)


class Scripted:
    name = "scripted"

    def __init__(self, answer):
        self.seen = []
        self._answer = answer

    at_once = 1

    def writer(self):
        return ScriptedWriter(lambda line, number: self._answer, name="scripted", seen=self.seen)


@pytest.fixture
def desk_with(tmp_path):
    opened = []

    def make(answer):
        model = Scripted(answer)
        opened.append(open_desk(Settings(data_dir=tmp_path), model=model))
        return opened[-1], model

    yield make
    for each in opened:
        each.close()


def remark(desk, posting, quote="rockstar", *, after=""):
    text = desk.open(posting).text
    found = (f for f in desk.findings(posting) if f.start is not None and f.quote == quote)
    return next(f for f in found if f.start > (text.index(after) if after else 0))


def test_a_rewording_that_mends_the_finding_is_offered_as_a_fix(desk_with):
    desk, model = desk_with("Bake bread")
    posting = desk.new_from_brief(BRIEF)
    finding = remark(desk, posting)
    suggestion = desk.rewritings.reword_finding(posting, finding)
    text = desk.open(posting).text
    start = text.index("- Bake bread")
    assert suggestion == Suggestion(
        before="Bake bread like a rockstar",
        after="Bake bread",
        fix=Fix(
            "Take the model's rewording",
            "unsafe",
            (Edit(start, start + len("- Bake bread like a rockstar"), "- Bake bread"),),
        ),
        worded_by="scripted, reword 1",
        item="responsibilities:responsibilities.1",
    )
    assert '"marked": "rockstar"' in model.seen[0].prompt.messages[1].text
    assert desk.rewritings.take(posting, suggestion).text == text.replace("Bake bread like a rockstar", "Bake bread")
    (line,) = (line for line in desk.lines.sources(posting) if line.item == suggestion.item)
    assert (line.worded_by, line.edited) == ("scripted, reword 1", False)


def test_a_suggestion_for_a_line_that_was_changed_since_is_not_taken(desk_with):
    desk, _ = desk_with("Bake bread")
    posting = desk.new_from_brief(BRIEF)
    suggestion = desk.rewritings.reword_finding(posting, remark(desk, posting))
    opened = desk.open(posting)
    text = opened.text.replace("like a rockstar", "as a rockstar")
    desk.save_text(posting, text, expected_version=opened.version)
    assert desk.rewritings.take(posting, suggestion).text == text


def test_a_rewording_that_is_still_remarked_on_is_not_offered(desk_with):
    desk, _ = desk_with("Be our rockstar and bake bread")
    posting = desk.new_from_brief(BRIEF)
    suggestion = desk.rewritings.reword_finding(posting, remark(desk, posting))
    assert suggestion.fix is None
    assert suggestion.problem


def test_a_rewording_that_says_more_is_refused_and_shown_as_refused(desk_with):
    desk, _ = desk_with("Bake bread, see www.dough.example")
    posting = desk.new_from_brief(BRIEF)
    suggestion = desk.rewritings.reword_finding(posting, remark(desk, posting))
    assert (suggestion.fix, suggestion.after) == (None, "")
    assert [attempt.text for attempt in suggestion.refused] == ["Bake bread, see www.dough.example"] * 2


def test_a_line_of_ones_own_is_reworded_from_itself(desk_with):
    desk, model = desk_with("Talk bread, [[1]]")
    posting = desk.new_from_brief(BRIEF)
    opened = desk.open(posting)
    text = opened.text.replace("- Clean the oven", "- Clean the oven\n- Talk bread with a rockstar, Ann Lee")
    desk.save_text(posting, text, expected_version=opened.version)
    finding = remark(desk, posting, after="Talk bread")
    suggestion = desk.rewritings.reword_finding(posting, finding)
    assert "Ann" not in model.seen[0].prompt.messages[1].text
    assert (suggestion.before, suggestion.item) == ("Talk bread with a rockstar, Ann Lee", "")
    taken = desk.rewritings.take(posting, suggestion).text
    assert taken == text.replace("Talk bread with a rockstar, Ann Lee", "Talk bread, Ann Lee")


def test_benefits_are_never_sent(desk_with):
    desk, model = desk_with("Lunch")
    posting = desk.new_from_brief(BRIEF)
    finding = remark(desk, posting, after="Lunch with")
    assert desk.rewritings.reword_finding(posting, finding) == Suggestion(
        before="Lunch with our rockstar cooks",
        problem="This line is never sent to a model, or is too long or too short for it.",
    )
    assert model.seen == []


def test_a_finding_without_a_place_has_no_line_to_reword(desk_with):
    desk, model = desk_with("x")
    posting = desk.new_from_brief(BRIEF)
    missing = next(finding for finding in desk.findings(posting) if finding.start is None)
    assert desk.rewritings.reword_finding(posting, missing).fix is None
    assert model.seen == []


def test_without_leave_no_line_is_sent(desk_with):
    desk, model = desk_with("Bake bread")
    posting = desk.new_from_brief(BRIEF)
    desk.save_organisation(desk.organisation().model_copy(update={"language_models": False}))
    with pytest.raises(SettingsError, match="switched language models off"):
        desk.rewritings.reword_finding(posting, remark(desk, posting))
    assert model.seen == []
