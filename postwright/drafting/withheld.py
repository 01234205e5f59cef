"""What never leaves for a model: people's names and numbers, addresses, keys. They go as slots or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from postwright.drafting.wording import line
from postwright.model.brief import Brief
from postwright.reading.secrets import secrets

A_NAME = "(a name)"
AN_ADDRESS = "(an address)"
A_NUMBER = "(a telephone number)"
A_SECRET = "(kept back)"

_LINK = re.compile(r"(?i)\b(?:https?://|www\.|mailto:)[^\s<>\"”’)\]]{0,500}[^\s<>\"”’)\].,;:!?]")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}")
_DOMAIN = re.compile(
    r"(?i)(?<![\w.@-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|org|net|io|co\.uk|example|edu|gov|eu|ai|de|fr|ca)\b(?:/[^\s<>\"”’)\]]{0,300})?"
)
_TELEPHONE = re.compile(
    r"(?<![\w.,$£€-])(?:\+\d{1,3}|\(?0\d{1,4}\)?|\(\d{3}\)|\d{3}[-. ](?=\d{3}[-. ]))[ \d().-]{5,18}\d(?!\w)"
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Herr|Frau|Sir|Dame)\.?\s{1,2}(?:[A-Z][\w'’-]{1,40}\.?\s{1,2}){0,2}[A-Z][\w'’-]{1,40}"
)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words at [start:end] that are not sent, and what is said in their place."""

    start: int
    end: int
    shown: str


def withheld(text: str, *, names: Iterable[str] = ()) -> tuple[Withheld, ...]:
    """Return what may not be sent of a text, in order, without overlaps; `names` are people's names, in parts too."""
    found = [Withheld(secret.start, secret.end, A_SECRET) for secret in secrets(text)]
    found += [Withheld(*match.span(), AN_ADDRESS) for find in (_LINK, EMAIL, _DOMAIN) for match in find.finditer(text)]
    found += [Withheld(*match.span(), A_NUMBER) for match in _TELEPHONE.finditer(text)]
    found += [Withheld(*match.span(), A_NAME) for match in _TITLED.finditer(text)]
    known = _pattern(tuple(names))
    found += [Withheld(*match.span(), A_NAME) for match in known.finditer(text)] if known else []
    kept: list[Withheld] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def redacted(text: str, *, names: Iterable[str] = ()) -> str:
    """Return the text with each withheld part replaced by what is said in its place.

    >>> redacted("Ask Ann Lee or Lee (ann@crumb.example)", names=["Ann Lee"])
    'Ask (a name) or (a name) ((an address))'
    """
    made, past = "", 0
    for part in withheld(text, names=names):
        made += text[past : part.start] + part.shown
        past = part.end
    return made + text[past:]


def people(brief: Brief) -> tuple[str, ...]:
    """Return the names of people that the brief has in a field of their own."""
    return tuple(name for name in (line(brief.contact.name),) if name)


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern for the names, whole or in parts; parts of fewer than three letters count only in the whole."""
    words = {
        word for name in names for word in [name, *re.split(r"[\s,]+", name)] if len(word) > 2 and word[:1].isupper()
    }
    words |= {name for name in names if name.strip()}
    if not words:
        return None
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in longest_first)})(?!\w)")
