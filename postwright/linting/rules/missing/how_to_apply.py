"""missing/how-to-apply: no way to apply.

What: looks for words or an address that tell how. "Apply knowledge of", an encouragement to apply and an address for
adjustments are none. Why: copies of a posting travel without the page's button. Known problems: a button of the page
that shows the posting is not in its text. Instead: the form's address, or an e-mail address and what to send.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from postwright.late_pattern import late
from postwright.linting.cues import Cues
from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import asking, house_finding, law_finding
from postwright.model.finding import Finding, Fix

_PAPERS = (
    r"(?:cv|c\.v\.|vitae|resum[eé]s?|résumés?|applications?|cover(?:ing)? letters?|profile|your details|portfolio|"
    r"letter|"
    r"work samples?|references|documents|form)"
)
_HOW = Cues(
    r"\b(?:(?<!know )(?<!learn )(?<!understand )(?:how|want|wish|ready|like|order|interested|about) to apply|"
    r"to apply (?:please (?!have|note|bring|be )|call|ring|write|text|send|visit|click|go|"
    r"use|"
    r"e-?mail|submit|simply|just|by |via|online|through|for (?:this|the|our|a) )|"
    r"(?:please|should|must|can|may|could|when you|job|just|simply|today) apply\b(?! (?:\w+ "
    r"){0,3}(?:knowledge|principles?|skills?|techniques?|methods?|standards?|concepts?|tools?|practices?|policies|"
    r"policy|procedures?|rules|theory|judg\w+|the|your|our|their|a|an|these|this|those|them|it|best|good|and|"
    r"appropriate|basic|advanced|effective|critical|new|sound|relevant|various|common|all)\b)|"
    r"apply (?:now|here|online|today|at|via|through|by|directly|in person|below|within|"
    r"for (?:this|the|these|a) (?:job|role|position|post|vacancy|opportunity)|using (?:the|our)|on (?:our|the|line))|"
    rf"(?:send|submit|e-?mail|forward|mail|upload|attach|share|drop|provide|include|deliver|post)(?:ting|ing|s)? "
    rf"(?:us |me |in |off |through |over |along )?(?:(?:[\w'’/,&-]+) ){{0,6}}?{_PAPERS}|"
    r"applications? (?:should|must|can|may|are to|is to|to) (?:only )?(?:be )?(?:sent|submitted|made|mailed|e-?mailed|"
    r"addressed|accepted|include|contain|reach|apply)|(?:cvs?|resum[eé]s?|résumés?|cover(?:ing)? letters?|portfolio) "
    r"(?:should|must|can|may|to|via|through|by e-?mail|at|in confidence)|"
    r"(?:completed?|complete an?|fill (?:in|out)|filling (?:in|out)) (?:\w+ ){0,3}(?:application|form|questionnaire)|"
    r"application forms? (?:is|are|can|may|must|at|on|from)|applications? (?:form|via|instructions|link|portal|online)|"
    r"(?:interested|qualified|suitable|eligible) (?:candidates|applicants|parties|individuals|persons|people)"
    r"[^.\n]{0,60}\b(?:apply|send|submit|contact|e-?mail|call|forward|should|visit|write)|"
    r"if (?:you(?:'re| are)|this|interested)[^.\n]{0,90}(?:apply|get in touch|contact|send|write|e-?mail|call|hear "
    r"from|touch|reach)|"
    r"(?:write|reach out|speak|talk|drop|e-?mail|call|phone|text|message|contact|ping|dm|telephone|ring) (?:a line )?"
    r"(?:to )?(?:(?:us|me|our|the (?:hiring|recruit\w*|hr))\b|(?:[\w.'’-]+ ){0,4}?(?:on|at|under)(?: the| our| this)? ?"
    r"(?=[^.\n]{0,25}(?:@|\d{3}|https?|www\.|[a-z]\.[a-z]{2,}|address|number|e-?mail|reception|office|gate|desk)))|"
    r"walk[- ]ins?|get in touch|stop by|drop by|drop in|come in and|contact (?:person|us|name)|"
    r"(?:to|for)(?: an?| any)? (?:(?:further|more|informal|additional) )?(?:details|information|discussion|chat|"
    r"enquir\w+|inquir\w+)[^.\n]{0,60}(?:contact|call|e-?mail|visit|@|please)|"
    r"(?:enquiries|inquiries) (?:to|at)|feel free to apply|apply anyway|from you to apply|"
    r"clicking (?:on )?(?:the )?|click (?:on )?(?:the )?[\"'‘’“]?(?:apply|button|link|here|below)|apply (?:button|"
    r"link)|"
    r"apply (?:using|via|with|through|at|on|to) (?:the |this |our )?(?:below|following|link|address|email|e-mail|url)|"
    r"please (?:call|contact|visit|e-?mail|send|write|ring|phone|mail)|"
    r"visit (?:our |the |us )?[^.\n]{0,40}(?:site|careers|page|www|https?))\b"
    r"|\b(?:text \w+ to (?:\+|\d)|(?:call|ring|phone|text|fax|whatsapp)(?: us)?(?: on| at)? \+?\(?\d)"
    r"|\b(?:application (?:procedures?|process|instructions) ?:|reach out ?:|to apply[,:]|text apply|"
    r"contact details ?:)|\b(?:e-?mail|contact|enquiries|inquiries|apply|"
    r"apply by e-?mail) ?[:>→»]"
)
_ELSE = late(
    r"https?://[^\s]{0,80}(?:job|career|appl|lever\.co|greenhouse|workable|notion|join|vacanc|recruit|hire|karriere|"
    r"stellen|talent|position|hiring|"
    r"forms?|bamboohr|workday|smartrecruiters|teamtailor|ashby|personio|breezy)"
    r"|(?:^|[.!?:;•*\n-])\s{0,3}(?:to apply|apply(?=[!.]?\s{0,3}(?:$|\n)))\b"
)
_MAIL = late(r"[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}")
_OTHER_PAPERS = late(
    r"\b(?:grants?|funding|permits?|visas?|patents?|loans?|credit|licen[cs]es?|planning|mortgages?|insurance|benefits?|"
    r"clients?|customers?|students?|tax|web|mobile|software|tender|trial|regulatory|new drug|enrol\w*) (?:\w+ )?"
    r"(?:applications?|forms?|documents|letters?)\b|\b(?:their|his|her) (?:\w+ )?(?:applications?|documents|forms?)\b"
)
"""Papers that are the work itself: "submit grant applications"."""
_NOT_FOR_APPLYING = late(
    r"accommodat|disabilit|adjustment|privacy|fraud|scam|accessib|(?:recruit\w+|staffing|third[- ]party) agenc|"
    r"data protection|unsolicited|gdpr|legitima"
)
_AROUND = 200
"""Characters of a sentence on either side that are looked at."""


def check(context: Context) -> Iterable[Finding]:
    """Remark where neither words nor an address tell how to apply."""
    if _tells_how(context):
        return
    laws = asking(context, lambda duties: duties.how_to_apply_in_ad is True)
    fixes = (Fix("Add the address of the application form or an e-mail address", "hint"),)
    if laws.all:
        yield law_finding(
            context,
            laws,
            message="{laws} {ask} that the posting says how to apply; this one does not.",
            fixes=fixes,
            field="apply",
        )
    else:
        yield house_finding(
            context,
            message="The posting does not say how to apply.",
            fixes=fixes,
            place_known=laws.place_known,
            field="apply",
        )


_SURE = (
    "apply now", "apply online", "how to apply:", "please apply", "apply here", "apply today", "apply directly",
    "to apply, ",
)  # fmt: skip
"""What many postings say: looked for before the long pattern is tried."""


def _tells_how(context: Context) -> bool:
    """Say whether words or an address tell how to apply, other than in a sentence about something else."""
    text = unglued(context)
    if any(words in text for words in _SURE):
        return True
    found = chain(
        _HOW.all(context),
        _ELSE.finditer(text) if "apply" in text or "://" in text else (),
        _MAIL.finditer(text) if "@" in text else (),
    )
    return any(not _is_about_something_else(text, match) for match in found)


def _is_about_something_else(text: str, match: re.Match[str]) -> bool:
    """Say whether the sentence is about adjustments, privacy, fraud or agencies."""
    if _OTHER_PAPERS.search(match[0]):
        return True
    low, high = max(0, match.start() - _AROUND), match.end() + _AROUND
    start = max(text.rfind(". ", low, match.start()), text.rfind("\n", low, match.start()), low)
    ends = [end for end in (text.find(". ", match.end(), high), text.find("\n", match.end(), high)) if end >= 0]
    return bool(_NOT_FOR_APPLYING.search(text, start, min([*ends, high])))


RULE = Rule(
    id="missing/how-to-apply",
    severity="error",
    summary="No way to apply",
    why="Copies of a posting travel without the page's button; a reader must be able to apply from the text alone.",
    source="guidelines/jurisdictions.yaml: duties on how to apply by place, with statutes; a house rule elsewhere",
    check=check,
    fires=(
        Example(text="Gardener for our nursery. You will plant and prune.", places=("US-CO",)),
        Example(text="Gardener for our nursery. You will plant and prune."),
        Example(text="Gardener for our nursery. You apply fertiliser with care. Older people are encouraged to apply."),
        Example(text="Gardener for our nursery. For an accommodation write a mail: hr@example.com."),
    ),
    silent=(
        Example(text="Gardener for our nursery. To apply, write to jobs@example.com.", places=("US-CO",)),
        Example(text="Gardener for our nursery. Send us your CV."),
        Example(text="Gardener for our nursery. Application forms are at the gate."),
        Example(text="Gardener for our nursery. Interested? Ring us on 555 0100."),
    ),
    known_problems="A button of the page that shows the posting is not in its text.",
)
