"""The lines of `section_words.yaml` ("salary: p31 b-4") -> the packed form that the reader unpacks at its start."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from postwright.errors import GuidelineError
from postwright.late_pattern import late
from postwright.model.words import SECTION_KINDS, SectionKind

_LINE = late(r"(?P<phrase>\S+(?: \S+)?): (?P<weights>[a-z]-?\d+(?: [a-z]-?\d+)*)")
_WEIGHT = late(r"([a-z])(-?\d+)")
_ZERO = 128


def packed_weights(lines: str, kinds: Mapping[str, SectionKind]) -> tuple[str, str]:
    """Return the phrases, one a line, and base 64 of one byte for each phrase and kind: 128 and the weight."""
    phrases: list[str] = []
    rows = bytearray()
    for number, line in enumerate(lines.strip().splitlines(), start=1):
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise _wrong(number, line)
        row = bytearray([_ZERO]) * len(SECTION_KINDS)
        for letter, weight in _WEIGHT.findall(match["weights"]):
            if letter not in kinds or abs(int(weight)) >= _ZERO:
                raise _wrong(number, line)
            row[SECTION_KINDS.index(kinds[letter])] = _ZERO + int(weight)
        phrases.append(match["phrase"])
        rows += row
    return "\n".join(phrases), base64.b64encode(rows).decode("ascii")


def _wrong(number: int, line: str) -> GuidelineError:
    return GuidelineError(
        f"section_words.yaml, line {number} of the weights: {line[:40]!r} is no word with its weights.",
        hint="Write the word, a colon, and letters of kinds with whole numbers from -127 to 127: `salary: p31 b-4`.",
    )
