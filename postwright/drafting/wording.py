"""Small matters of English that every phrase needs: lists with "or", articles, capitals, full stops, clean characters.

Nothing here adds a word that changes the meaning; whole phrases live in templates/.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from postwright.english import article_of
from postwright.model.posting import Form

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
"""Control, zero-width and bidirectional marks: they can make a reader see another text than the one that is stored."""

_LIST_MARK = re.compile(r"^[-*•·▪]\s+")
_ONE_SENTENCE = re.compile(r"[^.!?]*\.")
_ABBREVIATION = re.compile(r"(?i)(?:\betc|\b[a-z]\.[a-z]|\binc|\bltd|\bco|\bno|\bapprox)\.$")


def clean(text: str) -> str:
    """Return `text` composed (NFC), without unseen characters, runs of blanks as one; newlines are kept.

    >>> clean("Engineer\\u202e  II ")
    'Engineer II'
    """
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(" ".join(line.split()) for line in seen.split("\n")).strip()


def line(text: str) -> str:
    """Return `text` cleaned and on one line."""
    return " ".join(clean(text).split())


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of `text`, which are parted by empty lines, each on one line."""
    return tuple(block for block, _ in blocks(text))


def blocks(text: str) -> tuple[tuple[str, Form], ...]:
    """Return the paragraphs and list lines of a longer text, each on one line and without its list mark.

    >>> blocks("We offer:\\n- tea\\n- cake\\n\\nCome\\nby.")
    (('We offer:', 'paragraph'), ('tea', 'bullet'), ('cake', 'bullet'), ('Come by.', 'paragraph'))
    """
    found: list[tuple[str, Form]] = []
    is_open = False
    for written in clean(text).split("\n"):
        marked = _LIST_MARK.match(written)
        if marked and written[marked.end() :]:
            found.append((written[marked.end() :], "bullet"))
        elif written and is_open:
            before, form = found[-1]
            found[-1] = (f"{before} {written}", form)
        elif written:
            found.append((written, "paragraph"))
        is_open = bool(written)
    return tuple(found)


def without_mark(text: str) -> str:
    """Return one line without the list mark that it may have been pasted with."""
    return _LIST_MARK.sub("", text, count=1) or text


def sentence(text: str) -> str:
    """Return `text` with a capital first and a full stop last.

    >>> sentence("we sponsor visas")
    'We sponsor visas.'
    """
    return sentence_end(capital(text))


def sentence_end(text: str) -> str:
    """Return `text` with a full stop last, its beginning as it is."""
    closed = text.rstrip("\"'”’)").endswith((".", "!", "?", "…", ":"))
    return text if not text or closed else f"{text.rstrip(' ,;')}."


def bullet(text: str) -> str:
    """Return `text` as a list line: capital first, no comma last, and no full stop when it is one sentence.

    >>> bullet("review designs.")
    'Review designs'
    >>> bullet("free coffee;")
    'Free coffee'
    """
    text = capital(text.rstrip(" ,;"))
    if _ONE_SENTENCE.fullmatch(text) and not _ABBREVIATION.search(text):
        return text[:-1].rstrip()
    return text


def capital(text: str) -> str:
    """Return `text` with a capital first letter, save for names written small (iOS, macOS, npm.js, `code`).

    >>> capital("iOS development"), capital("on-call rota")
    ('iOS development', 'On-call rota')
    """
    first = text.split(" ", 1)[0]
    if not first or any(c.isupper() or c.isdigit() for c in first) or re.search(r"\w[./@_]\w", first):
        return text
    return text[0].upper() + text[1:]


_COMMON_START = re.compile(
    r"(?:[A-Z][a-z]+(?:ing|tion|sion|ment|ance|ence|ship|ical|ional|edge)|Hands-on|Proven|Strong|Solid|Good|Deep|Work|Use"
    r"|Active|Recent|Team|People|Customer|Software|Sales|Warehouse|Acute|Advanced|Business-to-business|Commercial|Direct)"
)


def small(text: str) -> str:
    """Return `text` with a small first letter where its first word is a common word, for use inside a sentence.

    A word that could be a name keeps its capital.

    >>> small("Production experience"), small("Kafka in production"), small("The Head of Sales")
    ('production experience', 'Kafka in production', 'the Head of Sales')
    """
    first, _, rest = text.partition(" ")
    function_word = bool(_FUNCTION_WORD.fullmatch(first)) and (
        rest[:1].islower() or rest[:1].isdigit() or first == "The"
    )
    if _COMMON_START.fullmatch(first) or function_word:
        return text[0].lower() + text[1:]
    return text


_FUNCTION_WORD = re.compile(
    r"(?:A|About|After|An|Any|Approximately|Around|As|At|Before|Between|By|During|Each|Every|Five|Four|Immediately|In|Less"
    r"|More|Occasional|Occasionally|On|One|Over|Roughly|Six|Some|The|Three|Two|Under|Up|Within)"
)


def with_article(noun: str) -> str:
    """Return `noun` after "a" or "an", by how its first word is said.

    >>> [with_article(n) for n in ("Accountant", "SRE", "UX Designer", "User Researcher", "hourly role", "Nurse")]
    ['an Accountant', 'an SRE', 'a UX Designer', 'a User Researcher', 'an hourly role', 'a Nurse']
    """
    return f"{article_of(noun)} {noun}" if noun else noun


def either(values: Sequence[str]) -> str:
    """Return alternatives as English lists them.

    >>> either(["Go", "Rust", "C++"])
    'Go, Rust or C++'
    """
    return _listed(values, "or")


def both(values: Sequence[str]) -> str:
    """Return things that hold together as English lists them.

    >>> both(["Leeds", "York"])
    'Leeds and York'
    """
    return _listed(values, "and")


def _listed(values: Sequence[str], word: str) -> str:
    if len(values) < 2:
        return "".join(values)
    separator = "; " if any(", " in value for value in values) else ", "
    if len(values) == 2:
        return f"{values[0]} {word} {values[1]}"
    return f"{separator.join(values[:-1])}{';' if separator == '; ' else ''} {word} {values[-1]}"
