"""One test or two for each page, without a browser."""

from __future__ import annotations

from page_parts import label_of, open_groups, words

from postwright.errors import StorageError
from postwright.model.brief import Brief
from postwright.services import Desk
from postwright.ui import save_later
from postwright.ui.brief_form import GROUPS
from postwright.ui.briefing import place_key
from postwright.ui.editor import tokens


def test_the_first_screen_says_what_to_do(open_page):
    app = open_page("postings")
    assert [button.label for button in app.button] == [
        "Start a posting", "Open an example", "Open an example with faults", "Check a text you already have",
        "Set up the organisation",
    ]  # fmt: skip


def test_the_list_shows_title_level_place_findings_and_last_change(open_page, desk):
    desk.new_example("senior_software_systems_engineer")
    shown = words(open_page("postings"))
    assert "**Senior Software Systems Engineer**" in shown
    assert "Senior · Colorado, United States · changed just now" in shown


def test_an_empty_posting_says_where_to_begin(open_page, desk):
    assert "Begin with the job title" in words(open_page("write", posting=desk.new_posting()))


def test_a_field_is_saved_when_it_changes(open_page, desk):
    posting = desk.new_posting()
    app = open_page("write", posting=posting)
    label_of(app, "text_input", "Job title").set_value("Night Nurse").run()
    assert desk.open(posting).brief.title == "Night Nurse"
    assert app.title[0].value == "Night Nurse"


def test_a_refused_value_stays_in_its_field_is_named_beneath_and_at_the_top(open_page, desk):
    posting = desk.new_from_brief(Brief.model_validate({"title": "Nurse", "pay": [{"minimum": 10, "currency": "USD"}]}))
    app = open_page("write", posting=posting)
    open_groups(app, posting)
    label_of(app, "number_input", "To").set_value(5.0).run()
    beneath = ":red[:material/error: Not in the posting yet\\. Pay 1\\: the maximum pay is below the minimum pay\\.]"
    assert beneath in [each.value for each in app.markdown]
    assert "pay 1\\: the maximum pay is below the minimum pay" in app.warning[0].value
    again = open_page("write", posting=posting)
    open_groups(again, posting)
    assert label_of(again, "number_input", "To").value == 5.0
    assert desk.open(posting).brief.pay[0].maximum is None


def test_a_profile_offers_duties_and_skills_and_nothing_else_goes_in(open_page, desk):
    posting = desk.new_posting(profile="registered_nurse")
    app = open_page("write", posting=posting)
    open_groups(app, posting)
    before = desk.open(posting).text
    duties = label_of(app, "pills", "Usual duties of this profile: click to add")
    picked = desk.offered_duties(posting)[1]
    duties.set_value(picked).run()
    assert [entry.text for entry in desk.open(posting).brief.responsibilities] == [picked]
    assert desk.open(posting).brief.must_have == ()
    assert picked not in before


def test_only_the_group_that_is_open_is_drawn_and_what_was_typed_in_it_outlives_its_closing(open_page, desk):
    posting = desk.new_posting()
    app = open_page("write", posting=posting)
    inputs = {each.label for each in app.text_input}
    assert ("Job title" in inputs, "Travel" in inputs) == (True, False)
    conditions = place_key(posting, next(group for group in GROUPS if group.label == "Conditions"))
    app.session_state[conditions] = True
    app.run()
    label_of(app, "text_input", "Travel").set_value("Two days a month").run()
    app.session_state[conditions] = False
    app.run()
    assert "Travel" not in {each.label for each in app.text_input}
    app.session_state[conditions] = True
    app.run()
    assert label_of(app, "text_input", "Travel").value == "Two days a month"
    assert desk.open(posting).brief.travel == "Two days a month"


def test_a_line_that_the_library_cannot_keep_stays_is_named_and_is_saved_once_it_can(open_page, desk, monkeypatch):
    posting = desk.new_from_brief(Brief(title="Nurse"))
    app = open_page("write", posting=posting)
    monkeypatch.setattr(save_later, "_EVERY", 0.0)  # every run of the page tries again
    with monkeypatch.context() as full:
        full.setattr(Desk, "set_field", no_room)
        label_of(app, "text_input", "Team").set_value("Ward 7").run()
        app.run()
        label_of(app, "text_input", "Requisition id").set_value("W-7").run()
        assert label_of(app, "text_input", "Team").value == "Ward 7"
        assert "team\\: it could not be saved, and is tried again by itself" in app.warning[0].value
        assert "The disk is full" in app.error[0].value
    assert desk.open(posting).brief.team.name == ""
    app.run()
    brief = desk.open(posting).brief
    assert (brief.team.name, brief.requisition_id) == ("Ward 7", "W-7")
    assert not app.warning
    assert "What could not be saved before is saved now" in app.info[0].value


def no_room(*_: object) -> None:
    raise StorageError("The disk is full.", hint="Free some space.")


def test_the_usual_years_of_a_level_are_shown(open_page, desk):
    posting = desk.new_from_brief(
        Brief.model_validate({"profile": "software_engineer", "levels": [{"level": "senior"}]})
    )
    assert "Usual at this level: 4 to 8 years" in words(open_page("write", posting=posting))


def test_a_posting_that_is_gone_is_said_so(open_page):
    assert "There is no such posting" in words(open_page("write", posting="nowhere"))


def test_the_text_step_gives_the_editor_what_is_stored_and_a_token_for_it(open_page, desk, shown):
    posting = desk.new_from_brief(Brief(title="Nurse"))
    open_page("write", posting=posting, step="Text")
    (given,) = shown
    stored = desk.stored(posting)
    assert (given["text"], given["order"], given["field"], given["lint"]) == (stored.text, stored.order, "", True)
    assert tokens().grant_of(given["token"]).posting_id == posting


def test_long_fields_of_the_brief_are_editors_too(open_page, desk, shown):
    posting = desk.new_from_brief(Brief.model_validate({"title": "Nurse", "responsibilities": ["Care", "Write notes"]}))
    open_groups(open_page("write", posting=posting), posting)
    fields = {given["field"]: given["text"] for given in shown if "field" in given}
    assert fields == {
        "summary": "",
        "other_compensation": "",
        "benefits": "",
        "responsibilities": "Care\nWrite notes",
        "process": "",
    }


def test_the_export_step_says_what_google_misses_before_the_export(open_page, desk):
    app = open_page("write", posting=desk.new_from_brief(Brief(title="Nurse")), step="Export")
    assert "Missing for Google \\(required\\)\\: the day of posting; the employer's name" in words(app)


def test_a_pasted_text_is_checked(open_page):
    app = open_page("check")
    label_of(app, "text_area", "Paste a posting").set_value("Nurse\n\nYou need 15 years of experience.").run()
    assert any("15 years or more" in each.value for each in app.markdown)


def test_five_megabytes_pasted_get_one_clear_message(open_page):
    app = open_page("check")
    label_of(app, "text_area", "Paste a posting").set_value("many words " * 480_000).run()
    assert not app.exception
    assert len(app.error) == 1
    assert "too long" in app.error[0].value


def test_the_organisation_is_saved_field_by_field_and_a_wrong_band_is_explained(open_page, desk):
    app = open_page("organisation")
    label_of(app, "text_input", "Employer").set_value("Tidewater Pay").run()
    label_of(app, "text_area", "Benefits, one a line").set_value("Sick pay\nPension").run()
    label_of(app, "button", "Add a pay band").click().run()
    label_of(app, "number_input", "From").set_value(9.0).run()
    assert "the band's maximum is below its minimum" in words(app).replace("\\", "")
    label_of(app, "number_input", "To").set_value(10.0).run()
    kept = desk.organisation()
    assert (kept.name, [entry.text for entry in kept.benefits]) == ("Tidewater Pay", ["Sick pay", "Pension"])
    assert (kept.pay_bands[0].minimum, kept.pay_bands[0].maximum) == (9, 10)
    assert not app.error


def test_about_names_the_sources_of_the_facts(open_page):
    assert "O*NET® is a trademark of USDOL/ETA" in words(open_page("about"))


def test_an_emptied_text_is_no_fault_on_any_step(open_page, desk):
    posting = desk.new_from_brief(Brief(title="Nurse"))
    desk.save_text(posting, "", expected_version=desk.open(posting).version)
    for step in ("Brief", "Text", "Export"):
        assert "The text is empty." in words(open_page("write", posting=posting, step=step))


def test_a_field_of_the_organisation_saved_in_one_window_outlives_a_save_in_another(open_page, desk):
    one, other = open_page("organisation"), open_page("organisation")
    label_of(one, "text_input", "Employer").set_value("Hedge & Sons").run()
    label_of(other, "text_area", "Benefits, one a line").set_value("26 days off").run()
    kept = desk.organisation()
    assert (kept.name, [each.text for each in kept.benefits]) == ("Hedge & Sons", ["26 days off"])
    assert label_of(other, "text_input", "Employer").value == "Hedge & Sons"
