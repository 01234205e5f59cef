"""Examples to play with: marked wherever they go, counted nowhere, gone with one click, one's own with another."""

from __future__ import annotations

import json

import pytest

from postwright.desk.examples import FAULTY, SOUND, example_brief, marked_text

TITLE = example_brief(SOUND).title
FORMATS = ("md", "txt", "html", "json", "jsonld")


def test_an_example_is_opened_once_and_marked_in_the_list(desk):
    example = desk.examples.open(SOUND)
    assert desk.examples.open(SOUND) == example
    assert desk.examples.open(FAULTY) != example
    assert {row.origin for row in desk.list_postings()} == {"example"}


def test_a_deleted_example_begins_anew(desk):
    first = desk.examples.open(FAULTY)
    desk.set_field(first, "summary", "Play.")
    desk.delete(first)
    second = desk.examples.open(FAULTY)
    assert second != first
    assert "Play." not in desk.open(second).text


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_exported_of_an_example_says_so_in_name_and_title(desk, format):
    example = desk.examples.open(SOUND)
    exported = desk.export(example, format)
    assert exported.filename.startswith("example-senior-software-engineer-platform")
    assert desk.export_filename(example, format) == exported.filename
    assert f"Example: {TITLE}" in exported.content.decode()
    assert exported.warnings[0] == "This is an example, and the file says so in its title."


def test_the_preview_and_what_is_copied_from_it_are_marked_too(desk):
    shown = desk.preview(desk.examples.open(SOUND))
    for content in (shown.light, shown.dark, shown.rich, shown.plain):
        assert f"Example: {TITLE}" in content


def test_an_example_without_a_title_in_its_text_is_marked_before_it(desk):
    example = desk.examples.open(SOUND)
    opened = desk.open(example)
    desk.save_text(example, "Care for the platform.\n", expected_version=opened.version)
    assert desk.export(example, "md").content.decode() == marked_text("Care for the platform.\n")
    assert desk.export(example, "md").content.decode().startswith("# Example\n\n")


def test_an_example_counts_in_no_review_until_somebody_makes_it_their_own(desk):
    example = desk.examples.open(SOUND)
    own = desk.new_example(SOUND)
    assert [posting.link for posting in desk.reviews.of_library().review.postings] == [own]
    desk.set_field(example, "summary", "Played with.")
    assert desk.reviews.of_library_if_made() is not None
    desk.examples.make_own(example)
    assert desk.reviews.of_library_if_made() is None
    assert {posting.link for posting in desk.reviews.of_library().review.postings} == {own, example}


def test_an_example_made_ones_own_is_marked_nowhere(desk):
    example = desk.examples.open(SOUND)
    before = desk.open(example)
    desk.examples.make_own(example)
    after = desk.open(example)
    assert (after.origin, after.text, after.brief) == ("brief", before.text, before.brief)
    exported = desk.export(example, "json")
    assert exported.filename == "senior-software-engineer-platform.json"
    assert "Example:" not in json.dumps(json.loads(exported.content))
    assert "example" not in " ".join(exported.warnings)


def test_making_ones_own_leaves_other_postings_alone(desk):
    imported = desk.keep_import(desk.read_pasted("Gardener\n\nYou will cut the hedges."))
    desk.examples.make_own(imported)
    assert desk.open(imported).origin == "import"


def test_an_example_follows_the_organisations_facts_like_a_posting(desk):
    example = desk.examples.open(SOUND)
    desk.save_organisation(desk.organisation().model_copy(update={"name": "Alder Works"}))
    assert "Alder Works" in desk.open(example).text
