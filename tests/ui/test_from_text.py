"""The brief of an imported text, taken from it line by line on its page."""

from __future__ import annotations

from page_parts import label_of

from postwright.model.brief import Brief

TEXT = """# Gardener

## What you will do
- Cut the hedges
- Water the roses

## What you need
- Two years of experience in a garden
"""


def words(app) -> str:
    return "\n".join(each.value for kind in ("markdown", "header", "info") for each in getattr(app, kind))


def ticks(app) -> dict[str, bool]:
    return {each.label: each.value for each in app.checkbox if " :small[· line " in each.label}


def imported(desk, text: str = TEXT) -> str:
    return desk.keep_import(desk.read_pasted(text))


def test_what_was_read_is_listed_with_its_line_and_taken_with_one_click(open_page, desk):
    posting = imported(desk)
    app = open_page("write", posting=posting, step="Brief")
    assert "From the text to its brief" in words(app)
    assert ticks(app) == {
        "Gardener :small[· line 1]": True,
        "Cut the hedges :small[· line 4]": True,
        "Water the roses :small[· line 5]": True,
        "Two years of experience in a garden :small[· line 8]": True,
    }
    label_of(app, "checkbox", "Water the roses").uncheck()
    label_of(app, "button", "Take what is ticked of 4 lines into the brief").click().run()
    assert desk.open(posting).brief == Brief.model_validate(
        {
            "title": "Gardener",
            "responsibilities": ["Cut the hedges"],
            "must_have": ["Two years of experience in a garden"],
        }
    )
    assert desk.open(posting).text == TEXT
    assert list(ticks(app)) == ["Water the roses :small[· line 5]"]


def test_where_nothing_was_read_the_page_says_what_to_do(open_page, desk):
    told = words(open_page("write", posting=imported(desk, "About us\n\nWe bake bread for the town."), step="Brief"))
    assert "Fill in the fields below" in told
    assert "becomes a sentence at once" not in told
    german = imported(desk, "Gärtner\n\nAufgaben\n- Sie schneiden die Hecken\n- Sie gießen die Rosen und die Beete\n")
    assert "Only English texts are read" in words(open_page("write", posting=german, step="Brief"))


def test_where_all_was_taken_the_page_says_so(open_page, desk):
    posting = imported(desk)
    desk.read_briefs.take(posting, [each.id for each in desk.read_briefs.proposals(posting)])
    app = open_page("write", posting=posting, step="Brief")
    assert "The brief has all that was read in the text" in words(app)
    assert ticks(app) == {}


def test_a_posting_with_a_brief_of_its_own_has_no_such_part(open_page, desk):
    app = open_page("write", posting=desk.new_example("registered_nurse"), step="Brief")
    assert "From the text to its brief" not in words(app)
