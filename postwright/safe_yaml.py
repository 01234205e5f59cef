"""YAML text -> plain values (mappings, lists, strings, numbers, booleans, None), refusing everything that is dangerous.

Guidelines and briefs are written by people, and may come from strangers. So: no anchors and aliases (a few lines can
unfold into gigabytes), no tags (they name classes), one document, no key twice in a mapping, a cap on size and depth.
Only `true` and `false` are booleans and only `null`, `~` or nothing is None: the country `NO`, the severity `off`, the
time `12:30`, the postcode `01234` and dates stay the strings they were written as.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from postwright.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARACTERS = 2_000_000
"""About seven times the largest guideline file that ships."""
MAX_DEPTH = 40
"""Deeper nesting than any record has; keeps hostile brackets from exhausting the stack."""

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})(?:[eE][-+][0-9]{1,3})?")
_NOTHING = ("", "~", "null", "Null", "NULL")
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def parse(text: str, *, name: str, max_characters: int = MAX_CHARACTERS) -> object:
    """Return the value that the YAML `text` stands for; `name` is what error messages call it.

    Raises InputError, with the line number, for text that is broken, too large or not allowed.
    """
    if len(text) > max_characters:
        raise InputError(
            f"{name} is too large: {len(text):,} characters.", hint=f"At most {max_characters:,} characters are read."
        )
    return _Builder(name).build(_events(text, name))


def _events(text: str, name: str) -> Iterator[Any]:
    """Yield the parser's events; broken YAML becomes an InputError."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark, problem, hint = _in_words(error, text)
        raise _error(name, mark, problem, hint) from None
    except yaml.YAMLError as error:
        position = getattr(error, "position", None)
        where = f", line {text.count(chr(10), 0, position) + 1}" if isinstance(position, int) else ""
        raise InputError(
            f"{name}{where}: it holds a character that YAML does not allow.",
            hint="Remove control characters and save the file as UTF-8 text.",
        ) from None


def _in_words(error: Any, text: str) -> tuple[Any, str, str]:
    """Return where broken YAML went wrong, in what, and what to do: the parser's words only where they say it."""
    problem, context = error.problem or "", error.context or ""
    if "quoted scalar" in context and "end of stream" in problem:
        return error.context_mark, "a quotation mark here has no partner", "Close the quotation, or leave the mark out."
    if "cannot start any token" in problem:
        character = text[error.problem_mark.index : error.problem_mark.index + 1]
        if character == "\t":
            return error.problem_mark, "a tab stands where blanks must", "Indent with blanks."
        return error.problem_mark, f"a value cannot begin with {character}", "Put it in quotation marks."
    if "mapping values are not allowed" in problem:
        return (
            error.problem_mark,
            "a colon stands here in words that have no quotation marks, or the line is indented too far",
            "Put words that hold a colon in quotation marks; give the line the indentation of its neighbours.",
        )
    if "expected ':'" in problem:
        return error.context_mark or error.problem_mark, "a colon is missing", "Write the field as `name: value`."
    if "flow node" in context:
        return error.problem_mark, "a value or a closing bracket is missing", "Write it, or leave the bracket out."
    if "flow" in context and error.context_mark is not None:
        return error.context_mark, "a bracket here has no partner", "Close it, or leave it out."
    if problem.startswith("did not find expected") and "node content" not in problem:
        return (
            error.problem_mark,
            "the line does not go on from what stands above it",
            "Give it the indentation of its neighbours, and look for a missing or needless quotation mark.",
        )
    if "escape character" in problem:
        return error.problem_mark, "a backslash in double quotation marks", "Use single ones: '...'."
    said = problem.rstrip(".") or "it is not valid YAML"
    return error.problem_mark, said, "Check indentation, quotes and colons on that line."


def _error(name: str, mark: Any, problem: str, hint: str) -> InputError:
    where = f", line {mark.line + 1}" if mark is not None else ""
    return InputError(f"{name}{where}: {problem}.", hint=hint)


class _Builder:
    """Builds one value from events; a stack of open containers instead of recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.open: list[tuple[Any, list[Any]]] = []
        self.result: object = None
        self.documents = 0

    def build(self, events: Iterator[Any]) -> object:
        for event in events:
            getattr(self, "_on_" + type(event).__name__, self._ignore)(event)
        return self.result

    def _ignore(self, event: Any) -> None:
        """Stream and document ends say nothing."""

    def _on_DocumentStartEvent(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise self._refusal(
                event, "a second document starts here", "Keep one document in a file (no `---` between)."
            )

    def _on_AliasEvent(self, event: Any) -> None:
        raise self._refusal(
            event, f"the alias `*{event.anchor}` is not allowed", "Write the value out where it is used."
        )

    def _on_ScalarEvent(self, event: Any) -> None:
        self._check(event)
        plain = not event.style and not self._is_key()
        self._add(event, _scalar(event.value) if plain else event.value)

    def _on_MappingStartEvent(self, event: Any) -> None:
        self._enter(event, {})

    def _on_SequenceStartEvent(self, event: Any) -> None:
        self._enter(event, [])

    def _on_MappingEndEvent(self, event: Any) -> None:
        self.open.pop()

    _on_SequenceEndEvent = _on_MappingEndEvent

    def _enter(self, event: Any, container: Any) -> None:
        self._check(event)
        if self._is_key():
            raise self._refusal(event, "a list or mapping is used as a key", "Quote the text if it starts with [ or {.")
        if len(self.open) >= MAX_DEPTH:
            raise self._refusal(event, f"it is nested more than {MAX_DEPTH} levels deep", "Write it flatter.")
        self._add(event, container)
        self.open.append((container, []))

    def _is_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1][0], dict) and not self.open[-1][1]

    def _add(self, event: Any, value: Any) -> None:
        if not self.open:
            self.result = value
            return
        container, waiting_key = self.open[-1]
        if isinstance(container, list):
            container.append(value)
        elif waiting_key:
            container[waiting_key.pop()] = value
        elif value in container:
            raise self._refusal(
                event, f"the key `{value[:60]}` stands twice in the same mapping", "Keep one of the two."
            )
        else:
            waiting_key.append(value)

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            raise self._refusal(
                event, f"the anchor `&{event.anchor}` is not allowed", "Write the value out wherever it is used."
            )
        if event.tag is not None and event.tag != "!":
            raise self._refusal(event, f"the tag `{event.tag}` is not allowed", "Remove it: values need no tag here.")

    def _refusal(self, event: Any, problem: str, hint: str) -> InputError:
        return _error(self.name, event.start_mark, problem, hint)


def _scalar(text: str) -> str | int | float | bool | None:
    """Return what an unquoted scalar stands for."""
    if text in _NOTHING:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text
