"""What holds for the demands of every text: quotes and subjects stand where they say."""

from __future__ import annotations

import pytest
from whole_texts import CASES

from postwright.guidelines.load import load_guidelines
from postwright.reading.reader import read


@pytest.mark.parametrize("text", [case["text"] for case in CASES if not case.get("near_miss")])
def test_quotes_and_subjects_stand_in_the_text_where_they_say(text: str) -> None:
    for demand in read(text, guidelines=load_guidelines()).demands:
        assert text[demand.start : demand.end] == demand.quote
        if demand.subject_span is not None:
            start, end = demand.subject_span
            assert demand.subject == " ".join(text[start:end].split())
