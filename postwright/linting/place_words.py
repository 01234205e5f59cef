"""Words that tell where the work is done: names of places (guidelines/place_words.yaml) and words for the workplace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

WORKPLACE = late(
    r"\b(?:remote(?:ly)?(?![- ](?:monitoring|sensing|control|access|desktop|support|servers?|systems?|teams|"
    r"users|sites?|communit\w+|areas?|locations?|regions?|patients?|clients?|colleagues?|offices?|diagnos\w+|meetings?|"
    r"participants?|and in-person|learn\w+|devices?|data|sensor\w*|procedure|code|branch|repositor\w+|villages?|"
    r"islands?|towns?))|"
    r"hybrid (?:work\w*|role|position|model|schedule|environment|remote|office)|hybrid\)|hybrid[,.;]|"
    r"on[- ]?site(?= (?:at|in|role|position|work|only|\d))|"
    r"work(?:ing)? from home|home[- ]based|telework|telecommut\w+|work[- ]from[- ]anywhere|duty station|"
    r"(?:job |work |office |primary |position )?locations? ?[:-](?!\W{0,6}(?:any\b|various|multiple|several|flexible|"
    r"tb[cda]\b|"
    r"to be|one of|open\b|negotiable|our\b|you choose|as agreed|see below|\n|$))|"
    r"commut(?:e|ing) (?:distance|to)|"
    r"(?<!mail )address ?:|(?:work location|place of work|workplace)(?= ?[:=-]| is| will))"
)
COUNTRY_LETTERS = late(r"(?<![\w.])(?:US|U\.S\.A?\.?|UK)(?![\w-])")
"""In the text's own case: "us" is a pronoun."""
BASED = late(
    r"\b(?:[Aa]n?|[Oo]ur|[Tt]his|[Tt]he) (?!Commission|Internet|Saas|Cloud|Web)(?:[A-Z][a-z'’.]+[ -]){1,3}based"
    r"(?: [\w-]+){0,3}? (?:compan(?:y|ies)|firm|business|manager|agency|bank|organi[sz]ation|charity|practice|team|"
    r"start-?up|employer|clients?|retailer|manufacturer|hospital|university|mill|studio|consultancy|group|shop|"
    r"provider|non-?profit|tax|office|position|role|job)\b"
)
"""In the text's own case: "a Leeds-based mill"."""
SEATED = late(
    r"\b(?:our|the) (?:[\w&'’-]+ ){0,4}(?:offices?|headquarters|HQ|campus|plant|facility|hospital|school|store|branch|"
    r"warehouse|site|hub|depot|clinic|factory|studio|shop|laborator(?:y|ies)|team),? (?:is )?(?:in|at|near|on|outside) "
    r"(?:the )?(?:\w+ of )?[A-Z0-9]|\b(?:based|located|situated|stationed) (?:in|at|out of|near) (?:\w+ ){0,2}[A-Z0-9]"
)
"""In the text's own case: the workplace with the name of a place that no list needs to know."""


@made_once
def place_names(guidelines: Guidelines) -> re.Pattern[str]:
    """Return the pattern of the names of countries, regions and cities, for lower-case text."""
    kinds = (guidelines.place_words[kind].words for kind in ("countries", "regions", "cities"))
    return late(rf"\b(?:{'|'.join(re.escape(name) for names in kinds for name in names)})\b")


@made_once
def addresses(guidelines: Guidelines) -> re.Pattern[str]:
    """Return the pattern of addresses, in the text's own case: "Boise, ID", "ID 83702", a British postcode."""
    states = "|".join(guidelines.place_words["state_letters"].words)
    return late(
        rf"\b(?!Bachelor|Master|Degree|Associate|PhD)[A-Z][a-z.]+,? ?(?:{states})\b|\b(?:{states}) \d{{5}}\b|"
        r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\b(?:City|Town|County|Village|Borough|Township) of [A-Z][a-z]|"
        r"\b[A-Z][a-z]+ (?:County|Borough|Township)\b"
    )
