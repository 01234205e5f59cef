"""One fact, the pay, followed from the brief through text, findings and exports, after the text was edited by hand."""

import io
import json
import subprocess
import sys
import textwrap

import pytest
from docx import Document

from postwright.model.brief import Brief

BRIEF = {
    "title": "Senior Payments Engineer",
    "levels": [{"level": "senior"}],
    "locations": [{"city": "Denver", "place": "US-CO"}],
    "workplace": "on_site",
    "employment_type": "full_time",
    "pay": [{"minimum": 150_000, "maximum": 180_000, "currency": "USD"}],
    "benefits": ["Medical and dental insurance"],
    "responsibilities": ["Run the ledger service", "Review designs"],
    "closing": {"rolling": True},
}
COMPOSED = "$150,000 to $180,000"
RAISED = "$160,000 to $195,000"


def edit(desk, posting, old, new):
    opened = desk.open(posting)
    assert old in opened.text
    return desk.save_text(posting, opened.text.replace(old, new), expected_version=opened.version)


def raise_pay(desk, posting):
    desk.set_field(posting, "pay.1.maximum", 195_000.0)
    return desk.set_field(posting, "pay.1.minimum", 160_000.0)


def said(desk, posting):
    """Return the pay that each form of the posting says: (text, reading, DOCX, JSON-LD)."""
    text = desk.open(posting).text
    pay = desk.reading(posting).pay
    word = Document(io.BytesIO(desk.export(posting, "docx").content))
    words = "\n".join(paragraph.text for paragraph in word.paragraphs)
    salary = json.loads(desk.export(posting, "jsonld").content)["baseSalary"]["value"]
    shown = [figure for figure in (COMPOSED, RAISED, "$170,000 to $200,000") if figure in text]
    in_word = [figure for figure in (COMPOSED, RAISED, "$170,000 to $200,000") if figure in words]
    return shown, (pay.minimum, pay.maximum), in_word, (salary["minValue"], salary["maxValue"])


def disagreements(desk, posting):
    return [f for f in desk.findings(posting) if f.rule == "conflict/brief-text" and f.field.startswith("pay")]


@pytest.fixture
def posting(desk):
    return desk.new_from_brief(Brief.model_validate(BRIEF))


def test_pay_changed_in_the_brief_reaches_every_form_where_another_line_was_edited(desk, posting, open_again):
    edit(desk, posting, "- Review designs", "- Review all designs")
    raise_pay(desk, posting)
    for each in (desk, open_again()):
        assert said(each, posting) == ([RAISED], (160_000, 195_000), [RAISED], (160_000, 195_000))
        assert disagreements(each, posting) == []
        assert "- Review all designs" in each.open(posting).text


def test_pay_edited_in_the_text_and_changed_in_the_brief_is_said_before_every_export(desk, posting, open_again):
    edit(desk, posting, COMPOSED, "$170,000 to $200,000")
    raise_pay(desk, posting)
    for each in (desk, open_again()):
        opened = each.open(posting)
        (conflict,) = opened.conflicts
        assert ("$170,000 to $200,000" in conflict.edited, RAISED in conflict.composed) == (True, True)
        (finding,) = disagreements(each, posting)
        assert finding.severity == "error"
        for format in each.export_formats():
            told = each.before_export(posting, format)
            assert f"Text and brief disagree: {finding.message}" in told
            assert each.export(posting, format).warnings == told
    settled = desk.resolve_conflict(posting, conflict.item, take_composed=True)
    assert settled.conflicts == ()
    assert said(desk, posting) == ([RAISED], (160_000, 195_000), [RAISED], (160_000, 195_000))
    assert disagreements(desk, posting) == []


def test_a_restarted_killed_server_shows_the_same(desk, posting, tmp_path, open_again):
    edit(desk, posting, "- Review designs", "- Review all designs")
    other_process = """
        import os, signal, sys
        from pathlib import Path
        from postwright.services import open_desk
        from postwright.settings import Settings
        desk = open_desk(Settings(data_dir=Path(sys.argv[1])))
        desk.set_field(sys.argv[2], "pay.1.maximum", 195_000.0)
        desk.set_field(sys.argv[2], "pay.1.minimum", 160_000.0)
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    """
    killed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(other_process), str(tmp_path), posting], check=False, capture_output=True
    )
    assert killed.returncode != 0
    assert killed.stderr == b""
    again = open_again()
    assert said(again, posting) == ([RAISED], (160_000, 195_000), [RAISED], (160_000, 195_000))
    assert "- Review all designs" in again.open(posting).text
