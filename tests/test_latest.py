"""What is made once of things that stay the same."""

from __future__ import annotations

from postwright.latest import MOST, latest


def test_the_same_things_are_worked_on_once_and_equal_ones_anew():
    made = []

    @latest
    def together(one: list[int], other: str) -> list[int]:
        made.append(one)
        return [*one, len(other)]

    first, equal = [1], [1]
    assert together(first, "ab") is together(first, "ab")
    assert together(equal, "ab") == [1, 2]
    assert made == [[1], [1]]


def test_only_the_latest_are_kept():
    made = []

    @latest
    def same(thing: list[int]) -> list[int]:
        made.append(thing)
        return thing

    things = [[number] for number in range(MOST + 1)]
    for thing in things:
        same(thing)
    same(things[-1])
    assert len(made) == MOST + 1
    same(things[0])
    assert len(made) == MOST + 2
