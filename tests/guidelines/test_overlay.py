"""The organisation's folder is laid over the house rules by id; an update of those never loses its changes."""

from __future__ import annotations

import dataclasses

import pytest

from postwright.errors import GuidelineError
from postwright.guidelines.records import Limit, Source


def test_existing_id_overrides_only_the_keys_given(load, overlay):
    folder = overlay({"limits.yaml": "limits:\n  - {id: max_must_haves, value: 7}\n"})
    before = load().limits["max_must_haves"]
    assert load(folder).limits == {"max_must_haves": dataclasses.replace(before, value=7.0)}


def test_mapping_inside_an_entry_is_merged_key_by_key(load, overlay):
    folder = overlay({"jurisdictions.yaml": "jurisdictions:\n  - {id: XX-AA, duties: {employer_min: 20}}\n"})
    before = load().jurisdictions["XX-AA"]
    after = dataclasses.replace(before, duties=dataclasses.replace(before.duties, employer_min=20))
    assert load(folder).jurisdictions == {"XX-AA": after}


def test_list_is_replaced(load, overlay):
    folder = overlay({"roles/smith.yaml": "id: smith\nduties: [Shoe horses]\n"})
    assert load(folder).roles["smith"].duties == ("Shoe horses",)


def test_null_takes_a_value_away(load, overlay):
    folder = overlay({"roles/smith.yaml": "id: smith\ndegree_required_percent: null\n"})
    assert load(folder).roles["smith"].degree_required_percent is None


def test_new_id_adds_an_entry(load, overlay):
    folder = overlay(
        {
            "limits.yaml": "limits:\n- {id: pages, value: 2, unit: pages, why: Short., source: {title: HR},"
            " confidence: high}\n"
        }
    )
    assert load(folder).limits == {
        **load().limits,
        "pages": Limit("pages", 2.0, "pages", "Short.", (Source("HR"),), "high"),
    }


def test_enabled_false_switches_an_entry_off(load, overlay):
    folder = overlay(
        {
            "technologies.yaml": "technologies:\n- {id: tongs, enabled: false}\n",
            "wording/age.yaml": "category: age\nwording:\n- {id: age_1, enabled: false}\n",
        }
    )
    loaded = load(folder)
    assert (list(loaded.technologies), loaded.wording["age_1"].enabled) == (["anvil"], False)


def test_ambiguous_terms_of_both_count(load, overlay):
    folder = overlay({"technologies.yaml": "ambiguous_terms: [tong]\n"})
    assert load(folder).ambiguous_terms == {"anvil", "tong"}


def test_severities_are_set_by_rule(load, overlay):
    folder = overlay({"profile.yaml": "severities:\n  clarity/length: off\n  wording/age: notice\n"})
    assert load(folder).severities == {"clarity/length": "off", "wording/age": "notice"}


def test_text_of_the_organisation_replaces_that_of_the_house(load, overlay):
    folder = overlay({"boilerplate/welcome.md": "---\nsource: Legal\n---\nAll are welcome here.\n"})
    assert load(folder).boilerplate == {"welcome": "All are welcome here."}


def test_readme_and_hidden_files_are_no_guidelines(load, overlay):
    folder = overlay({"README.md": "# Ours", ".draft.yaml": "x: 1", "roles/.smith.yaml": "x: 1", "notes.txt": "x"})
    assert load(folder).roles == load().roles


def test_organisation_file_does_not_change_the_ruleset(load, overlay):
    folder = overlay({"limits.yaml": "limits: []\n"})
    before = load(folder).fingerprint
    overlay({"organisation.yaml": "name: Alder Works\n"})
    assert load(folder).fingerprint == before


OVERLAY_MISTAKES = {
    "unknown severity": (
        {"profile.yaml": "severities:\n  clarity/length: none\n"},
        "house/profile.yaml, key severities.clarity/length: `none` is no severity. "
        "Use one of error, warning, notice, info, off.",
    ),
    "unknown file": (
        {"technologys.yaml": "technologies: []\n"},
        "house/technologys.yaml: no guideline file has this name. Did you mean `technologies.yaml`?",
    ),
    "other ending": (
        {"roles/smith.yml": "id: smith\n"},
        "house/roles/smith.yml: files in roles/ end in `.yaml`. Rename it or move it.",
    ),
    "new entry without what it needs": (
        {"limits.yaml": "limits:\n- {id: pages, value: 2, unit: pages, why: Short., confidence: high}\n"},
        "house/limits.yaml, entry pages, key source: the key is missing. "
        "Add it; guidelines/README.md says what it holds.",
    ),
    "wrong value in an override": (
        {"limits.yaml": "limits:\n- {id: max_must_haves, value: many}\n"},
        "house/limits.yaml, entry max_must_haves, key value: "
        "'many' should be a valid number, unable to parse string as a number. Correct it and try again.",
    ),
}


@pytest.mark.parametrize("mistake", OVERLAY_MISTAKES)
def test_mistake_in_the_overlay_names_the_overlays_file(mistake, load, overlay):
    files, message = OVERLAY_MISTAKES[mistake]
    with pytest.raises(GuidelineError) as caught:
        load(overlay(files))
    assert str(caught.value) == message
