"""Pay that is not named, and what applicants are asked for: past pay, photographs, birth dates."""

from __future__ import annotations

from postwright.linting.categories._category import Category, category

CATEGORIES: dict[str, Category] = {
    "pay_vague": category(
        "Words about pay in place of a figure.",
        says="speaks of pay without saying what it is",
        why="Pay is the most useful part of a posting to readers, and pay laws ask for both ends of a range.",
        fires=[
            ("We offer a competitive salary.", "competitive salary"),
            ("The salary is negotiable.", "salary is negotiable"),
            ("We pay well.", "We pay well"),
            ("Great pay!", "Great pay"),
            ("Pay: £ competitive.", "£ competitive"),
            ("The salary is negotiable, plus a bonus of $500.", "salary is negotiable"),
        ],
        silent=[
            "The salary is $82,000 to $96,000 a year.",
            "You enjoy competitive programming.",
            "You will follow market rates for freight.",
            "You will oversee spending of up to $50,000 for events.",
            "The budget is in $; attractive offers win.",
        ],
    ),
    "salary_history": category(
        "Questions about what somebody earned before; an error where the law of the place surely bans them.",
        ground="pay",
        says="asks for past pay",
        why="What somebody earned before carries old inequalities on, and many places ban the question.",
        fires=[
            ("Pay is 5% more than you earn today.", "5% more than you earn today"),
            (
                "Applications that lack payslips will not be considered.",
                "Applications that lack payslips",
            ),
            ("Tell us your current salary.", "Tell us your current salary"),
            ("One more question: what do you currently make?", "what do you currently make"),
            ("Attach the last three payslips.", "Attach the last three payslips"),
            ("List the salary you received in each job.", "salary you received in each job"),
            ("We will verify your last salary.", "verify your last salary"),
            ("What did your last employer pay you?", "What did your last employer pay you"),
        ],
        silent=[
            "Pay is 5% more than last year.",
            "We never ask for your salary history.",
            "The current salary range is under review.",
            "You will verify the past earnings of borrowers.",
            "Members keep their present pay.",
            "The salary that you will earn depends on the shift.",
            "You check the pay details of the last three years for the union.",
            "Those who transfer from another branch keep the pay in their present role.",
        ],
    ),
    "unlawful_misc": category(
        "Photographs and birth dates.",
        ground="privacy",
        says="asks for what an employer may not ask for in many places",
        why="What is not known cannot be held against anyone; several laws forbid asking.",
        fires=[
            ("Applications plus headshot go to the head baker.", "Applications plus headshot"),
            ("Attach a photograph to your letter.", "Attach a photograph to your letter"),
            ("Give your date of birth on the first page.", "Give your date of birth on the first page"),
            ("State your height.", "State your height"),
        ],
        silent=[
            "Your CV needs no photograph.",
            "You will photograph houses for sale.",
            "After the offer we ask for your date of birth and bank details.",
            "Show photographs of your work.",
            "State the height of each shelf in the drawing.",
            "After the offer, send a copy of your passport.",
        ],
    ),
}
