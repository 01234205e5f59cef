"""What is worked out from the guidelines is made once for each version of them."""

from __future__ import annotations

from dataclasses import replace

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.made_once import made_once
from postwright.guidelines.records import Guidelines


def test_a_version_is_worked_out_once_and_a_new_one_anew():
    worked_out: list[str] = []

    @made_once
    def name(guidelines: Guidelines) -> str:
        worked_out.append(guidelines.fingerprint)
        return f"made from {guidelines.fingerprint}"

    one, other = (replace(load_guidelines(), fingerprint=word) for word in ("one", "other"))
    assert [name(each) for each in (one, one, other, other)] == ["made from one"] * 2 + ["made from other"] * 2
    assert worked_out == ["one", "other"]
