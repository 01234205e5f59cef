"""English words -> stems, so that "manages", "managed" and "management" are one word to grounding.

A short suffix stripper of our own: a stem need not be a word, it must only be the same for words of one family. Those
who do a thing keep their ending ("manager" is not "manage"): who does what to whom is a question of grounding.
"""

from __future__ import annotations

from collections.abc import Mapping

IRREGULAR = "irregular"
"""The category of guidelines/grounding/ with words whose ending tells nothing, and what each counts as."""
MOST_KEPT = 20_000
"""Words whose stems are kept."""
_ENDINGS = (
    ("isational", "iz"), ("izational", "iz"), ("isations", "iz"), ("izations", "iz"), ("isation", "iz"),
    ("ization", "iz"), ("ifications", "ify"),
    ("ification", "ify"), ("ations", "at"), ("ation", "at"), ("itions", "it"), ("ition", "it"), ("ctions", "ct"),
    ("ction", "ct"), ("sions", "s"), ("sion", "s"), ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""),
    ("iously", "i"), ("ously", "ou"), ("fully", "ful"), ("ically", "ic"), ("ally", "al"), ("ily", "i"), ("ably", "abl"),
    ("ibly", "ibl"), ("ely", ""), ("ly", ""), ("nesses", ""), ("ness", ""), ("ances", "anc"), ("ance", "anc"),
    ("ences", "enc"), ("ence", "enc"), ("ency", "enc"), ("ancy", "anc"),
    ("ising", "iz"), ("izing", "iz"), ("ised", "iz"), ("ized", "iz"), ("ises", "iz"), ("izes", "iz"), ("ise", "iz"),
    ("ize", "iz"), ("ying", "i"), ("ied", "i"), ("ies", "i"), ("ings", ""), ("ing", ""), ("eed", "e"), ("ed", ""),
    ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zes", "z"), ("ates", "at"), ("ate", "at"),
    ("ses", "s"), ("s", ""),
    ("ours", "or"), ("our", "or"),
)  # fmt: skip
_KEEPS_S = ("ss", "us", "is", "ous")
_VOWELS = frozenset("aeiouy")


class Stems:
    """The stems of words in lower case; `irregular` says which words count as another word, or stem, than their own.

    >>> stem = Stems({"ran": "run"})
    >>> [stem(word) for word in ("managed", "management", "organise", "organization", "policies", "nurses", "ran")]
    ['manag', 'manag', 'organiz', 'organiz', 'polici', 'nurs', 'run']
    """

    def __init__(self, irregular: Mapping[str, str]) -> None:
        self._irregular = irregular
        self._kept: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """Return the stem of a word."""
        found = self._kept.get(word)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[word] = self._stem(word)
        return found

    def _stem(self, word: str) -> str:
        if word.endswith("n't"):
            return word
        word = word.partition("'")[0] or word
        known = self._irregular.get(word)
        if known is not None:
            return known if known == word else self._irregular.get(known) or _settled(known)
        if len(word) > 40 or not word.isalpha():
            return word
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and _can_lose(word, ending):
                return _settled(word[: -len(ending)] + instead)
        return _settled(word)


def _can_lose(word: str, ending: str) -> bool:
    if ending == "s" and word.endswith(_KEEPS_S):
        return False
    rest = word[: -len(ending)]
    if ending == "ying" and rest[-1:] in _VOWELS:
        return False
    if ending in ("our", "ours"):
        return len(rest) >= 3 and rest not in ("hon", "p", "f")
    return len(rest) >= (2 if ending in ("s", "ies", "ied", "ying", "es", "sses") else 3) and bool(_VOWELS & set(rest))


def _settled(root: str) -> str:
    """Return a root with its last letters as all words of the family have them."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "aeiouls":
        root = root[:-1]
    if len(root) > 3 and root.endswith("e"):
        root = root[:-1]
    if len(root) > 2 and root.endswith("y") and root[-2] not in _VOWELS:
        root = f"{root[:-1]}i"
    return root
