"""Sources of guidelines -> one line that names them, for findings and the rules page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postwright.guidelines.records import Source


def cited(sources: Iterable[Source]) -> str:
    """Return titles with their years, each once, separated by semicolons.

    >>> from postwright.guidelines.records import Source
    >>> cited([Source("O*NET 30.1", 2025), Source("Mohr (2014)", 2014), Source("O*NET 30.1", 2025)])
    'O*NET 30.1 (2025); Mohr (2014)'
    """
    return "; ".join(dict.fromkeys(_titled(source) for source in sources))


def _titled(source: Source) -> str:
    dated = source.year is None or str(source.year) in source.title
    return source.title if dated else f"{source.title} ({source.year})"
