"""Every example in every record of a rule across postings, through the whole pipeline: parse, read, record, review."""

from __future__ import annotations

import re

import pytest
from sets_of_postings import reviewed

from postwright.consistency.registry import rule_files, rule_id, set_rules
from postwright.consistency.rule import SetExample, SetRule

RULES = set_rules()


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES.values()
        for number, example in enumerate(getattr(rule, kind), start=1)
    ]


@pytest.mark.parametrize(("rule", "example"), cases("fires"))
def test_a_firing_example_gives_its_one_remark(rule: SetRule, example: SetExample) -> None:
    found = reviewed(example.postings, select=(rule.id,)).remarks
    assert [(remark.rule, remark.message) for remark in found] == [(rule.id, example.message)]


@pytest.mark.parametrize(("rule", "example"), cases("silent"))
def test_a_near_miss_gives_none(rule: SetRule, example: SetExample) -> None:
    assert reviewed(example.postings, select=(rule.id,)).remarks == ()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_examples_of_both_kinds_and_says_why_and_on_what_authority(rule: SetRule) -> None:
    assert rule.fires
    assert rule.silent
    assert all((rule.summary, rule.why, rule.source))


def test_every_module_holds_the_rule_that_its_name_says() -> None:
    assert sorted(RULES) == sorted(rule_id(path) for path in rule_files())


def test_an_id_is_the_group_and_a_name_in_small_letters() -> None:
    assert [id_ for id_ in RULES if not re.fullmatch(r"consistency/[a-z]+(?:-[a-z]+)*", id_)] == []
