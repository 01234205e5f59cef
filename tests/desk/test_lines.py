"""Lines between text and brief: own ones added to the brief, composed ones put back, nothing twice."""

from __future__ import annotations

import pytest

from postwright.desk.inserting import BLANKS
from postwright.desk.lines import OWN
from postwright.errors import InputError
from postwright.model.brief import Brief, Organisation

BRIEF = {
    "title": "Night Nurse",
    "responsibilities": ["Give medicines", "Write the handover"],
    "must_have": ["Experience on a ward"],
    "employment_type": "full_time",
}


@pytest.fixture
def posting(desk):
    return desk.new_from_brief(Brief.model_validate(BRIEF))


def text_of(desk, posting):
    return desk.stored(posting).text


def save(desk, posting, old, new):
    opened = desk.open(posting)
    assert old in opened.text
    return desk.save_text(posting, opened.text.replace(old, new), expected_version=opened.version).text


def add(desk, posting, line, field):
    text = text_of(desk, posting)
    desk.lines.add_to_brief(posting, text, start=text.index(line), field=field)
    return text_of(desk, posting)


def label(desk, posting, words):
    return next(line.label for line in desk.lines.sources(posting) if words in line.text)


def test_a_line_of_ones_own_becomes_an_entry_where_it_stands_and_is_not_written_twice(desk, posting):
    before = save(desk, posting, "- Give medicines", "- Give medicines\n- Answer the bell.")
    after = add(desk, posting, "- Answer the bell.", "responsibilities")
    assert after == before.replace("Answer the bell.", "Answer the bell")
    assert [entry.text for entry in desk.open(posting).brief.responsibilities][-1] == "Answer the bell."
    assert label(desk, posting, "Answer the bell") == "Brief: responsibility 3, “Answer the bell.”"
    assert desk.set_field(posting, "start", "soon").text.count("Answer the bell") == 1


def test_a_line_that_stands_elsewhere_moves_to_the_section_of_its_list(desk, posting):
    save(desk, posting, "- Write the handover", "- Write the handover\n- A nursing degree")
    after = add(desk, posting, "- A nursing degree", "must_have")
    assert after.count("A nursing degree") == 1
    assert "- Experience on a ward\n- A nursing degree\n" in after
    assert label(desk, posting, "A nursing degree").startswith("Brief: must-have 2")


def test_a_new_list_brings_its_section_with_it(desk, posting):
    save(desk, posting, "- Write the handover", "- Write the handover\n\nSinging helps.")
    after = add(desk, posting, "Singing helps.", "nice_to_have")
    assert "## Nice to have\n\n- Singing helps\n" in after
    assert after.count("Singing helps") == 1


@pytest.mark.parametrize(
    ("line", "field", "message"),
    [
        ("- Give medicines", "must_have", "This is no line of your own."),
        ("## What you need", "must_have", "This is no line of your own."),
        ("- Knit", "levels", "A line cannot be added to level."),
    ],
)
def test_only_a_line_of_ones_own_is_added_and_only_to_a_list_of_lines(desk, posting, line, field, message):
    save(desk, posting, "- Write the handover", "- Write the handover\n- Knit")
    with pytest.raises(InputError, match=message):
        add(desk, posting, line, field)


def test_a_line_is_not_added_where_the_text_is_another_by_now(desk, posting):
    old = save(desk, posting, "- Write the handover", "- Write the handover\n- Knit")
    save(desk, posting, "- Knit", "- Crochet")
    with pytest.raises(InputError, match="The text has changed"):
        desk.lines.add_to_brief(posting, old, start=old.index("- Knit"), field="must_have")


def test_what_the_text_no_longer_says_is_listed_with_its_source_and_put_back_in_its_place(desk, posting):
    before = text_of(desk, posting)
    text = before.replace("- Give medicines\n", "")
    (gone,) = desk.lines.taken_out(posting, text)
    assert (gone.text, gone.label) == ("Give medicines", "Brief: responsibility 1, “Give medicines”")
    assert desk.lines.put_back(posting, text, [gone.item]) == before
    assert text_of(desk, posting) == before  # nothing is saved
    with pytest.raises(InputError, match="does not make this line"):
        desk.lines.put_back(posting, text, ["responsibilities:responsibilities.9"])


def test_a_line_of_an_imported_text_is_known_by_its_words_and_the_text_stays(desk):
    words = "# Gardener\n\n## What you will do\n- Cut the hedges\n- Water the roses\n"
    posting = desk.keep_import(desk.read_pasted(words))
    assert add(desk, posting, "- Cut the hedges", "responsibilities") == words
    assert label(desk, posting, "Cut the hedges") == "Brief: responsibility 1, “Cut the hedges”"
    assert label(desk, posting, "Water the roses") == OWN
    with pytest.raises(InputError, match="says this already"):
        add(desk, posting, "- Cut the hedges", "must_have")


@pytest.mark.parametrize(
    ("line", "field"), [("- Answer the bell.", "responsibilities"), ("- Answer the bell.", "must_have")]
)
def test_adding_a_line_is_taken_back_with_text_and_brief_as_they_were(desk, posting, line, field):
    before = save(desk, posting, "- Give medicines", f"- Give medicines\n{line}")
    brief = desk.open(posting).brief
    entry = desk.lines.add_to_brief(posting, before, start=before.index(line), field=field)
    after = text_of(desk, posting)
    desk.lines.undo_add(posting, field=field, entry=entry, after=after, before=before)
    assert (text_of(desk, posting), desk.open(posting).brief) == (before, brief)
    assert label(desk, posting, "Answer the bell") == OWN
    assert desk.set_field(posting, "start", "soon").text.count("Answer the bell.") == 1


def test_adding_a_line_of_an_import_is_taken_back_and_the_text_stays(desk):
    words = "# Gardener\n\n## What you will do\n- Cut the hedges\n- Water the roses\n"
    posting = desk.keep_import(desk.read_pasted(words))
    entry = desk.lines.add_to_brief(posting, words, start=words.index("- Cut"), field="responsibilities")
    desk.lines.undo_add(posting, field="responsibilities", entry=entry, after=words, before=words)
    assert (text_of(desk, posting), desk.open(posting).brief) == (words, Brief())


def test_adding_a_line_is_not_taken_back_over_what_changed_since(desk, posting):
    before = save(desk, posting, "- Give medicines", "- Give medicines\n- Answer the bell.")
    entry = desk.lines.add_to_brief(posting, before, start=before.index("- Answer"), field="responsibilities")
    after = text_of(desk, posting)
    with pytest.raises(InputError, match="changed since"):
        desk.lines.undo_add(posting, field="responsibilities", entry=9, after=after, before=before)
    now = save(desk, posting, "- Answer the bell", "- Answer the bell at night")
    with pytest.raises(InputError, match="changed since"):
        desk.lines.undo_add(posting, field="responsibilities", entry=entry, after=after, before=before)
    assert text_of(desk, posting) == now


# ---- what can be inserted for a finding without a place


def inserts(desk, posting, text):
    return {insert.rule: insert for insert in desk.glances.of(posting, text).inserts.values()}


def inserted(desk, posting, text, insert):
    found = desk.glances.inserts(posting, text)
    return found.with_items(insert.items) if insert.items else found.with_blank(insert.blank)


def test_a_must_have_that_the_text_lost_is_inserted_as_the_brief_words_it(desk, posting):
    before = text_of(desk, posting)
    text = before.replace("## What you need\n\n- Experience on a ward\n\n", "")
    insert = inserts(desk, posting, text)["missing/must-have"]
    assert (insert.field, insert.text, insert.blank) == ("must_have.1", "Experience on a ward", "")
    assert inserted(desk, posting, text, insert).text == before


def test_the_organisation_s_texts_are_inserted_into_an_imported_posting(desk):
    desk.save_organisation(
        Organisation.model_validate(
            {"name": "Alder Garden", "benefits": ["Free seedlings"], "careers_address": "https://alder.example/jobs"}
        )
    )
    posting = desk.keep_import(desk.read_pasted("# Gardener\n\n## What you will do\n- Cut the hedges\n- Water roses\n"))
    text = text_of(desk, posting)
    found = inserts(desk, posting, text)
    assert found["missing/benefits"].text == "Free seedlings"
    with_benefits = inserted(desk, posting, text, found["missing/benefits"]).text
    assert with_benefits == f"{text}\n## Benefits\n\n- Free seedlings\n"
    both = inserted(desk, posting, with_benefits, found["missing/how-to-apply"]).text
    assert both == f"{with_benefits}\n## How to apply\n\nApply here: https://alder.example/jobs\n"


def test_where_only_a_person_knows_a_blank_stands_under_its_heading_and_is_reported_until_it_is_filled(desk, posting):
    text = text_of(desk, posting)
    found = inserts(desk, posting, text)
    assert found["missing/pay-range"].blank == "pay"
    after = inserted(desk, posting, text, found["missing/pay-range"])
    assert f"\n## Pay\n\n{after.blank}\n\n## Hours and contract\n" in after.text
    quotes = {
        finding.quote for finding in desk.linted(posting, after.text).sifted.open if "placeholder" in finding.rule
    }
    assert quotes == {after.blank}


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize("origin", ["brief", "import"])
def test_every_blank_is_reported_as_one_that_was_not_filled_in(desk, posting, blank, origin):
    if origin == "import":
        posting = desk.keep_import(desk.read_pasted("# Gardener\n\n## What you will do\n- Cut the hedges\n"))
    after = desk.glances.inserts(posting, text_of(desk, posting)).with_blank(blank)
    assert after.text.count(after.blank) == 1
    at = after.text.index(after.blank)
    within = range(at, at + len(after.blank))
    found = [f for f in desk.linted(posting, after.text).sifted.open if f.start in within]
    assert [(f.rule, f.quote) for f in found] == [("missing/placeholder", after.blank)]


def test_nothing_is_inserted_where_there_is_too_much_already(desk):
    needs = [f"Experience with tool {number}" for number in range(14)]
    posting = desk.new_from_brief(Brief.model_validate({**BRIEF, "must_have": needs}))
    text = text_of(desk, posting)
    assert "inflated/too-many-must-haves" in {finding.rule for finding in desk.findings(posting)}
    assert "inflated/too-many-must-haves" not in inserts(desk, posting, text)


def test_nothing_else_is_inserted(desk, posting):
    found = desk.glances.inserts(posting, text_of(desk, posting))
    for wrong in (lambda: found.with_blank("perks"), lambda: found.with_blank(""), lambda: found.with_items([])):
        with pytest.raises(InputError):
            wrong()
