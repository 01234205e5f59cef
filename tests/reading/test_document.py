"""Blocks and sentences of plain text, Markdown and text that lost its line breaks."""

from __future__ import annotations

import pytest

from postwright.reading.document import Document, parse


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def sentences(document: Document) -> list[str]:
    return [document.text[sentence.start : sentence.end] for sentence in document.sentences]


def test_markdown_headings_bullets_and_paragraphs_are_blocks_without_their_marks() -> None:
    document = parse("# Weaver\n\nWe weave.\n\n## What you need\n- A loom\n* Good eyes\n\n1. Patience\n")
    assert document.format == "markdown"
    assert blocks(document) == [
        ("heading", "Weaver"),
        ("paragraph", "We weave."),
        ("heading", "What you need"),
        ("bullet", "A loom"),
        ("bullet", "Good eyes"),
        ("bullet", "Patience"),
    ]
    assert [block.level for block in document.blocks] == [1, 0, 2, 0, 0, 0]
    assert [document.text[block.line_start] for block in document.blocks] == ["#", "W", "#", "-", "*", "1"]


@pytest.mark.parametrize(
    "line",
    [
        "**What you bring**",
        "__What you bring__",
        "What you bring:",
        "WHAT YOU BRING",
        "## What you bring",
        "<b>What you bring</b>",
    ],
)
def test_a_heading_is_known_in_every_form(line: str) -> None:
    document = parse(f"{line}\nA loom of your own.\n")
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]
    assert document.text[document.blocks[0].start : document.blocks[0].end].strip(":").lower() == "what you bring"


@pytest.mark.parametrize(
    "mark", ["-", "*", "•", "·", "▪", "●", "◦", "–", "➢", "✓", "o", "1.", "2)", "(3)", "a)", "+", "\uf0b7"]
)
def test_a_list_item_is_known_by_its_mark(mark: str) -> None:
    document = parse(f"{mark} Wind the warp")
    assert blocks(document) == [("bullet", "Wind the warp")]


@pytest.mark.parametrize(
    "line", ["5+ years of weaving", "3.5 tonnes are lifted", "-40 degrees in winter", "C# and *args"]
)
def test_a_line_that_only_begins_like_a_list_item_is_none(line: str) -> None:
    assert blocks(parse(line)) == [("paragraph", line)]


def test_table_rows_are_blocks_and_rules_are_none() -> None:
    document = parse("| Skill | Years |\n|---|---|\n| Weaving | 5 |\n\n-----\n")
    assert blocks(document) == [("table_row", "Skill | Years"), ("table_row", "Weaving | 5")]


def test_a_wrapped_line_is_put_together_again_and_a_list_is_not() -> None:
    wrapped = "You look after the looms of the whole mill and keep\nthem in good order.\nWeaving\nDyeing"
    assert blocks(parse(wrapped)) == [
        ("paragraph", "You look after the looms of the whole mill and keep\nthem in good order."),
        ("paragraph", "Weaving"),
        ("paragraph", "Dyeing"),
    ]


def test_lost_line_breaks_are_found_at_joined_words_and_sentences() -> None:
    document = parse("Join our small teamRequirements:5 years of weaving.Knowledge of dyes(natural)Good eyes")
    assert blocks(document) == [
        ("paragraph", "Join our small team"),
        ("heading", "Requirements:"),
        ("paragraph", "5 years of weaving."),
        ("paragraph", "Knowledge of dyes(natural)"),
        ("paragraph", "Good eyes"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "JavaScript, TypeScript, GitHub, PostgreSQL, PowerPoint and LinkedIn",
        "Write to jobs@LarkspurMills.example or see www.LarkspurMills.example",
        "See https://larkspur.example/JoinUs for the looms",
        "Node.js, ASP.NET and Vue.js",
        "Report to McDonald at the mill",
    ],
)
def test_names_and_addresses_are_not_torn_apart(text: str) -> None:
    assert [text[block.start : block.end] for block in parse(text).blocks] == [text]


def test_bullets_inside_a_line_are_blocks() -> None:
    document = parse("You will: • wind the warp • mend the weft • sweep")
    assert blocks(document) == [
        ("paragraph", "You will:"),
        ("bullet", "wind the warp"),
        ("bullet", "mend the weft"),
        ("bullet", "sweep"),
    ]


def test_sentences_end_at_full_stops_that_are_no_abbreviation() -> None:
    text = "Use e.g. Jacquard looms. You need 3.5 yrs. Experience with U.S. Cotton helps. Ask Mr. Holm! Ready?"
    assert sentences(parse(text)) == [
        "Use e.g. Jacquard looms.",
        "You need 3.5 yrs. Experience with U.S. Cotton helps.",
        "Ask Mr. Holm!",
        "Ready?",
    ]


def test_a_sentence_knows_its_block() -> None:
    document = parse("# Weaver\nWe weave. We dye.\n")
    assert [(sentence.block, document.text[sentence.start : sentence.end]) for sentence in document.sentences] == [
        (0, "Weaver"),
        (1, "We weave."),
        (1, "We dye."),
    ]


def test_the_given_format_is_kept() -> None:
    assert parse("# Weaver", format="plain").format == "plain"
    assert parse("Weaver", format="markdown").format == "markdown"
    assert parse("Weaver").format == "plain"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\u202e\u200b", "---", "***", "| |"])
def test_a_text_that_says_nothing_has_no_sentences(text: str) -> None:
    assert parse(text).text == text
    assert [s for s in sentences(parse(text)) if any(c.isalnum() for c in s)] == []


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("5–7 Years’ “Go”", '5-7 years\' "go"'),
        ("5&ndash;7&nbsp;years", "5-      7      years"),
        ("5â€“7 years", "5-  7 years"),
        ("**Five**\u00a0years", "  five   years"),
        ("İstanbul ５ years", "İstanbul 5 years"),
    ],
)
def test_folding_makes_characters_plain_and_keeps_the_length(text: str, folded: str) -> None:
    assert parse(text).folded == folded
    assert len(parse(text).folded) == len(text)
