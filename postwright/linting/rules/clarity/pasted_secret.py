"""clarity/pasted-secret: a key to a service, or the number of a person or an account, stands in the posting.

What: text of the form that a provider gives its keys, an address with a password in it, the number of a card or an
account, and what a country gives its people: insurance and tax numbers, by their form or their check digits. Why: a
posting is public, and copies of it stay. Instead: take it out; a key that was published must be changed. Only its
first letters are marked, so that reports and logs do not pass it on.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.reading.secrets import SecretKind, secrets

_SHOWN = 4
"""Characters of it that are marked."""
_SAID: dict[SecretKind, tuple[str, str]] = {
    "key": ("What begins here looks like a key to a service.", "Take it out, and have the key changed"),
    "login": (
        "What begins here is a password, or an address with one in it.",
        "Take it out, and have the password changed",
    ),
    "personal number": ("What begins here looks like a person's insurance number.", "Take it out"),
    "account number": ("What begins here looks like the number of a card or an account.", "Take it out"),
}


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for each."""
    for secret in secrets(context.text):
        message, advice = _SAID[secret.kind]
        yield Finding(
            rule=RULE.id,
            severity="warning",
            start=secret.start,
            end=min(secret.start + _SHOWN, secret.end),
            message=message,
            why=RULE.why,
            source=RULE.source,
            fixes=(Fix(advice, "hint"),),
        )


RULE = Rule(
    id="clarity/pasted-secret",
    severity="warning",
    summary="A key to a service or a person's number stands in the text.",
    why="A posting is public, and copies of it stay: whoever finds the key can use it.",
    source="Forms of keys as their providers document them; GOV.UK, NIM39110; SSA, RM 10201 (read 2026)",
    check=check,
    fires=(
        Example(text="You call our service with sk-live-4f9a7c1e8b2d6035aa91 each night.", quote="sk-l"),
        Example(text="The build signs in with AKIAZ7QX4M2PL9RT6WBC to fetch the images.", quote="AKIA"),
        Example(text="Give your number, for example JG 48 21 07 C, on the first day.", quote="JG 4"),
        Example(text="Forms carry a number such as 219-45-8813 in the corner.", quote="219-"),
        Example(text="The bakery's board is postgres://oven:Rye7loaf91@db.crumb.example/orders.", quote="post"),
        Example(
            text="The till posts to https://hooks.slack.com/services/T00BREAD/B00ROLLS/q7Wm2Lx9Zt4K.", quote="http"
        ),
        Example(text="Sign in as baker, password Cru5tyLoaf, and have a look.", quote="Cru5"),
        Example(text="Flour is paid with 4111 1111 1111 1111 at the mill.", quote="4111"),
        Example(text="Ring Ann Lee, whose PPS number is 1234567T, before you come.", quote="1234"),
        Example(text="Deposits go to IBAN GB82 WEST 1234 5698 7654 32 by Friday.", quote="GB82"),
    ),
    silent=(
        Example(text="You keep keys such as sk-... out of the code and rotate AKIA keys."),
        Example(text="Call 0161 496 0219 or 555-219-8813; the requisition is QH482107."),
        Example(text="Grade GB 12 34 56 A is a paper size that we print."),
        Example(text="The requisition is 1234567T, the cost centre 4111 1111 1111 1112."),
        Example(text="Your PPS number is needed for the payroll; the room is 1234567A."),
        Example(text="You set up password managers such as 1Password and reset password after password."),
        Example(text="You know that postgres://user:password@host/name is how our tools are told where to look."),
    ),
    known_problems="A number of a product or a requisition can have the form of an insurance number.",
)
