"""Merging a changed brief into an edited text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright.drafting.merge import MergeResult, merge
from postwright.drafting.render import to_markdown
from postwright.model.posting import Item, Posting, Section
from postwright.model.words import SectionKind


def posting(*, title: str = "Nurse", **sections: dict[str, str]) -> Posting:
    """A posting with bullets by id; a `*` before an id makes a paragraph."""
    headings: dict[str, tuple[SectionKind, str]] = {
        "about": ("summary", "About the role"),
        "duties": ("responsibilities", "What you will do"),
        "needs": ("requirements", "What you need"),
        "pay": ("pay", "Pay"),
    }
    made = []
    for name, items in sections.items():
        kind, heading = headings[name]
        made.append(
            Section(
                kind,
                heading,
                tuple(
                    Item(key.lstrip("*"), text, (), form="paragraph" if key[0] == "*" else "bullet")
                    for key, text in items.items()
                ),
            )
        )
    return Posting(title, tuple(made))


BASE = posting(
    about={"*s": "Care for people on ward three."},
    duties={"d1": "Assess patients", "d2": "Give medicines"},
    needs={"n1": "At least 2 years of nursing", "n2": "Current licence"},
    pay={"*p": "The base pay is $40 an hour."},
)
TEXT = to_markdown(BASE)


def changed(**sections: dict[str, str]) -> Posting:
    given_sections = {
        "about": {"*s": "Care for people on ward three."},
        "duties": {"d1": "Assess patients", "d2": "Give medicines"},
        "needs": {"n1": "At least 2 years of nursing", "n2": "Current licence"},
        "pay": {"*p": "The base pay is $40 an hour."},
    }
    return posting(**{name: items for name, items in {**given_sections, **sections}.items() if items})


def test_an_untouched_line_follows_the_brief_and_an_edited_one_stays() -> None:
    edited = TEXT.replace("- Assess patients", "- Assess patients gently")
    now = changed(pay={"*p": "The base pay is $45 an hour."})
    assert merge(BASE, now, edited) == MergeResult(edited.replace("$40", "$45"), kept=("d1",))


def test_a_line_that_both_changed_stays_as_edited_and_is_reported() -> None:
    edited = TEXT.replace("$40 an hour", "$41 an hour, plus nights")
    now = changed(pay={"*p": "The base pay is $45 an hour."})
    assert merge(BASE, now, edited) == MergeResult(
        edited,
        kept=("p",),
        conflicts=(("p", "The base pay is $45 an hour.", "The base pay is $41 an hour, plus nights."),),
    )


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    now = changed(pay={"*p": "The base pay is $45 an hour."})
    assert merge(BASE, now, TEXT.replace("$40", "$45")) == MergeResult(to_markdown(now), kept=())


def test_a_deleted_line_stays_deleted_though_the_brief_changed_it() -> None:
    edited = TEXT.replace("- Current licence\n", "")
    now = changed(needs={"n1": "At least 2 years of nursing", "n2": "Current RN licence"})
    assert merge(BASE, now, edited) == MergeResult(edited, kept=(), removed=("n2",))


def test_a_persons_own_line_stays_where_it_was_written() -> None:
    edited = TEXT.replace("- Give medicines\n", "- Give medicines\n- Sing on Fridays\n")
    now = changed(duties={"d1": "Assess patients", "d2": "Give medicines", "d3": "Teach families"})
    expected = edited.replace("- Sing on Fridays\n", "- Sing on Fridays\n- Teach families\n")
    assert merge(BASE, now, edited) == MergeResult(expected, kept=())


def test_a_new_line_stands_where_the_brief_has_it() -> None:
    edited = TEXT.replace("ward three", "ward four")
    now = changed(needs={"n1": "At least 2 years of nursing", "n3": "Life support", "n2": "Current licence"})
    expected = edited.replace("- Current licence", "- Life support\n- Current licence")
    assert merge(BASE, now, edited).text == expected


def test_a_new_section_comes_with_its_heading() -> None:
    base, edited = changed(pay={}), to_markdown(changed(pay={})).replace("ward three", "ward four")
    assert merge(base, BASE, edited).text == TEXT.replace("ward three", "ward four")


def test_a_section_that_the_brief_lost_goes_with_its_heading() -> None:
    edited = TEXT.replace("ward three", "ward four")
    expected = to_markdown(changed(duties={})).replace("ward three", "ward four")
    assert merge(BASE, changed(duties={}), edited).text == expected


def test_a_lost_section_keeps_its_heading_over_the_persons_own_lines() -> None:
    edited = TEXT.replace("- Give medicines\n", "- Give medicines\n- Sing on Fridays\n")
    expected = TEXT.replace("- Assess patients\n- Give medicines\n", "- Sing on Fridays\n")
    assert merge(BASE, changed(duties={}), edited).text == expected


def test_an_edited_line_that_the_brief_no_longer_has_stays_and_is_reported() -> None:
    edited = TEXT.replace("- Give medicines", "- Give medicines on time")
    now = changed(duties={"d1": "Assess patients"})
    assert merge(BASE, now, edited) == MergeResult(
        edited, kept=("d2",), conflicts=(("d2", "", "- Give medicines on time"),)
    )


def test_a_new_line_of_a_deleted_section_brings_the_heading_back() -> None:
    edited = TEXT.replace("## What you need\n\n- At least 2 years of nursing\n- Current licence\n\n", "")
    now = changed(needs={"n1": "At least 2 years of nursing", "n2": "Current licence", "n3": "Life support"})
    expected = edited.replace("## Pay", "## What you need\n\n- Life support\n\n## Pay")
    assert merge(BASE, now, edited).text == expected


def test_moved_lines_stay_where_the_person_put_them_and_follow_the_brief() -> None:
    edited = TEXT.replace("- Assess patients\n- Give medicines", "- Give medicines\n- Assess patients")
    now = changed(duties={"d1": "Assess patients on arrival", "d2": "Give medicines"})
    expected = edited.replace("- Assess patients", "- Assess patients on arrival")
    assert merge(BASE, now, edited) == MergeResult(expected, kept=())


def test_the_title_follows_the_brief_until_it_is_edited() -> None:
    now = Posting("Charge Nurse", BASE.sections)
    assert merge(BASE, now, TEXT.replace("$40", "$41")).text == TEXT.replace("$40", "$41").replace(
        "# Nurse", "# Charge Nurse"
    )
    edited = TEXT.replace("# Nurse", "# Ward Hero")
    assert merge(BASE, now, edited).conflicts == (("title", "# Charge Nurse", "# Ward Hero"),)


def test_windows_line_ends_are_no_edit() -> None:
    now = changed(pay={"*p": "The base pay is $45 an hour."})
    assert merge(BASE, now, TEXT.replace("\n", "\r\n")) == MergeResult(to_markdown(now), kept=())


def test_a_wholly_different_text_is_kept_with_what_is_new() -> None:
    own = "Something else entirely.\n\nAnd more of it.\n"
    now = changed(duties={"d1": "Assess patients", "d2": "Give medicines", "d3": "Teach families"})
    assert merge(BASE, now, own).text == own + "\n## What you will do\n\n- Teach families\n"


def test_a_huge_text_is_merged_line_by_line_only_where_that_is_feasible() -> None:
    own = "\n".join(f"- line {number} of somebody else" for number in range(20_000)) + "\n"
    assert merge(BASE, changed(pay={}), own).text == own


words = st.sampled_from(
    ["care", "ward", "teach", "write", "plan", "lift", "drive", "code", "5+ years", "C#", "*", "1."]
)
texts = st.lists(words, min_size=1, max_size=5).map(" ".join)


@st.composite
def postings(draw: st.DrawFn) -> Posting:
    sections = {}
    for name in ("about", "duties", "needs", "pay"):
        ids = draw(st.lists(st.integers(1, 6), unique=True, max_size=5))
        if ids:
            sections[name] = {f"{'*' if draw(st.booleans()) else ''}{name}{n}": draw(texts) for n in ids}
    return posting(title=draw(st.sampled_from(["", "Nurse", "Engineer"])), **sections)


@given(postings(), st.text(alphabet="ab# -*\n\r1.", max_size=200))
@settings(max_examples=60)
def test_without_a_change_in_the_brief_the_edited_text_comes_back_unchanged(base: Posting, own: str) -> None:
    for edited in (own, to_markdown(base) + own, to_markdown(base).replace("a", own, 1)):
        assert merge(base, base, edited).text == edited


@given(postings(), postings())
@settings(max_examples=150)
def test_without_an_edit_the_text_becomes_what_is_composed_now(base: Posting, now: Posting) -> None:
    assert merge(base, now, to_markdown(base)) == MergeResult(to_markdown(now), kept=())


@given(postings(), postings())
@settings(max_examples=100)
def test_a_sentence_added_at_the_end_survives_every_change_of_the_brief(base: Posting, now: Posting) -> None:
    own = "Our cat is called Zebedee."
    assert merge(base, now, f"{to_markdown(base)}\n{own}\n").text.count(own) == 1


@given(postings(), postings())
@settings(max_examples=200)
def test_a_line_of_the_persons_own_at_the_top_leaves_the_rest_to_the_brief(base: Posting, now: Posting) -> None:
    own = "Our cat is called Zebedee.\n\n"
    assert merge(base, now, own + to_markdown(base)).text.rstrip() == (own + to_markdown(now)).rstrip()


@pytest.mark.parametrize("edited", ["", "\n\n", "   "])
def test_an_emptied_text_stays_empty_but_for_what_is_new(edited: str) -> None:
    assert merge(BASE, changed(pay={"*p": "The base pay is $45 an hour."}), edited).text.strip() == ""
