"""clarity/stray-markup: marks of another format that readers will see as they are.

What: emphasis marks inside an otherwise plain sentence (`**work**`), emphasis that is opened and never closed, HTML
tags and entities (`&nbsp;`), marks of forums and wikis, commands of RTF and LaTeX, a program's escapes, lone Markdown
links, and letters broken by a wrong encoding (`â€™`). A text written in Markdown is not remarked on for being
Markdown. Why: job boards show the marks, and the posting looks careless. Instead: the safe fix takes them out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from postwright.late_pattern import late
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.clarity import _marks
from postwright.model.finding import Edit, Finding, Fix

_EMPHASIS = late(r"(?<![\w*_\\])(\*\*|__)(?=[^\s*_])([^\n*_]{1,80}?)(?<=\S)\1(?![\w*_])")
_OPENED = late(r"(?<![\w*_\\$%)\]])\*\*(?=[^\W_])")


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for each emphasis left over, and one for all tags, all entities, all escapes, ... together."""
    if context.document.format == "plain" and "markdown" not in context.document.words:
        yield from _left_over_emphasis(context)
    yield from _never_closed(context)
    yield from _lone_asterisks(context)
    yield from _lone_links(context)
    kinds = _KINDS if "latex" in context.document.words else (*_KINDS, _TYPESETTING)
    for sign, pattern, what, meant in kinds:
        if (sign in context.text) if sign else not context.text.isascii():
            yield from _together(context, pattern, what, meant)


_KINDS: tuple[tuple[str, re.Pattern[str], str, Callable[[str], str]], ...] = (
    ("<", _marks.TAG, "HTML tag", _marks.without_tag),
    ("&", _marks.ENTITY, "HTML entity", _marks.decoded),
    ("[", _marks.BBCODE, "mark of a forum", lambda _: ""),
    ("'''", _marks.WIKI_QUOTES, "mark of a wiki", _marks.of_wiki),
    ("\nh", _marks.WIKI_HEADING, "mark of a wiki", lambda _: ""),
    ("[[", _marks.WIKI_LINK, "mark of a wiki", _marks.of_wiki),
    ("\\", _marks.RTF, "command of a word processor", lambda _: ""),
    ("\\", _marks.ESCAPE, "escape of a program", _marks.unescaped),
    ("", _marks.BROKEN, "broken letter", _marks.mended),
)
"""A sign that every match has ("" for a letter that is not ASCII), the pattern, what it finds, what is meant by it."""
_TYPESETTING = ("\\", _marks.LATEX, "command of LaTeX", _marks.typeset)
"""Left out where the posting speaks of LaTeX."""


def _lone_links(context: Context) -> Iterator[Finding]:
    """Yield the Markdown links of a text that has no other Markdown, and those that are not closed."""
    links = list(_marks.LINK.finditer(context.text)) if "](" in context.text else ()
    if not links:
        return
    is_markdown = _MARKDOWN.search(context.text) is not None
    limit = context.guidelines.limits["emphasis_in_plain_text_max"].value
    for link in links:
        if not link[0].endswith(")") or (not is_markdown and len(links) <= limit):
            yield _finding(
                link.start(),
                link.end(),
                "A link in Markdown stands in a plain text; readers will see its brackets.",
                Fix("Keep the words only", "safe", (Edit(link.start(), link.end(), _marks.link_text(link[0])),)),
            )


_MARKDOWN = late(r"^#{1,6} \S|\*\*\S|^\| ?:?-{3,}|`[^`\n]+`|^\* \S", re.MULTILINE)


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
    """Yield `**` that opens an emphasis and is closed neither on its line nor in its paragraph, or by one `*` only."""
    text = context.text
    for line in _LINE.finditer(text) if "**" in text else ():
        if line[0].count("**") != 1 or _is_closed_below(text, line.end()):
            continue
        uneven = _UNEVEN.search(text, line.start(), line.end())
        opened = _OPENED.search(text, line.start(), line.end())
        if uneven:
            marks = (Edit(uneven.start(), uneven.start() + 1, ""), Edit(uneven.end() - 2, uneven.end(), ""))
            message = (
                f"“{uneven[0]}” opens an emphasis in one way and closes it in another; readers will see the marks."
            )
            yield _finding(uneven.start(), uneven.end(), message, Fix("Take out the marks", "safe", marks))
        elif opened and not _is_footnote(text, line.start(), opened):
            word = _FIRST_WORD.match(text, opened.end())
            yield _finding(
                opened.start(),
                word.end() if word else opened.end(),
                "An emphasis is opened here and never closed; readers will see the **.",
                Fix("Take out the **", "safe", (Edit(opened.start(), opened.end(), ""),)),
            )


def _lone_asterisks(context: Context) -> Iterator[Finding]:
    """Yield a single `*` that opens an emphasis amid a sentence and is closed nowhere in its paragraph."""
    text = context.text
    for lone in _LONE.finditer(text) if "*" in text else ():
        start, end = text.rfind("\n", 0, lone.start()) + 1, _PARAGRAPH_END.search(text, lone.end())
        paragraph = text[start : end.start() if end else len(text)]
        if _CLOSED.search(paragraph) or len(_LONE.findall(paragraph)) > 1 or _REFERENCE.search(paragraph):
            continue
        at = lone.start("mark")
        yield _finding(
            at,
            lone.end(),
            "An emphasis is opened here and never closed; readers will see the *.",
            Fix("Take out the *", "safe", (Edit(at, at + 1, ""),)),
        )


_LONE = late(r"[a-z,] (?P<mark>\*)[a-z]{2,}")
_CLOSED = late(r"[\w.,!?]\*(?![\w*])|\s\*\s")


def _is_closed_below(text: str, end: int) -> bool:
    """Say whether the emphasis is closed on a later line of the same paragraph."""
    paragraph = _PARAGRAPH_END.search(text, end)
    stop = min(paragraph.start() if paragraph else len(text), end + 1000)
    return text.count("**", end, stop) % 2 == 1


def _is_footnote(text: str, line_start: int, opened: re.Match[str]) -> bool:
    """Say whether `**` may stand for a note: it opens its line, or a sentence in a text that has no other."""
    before = text[max(line_start, opened.start() - 200) : opened.start()]
    if not re.search(r"\w", before):
        return not _BULLET.search(before) or _REFERENCE.search(text) is not None
    return text[opened.end()].isupper() and text.count("**") == 1


_LINE = late(r".+")
_FIRST_WORD = late(r"[\w’'-]+")
_UNEVEN = late(r"(?<![\w*])\*(?=\w)[^*\n]{1,80}?\w\*\*(?![\w*])|(?<![\w*])\*\*(?=\w)[^*\n]{1,80}?\w\*(?![\w*])")
_PARAGRAPH_END = late(r"\n\s*\n|\n\s*(?:[-*•·]\s|#)")
_REFERENCE = late(r"[\w)%]\*{1,3}(?![\w*])")
"""Asterisks behind a word, which send the reader to a note."""
_BULLET = late(r"[-*•·+]\s+$")


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
    """Return the plural of one of the kinds of marks.

    >>> _plural("HTML entity"), _plural("mark of a forum")
    ('HTML entities', 'marks of a forum')
    """
    noun, of, rest = what.partition(" of ")
    return f"{noun[:-1]}ies{of}{rest}" if noun.endswith("y") else f"{noun}s{of}{rest}"


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
        Example(text="You bake the day\\u2019s bread.", quote="\\u2019"),
        Example(text="You bake '''rye bread''' each morning.", quote="'''rye bread'''"),
        Example(text="Bakery\n\nh2. Your day\nYou bake bread.", quote="h2. "),
        Example(text="You bake as [[Recipes|the book]] says.", quote="[[Recipes|the book]]"),
        Example(text="You bake bread.\\par You clean the oven.", quote="\\par "),
        Example(text="You bake \\emph{rye bread} each morning.", quote="\\emph{rye bread}"),
        Example(
            text="Read [our story](https://bakers.example/story first.",
            quote="[our story](https://bakers.example/story",
        ),
        Example(text="Our shop is *open on six days of the week.", quote="*open"),
        Example(text="What you do\n\n- **Bake bread each morning\n- Sell rolls", quote="**Bake"),
    ),
    silent=(
        Example(
            text="# Baker\n\nYou bake **bread**, rolls and **cakes** in our shop.\n\n- Start at **four**\n- End at noon"
        ),
        Example(text="**Place:** Lyon\n**Hours:** early"),
        Example(text="Pay is $24 an hour**, paid weekly.\n\n** before tax"),
        Example(text="Our shop is *open\non six* days of the week."),
        Example(text="What you do: *bake bread *sell rolls *clean the oven"),
        Example(text="Bakers start at four. **Part-time bakers start at six."),
        Example(text="You write our Markdown pages: **bold** for buttons, and the right use of <dialog>."),
        Example(text="You set our books in LaTeX and know when \\emph{one} word is set apart."),
        Example(
            text="Recipes lie under C:\\bread\\parts, and our ''90s oven is 5' 10'' wide; [[your name]] goes here."
        ),
        Example(text="Our aim is to **move to\nsmaller ovens.** You help us."),
        Example(text="You know C++, R&D and the rule that 2 ** 3 is 8; you use x < y and y > z."),
    ),
    known_problems="A single `**` at the beginning of a line or sentence may send to a note and is passed over.",
)
