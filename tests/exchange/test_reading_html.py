"""The marked text is escaped, complete, and numbered as the list is."""

from __future__ import annotations

import re
from html import unescape

import pytest

from postwright.exchange.marks import inside, marks_of
from postwright.exchange.reading_html import reading_html
from postwright.guidelines.load import load_guidelines
from postwright.reading.reader import read

TEXT = """# Data Engineer

## Requirements

- 3+ years of Python & SQL <b>now</b>
- Bachelor's degree

$90,000 a year
"""


def words_of(html):
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"<sup.*?</sup>|<div class=\"read-kind\">.*?</div>", "", html)))


def test_every_mark_stands_in_the_text_with_its_number():
    reading = read(TEXT, guidelines=load_guidelines())
    html = reading_html(reading)
    for mark in inside(marks_of(reading)):
        words = TEXT[mark.start : mark.end].replace("&", "&amp;").replace("'", "&#x27;")
        assert f'>{words}<sup class="read-number">{mark.number}</sup></mark>' in html


@pytest.mark.parametrize("text", [TEXT, "", "No headings at all, 5 years' experience.", "<script>x</script> " * 3])
def test_nothing_of_the_text_is_lost_and_no_markup_of_it_stays(text):
    html = reading_html(read(text, guidelines=load_guidelines()))
    assert "".join(words_of(html).split()) == "".join(text.split())
    assert "<script" not in html
    assert "<b>" not in html
