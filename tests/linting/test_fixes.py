"""Every fix that can be applied, applied: its own finding is gone, no other comes, and the sentence stays English."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from linted import linted

from postwright.guidelines.load import load_guidelines
from postwright.linting.registry import all_rules
from postwright.linting.rule import Example
from postwright.model.finding import Finding, Fix, apply_fix

GUIDELINES = load_guidelines()


def findings(example: Example, text: str) -> tuple[Finding, ...]:
    return linted(example, text=text)


def by_rule(found: tuple[Finding, ...]) -> Counter[str]:
    return Counter(finding.rule for finding in found)


def assert_mends(example: Example, finding: Finding, fix: Fix, before: tuple[Finding, ...]) -> str:
    fixed = apply_fix(example.text, fix)
    was, now = by_rule(before), by_rule(findings(example, fixed))
    assert now[finding.rule] < was[finding.rule], fixed
    assert now - was == Counter(), fixed
    assert not re.search(r"\b[Aa] [aeio]\w|\b[Aa]n [bcdfgjklmnpqrstvwyz]\w|  |,,|\( |\b(\w{3,}) \1\b", fixed), fixed
    return fixed


RULES = all_rules(GUIDELINES)
FIRING = [
    pytest.param(rule.id, example, id=f"{rule.id}-{number}")
    for rule in RULES.values()
    for number, example in enumerate(rule.fires, start=1)
]


@pytest.mark.parametrize(("rule", "example"), FIRING)
def test_a_fix_of_an_example_silences_its_finding_and_brings_no_other(rule: str, example: Example) -> None:
    before = findings(example, example.text)
    for finding in before:
        for fix in finding.fixes if finding.rule == rule else ():
            assert bool(fix.edits) == (fix.safety != "hint")
            if fix.edits:
                assert_mends(example, finding, fix, before)


@pytest.mark.parametrize(("rule", "example"), FIRING)
def test_edits_of_a_fix_lie_in_the_text_and_do_not_overlap(rule: str, example: Example) -> None:
    for finding in findings(example, example.text):
        for fix in finding.fixes:
            spans = sorted((edit.start, edit.end) for edit in fix.edits)
            assert all(0 <= start <= end <= len(example.text) for start, end in spans)
            assert all(first[1] <= second[0] for first, second in pairwise(spans))


SENTENCES = {
    # category: (a sentence with the wording, the sentence with the fix)
    "gendered_title": [
        ("We need a salesman for the north.", "We need a salesperson for the north."),
        ("Salesmen call on bakers.", "Salespeople call on bakers."),
        ("An actress reads the part.", "An actor reads the part."),
        ("A draughtsman keeps the plans.", "A drafter keeps the plans."),
        ("The alderman opens the market.", "The council member opens the market."),
    ],
    "gendered_noun": [
        ("The desk is manned from six to ten.", "The desk is staffed from six to ten."),
        ("You plan 400 man-hours a month.", "You plan 400 person-hours a month."),
        ("We are a workshop of guys who love wood.", "We are a workshop of people who love wood."),
        ("Bring your wife to the summer party.", "Bring your partner to the summer party."),
        ("You sell man-made stone.", "You sell artificial stone."),
    ],
    "gendered_pronoun": [
        ("The clerk reads; his duties include a report.", "The clerk reads; their duties include a report."),
        ("On the first day he will meet the team.", "On the first day they will meet the team."),
        ("She is expected to plan the week.", "They are expected to plan the week."),
        ("He/she will close the shop.", "They will close the shop."),
    ],
    "age_young": [
        ("Join our young team of bakers.", "Join our team of bakers."),
        ("We are a young and ambitious team.", "We are an ambitious team."),
        ("We look for recent graduates who like bread.", "We look for people early in their career who like bread."),
        ("Front desk clerk, aged 25-35.", "Front desk clerk."),
    ],
    "age_old": [("We look for a mature person.", "We look for a responsible person.")],
    "age_cap": [
        ("You have 3-5 years of experience in baking.", "You have 3 or more years of experience in baking."),
        ("We ask for between 3 to 5 years of experience in baking.", None),
    ],
    "ability": [
        ("You look after a guest who suffers from asthma.", "You look after a guest who has asthma."),
        ("You will run a sanity check every night.", "You will run a confidence check every night."),
    ],
    "nationality_language": [
        ("You are a native English speaker.", "You are a fluent English speaker."),
        ("We need native speakers of Polish.", "We need fluent speakers of Polish."),
        ("You have a flawless command of English.", "You have a good command of English."),
    ],
    "culture_cliche": [
        ("We want a rockstar developer.", "We want a skilled developer."),
        ("We are looking for a coding ninja.", "We are looking for a coding expert."),
        ("We want gurus who bake.", "We want experts who bake."),
        ("We want a rockstar of bread.", None),
        ("Join our family and bake.", "Join our team and bake."),
    ],
    "race_ethnicity": [("You note our tribal knowledge.", "You note our undocumented knowledge.")],
    "sex_preference": [
        ("Front desk agent, female only.", "Front desk agent."),
        ("Front desk agent (men only).", "Front desk agent."),
        ("Only one thing: female only team.", None),
    ],
    "criminal_record": [("What you need:\n\n- A licence\n- No criminal record.\n", "What you need:\n\n- A licence\n")],
    "vague_experience": [
        ("Proven track record in retail.", "Track record in retail."),
        ("What you need:\n\n- Proven ability to bake\n", "What you need:\n\n- Ability to bake\n"),
        ("You have an outstanding ability to listen.", "You have an ability to listen."),
        ("You have several years of experience in purchasing.", "You have experience in purchasing."),
        ("You have a deep and solid understanding of ovens.", None),
        ("You have a very strong background in ovens.", None),
        ("You are passionate about bread.", "You care about bread."),
        ("You have mastery of tax law.", "You have working knowledge of tax law."),
        ("You are a highly organized clerk.", "You are an organized clerk."),
    ],
    "tech_terms": [
        ("You will maintain the master/slave replication.", "You will maintain the primary/replica replication."),
        ("Addresses are whitelisted, others blacklisted.", "Addresses are allowlisted, others blacklisted."),
        ("You keep a whitelist.", "You keep an allowlist."),
    ],
}  # fmt: skip
CASES = [
    pytest.param(category, before, after, id=f"{category}-{number}")
    for category, pairs in SENTENCES.items()
    for number, (before, after) in enumerate(pairs, start=1)
]


@pytest.mark.parametrize(("category", "before", "after"), CASES)
def test_a_wording_is_replaced_where_the_sentence_bears_it(category: str, before: str, after: str | None) -> None:
    example = Example(text=before)
    found = findings(example, before)
    ours = [finding for finding in found if finding.rule == f"wording/{category.replace('_', '-')}"]
    assert ours, [finding.rule for finding in found]
    fixes = [fix for fix in ours[0].fixes if fix.edits]
    assert [assert_mends(example, ours[0], fix, found) for fix in fixes] == ([] if after is None else [after])
    assert all(fix.safety == "unsafe" for fix in fixes)


@pytest.mark.parametrize("record", GUIDELINES.rewording.values(), ids=GUIDELINES.rewording)
def test_what_a_record_writes_is_not_itself_remarked_on(record) -> None:
    """Each record, on words made from its pattern; what it writes stands in a sentence of its own."""
    written = re.sub(r"\\\d", "work", record.write)
    if written:
        text = f"You will see that {written} is there."
        assert [f.quote for f in findings(Example(text=text), text) if f.rule.startswith("wording/")] == []


def test_every_category_with_records_has_wordings() -> None:
    categories = {entry.category for entry in GUIDELINES.wording.values()}
    assert {record.category for record in GUIDELINES.rewording.values()} <= categories
