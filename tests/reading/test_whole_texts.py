"""Short texts of our own with all that is read in them; texts/*.yaml hold them."""

from __future__ import annotations

from typing import Any

import pytest
from whole_texts import CASES, whole_reading

from postwright.guidelines.load import load_guidelines
from postwright.reading.reader import read


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_all_of_it_is_read_and_nothing_else(case: dict[str, Any]) -> None:
    reading = read(case["text"], title=case.get("title", ""), guidelines=load_guidelines())
    assert whole_reading(reading) == case["reads"]


def test_no_text_stands_twice() -> None:
    assert len({case["text"] for case in CASES}) == len(CASES)


def test_what_looks_like_a_demand_is_marked_and_reads_none() -> None:
    assert all(not line.startswith("demand") for case in CASES if case.get("near_miss") for line in case["reads"])


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 300
    assert sum(bool(case.get("near_miss")) for case in CASES) >= 120
