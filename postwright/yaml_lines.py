"""Change one thing in a YAML file that a person wrote: every other line, comments included, stays as it is.

Works on text that `safe_yaml.parse` takes. What a change makes is read again by its caller before it is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def with_value(text: str, key: str, name: str, value: str | None) -> str:
    """Return `text` with `name: value` in the mapping at the top-level `key`; a `value` of None takes the line out.

    >>> with_value("# ours\\nseverities:\\n  a/b: off  # agreed\\n", "severities", "a/b", "info")
    '# ours\\nseverities:\\n  a/b: info  # agreed\\n'
    >>> with_value("severities: {}\\n", "severities", "a/b", "off")
    'severities:\\n  a/b: off\\n'
    """
    node = _at(text, key)
    if node is None or not _entries(node):
        return text if value is None else _with_first(text, key, node, f"{name}: {value}")
    if node.flow_style:
        text, node = _as_block(text, key, node)
    entries = {entry.value: (entry, its) for entry, its in node.value}
    if name in entries:
        entry, its = entries[name]
        if value is None:
            return text[: _line_start(text, entry.start_mark.index)] + text[_line_end(text, its.end_mark.index) :]
        return text[: its.start_mark.index] + value + text[its.end_mark.index :]
    if value is None:
        return text
    first, last = node.value[0][0], node.value[-1][1]
    return _with_lines_after(text, last.end_mark.index, [" " * first.start_mark.column + f"{name}: {value}"])


def with_item(text: str, key: str, item: str, *, instead_of: int | None = None) -> str:
    """Return `text` with `item`, a block of lines without indentation, in the list at the top-level `key`.

    It is put at the list's end, or in the place of the entry with the number `instead_of`, counted from 0.

    >>> with_item("waivers:\\n  - rule: a/b\\n# end\\n", "waivers", "rule: c/d\\nreason: agreed\\n")
    'waivers:\\n  - rule: a/b\\n  - rule: c/d\\n    reason: agreed\\n# end\\n'
    """
    lines = item.splitlines()
    block = [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
    node = _at(text, key)
    if node is None or not _entries(node):
        return _with_first(text, key, node, "\n  ".join(block))
    if node.flow_style:
        text, node = _as_block(text, key, node)
    column = node.start_mark.column
    indented = [" " * column + line for line in block]
    if instead_of is None:
        return _with_lines_after(text, _last_end(node), indented)
    old = node.value[instead_of]
    start, end = _line_start(text, old.start_mark.index), _line_end(text, _last_end(old))
    return text[:start] + "".join(f"{line}\n" for line in indented) + text[end:]


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    """Return the line, from 1, of what stands at a path of keys and numbers (from 0), or of its last known part.

    Empty entries of a list are not counted. None for text that is no YAML.

    >>> line_of("title: Baker\\nmust_have:\\n  - text: Bread\\n  - txt: Rolls\\n", ("must_have", 1, "txt"))
    4
    """
    import yaml

    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return None
    line = None
    for part in path:
        mark, node = _step(node, part)
        if mark is None:
            break
        line = int(mark.line) + 1
    return line


def _step(node: Any, part: str | int) -> tuple[Any, Any]:
    """Return where a part of a node begins, and its node; None twice where the node has no such part."""
    if node is None:
        return None, None
    if node.id == "mapping":
        return next(((name.start_mark, its) for name, its in node.value if name.value == str(part)), (None, None))
    if node.id == "sequence" and isinstance(part, int):
        filled = [entry for entry in node.value if entry.tag != "tag:yaml.org,2002:null"]
        return (filled[part].start_mark, filled[part]) if part < len(filled) else (None, None)
    return None, None


def _at(text: str, key: str) -> Any:
    """Return the node at a top-level key, or None where the text has no such key."""
    import yaml

    root = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _entries(node: Any) -> bool:
    """Say whether the node is a mapping or list that holds something."""
    return isinstance(node.value, list) and bool(node.value)


def _with_first(text: str, key: str, node: Any, entry: str) -> str:
    """Return `text` with the first entry of what stands at `key`: `{}`, `[]`, nothing, or no such key yet."""
    if node is None:
        return f"{_ended(text)}{key}:\n  {entry}\n"
    start, end = node.start_mark.index, node.end_mark.index
    colon = text.rindex(":", 0, max(start, 1) if start == end else start) + 1
    return f"{text[:colon]}\n  {entry}{text[max(end, colon) :]}"


def _as_block(text: str, key: str, node: Any) -> tuple[str, Any]:
    """Return `text` with what stands in braces or brackets at `key` written one entry a line, and its node there."""
    import yaml

    value = yaml.load(text[node.start_mark.index : node.end_mark.index], Loader=yaml.BaseLoader)
    dumped = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, default_flow_style=False, width=10_000)
    block = "".join(f"\n  {line}" for line in dumped.splitlines())
    before = text[: node.start_mark.index].rstrip(" ")
    text = before + block + text[node.end_mark.index :]
    return text, _at(text, key)


def _with_lines_after(text: str, index: int, lines: list[str]) -> str:
    """Return `text` with `lines` after the line in which `index` lies."""
    at = _line_end(text, index)
    return _ended(text[:at]) + "".join(f"{line}\n" for line in lines) + text[at:]


def _last_end(node: Any) -> int:
    """Return where the last value in a node ends; the node itself may end at the comments after it."""
    while isinstance(node.value, list) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.index)


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    """Return the index after the line in which `index` lies, or `index` itself where it begins a line."""
    if index and text[index - 1] == "\n":
        return index
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _ended(text: str) -> str:
    """Return `text` with a line break at its end, if it has any."""
    return text if not text or text.endswith("\n") else f"{text}\n"
