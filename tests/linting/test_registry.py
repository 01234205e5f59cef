"""Rules are found by their files; ids, files, guidelines and docs agree."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from postwright.consistency.registry import every_rule
from postwright.guidelines.load import load_guidelines
from postwright.linting import docs, lexicon
from postwright.linting.registry import (
    RegistryError,
    all_rules,
    code_rules,
    merged,
    nearest,
    rule_files,
    rule_id,
)

RULES = all_rules(load_guidelines())
EVERY = every_rule(load_guidelines())


def test_every_module_holds_the_rule_that_its_name_says() -> None:
    assert sorted(code_rules()) == sorted(rule_id(path) for path in rule_files())


def test_every_wording_category_that_is_not_merely_counted_is_a_rule() -> None:
    entries = [entry for entry in load_guidelines().wording.values() if entry.enabled]
    categories = {entry.category for entry in entries if not entry.category.startswith(lexicon.COUNTED)}
    assert RULES.keys() - code_rules().keys() == {lexicon.rule_id(category) for category in categories}


def test_an_id_is_a_group_and_a_name_in_small_letters() -> None:
    assert [id_ for id_ in RULES if not re.fullmatch(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*", id_)] == []


def test_every_record_says_what_why_and_on_what_authority() -> None:
    assert [id_ for id_, rule in RULES.items() if not (rule.summary and rule.why and rule.source)] == []


def test_registering_an_id_twice_is_refused() -> None:
    rule = next(iter(RULES.values()))
    with pytest.raises(RegistryError, match=f"two rules have the id {rule.id}"):
        merged({rule.id: rule}, {rule.id: rule})


def test_asking_twice_gives_the_same_rules() -> None:
    guidelines = load_guidelines()
    assert all_rules(guidelines) is all_rules(guidelines)


def test_a_wording_of_the_house_makes_a_rule_of_its_own() -> None:
    guidelines = load_guidelines()
    entry = replace(next(iter(guidelines.wording.values())), id="house_1", category="house_words", severity="notice")
    house = replace(guidelines, wording={**guidelines.wording, entry.id: entry})
    assert all_rules(house).keys() - RULES.keys() == {"wording/house-words"}


def test_docs_and_rules_agree_both_ways() -> None:
    headings = re.findall(r"^### (\S+)$", docs.page(EVERY), re.MULTILINE)
    assert sorted(headings) == sorted(EVERY)


def test_the_page_of_the_rules_is_current() -> None:
    shipped = Path(docs.PAGE).read_text(encoding="utf-8")
    assert shipped == docs.page(EVERY), "run `python -m postwright.linting.docs`"


def test_the_nearest_id_is_suggested() -> None:
    assert nearest("wording/age-kap", RULES) == "wording/age-cap"
    assert nearest("age-cap", RULES) == "wording/age-cap"
    assert nearest("zzzz", RULES) == ""
