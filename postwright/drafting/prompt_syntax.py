"""The Jinja2 syntax that a prompt may use: what is not on the short list is refused before anything is rendered.

The sandbox stops escapes but not `'a' * 10**9` or loops inside loops inside loops; without calls, arithmetic and deep
loops the size of a rendered prompt is bounded by its values.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes

ALLOWED: frozenset[type[nodes.Node]] = frozenset(
    {
        nodes.Template, nodes.Block, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Filter,
        nodes.For, nodes.If, nodes.Const, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    }
)  # fmt: skip
FILTERS = frozenset({"json"})
BLOCKS = ("system", "user")
DEEPEST_LOOP = 2
"""Loops inside each other: sections and their lines."""


def complaints(template: nodes.Template, *, inputs: Iterable[str]) -> list[str]:
    """Return what the template uses that it may not, as sentences that name the line; none where it is fine."""
    found = [_misplaced(node) for node in template.body if not _is_block(node) and not _is_blank(node)]
    blocks = [node.name for node in template.body if isinstance(node, nodes.Block)]
    if sorted(blocks) != sorted(BLOCKS):
        found.append("It should have the blocks system and user, each once.")
    for node in template.body:
        if isinstance(node, nodes.Block):
            found.extend(_within(node, names=frozenset(inputs), loops=0))
    return list(dict.fromkeys(found))


def _is_block(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Block) and node.name in BLOCKS


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes
    )


def _misplaced(node: nodes.Node) -> str:
    return f"Line {node.lineno}: only the blocks system and user may stand here."


def _within(node: nodes.Node, *, names: frozenset[str], loops: int) -> list[str]:
    """Return the complaints about a node and all that is in it."""
    own = _about(node, names=names, loops=loops)
    if own:
        return [f"Line {node.lineno}: {own}"]
    if not isinstance(node, nodes.For):
        return [each for child in node.iter_child_nodes() for each in _within(child, names=names, loops=loops)]
    inside = names | {node.target.name, "loop"} if isinstance(node.target, nodes.Name) else names
    found = _within(node.iter, names=names, loops=loops)
    for child in (*node.body, *node.else_):
        found += _within(child, names=inside, loops=loops + 1)
    return found


def _about(node: nodes.Node, *, names: frozenset[str], loops: int) -> str:
    if type(node) not in ALLOWED:
        return f"a prompt may not use {type(node).__name__.lower()}."
    if isinstance(node, nodes.Name) and node.name not in names:
        return f"{node.name} is none of its inputs."
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return f"{node.attr} may not be read."
    if isinstance(node, nodes.Filter) and (node.name not in FILTERS or node.args or node.kwargs):
        return f"the filter {node.name} is not allowed."
    if isinstance(node, nodes.Block) and loops:
        return "a block may not stand in a loop."
    return _about_loop(node, loops) if isinstance(node, nodes.For) else ""


def _about_loop(node: nodes.For, loops: int) -> str:
    if loops >= DEEPEST_LOOP:
        return f"at most {DEEPEST_LOOP} loops may stand inside each other."
    if node.test is not None or node.recursive or not isinstance(node.target, nodes.Name):
        return "a loop runs over a value with one name: `for line in lines`."
    if not isinstance(node.iter, (nodes.Name, nodes.Getattr)):
        return "a loop runs over a value, not over something made in the prompt."
    return ""
