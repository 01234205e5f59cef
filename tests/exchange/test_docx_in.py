"""Word documents: structure kept, tracked changes settled, hostile archives refused."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from postwright.errors import DocumentError
from postwright.exchange.docx_in import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def from_body(body: str) -> bytes:
    """Return a .docx whose body is the given XML."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
    return stream.getvalue()


def test_headings_paragraphs_lists_and_tables_become_markdown():
    document = docx.Document()
    document.add_heading("Staff Nurse", level=0)
    document.add_paragraph("A ward of 24 beds.")
    document.add_heading("What you need", level=2)
    document.add_paragraph("A nursing licence", style="List Bullet")
    document.add_paragraph("in Colorado", style="List Bullet 2")
    document.add_paragraph("First call", style="List Number")
    document.add_paragraph("Second call", style="List Number")
    document.add_paragraph().add_run("Pay").bold = True
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("Shift", "Rate", "Early | late", "$40"), strict=True
    ):
        cell.text = text
    assert read_docx(saved(document), name="n.docx").text == (
        "# Staff Nurse\n\nA ward of 24 beds.\n\n## What you need\n\n- A nursing licence\n  - in Colorado\n"
        "1. First call\n2. Second call\n\n### Pay\n\n| Shift | Rate |\n| --- | --- |\n| Early / late | $40 |\n"
    )


def test_tracked_insertions_are_kept_and_deletions_dropped():
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>At least </w:t></w:r>"
        "<w:del><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins><w:r><w:t>three</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> years</w:t><w:tab/><w:t>of care</w:t></w:r></w:p>"
        "<w:moveFrom><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:moveFrom>"
        "<w:p><w:hyperlink><w:r><w:t>Apply here</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>by Friday</w:t></w:r></w:p>"
    )
    assert read_docx(from_body(body), name="n.docx").text == "At least three years of care\n\nApply here\n\nby Friday\n"


def test_content_controls_and_text_boxes_are_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Job title: </w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>Nurse</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert read_docx(from_body(body), name="n.docx").text == "Job title: Nurse\n\nIn a box\n"


def test_a_table_that_lays_out_a_page_is_read_cell_by_cell():
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    body = f"<w:tbl><w:tr>{cell.format('Duties', 'Care')}{cell.format('Needs', 'Licence')}</w:tr></w:tbl>"
    assert read_docx(from_body(body), name="n.docx").text == "Duties\n\nCare\n\nNeeds\n\nLicence\n"


def lying_archive() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 101_000_000 + b"</a>")
    return stream.getvalue()


ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"not a zip", "n.docx is not a Word document or is broken (File is not a zip file)."),
        (from_body("<w:p>")[:-30], "n.docx is not a Word document or is broken (File is not a zip file)."),
        (from_body("<w:p><w:r><w:t> </w:t></w:r></w:p>"), "n.docx holds no text."),
        (lying_archive(), "n.docx unpacks to 101,000,007 bytes, far more than a posting."),
    ],
)
def test_a_broken_empty_or_huge_document_gets_one_clear_message(data, message):
    with pytest.raises(DocumentError) as caught:
        read_docx(data, name="n.docx")
    assert caught.value.message == message
    assert caught.value.hint


def test_xml_that_is_broken_or_missing_is_said():
    with pytest.raises(DocumentError, match=r"n\.docx is not a Word document or is broken"):
        read_docx(from_body("<w:p>"), name="n.docx")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("other.xml", "<a/>")
    with pytest.raises(DocumentError, match="it has no text part"):
        read_docx(stream.getvalue(), name="n.docx")


def test_entities_are_never_followed():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        body = f"<w:document {W}><w:body><w:p><w:r><w:t>a&x;b</w:t></w:r></w:p></w:body></w:document>"
        archive.writestr("word/document.xml", ENTITY + body)
    assert read_docx(stream.getvalue(), name="n.docx").text == "a\n"
