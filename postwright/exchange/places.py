"""Which place codes there are, from the table that names places in postings."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from postwright.late_pattern import late

_TABLE = Path(__file__).resolve().parents[2] / "templates" / "places.yaml"
_CODE = late(r"^ +['\"]?([A-Z]{2}(?:-[A-Z0-9]{1,3})*)['\"]?:", re.MULTILINE)


def is_place(code: str) -> bool:
    """Return whether `code` is a country or a region of a known country; not every region has a name in the table."""
    codes = _codes()
    return not codes or code in codes or code.split("-")[0] in codes


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """Return the table's codes; its keys are read without YAML, whose import costs more than all of them."""
    try:
        return frozenset(_CODE.findall(_TABLE.read_text(encoding="utf-8")))
    except OSError:
        return frozenset()
