"""Looking things up in a reading by where they stand."""

from __future__ import annotations

from dataclasses import replace

from postwright.guidelines.load import load_guidelines
from postwright.model.reading import Reading
from postwright.reading.reader import read

TEXT = "## What you need\n\n- 5 years of experience with Java\n- 2 years of Kubernetes\n"
READING: Reading = read(TEXT, title="Backend Engineer", guidelines=load_guidelines())


def test_technologies_and_demands_are_found_by_their_place() -> None:
    first, second = TEXT.index("5 years"), TEXT.index("2 years")
    assert [m.name for m in READING.technologies_in(first, second)] == ["Java"]
    assert [m.name for m in READING.technologies_in(0, len(TEXT))] == ["Java", "Kubernetes"]
    assert [d.quote for d in READING.demands_in(second, len(TEXT))] == ["2 years"]
    assert [d.quote for d in READING.demands_in(first + 1, second)] == ["5 years"]
    assert READING.demands_in(second + len("2 years"), len(TEXT)) == ()


def test_a_place_beside_every_section_is_other() -> None:
    assert READING.section_at(TEXT.index("Java")) == "requirements"
    assert READING.section_at(len(TEXT) + 5) == "other"
    assert replace(READING, sections=()).section_around(0) is None
