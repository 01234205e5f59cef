"""What is worked out from the guidelines and looked up for every text: made once for each version of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from postwright.guidelines.records import Guidelines

Made = TypeVar("Made")


def made_once(make: Callable[[Guidelines], Made]) -> Callable[[Guidelines], Made]:
    """Let `make` work once for each version of the guidelines; what the latest version gave is kept."""
    kept: dict[str, Made] = {}

    @wraps(make)
    def remembered(guidelines: Guidelines) -> Made:
        try:
            return kept[guidelines.fingerprint]
        except KeyError:
            made = make(guidelines)
            kept.clear()
            kept[guidelines.fingerprint] = made
            return made

    return remembered
