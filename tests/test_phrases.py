"""Phrases are found wherever they stand, as searching for each by itself would find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postwright.phrases import Phrases

texts = st.text("ab -é’İ", max_size=40)


@given(st.sets(st.text("ab -é’", min_size=1, max_size=4), max_size=8), texts)
def test_every_place_of_every_phrase_is_found(phrases: set[str], text: str) -> None:
    slowly = [(at, phrase) for at in range(len(text)) for phrase in phrases if text.startswith(phrase, at)]
    assert sorted(Phrases({phrase: phrase for phrase in phrases}).places(text)) == sorted(slowly)


def test_without_phrases_nothing_is_found() -> None:
    assert Phrases[int]({}).places("any text") == []
