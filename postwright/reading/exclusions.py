"""Amounts of time that nobody is asked to have worked: ages, contracts, company history, degree names, time windows."""

from __future__ import annotations

import re

from postwright.late_pattern import late
from postwright.reading.context import Context

_ABOUT = (
    r"(?:(?:at\sleast|a\sminimum\sof|minimum(?:\sof)?|more\sthan|over|about|around|approximately|approx\.?|nearly|"
    r"almost|another|"
    r"up\sto|an?|the|additional|period\sof|total\sof|maximum\sof|full|~)\s?){0,3}"
)
EXPERIENCE = r"(?:experiences?|experienced|exp|expertise|expierence|experince|experiance|exposure|pqe)(?![a-z])"

_WINDOW = late(
    rf"(?:\b(?:the|their|your|its|our|his|in|within|over|during|for|these|those|last|past|this)\s(?:[a-z]+\s)?"
    rf"(?:last|past|previous|preceding|next|first|coming|following|initial|prior|final|upcoming|recent)|"
    rf"^\W*(?:last|past|next|first))\s{_ABOUT}\Z"
)
_BARE_WINDOW = late(rf"\b(?:last|past|next|first|coming|preceding)\s{_ABOUT}\Z")
_AFTER = late(
    r"\b(?:within|after|lack(?:s|ing)?|offers?|substitut\w+\s(?:for|up\sto)|every|each|per|until|till|since|once|"
    r"upon|before|lasting|lasts?|expires?(?:\sin)?|exceed(?:ing)?|nte|"
    r"extend(?:ed|able)?(?:\s(?:for|by))?(?:\san)?|renewable|valid(?:\sfor)?|funded\sfor|guaranteed\sfor|held\sfor|"
    r"file\sfor|every\sother|"
    r"terms?\sof|duration\sof|duration\sis|period\sof|length\sof|tenure\sof|commitment\sof|commit\sto|celebrat\w+|"
    r"anniversary\sof|"
    r"aged?|ages(?:\sof)?|age\sof|between\sthe\sages\sof|older\sthan|younger\sthan|children|vest(?:s|ed|"
    r"ing)?(?:\s(?:over|at|after|in))?|"
    rf"increas(?:es|ing)(?:\safter|\sto|\swith)?|spann?(?:ing|ed|s)?|warranty\sof|notice\sof|paid\sfor|"
    rf"stay(?:ing)?\s(?:for|with\sus))\s?:?\s?{_ABOUT}\Z"
)
_LABEL = late(
    r"\b(?:durations?|contract(?:\s(?:length|term|period|duration|type))?|term|length|period|tenure|"
    r"probation(?:ary)?(?:\speriod)?|bond|notice(?:\speriod)?|age(?:\slimit)?|"
    r"assignment|appointment|commitment|validity|warranty|lease|subscription|program(?:me)?\slength|"
    r"service\sagreement|bonus|vesting)"
    rf"(?:\s\([^)]*\))?\s?[:=-]\s?{_ABOUT}\Z"
)
_NOUN = (
    r"(?:anniversary|term|fixed|contract|contractual|assignment|appointment|temporary|temp|ftc|rotation\w*|"
    r"internship|intern|placement|apprenticeship|"
    r"fellowship|scholarship|program|programme|project|plan|planning|road\s?map|strateg\w+|forecast\w*|horizon|"
    r"cycle|warranty|guarantee|vesting|"
    r"cliff|probation\w*|trial|review|reviews|notice|commitment|lease|course|courses|curriculum|diploma|degree|"
    r"degrees|college|university|universities|"
    r"institution|school|accredited|post-?\s?secondary|vocational|tertiary|associate'?s?|bachelor'?s?|"
    r"undergraduate|graduate|masters?'?s?|academic|"
    r"b\.?a\.?/b\.?s\.?|ba|bs|study|studies|education|coursework|certificate|certification|training|history|"
    r"heritage|tradition|legacy|period|duration|"
    r"visa|permit|membership|subscription|old|olds|olds'|checkable|employment|basic|technical\s(?:degree|school|"
    r"college|diploma|program)|"
    r"fte|maternity|paternity|parental|secondment|residency|residence|mission|grant|funded|renewable|initiative|"
    r"partnership|transformation|journey|"
    r"growth|financial|budget|business\splan|access|free|sabbatical|accreditation|registration|licen[cs]e|"
    r"extension|option|time\s?frame|timeline|window|pay\splan|tour|tenure|cooldown|ban)"
)
_COMPOUND_NOUN = late(rf"[\s,-]{{0,3}}(?:[a-z/.&'-]+\s){{0,2}}?{_NOUN}(?![a-z])")
_PLAIN_NOUN = late(
    r"'?s?[\s-]{0,2}(?:ago|anniversary|old(?:er)?|of\sage(?!n[ct])|from\s(?:the\s)?(?:date|hire|start)|in\sa\srow|running(?!\s(?!we\b|as\b|and\b|by\b|in\b|the\b)[a-z])|"
    r"in\sbusiness(?=\s?(?:[.,;)]|$))|and\scounting|later|olds?|"
    r"(?:fixed[\s-]?term|initial\s|extendable\s|rolling\s)?contract(?!\w|\s(?:negotiat|manag|admin|law|draft|"
    r"exper))|(?:fixed|temporary|temp|ftc|w2|c2c|corp|assignment|renewable|"
    r"probation\w*|notice|paid|unpaid|maternity|warranty|guarantee|vesting|residency|in\sresidence|tenure|funding|"
    r"to\scomplete|or\solder|and\solder|or\sabove\sof\sage)(?![a-z])"
    r"|(?:a|per)\s(?:year|month|week)|(?:in\swhich\s)?to\s(?:obtain|complete|become|pass|earn|achieve|acquire|"
    r"get)\b|from\s(?:now|today)|prior\sto|before|after|preceding|following\s(?:the|your))"
)
_OF_NOUN = late(
    r"'?s?\s?(?:worth\s)?(?:of\s|'\s?)(?:(?:continuous|full-time|full\stime|our|its|company|combined|formal|"
    r"completed?|any|the|your|their|post-?\s?|high|accredited|"
    r"undergraduate|graduate|technical|vocational|higher|additional|uninterrupted|consecutive|contributing|"
    r"creditable|local|government|retirement|"
    r"collegiate|qualifying|relevant|successful|great|proud|rapid|strong|steady|sustained|historical|clinical|"
    r"college|university|college-level|secondary|academic|school)\s){0,3}"
    r"(?:service|age|employment|tenure|college|university|school|high\sschool|secondary|schooling|study|studies|"
    r"education|coursework|course|apprenticeship|residency|"
    r"membership|data|history|birth|hire|appointment|graduation|funding|growth|success|innovation|excellence|"
    r"heritage|operations?|existence|trading|leadership\sin\sthe|"
    r"academic|federal\sservice|service\swith|each|continuous\sservice|work\shistory|tax|financial\sstatements|"
    r"maternity|leave|vacation|pto|support\sand|storytelling|"
    r"the\s(?:contract|project|program|position|hire|date|start|appointment))(?=\s?(?:[.,;:)(]|$|(?:and|or|in|with|"
    r"at|by|from|to|for|is|as|on|that|which|if|after|under|plus|we|per)\b))"
)
_OF_THINGS = late(
    r"'?s?\sof\s(?:[a-z-]+\s){0,3}(?:data|records|statements|revenues?|history|transactions|footage|returns|"
    r"archives|growth|results|funding|"
    r"losses|profits?|budgets?|contracts|forecasts)(?=\s?(?:[.,;)]|$|(?:to|for|from|about|on|and|across|in)\b))"
)
_AGE_BEFORE = late(
    r"\b(?:must|should|applicants?|candidates?|drivers?|employees?)\s(?:also\s)?(?:be|"
    r"are)\s(?:\w+\s)?(?:at\sleast\s|over\s|aged?\s|a\sminimum\sof\s|minimum\s|(?:above|"
    r"minimum)\s)?(?:the\sage\sof\s)?\Z"
)
_AGE_AFTER = late(
    r"'?s?[\s-]{0,2}(?:of\sage\b|old|or\solder|and\solder|or\sover\b|and\sover\b|and\sabove\b(?!\sexp)|"
    r"age\b)|\.?\s?or\solder"
)
_AGE_ANYWHERE = late(r"\b(?:years?|yrs?|months?)\.?'?s?[\s-](?:old|of\sage\b|or\solder|and\solder)|\by/o\b")

_DRIVING = late(
    r"\b(?:driving\srecord|driver'?s?'?\s(?:licen[cs]e|record)|driving\slicen[cs]e|licen[cs]e\s(?:for|held)|"
    r"moving\sviolations?|at-fault|traffic|points|mvr|motor\svehicle|"
    r"dui|dwi|convict\w+|criminal|felony|suspended|revoked|accidents?|background\scheck)"
)
_DRIVING_EXPERIENCE = late(
    rf"(?:driving|driver|cdl|road|delivery|otr|licen[cs]ed)\s(?:[a-z-]+\s)?{EXPERIENCE}|"
    rf"{EXPERIENCE}\s(?:[a-z]+\s){{0,3}}driv"
)
_RESIDENCE = late(
    r"\b(?:resid(?:ed|ent|ents|ency|ence|ing)|lived|living\sin|address\s(?:history|in)|employment\shistory|"
    r"work\shistory|checkable|references?\s(?:\w+\s){0,3}cover|screening\shistory|"
    r"right\sto\swork|citizen(?:ship)?\sfor|vetting)"
)
_FILING = late(
    r"\b(?:eligib(?:le|ility)\slist|kept\son\sfile|remain\s(?:on\sfile|active|valid)|on\sfile|reapply|re-apply|"
    r"retain(?:ed)?|register\sfor|removed\sfrom|examination|scores?\s(?:are|is)\svalid|"
    r"expir\w+|valid\sfor|effective\sfor|unsatisfactory|reprimand|dismissed|disciplin\w+)"
)
_BENEFIT = late(
    r"\b(?:vest(?:s|ed|ing)?|401\s?\(?k|pension|annual\sleave|vacation|holiday(?:s)?|pto|sabbatical|"
    r"leave\s(?:after|of)|accru\w+|longevity|long\sservice|service\saward|tuition|"
    r"reimburse\w*|death\sbenefit|retirement|probation\w*|days\s(?:off|leave|holiday)|salary\s(?:review|increase)|"
    r"pay\srise|relocation|bonus\safter|clawback|anniversary)"
)
_CONTRACT = late(
    r"\b(?:fixed[\s-]term|term[\s-]limited|time[\s-]limited|limited[\s-]term|excepted\sservice|not\sto\sexceed|"
    r"may\sbe\sextended|possibility\sof\s(?:extension|renewal)|"
    r"contract\s(?:is|for|length|duration|role|position|until|will|runs?|with\sa)|maternity\scover|"
    r"initial(?:ly)?\s(?:contract|for|period|appointment)|this\s(?:is\sa|position\sis|role\sis|post\sis|appointment)|"
    r"appointment\s(?:is|will|of)|position\s(?:is|will\sbe)\s(?:\w+\s){0,3}(?:for|funded)|vacant\sfor|secondment|"
    r"full-time\sfor|fte\sfor|post\sis\s(?:for|available)|available\sfor|internship\s(?:is|runs|lasts)|"
    r"programme?\s(?:is|lasts|runs|that\slasts)|training\sprogram(?:me)?|project\s(?:is|will|lasts|runs)|duration)"
)
_GAIN = late(
    r"\b(?:gain(?:ing|ed)?|you'?(?:ll|\swill)\s(?:get|have\sgained|earn|build|acquire|develop|receive|become)|"
    r"will\s(?:provide|give|offer)|leads?\sto|leading\sto\sa|counts?\s(?:as|towards?)|"
    r"equips?\b|promot(?:ed|ion)\s|career\spath|growth\spath|track\s\(|graduates?\s(?:will|of\sthe))[^.;]{0,60}\Z"
)
_COMPANY_SUBJECT = late(
    r"\b(?:we|we've|us|our|ours|company|firm|founded|established|agency|organi[sz]ation|inc\.?|llc|ltd|limited|"
    r"corp|corporation|gmbh|plc|founders?|ceo|leader\sin|leading|"
    r"provider|family[\s-]owned|business|colleagues|consultants|instructors|trainers|faculty|headquartered|"
    r"clients?|customers|serv(?:ing|ed)|history|team(?:s)?|staff|partners|"
    r"in\sbusiness|trusted|pioneer\w*|celebrat\w+|proud\w*|award|heritage|operating|group|management\steam|it|they|"
    r"who\shas|headed\sby|led\sby|has\sbeen|have\sbeen)\b"
)
CANDIDATE = late(
    r"\b(?:you|your|you'(?:ll|ve|re|d)|yours|candidates?|applicants?|must|requir\w+|needs?|needed|seek\w*|"
    r"search\w*|look(?:s|ing)?\s(?:to\shire|for|to\sadd)|ideal(?:ly)?|someone|person|individuals?|"
    r"qualif\w+|minimum|min|at\sleast|prefer\w*|desir\w+|should|essential|eligib\w+|incumbent|hir(?:e|ing)|"
    r"consider(?:ed|ing)?|(?:new|next|future)\s(?:colleague|hire|team\smember)|want(?:s|ed)?|expects?|expected|ask(?:s|ing)?\sfor|advantage(?:ous)?|bonus\spoints|mandatory|successful|"
    r"possess\w*|necessary|professionals?\swith|developers?\swith|engineers?\swith|suitable|suits?|demonstrat\w+|"
    r"proven|plus|no\sless|not\sless|recruit\w*)\b"
)
_OWN_YEARS = late(
    r"(?:^|[,;:.]\s?|\b(?:company|firm|agency|group|team|organi[sz]ation|we|and|is|that|business)\s)\W*(?:with|"
    r"having|bringing|for|over|nearly|boasting|drawing\son|built\son|backed\sby|based\son|thanks\sto)\s"
    r"(?:the\s|a\s|our\s|its\s|their\s|well\s|just\s)?(?:over|more\sthan|nearly|almost|close\sto|around|about|"
    r"combined|up\sto|total|than|\s|a|an)*\s?\Z"
)
_THEN_SUBJECT = late(
    r"[^,.;]{0,140},\s?(?!(?:you|the\s(?:ideal|successful|right)|candidates?|applicants?|your|and|or|including|"
    r"preferabl[ye]|ideally|with|in|as|a|an|at|strong|who|which|is|are|both)\b)[a-z0-9]"
)
_SOMEBODY_HAS = late(
    r"\W*[a-z][^,.;:]{1,60}\s(?<!\sto\s)(?:has|have|had|brings?|boasts?|enjoys)\s(?:over|more\sthan|nearly|almost|around|"
    r"about|a\stotal\sof|some|[a-z]+ed|\s)*\Z"
)
_OWNERS = late(
    r"\b(?:our|we|we've|team|founders?|leaders?|leadership|partners|staff|consultants|people|company|firm|"
    r"they)\b[^.;]{0,45}\Z"
)
_HAVE_YEARS = late(
    r"\b(?:we|we've|company|firm|agency|group|team|organi[sz]ation|founders?|instructors|consultants|staff|"
    r"partners|people|who)\s(?:\w+\s){0,2}?(?:has|have|had|bring|brings|boasts?|combines?|offers?|spent|share|shares|"
    r"worked|built|been|draws?|celebrat\w+|is|are|spans?)\b(?!\sto\b)[^.;]{0,60}\Z"
)
_TEAM_EXPERIENCE = late(
    r"'?\s?(?:of\s)?(?:combined|collective|cumulative|joint|shared)\s|[^.;]{0,40}\b(?:heritage|as\sa\scompany|"
    r"as\sa\sfirm|in\sbusiness|track\srecord\sof\s(?:success|growth|innovation))"
)
QUESTION = late(
    r"how\s(?:many|much\sexperience|long)|years\sof\sexperience\sdo\syou\shave|which\sof\sthe\sfollowing|"
    r"select\s(?:one|the|all)|"
    r"choose\s(?:one|the)|best\sdescribes|please\sindicate|what\slevel\sof|\?\s?$"
)
"""A question whose answers are choices."""
CHOICE = late(r"\W*(?:[a-z]\W\s)?(?:i\s(?:have|do|am|possess)\b|yes\b|no(?:ne)?\W*$|n/a\b|no\s(?:\w+\s)?experience)")
"""An answer in words."""
BARE = late(
    r"\W*(?:[a-z0-9]{1,2}[.)]\s)?\W*(?:(?:more|less|fewer|greater|at|than|least|over|under|between|and|but|to|or|"
    r"of|more|some|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|thirteen|fifteen|twenty|\d{1,2}|years?|yrs?|months?|experience|relevant|exp|this|work)\W*)*"
)
"""What may stand beside the amount in an answer choice."""
_GRADED = late(r"(?:but|to|and)\s(?:less|fewer|not\smore|under)\b")
"""A step of a scale: "2 years or more, but less than 4"."""
_ASKED = late(rf"\.?'?s?'?\s?-?\s?(?:\([^)]{{0,30}}\)\s)?(?:of\s)?(?:[a-z0-9&/,.'-]+[\s/]){{0,9}}?{EXPERIENCE}")
_DEMANDING = late(r"\b(?:must|requir\w+|candidates?|applicants?|needs?|at\sleast|minimum|should)\b")
_IN_A_COUNTRY = late(
    r"\s(?:in|within)\s(?:the\s)?(?:uk|u\.k\.|us|u\.s\.|usa|united\s(?:states|kingdom)|country|eu|canada|australia|"
    r"india|england|ireland)\W*$"
)
_OF_THOSE = late(r"\b(?:of|being)\s(?:those|these|the|said|the\ssaid|the\srequired)\s\Z")
_SUBSTITUTE = late(r"substitut\w+[^.;]{0,90}\Z")
MOST_PLAUSIBLE_YEARS = 25.0
"""A posting that names more years than this speaks of somebody else's."""
_MANY_YEARS = 15.0


def excluded(context: Context) -> bool:
    """Tell whether the amount is certainly no experience asked of the candidate."""
    amount, left, right, rest = context.amount, context.left, context.right, context.rest
    asked = _ASKED.match(right) is not None
    if _GRADED.search(right[:20]) or _GRADED.search(context.quote):
        return True
    if amount.minimum > MOST_PLAUSIBLE_YEARS:
        return True
    if _WINDOW.search(left) or (_BARE_WINDOW.search(left) and not asked):
        return True
    if _AFTER.search(left) or _LABEL.search(left):
        return not (asked and re.search(r"\b(?:upon|after)\s\Z", left) is None and _WINDOWED_BUT_ASKED.search(left))
    if (
        _AGE_AFTER.match(right)
        or _AGE_ANYWHERE.search(left[-40:])
        or (_AGE_BEFORE.search(left) and not asked and not _DOING.match(right))
    ):
        return True
    if _PLAIN_NOUN.match(right):
        return True
    if not asked and (
        _OF_NOUN.match(right) or _OF_THINGS.match(right) or (amount.compound and _COMPOUND_NOUN.match(right))
    ):
        return True
    if _OF_THOSE.search(left) or _IN_A_COUNTRY.match(right):
        return True
    if _SUBSTITUTE.search(left) and (not asked or amount.maximum is not None):
        return True
    if _GAIN.search(left) and not _DEMANDING.search(left):
        return True
    sentence = left + rest
    if _DRIVING.search(sentence) and not asked and not _DRIVING_EXPERIENCE.search(sentence):
        return True
    if not asked and (
        _RESIDENCE.search(sentence) or _FILING.search(left) or _BENEFIT.search(sentence) or _CONTRACT.search(left)
    ):
        return True
    return _history(context, asked=asked)


_WINDOWED_BUT_ASKED = late(
    r"\b(?:held\sfor|each|period\sof|tenure\sof|commitment\sof|terms?\sof)\s?:?\s?\S*\s?\S*\s?\Z"
)
_DOING = late(r"\.?'?\s(?:in|with|as|of|on|working|doing|performing)\b")


def _history(context: Context, *, asked: bool) -> bool:
    """Tell whether the years are the employer's own."""
    amount, left, right = context.amount, context.left, context.right
    candidate = CANDIDATE.search(left[-120:]) is not None
    if (_HAVE_YEARS.search(left) or _SOMEBODY_HAS.match(left)) and not CANDIDATE.search(left[-70:]):
        return True
    if _OWN_YEARS.search(left) and _THEN_SUBJECT.match(context.rest):
        return True
    if _TEAM_EXPERIENCE.match(right) and _OWNERS.search(left) and not candidate:
        return True
    if context.section in ("company", "benefits") and not candidate and not CANDIDATE.search(right):
        return (
            _COMPANY_SUBJECT.search(left) is not None
            or not asked
            or amount.minimum >= _MANY_YEARS
            or _OWN_YEARS.search(left) is not None
        )
    return amount.minimum >= _MANY_YEARS and not candidate and _COMPANY_SUBJECT.search(left) is not None
