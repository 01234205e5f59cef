"""A text -> the same text in plain lower-case characters, of the same length, so that patterns stay small."""

from __future__ import annotations

import re

from postwright.late_pattern import late

_CHARACTERS = {
    **dict.fromkeys("‐‑‒–—―−﹣－~～\u00ad", "-"),
    **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("\t\n\r\v\f\x85\u2028\u2029\x1c\x1d\x1e\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
                    "\u200a\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff", " "),
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    "＋": "+", "：": ":", "（": "(", "）": ")", "﹢": "+", "*": " ", "_": " ",
}  # fmt: skip
_TABLE = str.maketrans(_CHARACTERS)

_ENTITY = late(
    r"&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|ndash|mdash|#8211|#8212|#x2013|#x2014|rsquo|lsquo|#8217|#x2019|#39|apos|"
    r"amp|plus|#43);"
    r"|â(?:\x80[\x90-\x99\xa2]|€[™“”–˜œ¢]|€)",
    re.IGNORECASE,
)
_DASH_ENTITY = late(r"&(?:[nm]dash|#821[12]|#x201[34]);|â(?:\x80[\x90-\x95]|€[“”–])", re.IGNORECASE)
_QUOTE_ENTITY = late(r"&(?:[rl]squo|#8217|#x2019|#39|apos);|â(?:\x80[\x98\x99]|€[™˜])", re.IGNORECASE)
_LONE_DASH_RUIN = late(r"(?<=\d)\s?[âÂ\ufffd?]\s?(?=\d{1,2}\s?\+?\s?(?:years?|yrs?|months?)\b)", re.IGNORECASE)


def fold(text: str) -> str:
    """Return `text` lower-cased, with plain dashes, quotes, spaces and digits; the length never changes.

    Entities ("5&ndash;7") and dashes ruined by a wrong decoding ("5â€“7") become a dash and padding; emphasis marks
    become spaces.
    """
    folded = text.lower()
    if len(folded) != len(text):  # a few letters, such as a dotted capital I, grow when lower-cased
        folded = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    if "&" in folded or "â" in folded:  # before the single characters: "â€“" holds a quotation mark
        folded = _ENTITY.sub(_plain_entity, folded)
    if folded.isascii():
        folded = folded.translate(_TABLE)
    else:  # `translate` looks at each character of such a text by itself: four times as slow
        for character in _CHARACTERS.keys() & set(folded):
            folded = folded.replace(character, _CHARACTERS[character])
    if "â" in folded or "\ufffd" in folded or "?" in folded:
        folded = _LONE_DASH_RUIN.sub(lambda match: "-".ljust(len(match[0])), folded)
    return folded


def _plain_entity(match: re.Match[str]) -> str:
    whole = match[0]
    if _DASH_ENTITY.fullmatch(whole):
        plain = "-"
    elif _QUOTE_ENTITY.fullmatch(whole):
        plain = "'"
    elif whole.lower() in ("&amp;",):
        plain = "&"
    elif whole.lower() in ("&plus;", "&#43;"):
        plain = "+"
    else:
        plain = " "
    return plain.ljust(len(whole))
