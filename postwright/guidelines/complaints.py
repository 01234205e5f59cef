"""What pydantic says about a value -> a sentence for the person who wrote the file, with the nearest known key."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

LONGEST_SHOWN = 60
"""Characters of a key or value that a message repeats."""


def nearest(word: str, known: Sequence[str]) -> str:
    """Return a hint that names the known word nearest to `word`, or all of them where none is near.

    >>> nearest("titel_words", ["id", "title_words"])
    'Did you mean `title_words`?'
    """
    close = difflib.get_close_matches(word[:LONGEST_SHOWN], known, n=1)
    return f"Did you mean `{close[0]}`?" if close else f"Known are {', '.join(sorted(known))}."


def first_complaint(error: ValidationError, model: type[BaseModel]) -> tuple[str, str, str]:
    """Return (key, what is wrong with it, hint) for the first thing that is wrong; list places count from 1."""
    problems = error.errors()
    # A misspelt key is reported as one missing and one unknown: the unknown one comes with a better hint.
    first = next((problem for problem in problems if problem["type"] == "extra_forbidden"), problems[0])
    path = [part for part in first["loc"] if not (isinstance(part, str) and part.startswith("function-"))]
    key = ".".join(str(part + 1) if isinstance(part, int) else part[:LONGEST_SHOWN] for part in path)
    if first["type"] == "extra_forbidden":
        return key, "unknown key", nearest(str(path[-1]), _keys_at(model, path[:-1]))
    if first["type"] == "missing":
        return key, "the key is missing", "Add it; guidelines/README.md says what it holds."
    said = first["msg"].removeprefix("Value error, ").removeprefix("Input ")
    if first["type"] == "value_error":
        return key, said, "Correct it and try again."
    if first["type"] == "string_pattern_mismatch":
        said = f"does not have the form {first['ctx']['pattern']}"
    if said.startswith(("List ", "String ", "Value ")):
        said = said[0].lower() + said[1:]
    return key, f"{_short(first['input'])} {said}", "Correct it and try again."


def _keys_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Return the keys that the mapping at `path` may have."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            model = _model_in(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model that an annotation such as `list[SourceEntry]` or `Band | None` speaks of."""
    if hasattr(annotation, "model_fields"):
        return annotation  # type: ignore[no-any-return]  # only models have that attribute
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 3] + "..."
