"""A review: what is recorded of a posting, how postings are grouped, and what becomes of the rules' remarks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sets_of_postings import recorded, reviewed

from postwright.consistency import review as review_module
from postwright.consistency.record import PayAsked, SeriousFinding, ThingAsked
from postwright.consistency.review import review
from postwright.consistency.rule import Remark, SetRule
from postwright.guidelines.load import load_guidelines
from postwright.linting.rule import Example
from postwright.model.finding import Finding

TEXT = """# Senior Weaver

Location: Leeds, UK

Salary: £40,000 - £45,000 per year.

## Requirements

- 5 years of weaving
- A bachelor's degree in textiles or equivalent experience
- Python

## Nice to have

- TypeScript

## Equal opportunity

We hire weavers for what they can do, whatever their age may be.
"""


def finding(rule: str, severity: str = "warning", message: str = "m") -> Finding:
    return Finding(rule, severity, 0, 1, message, "w", "s")  # type: ignore[arg-type]


def test_a_record_holds_what_a_posting_asks():
    found = [finding("a/b", message="first"), finding("a/b", message="second"), finding("c/d", "info")]
    (record,) = recorded([Example(text=TEXT, title="Senior Weaver")], findings=found)
    shown = replace(record, shingles=b"", words=0)
    assert shown == type(record)(
        id="p1", title="Senior Weaver", employer="", place="Leeds, UK", language="en", levels=("senior",),
        role="weaver", role_name="Weaver", rung="", software=None, years=5.0, degree="bachelor",
        degree_strength="required_or_equivalent", must_haves=3,
        pay=PayAsked(40_000, 45_000, "GBP", "year", 40_000, 45_000, is_range=True), words=0,
        counts=(("warning", 2), ("info", 1)), rules=(("a/b", "warning", 2), ("c/d", "info", 1)),
        serious=(SeriousFinding("warning", "a/b", "first"), SeriousFinding("warning", "a/b", "second")),
        asked=(ThingAsked("technology python", "Python", "required"),
               ThingAsked("technology typescript", "TypeScript", "preferred")),
        technologies=("Python", "TypeScript"),
        boilerplate=(("equal_opportunity", ("We hire weavers for what they can do, whatever their age may be.",)),),
        shingles=b"",
    )  # fmt: skip
    assert record.words > 30
    assert len(record.shingles) > 100


def test_examples_after_a_full_stop_are_nothing_that_is_asked():
    text = (
        "# Weaver\n\n## Requirements\n\n- A language you know well (e.g. Java) and Python\n- TypeScript\n- Kubernetes\n"
    )
    (record,) = recorded([Example(text=text, title="Weaver")])
    assert [thing.name for thing in record.asked] == ["TypeScript", "Kubernetes"]


def test_a_manager_may_be_the_name_of_a_craft_so_that_nothing_about_it_is_a_warning():
    asked = [Example(text=f"Requirements:\n- {n} years of weaving", title="Product Manager") for n in (5, 5, 5, 9)]
    found = reviewed(asked)
    assert [(group.label, group.has_level) for group in found.groups] == [("Product Manager", False)]
    assert [remark.severity for remark in found.remarks] == ["notice"]


def test_hourly_pay_is_worked_out_for_a_year():
    (record,) = recorded([Example(text="Pay: $20 - $25 per hour.\n\nRequirements:\n- Weaving", title="Weaver")])
    assert record.pay == PayAsked(20, 25, "USD", "hour", 41_600, 52_000, is_range=True)


def test_a_text_that_is_not_english_is_kept_and_claims_nothing():
    text = "Wir suchen eine Weberin oder einen Weber mit fünf Jahren Erfahrung für unsere Werkstatt in der Stadt. " * 3
    found = reviewed([Example(text=text, title="Weber"), Example(text=text, title="Weber")])
    assert [(posting.language, posting.years) for posting in found.postings] == [("de", None), ("de", None)]
    assert found.groups == ()


def test_postings_of_different_employers_are_never_compared():
    asked = [
        Example(text=f"Requirements:\n- {years} years of weaving", title="Senior Weaver") for years in (5, 5, 5, 9)
    ]
    one_house = recorded(asked)
    assert [remark.rule for remark in review(one_house, guidelines=load_guidelines()).remarks] == [
        "consistency/years-outlier"
    ]
    many = [replace(record, employer=name) for record, name in zip(one_house, ("A", "a.", "B", ""), strict=True)]
    found = review(many, guidelines=load_guidelines())
    assert [group.members for group in found.groups] == [(3,), (0, 1), (2,)]
    assert found.remarks == ()


def test_a_thousand_postings_out_of_line_are_told_together_and_name_no_more_than_can_be_read():
    low, high = recorded(
        [
            Example(text="Requirements:\n- 7 years of weaving", title="Weaver II"),
            Example(text="Requirements:\n- 5 years of weaving", title="Senior Weaver"),
        ]
    )
    found = review([low, high] * 500, guidelines=load_guidelines(), select=("consistency/level-order",))
    (remark,) = found.remarks
    assert (len(remark.postings), len(remark.others)) == (500, 200)
    assert remark.message == (
        "This mid posting for Weaver and no. 3, 5, 7, 9, 11 and 494 more ask 7 years; 500 of 500 that are senior ask "
        "less: no. 2, 4, 6, 8, 10 and 495 more."
    )
    assert remark.arithmetic == "Mid: 7; senior: 5 (500 times) years."


def test_groups_carry_the_commonest_name_of_their_role():
    titles = ("Weaver, Senior", "Senior Weaver", "Sr. Weaver", "Dyer")
    found = reviewed([Example(text="Requirements:\n- Weaving", title=title) for title in titles])
    assert [(group.label, group.members) for group in found.groups] == [
        ("Dyer (level not said)", (3,)),
        ("Weaver (senior)", (0, 1, 2)),
    ]


def test_a_crashing_rule_becomes_a_remark_and_the_others_are_run(monkeypatch):
    def crash(context):
        raise ZeroDivisionError("by nought")

    def speak(context):
        return [Remark((1,), (0,), "spoken", "", "notice"), Remark((0,), (), "worse", "", "warning")]

    rules = {
        name: SetRule(name, "warning", "s", "why", "source", check, fires=(), silent=())
        for name, check in (("consistency/a", crash), ("consistency/b", speak))
    }
    monkeypatch.setattr(review_module, "set_rules", lambda: rules)
    found = reviewed([Example(text="a"), Example(text="b")]).remarks
    assert [(remark.rule, remark.severity, remark.message, remark.why) for remark in found] == [
        ("consistency/b", "warning", "worse", "why"),
        ("consistency/b", "notice", "spoken", "why"),
        (
            "engine/rule-crashed", "info",
            "The rule consistency/a could not be run on these postings: ZeroDivisionError: by nought",
            "All other rules were run. What this one would have found is not known.",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("severities", "ignore", "said"),
    [
        ({}, (), [("consistency/level-order", "warning")]),
        ({"consistency/level-order": "info"}, (), [("consistency/level-order", "info")]),
        ({"consistency/level-order": "off"}, (), []),
        ({}, ("consistency",), []),
    ],
)
def test_the_house_and_the_caller_decide_about_rules(severities, ignore, said):
    records = recorded(
        [
            Example(text="Requirements:\n- 7 years of weaving", title="Weaver II"),
            Example(text="Requirements:\n- 5 years of weaving", title="Senior Weaver"),
        ]
    )
    guidelines = replace(load_guidelines(), severities=severities)
    found = review(records, guidelines=guidelines, ignore=ignore)
    assert [(remark.rule, remark.severity) for remark in found.remarks] == said


def test_nothing_to_review_is_a_review_without_remarks():
    found = review([], guidelines=load_guidelines())
    assert (found.postings, found.groups, found.remarks) == ((), (), ())
