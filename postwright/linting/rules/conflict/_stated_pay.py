"""Base pay, stated twice: two figures or ranges in one currency for one period, neither within the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.conditions import sentence_around
from postwright.linting.rules.conflict._stated import Pair, are_apart, is_of_the_job
from postwright.reading.pay import stated_pay

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.model.reading import PayRead

_SIGNS = "$£€₹"
_CODES = ("usd", "gbp", "eur", "cad", "aud", "inr", "chf", "sgd")


def conflicts(context: Context) -> Iterator[Pair]:
    """Yield the pair of statements of base pay that cannot both hold, where the text makes just two."""
    pay = context.reading.pay
    if pay is None or pay.minimum is None or pay.period is None or not _has_other_money(context, pay):
        return
    sure = context.guidelines.limits["pay_stated_twice_weight"].value
    stated = list(stated_pay(context.document, context.reading.sections, least_weight=sure))
    stated = [one for one in stated if (one.currency, one.period) == (pay.currency, pay.period)]
    different: dict[tuple[float | None, float | None], PayRead] = {}
    for one in stated:
        different.setdefault((one.minimum, one.maximum), one)
    if len(different) != _TWICE:
        return
    one, other = different.values()
    if _within(one, other) or _within(other, one) or not all(_is_plain(context, each) for each in (one, other)):
        return
    first, second = (one.start, one.end), (other.start, other.end)
    if are_apart(context, first, second):
        overlap = _least(one) <= _most(other) and _least(other) <= _most(one)
        yield Pair("pay", first, second, "warning" if overlap else "error")


_TWICE = 2


def _has_other_money(context: Context, pay: PayRead) -> bool:
    """Say whether a sign or a code of a currency stands outside the pay that was read."""
    folded, words = context.document.folded, context.document.words
    signs = any(folded.count(sign) > folded.count(sign, pay.start, pay.end) for sign in _SIGNS)
    return signs or any(at < pay.start or at >= pay.end for code in _CODES for at in words.get(code, ()))


def _is_plain(context: Context, pay: PayRead) -> bool:
    start, end = sentence_around(context, pay.start, pay.end)
    return is_of_the_job(context, pay.start, pay.end, unless=("other.any", "other.pay")) and not _FOR_A_PLACE.search(
        context.text, start, end
    )


_FOR_A_PLACE = late(r"\b(?:[Ii]n|[Ff]or|[Aa]t|[Ww]ithin|[Nn]ear) (?:the )?[A-Z][A-Za-z]")
"""A name behind such a word says where, or for whom, a figure holds."""


def _within(inner: PayRead, outer: PayRead) -> bool:
    return _least(outer) <= _least(inner) and _most(inner) <= _most(outer)


def _least(pay: PayRead) -> float:
    return pay.minimum or 0.0


def _most(pay: PayRead) -> float:
    return pay.maximum or _least(pay)
