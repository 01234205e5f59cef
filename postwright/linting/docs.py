"""The rules' records -> docs/rules.md.

    python -m postwright.linting.docs [--check]

writes the file anew; with `--check` it only says whether the file is current (exit status 1 if not).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from postwright.linting.engine import CRASHED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postwright.linting.rule import Example, RuleRecord, ShownExample

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
LONGEST_EXAMPLE = 420
"""Characters of an example's text that a page shows."""

_GROUPS = {
    "missing": ("What is missing", "Things that the law of a place, the brief or the role makes necessary."),
    "inflated": ("What is asked beyond need", "Demands above what the level, the role or the technology's age allows."),
    "conflict": ("What contradicts itself", "Two values for the same thing, in the text or between text and brief."),
    "wording": ("Wording", "Words that shut people out, that a law names, or that say nothing."),
    "clarity": ("Clarity", "How hard the posting is to read."),
    "consistency": (
        "Across postings",
        "What several postings of one employer say differently, or too much alike. Found by `postwright review`.",
    ),
    "grounding": ("Facts without a source", "What the text claims and no source supports."),
}
_SEVERITIES = {
    "error": "unlawful, impossible or contradictory",
    "warning": "likely inflated, missing or excluding",
    "notice": "advice with a reason",
    "info": "a figure or a weak hint",
}
_INTRODUCTION = """\
# The rules

Every remark that Postwright makes on a posting comes from one of these rules. A remark shows the id of its rule; look
it up here to see what it looks for, why, and on what authority. All of it is screening and advice, not legal advice.

Severities: {severities}. A rule's severity
is the usual one: a remark has a lower one where its fact is less sure or the place is not known, and a rule that can
give a higher one says so.

Examples are shortened postings; ` / ` stands for a line break. Before them stands in brackets what was known besides:
title, place, role profile, the brief, the organisation's facts.

Your house can give a rule another severity, or switch it off, in `profile.yaml` of its guidelines folder:

```yaml
severities:
  clarity/length: off
  inflated/too-many-must-haves: notice
```

This page is made from the rules themselves (`python -m postwright.linting.docs`). Do not edit it.
"""
_CRASHED = f"""\
## If a rule breaks

`{CRASHED}` (info) says that a rule could not be run on a posting and names it. All other rules were run. Please report
the rule and, if you can, the posting's text.
"""


def page(rules: Mapping[str, RuleRecord]) -> str:
    """Return the whole page as Markdown."""
    severities = "; ".join(f"**{name}**, {meaning}" for name, meaning in _SEVERITIES.items())
    parts = [_INTRODUCTION.format(severities=severities)]
    for group in sorted({id_.partition("/")[0] for id_ in rules}, key=_group_order):
        title, about = _GROUPS.get(group, (group.capitalize(), ""))
        own = [rule for id_, rule in rules.items() if id_.startswith(f"{group}/")]
        parts.append(f"## {title}\n\n{about}".rstrip() + "\n\n" + _table(own))
        parts += [_section(rule) for rule in own]
    return "\n".join(part.rstrip() + "\n" for part in [*parts, _CRASHED])


def _group_order(group: str) -> tuple[int, str]:
    known = list(_GROUPS)
    return (known.index(group) if group in known else len(known), group)


def _table(rules: list[RuleRecord]) -> str:
    rows = [
        f"| [{rule.id}](#{_anchor(rule.id)}) | {rule.severity} | {_cell(rule.summary.rstrip('.'))} |" for rule in rules
    ]
    return "\n".join(["| rule | severity | what |", "|---|---|---|", *rows])


def _anchor(rule_id: str) -> str:
    """Return the anchor that GitHub gives to a heading."""
    return rule_id.replace("/", "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _section(rule: RuleRecord) -> str:
    lines = [
        f"### {rule.id}",
        "",
        f"{rule.summary.rstrip('.')}. Severity: {rule.severity}.",
        "",
        f"**Why.** {rule.why}",
    ]
    lines += ["", f"**Source.** {_each_once(rule.source)}"]
    if rule.known_problems:
        lines += ["", f"**Known problems.** {rule.known_problems}"]
    told: dict[str, str] = {}
    for heading, examples in (("Remarked on:", rule.fires), ("Not remarked on:", rule.silent)):
        if examples:
            quoted = dict.fromkeys(_quoted(example, told) for example in examples)
            lines += ["", heading, "", *(f"- {words}" for words in quoted)]
    return "\n".join(lines)


def _each_once(source: str) -> str:
    """Return what a rule rests on with each source named once: its records name theirs one by one."""
    parts: dict[str, str] = {}
    for part in source.split("; "):
        parts.setdefault(re.sub(r" \(\d{4}\)$", "", part).casefold(), part)
    return "; ".join(parts.values())


def _quoted(example: ShownExample, told: dict[str, str]) -> str:
    """Return an example as inline code, so that its marks are shown and not read as Markdown.

    Postings beside each other are told apart; one that comes several times is shown once. What is given beside a
    posting is not told twice in a row: `told` holds what was told last.
    """
    counts = Counter(_shown(posting, told) for posting in example.postings)
    shown = [f"{_code(text)} ({count} times)" if count > 1 else _code(text) for text, count in counts.items()]
    return " beside ".join(shown) + (f": {example.message}" if example.message else "")


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"


def _shown(example: Example, told: dict[str, str]) -> str:
    """Return an example on one line: what was given beside the text, then the text, shortened around the mark."""
    given = [
        f"title: {example.title}" if example.title else "",
        f"level: {example.level}" if example.level else "",
        f"profile: {example.profile}" if example.profile else "",
        f"place: {', '.join(example.places)}" if example.places else "",
        _told_once("brief", example.brief, told),
        _told_once("organisation", example.organisation, told),
    ]
    known = "; ".join(part for part in given if part)
    text = " / ".join(line.strip() for line in example.text.splitlines() if line.strip()) or "(empty text)"
    text = _shortened(text, example.quote)
    return f"[{known}] {text}" if known else text


def _told_once(what: str, values: Mapping[str, object] | None, told: dict[str, str]) -> str:
    """Return what a brief or an organisation says, or that it is the one that was told last; "" for none."""
    if values is None:
        return ""
    words = "; ".join(f"{_name(key)} {_in_words(value)}" for key, value in values.items())
    if told.get(what) == words and len(words) > _SHORT:
        return f"the same {what}"
    told[what] = words
    return f"{what}: {words}"


_SHORT = 80
"""Characters that may be said again."""


def _name(key: str) -> str:
    return key.replace("_", " ")


def _in_words(value: object) -> str:
    """Return a value of a brief in words: lists with commas, truth as yes or no, figures with their names."""
    if isinstance(value, dict):
        return " ".join(_with_name(key, part) for key, part in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(_in_words(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _name(str(value)) if str(value).islower() and "_" in str(value) else str(value)


def _with_name(key: str, value: object) -> str:
    """Return a part of a group, with its name where the value alone would not tell."""
    is_plain = isinstance(value, str) and key in ("text", "name", "city", "place", "title", "currency", "level", "date")
    return _in_words(value) if is_plain else f"{_name(key)} {_in_words(value)}"


def _shortened(text: str, quote: str | None) -> str:
    if len(text) <= LONGEST_EXAMPLE:
        return text
    at = max(text.find(quote[:40]), 0) if quote else 0
    start = max(0, min(at - LONGEST_EXAMPLE // 3, len(text) - LONGEST_EXAMPLE))
    cut = text[start : start + LONGEST_EXAMPLE]
    shown = ("… " if start else "") + cut.strip() + (" …" if start + LONGEST_EXAMPLE < len(text) else "")
    return f"{shown} ({len(text.split()):,} words in all)"


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is current; return the exit status."""
    from postwright.consistency.registry import every_rule
    from postwright.guidelines.load import load_guidelines

    parser = argparse.ArgumentParser(prog="python -m postwright.linting.docs", description="Write docs/rules.md.")
    parser.add_argument("--check", action="store_true", help="only say whether the file is current")
    wanted = page(every_rule(load_guidelines()))
    if not parser.parse_args(arguments).check:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(wanted, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == wanted:
        return 0
    print("docs/rules.md is not current: run `python -m postwright.linting.docs`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
