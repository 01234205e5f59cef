"""Small matters of English that drafts and fixes share: "a" or "an", by how the next word is said."""

from __future__ import annotations

import re

_LETTERS_SAID_WITH_VOWEL = frozenset("AEFHILMNORSX")
_VOWEL_SOUND = r"(?i)(?:[aei]|o(?!ne\b|nce\b)|u(?!ni(?!n|m)|se|ti|x\b|k\b|s\b|r[aeiou])|hour|honou?r|honest|heir)"


def article_of(words: str) -> str:
    """Return the article that stands before `words`, by how the first of them is said.

    >>> [article_of(w) for w in ("accountant", "SRE", "UX designer", "user", "hourly role", "11-hour shift", "one-off")]
    ['an', 'an', 'a', 'a', 'an', 'an', 'a']
    """
    first = re.split(r"[\s,/-]", words, maxsplit=1)[0]
    if re.match(r"(?:8|11(?!\d)|18(?!\d))", first):
        return "an"
    spelled = first.isupper() and first.isalpha() and (len(first) <= 3 or not re.search("[AEIOUY]", first))
    vowel = first[0] in _LETTERS_SAID_WITH_VOWEL if spelled else re.match(_VOWEL_SOUND, first)
    return "an" if vowel else "a"


def each(period: str) -> str:
    """Return for how long an amount is paid.

    >>> each("year"), each("hour")
    ('a year', 'an hour')
    """
    return f"{article_of(period)} {period}"
