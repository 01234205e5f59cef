"""The step Export without a browser: what can be taken out, and what cannot be made says why."""

from __future__ import annotations

from postwright.model.brief import Brief
from postwright.ui.common import escape

LABELS = ["Word document", "PDF", "Web page", "Markdown", "Plain text", "JSON-LD", "JSON"]


def downloads(app) -> dict[str, bool]:
    """Return the label of each download button and whether it is disabled."""
    return {each.proto.label: each.proto.disabled for each in app.get("download_button")}


def test_every_format_can_be_downloaded_beside_the_preview(open_page, desk):
    posting = desk.new_from_brief(Brief(title="Nurse"))
    app = open_page("write", posting=posting, step="Export")
    assert downloads(app) == {f"Download :small[{escape(label)}]": False for label in LABELS}
    assert len(app.get("bidi_component")) == 1


def test_a_pdf_that_cannot_be_made_says_why_and_cannot_be_clicked(open_page, desk):
    posting = desk.new_from_brief(Brief(title="Nurse \u0378"))
    app = open_page("write", posting=posting, step="Export")
    assert [label for label, disabled in downloads(app).items() if disabled] == ["Download :small[PDF]"]
    assert any("no font of this machine has" in each.value for each in app.markdown)


def test_an_empty_posting_says_what_to_do(open_page, desk):
    posting = desk.new_posting()
    desk.save_text(posting, "", expected_version=desk.open(posting).version)
    app = open_page("write", posting=posting, step="Export")
    (told,) = [each.value for each in app.info]
    assert told.startswith("The text is empty. Fill in the brief, or write the text: ")


def test_the_preview_is_the_html_export_in_the_colours_that_are_asked_for(desk):
    posting = desk.new_from_brief(Brief(title="Nurse", summary="We *care*."))
    shown = desk.preview(posting)
    exported = desk.export(posting, "html").content.decode()
    for page, used in ((shown.light, "not all"), (shown.dark, "all")):
        scheme = "light" if page is shown.light else "dark"
        assert page == exported.replace("(prefers-color-scheme: dark)", used).replace(": light dark", f": {scheme}")
    assert (shown.rich.splitlines()[0], shown.plain.splitlines()[0]) == ("<h1>Nurse</h1>", "Nurse")
    assert [record.format for record in desk.export_records(posting)] == ["html"]
