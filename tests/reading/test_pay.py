"""Base pay: amounts, currency and period; and money that is none."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.reading.document import parse
from postwright.reading.pay import find_pay
from postwright.reading.sections import find_sections

GUIDELINES = load_guidelines()


def read_pay(text: str) -> tuple[str, float | None, float | None, str, str | None, str] | None:
    document = parse(text)
    pay = find_pay(document, find_sections(document, GUIDELINES))
    if pay is None:
        return None
    return pay.kind, pay.minimum, pay.maximum, pay.currency, pay.period, text[pay.start : pay.end]


RANGES = [
    ("The base salary is $62,000 to $74,500 a year.", 62000, 74500, "USD", "year", "$62,000 to $74,500 a year"),
    ("Salary: $62k-$74k", 62000, 74000, "USD", "year", "$62k-$74k"),
    ("Salary: £28-31k", 28000, 31000, "GBP", "year", "£28-31k"),
    ("Salary: £28-31,500 depending on skills", 28000, 31500, "GBP", "year", "£28-31,500"),
    ("Pay: $19.25 - $22.75 per hour", 19.25, 22.75, "USD", "hour", "$19.25 - $22.75 per hour"),
    ("Hourly rate: $19-22", 19, 22, "USD", "hour", "$19-22"),
    ("Wage: $18/hr to $21/hr", 18, 21, "USD", "hour", "$18/hr to $21/hr"),
    ("Compensation: USD 120,000 - 140,000 per annum", 120000, 140000, "USD", "year", "USD 120,000 - 140,000 per annum"),
    ("Gross salary: between 45.000 € and 52.000 € per year", 45000, 52000, "EUR", "year",
     "45.000 € and 52.000 € per year"),
    ("The annual salary range is €53.900 — €72.900", 53900, 72900, "EUR", "year", "€53.900 — €72.900"),
    ("Salary: 81,000.00 USD PER YEAR - 94,500.00 USD PER YEAR", 81000, 94500, "USD", "year",
     "81,000.00 USD PER YEAR - 94,500.00 USD PER YEAR"),
    ("CTC: 8-12 LPA", 800000, 1200000, "INR", "year", "8-12 LPA"),
    ("Salary: ₹6 lakh to ₹9 lakh per year", 600000, 900000, "INR", "year", "₹6 lakh to ₹9 lakh per year"),
    ("Salary: Minimum $56,000, Maximum $85,000", 56000, 85000, "USD", "year", "$56,000, Maximum $85,000"),
    ("Min hiring rate $29.00 max hiring rate $32.00", 29, 32, "USD", "hour", "$29.00 max hiring rate $32.00"),
    ("Salary: GS-13 Step 1 - $92,100 to GS-13 Step 10 $119,700", 92100, 119700, "USD", "year",
     "$92,100 to GS-13 Step 10 $119,700"),
    ("Monthly salary: $4,583-$5,729", 4583, 5729, "USD", "month", "$4,583-$5,729"),
    ("| Remote (EU) | Full-time | $120k-150k + equity |", 120000, 150000, "USD", "year", "$120k-150k"),
    ("Toronto, Ontario. Annual salary: $85,000 - $99,000", 85000, 99000, "CAD", "year", "$85,000 - $99,000"),
    ("Annual salary: CAD 85,000 - 99,000", 85000, 99000, "CAD", "year", "CAD 85,000 - 99,000"),
    ("Based in Melbourne, Australia. Salary $98,000 to $110,000 plus superannuation", 98000, 110000, "AUD", "year",
     "$98,000 to $110,000"),
    ("## Pay\n\nThe base pay is $20.50 to $23.75 an hour.\n\nA signing bonus of $2,000 on top.", 20.5, 23.75, "USD",
     "hour", "$20.50 to $23.75 an hour"),
]  # fmt: skip

SINGLES = [
    ("Salary: £33,000 pa", 33000, "GBP", "year", "£33,000 pa"),
    ("Up to $140,000 per year base salary", 140000, "USD", "year", "$140,000 per year"),
    ("Pay rate: $17.50/hour", 17.5, "USD", "hour", "$17.50/hour"),
    ("We pay a day rate of €450 per day", 450, "EUR", "day", "€450 per day"),
    ("The salary is CHF 7'200 a month", 7200, "CHF", "month", "CHF 7'200 a month"),
    ("Stipend: $800 per week", 800, "USD", "week", "$800 per week"),
]

VAGUE = [
    ("We offer a competitive salary and a friendly team.", "competitive salary"),
    ("Salary: negotiable", "Salary: negotiable"),
    ("Salary is commensurate with experience.", "Salary is commensurate"),
    ("Pay depends on experience and skills.", "Pay depends on"),
    ("An attractive remuneration package awaits you.", "attractive remuneration"),
    ("Full-time, DOE", "DOE"),
]

NONE = [
    "A sign-on bonus of $5,000 is paid after 90 days.",
    "Relocation allowance of up to $10,000.",
    "We match your 401(k) contributions up to 4%.",
    "401k with company match",
    "You will manage a budget of $2,500,000 a year.",
    "We raised $40M in funding last spring.",
    "Our annual revenue is $120,000,000.",
    "Grow sales from $500,000 to $750,000 in your territory.",
    "A learning stipend of $1,500 per year.",
    "Referral bonus: $1,000",
    "Medical plan with a $0 deductible and $20 co-pays.",
    "Life insurance of $50,000",
    "Handle invoices of $10,000 to $50,000.",
    "Competitive benefits and room to grow.",
    "Call 555-1234 between 9,000 and 10,000 times.",
    "A gym membership worth £40 a month",
    "The plant turns 3,000 - 4,000 tonnes a year.",
    "Open from 2019 to 2024, with 12,000 visitors.",
    "Employees pay attention to detail.",
    "",
]


@pytest.mark.parametrize(("text", "minimum", "maximum", "currency", "period", "quote"), RANGES)
def test_a_range_is_read_with_currency_and_period(
    text: str, minimum: float, maximum: float, currency: str, period: str, quote: str
) -> None:
    assert read_pay(text) == ("range", minimum, maximum, currency, period, quote)


@pytest.mark.parametrize(("text", "amount", "currency", "period", "quote"), SINGLES)
def test_a_single_figure_is_minimum_and_maximum(
    text: str, amount: float, currency: str, period: str, quote: str
) -> None:
    assert read_pay(text) == ("single", amount, amount, currency, period, quote)


@pytest.mark.parametrize(("text", "quote"), VAGUE)
def test_words_without_a_figure_are_vague(text: str, quote: str) -> None:
    assert read_pay(text) == ("vague", None, None, "", None, quote)


@pytest.mark.parametrize("text", NONE)
def test_other_money_is_no_base_pay(text: str) -> None:
    assert read_pay(text) is None


def test_the_plain_range_wins_over_a_bonus_before_it() -> None:
    text = "Earn a $3,000 bonus in your first year. The salary range for this role is $58,000 - $66,000."
    assert read_pay(text) == ("range", 58000, 66000, "USD", "year", "$58,000 - $66,000")


def test_offsets_hold_where_lower_case_is_longer() -> None:
    text = "İİİ Salary: $50,000 - $60,000"
    assert read_pay(text) == ("range", 50000, 60000, "USD", "year", "$50,000 - $60,000")
