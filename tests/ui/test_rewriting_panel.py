"""The panel that rewords a draft: nothing where no model is set, and what was kept and refused where one was used."""

from __future__ import annotations

import pytest
from page_parts import label_of

from postwright.desk.model import ConfiguredModel
from postwright.errors import KeyRefused, TimedOut
from postwright.model.brief import Brief
from postwright.services import open_desk
from postwright.settings import Settings
from postwright.ui import common
from postwright.ui.differences import difference, marked
from tests.servers.scripted_writers import ScriptedWriter, fixed

BRIEF = Brief.model_validate(
    {
        "title": "Baker",
        "summary": "You bake at night for York.",
        "responsibilities": ["Bake rye bread", "Clean the oven"],
        "must_have": ["Care with dough"],
    }
)
TEXTS = {
    "responsibilities:responsibilities.1": "You bake rye bread",
    "responsibilities:responsibilities.2": "You clean the oven and manage a team of six",
    "requirements:must_have.1": "You take care with dough",
}


@pytest.fixture
def scripted(monkeypatch):
    """Let every desk have a model that answers from a script."""
    monkeypatch.setattr(ConfiguredModel, "name", property(lambda self: "scripted"))
    monkeypatch.setattr(ConfiguredModel, "writer", lambda self: ScriptedWriter(fixed(TEXTS), seen=[]))


def markdown(app) -> str:
    return "\n".join(each.value for each in app.markdown)


def test_without_a_model_the_step_text_says_in_one_line_that_none_is_needed(open_page, desk):
    posting = desk.new_from_brief(BRIEF)
    app = open_page("write", posting=posting, step="Text")
    assert "every line is worded by the house's templates" in markdown(app)
    assert "Better words" not in [each.value for each in app.header]


def test_a_text_of_which_no_line_was_drafted_offers_no_button_that_does_nothing(open_page, desk, scripted):
    posting = desk.keep_import(desk.read_pasted("# Baker\n\nYou bake rye bread.\n"))
    app = open_page("write", posting=posting, step="Text")
    assert "This text was not drafted from a brief" in app.info[0].value
    assert not {"Reword", "Shorter"} & {each.label for each in app.button}
    empty = open_page("write", posting=desk.new_posting(), step="Text")
    assert "There is nothing to reword yet" in empty.info[0].value


def test_a_draft_is_reworded_seen_taken_over_and_put_back(open_page, desk, scripted):
    posting = desk.new_from_brief(BRIEF)
    composed = desk.open(posting).text
    app = open_page("write", posting=posting, step="Text")
    label_of(app, "button", "Reword").click().run()
    common.desk().rewritings.wait(posting)
    app = open_page("write", posting=posting, step="Text")
    assert "**3 lines passed the check, 1 refused: there the old wording stays**" in markdown(app)
    assert {line for line in markdown(app).splitlines() if line.startswith(":material/block:")} == {
        ":material/block: **A figure**: “six” is not in the brief for this line\\."
    }
    take = next(button for button in app.button if button.label.startswith(("Take all", "Take the new")))
    take.click().run()
    assert "You bake rye bread" in desk.open(posting).text
    assert "team of six" not in desk.open(posting).text
    label_of(app, "button", "Put the composed wording back").click().run()
    assert desk.open(posting).text == composed


def test_what_a_model_wrote_is_escaped_and_shown_by_more_than_colour():
    assert difference("You bake.", "You <b>bake</b>.") == (
        '<p class="difference">You <del>bake.</del> <ins>&lt;b&gt;bake&lt;/b&gt;.</ins></p>'
    )
    assert marked("a <i> six", [(6, 9)]) == "a &lt;i&gt; <mark>six</mark>"


def test_only_sections_of_which_something_may_be_sent_are_offered(tmp_path):
    desk = open_desk(Settings(data_dir=tmp_path))
    assert desk.rewritings.headings(desk.new_from_brief(BRIEF)) == (
        "About the role",
        "What you will do",
        "What you need",
    )
    desk.close()


class TimingOut(ScriptedWriter):
    """Gets no answer for the section on duties while it is told so."""

    late = True

    def write(self, request, *, stop):
        if self.late and request.items[0].section == "responsibilities":
            raise TimedOut("some-model took longer than 120 seconds.", hint="Try again.")
        yield from super().write(request, stop=stop)


def test_a_section_without_an_answer_is_named_and_worded_again(open_page, desk, monkeypatch):
    duties = [f"Bake loaf {number}" for number in range(1, 6)]
    posting = desk.new_from_brief(Brief.model_validate({**BRIEF.model_dump(), "responsibilities": duties}))
    writer = TimingOut(fixed({"requirements:must_have.1": "You take care with dough"}))
    monkeypatch.setattr(ConfiguredModel, "name", property(lambda self: "scripted"))
    monkeypatch.setattr(ConfiguredModel, "writer", lambda self: writer)
    app = open_page("write", posting=posting, step="Text")
    label_of(app, "button", "Reword").click().run()
    common.desk().rewritings.wait(posting)
    app = open_page("write", posting=posting, step="Text")
    assert [error.value.replace("\\", "") for error in app.error] == [
        "“What you will do”: 5 lines as before. some-model took longer than 120 seconds. Try again."
    ]
    assert "**2 lines passed the check, 5 without an answer**" in markdown(app)
    assert not [each for each in app.expander if "refused" in each.label]
    writer.late = False
    label_of(app, "button", "Word “What you will do” again").click().run()
    common.desk().rewritings.wait(posting)
    app = open_page("write", posting=posting, step="Text")
    assert "**7 lines passed the check**" in markdown(app)
    assert not app.error


def test_what_ended_before_all_lines_were_done_can_be_gone_on_with(open_page, desk, monkeypatch):
    class Refused(ScriptedWriter):
        def write(self, request, *, stop):
            raise KeyRefused("api.example does not accept the key of OPENAI_API_KEY.", hint="Set a valid key.")
            yield

    monkeypatch.setattr(ConfiguredModel, "name", property(lambda self: "scripted"))
    monkeypatch.setattr(ConfiguredModel, "writer", lambda self: Refused(fixed({})))
    posting = desk.new_from_brief(BRIEF)
    app = open_page("write", posting=posting, step="Text")
    label_of(app, "button", "Reword").click().run()
    common.desk().rewritings.wait(posting)
    app = open_page("write", posting=posting, step="Text")
    assert [each.value for each in app.warning] == ["It ended before all lines were done."]
    assert "does not accept the key" in app.error[0].value
    monkeypatch.setattr(ConfiguredModel, "writer", lambda self: ScriptedWriter(fixed(TEXTS)))
    label_of(app, "button", "Word the other 4 lines").click().run()
    common.desk().rewritings.wait(posting)
    assert "3 lines passed the check" in markdown(open_page("write", posting=posting, step="Text"))
