"""Body, health and family life as a condition."""

from __future__ import annotations

from postwright.linting.categories._category import Category, category

CATEGORIES: dict[str, Category] = {
    "ability": category(
        "Wording that shuts out disabled people.",
        ground="body",
        says="asks for a body rather than for the work to be done",
        why="Disability law asks employers to name the task, and to allow that it is done in another way.",
        fires=[
            ("Only able-bodied people should apply.", "able-bodied"),
            ("You are physically fit and work outdoors.", "physically fit"),
            ("Wheelchair users cannot be considered.", "Wheelchair users cannot be considered"),
            ("No speech impediments, please.", "No speech impediments"),
            ("Applicants with an impairment need not apply.", "Applicants with an impairment need not apply"),
            ("Neurotypical candidates only.", "Neurotypical candidates only"),
            ("We cannot make adjustments for disabled staff.", "cannot make adjustments for disabled staff"),
        ],
        silent=[
            "You will test our website with people who are blind or deaf.",
            "You will stand for most of a shift; we make reasonable accommodations.",
            "You will run the daily stand-up and walk through the plan with the team.",
            "Move boxes of up to 20 kg, with or without accommodation.",
            "You will teach children with special needs.",
            "You will repair bodily defects of old church organs.",
            "You will help patients who cannot walk without aids.",
            "A strong back office and a good spine of data are what we build.",
            "We cannot make adjustments for the price of a guest's room.",
            "You will fit people with able hands for gloves.",
        ],
    ),
    "health": category(
        "Questions and conditions about health.",
        ground="body",
        says="asks about health",
        why="Questions about health before an offer are unlawful in the US and the UK.",
        fires=[
            ("Applicants must be in good health.", "in good health"),
            ("You have no medical conditions.", "no medical conditions"),
            ("Non-smokers only.", "Non-smokers"),
            ("List your sick days of the last two years.", "List your sick days"),
            ("You will be asked about past illnesses.", "asked about past illnesses"),
            ("We will ask about your medical history.", "ask about your medical history"),
        ],
        silent=[
            "You will keep a healthy balance between speed and care.",
            "We offer health insurance from the first day.",
            "You will advise people who are off sick.",
            "After an offer, the law asks for a medical examination of drivers.",
            "You answer questions about health from callers to the helpline.",
            "You ask visitors about allergies before they book.",
            "You ask about the health of each patient.",
        ],
    ),
    "parental_marital": category(
        "Marriage, children and pregnancy.",
        ground="family",
        says="asks about family life",
        why="Family status says nothing about the work; asking for it is unlawful in many places.",
        fires=[
            ("Applicants should be unmarried.", "should be unmarried"),
            ("Mothers of small children will struggle here.", "Mothers of small children will struggle"),
            ("No employment gaps, please.", "No employment gaps"),
            ("The hours suit mums of small children.", "suit mums"),
            ("Ideal for parents with young children.", "Ideal for parents with young children"),
        ],
        silent=[
            "You will maintain our single sign-on.",
            "You will work with children and their families.",
            "You are considered whatever your marital status.",
            "Health insurance covers your spouse and children.",
            "You will write books that are ideal for parents.",
            "You will talk to parents of pupils.",
        ],
    ),
}
