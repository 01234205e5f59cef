"""The tokens of a text -> the numbers in it, in digits or words: "thirty-seven and a half", "£45k", "2nd", "a".

What a number counts is not asked here. A number that can be a time of day says which minutes of the day it can mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal
from zlib import crc32

from postwright.grounding.clocks import CLOCK_WORDS, MINUTES_OF_DAY, clock_of, half_of_day, in_half, spoken_clock
from postwright.grounding.prepared import Prepared, Token

if TYPE_CHECKING:
    from postwright.grounding.lexicon import Lexicon

Form = Literal["cardinal", "ordinal", "times", "article", "part"]
"""article: the "a" of "a year"; part: the "half" of "half the price"."""

_GLUED_SCALES = {"k": 1_000.0, "mn": 1e6, "bn": 1e9, "cr": 1e7, "lpa": 1e5}
_SIGNS = frozenset("£$€₹¥₦₱₺₪")
_AND_A_PART = {"half": 0.5, "quarter": 0.25}
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_MORE_DIGITS = 15
"""Digits beyond which a number is told apart by its digits, not by its size."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, from token `first` to token `last`."""

    first: int
    last: int
    value: float
    form: Form = "cardinal"
    clock: tuple[int, ...] = ()
    """Minutes after midnight that it can mean as a time of day."""
    is_clock: bool = False
    """Whether it can mean nothing else."""
    scale: float = 1.0
    """What it was multiplied by: 1,000 for "45k"."""
    word: bool = False
    """Whether it is the word "one" or "single", which often counts nothing."""


def figures(prepared: Prepared, lexicon: Lexicon) -> list[Figure]:
    """Return all numbers of a text, in order; found once."""
    if prepared.figures is None or prepared.figures[0] is not lexicon:
        prepared.figures = lexicon, _figures(prepared, lexicon)
    return prepared.figures[1]


def _figures(prepared: Prepared, lexicon: Lexicon) -> list[Figure]:
    tokens = prepared.tokens
    named, times = lexicon.number_words, lexicon.times
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        if tokens[at].low == "once" and _is_as_soon_as(tokens, at, named, times):
            at += 1
            continue
        figure = _one_in(tokens, at, named, times) or _figure(tokens, at, named)
        if figure is None:
            at += 1
            continue
        figure = _with_clock(tokens, _with_half(tokens, figure))
        found.append(figure)
        at = figure.last + 1
    return found


_SUBJECTS = frozenset((
    "the", "it", "they", "you", "you've", "you're", "your", "we", "our", "he", "she", "this", "these", "their", "its",
    "all", "both", "no", "that", "someone", "everyone",
))  # fmt: skip


def _is_as_soon_as(tokens: Sequence[Token], at: int, named: dict[str, str], times: frozenset[str]) -> bool:
    """Say whether "once" tells when: "once a guest has left", "once 14 days have passed", not "once a week"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None:
        return False
    if behind.low in ("a", "an"):
        return at + 2 < len(tokens) and tokens[at + 2].stem not in times
    return behind.low in _SUBJECTS or behind.kind == "number" or named.get(behind.low, "")[:1].isdigit()


def _figure(tokens: Sequence[Token], at: int, named: dict[str, str]) -> Figure | None:
    token = tokens[at]
    may_be_clock = token.kind == "number" or token.low in CLOCK_WORDS or token.low in named
    if may_be_clock and (spoken := spoken_clock(tokens, at, named)) is not None:
        return Figure(at, spoken[0], float(spoken[1][0]), clock=spoken[1], is_clock=True)
    if token.kind == "number":
        return _digits(tokens, at, named)
    if token.kind != "word":
        return None
    if token.low in _PARTS:
        return Figure(at, at, _PARTS[token.low], "part")
    if token.low == "time" and _are(tokens, at + 1, ("and", "a")) and at + 3 < len(tokens):
        part = _AND_A_PART.get(tokens[at + 3].low)
        return Figure(at, at + 3, 1 + part, "times") if part else None
    if token.low in ("a", "an"):
        return _after_article(tokens, at)
    if token.low == "half" and (whole := _half_of_many(tokens, at, named)) is not None:
        return whole
    if token.low == "one" and _are(tokens, at + 1, ("-",)) and at + 2 < len(tokens) and tokens[at + 2].low in _WITH_ONE:
        return None
    said = named.get(token.low)
    return _words(tokens, at, said, named) if said else None


def _digits(tokens: Sequence[Token], at: int, named: dict[str, str]) -> Figure:
    text = tokens[at].text
    clock = clock_of(text)
    if ":" in text:
        return Figure(at, at, float(clock[0] if clock else -1), clock=clock, is_clock=True)
    value, last, scale = _value(text), at, 1.0
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.kind == "word":
        has_sign = at > 0 and tokens[at - 1].text in _SIGNS
        if after.glued and after.low in ("st", "nd", "rd", "th"):
            return Figure(at, at + 1, value, "ordinal")
        if after.low in _PARTS and after.glued:
            value, last = value + _PARTS[after.low], at + 1
        elif after.glued and has_sign and after.low == "m":
            scale, last = 1e6, at + 1
        elif (
            after.low in _GLUED_SCALES and (after.glued or (at + 2 < len(tokens) and tokens[at + 2].text in _SIGNS))
        ) or after.low == "lpa":
            scale, last = _GLUED_SCALES[after.low], at + 1
        elif (said := named.get(after.low)) and said[0].isdigit() and float(said) >= 100:
            scale, last = float(said), at + 1
        elif after.low == "times" or (after.glued and after.low == "x"):
            return Figure(at, at + 1, value, "times")
    if _are(tokens, last + 1, ("/", "2")) and value == 1 and not after_is_number(tokens, last + 3):
        return Figure(at, last + 2, 0.5, "part")
    if (part := _part_in_digits(tokens, last, value)) is not None:
        return Figure(at, last + 2, part, "part")
    return Figure(at, last, value * scale, clock=clock if last == at else (), scale=scale)


def _part_in_digits(tokens: Sequence[Token], last: int, value: float) -> float | None:
    """Return "2/3" before "of" or "off" as a part; elsewhere a slash stands between other numbers too."""
    if not _are(tokens, last + 1, ("/",)) or last + 3 >= len(tokens) or tokens[last + 3].low not in _AFTER_DIGITS:
        return None
    whole = tokens[last + 2].low
    return value / int(whole) if whole.isdigit() and 0 < value < int(whole) <= _SMALLEST_PART else None


def after_is_number(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a number or another slash follows: "1/2/2027" is a date."""
    return at < len(tokens) and tokens[at].text in ("/", ".")


_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:\.\d{3}){2,}")


def _value(text: str) -> float:
    if len(text) > _MORE_DIGITS:
        return 1e18 + crc32(text.encode())
    if _THOUSANDS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", text):
        text = text.replace(",", ".")
    text = text.replace(",", "").replace(" ", "").replace("'", "")
    return float(text) if text.count(".") <= 1 else 1e17 + crc32(text.encode())


_WITH_ONE = frozenset(("off", "to", "on", "time", "stop", "way"))
"""Words behind "one-" that count nothing: one-off, one-to-one."""
_PARTS_OF_ONE = {"third": 3, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PARTS_OF_MANY = {f"{word}s": whole for word, whole in _PARTS_OF_ONE.items()} | {"quarters": 4}
_SMALLEST_PART = 10
_AFTER_DIGITS = frozenset(("of", "off"))
_DOZEN = 12
_AFTER_A_PART = frozenset((
    "of", "each", "on", "in", "less", "more", "lower", "higher", "smaller", "cheaper", "off", "and", "by", "within",
))  # fmt: skip


def _after_article(tokens: Sequence[Token], at: int) -> Figure | None:
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    following = tokens[at + 2].low if at + 2 < len(tokens) else ""
    if after in _PARTS_OF_ONE and (not following or not following[0].isalpha() or following in _AFTER_A_PART):
        return Figure(at, at + 1, 1 / _PARTS_OF_ONE[after], "part")
    if after == "quarter" and following in ("of", "more", "less", "off", "extra", "higher", "lower", "cheaper"):
        return Figure(at, at + 1, 0.25, "part")
    if after == "half":
        return Figure(at, at + 1, 0.5, "part")
    if at + 1 < len(tokens) and tokens[at + 1].glued:
        return None  # A$52
    if after in ("dozen", "hundred", "thousand", "million", "couple"):
        return None
    return Figure(at, at, 1.0, "article")


def _half_of_many(tokens: Sequence[Token], at: int, named: dict[str, str]) -> Figure | None:
    """Return "half a dozen" and "half a million"; "half" of anything else is a part."""
    last = at + 1 + _are(tokens, at + 1, ("a",))
    low = tokens[last].low if last < len(tokens) else ""
    many = float(named.get(low, "0")) if low in _MANY else 0.0
    return Figure(at, last, many / 2, scale=many if many >= 1000 else 1.0) if many else None


_MANY = frozenset(("dozen", "hundred", "thousand", "million", "billion", "lakh", "crore"))


def _many_parts(tokens: Sequence[Token], at: int, value: float) -> Figure | None:
    """Return "three fifths" and "one fifth of" as a part."""
    behind = at + 1 + _are(tokens, at + 1, ("-",))
    low = tokens[behind].low if behind < len(tokens) else ""
    whole = _PARTS_OF_MANY.get(low, 0)
    if value == 1 and low in _PARTS_OF_ONE:
        following = tokens[behind + 1].low if behind + 1 < len(tokens) else ""
        whole = _PARTS_OF_ONE[low] if following in _AFTER_A_PART else 0
    return Figure(at, behind, value / whole, "part") if 0 < value < whole else None


def _one_in(tokens: Sequence[Token], at: int, named: dict[str, str], times: frozenset[str]) -> Figure | None:
    """Return "one in three" and "one out of three" as a part; "one in four weeks" says how often."""
    if tokens[at].low != "one":
        return None
    behind = at + 2 if _are(tokens, at + 1, ("in",)) else at + 3 if _are(tokens, at + 1, ("out", "of")) else 0
    if not behind or behind >= len(tokens):
        return None
    low = tokens[behind].low
    many = float(low) if low.isdigit() else float(named.get(low, "")) if named.get(low, "").isdigit() else 0
    following = tokens[behind + 1] if behind + 1 < len(tokens) else None
    is_end = following is None or following.stem not in times
    return Figure(at, behind, 1 / many, "part") if 1 < many <= 20 and is_end else None


def _words(tokens: Sequence[Token], at: int, said: str, named: dict[str, str]) -> Figure | None:
    """Return the number that begins with a number word."""
    if said[0] == "#":
        return Figure(at, at, float(said[1:]), "ordinal")
    if said[0] == "x":
        return Figure(at, at, float(said[1:]), "times")
    if said[0] == "@":
        return Figure(at, at, -1.0, clock=(int(said[1:]) % MINUTES_OF_DAY,), is_clock=True)
    if (share := _many_parts(tokens, at, float(said))) is not None:
        return share
    total, part, last, form, scale = 0.0, float(said), at, "cardinal", 1.0
    if part == 0.5:
        form = "part"
    if part >= 20 and _are(tokens, at + 1, ("-",)) and at + 2 < len(tokens):
        unit = named.get(tokens[at + 2].low, "")
        if unit[:1] == "#":
            return Figure(at, at + 2, part + float(unit[1:]), "ordinal")
    while True:
        following = _next_number_word(tokens, last, named)
        if following is None:
            break
        where, value = following
        if value in (0.25, 1 / 3, 0.3333333) and part == int(part):
            return Figure(at, where, part * (1 / 3 if value != 0.25 else value), "part")
        if value >= 1000:
            total, part, scale = (total + part) * value, 0.0, value
        elif value == _DOZEN and tokens[where].low == "dozen":
            part *= _DOZEN
        elif value == 100:
            part *= 100
        elif (part % 100 == 0 and value < 100) or (part % 10 == 0 and part >= 20 and value < 10):
            part, scale = part + value, 1.0
        else:
            break
        last = where
    after = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if after == "times":
        return Figure(at, last + 1, total + part, "times")
    is_word = last == at and tokens[at].low in ("one", "single")
    clock = clock_of(str(int(part))) if not total and part == int(part) else ()
    return Figure(at, last, total + part, form, clock, word=is_word, scale=scale)  # type: ignore[arg-type]


def _next_number_word(tokens: Sequence[Token], last: int, named: dict[str, str]) -> tuple[int, float] | None:
    """Return the number word that goes on with a number, over a hyphen or "and"."""
    at = last + 1
    over_and = False
    while at < len(tokens) and (tokens[at].text == "-" or tokens[at].low == "and"):
        over_and = over_and or tokens[at].low == "and"
        at += 1
    if at >= len(tokens) or at - last > 2:
        return None
    said = named.get(tokens[at].low, "")
    if tokens[at].low == "quarter" and tokens[at - 1].text == "-":
        return at, 0.25
    if not said or not said[0].isdigit() or said == "0.5":
        return None
    if over_and and not (tokens[last].low in ("hundred", "thousand", "million") and float(said) < 100):
        return None
    return at, float(said)


def _with_half(tokens: Sequence[Token], figure: Figure) -> Figure:
    """Return the number with "and a half" or "and a quarter" behind it, and "times" behind that."""
    part = _AND_A_PART.get(tokens[figure.last + 3].low) if figure.last + 3 < len(tokens) else None
    if figure.form != "cardinal" or part is None or not _are(tokens, figure.last + 1, ("and", "a")):
        return figure
    last = figure.last + 3
    is_times = last + 1 < len(tokens) and tokens[last + 1].low == "times"
    many = _MANY_BEHIND.get(tokens[last + 1].low) if last + 1 < len(tokens) else None
    if many is not None:  # two and a half thousand
        return replace(figure, last=last + 1, value=(figure.value + part) * many, clock=(), scale=many, word=False)
    form: Form = "times" if is_times else "cardinal"
    return replace(figure, last=last + is_times, value=figure.value + part, clock=(), form=form)


_MANY_BEHIND = {"hundred": 100.0, "thousand": 1_000.0, "million": 1e6, "billion": 1e9, "lakh": 1e5, "crore": 1e7}


def _with_clock(tokens: Sequence[Token], figure: Figure) -> Figure:
    """Return the number as a time of day, where "am", "pm" or a part of the day behind it says so."""
    said = half_of_day(tokens, figure.last + 1) if figure.clock else None
    if said is None:
        return figure
    last, half = said
    return replace(figure, last=last, clock=in_half(figure.clock, half), is_clock=True)


def _are(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Say whether `words` stand from token `at` on."""
    return at + len(words) <= len(tokens) and all(tokens[at + n].low == word for n, word in enumerate(words))
