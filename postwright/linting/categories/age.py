"""Age: wording that prefers the young, caps experience, or speaks of older people."""

from __future__ import annotations

from postwright.linting.categories._category import Category, category

CATEGORIES: dict[str, Category] = {
    "age_young": category(
        "Wording that prefers the young.",
        ground="age",
        says="can be read as a preference for the young",
        why="Age preferences in advertisements are unlawful in the US (40 and over), the EU, the UK and elsewhere.",
        fires=[
            ("You are a digital native.", "digital native"),
            ("We look for recent graduates with good grades.", "look for recent graduates"),
            ("Join our young and dynamic team.", "young and dynamic"),
            ("Applicants should be under 35 years of age.", "Applicants should be under 35 years of age"),
            ("Suits somebody fresh out of college.", "fresh out of college"),
        ],
        silent=[
            "Recent graduates and people with thirty years behind them are equally welcome.",
            "You will plan holidays for customers in their twenties.",
            "You will plant young trees with volunteers aged 16 to 25.",
            "You will teach young people to swim.",
            "You audited banks at Ernst & Young.",
            "You will sell to digital native brands.",
            "We are a young company in an old industry.",
            "We insure drivers of at most 40 years.",
        ],
    ),
    "age_cap": category(
        "An upper limit on years of experience.",
        ground="age",
        says="puts a cap on experience",
        hints="can be read as a cap on experience",
        why="Those with more years are mostly older: a cap works as an age limit.",
        fires=[
            (
                "If you have over 12 years behind you, this isn’t for you.",
                "over 12 years behind you, this isn’t for you",
            ),
            (
                "Three years at an oven; we do not read CVs with more.",
                "Three years at an oven; we do not read CVs with more",
            ),
            ("You have no more than 5 years of experience.", "no more than 5 years of experience"),
            ("Overqualified applicants will be told so.", "Overqualified"),
            ("Experience must not exceed six years.", "Experience must not exceed six years"),
        ],
        silent=[
            "We do not want bread with more sugar than last year.",
            "You have a minimum of 3 to 5 years of experience in purchasing.",
            "Nice to have\n\n- 2 to 4 years of experience in retail",
            "You have 10+ years of experience in retail, including 3 to 5 years of buying experience.",
            "The contract lasts up to 2 years.",
            "You have at least 5 years of experience in purchasing.",
            "Show no more than ten years of employment history.",
            "At most three years of address history are checked.",
            "Bakers with fewer than four years of experience will not be considered.",
            "No calls from people with under six years of oven experience.",
        ],
        known_problems="A range such as “3 to 5 years of experience” is only pointed out (info): most mean a level.",
    ),
    "age_old": category(
        "Wording about older people.",
        ground="age",
        says="speaks about age",
        why="Age is not a skill; name the experience that the work needs.",
        fires=[
            ("We look for a mature person for the reception.", "mature person"),
            ("This is no place for dinosaurs.", "no place for dinosaurs"),
            ("It would suit a pensioner.", "suit a pensioner"),
            ("The upper age limit for this post is 52.", "upper age limit for this post is 52"),
            ("Nobody older than 45.", "Nobody older than 45"),
            ("Older candidates are unlikely to be happy with us.", "Older candidates are unlikely to"),
        ],
        silent=[
            "You will help older people in their homes.",
            "You will prepare the dinosaur hall of the museum.",
            "You will work on a mature codebase.",
            "You will advise mature students on their grants.",
            "You will look after people under the age of 65 who live with dementia.",
            "The pension scheme ends at a maximum age of 75 for members.",
            "The bridge is not older than 40 years.",
            "Lift up to 50 pounds, with help.",
        ],
    ),
}
