"""A brief as the library has it -> one that is valid today: what is not any more stands beside it, with what is wrong.

A value that was kept once is never lost and never keeps a posting from being opened, whatever is asked of briefs since.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from postwright.desk.brief_edits import Draft
from postwright.exchange.brief_problems import plain_problem
from postwright.model.brief import Brief

_MOST_PROBLEMS = 100


def stored_brief(stored: Mapping[str, Any]) -> Brief:
    """Return the valid part of a stored brief; of one that is as it was, the same object."""
    title = str(stored.get("title", ""))
    with _lock:
        known = _known.get(title)
    if known is not None and known[0] == stored:
        return known[1]
    brief = stored_draft(stored, {}).brief
    with _lock:
        _known[title] = stored, brief
        _known.move_to_end(title)
        while len(_known) > REMEMBERED:
            _known.popitem(last=False)
    return brief


REMEMBERED = 64
"""Briefs kept in memory; a use case looks at one several times, and so does every key press."""
_known: OrderedDict[str, tuple[Mapping[str, Any], Brief]] = OrderedDict()
"""The latest briefs by their titles, which tell most of them apart."""
_lock = threading.Lock()


def stored_draft(stored: Mapping[str, Any], unsaved: Mapping[str, Mapping[str, Any]]) -> Draft:
    """Return a stored brief as it can be edited, with what was typed and refused before, and what is refused now."""
    try:
        return Draft(Brief.model_validate(stored), unsaved)
    except ValidationError:
        return _sifted(deepcopy(dict(stored)), dict(unsaved))


def _sifted(left: dict[str, Any], aside: dict[str, Mapping[str, Any]]) -> Draft:
    for _ in range(_MOST_PROBLEMS):
        try:
            return Draft(Brief.model_validate(left), aside)
        except ValidationError as error:
            detail = error.errors(include_url=False)[0]
            problem = plain_problem(detail, left)
            path, value = _taken_out(left, detail["loc"] or (problem.field_id,))
            aside.setdefault(path, {"value": value, "problem": problem.words})
    return Draft(Brief(), aside)


def _taken_out(brief: dict[str, Any], where: Sequence[str | int]) -> tuple[str, Any]:
    """Take the value at a location out, or what is nearest to it; return its path as a form has it, and the value."""
    here: Any = brief
    parts: list[str] = []
    holder, last = here, where[0]
    for part in where:
        if not isinstance(here, dict | list) or (isinstance(here, dict) and part not in here):
            break
        holder, last, here = here, part, here[part]  # type: ignore[index]
        parts.append(str(here["id"] if isinstance(part, int) and isinstance(here, dict) else part))
    holder.pop(last, None) if isinstance(holder, dict) else holder.pop(last)
    return ".".join(parts) or str(where[0]), here if parts else None
