"""A wording's words -> fixes: other words where guidelines/rewording.yaml has some that fit the sentence, and advice.

What is put in agrees with what stands around it: the article before it, its capitals, the comma of what is taken out.
Where the sentence may not bear the change there is no edit: advice stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postwright.english import article_of
from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late
from postwright.linting.conditions import compiled
from postwright.model.finding import Edit, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines, Rewording, WordingEntry

MOST_FIXES = 3
_JOINED_BEFORE = r"(?:[,/&+]|\w[ \t]*[–-]|\b(?:and|or|very|extremely|highly|most|more|so|really|truly))[ \t]*$"
"""What binds the words before to an adjective: it cannot be taken out alone."""
_NEAR = 20
"""Characters to each side that tell whether words stand alone."""
_JOINED_AFTER = late(r"[-/&]\w")
_TAKE_OUT = ("delete", "delete unless")


def fixes_for(entry: WordingEntry, text: str, start: int, end: int, guidelines: Guidelines) -> tuple[Fix, ...]:
    """Return a rewording to confirm where there is one, and the entry's suggestions as advice."""
    fix = reworded(entry.category, text, start, end, guidelines)
    advice = [_advice(suggestion) for suggestion in entry.suggest if not (fix and _is_said(suggestion, fix))]
    return tuple([fix, *advice] if fix else advice)[:MOST_FIXES]


def _is_said(suggestion: str, fix: Fix) -> bool:
    """Say whether a fix does already what a suggestion advises: "N or more years" beside "3 or more years of ..."."""
    written, advised = re.sub(r"\d+", "n", fix.edits[0].replacement.casefold()), suggestion.casefold()
    return bool(written) and (advised in written or written in advised)


def reworded(category: str, text: str, start: int, end: int, guidelines: Guidelines) -> Fix | None:
    """Return the fix that puts other words for those of text[start:end], or takes them out; None where nothing fits."""
    folded = text[start:end].casefold()
    for record in _by_category(guidelines).get(category, ()):
        if record.starts and not any(first in folded for first in record.starts):
            continue
        match = _whole_words(compiled(record.words).search(text, start, end))
        if match is None or (record.followed_by and not compiled(record.followed_by).match(text, match.end())):
            continue
        if _JOINED_AFTER.match(text, match.end()) or text[max(0, match.start() - 1) : match.start()] in ("-", "/"):
            return None
        if record.write:
            return _replaced(text, *match.span(), match.expand(record.write))
        return _taken_out(text, start, end) if match.span() == (start, end) else None
    return None


def _whole_words(match: re.Match[str] | None) -> re.Match[str] | None:
    """Return the match where it begins and ends with whole words."""
    if match is None:
        return None
    before, after = match.string[max(0, match.start() - 1) : match.start()], match.string[match.end() : match.end() + 1]
    return None if before.isalnum() or after.isalnum() else match


@made_once
def _by_category(guidelines: Guidelines) -> dict[str, list[Rewording]]:
    by_category: dict[str, list[Rewording]] = {}
    for record in guidelines.rewording.values():
        by_category.setdefault(record.category, []).append(record)
    return by_category


def _replaced(text: str, start: int, end: int, new: str) -> Fix | None:
    old = text[start:end]
    if old.casefold().endswith(new.casefold()) and re.search(_JOINED_BEFORE, text[max(0, start - 12) : start], re.I):
        return None
    new = _with_capitals_of(old, _agreeing(new, text[end : end + 30]))
    label = f"Replace by “{new}”"
    if article := re.search(r"\b(an?) $", text[max(0, start - 4) : start], re.IGNORECASE):
        right = _with_capitals_of(article[1], article_of(new))
        if right != article[1]:
            return Fix(label, "unsafe", (Edit(start - len(article[0]), end, f"{right} {new}"),))
    return Fix(label, "unsafe", (Edit(start, end, new),))


def _agreeing(new: str, after: str) -> str:
    """Return `new` with an article at its end that agrees with the word after it."""
    article = re.search(r"\b(an?)$", new)
    following = after.strip()
    return f"{new[: article.start()]}{article_of(following)}" if article and following else new


def _with_capitals_of(old: str, new: str) -> str:
    """Return `new` in capitals where `old` is, and with a capital where `old` begins with one."""
    if len(old) > 1 and old.isupper():
        return new.upper()
    if old[:1].isupper():
        return new[:1].upper() + new[1:]
    return new


def _taken_out(text: str, start: int, end: int) -> Fix | None:
    """Return the fix that takes out what nothing leans on: set off by a comma or brackets, or alone on its line."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    after = text[end : end + _NEAR].partition("\n")[0]
    whole_line = re.fullmatch(r"\s*(?:[-*•·▪]|\d+[.)])\s+", before) and re.fullmatch(r"\s*[.;!]?\s*", after)
    if whole_line and len(before) < _NEAR and len(after) < _NEAR:
        edit = Edit(start - len(before), min(end + len(after) + 1, len(text)), "")
        return Fix("Take the line out", "unsafe", (edit,))
    if before.endswith("(") and after.startswith(")"):
        blanks = len(before[:-1]) - len(before[:-1].rstrip())
        return Fix("Take it out", "unsafe", (Edit(start - 1 - blanks, end + 1, ""),))
    if (comma := re.search(r"\s*[,–-]\s+$", before[-6:])) and re.match(r"\s*(?:[,.;!)]|$)", after):
        return Fix("Take it out", "unsafe", (Edit(start - len(comma[0]), end, ""),))
    return None


def _advice(suggestion: str) -> Fix:
    if suggestion.startswith(_TAKE_OUT):
        rest = suggestion.removeprefix("delete").strip(" ,")
        return Fix(f"Take it out, {rest}" if rest else "Take it out", "hint")
    return Fix(f"Instead: {suggestion}", "hint")
