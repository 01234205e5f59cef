#!/usr/bin/env python3
"""Measure how well the reader reads: compare it with postings that people annotated.

usage: python benchmarks/accuracy.py GOLD.jsonl [--sections SECTIONS.jsonl] [--split even|odd] [--errors N]

GOLD          one posting a line: id, text, optionally title, demands[{quote, min_years, max_years, strength, kind}],
              degree{level, strength}, pay{kind}, title_level
SECTIONS      one posting a line: id, sections[{kind, start, end}]
--split       only the postings whose id hashes to an even or odd number: develop on one half, judge by the other
--errors N    print the first N demands that were missed, made up, or read differently

A demand that was read matches an annotated one when the least years agree to 0.05 and the spans overlap by at least
half of the shorter, the read span being no longer than 60 characters or 3 times the quote. Each side is used once. The
half-width of a 95 % interval (normal approximation) stands behind each share.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from postwright.guidelines.load import load_guidelines
from postwright.model.reading import Demand, Reading, SectionSpan
from postwright.reading.reader import read

Row = dict[str, Any]
LONGEST_SPAN = 60
"""Characters of a read span that are always tolerated."""


@dataclass
class Tally:
    """How often each thing was right, out of how many."""

    right: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)

    def count(self, name: str, right: int, total: int = 1) -> None:
        self.right[name] = self.right.get(name, 0) + right
        self.total[name] = self.total.get(name, 0) + total

    def share(self, name: str) -> float:
        return self.right.get(name, 0) / max(1, self.total.get(name, 0))

    def half_width(self, name: str) -> float:
        share = self.share(name)
        return 1.96 * math.sqrt(max(share * (1 - share), 1e-9) / max(1, self.total.get(name, 0)))


def rows(path: Path, split: str | None = None) -> Iterator[Row]:
    """Yield the annotated postings of a file, or one half of them."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row: Row = json.loads(line)
            if split is None or split == half_of(row["id"]):
                yield row


def half_of(identifier: str) -> str:
    """Return the half that a posting belongs to, by its id alone."""
    return "odd" if int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2 else "even"


def occurrences(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield the span of every occurrence of a quote."""
    start = text.find(quote)
    while start >= 0:
        yield start, start + len(quote)
        start = text.find(quote, start + 1)


def agree(one: float | None, other: float | None) -> bool:
    """Tell whether two amounts of years are the same."""
    return (one is None) == (other is None) and (one is None or other is None or abs(one - other) < 0.05)


def same_place(demand: Demand, start: int, end: int) -> bool:
    """Tell whether a demand was read where the annotation has it."""
    length = demand.end - demand.start
    overlap = min(demand.end, end) - max(demand.start, start)
    return length <= max(LONGEST_SPAN, 3 * (end - start)) and overlap >= 0.5 * min(length, end - start) > 0


def match(row: Row, found: tuple[Demand, ...]) -> tuple[list[tuple[Row, Demand]], list[Row], list[Demand]]:
    """Pair annotated with read demands; return pairs, what was missed, what was made up."""
    free = list(found)
    pairs: list[tuple[Row, Demand]] = []
    missed: list[Row] = []
    for want in row["demands"]:
        spans = list(occurrences(row["text"], want["quote"]))
        hit = next(
            (d for d in free if agree(d.min_years, want["min_years"]) and any(same_place(d, *span) for span in spans)),
            None,
        )
        if hit is None:
            missed.append(want)
        else:
            free.remove(hit)
            pairs.append((want, hit))
    return pairs, missed, free


def kinds_by_character(text: str, sections: list[tuple[str, int, int]]) -> list[str | None]:
    """Return the section kind of every character that is not blank."""
    kinds: list[str | None] = [None] * len(text)
    for kind, start, end in sections:
        kinds[start:end] = [kind] * (end - start)
    return [kind for kind, letter in zip(kinds, text, strict=False) if not letter.isspace()]


def compare(row: Row, reading: Reading, tally: Tally) -> list[str]:
    """Add one posting to the tally; return its errors as lines to print."""
    text: str = row["text"]
    pairs, missed, extra = match(row, reading.demands)
    tally.count("precision", len(pairs), len(pairs) + len(extra))
    tally.count("recall", len(pairs), len(pairs) + len(missed))
    errors = [f"missed   {_around(text, text.find(want['quote']), len(want['quote']))}" for want in missed]
    errors += [f"made up  {_around(text, demand.start, demand.end - demand.start)}" for demand in extra]
    for want, demand in pairs:
        for name, right in (
            ("max", agree(want["max_years"], demand.max_years)),
            ("strength", want["strength"] == demand.strength),
            ("kind", want["kind"] == demand.kind),
        ):
            tally.count(name, right)
            if not right:
                errors.append(f"{name:<8} {_around(text, demand.start, demand.end - demand.start)}")
    degree = (reading.degree.level, reading.degree.strength) if reading.degree else ("none", "none")
    if "degree" in row:
        tally.count("degree level", degree[0] == row["degree"]["level"])
        tally.count("degree", degree == (row["degree"]["level"], row["degree"]["strength"]))
    if "pay" in row:
        tally.count("pay", (reading.pay.kind if reading.pay else "none") == row["pay"]["kind"])
    if "title_level" in row:
        tally.count("title level", (reading.title_level or "none") == row["title_level"])
    return errors


def compare_sections(text: str, want: list[Row], found: tuple[SectionSpan, ...], tally: Tally) -> None:
    """Add the characters of one posting to the tally."""
    expected = kinds_by_character(text, [(s["kind"], s["start"], s["end"]) for s in want])
    read_kinds = kinds_by_character(text, [(s.kind, s.start, s.end) for s in found])
    tally.count("sections", sum(a == b for a, b in zip(expected, read_kinds, strict=True)), len(expected))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--sections", type=Path)
    parser.add_argument("--split", choices=("even", "odd"))
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    options = parser.parse_args(arguments)
    guidelines = load_guidelines()
    sections = {row["id"]: row["sections"] for row in rows(options.sections)} if options.sections else {}
    tally = Tally()
    errors: list[str] = []
    postings = 0
    for row in rows(options.gold, options.split):
        postings += 1
        reading = read(row["text"], title=row.get("title", ""), guidelines=guidelines)
        errors += compare(row, reading, tally)
        if row["id"] in sections:
            compare_sections(row["text"], sections[row["id"]], reading.sections, tally)
    for error in errors[: options.errors]:
        print(error)
    print(f"{postings} postings" + (f", the {options.split} half" if options.split else ""))
    print(f"{'':<14}{'share':>7}{'+-':>8}{'of':>9}")
    for name in tally.total:
        print(f"{name:<14}{tally.share(name):>7.3f}{tally.half_width(name):>8.3f}{tally.total[name]:>9}")
    return 0


def _around(text: str, start: int, length: int) -> str:
    before, after = text[max(0, start - 50) : start], text[start + length : start + length + 50]
    return " ".join(f"{before}>>{text[start : start + length]}<<{after}".split())


if __name__ == "__main__":
    sys.exit(main())
