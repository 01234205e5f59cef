"""Names of the states and provinces that postings write behind a city, by place code, from templates/places.yaml."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from postwright.late_pattern import late

_TABLE = Path(__file__).resolve().parents[2] / "templates" / "places.yaml"
_ROW = late(r"^ +'((?:US|CA|AU)-[A-Z]{2,3})': '([^']+)'", re.MULTILINE)
"""Rows of the table, read without YAML, whose import would cost more than all of them."""


@lru_cache(maxsize=1)
def regions() -> dict[str, str]:
    """Return the names and the short forms of regions, as written, with their codes: "Colorado" and "CO" -> "US-CO"."""
    try:
        rows = _ROW.findall(_TABLE.read_text(encoding="utf-8"))
    except OSError:
        return {}
    named = {name.removeprefix("the "): code for code, name in rows}
    short = {code.partition("-")[2]: code for code, _ in reversed(rows) if code.startswith(("US-", "CA-"))}
    return {**short, **named}
