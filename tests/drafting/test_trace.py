"""Every line of an edited text is known by the composed line that it is or was made from."""

from postwright.drafting.render import to_markdown
from postwright.drafting.trace import missing, trace
from postwright.model.posting import Item, Posting, Section

BASE = Posting(
    "Nurse",
    (
        Section(
            "responsibilities",
            "What you will do",
            (
                Item("responsibilities:1", "Care for twelve patients on a ward", ("responsibilities.1",)),
                Item("responsibilities:2", "Plan the shifts of the week with the others", ("responsibilities.2",)),
                Item("responsibilities:3", "Teach", ("responsibilities.3",)),
            ),
        ),
    ),
)
TEXT = """# Nurse

## What you will do

- Care for twelve patients on a ward
- We drink tea together at ten
- Plan the shifts of the month with the others
"""


def test_lines_are_untouched_edited_or_ones_own_and_missing_ones_are_told():
    assert [(line.text, line.base.key if line.base else None, line.edited) for line in trace(BASE, TEXT)] == [
        ("# Nurse", "title", False),
        ("## What you will do", "heading:responsibilities:What you will do", False),
        ("- Care for twelve patients on a ward", "responsibilities:1", False),
        ("- We drink tea together at ten", None, False),
        ("- Plan the shifts of the month with the others", "responsibilities:2", True),
    ]
    assert [line.key for line in missing(BASE, TEXT)] == ["responsibilities:3"]


def test_offsets_are_those_of_the_text():
    assert all(TEXT[line.start : line.end] == line.text for line in trace(BASE, TEXT))


def test_the_composed_text_itself_is_untouched():
    traced = trace(BASE, to_markdown(BASE))
    assert all(line.base is not None and not line.edited for line in traced)
    assert missing(BASE, to_markdown(BASE)) == ()


def test_an_empty_base_makes_every_line_ones_own():
    assert [line.base for line in trace(Posting("", ()), TEXT)] == [None] * 5
