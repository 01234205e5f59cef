"""The panel that rewords a draft: nothing where no model is set, and what was kept and refused where one was used."""

from __future__ import annotations

import pytest
from page_parts import label_of

from postwright.desk.model import ConfiguredModel
from postwright.model.brief import Brief
from postwright.services import open_desk
from postwright.settings import Settings
from postwright.ui import common
from postwright.ui.rewriting import _difference, _marked
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
    assert "Better words" not in [each.value for each in app.subheader]


def test_a_draft_is_reworded_seen_taken_over_and_put_back(open_page, desk, scripted):
    posting = desk.new_from_brief(BRIEF)
    composed = desk.open(posting).text
    app = open_page("write", posting=posting, step="Text")
    label_of(app, "button", "Reword").click().run()
    common.desk().rewritings.wait(posting)
    app = open_page("write", posting=posting, step="Text")
    assert "**3 lines kept, 0 repaired, 1 put back**" in markdown(app)
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
    assert _difference("You bake.", "You <b>bake</b>.") == (
        '<p class="difference">You <del>bake.</del> <ins>&lt;b&gt;bake&lt;/b&gt;.</ins></p>'
    )
    assert _marked("a <i> six", [(6, 9)]) == "a &lt;i&gt; <mark>six</mark>"


def test_only_sections_of_which_something_may_be_sent_are_offered(tmp_path):
    desk = open_desk(Settings(data_dir=tmp_path))
    assert desk.rewritings.headings(desk.new_from_brief(BRIEF)) == (
        "About the role",
        "What you will do",
        "What you need",
    )
    desk.close()
