"""What the wording categories are about, in words, with examples that fire and near-misses that do not.

The wordings themselves, their reasons and sources are data (guidelines/wording/). A category of the house's own that is
not described here gets a plain description and no examples.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postwright.linting.rule import Example


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of wording."""

    summary: str
    """One line: what is remarked on."""
    says: str
    """Completes "“<the words>” ..." in the message."""
    why: str
    fires: tuple[Example, ...] = ()
    silent: tuple[Example, ...] = ()
    known_problems: str = ""
    hints: str = ""
    """Stands in for `says` where the entry is only a hint (info)."""


def about(category: str) -> Category:
    """Return the description of a category."""
    known = _CATEGORIES.get(category)
    if known:
        return known
    name = category.replace("_", " ")
    return Category(f"Wording that the house remarks on: {name}.", "is wording that the house avoids", "A house rule.")


def _category(
    summary: str,
    *,
    says: str,
    why: str,
    fires: Sequence[tuple[str, str]],
    silent: Sequence[str],
    known_problems: str = "",
    hints: str = "",
) -> Category:
    return Category(
        summary=summary,
        says=says,
        why=why,
        fires=tuple(Example(text=text, quote=quote) for text, quote in fires),
        silent=tuple(Example(text=text) for text in silent),
        known_problems=known_problems,
        hints=hints,
    )


_CATEGORIES = {
    "gendered_title": _category(
        "Job titles that name one sex.",
        says="names one sex",
        why="A title for one sex tells the other that it is not meant; many laws forbid it in advertisements.",
        fires=[
            ("We need a salesman for the north of the city.", "salesman"),
            ("The storeman counts the boxes.", "storeman"),
            ("Each shift is run by a foreman who plans the work.", "foreman"),
            ("The evening waitress serves twelve tables.", "waitress"),
        ],
        silent=[
            "The waiter/waitress serves twelve tables.",
            "You will set up servers with Puppet and Foreman.",
            "You will dress the cast of the musical Waitress.",
            "You will sell Craftsman and other tools.",
            "You will sell cleaning products to hotels.",
            "The craftsmanship of our cabinets is known in the whole region.",
            "You will run the gift shop of the Isle of Man museum.",
            "You will administer mailing lists with Mailman.",
            "Our office is on Foreman Street.",
        ],
    ),
    "gendered_pronoun": _category(
        "“He” or “she” for whoever will be hired.",
        says="speaks of one sex",
        why="The person to be hired is not known yet; “you” or “they” speaks to everyone.",
        fires=[
            (
                "The successful candidate knows the stock and he will order what is missing.",
                "The successful candidate knows the stock and he",
            ),
            ("The clerk keeps the ledger; his duties include the monthly report.", "his duties"),
            ("Our new driver brings her own boots.", "Our new driver brings her"),
            ("He/she will count the stock.", "He/she"),
        ],
        silent=[
            "The post holder writes his, her or their report on Fridays.",
            "You will act for the director in his or her absence.",
            "You will assist a writer who works by hand; he rises early.",
            "Our founder Ruth Abel started with one shop, and she still visits it every week.",
            "You will keep the ledger and write the monthly report.",
            "Call Mrs Adeyemi; she will show you round.",
        ],
    ),
    "gendered_noun": _category(
        "Words for people that name one sex.",
        says="names one sex",
        why="Half of the readers are not in the word.",
        fires=[
            ("We are a workshop of guys who love wood.", "guys"),
            ("Our brogrammers ship every day.", "brogrammers"),
            ("You will man the phones on Saturdays.", "man the phones"),
            ("Talk the plan through with our workmen.", "workmen"),
            ("You will lead a crew of ten men.", "crew of ten men"),
        ],
        silent=[
            "You will coach girls and boys of the swimming club.",
            "You will mount guy wires on the mast.",
            "You will protect the network against the bad guys.",
            "You will look after mothers and newborn girls on the ward.",
            "The workmen's compensation claims of our clients are yours.",
            "You will cast a crowd of ten men and women for the film.",
            "You will clean the shops on Ladies' Mile.",
            "You will fit suits at a gentlemen's outfitter.",
        ],
    ),
    "sex_preference": _category(
        "A preference for men or women.",
        says="asks for one sex or for looks",
        why="Asking for one sex is unlawful in most places unless the work itself requires it and the law says so.",
        fires=[
            ("Front desk agent, female only.", "female only"),
            ("For this position we prefer men.", "prefer men"),
            ("This is no job for a woman.", "no job for a woman"),
            ("We will only interview women.", "only interview women"),
        ],
        silent=[
            "You will test male and female connectors.",
            "You will cut hair for women, men and children.",
            "We encourage women to apply.",
            "You will support residents of a women-only shelter.",
            "The refuge employs both women and men.",
            "You will only interview men and women who took part in the study.",
        ],
    ),
    "orientation": _category(
        "Wording that shuts out gay, bisexual or transgender people.",
        says="tells some people that they are not welcome",
        why="It signals that people are judged by how they live.",
        fires=[
            ("Our house stands for traditional family values.", "traditional family values"),
            ("Gay applicants need not apply.", "Gay applicants need not apply"),
        ],
        silent=[
            "You will plan weddings of straight and gay couples.",
            "You will run the straight-line depreciation.",
            "We do not discriminate on the ground of sexual orientation.",
            "You will design traditional family homes for regional builders.",
        ],
    ),
    "age_young": _category(
        "Wording that prefers the young.",
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
    "age_cap": _category(
        "An upper limit on years of experience.",
        says="puts a cap on experience",
        hints="can be read as a cap on experience",
        why="Those with more years are mostly older: a cap works as an age limit.",
        fires=[
            ("You have no more than 5 years of experience.", "no more than 5 years of experience"),
            ("Overqualified applicants will be told so.", "Overqualified"),
            ("Experience must not exceed six years.", "Experience must not exceed six years"),
        ],
        silent=[
            "You have a minimum of 3 to 5 years of experience in purchasing.",
            "Nice to have\n\n- 2 to 4 years of experience in retail",
            "The contract lasts up to 2 years.",
            "You have at least 5 years of experience in purchasing.",
            "Show no more than ten years of employment history.",
            "At most three years of address history are checked.",
        ],
        known_problems="A range such as “3 to 5 years of experience” is only pointed out (info): most mean a level.",
    ),
    "age_old": _category(
        "Wording about older people.",
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
    "ability": _category(
        "Wording that shuts out disabled people.",
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
    "health": _category(
        "Questions and conditions about health.",
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
    "nationality_language": _category(
        "Native speakers, accents and experience in one country.",
        says="asks where somebody comes from instead of what they can do",
        why="Where a person grew up is not how well they speak; it is indirect discrimination by origin.",
        fires=[
            ("You are a native English speaker.", "native English speaker"),
            ("German as your mother tongue is a condition.", "German as your mother tongue is a condition"),
            ("You speak without a foreign accent.", "without a foreign accent"),
            ("You must sound British on the phone.", "You must sound British on the phone"),
        ],
        silent=[
            "You will build a native app for iOS.",
            "Experience with cloud-native systems and React Native.",
            "You need not be a native speaker.",
            "You will take calls in many accents and dialects.",
            "You will support pupils whose first language is not English.",
            "You will make our translated copy sound native.",
        ],
    ),
    "citizenship": _category(
        "Citizenship or one visa status as a condition.",
        says="asks for citizenship or for one kind of permit",
        why="Where no law asks for it, US law forbids asking for citizens only; ask for the right to work.",
        fires=[
            ("Must be US citizen or green card.", "Must be US citizen or green card"),
            ("Citizens only.", "Citizens only"),
            ("No OPT or H-1B.", "No OPT or H-1B"),
        ],
        silent=[
            "A security clearance is needed, for which the law asks for U.S. citizens.",
            "You will help senior citizens with their tax returns.",
            "You must be authorised to work in the US.",
            "You must be a US citizen or otherwise authorized to work here.",
            "We sponsor H-1B visas.",
        ],
    ),
    "race_ethnicity": _category(
        "Wording about origin, hair, or “fit”.",
        says="can shut people out by their origin",
        why="It names a group, or leaves room for judging people by likeness.",
        fires=[
            ("We hire for culture fit.", "culture fit"),
            ("You will write down our tribal knowledge.", "tribal knowledge"),
            ("Immigrants need not apply.", "Immigrants need not apply"),
            ("White applicants only.", "White applicants only"),
            ("A European appearance is required.", "A European appearance is required"),
            ("Candidates of colour need not apply.", "Candidates of colour need not apply"),
            ("You are white.", "You are white"),
        ],
        silent=[
            "You will find race conditions and deadlocks.",
            "You will work with the council of a federally recognized tribe.",
            "Wear black shoes only.",
            "You will care for works by African American artists.",
            "You will sell furniture with Scandinavian looks.",
            "We encourage candidates of colour to apply.",
            "You will study barriers for people with foreign names who will not be considered elsewhere.",
        ],
    ),
    "religion": _category(
        "A religion as a condition.",
        says="asks for a religion",
        why="Religion may be asked for only by a religious employer, and only where the law allows it.",
        fires=[
            ("We are looking for christian-minded colleagues in our shop.", "christian-minded"),
            ("You are a practising Catholic.", "You are a practising Catholic"),
            ("No headscarves at the counter.", "No headscarves"),
            ("You must be baptised.", "must be baptised"),
            ("We seek a Christian bookkeeper.", "seek a Christian bookkeeper"),
            ("No kippahs in the shop.", "No kippahs"),
        ],
        silent=[
            "You will write about Christian art for the museum.",
            "You may wear religious dress at work.",
            "Our parish seeks a practising Catholic as its secretary.",
            "You are a firm believer in tests.",
            "You will index baptism records of the county.",
            "You will draft confirmation letters.",
            "You will serve Jewish families and Hindu families alike.",
            "You will show visitors who keep kosher round the kitchen.",
        ],
    ),
    "parental_marital": _category(
        "Marriage, children and pregnancy.",
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
    "culture_cliche": _category(
        "Clichés about people and culture.",
        says="is a cliché that says nothing about the work",
        why="It describes a mood instead of the job, and many readers do not recognise themselves in it.",
        fires=[
            ("We want a rockstar developer.", "rockstar"),
            ("We are looking for a coding ninja.", "ninja"),
            ("We work hard, play hard.", "work hard, play hard"),
            ("You think outside the box.", "think outside the box"),
            ("It feels like family here.", "feels like family"),
            ("We look for a team player.", "team player"),
            ("You live and breathe spreadsheets.", "live and breathe"),
            ("We want a Rockstar developer.", "Rockstar"),
        ],
        silent=[
            "Builds run with CMake and Ninja.",
            "You will sew the costume of a wizard.",
            "You will build the set-up wizard and release with Maven.",
            "We are not looking for rockstars.",
            "We are a family-owned bakery.",
            "You will keep our setup wizards simple.",
            "You will take blood and DNA samples.",
            "Residents should feel like home here.",
            "You will sort the player cards of each team.",
            "You will cook for hungry people in the shelter.",
            "You will sell Ninja blenders and mixers.",
            "The programmes are:\n\n- 10x\n- Civic labs",
            "You will write code with 10x, a fund for civic ideas.",
            "The posts are:\n\n- 10x - Product designer",
            "Our bank is one of the newest unicorns of the city.",
            "You will teach the principles of disruptive innovation.",
        ],
    ),
    "pressure_euphemism": _category(
        "Polite words for pressure and long hours.",
        says="hints at pressure without saying what is meant",
        why="Readers take the worst meaning. Say the hours, the peaks and the support.",
        fires=[
            ("You can hit the ground running.", "hit the ground running"),
            ("You wear many hats.", "wear many hats"),
            ("This is no nine-to-five job.", "no nine-to-five job"),
            ("You work well under pressure.", "work well under pressure"),
            ("You are happy to work unsocial hours.", "unsocial hours"),
        ],
        silent=[
            "You clean pipes with high-pressure water.",
            "You breed stress-resistant wheat.",
            "You help patients cope with stress.",
            "The shop is open late and phones are answered around the clock.",
            "Nurses are paid an unsocial hours payment.",
            "NHS ward clerk. You are happy to work some unsocial hours.",
            "To hit the ground running you will need experience with looms.",
            "You will help clients become comfortable with uncertainty.",
            "We think that sailing is a way of life that binds people.",
            "We make locks for always-on connected devices.",
            "You will test pumps and valves that stand under high pressure.",
        ],
    ),
    "socioeconomic": _category(
        "Conditions that depend on money or background.",
        says="depends on money or background rather than on ability",
        why="It shuts out people who could do the work and lack only means or a well-known school.",
        fires=[
            ("You come from an Ivy League school.", "from an Ivy League school"),
            ("You bring your own car to work.", "You bring your own car"),
            ("A registration fee of $40 is payable.", "registration fee of $40 is payable"),
            ("The first month is unpaid.", "first month is unpaid"),
            ("This is an unpaid internship.", "unpaid internship"),
            ("You must be employed at present.", "must be employed at present"),
            ("The unemployed need not apply.", "The unemployed need not apply"),
            ("A trial shift is unpaid.", "trial shift is unpaid"),
            ("An application fee of $25 is due.", "application fee of $25 is due"),
            ("Homeless people cannot be hired.", "Homeless people cannot be hired"),
        ],
        silent=[
            "You will provide reliable transportation to patients.",
            "The care ratio on the ward is 2:1.",
            "You will coach the rowing team of an Ivy League college.",
            "You will pay down technical debt.",
            "We pay for your training and your laptop.",
            "You will advise the unemployed on training.",
            "The methods must be employed with care.",
            "You will help people with debts who cannot pay their rent.",
            "You will help homeless people who cannot be housed elsewhere.",
            "You will check the credit history of borrowers.",
            "There is no application fee.",
            "Machinists are required to furnish their own small hand tools.",
        ],
    ),
    "criminal_record": _category(
        "A spotless record as a condition.",
        says="asks for a spotless record before an offer",
        why="Fair-chance laws in many places forbid it in advertisements; a check can follow the offer.",
        fires=[
            ("No criminal record.", "No criminal record"),
            ("You have a clean background.", "clean background"),
            ("People with a conviction will not be considered.", "conviction will not be considered"),
            ("No entries in the police register.", "No entries in the police register"),
            ("A blank criminal record certificate is a condition.", "blank criminal record certificate"),
        ],
        silent=[
            "You have a clean driving record.",
            "You write clean code.",
            "A criminal record will not automatically exclude you.",
            "Our site has a clean record: no accident in three years.",
            "You see that no entries in the ledger are missing.",
            "You check that each volunteer has a clear DBS certificate.",
        ],
    ),
    "vague_experience": _category(
        "Amounts of experience or skill that everyone reads differently.",
        says="leaves open how much is enough",
        why="Exact, testable requirements bring more qualified people to apply (Coffman, Collis and Kulkarni 2024).",
        fires=[
            ("You have several years of experience in purchasing.", "several years of experience"),
            ("Proven track record in retail.", "Proven track record"),
            ("A number of years in shipping.", "A number of years in"),
            ("Ample experience of ovens.", "Ample experience"),
        ],
        silent=[
            "The store gives strong consistency across regions.",
            "Our company has many years of experience in shipping.",
            "You will gain solid experience in tax law.",
            "How many years of experience do you have?",
            "Our bakers have ample experience.",
            "The loan runs for a few years.",
            "Some experience with vans is not needed.",
            "You work alongside highly motivated teammates.",
            "A baker with sufficient experience, deemed equal to an apprenticeship, may apply.",
            "Our bread rests on a thorough understanding of our customers.",
        ],
    ),
    "pay_vague": _category(
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
    "tech_terms": _category(
        "Technical terms with a plain alternative.",
        says="has a plain alternative that nobody minds",
        why="The newer words say better what is meant.",
        fires=[
            ("You will maintain the master/slave replication.", "master/slave"),
            ("You keep the black lists of senders.", "black lists"),
        ],
        silent=[
            "You will make white hats and black hats of felt.",
            "You repair grandfather clocks.",
            "A master's degree is welcome.",
            "You are a certified Scrum Master.",
            "You configure Whitelist Pro for our clients.",
        ],
    ),
    "unlawful_misc": _category(
        "Photographs and birth dates.",
        says="asks for what an employer may not ask for in many places",
        why="What is not known cannot be held against anyone; several laws forbid asking.",
        fires=[
            ("Attach a photograph to your letter.", "Attach a photograph to your letter"),
            ("Give your date of birth on the first page.", "Give your date of birth on the first page"),
            ("State your height.", "State your height"),
        ],
        silent=[
            "You will photograph houses for sale.",
            "After the offer we ask for your date of birth and bank details.",
            "Show photographs of your work.",
            "State the height of each shelf in the drawing.",
            "After the offer, send a copy of your passport.",
        ],
    ),
    "salary_history": _category(
        "Questions about what somebody earned before; an error where the law of the place surely bans them.",
        says="asks for past pay",
        why="What somebody earned before carries old inequalities on, and many places ban the question.",
        fires=[
            ("Tell us your current salary.", "Tell us your current salary"),
            ("One more question: what do you currently make?", "what do you currently make"),
            ("Attach the last three payslips.", "Attach the last three payslips"),
            ("List the salary you received in each job.", "salary you received in each job"),
            ("We will verify your last salary.", "verify your last salary"),
            ("What did your last employer pay you?", "What did your last employer pay you"),
        ],
        silent=[
            "We never ask for your salary history.",
            "The current salary range is under review.",
            "You will verify the past earnings of borrowers.",
            "Members keep their present pay.",
            "The salary that you will earn depends on the shift.",
            "You check the pay details of the last three years for the union.",
            "Those who transfer from another branch keep the pay in their present role.",
        ],
    ),
}
