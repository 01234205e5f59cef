"""Text -> what in it looks like a key to a service or the number of a person: what nobody means to publish.

Only forms that nothing else has are known, by the prefixes that providers document; a number without its form is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postwright.late_pattern import late

SecretKind = Literal["key", "personal number"]


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
    r")(?![\w-])"
    r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"
)
_SIGNS_OF_KEYS = (
    *("sk-", "k_live_", "k_test_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
    *("AKIA", "ASIA", "AIza", "xox", "eyJ", "-----BEGIN "),
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


def secrets(text: str) -> Iterator[Secret]:
    """Yield what looks like a secret, keys first."""
    for match in _KEYS.finditer(text) if any(sign in text for sign in _SIGNS_OF_KEYS) else ():
        yield Secret("key", match.start(), match.end())
    for match in _PERSONAL.finditer(text) if _SIGN_OF_NUMBER.search(text) else ():
        yield Secret("personal number", match.start(), match.end())
