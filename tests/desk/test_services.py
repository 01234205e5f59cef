"""The use cases: what a person enters is kept, drafted, checked, fixed, exported, and never lost."""

import datetime as dt
import json
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest

from postwright.desk.reports import finding_key
from postwright.errors import BriefConflict, BriefError, DocumentError, InputError, StorageError, TextConflict
from postwright.exchange.plain import plain_text
from postwright.model.brief import Brief, Headcount, Organisation, Requirement, TextEntry
from postwright.model.finding import Edit, Finding, Fix
from postwright.services import Desk, MergeConflict, open_desk, place_names
from postwright.settings import Settings

BRIEF = Brief.model_validate(
    {
        "title": "Senior Payments Engineer",
        "levels": [{"level": "senior"}],
        "locations": [{"city": "Denver", "place": "US-CO"}],
        "workplace": "on_site",
        "employment_type": "full_time",
        "pay": [{"minimum": 150_000, "maximum": 180_000, "currency": "USD"}],
        "benefits": ["Medical and dental insurance", "Twenty-five days of leave"],
        "responsibilities": ["Run the ledger service", "Review designs", "Be on call one week in six"],
        "must_have": ["Five years of running services in production"],
        "closing": {"rolling": True},
        "apply": {"email": "jobs@example.com"},
    }
)


@pytest.fixture
def posting(desk: Desk) -> str:
    return desk.new_from_brief(BRIEF)


def text_of(desk: Desk, posting_id: str) -> str:
    opened = desk.open(posting_id)
    assert opened is not None
    return opened.text


def edit(desk: Desk, posting_id: str, old: str, new: str):
    """Type `new` over `old`, as in the editor."""
    opened = desk.open(posting_id)
    assert opened is not None
    assert old in opened.text
    return desk.save_text(posting_id, opened.text.replace(old, new), expected_version=opened.version)


# --- the list


def test_a_new_posting_is_empty_and_on_the_list(desk):
    posting_id = desk.new_posting()
    opened = desk.open(posting_id)
    assert (opened.brief, opened.title, opened.version, opened.origin) == (Brief(), "", 1, "brief")
    assert [(row.id, row.title, row.levels, row.places) for row in desk.list_postings()] == [(posting_id, "", (), ())]


def test_choosing_a_profile_picks_nothing(desk):
    posting_id = desk.new_posting(profile="registered_nurse")
    assert desk.open(posting_id).brief == Brief(profile="registered_nurse")
    assert text_of(desk, posting_id) == text_of(desk, desk.new_posting())


def test_an_unknown_profile_is_refused(desk):
    with pytest.raises(InputError, match="no role profile"):
        desk.new_posting(profile="astronaut_in_chief")
    assert desk.list_postings() == []


def test_the_list_shows_level_place_and_findings(desk, posting):
    (row,) = desk.list_postings()
    found = desk.findings(posting)
    counts = {severity: sum(f.severity == severity for f in found) for severity in {f.severity for f in found}}
    assert (row.title, row.levels, row.places, row.counts) == (BRIEF.title, ("senior",), ("US-CO",), counts)


def test_every_example_drafts(desk):
    for name in desk.example_names():
        assert desk.open(desk.new_example(name)).title
    assert len(desk.list_postings()) == len(desk.example_names()) >= 10


def test_a_copy_is_a_posting_of_its_own(desk, posting):
    edit(desk, posting, "Review designs", "Review every design")
    copy = desk.duplicate(posting)
    assert text_of(desk, copy) == text_of(desk, posting)
    desk.set_field(copy, "title", "Junior Payments Engineer")
    assert desk.open(posting).title == "Senior Payments Engineer"
    assert "Review every design" in text_of(desk, copy)


def test_deleting_can_be_taken_back(desk, posting):
    before = desk.open(posting)
    desk.delete(posting)
    assert (desk.open(posting), desk.list_postings()) == (None, [])
    desk.undo_delete(posting)
    assert desk.open(posting) == before


# --- the brief


def test_a_field_goes_into_the_text_at_once(desk, posting):
    opened = desk.set_field(posting, "title", "Staff Payments Engineer")
    assert opened.text.startswith("# Staff Payments Engineer\n")
    assert opened == desk.open(posting)


def test_a_bad_value_is_kept_with_its_problem_and_comes_back_after_a_restart(desk, posting, open_again):
    before = desk.open(posting)
    opened = desk.set_field(posting, "pay.1.minimum", 500_000.0)
    assert opened.raw == {"pay.1.minimum": 500_000}
    assert opened.problems == {"pay.1.minimum": "pay 1: the maximum pay is below the minimum pay"}
    assert (opened.brief, opened.text) == (before.brief, before.text)
    assert open_again().open(posting) == opened
    mended = desk.set_field(posting, "pay.1.maximum", 600_000.0)
    assert (mended.raw, mended.problems) == ({}, {})
    assert "$500,000 to $600,000" in mended.text


def test_an_entry_that_says_nothing_yet_is_shown_and_not_drafted(desk, posting):
    text = text_of(desk, posting)
    opened = desk.add_entry(posting, "must_have")
    assert [entry.id for entry in opened.brief.must_have] == [1, 2]
    assert (opened.text, opened.problems) == (text, {})
    opened = desk.set_field(posting, "must_have.2.text", "PostgreSQL")
    assert "PostgreSQL" in opened.text
    opened = desk.remove_entry(posting, "must_have", 2)
    assert opened.text == text


def test_two_windows_that_fill_in_different_fields_keep_both(desk, posting, open_again):
    other = open_again()
    other.open(posting)
    desk.set_field(posting, "team.name", "Ledger")
    other.set_field(posting, "travel", "Four days a quarter")
    opened = desk.open(posting)
    assert (opened.brief.team.name, opened.brief.travel) == ("Ledger", "Four days a quarter")


def test_processes_that_change_one_posting_at_once_lose_nothing(desk, posting, tmp_path):
    adds_lines = """
        import sys
        from pathlib import Path
        from postwright.services import open_desk
        from postwright.settings import Settings
        desk = open_desk(Settings(data_dir=Path(sys.argv[1])))
        for n in range(5):
            desk.add_line(sys.argv[2], "responsibilities", f"Duty {sys.argv[3]}{n}")
    """
    command = [sys.executable, "-c", textwrap.dedent(adds_lines), str(tmp_path), posting]
    running = [subprocess.Popen([*command, name]) for name in ("a", "b")]
    assert [process.wait() for process in running] == [0, 0]
    opened = desk.open(posting)
    assert {f"Duty {name}{n}" for name in "ab" for n in range(5)} <= {e.text for e in opened.brief.responsibilities}
    assert all(f"- {entry.text}\n" in opened.text for entry in opened.brief.responsibilities)


def test_a_whole_brief_never_overwrites_what_another_window_saved(desk, posting):
    opened = desk.open(posting)
    desk.set_field(posting, "title", "Payments Engineer")
    with pytest.raises(BriefConflict):
        desk.save_brief(posting, Brief(title="Mine"), expected_version=opened.brief_version)
    now = desk.open(posting)
    assert desk.save_brief(posting, Brief(title="Mine"), expected_version=now.brief_version).title == "Mine"


def test_what_the_profile_offers_is_picked_one_by_one(desk):
    posting_id = desk.new_posting(profile="registered_nurse")
    duties, skills = desk.offered_duties(posting_id), desk.offered_skills(posting_id)
    assert len(duties) > 2
    assert len(skills) > 1
    desk.add_line(posting_id, "responsibilities", duties[0])
    opened = desk.add_skill_group(posting_id, skills[0])
    assert [entry.text for entry in opened.brief.responsibilities] == [duties[0]]
    assert len(opened.brief.must_have) == 1
    assert desk.offered_duties(posting_id) == duties[1:]
    assert skills[0] not in desk.offered_skills(posting_id)


def test_a_posting_without_a_profile_is_offered_nothing(desk, posting):
    assert (desk.offered_duties(posting), desk.offered_skills(posting)) == ([], [])


def test_the_usual_years_of_a_level_are_those_of_the_profile(desk):
    posting_id = desk.new_from_brief(Brief.model_validate({"profile": "sre", "levels": [{"level": "senior"}]}))
    band = desk.guidelines().levels["senior"].software
    assert desk.usual_years(posting_id) == {"senior": band}


def test_a_field_that_is_not_there_changes_nothing(desk, posting):
    before = desk.open(posting)
    with pytest.raises(BriefError):
        desk.set_field(posting, "must_have.99.text", "x")
    assert desk.open(posting) == before


def test_user_text_is_never_a_template(desk, posting):
    opened = desk.set_field(posting, "title", "Engineer {{ 7*7 }} {% raise %}")
    assert opened.title == "Engineer {{ 7*7 }} {% raise %}"
    assert "49" not in opened.text.splitlines()[0]


# --- the organisation


def test_the_organisations_facts_reach_a_posting_when_it_is_opened(desk, posting, open_again):
    edit(desk, posting, "Review designs", "Review every design")
    organisation = Organisation(
        name="Blue Harbour", description="Blue Harbour moves money for shops.", benefits=(TextEntry(text="A pension"),)
    )
    desk.save_organisation(organisation)
    assert desk.organisation() == open_again().organisation() == Organisation.model_validate(organisation.model_dump())
    opened = desk.open(posting)
    assert "Blue Harbour moves money for shops." in opened.text
    assert "- A pension" in opened.text
    assert "- Review every design" in opened.text
    assert desk.open(posting) == opened


def test_a_new_location_begins_where_the_organisation_has_people(desk, posting):
    desk.save_organisation(Organisation(headcount=(Headcount(place="DE", employees=40),)))
    assert desk.add_entry(posting, "locations").brief.locations[1].place == "DE"


# --- the text


def test_untouched_lines_follow_the_brief_and_edited_ones_stay(desk, posting):
    edit(desk, posting, "- Review designs", "- Review all designs\n- Bring cake")
    opened = desk.set_field(posting, "responsibilities", "Run the ledger\nReview designs\nBe on call")
    shown = [line for line in opened.text.splitlines() if line.startswith("- ")][:4]
    assert shown == ["- Run the ledger", "- Review all designs", "- Bring cake", "- Be on call"]
    assert opened.kept == ("- Review all designs",)
    assert opened.conflicts == ()


def test_a_line_that_both_changed_is_shown_and_settled_either_way(desk, posting):
    edit(desk, posting, "- Review designs", "- Review every design")
    opened = desk.set_field(posting, "responsibilities.2.text", "Review designs and code")
    (conflict,) = opened.conflicts
    assert replace(conflict, item="") == MergeConflict("", "- Review designs and code", "- Review every design")
    assert any("you and the brief both changed" in line for line in desk.before_export(posting, "md"))
    copy = desk.duplicate(posting)
    kept = desk.resolve_conflict(posting, conflict.item, take_composed=False)
    assert "- Review every design\n" in kept.text
    assert kept.conflicts == ()
    taken = desk.resolve_conflict(copy, conflict.item, take_composed=True)
    assert "- Review designs and code\n" in taken.text
    assert (taken.conflicts, taken.kept) == ((), ())


def test_a_conflict_stays_until_it_is_settled(desk, posting, open_again):
    edit(desk, posting, "- Review designs", "- Review every design")
    desk.set_field(posting, "responsibilities.2.text", "Review designs and code")
    desk.set_field(posting, "travel", "None")
    assert len(open_again().open(posting).conflicts) == 1
    edit(desk, posting, "- Review every design", "- Review designs and code")
    assert desk.open(posting).conflicts == ()


def test_a_deleted_line_stays_deleted_and_is_told(desk, posting):
    edit(desk, posting, "- Review designs\n", "")
    opened = desk.set_field(posting, "title", "Payments Engineer")
    assert "Review designs" not in opened.text
    assert opened.missing == ("- Review designs",)


def test_a_text_that_comes_too_late_is_refused_with_both_texts_and_kept_aside(desk, posting):
    read_by_both = desk.open(posting)
    desk.save_text(posting, "from the first window\n", expected_version=read_by_both.version)
    with pytest.raises(TextConflict) as late:
        desk.save_text(posting, "from the second window\n", expected_version=read_by_both.version)
    conflict = late.value
    assert (conflict.given, conflict.stored) == ("from the second window\n", "from the first window\n")
    assert text_of(desk, posting) == "from the first window\n"
    assert [r.text for r in desk.revisions(posting) if r.reason == "conflict"] == ["from the second window\n"]
    saved = desk.save_text(posting, conflict.given, expected_version=conflict.version)
    assert saved.text == "from the second window\n"


def test_the_same_text_from_two_windows_is_no_conflict(desk, posting):
    version = desk.open(posting).version
    desk.save_text(posting, "the same\n", expected_version=version)
    assert desk.save_text(posting, "the same\n", expected_version=version).text == "the same\n"


def test_an_earlier_text_can_be_put_back(desk, posting):
    first = text_of(desk, posting)
    edit(desk, posting, "Review designs", "Sleep")
    (start,) = [revision.id for revision in desk.revisions(posting) if revision.reason == "start"]
    assert desk.restore_text(posting, start).text == first
    assert any(r.text and "Sleep" in r.text for r in desk.revisions(posting))


def test_line_breaks_and_unseen_characters_are_made_plain(desk, posting):
    version = desk.open(posting).version
    saved = desk.save_text(posting, "One\r\nTwo\x00\u202e\ud800\n", expected_version=version)
    assert saved.text == "One\nTwo\ufffd\n"


def test_a_text_that_is_far_too_long_is_refused_and_the_kept_one_stays(desk, posting):
    before = desk.open(posting)
    with pytest.raises(DocumentError, match="too long"):
        desk.save_text(posting, "word " * 1_000_000, expected_version=before.version)
    assert desk.open(posting) == before


def test_a_full_disk_is_said_and_the_posting_stays_as_it_was(desk, posting):
    before = desk.open(posting)
    with desk._library._write.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StorageError, match="disk that holds the library is full"):
        desk.save_text(posting, "word " * 50_000, expected_version=before.version)
    assert desk.open(posting) == before


# --- findings


def one(found: tuple[Finding, ...], rule: str) -> Finding:
    (finding,) = [finding for finding in found if finding.rule == rule]
    return finding


@pytest.fixture
def cliche(desk, posting) -> Finding:
    edit(desk, posting, "- Review designs", "- Review designs like a rockstar")
    return next(f for f in desk.findings(posting) if "rockstar" in f.quote)


def test_an_ignored_finding_stays_silent_while_its_words_stay(desk, posting, cliche):
    desk.ignore(posting, cliche, reason="It is a music shop")
    assert cliche.quote not in [f.quote for f in desk.findings(posting)]
    assert [(f.quote, waiver.reason) for f, waiver in desk.sifted(posting).waived] == [
        ("rockstar", "It is a music shop")
    ]
    edit(desk, posting, "# Senior", "# A very senior")
    assert "rockstar" not in [f.quote for f in desk.findings(posting)]
    edit(desk, posting, "designs like a rockstar", "code like a true rockstar")
    assert "rockstar" in [f.quote for f in desk.findings(posting)]


def test_an_ignored_finding_comes_back_when_it_is_called_back_or_past_its_last_day(desk, posting, cliche, tmp_path):
    desk.ignore(posting, cliche, reason="Until the relaunch", owner="Ada", expires=dt.date(2026, 11, 20))
    ((found, waiver),) = desk.sifted(posting).waived
    assert (found, waiver.owner) == (cliche, "Ada")
    tomorrow = open_desk(Settings(data_dir=tmp_path), today=lambda: dt.date(2026, 11, 21))
    assert "rockstar" in [f.quote for f in tomorrow.findings(posting)]
    assert tomorrow.sifted(posting).expired == (waiver,)
    tomorrow.close()
    desk.stop_ignoring(posting, waiver)
    assert "rockstar" in [f.quote for f in desk.findings(posting)]


@pytest.mark.parametrize(
    ("reason", "expires", "said"),
    [(" ", None, "none was given"), ("\x00", None, "none was given"), ("yes", dt.date(2026, 11, 19), "is past")],
)
def test_a_finding_is_not_ignored_without_a_reason_or_for_days_that_are_past(
    desk, posting, cliche, reason, expires, said
):
    with pytest.raises(InputError, match=said):
        desk.ignore(posting, cliche, reason=reason, expires=expires)
    assert "rockstar" in [f.quote for f in desk.findings(posting)]


def test_a_record_whose_words_are_gone_is_told_and_can_be_removed(desk, posting, cliche):
    desk.ignore(posting, cliche, reason="It is a music shop")
    edit(desk, posting, "like a rockstar", "well")
    (unused,) = desk.sifted(posting).unused
    assert (unused.rule, unused.quote) == (cliche.rule, "rockstar")
    desk.stop_ignoring(posting, unused)
    assert desk.sifted(posting).unused == ()


def test_a_finding_is_ignored_by_the_words_it_was_found_in_whatever_was_typed_since(desk, posting, cliche):
    before = text_of(desk, posting)
    edit(desk, posting, "# Senior", "# A very, very senior")
    desk.ignore(posting, cliche, reason="It is a music shop", text=before)
    assert "rockstar" not in [f.quote for f in desk.findings(posting)]


def test_a_wrong_finding_is_reported_found_again_after_edits_elsewhere_and_taken_back(desk, posting, cliche):
    checked = desk.checked(posting)
    assert cliche in checked.findings
    assert desk.reports.add_finding(cliche, checked.reading, given=checked.given, because="a music shop")
    edit(desk, posting, "- Review", "- Read and review")
    edit(desk, posting, "- Read and review", "- Review")
    edit(desk, posting, "Run the", "Run and mend the")
    title, text = desk.checked(posting).reading.title, text_of(desk, posting)
    now = next(f for f in desk.findings(posting) if f.quote == "rockstar")
    case = desk.reports.of_findings(title)[finding_key(now, text)]
    assert (case.should_be, case.given["format"], case.given["date"]) == ("a music shop", "markdown", "2026-11-20")
    assert desk.reports.checked() == (((case, True),), 0)
    assert json.loads(desk.reports.as_lines())["still_so"] is True
    desk.reports.withdraw(case)
    assert desk.reports.checked() == ((), 0)


def test_the_list_counts_what_is_not_ignored(desk, posting, cliche):
    before = sum(desk.list_postings()[0].counts.values())
    desk.ignore(posting, cliche, reason="Agreed")
    assert sum(desk.list_postings()[0].counts.values()) == before - 1


def test_a_fix_is_applied_to_the_text_it_was_made_for(desk, posting, cliche):
    before = text_of(desk, posting)
    fix = Fix("Say “skilled engineer”", "unsafe", (Edit(cliche.start, cliche.end, "skilled engineer"),))
    opened = desk.apply_fix(posting, cliche, fix, expected_text=before)
    assert opened.text == before.replace("rockstar", "skilled engineer")
    assert desk.apply_fix(posting, cliche, fix, expected_text=before) == opened  # clicked twice
    other = Fix("Say “expert”", "unsafe", (Edit(cliche.start, cliche.end, "expert"),))
    with pytest.raises(TextConflict) as late:
        desk.apply_fix(posting, cliche, other, expected_text=before)
    assert late.value.stored == opened.text


def test_the_reading_is_of_the_present_text(desk, posting):
    edit(desk, posting, "Five years of", "Seven years of")
    assert [demand.min_years for demand in desk.reading(posting).demands] == [7]


# --- sources


def test_every_line_says_where_it_comes_from(desk, posting):
    edit(desk, posting, "- Review designs", "- Review every design\n- Bring cake on Fridays")
    told = {line.text: line for line in desk.lines.sources(posting)}
    assert told["# Senior Payments Engineer"].label == "Brief: title, “Senior Payments Engineer”"
    assert told["- Run the ledger service"].sources == ("responsibilities.1",)
    assert told["- Review every design"].label == (
        "Edited by you; drafted from Brief: responsibility 2, “Review designs”"
    )
    assert (told["- Bring cake on Fridays"].label, told["- Bring cake on Fridays"].sources) == ("Your own words", ())
    text = text_of(desk, posting)
    assert all(text[line.start : line.end] == line.text for line in told.values())


def test_a_composed_line_that_is_no_heading_always_has_a_source(desk):
    for name in desk.example_names():
        lines = desk.lines.sources(desk.new_example(name))
        assert [line.text for line in lines if not line.sources and line.label != "Heading"] == []


# --- in and out


PASTED = """Warehouse Associate

What you will do
- Pick and pack orders
- Load trucks

Requirements
- 2 years of warehouse experience

Pay: $21.50 an hour. Benefits: medical insurance.
"""


def test_a_pasted_text_is_checked_without_being_kept(desk):
    checked = desk.check(desk.read_pasted(PASTED), level="entry", places=("US-CO",))
    assert checked.reading.text == PASTED
    assert [demand.min_years for demand in checked.reading.demands] == [2]
    assert "missing/deadline" in {finding.rule for finding in checked.findings}
    assert desk.list_postings() == []


def test_a_kept_import_stays_as_it_is_whatever_its_brief_says(desk, open_again):
    posting_id = desk.keep_import(desk.read_pasted(PASTED))
    opened = desk.open(posting_id)
    kept = opened.text
    assert kept.startswith("# Warehouse Associate\n\n## What you will do\n\n- Pick")
    assert (plain_text(kept).split(), opened.origin) == (PASTED.split(), "import")
    assert opened.title == "Warehouse Associate"
    opened = desk.set_field(posting_id, "travel", "None")
    assert opened.text == kept
    assert open_again().open(posting_id) == opened
    assert {line.label for line in desk.lines.sources(posting_id)} == {"Heading", "Your own words"}


def test_bad_uploads_get_one_clear_message(desk):
    for content, name in [
        (b"\x00\x01\x02\xff" * 500, "posting.txt"),
        (b"PK\x03\x04broken", "posting.docx"),
        (b"", "a.txt"),
    ]:
        with pytest.raises(DocumentError) as refused:
            desk.read_upload(content, name)
        assert refused.value.message
        assert refused.value.hint
    with pytest.raises(DocumentError, match="too long"):
        desk.read_pasted("word " * 1_000_000)


def test_each_export_is_made_and_recorded(desk, posting, cliche):
    desk.ignore(posting, cliche, reason="Agreed")
    for format in desk.export_formats():
        made = desk.export(posting, format)
        assert made.content
        assert made.filename.startswith("senior-payments-engineer.")
    records = desk.export_records(posting)
    assert [record.format for record in reversed(records)] == list(desk.export_formats())
    record = records[0]
    assert record.text == text_of(desk, posting)
    assert Brief.model_validate(record.brief) == BRIEF
    assert (record.ruleset, record.law_as_of) == (desk.ruleset(), desk.law_as_of())
    assert [finding["reason"] for finding in record.waived] == ["Agreed"]
    assert [finding["rule"] for finding in record.findings] == [finding.rule for finding in desk.findings(posting)]


def test_what_google_requires_and_the_brief_lacks_is_said_before_the_export(desk, posting):
    told = desk.before_export(posting, "jsonld")
    assert "Missing for Google (required): the day of posting; the employer's name." in told
    assert [words.partition(":")[0] for words in told if "Google" in words] == [
        "Missing for Google (required)",
        "Missing for Google (recommended)",
    ]
    assert not any("Google" in words for words in desk.before_export(posting, "md"))
    assert desk.export(posting, "jsonld").warnings == told
    assert json.loads(desk.export(posting, "jsonld").content)["@type"] == "JobPosting"


def test_an_unknown_format_is_named(desk, posting):
    with pytest.raises(InputError, match="no export format papyrus"):
        desk.export(posting, "papyrus")


def test_a_posting_that_is_gone_is_said(desk):
    for use in (desk.findings, desk.reading, desk.duplicate, desk.delete, desk.lines.sources):
        with pytest.raises(StorageError, match="not in the library any more"):
            use("nothing")


def test_places_have_names_that_tell_regions_from_countries():
    names = place_names()
    assert (names["DE"], names["US-CO"], names["NL"]) == ("Germany", "Colorado, United States", "Netherlands")


def test_a_must_have_may_be_alternatives_alone(desk, posting):
    desk.add_entry(posting, "must_have")
    opened = desk.set_field(posting, "must_have.2.alternatives", ["Go", "Rust", "Go"])
    assert opened.brief.must_have[1] == Requirement(id=2, alternatives=("Go", "Rust"))
