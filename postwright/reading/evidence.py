"""Amounts of time that the candidate is asked to have worked: what in the words around says so."""

from __future__ import annotations

import re

from postwright.late_pattern import late
from postwright.model.words import SectionKind
from postwright.reading.context import Context
from postwright.reading.exclusions import CANDIDATE, EXPERIENCE

_WORKED = (
    rf"(?:{EXPERIENCE}|work(?:ed|ing)?\s(?:history|background)|background|track\srecord|"
    rf"practi[cs]e(?:\sexperience)?|proficiency|post[\s-]qualif\w+|"
    r"(?<=\s)work(?=[,.;)]|\s(?:in|with|as|including|and|at|on|for|is|preferred|required)\b|$)|"
    r"post-?\s?(?:licensure|registration|graduate\sexperience|doctoral\sexperience|md|phd|mba|residency)|pqe|"
    r"employment\sas|hands-on|seniority|capacity)"
)
_WORD = r"(?:\(?[a-z0-9'&/+.#\"-]+(?:\([^)]{0,30}\))?\)?,?)"
_RIGHT_EXPERIENCE = late(rf"\.?'?s?\)?'?\.?(?:\s|-|,|of\s|\()?\s?(?:{_WORD}\s|[a-z]+/){{0,11}}?{_WORKED}")
_NEAR_EXPERIENCE = late(rf"\.?'?s?\)?'?\.?[\s-]?(?:of\s)?(?:{_WORD}\s|[a-z]+/){{0,7}}?{_WORKED}")
_GLUED_EXPERIENCE = late(r"\.?'?s?(?:of|exp|experience)")
_LEFT_EXPERIENCE = late(
    rf"(?:{EXPERIENCE}|\bworked|\bworking|\bemployed|\bbackground|\bpracti[cs]\w+|\bserved|\btrack\srecord|\byoe|"
    rf"\bpqe|\bpracti[cs]ing)(?P<between>[^;]{{0,110}})\Z"
)
_TO_AMOUNT = late(
    r"(?:\bfor|\bof|:|-|=|\bwith|,|\(|\[|\bis|\bbe|\brequired|\bneeded|\bminimum|\bmin\.?|\bleast|\bequivalent\sto|"
    r"\bequate(?:s)?\sto|\bto|\blevel|\brange|\bfrom|\bover|\bthan|\babout|\blevel\)|\bmust|\bin\syears|\?|\breq\.?|"
    r"\bexperience|\bexp\.?|\bbetween|\btotal)"
    r"\s?(?:an?|the|at\sleast|minimum(?:\sof)?|min\.?|of|more\sthan|over|about|around|approximately|approx\.?|"
    r"not\sless\sthan|no\sless\sthan|total(?:\sof)?|for|overall|between|:|-|~|from|last|\s|\()*\s?\Z"
)
_DOING = late(
    r"\.?'?s?\)?'?,?\s(?:\([^)]{2,40}\)\s)?(?:of\s)?(?:(?:directly|actively|successfully|professionally|hands-on|"
    r"solid|specifically|recently|post|full-time|full\stime|paid|proven|relevant|related|progressive|recent|"
    r"professional|industry|combined)\s){0,2}"
    r"(?:in|with|as|on|using|within|at|of|under|from|across|doing|[a-z-]{3,}ing)\b(?!\s(?:the\s(?:date|contract)|"
    r"which|these|those|hire|employment|a\srow))"
)
_BESIDE_DEGREE = late(
    r"\b(?:degree|diploma|bachelor'?s?|master'?s?|field|ged|b\.?s\.?|m\.?s\.?)\b[^.;]{0,40}(?:\band|\bplus|\bwith|"
    r"\+|,|\bor)\s(?:at\sleast\s|a\sminimum\sof\s|minimum\s)?\Z"
)
_DEGREE_AND = late(
    r"(?<![a-z])(?:degree|diploma|bachelor'?s?|master'?s?|b\.?s\.?c?\.?|m\.?s\.?c?\.?|b\.?a\.?|ph\.?\s?d\.?|mba|"
    r"ged)\s?"
    r"(?:\band|\bplus|\bwith|\+|/|:|-|,)\s?(?:at\sleast\s|a\sminimum\sof\s|minimum\s)?\Z"
)
_CLAUSE_ENDS = late(r"\s?(?:[,;.)]|$|\bor\b|\band\b)")
_REQUIREMENT: frozenset[SectionKind] = frozenset(("requirements", "preferred"))
_OPEN_SECTIONS: frozenset[SectionKind] = frozenset(
    ("requirements", "preferred", "summary", "responsibilities", "other", "title", "team")
)
_AT_LEAST = late(
    r"(?:\bat\sleast|\bminimum(?:\sof)?|\bmin\.?|\bno\sless\sthan|\bnot\sless\sthan|\bno[t]?\sfewer\sthan|\bminimally|\brequir\w+|"
    r"\blook(?:ing)?\sfor|\b(?:we|and)\s(?:ask\sfor|expect|need|want)|\bmore\sthan|\bover|\bmust\shave|\bhave|\bwith)\s?:?\s?(?:an?\s|the\s)?\Z"
)
_GOES_ON = late(r"(?:,\s(?:and|plus|with)|\bplus|\btogether\swith)\s\Z")
"""How a requirement joins an amount to what it asked for before: "knowledge of Linux, and four years as a porter"."""
_IS_THE_LEAST = late(
    r"\b(?:is|are)\s(?:the\s(?:bare\s|absolute\s)?(?:minimum|least)|a\smust|required|essential|needed|expected|mandatory|"
    r"necessary|our\sminimum)(?![a-z])"
)
_TAGGED = late(r"\.?\s?[(\[-]\s?(?:required|preferred|desired|minimum|mandatory|must|req|pref|optional|plus|nice)")
_LABELLED = late(
    r"(?:^|[).;:\]]\s?|\s)(?P<label>[a-z0-9][a-z0-9 +#/&.,'()-]{0,60}?)\s?:\s?(?:at\sleast\s|minimum\s(?:of\s)?|"
    r"min\.?\s)?\Z"
)
_EXPERIENCE_HEADING = late(rf"{EXPERIENCE}|requirement|qualification|skills|must")
_LOOKS_LIKE_NOUN = late(r"'?\s?[a-z][a-z0-9+#./&-]+")
_STATED = late(
    r"\.?'?\)?\s?(?:[.;,)]|$|minimum|min\b|required|preferred|desired|plus\b|is\s|are\s|\(|or\s|and\s|-|in\b)"
)
_ITEM = late(r"\W*[a-z0-9][a-z0-9 +#/&.,'()-]{1,60}[\s(-]")
_APART = late(
    r"[a-z0-9+#](?:\s?\(|,|\s?[-:]|\sfor|,?\sfor\swhich\swe\s(?:ask|require|expect|need|want)(?:\sfor)?)\s?(?:(?:at\sleast|minimum(?:\sof)?|min\.?|over|more\sthan|around|for)\s){0,2}\Z"
)
"""What parts an amount from the skill that it belongs to: "Docker, at least 15 years"."""
_NAME_ALONE = late(
    r"\W*(?!(?:a|an|the|minimum|min|least|at|over|about|up|within|after|every|first|last|next|past|for|of|with|in)\b)"
    r"[a-z][a-z0-9+#./&-]*(?:\s(?!for\b|of\b|over\b|within\b|at\b|least\b|minimum\b|every\b|in\b)[a-z0-9+#./&-]+){0,2}\s\Z"
)
"""A few words of an item that name a skill, its years behind it: "Java 6 yrs"."""
_NO_SKILL = late(
    r"\b(?:degree|diploma|bachelor|master|phd|doctorate|stud(?:y|ies)|school|college|university|course|training|"
    r"apprenticeship|traineeship|programme?|licen[cs]e|certificat\w+|visa|permit|passport|resid\w+|citizen\w*|contract|"
    r"fixed|term|temporary|duration|age|aged|old|warranty|bond|commit\w*|stay|notice|probation\w*|validity|valid|"
    r"position|role|job|employment|company|history)\b"
)
_BEHIND_SKILL = late(r"(?<=[a-z0-9+#])\s?\(\s?\Z")
_SKILL_REACH = 40
"""Characters before an amount in which the skill of a list stands."""
_CLOSES = late(r"\s?\)\s?(?:[,;./|]|and\b|or\b|&|\n|$)")
_YOU_SPENT = late(r"\byou(?:'ve|\shave)\s(?:already\s)?(?:spent|worked)\s(?:at\sleast\s|over\s)?\Z")
_TITLE_BRACKET = late(r"[(\[|,-]\s?\Z")


def asked_for(context: Context) -> bool:
    """Tell whether the words around an amount, which `excluded` let pass, ask the candidate for experience."""
    return (
        _says_experience(context)
        or _says_activity(context)
        or _says_who(context)
        or _labelled(context)
        or _ends_item(context)
        or _in_a_list(context)
        or _beside_degree(context)
        or _in_title(context)
    )


def _says_experience(context: Context) -> bool:
    """Whether "experience" or a word like it belongs to the amount."""
    amount, left, right = context.amount, context.left, context.right
    near = _NEAR_EXPERIENCE if amount.compound else _RIGHT_EXPERIENCE
    if near.match(right) or _GLUED_EXPERIENCE.match(right) or "yoe" in context.quote:
        return context.section in _OPEN_SECTIONS or _speaks_to_candidate(context)
    before = _LEFT_EXPERIENCE.search(left[-170:])
    if (
        before
        and "." not in before["between"].replace("min.", "").replace("exp.", "").replace("yrs.", "").strip(". ")
        and _TO_AMOUNT.search(left)
    ):
        return not amount.compound or context.right.strip(" .,)") == ""
    return False


def _speaks_to_candidate(context: Context) -> bool:
    return (
        context.amount.open
        or context.amount.maximum is not None  # no employer tells its own years as a range
        or context.first_in_block
        or CANDIDATE.search(context.left) is not None
        or CANDIDATE.search(context.right) is not None
    )


def _says_activity(context: Context) -> bool:
    """Whether an activity, a role or a tool follows in a place where qualifications are listed."""
    amount, left, right = context.amount, context.left, context.right
    if amount.compound and amount.unit != "year":
        return False
    lists = context.section in _REQUIREMENT
    stressed = (
        amount.open
        or amount.maximum is not None
        or _AT_LEAST.search(left) is not None
        or _IS_THE_LEAST.search(right) is not None
    )
    goes_on = lists and _GOES_ON.search(left) is not None
    starts = goes_on or left.strip(" -:(>") in ("", "either", "and") or _BESIDE_DEGREE.search(left) is not None
    if amount.unit == "decade" and not (lists and (starts or stressed)):
        return False  # "a decade of growth" is the employer's
    if _DOING.match(right) and not amount.compound:
        return (
            (lists and (starts or stressed or CANDIDATE.search(left) is not None))
            or (
                context.section in _OPEN_SECTIONS
                and stressed
                and (starts or CANDIDATE.search(left) is not None or amount.open)
            )
            or _YOU_SPENT.search(left) is not None
        )
    if amount.unit == "month" or amount.compound:
        return False
    if _LOOKS_LIKE_NOUN.match(right):
        return lists and (starts or stressed)
    return False


_SOMEONE_WITH = late(
    r"\b(?:someone|somebody|anyone|people|candidates?|applicants?|person|individual|(?:an?|one|the\s(?:right|ideal|successful))\s"
    r"(?:[a-z-]+\s){0,3}?(?!company|firm|business|team|group|agency|provider|start-?up|organi[sz]ation|leader|brand|"
    r"charity|school|practice|family|employer|club|studio|workshop|hotel|restaurant|partner|maker|shop|chain|bank)"
    r"[a-z-]+)\s(?:with|who\s(?:has|have|brings?|offers?|can\slook\sback\son|looks?\sback\son))\s(?:an?\s(?:good|solid|full)\s|(?:at\sleast|a\sminimum\sof|"
    r"minimum|about|around|roughly|some|over|more\sthan)\s)*\Z"
)
_HAS_USED_FOR = late(
    r"\b(?:you|candidates?|applicants?|someone\swho|somebody\swho|(?:person|people|colleague|[a-z]+(?:er|or|ist|ant))\s"
    r"who)(?:'ve|\s(?:must\s|should\s|will\s)?(?:have|has))\s(?:[a-z]+ly\s)?(?:been\s)?(?:used|using|written|writing|"
    r"coded|programmed|programming|built|building|worked|working|practi[cs]ed|sold|taught|run|operated|administered|"
    r"led|managed|supervised|headed|coached|done|doing|an?)\b[^.;:]{0,90}\bfor\s(?:at\sleast\s|over\s|more\sthan\s|a\sminimum\sof\s|around\s|about\s)*\Z"
)
_BEHIND_YOU = late(r"\.?'?s?\s(?:of\s[a-z ]{2,40}\s)?(?:behind\syou|under\syour\sbelt|to\syour\sname)(?![a-z])")


_OF_THE_EMPLOYER: frozenset[SectionKind] = frozenset(("benefits", "equal_opportunity"))
_WANTED = late(r"\b(?:need|look(?:ing)?\sfor|seek\w*|want|consider|hir(?:e|ing)|search\w*|ideal|suit(?:s|ed)?)\b")


def _says_who(context: Context) -> bool:
    """Whether the words say it of the person wanted: "someone with three years of", "you have used it for"."""
    if context.section in _OF_THE_EMPLOYER or context.amount.compound:
        return False
    if _BEHIND_YOU.match(context.right) or _HAS_USED_FOR.search(context.left):
        return True
    if context.section == "company" and _WANTED.search(context.left) is None:
        return False
    return _SOMEONE_WITH.search(context.left) is not None and _DOING.match(context.right) is not None


def _labelled(context: Context) -> bool:
    """Whether the amount is the value of a label: "Bookkeeping: 1 year (Required)"."""
    label = _LABELLED.search(context.left)
    if label is None:
        return False
    if _TAGGED.match(context.right):
        return True
    if not _STATED.match(context.right):
        return False
    return (
        context.section in _REQUIREMENT
        or re.search(EXPERIENCE, label["label"]) is not None
        or re.search(EXPERIENCE, context.heading) is not None
    )


def _ends_item(context: Context) -> bool:
    """Whether the amount closes a short item of a list of qualifications: "Python 6+ years", "Python (6 years)"."""
    amount, left = context.amount, context.left
    is_apart = (_APART.search(left) or _NAME_ALONE.fullmatch(left)) is not None and _NO_SKILL.search(left) is None
    is_stressed = amount.open or amount.maximum is not None
    # Lists of what is asked for are read as duties now and then; no duty ends with "Kafka (2+ years)".
    is_named = context.section == "responsibilities" and context.block.kind == "bullet" and is_stressed and is_apart
    return (
        (context.section in _REQUIREMENT or is_named)
        and (is_stressed or is_apart)
        and not amount.compound
        and amount.unit != "month"
        and context.block.end - context.block.start < 90
        and not context.rest.strip(" .)+-")
        and _ITEM.fullmatch(context.left) is not None
    )


def _in_a_list(context: Context) -> bool:
    """Whether a skill stands with its years in brackets: "Python (3 years), SQL (2 years)"."""
    amount, left = context.amount, context.left
    if context.section not in _REQUIREMENT or amount.compound or amount.unit != "year":
        return False
    behind = _BEHIND_SKILL.search(left)
    if behind is None or _NO_SKILL.search(left, max(0, behind.start() - _SKILL_REACH)) is not None:
        return False
    return _CLOSES.match(context.rest) is not None


def _beside_degree(context: Context) -> bool:
    """Whether the amount is all that is said beside a degree: "Master's degree and 2 years, or ..."."""
    return (
        context.section in _OPEN_SECTIONS
        and not context.amount.compound
        and _DEGREE_AND.search(context.left) is not None
        and _CLAUSE_ENDS.match(context.right) is not None
    )


def _in_title(context: Context) -> bool:
    """Whether the amount stands in brackets behind the title, or alone under a heading that speaks of experience."""
    alone = not context.left.strip(" -:~(") and not context.right.strip(" .)+")
    if alone:
        return re.search(EXPERIENCE, context.heading) is not None and len(context.heading) < 60
    return (
        context.section == "title"
        and context.amount.open
        and _TITLE_BRACKET.search(context.left) is not None
        and re.match(r"\s?[)\]]|\s*$", context.right) is not None
    )
