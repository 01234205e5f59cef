"""The search for wordings: word bounds, exceptions, the longest match, and the places where a wording is no remark."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines, WordingEntry
from postwright.linting.engine import lint
from postwright.linting.lexicon import Lexicon
from postwright.model.finding import Finding, apply_fix
from postwright.reading.document import parse
from postwright.reading.reader import read_document

TODAY = dt.date(2026, 11, 20)


def wordings(text: str, *, title: str = "", guidelines: Guidelines | None = None) -> list[Finding]:
    guidelines = guidelines or load_guidelines()
    document = parse(text)
    reading = read_document(document, title=title, guidelines=guidelines)
    found = lint(document, reading, guidelines=guidelines, date=TODAY, select=("wording",))
    return sorted(found, key=lambda finding: finding.start or 0)


def said(text: str, **options: object) -> list[tuple[str, str, str]]:
    return [(f.rule, f.severity, f.quote) for f in wordings(text, **options)]  # type: ignore[arg-type]


def entry(id_: str, pattern: str, **more: object) -> WordingEntry:
    base = next(iter(load_guidelines().wording.values()))
    given = {"pattern": pattern, "enabled": True, "says": ""}
    empty = ("exceptions", "frames", "branches", "unless", "sections", "within", "exceptions_need", "within_needs")
    given |= dict.fromkeys(empty, ())
    return replace(base, id=id_, **{**given, **more})  # type: ignore[arg-type]


def house(*entries: WordingEntry) -> Guidelines:
    return replace(load_guidelines(), wording={e.id: e for e in entries})


def test_an_ordinary_posting_gets_no_remark() -> None:
    text = (
        "# Warehouse clerk\n\n## What you will do\n\n- Lead the morning count and support the drivers\n"
        "- Take responsibility for the cold store\n- Analyze what was sold\n\n## What you need\n\n"
        "- A forklift licence\n- Clear written English\n\n## Pay\n\nThe pay is $21 to $24 an hour."
    )
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "You will build a native app and a cloud-native service.",
        "You will follow up leads from lead generation.",
        "The store promises strong consistency across regions.",
        "We encourage women to apply.",
        "The Executive Assistant keeps the calendar.",
        "A Master's degree is welcome.",
        "A master’s degree is welcome.",
        "You will find the race condition in the scheduler.",
        "You will coach young people who left school early.",
        "Experience with Salesforce and force push rules.",
        "You will look after family medicine patients and their family leave.",
        "You will run tests, run queries and walk through results with clients.",
        "The committee runs a double-blind trial.",
    ],
)
def test_everyday_words_of_the_trade_are_not_remarked_on(text: str) -> None:
    assert said(text) == []


def test_the_line_on_equal_opportunity_may_name_every_group() -> None:
    text = (
        "We welcome every applicant regardless of race, age, sex, sexual orientation, religion, disability, "
        "marital status, pregnancy, citizenship, native language or criminal record."
    )
    assert said(text) == []


def test_what_is_denied_or_quoted_is_not_remarked_on() -> None:
    assert said("We do not look for ninjas.") == []
    assert said("You need not be a native speaker.") == []
    assert said("Others write “rockstar”; we describe the work.") == []
    assert said("We look for ninjas.") == [("wording/culture-cliche", "notice", "ninjas")]


def test_not_only_denies_nothing() -> None:
    assert said("We want not only a mature person.") == [("wording/age-old", "warning", "mature person")]
    assert said("We do not want a mature person.") == []


def test_case_does_not_matter_and_the_quote_is_as_written() -> None:
    assert said("WE NEED A ROCKSTAR NOW") == [("wording/culture-cliche", "notice", "ROCKSTAR")]


def test_of_two_overlapping_wordings_the_longer_is_reported_with_the_higher_severity() -> None:
    guidelines = house(
        entry("a", r"\bjunior clerk wanted\b", category="house_long", severity="info", confidence="low"),
        entry("b", r"\bclerk\b", category="house_short", severity="error", confidence="high"),
    )
    assert said("A junior clerk wanted for the shop.", guidelines=guidelines) == [
        ("wording/house-long", "error", "junior clerk wanted")
    ]


def test_an_exception_drops_a_hit_only_where_it_overlaps_it() -> None:
    guidelines = house(entry("a", r"\bpool\b", category="house_words", exceptions=(r"\bthread pool\b",)))
    assert [f.start for f in wordings("A thread pool and a pool table.", guidelines=guidelines)] == [20]


def test_an_exception_is_searched_a_hundred_characters_around() -> None:
    guidelines = house(entry("a", r"\bpool\b", category="house_words", exceptions=(r"swim.*pool",)))
    near, far = "swim" + " x" * 40 + " pool", "swim" + " x" * 60 + " pool"
    assert said(near, guidelines=guidelines) == []
    assert len(said(far, guidelines=guidelines)) == 1


def test_a_category_that_the_house_switched_off_hides_no_other() -> None:
    entries = (
        entry("a", r"\bjunior clerk\b", category="house_long", severity="notice"),
        entry("b", r"\bclerk\b", category="house_short", severity="notice"),
    )
    guidelines = replace(house(*entries), severities={"wording/house-long": "off"})
    assert said("A junior clerk.", guidelines=guidelines) == [("wording/house-short", "notice", "clerk")]


def test_sections_of_an_entry_limit_where_it_is_remarked_on() -> None:
    guidelines = house(entry("a", r"\bladder\b", category="house_words", sections=("requirements",)))
    text = "## What you will do\n\n- Climb a ladder\n\n## Requirements\n\n- Own a ladder\n"
    assert [text[f.start :].split("\n")[0] for f in wordings(text, guidelines=guidelines)] == ["ladder"]


def test_a_wording_with_a_frame_counts_only_within_it_and_the_frame_is_marked() -> None:
    frames = (r"\bno[^.\n]{0,30}ladders?", r"\bladders?[^.\n]{0,30}forbidden")
    guidelines = house(entry("a", r"\bladders?\b", category="house_words", within=frames))
    assert said("You climb a ladder.", guidelines=guidelines) == []
    assert [found[2] for found in said("Bring no wobbly ladders. A ladder is forbidden.", guidelines=guidelines)] == [
        "no wobbly ladders",
        "ladder is forbidden",
    ]


def test_what_denies_a_framed_wording_stands_before_its_frame() -> None:
    guidelines = house(
        entry("a", r"\bladders?\b", category="house_words", within=(r"\b(?:must not|no)[^.\n]{0,9}ladder",))
    )
    assert [found[2] for found in said("You must not own a ladder.", guidelines=guidelines)] == [
        "must not own a ladder"
    ]
    assert said("We never say no ladder is needed.", guidelines=guidelines) == []


def test_an_entry_may_say_itself_what_is_wrong() -> None:
    guidelines = house(entry("a", r"\bladder\b", category="house_words", says="is not needed here"))
    assert [found.message for found in wordings("Own a ladder.", guidelines=guidelines)] == [
        "“ladder” is not needed here."
    ]


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ("accommodation", "Reasonable adjustments are made on request."),
        ("government_reason", "You will hold a security clearance."),
        ("graduate_role", "It is part of our graduate programme."),
        ("only_preferred", ""),
        ("public_health_service", "You join the NHS."),
        ("religious_employer", "Our parish has three halls."),
    ],
)
def test_what_else_the_posting_says_can_leave_no_reason_for_a_remark(condition: str, reason: str) -> None:
    guidelines = house(entry("a", r"\bladders?\b", category="house_words", unless=(condition,)))
    line = "A ladder would be nice to have." if condition == "only_preferred" else "You need a ladder."
    assert said(f"{line}\n\n{reason}", guidelines=guidelines) == []
    assert [found[2] for found in said("You need a ladder.\n\nYou paint houses.", guidelines=guidelines)] == ["ladder"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You will run the till at Ladder on Friday.", []),
        ("You will sell Ladder paint.", []),
        ("You will look after the Ladder app.", []),
        ("The tool “Ladder Pro” is yours.", []),
        ("You will shop at Ladders Corner.", []),
        ("We want a Ladder for the shop.", ["Ladder"]),
        ("We need Ladder and rope.", ["Ladder"]),
        ("You climb the Ladder to the roof.", ["Ladder"]),
        ("You have Ladder skills.", ["Ladder"]),
        ("You work with Ladders.", ["Ladders"]),
        ("You work with ladder and rope.", ["ladder"]),
        ("Ladder wanted.", ["Ladder"]),
    ],
)
def test_a_word_with_a_capital_amid_a_sentence_can_be_a_name(text: str, found: list[str]) -> None:
    guidelines = house(entry("a", r"\bladders?\b", category="house_words", unless=("proper_name",)))
    assert [words for _, _, words in said(text, guidelines=guidelines)] == found


@pytest.mark.parametrize("category", sorted({e.category for e in load_guidelines().wording.values()}))
def test_the_quick_search_finds_what_the_patterns_alone_find(category: str) -> None:
    """The beginnings by which entries are looked up must not lose a match of the pattern."""
    entries = [e for e in load_guidelines().wording.values() if e.category == category and e.enabled]
    slow = Lexicon([replace(e, branches=()) for e in entries])
    text = (
        " ".join(start for e in entries for branch in e.branches for start in branch.starts.split("\n")) + "\n" + SAMPLE
    )
    found = {(hit.entry.id, hit.start, hit.end) for hit in Lexicon(entries).search(parse(text))}
    assert {(hit.entry.id, hit.start, hit.end) for hit in slow.search(parse(text))} <= found


SAMPLE = (
    "Our chairman wants a young, dynamic and energetic salesman, aged 25-35, in good health, unmarried, with "
    "no criminal record and a clean background. He or she is a native English speaker, a recent graduate of an "
    "Ivy League school, and an ambitious, competitive, decisive leader who thrives under pressure, wears many "
    "hats and will hit the ground running. Competitive salary DOE, from $40k a year. Up to 5 years of "
    "experience; several years of experience in sales. Must be able to lift 50 lbs and stand. Send a photo and "
    "your current salary. US citizens only. We share, care and collaborate; we support, trust and understand "
    "each other, warmly and honestly."
)


def test_vague_years_are_asked_of_a_person_not_of_the_employer() -> None:
    rule = "wording/vague-experience"
    assert said("A degree, combined with several years of hands-on experience building ovens.") == [
        (rule, "notice", "several years of hands-on experience building")
    ]
    assert said("We are looking for several years of experience.") == [(rule, "notice", "several years of experience")]
    assert said("Our bakers have several years of experience.") == []
    assert said("We have baked for many years and work in three shops.") == []


def test_vague_pay_is_no_remark_beside_a_figure() -> None:
    assert said("We offer a competitive salary.") == [("wording/pay-vague", "warning", "competitive salary")]
    assert said("We offer a competitive salary.\n\nThe salary range is $52,000 to $61,000 a year.") == []


def test_students_may_be_sought_for_an_internship() -> None:
    text = "We are looking for college students who like bread."
    assert said(text, title="Baker") == [("wording/age-young", "error", "college students")]
    assert said(text, title="Baking Internship") == []


def test_the_message_names_the_words_and_the_reason_the_law() -> None:
    (found,) = wordings("You are a digital native.")
    assert found.message == "“digital native” can be read as a preference for the young."
    assert "Law: " in found.why
    assert found.source


def test_a_replacement_keeps_article_number_and_capitals() -> None:
    def fixed(text: str) -> str | None:
        (found,) = wordings(text)
        edits = [fix for fix in found.fixes if fix.edits]
        return apply_fix(text, edits[0]) if edits else None

    assert fixed("We need a salesman.") == "We need a salesperson."
    assert fixed("Salesmen call on bakers.") == "Salespeople call on bakers."
    assert fixed("A WAITRESS SERVES TABLES.") == "A SERVER SERVES TABLES."
    assert fixed("We need an actress.") == "We need an actor."
    assert fixed("We want a rockstar baker.") == "We want a skilled baker."
    assert fixed("We bought a whitelist.") == "We bought an allowlist."
    assert fixed("A whitelist is kept.") == "An allowlist is kept."
    assert fixed("You have an extensive background in ovens.") == "You have a background in ovens."
    assert fixed("You have a Proven Track Record in sales.") == "You have a Track Record in sales."
    assert fixed("You are a passionate engineer.") == "You are an engineer."


# ---- the balance of coded words


def balance(text: str) -> list[Finding]:
    return [f for f in wordings(text) if f.rule == "wording/gender-balance"]


def test_the_balance_is_one_hint_with_its_arithmetic() -> None:
    text = "You are ambitious, determined, fearless and independent. You decide alone."
    (found,) = balance(text)
    assert (found.severity, found.start) == ("info", None)
    assert found.message == ("The prose leans on words that studies call masculine-coded.")
    assert found.arithmetic == (
        "4 masculine-coded (ambitious, decide, determined, independent) and 0 feminine-coded words among 10: "
        "40.0 percentage points more; remarked on above 1"
    )


def test_each_token_is_counted_once() -> None:
    text = "You are self-confident, ambitious, determined and independent. Our teams are inter-dependent."
    (found,) = balance(text)
    assert found.arithmetic.startswith(
        "4 masculine-coded (ambitious, determined, independent, self-confident) and 0 feminine-coded words among"
    )


def test_headings_titles_and_the_words_of_the_work_are_never_counted() -> None:
    text = (
        "Ambitious Independent Determined Fearless\n\n## Responsibilities and leadership\n\n"
        "- Lead, analyze, support and be responsible for analysis, leads and support responsibilities\n"
    )
    assert balance(text) == []


def test_feminine_coded_words_weigh_against_it() -> None:
    text = (
        "You are ambitious, determined, fearless and independent. You understand people, trust them, share what you "
        "know and care for the team with warmth."
    )
    assert balance(text) == []
