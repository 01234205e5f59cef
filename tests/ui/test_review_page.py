"""The page that compares postings, without a browser."""

from __future__ import annotations

import io
import zipfile

from page_parts import label_of

from postwright.model.brief import Brief


def words(app) -> str:
    kinds = ("markdown", "title", "info", "warning", "error", "caption", "html")
    return "\n".join(
        str(getattr(each, "value", "") or getattr(each, "body", "")) for kind in kinds for each in app.get(kind)
    )


def weaver(years: int, title: str = "Senior Weaver") -> str:
    return f"# {title}\n\n## Requirements\n\n- {years} years of weaving\n"


def keep(desk, *years: int) -> list[str]:
    return [desk.keep_import(desk.read_pasted(weaver(amount))) for amount in years]


def html(app) -> str:
    return "\n".join(each.proto.body for each in app.get("html"))


def upload(app, name: str, content: bytes):
    app.get("file_uploader")[0].set_value((name, content, "application/octet-stream"))
    return app.run()


def test_an_empty_library_says_what_to_do(open_page):
    app = open_page("review")
    assert "There are no postings of your own yet." in app.info[0].value
    assert [button.label for button in app.button] == ["Start a posting", "Check a text you already have"]


def test_the_library_is_reviewed_with_links_to_its_postings(open_page, desk):
    ids = keep(desk, 5, 5, 9, 5)
    app = open_page("review")
    label_of(app, "button", "Review 4 postings").click().run()
    assert not app.exception
    shown = html(app)
    assert "3 of 4 postings for Weaver (senior) ask 5 years; this one asks 9 years." in shown
    assert all(f"write?posting={id_}&amp;step=Text" in shown for id_ in ids)
    assert "4 postings, 1 group of the same role and level" in app.markdown[1].value.replace("\\", "")


def test_the_last_review_of_the_library_is_there_until_something_changes(open_page, desk):
    ids = keep(desk, 5, 5, 9, 5)
    app = open_page("review")
    label_of(app, "button", "Review 4 postings").click().run()
    assert [b.label for b in app.run().button if b.label.startswith("Review ")] == []
    desk.save_text(ids[0], weaver(4), expected_version=1)
    app.run()
    label_of(app, "button", "Review 4 postings")


def test_one_posting_alone_is_shown_and_says_that_nothing_can_be_compared(open_page, desk):
    keep(desk, 5)
    app = open_page("review")
    label_of(app, "button", "Review 1 posting").click().run()
    assert "Nothing to compare yet" in app.info[0].value


def test_an_accepted_finding_does_not_count(open_page, desk):
    posting = desk.new_from_brief(Brief(title="Nurse"))
    desk.save_text(posting, "# Nurse\n\nAsk the chairman.", expected_version=desk.open(posting).version)
    finding = next(each for each in desk.findings(posting) if each.rule == "wording/gendered-title")
    before = desk.reviews.of_library().review.postings[0]
    desk.ignore(posting, finding, reason="It is a name")
    after = desk.reviews.of_library().review.postings[0]
    assert ("wording/gendered-title", finding.severity, 1) in before.rules
    assert "wording/gendered-title" not in [rule for rule, _, _ in after.rules]


def test_the_brief_tells_level_and_place_of_a_kept_posting(desk):
    locations = [{"city": "Denver", "place": "US-CO"}]
    desk.new_from_brief(Brief.model_validate({"title": "Weaver", "levels": [{"level": "mid"}], "locations": locations}))
    (posting,) = desk.reviews.of_library().review.postings
    assert (posting.levels, posting.place) == (("mid",), "Denver, Colorado, United States")


def test_a_table_is_previewed_its_columns_chosen_and_every_bad_row_named(open_page):
    app = open_page("review", source="An upload")
    label_of(app, "button_group", "What to review").set_value("An upload").run()
    rows = "".join(f'{n};Senior Weaver;"{weaver(years)}"\n' for n, years in enumerate((5, 5, 9, 5), 1))
    upload(app, "jobs.csv", f"Ref;Job title;Full text\n{rows}5;Dyer;\n".encode())
    assert label_of(app, "selectbox", "The posting's text").value == "Full text"
    assert "Senior Weaver" in html(app)
    label_of(app, "selectbox", "The posting's text").set_value("").run()
    assert "Choose the column" in app.warning[0].value
    label_of(app, "selectbox", "The posting's text").set_value("Full text").run()
    label_of(app, "button", "Review the upload").click().run()
    assert not app.exception
    assert "3 of 4 postings for Weaver (senior) ask 5 years; this one asks 9 years." in html(app)
    assert "jobs.csv, row 6 holds no text." in words(app).replace("\\", "")


def test_an_archive_is_reviewed_and_a_dangerous_one_refused(open_page):
    app = open_page("review")
    label_of(app, "button_group", "What to review").set_value("An upload").run()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("../evil.md", weaver(5))
    upload(app, "jobs.zip", stream.getvalue())
    label_of(app, "button", "Review the upload").click().run()
    assert not app.exception
    assert "points outside the archive" in app.error[0].value.replace("\\", "")


def test_hostile_titles_are_escaped_in_every_part(open_page, desk):
    for years in (5, 5, 9, 5):
        desk.keep_import(desk.read_pasted(weaver(years)), title="Weaver <img src=x onerror=alert(1)>")
    app = open_page("review")
    label_of(app, "button", "Review 4 postings").click().run()
    assert "<img" not in html(app)
    assert "&lt;img src=x onerror=alert(1)&gt;" in html(app)
