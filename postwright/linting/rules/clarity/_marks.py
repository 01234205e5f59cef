"""The marks of other formats: HTML, its entities, BBCode, wikis, RTF, LaTeX, escapes, letters of a wrong encoding."""

from __future__ import annotations

import html
import re

from postwright.late_pattern import late

TAG = late(
    r"</?(?:p|br|li|ul|ol|dl|dt|dd|div|span|section|article|b|i|u|em|strong|small|sup|sub|center|h[1-6]|hr|font|table|"
    r"tbody|thead|tr|td|th|o:p|w:\w{1,12}|st1:\w{1,12}|a(?=\s+(?:href|name|class|target))|img(?=\s+src)|a(?=>))"
    r"(?:\s[^<>\n]{0,200})?\s?/?>|<!--[^\n]{0,200}?-->",
    re.IGNORECASE,
)
_BREAKS = late(r"</?(?:p|br|li|ul|ol|div|section|article|h[1-6]|hr|tr)\b", re.IGNORECASE)
ENTITY = late(
    r"&(?:amp;)?(?:nbsp|amp|lt|gt|quot|apos|rsquo|lsquo|rdquo|ldquo|ndash|mdash|bull|middot|hellip|eacute|egrave|"
    r"uuml|ouml|auml|pound|euro|copy|reg|trade|#\d{2,5}|#x[0-9a-f]{2,4});|&nbsp\b",
    re.IGNORECASE,
)
BBCODE = late(
    r"\[(?:/(?:b|i|u|s|url|list|color|size|quote|center)|(?:url|color|size)=[^\]\n]{1,100}|[bu](?=\]\S))\]",
    re.IGNORECASE,
)
ESCAPE = late(
    r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\r\\n|\\[nt](?=[A-Z•*–\\-]|\s|$)|\\[\"'](?=\w)|(?<=\w)\\[\"']",
    re.MULTILINE,
)
WIKI_QUOTES = late(r"(?<!')'{3}(?:'{2})?(?=[^\s'])([^'\n]{1,80})(?<=[^\s'])'{3}(?:'{2})?(?!')")
WIKI_HEADING = late(r"(?<=\n)h[1-6]\. (?=\S)")
WIKI_LINK = late(r"\[\[(?:[^\]|:\n]{1,60}[|:])[^\]\n]{1,100}\]\]")
RTF = late(
    r"\{\\(?:rtf\d|\*|fonttbl|colortbl)[^\s{}]{0,60} ?|"
    r"\\(?:pard?|plain|ulnone|li\d+|fi-?\d+|(?:b|i|ul)0|fs\d+|cf\d+|ansi)(?![a-zA-Z])\s?(?:\}(?=\s|$))?|"
    r"\\(?:b|i|ul) (?=[^\\\n]{1,200}\\(?:b0|i0|ul0|ulnone))",
    re.MULTILINE,
)
LATEX = late(
    r"\\(?:text(?:bf|it|tt|sc|sf|rm)|emph|underline|(?:sub){0,2}section\*?|paragraph\*?)\{([^{}\n]{0,200})\}|"
    r"\\(?:begin|end)\{(?:itemize|enumerate|description|center|document|tabular)\}|\\item(?![a-zA-Z])|"
    r"\\(?:noindent|newline|hfill|smallskip|medskip|bigskip)(?![a-zA-Z])"
)
BROKEN = late(r"[ÃÂâï][\x80-\u017e\u02c6\u02dc\u2013-\u2122]{1,2}|€¢|\ufffd")
LINK = late(r"\[[^\]\n]{1,80}\]\(https?://[^)\s]{1,300}\)?")
_ESCAPES = {"\\n": "\n", "\\r\\n": "\n", "\\t": " ", '\\"': '"', "\\'": "'"}


def without_tag(tag: str) -> str:
    """Return what stands for a tag once it is gone: a line's end where it broke the line."""
    return "\n" if _BREAKS.match(tag) else ""


def decoded(entity: str) -> str:
    """Return the character that an entity means, twice escaped or once; a hard space becomes a plain one."""
    whole = entity if entity.endswith(";") else f"{entity};"
    return html.unescape(html.unescape(whole)).replace("\u00a0", " ")


def unescaped(escape: str) -> str:
    r"""Return what a programmer's escape means.

    >>> unescaped("\\u2019"), unescaped("\\n")
    ('’', '\n')
    """
    if escape[1] in "ux":
        code = int(escape[2:], 16)
        return "" if 0xD800 <= code <= 0xDFFF or code < 0x20 else chr(code)
    return _ESCAPES[escape]


def mended(letters: str) -> str:
    """Return what UTF-8 read as Windows-1252 meant; the letters themselves where they mean nothing else.

    >>> mended("â€™"), mended("Ã©"), mended("Âx")
    ('’', 'é', 'Âx')
    """
    if letters == "€¢":
        return "•"
    for whole in (letters, letters[:2]):
        try:
            meant = b"".join(map(_as_byte, whole)).decode("utf-8")
        except UnicodeError:
            continue
        return (" " if meant == "\u00a0" else meant) + letters[len(whole) :]
    return letters


def _as_byte(letter: str) -> bytes:
    """Return the byte that was read as this letter; raises UnicodeError where there is none."""
    return bytes([ord(letter)]) if ord(letter) < 256 else letter.encode("cp1252")


def of_wiki(mark: str) -> str:
    """Return the words within a wiki's marks; none for the category of a page.

    >>> of_wiki("'''bread'''"), of_wiki("[[Bread|our bread]]"), of_wiki("[[Category:Bread]]")
    ('bread', 'our bread', '')
    """
    return mark.strip("'") if mark.startswith("'") else mark.strip("[]").partition("|")[2]


def typeset(command: str) -> str:
    r"""Return the words that a command of LaTeX sets in another type; none for a command without words.

    >>> typeset("\\emph{bread}"), typeset("\\item")
    ('bread', '')
    """
    return command.partition("{")[2].rstrip("}") if not command.startswith(("\\begin", "\\end")) else ""


def link_text(link: str) -> str:
    """Return the words of a Markdown link."""
    return link[1 : link.index("](")]
