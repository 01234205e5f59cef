"""User text in Markdown: shown exactly as written, with no more backslashes than it takes."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from postwright.drafting.markdown_escape import escape, escape_heading

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(markdown: str) -> list[tuple[str, str]]:
    """The kinds of blocks and the plain text that each shows; markup of any kind inside a line is named."""
    blocks = []
    for token in MARKDOWN.parse(markdown):
        if token.type == "inline":
            children = token.children or []
            markup = [child.type for child in children if child.type not in ("text", "text_special", "softbreak")]
            blocks.append((",".join(markup), "".join(child.content for child in children)))
        elif token.type.endswith("_open"):
            blocks.append((token.type, ""))
        elif not token.type.endswith("_close"):
            blocks.append((token.type, token.content))
    return blocks


@pytest.mark.parametrize(
    "text",
    [
        "C#, F# and C++", "5 * 3 = 15", "snake_case", "2 * 3 * 4", "3.5 years", "a < b > c", "AT&T",
        "R&D, Q&A; and more", "50% - 60%", "array[0]", "don't | do", "C:\\Users", "1.5 or 2)", "-5 degrees", "#hiring",
        "a ~ b", "a ` mark", "e-mail: jobs@example.com", "https://example.com/a_b_c?x=1&y=2", "10+ people",
    ],
)  # fmt: skip
def test_text_that_markdown_leaves_alone_is_left_alone(text: str) -> None:
    assert escape(text) == text
    assert shown(escape(text)) == [("paragraph_open", ""), ("", text)]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# 1 in sales", "\\# 1 in sales"),
        ("- lead", "\\- lead"),
        ("* lead", "\\* lead"),
        ("1. Be there", "1\\. Be there"),
        ("2) Be there", "2\\) Be there"),
        ("> quoted", "\\> quoted"),
        ("---", "\\---"),
        ("*very* good", "\\*very\\* good"),
        ("an _odd_ one", "an \\_odd\\_ one"),
        ("[x](http://a)", "\\[x](http://a)"),
        ("![x](http://a)", "!\\[x](http://a)"),
        ("<b>bold</b>", "\\<b>bold\\</b>"),
        ("a &amp; b", "a \\&amp; b"),
        ("`code` and `more`", "\\`code\\` and \\`more\\`"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
    ],
)
def test_text_that_markdown_would_interpret_is_escaped(text: str, markdown: str) -> None:
    assert escape(text) == markdown
    assert shown(markdown) == [("paragraph_open", ""), ("", text)]


def test_a_heading_may_end_in_a_number_sign() -> None:
    assert [escape_heading("Developer C#"), escape_heading("We are #")] == ["Developer C#", "We are \\#"]
    assert shown(f"# {escape_heading('We are #')}") == [("heading_open", ""), ("", "We are #")]


lines = st.text(alphabet="ab1 #*_-+.)(>[]<&;!`~|\\=:xX/é", min_size=1, max_size=24).map(lambda s: " ".join(s.split()))


@given(lines.filter(bool))
@example("a_)b_")
@example("*a_*b_")
@example("**a*")
@example("[a]: b")
@example("a\\")
@settings(max_examples=1500)
def test_every_line_is_shown_as_it_was_written(text: str) -> None:
    assert shown(escape(text)) == [("paragraph_open", ""), ("", text)]
    bullet = [block for block in shown(f"- {escape(text)}") if block[0] not in ("bullet_list_open", "list_item_open")]
    assert bullet == [("paragraph_open", ""), ("", text)]
    assert shown(f"## {escape_heading(text)}") == [("heading_open", ""), ("", text)]
