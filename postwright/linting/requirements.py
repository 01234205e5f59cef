"""What several rules ask about requirements: their items, their key words, how many there are, what they name.

A requirement is what a candidate must have: "Python, SQL and Git" are three, "Go or Rust" is one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from postwright.late_pattern import late

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.linting.rule import Context

# ---- key words

_WORD = late(r"[a-z0-9][a-z0-9+#./]*(?<![./])")
_EMPTY_WORDS = frozenset(
    (
        "a", "ability", "able", "an", "and", "any", "are", "as", "at", "background", "be", "been", "by", "can",
        "deep", "demonstrated", "do", "excellent", "experience", "experienced", "expertise", "familiar",
        "familiarity", "for", "from", "good", "great", "hands", "has", "have", "having", "if", "in", "including",
        "into", "is", "it", "its", "knowledge", "least", "level", "like", "minimum", "month", "months", "more",
        "most", "must", "of", "on", "or", "other", "our", "own", "preferably", "professional", "proficiency",
        "proficient", "proven", "record", "related", "relevant", "required", "similar", "skill", "skilled",
        "skills", "solid", "strong", "such", "than", "that", "the", "their", "them", "these", "they", "this",
        "those", "through", "to", "track", "understanding", "up", "use", "used", "using", "we", "well", "what",
        "when", "where", "which", "who", "will", "with", "within", "work", "working", "works", "year", "years",
        "you", "your", "yrs",
    )
)  # fmt: skip
_IRREGULAR = {
    "written": "write", "wrote": "write", "spoken": "speak", "led": "lead", "ran": "run", "built": "build",
    "taught": "teach", "sold": "sell", "held": "hold", "kept": "keep", "made": "make", "drove": "drive",
    "driven": "drive", "licence": "license", "licensed": "license", "analyses": "analys", "data": "data",
    "people": "person", "staff": "person", "team": "person", "mentor": "lead", "lead": "lead",
}  # fmt: skip
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ingly", "ments", "ment", "ings", "ing",
    "ions", "ion",
    "ities", "ity", "ness", "ised", "ized", "ises", "izes", "ise", "ize", "ance", "ence", "able", "ible",
    "ally", "ical", "ics",
    "ies", "ied", "ers", "ors", "ed", "es", "er", "or", "ic", "al", "ly", "s", "e", "y",
)  # fmt: skip
_SHORTEST_STEM = 4
"""Characters; shorter stems join words that have nothing in common."""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return what word forms share: "deploying", "deployment" and "deploys" have one stem.

    >>> [stem(w) for w in ("deploying", "deployment", "deploys", "production", "products", "SQL".lower())]
    ['deploy', 'deploy', 'deploy', 'product', 'product', 'sql']
    """
    word = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


@lru_cache(maxsize=2048)
def key_words(text: str) -> frozenset[str]:
    """Return the stems of the words that carry the meaning of `text`."""
    words = (word.strip("./") for word in _WORD.findall(text.lower().replace("’", "'")))
    return frozenset(stem(word) for word in words if word and word not in _EMPTY_WORDS and not word.isdigit())


# ---- terms


def mentions(term: str, folded: str) -> bool:
    """Say whether the words of `term` stand in `folded` (lower case), whole, in singular or plural.

    >>> mentions("unit test", "writes unit tests"), mentions("go", "a good day")
    (True, False)
    """
    term = term.lower().strip()
    if not term:
        return False
    at = folded.find(term)
    while at >= 0:
        end = at + len(term)
        before = folded[at - 1] if at else " "
        if not before.isalnum() and _ends_word(folded, end):
            return True
        at = folded.find(term, at + 1)
    return False


def _ends_word(text: str, end: int) -> bool:
    for ending in ("", "s", "es", "ing"):
        if text.startswith(ending, end):
            after = text[end + len(ending) : end + len(ending) + 1]
            if not after or not (after.isalnum() or after in "+#"):
                return True
    return False


def technologies_named(text: str, guidelines: Guidelines) -> frozenset[str]:
    """Return the ids of the technologies that a short text (a requirement) names."""
    from postwright.reading.document import parse
    from postwright.reading.technologies import find_technologies

    return frozenset(mention.id for mention in find_technologies(parse(text, format="plain"), guidelines))


_GLUE = late(r"[A-Z](?<=[a-z0-9.)][A-Z])")


def unglued(context: Context) -> str:
    """Return the folded text with a space where words lost theirs ("benefitsLocation"); offsets differ."""
    known = context.facts.get("unglued")
    if known is None:
        folded, joints = context.document.folded, glued_at(context)
        parts = [folded[start:end] for start, end in zip((0, *joints), (*joints, len(folded)), strict=True)]
        known = context.facts["unglued"] = " ".join(parts)
    return cast("str", known)


def glued_at(context: Context) -> list[int]:
    """Return the offsets of the words that lost the space before them; in front of each, `unglued` puts one."""
    known = context.facts.get("glued at")
    if known is None:
        known = context.facts["glued at"] = [joint.start() for joint in _GLUE.finditer(context.text)]
    return cast("list[int]", known)


def offset_in_folded(context: Context, at: int) -> int:
    """Return the offset in the folded text of what stands at an offset of the unglued one."""
    return at - sum(joint + number < at for number, joint in enumerate(glued_at(context)))


_NEXT_REQUIREMENT = late(
    r"(?:Experienced?|Strong|Excellent|Fluen\w+|Abilit\w+|Able|Knowledge|Proficien\w+|Bachelor\w*|Master\w*|"
    r"Familiar\w*|"
    r"Must|Good|Proven|Degree|Understanding|Hands|Demonstrated|Solid|Working|High|Valid|Team|Self)\b"
)


def begins_requirement(text: str, at: int) -> bool:
    """Say whether a word stands at an offset that opens a requirement: one may be glued to the one before."""
    return _NEXT_REQUIREMENT.match(text, at) is not None


def first_requirement(words: str) -> str:
    """Return the words up to where a next requirement is glued to them.

    >>> first_requirement("data science role Fluency in SQL"), first_requirement("Excellent sales")
    ('data science role', 'Excellent sales')
    """
    found = next((m for m in _NEXT_REQUIREMENT.finditer(words) if words[: m.start()].rstrip()[-1:].islower()), None)
    return words[: found.start()].rstrip() if found else words


# ---- title


def title_of(context: Context) -> str:
    """Return the job title from the brief or the reading."""
    return (context.brief.title if context.brief else "") or context.reading.title
