"""Guideline files become typed records, and every mistake in one names file, entry and key."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from small_guidelines import SMALL

from postwright.errors import GuidelineError
from postwright.guidelines import records
from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Source

HOUSE = (Source("House"),)


def test_small_folder_becomes_these_records(load):
    loaded = load()
    notes = (Source("Release notes", 2015, "https://example.org"),)
    assert loaded == records.Guidelines(
        levels={},
        technologies={
            "anvil": records.Technology(
                id="anvil",
                name="Anvil",
                aliases=(),
                category="tool",
                first_public="2012-03",
                stable_1_0="",
                confidence="high",
                sources=notes,
                ambiguous=True,
                context=("web",),
            ),
            "tongs": records.Technology(
                id="tongs",
                name="Tongs",
                aliases=("tong",),
                category="tool",
                first_public="2001",
                stable_1_0="2003",
                confidence="low",
                sources=notes,
            ),
        },
        ambiguous_terms=frozenset({"anvil"}),
        certifications={},
        wording={
            "age_1": records.WordingEntry(
                id="age_1",
                category="age",
                pattern=r"\byoungsters?\b",
                exceptions=("youngsters as customers",),
                exceptions_need=("youngsters as customers",),
                kind="regex",
                severity="warning",
                why="names an age",
                suggest=("people",),
                legal=(),
                sources=(Source("House style"),),
                confidence="high",
                branches=(records.Branch(0, 15, "youngste"),),
            )
        },
        jurisdictions={
            "XX-AA": records.Jurisdiction(
                id="XX-AA",
                name="Alder",
                places=("XX-AA",),
                status="in_force",
                duties=records.AdDuties(
                    pay_in_ad="required",
                    pay_form="closed_range",
                    open_ended_pay_allowed=False,
                    benefits_in_ad=True,
                    other_compensation_in_ad=None,
                    deadline_in_ad=False,
                    how_to_apply_in_ad=False,
                    inline_required=None,
                    ai_use_disclosure=False,
                    vacancy_status=False,
                    salary_history_question_banned=True,
                    remote_reach="performed_there",
                    employer_min=5,
                    effective=dt.date(2025, 7, 1),
                    ends=None,
                ),
                statute="Pay Act s. 1",
                notes="",
                sources=(Source("Pay Act", 2025, "https://example.org/act"),),
                confidence="high",
                checked="2026-01",
            )
        },
        roles={
            "smith": records.RoleProfile(
                id="smith",
                name="Smith",
                titles=("smith",),
                function="craft",
                band="general",
                onet_soc="",
                onet_title="",
                experience_p25=0.0,
                experience_p50=1.5,
                experience_p75=3.0,
                experience_p90=None,
                degree_required_percent=2.0,
                licence="",
                duties=("Shape iron", "Keep the fire"),
                skill_groups=(records.SkillGroup("tools", "must", ("Anvil", "Tongs"), ("hammer",)),),
                nice_to_have=(),
                inflation_notes=(),
                extra_ad_items=(),
                sources=HOUSE,
                confidence="high",
                experience_in="smithing",
            )
        },
        sections={},
        limits={"max_must_haves": records.Limit("max_must_haves", 10.0, "items", "Long lists deter.", HOUSE, "medium")},
        boilerplate={"welcome": "Everyone is welcome."},
        law_as_of=dt.date(2026, 1, 15),
        fingerprint=loaded.fingerprint,
        severities={},
        research={},
    )


def test_missing_root_says_where_it_was_looked_for(load, tmp_path):
    with pytest.raises(GuidelineError) as caught:
        load(root=tmp_path / "nowhere")
    assert str(caught.value) == (
        f"The guidelines folder {tmp_path / 'nowhere'} is missing. "
        "Run postwright from its own checkout, or name an existing folder."
    )


def test_missing_overlay_is_an_error_rather_than_no_overlay(load, tmp_path):
    with pytest.raises(GuidelineError, match="house-rules is missing"):
        load(tmp_path / "house-rules")


MISTAKES = {
    "unknown key": (
        "technologies.yaml",
        ("stable_1_0", "stabel_1_0"),
        "guidelines/technologies.yaml, entry tongs, key stabel_1_0: unknown key. Did you mean `stable_1_0`?",
    ),
    "unknown key deep inside": (
        "roles/smith.yaml",
        ("any_of", "anyof"),
        "guidelines/roles/smith.yaml, entry smith, key skill_groups.1.anyof: unknown key. Did you mean `any_of`?",
    ),
    "wrong type": (
        "roles/smith.yaml",
        ("p50: 1.5", "p50: some"),
        "guidelines/roles/smith.yaml, entry smith, key experience_years.p50: "
        "'some' should be a valid number, unable to parse string as a number. Correct it and try again.",
    ),
    "value outside a closed set": (
        "wording/age.yaml",
        ("severity: warning", "severity: fatal"),
        "guidelines/wording/age.yaml, entry age_1, key severity: "
        "'fatal' should be 'error', 'warning', 'notice' or 'info'. Correct it and try again.",
    ),
    "bad regular expression": (
        "wording/age.yaml",
        (r"\byoungsters?\b", r"(youngsters?"),
        "guidelines/wording/age.yaml, entry age_1, key pattern: it is not a valid regular expression "
        "(missing ), unterminated subpattern at position 0). Correct it and try again.",
    ),
    "regular expression that may never end": (
        "wording/age.yaml",
        (r"\byoungsters?\b", r"(?:young\w*\s*)+"),
        "guidelines/wording/age.yaml, entry age_1, key pattern: it holds a repetition inside a repetition, "
        "which can take hours on a long line. Correct it and try again.",
    ),
    "missing source": (
        "limits.yaml",
        ("source: {title: House}, ", ""),
        "guidelines/limits.yaml, entry max_must_haves, key source: the key is missing. "
        "Add it; guidelines/README.md says what it holds.",
    ),
    "no date": (
        "technologies.yaml",
        ("first_public: 2012-03", "first_public: spring 2012"),
        "guidelines/technologies.yaml, entry anvil, key first_public: 'spring 2012' is no date: "
        "write it as 2014, 2014-06 or 2014-06-06. Correct it and try again.",
    ),
    "id twice": (
        "technologies.yaml",
        ("id: tongs", "id: anvil"),
        "guidelines/technologies.yaml, entry anvil: the id is already used in guidelines/technologies.yaml. "
        "Give each entry an id of its own.",
    ),
    "id missing": (
        "technologies.yaml",
        ("{id: tongs, ", "{"),
        "guidelines/technologies.yaml, entry 2, key id: the key is missing. Begin it with `- id:`.",
    ),
    "key twice": (
        "roles/smith.yaml",
        ("name: Smith", "name: Smith\nname: Jones"),
        "guidelines/roles/smith.yaml, line 3: the key `name` stands twice in the same mapping. Keep one of the two.",
    ),
    "file and id differ": (
        "roles/smith.yaml",
        ("id: smith", "id: cooper"),
        "guidelines/roles/smith.yaml, key id: it is `cooper`, but the file is called `smith`. Make the two the same.",
    ),
    "unknown key at the head of a file": (
        "technologies.yaml",
        ("ambiguous_terms:", "ambigous_terms:"),
        "guidelines/technologies.yaml, key ambigous_terms: unknown key. Did you mean `ambiguous_terms`?",
    ),
    "alias": (
        "technologies.yaml",
        ("[anvil]", "*terms"),
        "guidelines/technologies.yaml, line 3: the alias `*terms` is not allowed. "
        "Write the value out where it is used.",
    ),
    "front matter missing": (
        "boilerplate/welcome.md",
        ("---\n", ""),
        "guidelines/boilerplate/welcome.md: the front matter is missing. "
        "Begin with the lines `---`, `source: ...` and `---`.",
    ),
    "law without a date": (
        "jurisdictions.yaml",
        ("as_of: '2026-01-15'", "as_of: this year"),
        "guidelines/jurisdictions.yaml, key as_of: 'this year' is no date. Write it as 2026-11-20.",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_is_named_with_file_entry_and_key(mistake, load, root):
    path, (old, new), message = MISTAKES[mistake]
    (root / path).write_text(SMALL[path].replace(old, new), encoding="utf-8")
    with pytest.raises(GuidelineError) as caught:
        load()
    assert str(caught.value) == message


def test_severity_error_is_refused_for_a_fact_that_is_not_sure(load, root):
    text = SMALL["wording/age.yaml"].replace("warning", "error").replace("confidence: high", "confidence: medium")
    (root / "wording/age.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GuidelineError) as caught:
        load()
    assert str(caught.value) == (
        "guidelines/wording/age.yaml, entry age_1: severity error needs confidence high. Correct it and try again."
    )


def test_file_that_is_not_utf_8_names_the_line(load, root):
    (root / "limits.yaml").write_bytes(b"as_of: '2026-01-15'\nlimits: [] # caf\xe9\n")
    with pytest.raises(GuidelineError) as caught:
        load()
    assert str(caught.value) == (
        "guidelines/limits.yaml, line 2: the file is not UTF-8 text. Save it with the encoding UTF-8."
    )


def test_byte_order_mark_and_windows_line_ends_are_read(load, root):
    plain = load()
    for path in ("limits.yaml", "boilerplate/welcome.md"):
        (root / path).write_bytes(b"\xef\xbb\xbf" + SMALL[path].replace("\n", "\r\n").encode())
    assert (load().limits, load().boilerplate) == (plain.limits, plain.boilerplate)


def test_fingerprint_follows_every_byte(load, root):
    before = load().fingerprint
    (root / "limits.yaml").write_text(SMALL["limits.yaml"] + "# a remark\n", encoding="utf-8")
    assert load().fingerprint != before


def test_loading_twice_gives_the_same_object(load):
    assert load() is load()


def test_default_root_is_the_folder_beside_the_package():
    from postwright.guidelines.files import packaged_root

    assert packaged_root() == Path(load_guidelines.__code__.co_filename).parents[2] / "guidelines"
