"""Text -> what in it looks like a key to a service or the number of a person: what nobody means to publish.

Only forms that nothing else has are known, by the prefixes that providers document. A number that other things have too
counts where its check digits are right and the words before it say what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from postwright.late_pattern import late
from postwright.reading import check_digits

SecretKind = Literal["key", "login", "personal number", "account number"]


@dataclass(frozen=True, slots=True)
class Secret:
    """Something at text[start:end] that is to be kept back."""

    kind: SecretKind
    start: int
    end: int


_KEYS = late(
    r"(?<![\w-])(?:"
    r"sk-[A-Za-z0-9_-]{20,200}"  # OpenAI and others that followed
    r"|[spr]k_(?:live|test)_[A-Za-z0-9]{16,200}"  # Stripe
    r"|gh[pousr]_[A-Za-z0-9]{30,200}|github_pat_\w{30,200}"
    r"|(?:AKIA|ASIA)[0-9A-Z]{16}"  # AWS
    r"|AIza[0-9A-Za-z_-]{35}"  # Google
    r"|xox[abeprs]-[0-9A-Za-z-]{20,200}"  # Slack
    r"|eyJ[\w-]{10,400}\.eyJ[\w-]{10,4000}\.[\w-]{10,400}"  # a signed token (RFC 7519)
    r"|xapp-\d-[0-9A-Za-z-]{20,200}|https://hooks\.slack\.com/(?:services|workflows|triggers)/[\w/]{20,200}"  # Slack
    r"|https://(?:\w+\.)?discord(?:app)?\.com/api/webhooks/\d{15,22}/[\w-]{40,100}"  # Discord
    r"|SG\.[\w-]{16,64}\.[\w-]{30,64}"  # SendGrid
    r"|npm_[A-Za-z0-9]{30,60}|pypi-AgE[\w-]{40,300}|dckr_pat_[\w-]{20,60}"  # npm, PyPI, Docker
    r"|gl(?:pat|ptt|dt|rt|ft)-[\w.-]{20,100}|hf_[A-Za-z0-9]{30,60}"  # GitLab, Hugging Face
    r"|GOCSPX-[\w-]{20,60}|ya29\.[\w-]{20,300}"  # Google, signing in
    r"|AccountKey=[A-Za-z0-9+/]{40,100}"  # Azure
    r"|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|do[por]_v1_[0-9a-f]{64}"  # Shopify, DigitalOcean
    r"|PMAK-[0-9a-f-]{40,80}|lin_api_[A-Za-z0-9]{30,60}|ntn_[A-Za-z0-9]{40,60}"  # Postman, Linear, Notion
    r"|ATATT3[\w=-]{40,300}|gsk_[A-Za-z0-9]{40,80}|whsec_[A-Za-z0-9+/]{24,80}"  # Atlassian, Groq, Stripe
    r"|(?:sq0csp|sq0atp)-[\w-]{22,60}|key-[0-9a-f]{32}|SK[0-9a-f]{32}"  # Square, Mailgun, Twilio
    r")(?![\w-])"
    r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"
)
_SIGNS_OF_KEYS = (
    *("sk-", "k_live_", "k_test_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
    *("AKIA", "ASIA", "AIza", "xox", "eyJ", "-----BEGIN "),
    *("xapp-", "hooks.slack", "/api/webhooks/", "SG.", "npm_", "pypi-AgE", "dckr_pat_", "glpat-", "glptt-", "gldt-"),
    *("glrt-", "glft-", "hf_", "GOCSPX-", "ya29.", "AccountKey=", "shpat_", "shpca_", "shppa_", "shpss_", "_v1_"),
    *("PMAK-", "lin_api_", "ntn_", "ATATT3", "gsk_", "whsec_", "sq0", "key-", "SK"),
)
"""One of them stands in every key; most texts have none, and to look for them costs little."""
_PERSONAL = late(
    r"(?<![\w-])(?:"
    r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]"  # National Insurance (UK)
    r"|(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}"  # Social Security (US)
    r")(?![\w-])"
)
_SIGN_OF_NUMBER = late(r"\d\d ?[A-D](?![\w-])|\d-\d\d-\d")
"""What every personal number has in it."""


_LOGIN = late(r"(?<![\w+.-])[a-z][a-z0-9+.-]{1,20}://[^\s/@:<>{}$]{1,60}:(?P<word>[^\s/@<>{}$*]{6,80})@(?=[\w.-]{3})")
_PASSWORD = late(
    r"\b(?i:password|passcode|passwd|pwd)(?: is)?[:=]? ?[\"“']?(?P<word>(?!1Password|OAuth|SAML)"
    r"(?=[^\s\"”']{0,60}[0-9])(?=[^\s\"”']{0,60}[a-z])(?=[^\s\"”']{0,60}[A-Z])[^\s\"”'<>{}]{8,64})"
)
"""A password told in words: only one that mixes small and capital letters with figures is surely meant."""
_NO_PASSWORD = late(r"(?i)x+|pass(?:word|wd)?|your\W?\w+|secret|changeme|\W+")


@dataclass(frozen=True, slots=True)
class _Checked:
    """A number that counts where its check is right and one of its words stands shortly before it."""

    kind: SecretKind
    form: re.Pattern[str]
    is_right: Callable[[str], bool]
    named: re.Pattern[str] | None = None
    """None where the form with its check is enough."""


_CHECKED = (
    _Checked("account number", late(r"(?:4|5[1-5]|2[2-7]|6[05])[0-9]{2,3}(?:([ -])[0-9]{4}){3}"), check_digits.luhn),
    _Checked("account number", late(r"3[47][0-9]{2}([ -])[0-9]{6}\1[0-9]{5}"), check_digits.luhn),
    _Checked(
        "account number", late(r"[3-6][0-9]{12,18}"), check_digits.luhn, late(r"(?i)\b(?:card|visa|amex)\b|master")
    ),
    _Checked("personal number", late(r"[0-9]{7}[A-W][A-IW]?"), check_digits.pps, late(r"\bPPSN?\b")),
    _Checked(
        "personal number",
        late(r"[0-9]{3}([ -]?)[0-9]{3}\1[0-9]{3}"),
        check_digits.luhn,
        late(r"\bS\.?I\.?N\b|(?i:\bsocial insurance)"),
    ),
    _Checked(
        "personal number",
        late(r"[0-9]{3}([ -]?)[0-9]{3}\1[0-9]{3}"),
        check_digits.tfn,
        late(r"\bTFN\b|(?i:\btax file)"),
    ),
    _Checked("personal number", late(r"[0-9]{9}"), check_digits.bsn, late(r"\bBSN\b|(?i:\bburgerservice)")),
    _Checked(
        "personal number",
        late(r"[0-9]{3}([ -]?)[0-9]{3}\1[0-9]{4}"),
        check_digits.nhs,
        late(r"\bNHS (?i:n(?:o|umber|r)\b)"),
    ),
    _Checked("personal number", late(r"[0-9]{8}-?[A-Z]"), check_digits.dni, late(r"\b(?:DNI|NIF)\b")),
    _Checked("personal number", late(r"[0-9]{11}"), check_digits.pesel, late(r"\bPESEL\b")),
    _Checked(
        "personal number",
        late(r"[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]) ?[0-9]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}"),
        check_digits.nir,
        late(r"\bN\.?I\.?R\b|(?i:s[eé]curit[eé] sociale)"),
    ),
    _Checked("personal number", late(r"[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}"), check_digits.cpf),
    _Checked(
        "personal number",
        late(r"[2-9][0-9]{3}([ -]?)[0-9]{4}\1[0-9]{4}"),
        check_digits.aadhaar,
        late(r"(?i)\ba+dha+r\b|\bUIDAI\b"),
    ),
)
_LONG_NUMBER = late(r"(?<![\w.,/-])[0-9](?:[ .-]?[0-9]){6,}(?:-?[A-Z]{1,2})?(?!\w)")
_NAME_OF_NUMBER_WITHIN = 40
"""Characters before a number in which the words for it are looked for."""
_IBAN = late(r"(?<!\w)[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,3})?(?!\w)")
_NO_SIGNS = late(r"[ .-]")


def secrets(text: str) -> Iterator[Secret]:
    """Yield what looks like a secret, keys first."""
    for match in _KEYS.finditer(text) if any(sign in text for sign in _SIGNS_OF_KEYS) else ():
        yield Secret("key", match.start(), match.end())
    for match in _LOGIN.finditer(text) if "://" in text and "@" in text else ():
        if not _NO_PASSWORD.fullmatch(match["word"]):
            yield Secret("login", match.start(), match.end())
    for match in _PASSWORD.finditer(text) if "assw" in text or "pwd" in text or "passcode" in text else ():
        yield Secret("login", match.start("word"), match.end())
    for match in _PERSONAL.finditer(text) if _SIGN_OF_NUMBER.search(text) else ():
        yield Secret("personal number", match.start(), match.end())
    for match in _LONG_NUMBER.finditer(text):
        before = text[max(0, match.start() - _NAME_OF_NUMBER_WITHIN) : match.start()]
        kind = _kind_of_number(match[0], before)
        if kind:
            yield Secret(kind, match.start(), match.end())
    for match in _IBAN.finditer(text) if "IBAN" in text else ():
        if check_digits.iban(_NO_SIGNS.sub("", match[0])):
            yield Secret("account number", match.start(), match.end())


def _kind_of_number(number: str, before: str) -> SecretKind | None:
    """Say what a number is: by its form and its check digits and, where these are not enough, the words before it.

    >>> _kind_of_number("1234567T", "Her PPS number is "), _kind_of_number("1234567T", "Your requisition is ")
    ('personal number', None)
    """
    bare = _NO_SIGNS.sub("", number)
    for checked in _CHECKED:
        is_named = checked.named is None or checked.named.search(before)
        if is_named and checked.form.fullmatch(number) and checked.is_right(bare):
            return checked.kind
    return None
