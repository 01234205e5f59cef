"""PDF: columns in order, lines joined, broken words mended, what cannot be read refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from postwright.errors import DocumentError
from postwright.exchange.pdf_in import read_pdf

sys.path.insert(0, str(Path(__file__).parent))

from pdf_maker import Put, make_pdf

LEFT = [
    "You will run the ward's early shift",
    "with two colleagues and care for up",
    "to six patients. You will docu-",
    "ment what you do and hand over",
    "to the night team, in a cross-",
    "functional group of nine people.",
]
RIGHT = [
    "What you need",
    "• A current nursing licence",
    "• Two years of experi-",
    "ence on a medical ward",
    "• Good English",
    "We look forward to hearing from you.",
]


def two_columns() -> list[Put]:
    lines = [Put(50, 780, "Registered Nurse", 20, True)]
    lines += [Put(50, 750, "Fernhill Hospital, a place to grow and to learn for all who work here with us today.")]
    lines += [Put(50, 715 - 14 * row, text) for row, text in enumerate(LEFT)]
    return lines + [Put(320, 715 - 14 * row, text, bold=row == 0) for row, text in enumerate(RIGHT)]


def test_columns_are_read_one_after_the_other_and_broken_words_are_mended():
    imported = read_pdf(make_pdf(two_columns()), name="n.pdf")
    assert (imported.format, imported.id, imported.notes) == ("markdown", "n.pdf", ())
    assert imported.text == (
        "# Registered Nurse\n\n"
        "Fernhill Hospital, a place to grow and to learn for all who work here with us today.\n\n"
        "You will run the ward's early shift with two colleagues and care for up to six patients. You will document "
        "what you do and hand over to the night team, in a cross-functional group of nine people.\n\n"
        "## What you need\n\n- A current nursing licence\n- Two years of experience on a medical ward\n"
        "- Good English\n\n"
        "We look forward to hearing from you.\n"
    )


def test_a_bullet_with_a_hanging_indent_and_a_form_with_labels_are_no_columns():
    page = [Put(50, 800, "Requirements", 13, True)]
    page += [Put(50, 780 - 30 * row, "•") for row in range(4)]
    page += [Put(65, 780 - 30 * row, f"A requirement of the work with number {row} and some words") for row in range(4)]
    page += [Put(50, 640 - 30 * row, label) for row, label in enumerate(("Place", "Pay", "Hours", "Start"))]
    page += [Put(200, 640 - 30 * row, value) for row, value in enumerate(("Leeds", "£13 an hour", "37", "May"))]
    assert read_pdf(make_pdf(page), name="n.pdf").text == (
        "## Requirements\n\n"
        + "".join(f"- A requirement of the work with number {row} and some words\n" for row in range(4))
        + "\nPlace Leeds\n\nPay £13 an hour\n\nHours 37\n\nStart May\n"
    )


def test_a_page_without_text_is_said():
    imported = read_pdf(make_pdf([Put(50, 800, "Apply to jobs@example.com today.")], []), name="n.pdf")
    assert (imported.text, imported.notes) == (
        "Apply to jobs@example.com today.\n",
        ("No text was found on page(s) 2.",),
    )


LOCKED = (
    "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'ab' * 32}> /U <{'cd' * 32}> /P -4 >>"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"hello", "n.pdf is not a PDF."),
        (b"%PDF-1.4 nothing more", "n.pdf is broken and cannot be read"),
        (make_pdf(two_columns())[:500], "n.pdf is broken and cannot be read"),
        (make_pdf([]), "n.pdf holds no text; its pages are probably pictures."),
        (make_pdf(*[[] for _ in range(61)]), "n.pdf has 61 pages, far more than a posting."),
        (make_pdf(two_columns(), extra_trailer=LOCKED), "n.pdf is protected by a password."),
    ],
)
def test_what_cannot_be_read_gets_one_clear_message(data, message):
    with pytest.raises(DocumentError) as caught:
        read_pdf(data, name="n.pdf")
    assert caught.value.message.startswith(message)
    assert caught.value.hint
