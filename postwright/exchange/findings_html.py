"""Findings of one posting -> HTML: its text with each finding marked in place and numbered, each explained.

The numbers are those of the text form and of `postwright waive --finding`. All that a posting, its name or a house rule
says is escaped; characters that hide or turn the direction of writing are shown by their code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from postwright.exchange.linted import Linted
from postwright.exchange.marks import pieces, shortened
from postwright.exchange.showing import SEVERITY_NAMES, Lines, steering, visible
from postwright.model.finding import Edit, Finding, Fix
from postwright.model.waiver import Waiver
from postwright.model.words import SEVERITIES, Severity

_WIDE = 300
"""Characters above which a finding is about a paragraph rather than about words in it."""
_LONGEST_QUOTE = 160
_LONGEST_TIP = 200
_LONGEST_EDIT = 300
"""Characters of a fix's words that are shown; a text that is one long line is mended in the text, not in the report."""


def name_of(linted: Linted) -> str:
    """Return what a posting is called in the report: its title, else its id."""
    return linted.title or str(linted.posting.id)


def posting_html(linted: Linted, *, number: int, alone: bool, show_waived: bool) -> str:
    """Return the section about the posting with this number; one that stands alone is named by its page."""
    sifted = linted.sifted
    numbered = {finding: place for place, finding in enumerate(sifted.all, 1)}
    back = "" if alone else ' · <a class="link" href="#contents">Contents</a>'
    down = f'<a class="link down" href="#p{number}f">To the remarks</a>' if sifted.open else ""
    head = f"<h2>{shown(name_of(linted))}</h2>\n" + f'<p class="meta">{meta(linted)}{back}</p>'
    lines = Lines(linted.posting.text)
    parts = [
        f'<section class="{"alone" if alone else "posting"}" id="p{number}">',
        "" if alone else head,
        down,
        '<div class="sheet">',
        f'<div class="text" dir="auto">{"".join(_marked(linted, numbered, number))}</div>',
        f'<div class="findings" id="p{number}f">{"".join(_explained(linted, numbered, lines, number))}',
        "".join(_accepted(linted, numbered)) if show_waived else "",
        "</div></div></section>\n",
    ]
    return "\n".join(part for part in parts if part)


def meta(linted: Linted) -> str:
    """Return id and counts of a posting."""
    sifted = linted.sifted
    accepted = f", {len(sifted.waived):,} accepted" if sifted.waived else ""
    return f"{shown(str(linted.posting.id))} · {badges(Counter(f.severity for f in sifted.open))}{accepted}"


def badges(counts: Counter[Severity]) -> str:
    """Return counts by severity in words and colours."""
    parts = [
        f'<span class="word {severity}">{counts[severity]:,} {SEVERITY_NAMES[severity].lower()}</span>'
        for severity in SEVERITIES
        if counts[severity]
    ]
    return ", ".join(parts) or "nothing found"


def shown(words: str) -> str:
    """Return words for a page: escaped, and nothing in them hides or turns the direction of writing.

    >>> shown("a <b> \\u202e")
    'a &lt;b&gt; <span class="odd">U+202E</span>'
    """
    return steering().sub(_shown_odd, escape(words).replace("\r\n", "\n").replace("\r", "\n"))


def _shown_odd(found: object) -> str:
    character = found[0]  # type: ignore[index]
    return character if character in "\n\t" else f'<span class="odd">U+{ord(character):04X}</span>'


def _marked(linted: Linted, numbered: dict[Finding, int], posting: int) -> Iterator[str]:
    """Yield the text; each piece that a finding is about in a <mark>, with the finding's number where it ends.

    Where one finding lies in another the inner one is marked, of two about the same words the graver; one about a
    whole paragraph only underlines it, and has its number at the beginning.
    """
    text = linted.posting.text
    placed = sorted(
        ((f.start, f.end, f) for f in linted.sifted.open if f.start is not None and f.end is not None),
        key=lambda each: (each[0], -each[1], -numbered[each[2]]),
    )
    spans = [(start, end) for start, end, _ in placed] + _headings(linted)
    within: dict[int, str] = {}
    headings = 0
    for piece in pieces(spans, 0, len(text)):
        for each in piece.begin:
            if each >= len(placed):
                headings += 1
                continue
            start, end, finding = placed[each]
            is_wide = end - start > _WIDE
            within[each] = f"{finding.severity} wide" if is_wide else finding.severity
            yield f'<span id="p{posting}m{numbered[finding]}"></span>'
            yield _number(finding, numbered[finding], posting) if is_wide else ""
        words = shown(text[piece.start : piece.end])
        words = f"<b>{words}</b>" if headings else words
        yield f'<mark class="{next(reversed(within.values()))}">{words}</mark>' if within else words
        for each in reversed(piece.end_here):
            if each >= len(placed):
                headings -= 1
                continue
            start, end, finding = placed[each]
            del within[each]
            yield _number(finding, numbered[finding], posting) if end - start <= _WIDE else ""


def _number(finding: Finding, number: int, posting: int) -> str:
    """Return a finding's number as a link from the text to what is said of it."""
    tip = escape(visible(shortened(finding.message, to=_LONGEST_TIP)))
    return f'<a class="n {finding.severity}" href="#p{posting}f{number}" title="{tip}">{number}</a>'


def _headings(linted: Linted) -> list[tuple[int, int]]:
    """Return the spans of the headings of a text, which stand out in the report."""
    from postwright.reading.document import parse

    document = parse(linted.posting.text, format=linted.posting.format)
    return [(block.line_start, block.end) for block in document.blocks if block.kind == "heading"]


def _explained(linted: Linted, numbered: dict[Finding, int], lines: Lines, posting: int) -> Iterator[str]:
    """Yield all findings under a heading for each severity; why and source are said once for each rule."""
    if not linted.sifted.open:
        yield '<p class="clean">Nothing was found.</p>'
    said: dict[tuple[str, str, str], int] = {}
    for severity in SEVERITIES:
        group = [finding for finding in linted.sifted.open if finding.severity == severity]
        if group:
            yield f'<h3><span class="word {severity}">{SEVERITY_NAMES[severity]}</span> ({len(group):,})</h3>'
        for finding in group:
            number = numbered[finding]
            first = said.setdefault((finding.rule, finding.why, finding.source), number)
            yield _finding(finding, linted.posting.text, lines, number=number, first=first, posting=posting)


def _finding(finding: Finding, text: str, lines: Lines, *, number: int, first: int, posting: int) -> str:
    severity = finding.severity
    badge = f'<span class="n {severity}">{number}</span>'
    where = "Not in the text" if finding.rule.startswith("missing/") else "The whole text"
    place = f'<p class="place">{where}</p>'
    if finding.start is not None:
        line, _ = lines.place(finding.start)
        badge = f'<a class="n {severity}" href="#p{posting}m{number}" title="Show in the text">{number}</a>'
        place = f'<p class="place">Line {line}: “{shown(shortened(finding.quote, to=_LONGEST_QUOTE))}”</p>'
    fixes = "".join(f"<p><b>Fix</b> {_fix(fix, text)}</p>" for fix in finding.fixes)
    why = (
        f"<p><b>Why</b> {shown(finding.why)}</p>" f'<p class="source"><b>Source</b> {shown(finding.source)}</p>'
        if first == number
        else f'<p class="source">Why and source: as for <a href="#p{posting}f{first}">{first}</a></p>'
    )  # fmt: skip
    return (
        f'<article class="finding {severity}" id="p{posting}f{number}">\n'
        f"<h4>{badge} {shown(finding.message)}</h4>{place}"
        + (f"<p>{shown(finding.arithmetic)}</p>" if finding.arithmetic else "")
        + f'{fixes}{why}<p class="rule"><code>{escape(finding.rule)}</code></p>\n</article>\n'
    )


def _fix(fix: Fix, text: str) -> str:
    edits = [_edit(edit, text) for edit in fix.edits if len(edit.replacement) + edit.end - edit.start <= _LONGEST_EDIT]
    return f"{shown(fix.label)}{': ' if edits else ''}{'; '.join(dict.fromkeys(edits))}"


def _edit(edit: Edit, text: str) -> str:
    removed = f"<del>{shown(text[edit.start : edit.end])}</del>" if edit.start < edit.end else ""
    added = f"<ins>{shown(edit.replacement)}</ins>" if edit.replacement.strip() else ""
    return " → ".join(part for part in (removed, added) if part)


def _accepted(linted: Linted, numbered: dict[Finding, int]) -> Iterator[str]:
    """Yield the findings that somebody accepted, each with reason, owner and last day."""
    waived = linted.sifted.waived
    if waived:
        yield f"<h3>Accepted ({len(waived):,})</h3>"
    for finding, waiver in waived:
        yield (
            f'<article class="finding"><h4><span class="n info">{numbered[finding]}</span> '
            f"{shown(finding.message)}</h4><p>{shown(_accepted_words(waiver))}</p>"
            f'<p class="rule"><code>{escape(finding.rule)}</code></p></article>\n'
        )


def _accepted_words(waiver: Waiver) -> str:
    until = f", until {waiver.expires}" if waiver.expires else ""
    return f"{waiver.reason}{f' ({waiver.owner})' if waiver.owner else ''}{until}"
