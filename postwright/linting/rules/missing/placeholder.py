"""missing/placeholder: a blank of a template was not filled in."""

from __future__ import annotations

from collections.abc import Iterable

from postwright.late_pattern import late
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._blanks import blanks
from postwright.model.finding import Finding, Fix


def check(context: Context) -> Iterable[Finding]:
    """Remark on each blank of a template that was left in."""
    for start, end in blanks(context.document):
        folded = context.document.folded
        if _OF_THE_WORK.search(folded, max(0, start - _BEFORE), start):
            continue
        if folded.startswith("xyz", start) and _QUOTED.search(folded, max(0, start - _LONGEST_QUOTE), start):
            continue
        yield Finding(
            rule="",
            severity="error",
            start=start,
            end=end,
            message=f"“{context.text[start:end]}” is a blank that was not filled in.",
            why="",
            source="",
            fixes=(Fix("Fill it in, or take the line out", "hint"),),
        )


_OF_THE_WORK = late(
    r"\b(?:replac|remov|delet|spot|find|swap|clear|catch|chase)\w*(?: out)?(?: all| any| old)? (?:[\w-]+ (?:and|or) )?"
    r"(?:other )?$|\b(?:replac|remov|delet|spot|swap)\w* [\w-]+ [\w-]+ (?:and|or) (?:other )?$"
)
"""Words before stand-in text that make it the work: "Replace lorem ipsum before launch"."""
_BEFORE = 50
"""Characters in which they stand."""
_QUOTED = late(r"(?:^|[\s(])\"[^\"\s][^\"\n]*$")
"""Quoted words in which a company without a name is an example."""
_LONGEST_QUOTE = 200
"""Characters."""


RULE = Rule(
    id="missing/placeholder",
    severity="error",
    summary="A blank of a template was not filled in",
    why="It tells every reader that nobody read the posting before it went out.",
    source="A house rule",
    check=check,
    fires=(
        Example(text="[Company Name] is looking for a florist.", quote="[Company Name]"),
        Example(text="Salary: TBD", quote="TBD"),
        Example(text="You work in our shop in ENTER CITY and report to Anna.", quote="ENTER CITY"),
        Example(text="You have XX years of experience with roses.", quote="XX"),
        Example(text="Lorem ipsum dolor sit amet.", quote="Lorem ipsum"),
        Example(text="You report to {{ manager }}.", quote="{{ manager }}"),
        Example(text="Our office is in <insert city>.", quote="<insert city>"),
        Example(text="You have ____ years of experience.", quote="____"),
        Example(text="Pay: $XX,XXX per year.", quote="$XX,XXX"),
        Example(text="You report to <hiring manager name> in our flower hall.", quote="<hiring manager name>"),
        Example(text="Apply by dd/mm/yyyy with a short letter.", quote="dd/mm/yyyy"),
        Example(text="- Water the roses\n- (Add further duties as needed)", quote="(Add further duties as needed)"),
        Example(text="You bind [●] bouquets a day.", quote="[●]"),
        Example(text="Job type: full-time\nSalary: $0.00 to $1.00 /hour", quote="$0.00 to $1.00"),
        Example(text="The compensation for this role is $0.00 per year.", quote="$0.00"),
        Example(text='XYZ Company grows "the best roses" of the county.', quote="XYZ Company"),
        Example(text="Your pay: £ ____ an hour", quote="____"),
        Example(text="Click or tap here to enter text.", quote="Click or tap here to enter text"),
    ),
    silent=(
        Example(text="Read [our story](https://example.com/story) and [x] tick the box."),
        Example(text="You write Jinja templates and know what `{{` means; List<String> is no riddle to you."),
        Example(text="Apply at [example.com] and bring XXL gloves."),
        Example(text="Write to us at [email] with the subject “Gardener - [Your Name]”."),
        Example(text="- Replace lorem ipsum and other dummy text on our pages before they go out"),
        Example(text="You will clear the TODO list of the team."),
        Example(text="- [ ] I am over 18\n- [x] I may work in this country"),
        Example(text="Our roses [see the garden] (https://example.com/garden) grow in Leeds."),
        Example(text="Name: ________  Date: ________\nSignature: ____________"),
        Example(text="Enter your date of birth (DD/MM/YYYY) and choose an item of clothing."),
        Example(text="Location (city, state) and shop (if any):"),
        Example(text="You pay a deductible of $0 and salary reviews cost you $0.50."),
        Example(text="The garden grew tenfold, 10x, and `roses[index]` is a {list} of 100% red ones."),
        Example(text="The {Garden Centre Manager} leads six florists."),
        Example(text='You plan visits ("you are in Leeds for XYZ Company, so call at X Company too").'),
    ),
)
