"""What the wording categories are about, in words, with examples that fire and near-misses that do not.

The wordings themselves, their reasons and sources are data (guidelines/wording/). A category of the house's own that is
not described here gets a plain description and no examples.
"""

from __future__ import annotations

from postwright.linting.categories import age, asked, life, origin, sex, tone
from postwright.linting.categories._category import Category

__all__ = ["Category", "about"]

_ALL = {
    **age.CATEGORIES,
    **asked.CATEGORIES,
    **life.CATEGORIES,
    **origin.CATEGORIES,
    **sex.CATEGORIES,
    **tone.CATEGORIES,
}


def about(category: str) -> Category:
    """Return the description of a category."""
    known = _ALL.get(category)
    if known:
        return known
    name = category.replace("_", " ")
    return Category(f"Wording that the house remarks on: {name}.", "is wording that the house avoids", "A house rule.")
