"""One sex, and how people live: titles, pronouns and words that name one sex, a preference for it, orientation."""

from __future__ import annotations

from postwright.linting.categories._category import Category, category

CATEGORIES: dict[str, Category] = {
    "gendered_title": category(
        "Job titles that name one sex.",
        ground="sex",
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
    "gendered_pronoun": category(
        "“He” or “she” for whoever will be hired.",
        ground="sex",
        says="speaks of one sex",
        why="The person to be hired is not known yet; “you” or “they” speaks to everyone.",
        fires=[
            ("Every baker looks after his oven.", "Every baker looks after his"),
            ("The baker leads his own crew of three.", "The baker leads his own crew"),
            (
                "The successful candidate knows the stock and he will order what is missing.",
                "The successful candidate knows the stock and he",
            ),
            ("The clerk keeps the ledger; his duties include the monthly report.", "his duties"),
            ("Our new driver brings her own boots.", "Our new driver brings her"),
            ("He/she will count the stock.", "He/she"),
        ],
        silent=[
            "Each baker helps every guest with his or her coat.",
            "The baker works beside the founder and his team.",
            "Talk with each parent about the lunch that he or she ordered.",
            "The post holder writes his, her or their report on Fridays.",
            "You will act for the director in his or her absence.",
            "You will assist a writer who works by hand; he rises early.",
            "Our founder Ruth Abel started with one shop, and she still visits it every week.",
            "You will keep the ledger and write the monthly report.",
            "Call Mrs Adeyemi; she will show you round.",
        ],
    ),
    "gendered_noun": category(
        "Words for people that name one sex.",
        ground="sex",
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
    "sex_preference": category(
        "A preference for men or women.",
        ground="sex",
        says="asks for one sex or for looks",
        why="Asking for one sex is unlawful in most places unless the work itself requires it and the law says so.",
        fires=[
            ("Vacancy for a baker (F) only.", "(F) only"),
            ("Only women may apply.", "Only women may apply"),
            ("Front desk agent, female only.", "female only"),
            ("For this position we prefer men.", "prefer men"),
            ("This is no job for a woman.", "no job for a woman"),
            ("We will only interview women.", "only interview women"),
        ],
        silent=[
            "You will hand out forms (M and F) at the clinic.",
            "You will test male and female connectors.",
            "You will cut hair for women, men and children.",
            "We encourage women to apply.",
            "You will support residents of a women-only shelter.",
            "The refuge employs both women and men.",
            "You will only interview men and women who took part in the study.",
        ],
    ),
    "orientation": category(
        "Wording that shuts out gay, bisexual or transgender people.",
        ground="orientation",
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
}
