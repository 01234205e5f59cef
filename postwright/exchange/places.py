"""Which place codes there are, from the table that names places in postings."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from postwright.exchange.nearest import did_you_mean
from postwright.late_pattern import late

_TABLE = Path(__file__).resolve().parents[2] / "templates" / "places.yaml"
_CODE = late(r"^ +['\"]?([A-Z]{2}(?:-[A-Z0-9]{1,3})*)['\"]?:", re.MULTILINE)

_COMPLETE = late(r"^all_regions: \[([^\]]*)\]", re.MULTILINE)
_ALIKE = 0.75
"""Share of letters that a code must have in common with the one given."""


def is_place(code: str) -> bool:
    """Return whether `code` is a country or a region of a known country.

    Only of some countries the table names all regions; a part of a region, such as a city with a law of its own
    (US-NY-NYC), has no name in it.
    """
    codes = _codes()
    country, _, region = code.partition("-")
    if not codes or not region:
        return not codes or country in codes
    return country in codes and (country not in _complete() or "-".join(code.split("-")[:2]) in codes)


def near_places(code: str) -> str:
    """Return ' Did you mean "US-CT"?' where a code is like another, else an empty string."""
    return did_you_mean(code, _codes(), alike=_ALIKE)


@lru_cache(maxsize=1)
def _complete() -> frozenset[str]:
    """Return the countries of which the table names all regions."""
    try:
        found = _COMPLETE.search(_TABLE.read_text(encoding="utf-8"))
    except OSError:
        return frozenset()
    return frozenset(re.findall("[A-Z]{2}", found[1])) if found else frozenset()


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """Return the table's codes; its keys are read without YAML, whose import costs more than all of them."""
    try:
        return frozenset(_CODE.findall(_TABLE.read_text(encoding="utf-8")))
    except OSError:
        return frozenset()
