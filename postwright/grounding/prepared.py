"""A text -> the same text as grounding reads it: unseen and odd characters made plain, words with stems, clauses.

All patterns are linear. Offsets of the plain text lead back to those of the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from postwright.grounding.figures import Figure
    from postwright.grounding.lexicon import Hit

MOST_CHARACTERS = 600
"""Characters of a statement that is judged: longer than any good line of a posting."""
MOST_OF_A_SOURCE = 20_000
"""Characters of a source that are read: as many as the longest field of a brief may have."""

LONGEST_ABBREVIATION = 6

TokenKind = Literal["word", "number", "link", "mark"]

_PLAIN = {
    **dict.fromkeys("‐‑‒–—―−﹣－~～", "-"),
    **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("•·▪●◦‣*_", " "),
    **dict.fromkeys("\t\r\v\f\x85\u2028\u2029", " "),
}
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2069\u206a-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
_TOKEN = re.compile(
    r"(?P<link>(?<!\w)\+?(?=(?:[ ()-]{0,2}\d){9,15}(?!\d))(?:\(\d{2,5}\)|0\d{1,4}|(?<=\+)\d{1,3}|\d{3}(?=-\d{3}-))"
    r"(?:[ -]?\(?\d{2,5}\)?){1,5}"
    r"|(?:https?://|www\.)[^\s<>\"]{1,400}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
    r"|(?<![\w.@-])(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|io|co\.uk|example|edu|gov|eu|de|dev|ai)\b(?:/[^\s<>\"]{0,200})?)"
    r"|(?P<word>24/7|40[13] ?\(?[kb]\)?(?![\w])"
    r"|(?<![\w.])\.(?=[A-Z]{2})[A-Za-z]{1,20}(?!\w)"
    r"|(?<!\w)[A-Z][a-z]?\.[A-Z][a-z]{1,4}(?!\w)"
    r"|[^\W\d_](?:[^\W_]*)(?:(?:'[a-z]{1,3}(?![a-z]))|(?:\.(?:js|net|py|io|ai|NET)\b)"
    r"|(?:&[A-Z](?![a-z]))|(?:(?:\.[A-Za-z]){1,4}\.?(?!\w)))?(?:\+\+|#)?)"
    r"|(?P<number>\d{1,2}:\d\d(?!\d)|(?<![\d.,:])[1-9]\d{0,2}(?:(?: \d{3}){1,3}|(?:'\d{3}){1,3})(?![\d.,:])"
    r"|\d+(?:[.,]\d+)*)"
    r"|(?P<mark>[^\s])"
)
_ABBREVIATED = re.compile(
    r"(?i)(?<![a-z])(?:approx|min|max|incl|excl|ca|hrs?|mins?|yrs?|ext|dept|no|vs|etc|st|dr|mr|mrs|ms|co|p)\Z"
)
_HARD = frozenset('.;:!?()[]"')
_SOFT_WORDS = frozenset(("and", "or", "but", "plus", "while", "with", "as", "nor", "then", "including"))


class Token(NamedTuple):
    """A word, number, address or mark; offsets are those of `Prepared.text`."""

    text: str
    low: str
    stem: str
    start: int
    end: int
    kind: TokenKind
    glued: bool
    """Whether nothing stands between it and the token before."""
    clause: int
    """Number of the clause: they end at full stops, semicolons, colons, brackets and dashes."""
    part: int
    """Number of the part: they end at clauses, commas and conjunctions."""
    opens: bool
    """Whether it is the first word of a sentence, where a capital says nothing."""


class Prepared:
    """A text made plain, and its tokens."""

    def __init__(self, given: str, stem: Callable[[str], str], *, most: int = MOST_OF_A_SOURCE) -> None:
        self.given = given
        self._stem = stem
        self.text, self._offsets = _plain(given[:most])
        self.hits: tuple[object, dict[tuple[str, ...], tuple[Hit, ...]]] | None = None
        """A lexicon, and what it found by categories; by none all that it found."""
        self.figures: tuple[object, list[Figure]] | None = None
        """The same lexicon, and the numbers that it knows of the text."""

    def back(self, offset: int, *, is_end: bool = False) -> int:
        """Return the offset in the text as given for one in the plain text."""
        if self._offsets is None:
            return offset
        if is_end and offset > 0:
            return self._offsets[offset - 1] + 1
        return self._offsets[offset] if offset < len(self._offsets) else len(self.given)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens, in order."""
        return tuple(_tokens(self.text, self._stem))

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens that are words."""
        return tuple(token for token in self.tokens if token.kind == "word")

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(token.stem for token in self.words)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def abbreviations(self) -> tuple[tuple[int, str], ...]:
        """The words that are abbreviations: index and letters."""
        found = ((at, abbreviation(token)) for at, token in enumerate(self.tokens) if token.kind == "word")
        return tuple((at, letters) for at, letters in found if letters)

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that begins at `offset` or behind it."""
        return bisect_left(self._starts, offset)

    def word_behind(self, at: int) -> Token | None:
        """Return the next token behind token `at` that is no mark."""
        tokens = self.tokens
        at += 1
        while at < len(tokens) and tokens[at].kind == "mark":
            at += 1
        return tokens[at] if at < len(tokens) else None

    def between(self, left: int, right: int) -> str:
        """Return the text between two tokens, given by index."""
        return self.text[self.tokens[left].end : self.tokens[right].start]


def abbreviation(token: Token) -> str:
    """Return the letters of a word in capitals ("KPIs" -> "kpi"), or nothing where it is no abbreviation.

    Two letters are none: they stand for too many things.
    """
    letters = token.text.removesuffix("s").replace(".", "")
    is_one = 3 <= len(letters) <= LONGEST_ABBREVIATION and letters.isupper() and letters.isalpha()
    return letters.lower() if is_one else ""


def unaccented(word: str) -> str:
    """Return a word without the marks on its letters: "cafe" for "café"."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def _plain(given: str) -> tuple[str, list[int] | None]:
    """Return the plain text, and for each of its characters the offset in `given`; None where they are the same."""
    if given.isascii() and given.isprintable() and "*" not in given and "_" not in given and "`" not in given:
        return given.replace("~", "-"), None
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(given):
        if _UNSEEN.match(character):
            continue
        plain = _PLAIN.get(character)
        if plain is None:
            plain = ("½¼¾".find(character) >= 0 and character) or unicodedata.normalize("NFKC", character)
        for one in plain:
            characters.append(one)
            offsets.append(offset)
    return "".join(characters), offsets


def _tokens(text: str, stem: Callable[[str], str]) -> list[Token]:
    found: list[Token] = []
    clause = part = past = 0
    opens = True
    for match in _TOKEN.finditer(text):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # the four named groups
        written, start, end = match[0], match.start(), match.end()
        if kind == "link":
            while written[-1] in ".,;:!?)'":
                written, end = written[:-1], end - 1
        low = written.lower() if written.isascii() else unaccented(written.lower())
        if kind == "word" and low[0] == "4":
            low = low.replace(" ", "").replace("(", "").replace(")", "")  # 401(k)
        glued = bool(found) and start == past
        if kind == "mark":
            breaks = _breaks(text, written, start, end)
            if "\n" in text[past:start]:
                breaks = breaks or "hard"
        else:
            breaks = "hard" if "\n" in text[past:start] else "soft" if low in _SOFT_WORDS else ""
        if breaks == "hard":
            clause += 1
        if breaks:
            part += 1
        opens = opens or "\n" in text[past:start]
        if kind != "word" or (len(written) <= 5 and written.isupper()):
            stemmed = low
        elif written[-1] == "s" and len(written) > 3 and written[:-1].isupper() and written.isalpha():
            stemmed = low[:-1]  # SPVs
        else:
            stemmed = stem(low)
        found.append(Token(written, low, stemmed, start, end, kind, glued, clause, part, opens and kind == "word"))
        if kind == "word" or kind == "number":
            opens = False
        elif written in ".!?:":
            opens = opens or breaks == "hard"
        past = end
    return found


def _breaks(text: str, mark: str, start: int, end: int) -> str:
    """Say whether a mark ends a clause ("hard"), a part of one ("soft") or nothing."""
    if mark == "." and _ABBREVIATED.search(text, max(0, start - 8), start):
        return "" if not text[end : end + 2].strip()[:1].isupper() else "hard"
    if mark in _HARD:
        return "hard" if mark in '()[];!?"' or not text[end : end + 1].strip() else ""
    if mark == ",":
        return "soft"
    if mark == "-":
        is_dash = text[start - 1 : start] == " " and text[end : end + 1] == " "
        return "hard" if is_dash and not text[max(0, start - 2) : start - 1].isdigit() else ""
    return ""
