"""A number -> whether its check digits are right, by the rules of those who give such numbers out.

Each function takes the digits (and letters) alone, without the blanks and dots between them. A number whose check is
right may still be another's; a number whose check is wrong is surely none of the kind.
"""

from __future__ import annotations

_LETTERS_OF_DNI = "TRWAGMYFPDXBNJZSQVHLCKE"
_LETTERS_OF_PPS = "WABCDEFGHIJKLMNOPQRSTUV"


def luhn(number: str) -> bool:
    """Say whether every second digit doubled gives a sum that ten divides (ISO/IEC 7812; payment cards, SIN).

    >>> luhn("4111111111111111"), luhn("4111111111111112")
    (True, False)
    """
    odd = sum(int(digit) for digit in number[::-2])
    return (odd + sum(sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])) % 10 == 0


def iban(number: str) -> bool:
    """Say whether the first four moved to the end leave 1 of 97 (ISO 13616).

    >>> iban("GB82WEST12345698765432"), iban("GB83WEST12345698765432")
    (True, False)
    """
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def pps(number: str) -> bool:
    """Say whether the letter after seven digits is right (Ireland; Department of Social Protection).

    >>> pps("1234567T"), pps("1234567A"), pps("1234567FA")
    (True, False, True)
    """
    total = _weighted(number[:7], (8, 7, 6, 5, 4, 3, 2))
    if number[8:9] not in ("", "W"):
        total += 9 * (ord(number[8]) - ord("A") + 1)
    return _LETTERS_OF_PPS[total % 23] == number[7]


def tfn(number: str) -> bool:
    """Say whether eleven divides the weighted sum of nine digits (Australia; tax file number).

    >>> tfn("123456782"), tfn("123456789")
    (True, False)
    """
    return _weighted(number, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def bsn(number: str) -> bool:
    """Say whether nine digits pass the test of eleven (Netherlands).

    >>> bsn("111222333"), bsn("111222334")
    (True, False)
    """
    return _weighted(number, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def nhs(number: str) -> bool:
    """Say whether the tenth digit makes the weighted sum one that eleven divides (NHS Data Dictionary).

    >>> nhs("9434765919"), nhs("9434765918")
    (True, False)
    """
    return _weighted(number, (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def dni(number: str) -> bool:
    """Say whether the letter after eight digits is right (Spain).

    >>> dni("12345678Z"), dni("12345678A")
    (True, False)
    """
    return _LETTERS_OF_DNI[int(number[:8]) % 23] == number[8]


def pesel(number: str) -> bool:
    """Say whether the eleventh digit makes the weighted sum one that ten divides (Poland).

    >>> pesel("44051401359"), pesel("44051401358")
    (True, False)
    """
    return _weighted(number, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0


def nir(number: str) -> bool:
    """Say whether the last two of fifteen digits are what 97 lacks (France; INSEE).

    >>> nir("255081416802538"), nir("255081416802539")
    (True, False)
    """
    return 97 - int(number[:13]) % 97 == int(number[13:])


def cpf(number: str) -> bool:
    """Say whether the last two of eleven digits are right (Brazil; Receita Federal).

    >>> cpf("11144477735"), cpf("11144477736")
    (True, False)
    """
    first, second = (_weighted(number[:length], range(length + 1, 1, -1)) * 10 % 11 % 10 for length in (9, 10))
    return number[9:] == f"{first}{second}"


def aadhaar(number: str) -> bool:
    """Say whether twelve digits pass the scheme of Verhoeff (India; UIDAI).

    >>> aadhaar("234123412346"), aadhaar("234123412347")
    (True, False)
    """
    check = 0
    for place, digit in enumerate(reversed(number)):
        turned = int(digit)
        for _ in range(place % 8):
            turned = _TURN[turned]
        check = _turned_by(check, turned)
    return check == 0


_TURN = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)
"""What a digit becomes in the next place of Verhoeff's scheme."""


def _turned_by(one: int, other: int) -> int:
    """Return the product of two of the ten turns and flips of a pentagon."""
    if one < 5:
        return (one + other) % 5 if other < 5 else 5 + (one + other) % 5
    return 5 + (one - other) % 5 if other < 5 else (one - other) % 5


def _weighted(number: str, weights: tuple[int, ...] | range) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True))
