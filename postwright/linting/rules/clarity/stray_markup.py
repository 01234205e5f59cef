"""clarity/stray-markup: marks of another format that readers will see as they are.

What: emphasis marks inside an otherwise plain sentence (`**work**`), emphasis that is opened and never closed, HTML
tags and entities (`&nbsp;`), and letters broken by a wrong encoding (`â€™`). A text written in Markdown is not remarked
on for being Markdown. Why: job boards show the marks, and the posting looks careless. Instead: the safe fix
takes them out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix

_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*\*|__)(?=[^\s*_])([^\n*_]{1,80}?)(?<=\S)\1(?![\w*_])")
_OPENED = re.compile(r"(?<![\w*_\\$%)\]])\*\*(?=[^\W_])")
_TAG = re.compile(
    r"</?(?:p|br|li|ul|ol|div|span|b|i|u|em|strong|h[1-6]|font|table|tr|td)(?:\s[^<>\n]{0,200})?\s?/?>", re.I
)
_BREAKS = re.compile(r"</?(?:p|br|li|ul|ol|div|h[1-6]|tr)\b", re.I)
_ENTITY = re.compile(
    r"&(?:amp;)?(?:nbsp|amp|lt|gt|quot|apos|rsquo|lsquo|rdquo|ldquo|ndash|mdash|bull|middot|hellip|eacute|#\d{2,5}|#x[0-9a-f]{2,4});",
    re.I,
)
_BROKEN = {
    "â€™": "’",
    "â€˜": "‘",
    "â€œ": "“",
    "â€\x9d": "”",
    "â€“": "–",
    "â€”": "—",
    "â€¢": "•",
    "â€¦": "…",
    "Ã©": "é",
    "Ã¨": "è",
    "Ã¼": "ü",
    "Ã¶": "ö",
    "Ã¤": "ä",
    "Â£": "£",
    "Â·": "·",
}
"""UTF-8 read as Windows-1252, and what was meant."""
_BROKEN_PATTERN = re.compile("|".join(map(re.escape, sorted(_BROKEN, key=len, reverse=True))))


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for each emphasis left over, and one each for all tags, all entities and all broken letters."""
    if context.document.format == "plain":
        yield from _left_over_emphasis(context)
        yield from _together(context, _TAG, "HTML tag", _without_tag)
        yield from _together(context, _ENTITY, "HTML entity", _decoded)
    yield from _never_closed(context)
    yield from _together(context, _BROKEN_PATTERN, "broken letter", lambda found: _BROKEN[found])


def _left_over_emphasis(context: Context) -> Iterator[Finding]:
    """Yield the emphasis within sentences of a plain text that has only a little of it."""
    text = context.text
    limit = context.guidelines.limits["emphasis_in_plain_text_max"]
    marked = [match for match in _EMPHASIS.finditer(text) if not _is_label(text, match)]
    if not 0 < len(marked) <= limit.value:
        return
    for match in marked:
        mark = len(match[1])
        yield _finding(
            match.start(),
            match.end(),
            f"“{match[0]}” has marks of emphasis in an otherwise plain sentence; readers will see the {match[1]}.",
            Fix(
                f"Take out the {match[1]}",
                "safe",
                (
                    Edit(match.start(), match.start() + mark, ""),
                    Edit(match.end() - mark, match.end(), ""),
                ),
            ),
        )


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Say whether the emphasis opens its line, is all of it or closes it, as headings and labels do."""
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    stop = text.find("\n", match.end())
    after = text[match.end() : stop if stop >= 0 else len(text)]
    return not re.search(r"\w", before[-200:]) or not re.search(r"\w", after[:200]) or match[2].endswith(":")


def _never_closed(context: Context) -> Iterator[Finding]:
    """Yield `**` that opens an emphasis within a line and is not closed there."""
    for line in _LINE.finditer(context.text):
        if line[0].count("**") != 1:
            continue
        match = _OPENED.search(context.text, line.start(), line.end())
        if match and re.search(r"\w", context.text[line.start() : match.start()]):
            word = _FIRST_WORD.match(context.text, match.end())
            yield _finding(
                match.start(),
                word.end() if word else match.end(),
                "An emphasis is opened here and never closed; readers will see the **.",
                Fix("Take out the **", "safe", (Edit(match.start(), match.end(), ""),)),
            )


_LINE = re.compile(r".+")
_FIRST_WORD = re.compile(r"[\w’'-]+")


def _together(context: Context, pattern: re.Pattern[str], what: str, meant: Callable[[str], str]) -> Iterator[Finding]:
    """Yield one finding for all matches, with one fix that mends them all."""
    found = list(pattern.finditer(context.text))
    if not found:
        return
    first = found[0]
    many = (
        f"{len(found)} {_plural(what)} are left in the text, the first here"
        if len(found) > 1
        else f"This {what} is left over"
    )
    yield _finding(
        first.start(),
        first.end(),
        f"{many}: {first[0]}",
        Fix(
            f"Mend all {len(found)}" if len(found) > 1 else "Mend it",
            "safe",
            tuple(Edit(match.start(), match.end(), meant(match[0])) for match in found),
        ),
    )


def _plural(what: str) -> str:
    return f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"


def _without_tag(tag: str) -> str:
    return "\n" if _BREAKS.match(tag) else ""


def _decoded(entity: str) -> str:
    return html.unescape(html.unescape(entity)).replace("\u00a0", " ")


def _finding(start: int, end: int, message: str, fix: Fix) -> Finding:
    return Finding(
        rule=RULE.id,
        severity="warning",
        start=start,
        end=end,
        message=message,
        why=RULE.why,
        source=RULE.source,
        fixes=(fix,),
    )


RULE = Rule(
    id="clarity/stray-markup",
    severity="warning",
    summary="Marks of another format are left in the text.",
    why="Job boards show the marks as they are, and the posting looks pasted together.",
    source="Own reading of postings (2026)",
    check=check,
    fires=(
        Example(text="A baker in good **jobs** starts at four in the morning.", quote="**jobs**"),
        Example(text="We are a **great team of bakers and start early.", quote="**great"),
        Example(text="You bake bread&nbsp;and rolls. You clean the oven.", quote="&nbsp;"),
        Example(text="You bake bread.<br>You clean the oven.", quote="<br>"),
        Example(text="The baker’s day starts early. You like the nightâ€™s quiet.", quote="â€™"),
    ),
    silent=(
        Example(
            text="# Baker\n\nYou bake **bread**, rolls and **cakes** in our shop.\n\n- Start at **four**\n- End at noon"
        ),
        Example(text="**Place:** Lyon\n**Hours:** early"),
        Example(text="Pay is $24 an hour**, paid weekly.\n\n** before tax"),
        Example(text="You know C++, R&D and the rule that 2 ** 3 is 8; you use x < y and y > z."),
    ),
    known_problems="In a text that uses Markdown only closing marks are looked at.",
)
