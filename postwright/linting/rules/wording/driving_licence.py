"""wording/driving-licence: a driving licence is demanded where the law allows that for driving jobs only.

What: in California, a licence among the requirements of a posting that speaks of no driving, visits or deliveries.
Why: a licence costs time and money, and keeps out people who could come by bus. Known problems: whether other transport
would serve is not in the text, so this is never an error. Instead: leave it out, or name the driving that is needed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from postwright.late_pattern import late
from postwright.linting.binding import advertising, reach
from postwright.linting.law_words import cited, explained
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

_LAW = "US-CA-DL"
_LICENCE = late(
    r"\b(?:valid |current |full |clean |active |california |ca |state |class c )*(?:(?:driv(?:er['’]?s?|ers['’]?|ing) |"
    r"(?:motor )?vehicle (?:operator['’]?s?['’]? )?|(?:motor )?operator['’]?s?['’]? )(?:licen[cs]e|permit)|"
    r"(?:cdl|commercial|standard|regular|class [abcdm])(?: or (?:an? )?(?:standard|regular|class [abcdm]|commercial|"
    r"cdl))? licen[cs]e|licen[cs]e (?:that is )?valid in (?:california|the state)|"
    r"licen[cs]e(?= (?:and|,|&|plus|with) (?:an? |your |access to )?(?:\w+ )?(?:car|vehicle|auto|truck|motorbike)\b)|"
    r"(?:valid|current|clean|active) licen[cs]e(?= (?:and|with) (?:an? )?(?:\w+ )?(?:driving|dmv|insurance|motor))|"
    r"(?<=driving record and )(?:an? )?(?:valid |current |clean )licen[cs]e|"
    r"(?<=valid )dl|(?<=current )dl|(?<=active )dl|(?<=clean )dl|(?<=state )dl|(?<=ca )dl|(?<=california )dl|ca dl|"
    r"cdl class c|dl(?= (?:is )?(?:required|needed|a must))|licen[cs]e ?:? ?\(?class c)\b|"
    r"\b(?:be |an? )?"
    r"(?:licen[cs]ed|legal) (?:\w+ )?driver\b|"
    r"\b(?:legally (?:able|allowed|permitted|eligible) to|(?:able|allowed|permitted|eligible) to legally) "
    r"(?:drive|operate)\b(?: an?)?(?: (?:motor )?(?:vehicle|car)s?)?|"
    r"\blicen[cs]ed? to (?:drive|operate)(?: an?)?(?: (?:motor )?(?:vehicle|car)s?)?\b"
)
_DRIVING = late(
    r"\b(?:driv(?:e|es|ing)(?! (?:licen|results|growth|change|innovation|adoption|revenue|sales|value|performance|"
    r"improvement|engagement|the (?:strategy|vision|adoption|roadmap|development|success)|for (?:results|success)|"
    r"force|business|continuous))|drivers?(?!['’]?s? licen)(?= (?:the |our )?(?:van|truck|car|bus|route|position|job|"
    r"role|wanted)s?)|"
    r"deliver(?:y|ies) (?:driver|route|van|truck|to (?:customers|homes|clients))|courier|chauffeur|vehicles?|trucks?|"
    r"vans?|"
    r"company car|mileage|"
    r"(?<!book )(?<!arrange )(?<!booking )(?<!arranging )(?<!coordinate )(?<!coordinating )(?<!organize )(?<!plan )"
    r"(?<!manage )(?<!no )(?<!handle )(?<!schedule )(?<!executive )(?<!staff )(?<!business )(?<!their )(?<!team )"
    r"(?<!paid )(?<!and )(?<!domestic )(?<!international )"
    r"travel(?:l?ing)?(?! (?:book|arrange|agen|expense|industr|insur|document|allow|reimburs|stipend|benefit|discount|"
    r"plan|itinerar|logistic|request|polic|report|voucher|compan|website|app\b|brand|perk|guid|assist|for (?:the|our|"
    r"staff|executives|colleagues)))|routes?|field (?:work|visits?|service|technician|inspect\w*|staff)|"
    r"(?:site|home|client|customer|school|house) visits?|on[- ]site (?:service|repair)|in the field|errands|"
    r"transport(?:ing|ation of)?|patrol\w*|between (?:sites|locations|facilities|offices|campuses)|job ?sites?|fleet|"
    r"forklift(?! (?:certif|licen|ticket))|cdl|commercial (?:driv\w+|vehicles?|trucks?|motor))\b"
)
_RECORD = late(r"\b(?:driving|drivers?'?s?|motor vehicle|dmv) (?:records?|history|abstract|printouts?|reports?|h-?6)\b")
_BESIDE = late(
    r"\b(?:(?:your |their )?(?:own|reliable|personal|insured|registered|dependable|working|operable|private|"
    r"access to an?|use of an?) (?:and \w+ )?(?:vehicles?|cars?|trucks?|vans?|transport(?:ation)?)|(?:auto(?:mobile)?|"
    r"car|vehicle) "
    r"insurance|driving (?:record|history|abstract|license|licence))\b"
)
"""What goes with a licence and says nothing of driving at work."""
_SOFT = late(
    r"\b(?:prefer(?:red|s)?|a plus|desirable|may (?:be )?require|some positions|non-driver|"
    r"or (?:other|equivalent|state|government|an? id)|identification|not required|"
    r"(?:need|needs|require|requires|ask for|asks for|with) no|without an?|(?:not|n't) (?:need|require|ask for)|"
    r"nice to have)\b"
)
_DRIVES = late(
    r"\b(?:driv\w*|police|sheriff|fire\w*|ranger|paramedic|inspector|operator|mechanic|sales)\b|"
    r"(?<!lab )(?<!laboratory )(?<!pharmacy )(?<!dental )(?<!sterile processing )(?<!surgical )(?<!x-ray )(?<!nail )"
    r"(?<!radiology )(?<!ultrasound )(?<!research )(?<!ophthalmic )\btechnician\b"
)
"""Words of titles whose holders drive; technicians of laboratories and clinics stay indoors."""
_AROUND = 80
"""Characters on either side, on its line, in which the licence is called optional, or a proof of identity."""
_OF_OTHERS = late(
    r"(?:\b(?!driver|master|bachelor)\w+(?:['’]s|s['’])|\b(?:customers?|patients?|visitors?|guests?|members?|"
    r"applicants? for|their|every|each))[ ]\Z"
)
"""What stands before a licence that is not the applicant's."""
_DEMANDED = late(r"\b(?:must|requir\w+|need\w*|hold|have|possess\w*|maintain\w*|valid|essential|necessary)\b")
"""Words of a line among the tasks that asks for a licence."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on a licence without driving, where the law of the place asks for driving."""
    folded = context.document.folded
    if not reach(context).known or not any(sign in folded for sign in ("licen", " dl", "permit")):
        return
    laws = [law for law in advertising(context) if law.jurisdiction.id == _LAW and law.standing != "does not bind"]
    if not laws:
        return
    found = next(
        (found for found in _LICENCE.finditer(folded) if _is_demanded(context, found.start(), found.end())), None
    )
    if found is None or _DRIVES.search(context.reading.title.lower()):
        return
    if _DRIVING.search(_BESIDE.sub(" ", _RECORD.sub(" ", _LICENCE.sub(" ", folded)))):
        return
    yield Finding(
        rule="",
        severity="warning" if laws[0].standing == "binds" else "notice",
        start=found.start(),
        end=found.end(),
        message=f"{laws[0].jurisdiction.name} lets a posting demand a driving licence only for a job that needs "
        "driving; this one speaks of none.",
        why="",
        source=cited(context, laws),
        arithmetic=explained(laws),
        fixes=(Fix("Leave it out, or name the driving that the job needs", "hint"),),
    )


def _is_demanded(context: Context, start: int, end: int) -> bool:
    """Say whether the licence is the applicant's, and neither optional nor a proof of identity beside others."""
    text, folded = context.text, context.document.folded  # in which a break is a space
    line = text.rfind("\n", 0, start) + 1, text.find("\n", end) % (len(text) + 1)
    section = context.reading.section_at(start)
    return (
        section != "preferred"
        and not _SOFT.search(folded, max(line[0], start - _AROUND), min(line[1], end + _AROUND))
        and not _OF_OTHERS.search(folded, line[0], start)
        and (section != "responsibilities" or _DEMANDED.search(folded, *line) is not None)
    )


RULE = Rule(
    id="wording/driving-licence",
    severity="warning",
    summary="A driving licence is demanded where the law allows it for driving jobs only",
    why="It keeps out people who could do the work and come by bus.",
    source="guidelines/advertising.yaml: driving licence in California",
    check=check,
    fires=(
        Example(
            text="Receptionist.\nRequirements:\n- Valid driver's license\n- A friendly voice",
            places=("US-CA",),
            quote="Valid driver's license",
        ),
        Example(
            text="Bookkeeper.\nRequirements:\n- A class C license in good standing\nNice to have:\n- Some Spanish",
            places=("US-CA",),
            quote="class C license",
        ),
        Example(
            text="Bookkeeper.\nRequirements:\n- Licensed to drive a car, with a good driving record",
            places=("US-CA",),
            quote="Licensed to drive a car",
        ),
        Example(
            text="Office clerk.\nYou book travel for the board.\nRequirements:\n- Driver's license and reliable car",
            places=("US-CA",),
            quote="Driver's license",
        ),
    ),
    silent=(
        Example(text="Receptionist.\nRequirements:\n- Valid driver's license", places=("US-TX",)),
        Example(text="Receptionist.\nRequirements:\n- Valid driver's license"),
        Example(
            text="Courier.\nYou deliver parcels in our van.\nRequirements:\n- Valid driver's license", places=("US-CA",)
        ),
        Example(
            text="Surveyor.\nYou travel to the sites of our clients.\nRequirements:\n- Driver's license",
            places=("US-CA",),
        ),
        Example(text="Receptionist.\nNice to have:\n- A driver's license", places=("US-CA",)),
        Example(
            text="Notary clerk.\nResponsibilities:\n- You must copy the signer's driver's license", places=("US-CA",)
        ),
        Example(text="Receptionist.\nBring a driver's license or other ID on day one.", places=("US-CA",)),
        Example(
            text="Receptionist.\nRequirements:\n- Valid driver's license",
            places=("US-CA",),
            date=dt.date(2024, 12, 31),
        ),
    ),
    known_problems="Whether other transport would serve is not in the text, so it is never an error.",
)
