"""Texts that are nearly the same are found without comparing each with each."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright.consistency import near_duplicates
from postwright.consistency.near_duplicates import Cluster, clusters
from postwright.consistency.shingles import likeness, shingles_of, words_of


def text(seed: int, *, words: int = 300) -> list[str]:
    source = random.Random(seed)
    return [f"word{source.randrange(5000)}" for _ in range(words)]


def changed(words: list[str], *, number: int, seed: int) -> list[str]:
    source, copy = random.Random(seed), list(words)
    for at in source.sample(range(len(copy)), number):
        copy[at] = "other"
    return copy


def test_copies_and_near_copies_are_one_cluster_and_others_are_none():
    texts = [text(1), text(2), text(1), changed(text(1), number=5, seed=9), text(3)]
    found = clusters([shingles_of(words) for words in texts], least=0.8, runs=60)
    assert [cluster.members for cluster in found] == [(0, 2, 3)]
    assert found[0].shared[0] == (296, 296)
    assert found[0].shared[1] == likeness(shingles_of(texts[0]), shingles_of(texts[3]))


def test_short_texts_are_left_out():
    short = shingles_of(words_of("you weave wool by hand for the whole town"))
    assert clusters([short, short], least=0.8, runs=60) == []
    assert clusters([short, short], least=0.8, runs=5) == [Cluster((0, 1), ((5, 5),))]
    assert clusters([b"", b""], least=0.8, runs=0) == []


def test_the_clusters_are_those_of_comparing_each_with_each():
    originals = [text(seed) for seed in range(40)]
    copies = [changed(originals[number % 40], number=number % 25, seed=number) for number in range(120)]
    shingles = [shingles_of(words) for words in originals + copies]
    pairs = {
        index
        for first in range(len(shingles))
        for second in range(first)
        for index in (first, second)
        if (shared := likeness(shingles[first], shingles[second]))[0] >= 0.8 * shared[1]
    }
    found = {index for cluster in clusters(shingles, least=0.8, runs=60) for index in cluster.members}
    assert found == pairs


def test_the_work_grows_with_the_number_of_texts_even_where_all_are_alike(monkeypatch):
    compared = 0

    def counted(first: bytes, second: bytes) -> tuple[int, int]:
        nonlocal compared
        compared += 1
        return likeness(first, second)

    monkeypatch.setattr(near_duplicates, "likeness", counted)
    alike = [shingles_of(changed(text(1), number=1, seed=seed)) for seed in range(400)]
    found = clusters(alike, least=0.8, runs=60)
    assert [len(cluster.members) for cluster in found] == [400]
    assert compared <= 24 * 400


@settings(max_examples=60)
@given(st.lists(st.text(alphabet="abc ", max_size=60), max_size=12))
def test_any_texts_give_clusters_of_different_texts(texts):
    shingles = [shingles_of(words_of(each)) for each in texts]
    members = [index for cluster in clusters(shingles, least=0.8, runs=1) for index in cluster.members]
    assert len(members) == len(set(members))


@pytest.mark.parametrize(("words", "runs"), [("", 0), ("one two three four", 0), ("one two three four five", 1)])
def test_a_text_has_a_run_for_each_five_words(words, runs):
    assert len(shingles_of(words.split())) == 4 * runs
