"""Text -> the blanks of a template that were left in: marks around a name, gaps, stand-ins for figures, sample words.

Every kind has a cheap sign (a bracket, a word) that is looked for first; most texts have none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from postwright.late_pattern import late
from postwright.linting.rules.missing._stand_ins import stand_ins
from postwright.reading.document import Document

Span = tuple[int, int]

_NOUNS = (
    r"company|organi[sz]ation|employer|clients?|customer|agency|names?|titles?|job|roles?|positions?|post|locations?|"
    r"city|cities|town|state|country|region|offices?|site|address|department|division|directorate|unit|team|depot|"
    r"branch|store|school|hospital|programme|program|(?:programme|business|service|policy) area|managers?|"
    r"supervisors?|recruiter|contact|dates?|times?|day|month|salary|pay|wage|amounts?|ranges?|rates?|grade|band|"
    r"figures?|"
    r"currency|number|percentage|xx|xxx|years?|hours|degrees?|fields?|subjects?|industry|sector|products?|services?|"
    r"projects?|skills?|technolog(?:y|ies)|tools?|software|languages?|benefits?|perks?|dut(?:y|ies)|"
    r"responsibilit(?:y|ies)|requirements?|qualifications?|certifications?|timeframe|venue|weeks?|deadline|links?|"
    r"urls?|phone|text|description|details|statement|tbd|tbc|tba|todo|here|your"
)
_ORDERS = (
    r"(?:your|a few|insert|enter|add|specify|fill|choose|select|pick|list|describe|delete|remove|"
    r"provide|state|include|replace|edit|update|type|write|number|name|type|date|amount|short|brief|briefly|sentence|"
    r"details|any other|hr|hiring manager|e\.?g\.?|example|placeholder)"
)
_HERE_AND_MORE = (
    r"here|names?|titles?|further|additional|other|if applicable|as (?:required|necessary|needed|appropriate|"
    r"applicable)|details|dates?|locations?|city|links?|numbers?|amount|salary|duties|text"
)
_LONGEST = 120
"""Characters between the marks of a blank."""


def blanks(document: Document) -> list[Span]:
    """Return the spans of the blanks, in order, those within another left out."""
    found = [*_marked(document), *_gaps(document), *_figures(document), *_words(document), *stand_ins(document)]
    kept: list[Span] = []
    for start, end in sorted(set(found), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


# ---- marks around a name

_SIGNS = ("[", "<", "{", "(", "%", "«")


@cache
def _marks() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return for each sign the pattern of what it encloses, and the pattern that the inside of a blank matches."""
    words = r"(?:[\w/&'-]+,?[ _]){0,4}"
    named = rf"{words}(?:{_NOUNS})(?: \d| name)?"
    confirmed = (
        r".*\b(?:hr|hm|hiring manager|recruiter|manager|client)(?: team)? to (?:confirm|complete|fill in|insert|add|"
        r"provide|advise|check|approve|supply).*|"
        r".*\b(?:to be (?:confirmed|added|completed|agreed|decided|inserted)|more bullets).*"
    )
    ordered = rf"{_ORDERS} .+|insert|add|specify|placeholder|number"
    figure = r"[$£€]?x{2,3}(?:[,.]x+)*k?%?|[$£€]x|x{4,}|min(?:imum)?|max(?:imum)?|low|high"
    after_in = r"(?:[a-z]+ )?(?:city|town|date|location|name|company|department|title|amount|state|number|team|client)"
    return {
        "[": (
            late(r"\[[^\[\]\n`]{1,160}\](?![\[:@(])(?! ?\((?:https?:|www|/|#|mailto))"),
            late(rf"\W?(?:{ordered}|{named}|{confirmed}|[●•■#$?]|{figure})\s?"),
        ),
        "<": (
            late(rf"<{{1,2}}[^<>\n`]{{2,{_LONGEST}}}>{{1,2}}"),
            late(
                rf"<\w[\w ]{{0,40}}>|{_ORDERS}[ _-].*|(?:[\w/&'-]+[ _-]){{1,4}}(?:{_NOUNS})|company|role|position|job|"
                r"date|city|location|employer|client|department|team|salary|amount|tbd|tbc|xx+"
            ),
        ),
        "{": (
            late(rf"\$?\{{{{1,2}}[^{{}}\n`]{{1,{_LONGEST}}}\}}{{1,2}}(?![@`])"),
            late(rf"[{{$].*|%.*%|{ordered}|(?:\w+[ _]){{0,3}}(?:{_NOUNS})"),
        ),
        "(": (
            late(rf"\([^()\n]{{2,{_LONGEST}}}\)"),
            late(
                rf"(?:insert|add|enter|specify|list|fill in|delete|amend|complete) .*?\b(?:{_HERE_AND_MORE})\b.*|xx+|"
                rf"job title|company name|your name|{after_in}|city(?:, ?| and )state|(?:hr|hiring manager|hm|"
                r"recruiter)(?: team)? to (?:confirm|complete|fill in|insert|add|provide|advise).*"
            ),
        ),
        "%": (late(r"%[%A-Za-z_]{3,40}%(?!\w)"), late(r"%?[a-z]+(?:_[a-z]+)*%?")),
        "«": (late(r"«[^«»\n]{2,40}»"), late(rf"\s?(?:\w+(?:_\w+)+|(?:\w+ ){{0,2}}(?:{_NOUNS}))\s?")),
    }  # fmt: skip


def _marked(document: Document) -> Iterator[Span]:
    text = document.text
    for sign in _SIGNS:
        if sign in text:
            around, inside = _marks()[sign]
            for match in around.finditer(text):
                if inside.fullmatch(match[0].lstrip("$")[1:-1].lower()) and not _is_no_blank(text, match):
                    yield match.span()
    if "[ ]" in text or "[  " in text:
        yield from (match.span(1) for match in _empty_box().finditer(text))


@cache
def _empty_box() -> re.Pattern[str]:
    """Match brackets with nothing in them in the middle of a sentence; at its edges they are boxes to tick."""
    return late(r"(?<=[a-z,$£€] )(\[ {1,6}\])(?= (?:[a-z]{2,}|%))(?![^\n]{0,200}\[ )")


_LITERAL_BEHIND = "[{%"
"""Marks that are code, a link or a share where they stand right behind a word."""
_REDACTED = late(r"\W*(?:e-?mail(?: address)?|email protected|redacted|protected|hidden|phone|url|link)\W*", re.I)
_FOR_THE_READER = late(r"\b(?:subject|subject line|e-?mail title|titled|entitled|file ?names?|format\w*)\b|[\"'“‘] ?$")
_OWN_WORDS = late(r"\{[^{}%]*[A-Z][a-z]+ (?:[A-Z][a-z]+ )*(?:Manager|Supervisor|Team|Services|Office)\}")
_PREPOSITION = late(
    r"\b(?:in|at|by|to|of|on|for|the|our|join|as) $|\b(?:location|city|place|title|company|employer|department|date|"
    r"salary|manager|team)[*_]{0,2}: ?[*_]{0,2} ?$"
)
_SURE = late(r"\((?:insert|add|enter|specify|list|fill|delete|amend|complete|hr|hiring|hm|recruiter|xx)")
_NEAR = 60
"""Characters before a blank in which words say that the applicant is to fill it in."""


def _is_no_blank(text: str, match: re.Match[str]) -> bool:
    """Say whether the marks hold what the applicant is to fill in, an address taken out, or the name of a tag."""
    whole, start = match[0], match.start()
    before = text[start - 1 : start]
    if before and whole[0] in _LITERAL_BEHIND and (before in "`])!%" or before.isalnum()):
        return True
    if _REDACTED.fullmatch(whole) or _OWN_WORDS.fullmatch(whole):
        return True
    if whole[0] == "(":
        lowered = text[max(0, start - _NEAR) : match.end()].lower()
        if not _SURE.match(whole.lower()) and not _PREPOSITION.search(lowered[: -len(whole)]):
            return True
    if whole[0] == "<" and " " not in whole and f"</{whole[1:]}" in text:
        return True
    if whole[0] == "%" and not (whole.startswith("%%") or whole[1].isupper()):
        return True
    return _is_for_the_reader(text, start)


def _is_for_the_reader(text: str, start: int) -> bool:
    return bool(_FOR_THE_READER.search(text[max(0, start - _NEAR) : start].lower()))


# ---- gaps

_LONGEST_GAP = 30
"""Underscores; a longer run is a line drawn across the page."""


@cache
def _gap_patterns() -> dict[str, re.Pattern[str]]:
    return {
        "__": late(r"(?<![\w*])_{3,}(?![\w*])|[$£€]_+(?:,_+)*k?\b"),
        "....": late(r"(?<=[:$£€] )\.{5,}(?= [a-z]|\s*$)|(?<=[a-z] )\.{5,}(?= [a-z])", re.MULTILINE),
        "……": late(r"(?<=[:$£€] )…{2,}(?= [a-z]|\s*$)|(?<=[a-z] )…{2,}(?= [a-z])", re.MULTILINE),
    }


_SIGNED = late(
    r"\b(?:signature|signed|sign|print(?:ed)?|initials?|received|acknowledge\w*|employee|applicant|candidate)\b"
)


def _gaps(document: Document) -> Iterator[Span]:
    """Yield runs of underscores or dots in a line with words; not those of a form to sign."""
    text = document.text
    for pattern in (pattern for sign, pattern in _gap_patterns().items() if sign in text):
        for match in pattern.finditer(text):
            start, end = match.span()
            line = text[text.rfind("\n", 0, start) + 1 : _line_end(text, end)].lower()
            own = " ".join(line.replace("_", " ").strip(" .*…").split())
            if own and end - start <= _LONGEST_GAP and not _is_form(line, own) and not _is_for_the_reader(text, start):
                yield start, end


def _line_end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    return stop if stop >= 0 else len(text)


def _is_form(line: str, own: str) -> bool:
    """Say whether a line is to be filled in by the applicant: "Name: ____  Date: ____"."""
    return bool(_SIGNED.search(line)) or own in ("name:", "date:", "name", "date", "phone:", "name: date:")


# ---- stand-ins for figures

_FIGURE_WORDS = frozenset(("x", "xx", "xxx", "xxxx", "xxxxx", "xxk", "xxxk", "xk", "dd", "mm", "yyyy", "20xx"))


@cache
def _figure_pattern() -> re.Pattern[str]:
    unit = r"(?:\+|-|\s)?\s?(?:years?|yrs?|months?|days?|weeks?|hours?|hrs|per ?cent|%|people|employees|direct reports)"
    return late(
        r"(?<![\w$£€])[$£€] ?x{1,3}(?:[,.]x{2,3})*k?(?![\w])"
        r"|(?<![\w.])(?:eur|usd|gbp|chf|cad|aud|inr|rs\.?) ?x{1,3}(?:[,.]x{2,3})*k?(?![\w])"
        r"|(?<![\w/-])(?:dd?[/.-]mm?[/.-]yy(?:yy)?|mm?[/.-]dd?[/.-]yy(?:yy)?|yyyy[/.-]mm[/.-]dd|"
        r"x{1,2}[/.]x{1,2}[/.]x{2,4}|20xx)(?![\w/])"
        rf"|(?<![\w/.-])x{{2,3}}(?:[,.]x{{3}})*(?=(?: ?(?:-|to) ?xx?)?{unit}(?!\w))"
        r"|(?<![\w/.-])x(?= ?\+? (?:years?|yrs?|months?)(?: of|'| in)(?!\w))"
        r"|(?<![\w/.-])x{4,}(?![\w-])|(?<![\w/.-])x{3}-x{3}-x{4}(?!\w)|(?<![\w/.-])x{1,3}(?:[,.]x{3})+(?!\w)"
        r"|(?<![\w/.-])x{3}(?= (?:company|inc|ltd|llc|corporation|team|department|limited|group)\b)"
    )


_IN_BRACKETS = late(r"[(\[]\s*(?:in )?(?:the )?(?:format:? ?)?$")


def _figures(document: Document) -> Iterator[Span]:
    if document.words.keys().isdisjoint(_FIGURE_WORDS):
        return
    text, folded = document.text, document.folded
    for match in _near(document, _FIGURE_WORDS, _figure_pattern()):
        before = folded[max(0, match.start() - _NEAR) : match.start()]
        is_line = text[match.start() - 1 : match.start()] in ("\n", "") and text[match.end() : match.end() + 1] in (
            "\n",
            "",
        )
        asks_a_date = "/" in match[0] and (is_line or _IN_BRACKETS.search(before) or "birth" in before)
        if not asks_a_date and not _is_for_the_reader(text, match.start()):
            yield match.span()


def _near(document: Document, words: Iterable[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern around each place of some words; overlapping places may give one twice."""
    for word in words:
        for at in document.words.get(word, ()):
            match = pattern.search(document.folded, max(0, at - _BEFORE), at + _AFTER)
            if match:
                yield match


_BEFORE, _AFTER = 24, 90
"""Characters around a word in which its pattern is looked for."""


# ---- words

_UNDECIDED_WORDS = frozenset(("tbd", "tbc", "tba", "xxx", "xx", "nk"))


@cache
def _undecided() -> re.Pattern[str]:
    return late(
        r"(?:\b(?:salary|pay|wages?|compensation|remuneration|locations?|start(?:ing)?|start(?:ing)? date|end date|"
        r"closing date|deadline|hours|shift|schedule|reports to|reporting to|department|team|benefits|(?:pay |hourly )?"
        r"rate|range|grade|band|duration|length|contract length|date|address|contact|level|bonus|travel|title|"
        r"job title|(?:hiring |line )?manager|supervisor|division)\**\s{0,2}[:=-]\**\s{0,3}[$£€]?|\b(?:is|are) |[$£€])"
        r"(tbd|tbc|tba|xxx?|\?{2,})(?![\w/])(?! (?:based|depending|dependent|dependant|by|upon|at|during|in|with))"
    )


@cache
def _samples() -> dict[str, re.Pattern[str]]:
    """Return the patterns of words that stand for others, each by a word that it has."""
    thing = (
        r"(?:company|job|role|team|city|salary|clients?|employer|position|title|names?|date|location|text|link|logo)"
    )
    here = rf"(?: [a-z]+){{0,2}} {thing}(?: (?:name|title|description|range|text))? here\b"
    changed = r" (?:as|if|where) (?:appropriate|applicable|not applicable|necessary|not needed)\b"
    return {
        "lorem": late(r"\blorem ipsum\b"),
        "inserted": late(r"\bto be inserted\b"),
        "filled": late(r"\bto be filled in\b(?! by (?:the )?(?:applicant|candidate))"),
        "click": late(r"\bclick (?:or tap )?(?:here )?to (?:enter|add|insert) (?:text|a date|here|title|date)\b"),
        "choose": late(r"\bchoose an item\b(?! (?:of|from|for|that))"),
        "insert": late(
            rf"\binsert(?:{here}| (?:an? |the |your |further |more )?(?:dut(?:y|ies)|bullets?|points?|text|details|"
            rf"names?|"
            r"salary|dates?|requirements?|benefits?|descriptions?) (?:here|below)\b|"
            r" (?:company|job|role|team|city|salary|client|employer) (?:name|title|description|"
            r"range)\b)"
        ),
        "enter": late(rf"\benter{here}"),
        "type": late(rf"\btype{here}"),
        "goes": late(rf"\b(?:your |the )?(?:{thing}|description|content) goes here\b"),
        "placeholder": late(r"\bplaceholder text\b"),
        "delete": late(rf"\bdelete{changed}"),
        "amend": late(rf"\bamend{changed}"),
    }


_IN_CAPITALS = (
    "ENTER ",
    "SPECIFY ",
    "TODO:",
    "FIXME:",
    "COMPANY NAME",
    "JOB TITLE HERE",
    "INSERT ",
    "TBC",
    "TBD",
    "TBA",
)


@cache
def _capitals() -> re.Pattern[str]:
    return late(
        r"(?<![\w-])(?:(?<=\b(?:to|by|in|at|of|on) )(?:TBC|TBD|TBA)(?!\w|/| (?:by|based|with|at|depending|upon|in)\b)|"
        r"(?<=\b(?:from|with) )(?:TBC|TBD|TBA)(?!\w|/| (?:by|based|with|at|depending|upon|in)\b)|"
        r"(?:TODO|FIXME)(?=:)|INSERT (?:[A-Z]+ ){0,4}HERE|"
        r"(?<=[a-z,:$£€] )(?:ENTER|INSERT|SPECIFY|ADD)(?: [A-Z]{2,}){0,2} (?:NAME|LOCATION|CITY|TOWN|PLACE|ADDRESS|"
        r"DATE|TITLE|SALARY|AMOUNT|RANGE|NUMBER|DEPARTMENT|TEAM|MANAGER|LINK|TEXT|DETAILS)|(?:YOUR )?COMPANY NAME|"
        r"JOB TITLE HERE)(?![\w-])"
    )


_NOUGHTS = late(r"[$£€] ?0{2,3}(?:[,.]0{2,3})*(?![\d,.]*[1-9])(?:\s?[-–]\s?[$£€]? ?0{2,3}(?:[,.]0{2,3})*)?")
"""Pay of nothing but noughts; one nought alone ("$0 deductible") is an amount."""


def _words(document: Document) -> Iterator[Span]:
    words, folded, text = document.words, document.folded, document.text
    if "00" in words or "000" in words:
        yield from (match.span() for match in _NOUGHTS.finditer(text))
    if not words.keys().isdisjoint(_UNDECIDED_WORDS) or "??" in folded:
        yield from (match.span(1) for match in _undecided().finditer(folded))
    for word, pattern in _samples().items():
        if word in words:
            yield from (match.span() for match in _near(document, (word,), pattern))
    if any(cue in text for cue in _IN_CAPITALS):
        yield from (match.span() for match in _capitals().finditer(text))
