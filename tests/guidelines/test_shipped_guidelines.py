"""The house rules that ship are complete, sourced and consistent with each other."""

from __future__ import annotations

import re

import pytest

from postwright.guidelines.files import packaged_root, read_folder
from postwright.guidelines.load import load_guidelines
from postwright.guidelines.occupations import Occupation
from postwright.guidelines.patterns import nested_repetition
from postwright.linting.remarks import framed_span
from postwright.model.words import LEVELS

GUIDELINES = load_guidelines()
KINDS = ("technologies", "certifications", "wording", "jurisdictions", "roles", "sections", "limits", "research")
EU_STATES = "AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_has_a_source_with_a_title(kind):
    records = getattr(GUIDELINES, kind)
    assert records
    assert [id_ for id_, record in records.items() if not all(source.title for source in record.sources)] == []
    assert [id_ for id_, record in records.items() if not record.sources] == []


def test_every_title_leads_to_an_occupation_that_is_listed_or_nowhere():
    occupations = GUIDELINES.occupations
    rows = (packaged_root() / "occupation_titles.tsv").read_text(encoding="utf-8").splitlines()
    codes = {row.split("\t")[1] for row in rows if row and not row.startswith("#")} - {"soc", "-"}
    assert (len(codes) > 700, [code for code in sorted(codes) if occupations.get(code) is None]) == (True, [])


def test_occupations_of_role_profiles_are_listed():
    codes = {role.onet_soc for role in GUIDELINES.roles.values() if role.onet_soc}
    assert [code for code in sorted(codes) if GUIDELINES.occupations.get(code) is None] == []


def test_bookkeepers_are_as_their_survey_says():
    clerks = GUIDELINES.occupations.get(GUIDELINES.occupations.code_of("bookkeeper"))
    assert clerks == Occupation(
        soc="43-3031.00",
        name="Bookkeeping, Accounting, and Auditing Clerks",
        years_p50=1.8,
        years_p75=3.9,
        years_p90=5.2,
        people=36,
        surveyed="2017-07",
        release="30.1",
        associate=53,
        degree=19,
        advanced=6,
        employer_years_p50=2,
        employer_years_p75=2,
        employer_years_p90=3,
        employer_degree=11,
        held_degree=20,
        held_advanced=4,
    )


def test_every_level_of_the_ladder_has_a_band_with_sources():
    levels = GUIDELINES.levels.values()
    assert {level.ladder for level in levels} == set(LEVELS)
    assert [level.id for level in levels for band in (level.software, level.general) if not band.sources] == []


def test_sources_are_public_or_own_knowledge():
    files = [file for file in read_folder(packaged_root()) if file.path != "occupation_titles.tsv"]  # seed analysts
    texts = {file.path: file.text() for file in files}
    assert [path for path, text in texts.items() if re.search(r"\bseeds?\b|\bshared/", text)] == []


@pytest.mark.parametrize("entry", GUIDELINES.wording.values(), ids=lambda entry: entry.id)
def test_wording_pattern_compiles_and_has_no_repetition_in_a_repetition(entry):
    for pattern in (entry.pattern, *entry.exceptions):
        re.compile(pattern, re.IGNORECASE)
        assert not nested_repetition(pattern)


def test_wording_never_matches_nothing():
    assert [e.id for e in GUIDELINES.wording.values() if re.search(e.pattern, "", re.IGNORECASE)] == []


def test_error_is_kept_for_facts_of_high_confidence():
    unsure = [e.id for e in GUIDELINES.wording.values() if e.severity == "error" and e.confidence != "high"]
    assert unsure == []


def test_gender_stems_are_only_counted():
    stems = [e for e in GUIDELINES.wording.values() if e.category.startswith("gender_stem")]
    assert (len(stems), {e.severity for e in stems}) == (95, {"info"})


def test_technology_names_and_aliases_are_unique_but_for_families():
    seen: dict[str, str] = {}
    clashes = set()
    for technology in GUIDELINES.technologies.values():
        for name in {technology.name.lower(), *(alias.lower() for alias in technology.aliases)}:
            if seen.setdefault(name, technology.id) != technology.id:
                clashes.add(name)
    assert clashes == set()


def test_stable_release_is_not_before_the_first_public_one():
    early = [
        t.id
        for t in GUIDELINES.technologies.values()
        if t.stable_1_0 and t.stable_1_0[: len(t.first_public)] < t.first_public[: len(t.stable_1_0)]
    ]
    assert early == []


def test_ambiguous_technologies_have_context():
    assert [t.id for t in GUIDELINES.technologies.values() if t.ambiguous and not t.context] == []


@pytest.mark.parametrize("role", GUIDELINES.roles.values(), ids=lambda role: role.id)
def test_role_profile_can_fill_a_brief(role):
    assert 5 <= len(role.duties) <= 7
    assert len(set(role.duties)) == len(role.duties)
    assert [duty for duty in role.duties if not re.fullmatch(r"[A-Z][^\n]{8,110}[^\s.,;:]", duty)] == []
    assert role.experience_in
    assert any(group.need == "must" for group in role.skill_groups)
    assert [group.group for group in role.skill_groups if not group.any_of] == []
    assert [g.group for g in role.skill_groups if {w.lower() for w in g.any_of} & {w.lower() for w in g.also}] == []


def test_role_quantiles_rise():
    for role in GUIDELINES.roles.values():
        known = [role.experience_p25, role.experience_p50, role.experience_p75, role.experience_p90]
        known = [value for value in known if value is not None]
        assert (role.id, known) == (role.id, sorted(known))
        assert len(known) in (0, 4), role.id


def test_software_developers_take_the_newer_survey():
    role = GUIDELINES.roles["software_engineer"]
    assert (role.experience_p75, role.experience_p90, role.degree_required_percent) == (7.7, 10.3, 90.1)


def test_law_rows_are_typed_and_placed():
    for law in GUIDELINES.jurisdictions.values():
        assert all(re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}", place) for place in law.places), law.id
        assert not (law.duties.pay_in_ad == "required" and law.duties.effective is None), law.id
        assert not (law.duties.pay_in_ad == "required" and not law.statute), law.id


def test_places_of_laws():
    places = {id_: law.places for id_, law in GUIDELINES.jurisdictions.items()}
    picked = {id_: places[id_] for id_ in ("US-CO", "US-NYC", "US-NJ-JC", "US-FED", "UK", "EU-IT", "CA-ON")}
    assert picked == {
        "US-CO": ("US-CO",),
        "US-NYC": ("US-NY-NYC",),
        "US-NJ-JC": ("US-NJ-JC",),
        "US-FED": ("US",),
        "UK": ("GB",),
        "EU-IT": ("IT",),
        "CA-ON": ("CA-ON",),
    }
    assert set(places["EU"]) == set(EU_STATES.split(" "))


def test_colorado_is_as_its_statute_says():
    law = GUIDELINES.jurisdictions["US-CO"]
    duties = law.duties
    assert (law.statute, law.confidence, duties.pay_in_ad, duties.deadline_in_ad, duties.effective.isoformat()) == (
        "C.R.S. 8-5-201",
        "high",
        "required",
        True,
        "2024-01-01",
    )


def test_senior_in_software_is_four_to_eight_years():
    band = GUIDELINES.levels["senior"].software
    assert (band.min_years, band.typical_years, band.max_years, band.flag_min_demand_above) == (4, 6, 8, 8)


def test_limits_that_rules_rely_on_are_there():
    needed = {
        "strong_excess_years",
        "entry_years_contradiction",
        "technology_grace_months",
        "stable_release_grace_months",
        "max_must_haves",
        "degree_warning_below_percent",
        "degree_silent_above_percent",
        "posting_words_min",
        "posting_words_max",
        "wall_of_text_words",
        "facts_stale_days",
    }
    assert needed - set(GUIDELINES.limits) == set()


def test_examples_of_the_readme_can_be_laid_over_the_rules(tmp_path):
    readme = (packaged_root() / "README.md").read_text(encoding="utf-8")
    for name, example in re.findall(r"```yaml\n# ([\w./]+)[^\n]*\n(.*?)```", readme, re.DOTALL):
        path = tmp_path / "house" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example, encoding="utf-8")
    merged = load_guidelines(tmp_path / "house", cache_folder=tmp_path / "cache")
    switched_off = [e.id for e in merged.wording.values() if GUIDELINES.wording.get(e.id, e).enabled and not e.enabled]
    assert (merged.limits["max_must_haves"].value, len(switched_off), "our_own_1" in merged.wording) == (8, 1, True)
    assert merged.severities == {"clarity/length": "off", "inflated/too-many-must-haves": "notice"}


def test_readme_names_every_key_of_every_record():
    from postwright.guidelines.schema import KINDS

    readme = (packaged_root() / "README.md").read_text(encoding="utf-8")
    keys = {key for model in KINDS.values() for key in model.model_fields}
    assert [key for key in sorted(keys - {"text"}) if f"`{key}`" not in readme] == []


def test_attribution_stands_in_the_readme():
    attribution = (packaged_root() / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert attribution in (packaged_root() / "README.md").read_text(encoding="utf-8")


def test_our_own_texts_are_not_worded_as_we_advise_against():
    texts = [text for role in GUIDELINES.roles.values() for text in (*role.duties, *role.nice_to_have)]
    texts += [word for role in GUIDELINES.roles.values() for group in role.skill_groups for word in group.any_of]
    texts += GUIDELINES.boilerplate.values()
    bare = [
        e for e in GUIDELINES.wording.values() if not (e.category.startswith("gender_stem") or e.within or e.frames)
    ]
    assert [(e.id, text) for e in bare for text in texts if re.search(e.pattern, text, re.IGNORECASE)] == []
    framed = [e for e in GUIDELINES.wording.values() if e.within or e.frames]
    hits = [(e, text, hit) for e in framed for text in texts for hit in re.finditer(e.pattern, text, re.IGNORECASE)]
    assert [(e.id, text) for e, text, hit in hits if framed_span(e, text, hit.start(), hit.end())] == []
