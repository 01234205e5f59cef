"""What a demand's experience is in, and of what kind it is."""

from __future__ import annotations

import re

from postwright.late_pattern import late
from postwright.model.reading import DemandKind, TechnologyMention
from postwright.reading.context import Context
from postwright.reading.exclusions import EXPERIENCE

LONGEST_SUBJECT = 110
"""Characters; a longer one is cut at a comma or a word."""

_LEAD_IN = late(
    r"\.?'?s?\)?'?\s?(?:\(s\))?\s?[-:,]?\s?(?:(?:minimum|min|or\smore|plus)\b\.?\s?)?(?:of\s|for\s)?(?:an?\s|the\s)?"
)
_OF_WHICH = late(
    r"\s?(?:of\s(?:which|those|these|them|that)(?:\s(?:[a-z]+\s)?years?)?\s?)?(?:should|must|shall|has\sto|"
    r"have\sto|needs?\sto|was|were|is|are)?\s?(?:be|have\sbeen|include)?\s?"
    r"(?<=[a-z]\s)(?:experience\s)?(?:in|as|with|on)\s(?:an?\s|the\s)?"
)
_DEGREE_FIRST = late(
    r"(?<![a-z])(?:(?:an?\s)?(?:bachelor|master|ph\.?d|b\.?s\.?c?|m\.?s\.?c?|b\.?a|mba|degree)(?:'?s)?(?![a-z])|"
    r"(?:or|and|preferred|required|"
    r"desired|lieu)\b|\d{1,2}\+?\s(?:years|yrs))"
)
_OWN_EXPERIENCE = late(
    rf"(?P<modifiers>(?:[a-z0-9'&/+.#,()-]+\s){{0,10}}?)(?P<word>{EXPERIENCE})(?P<as_noun>\s|$|[.,;:)(])"
)
_PREPOSITION = late(
    r"\s?(?:\([^)]{0,40}\)\s?)?(?:(?:working|acquired|gained|obtained|specializing|specialising|focused|"
    r"specifically|directly|either)\s)?"
    r"(?:in|with|as|of|on|using|within|at|for|from|across|under|around|working|inside|by)\s(?:an?\s|the\s|either\s|"
    r"one\sof\s)?|(?<=exposure)\sto\s(?:an?\s|the\s)?"
)
_GERUND = late(r"\s?(?=[a-z-]{3,}ing\b)")
_FIRST_PREPOSITION = late(r"(?:working\s)?(?:in|with|as|on|using|within|at|from|across|under|of)\s(?:an?\s|the\s)?")
_END = late(
    r"[;:|?]|,?\s(?:but|would|should)\b|\.(?=\s|$)|\s[-]\s|\((?!s\))|\)|,?\s(?:including|included|preferabl[ey]|"
    r"ideally|of\swhich|or\s(?:an?\s)?equivalent|or\srelated|required|preferred|desired|desirable|"
    r"is\b|are\b|was\b|a\splus|an\sasset|with\s(?:at\sleast|a\s|an\s|strong|the\s|proven|one|two|\d)|within\sthe|"
    r"in\sthe\slast|that\b|which\b|who\b|plus\b|combined\swith|coupled\swith|"
    r"in\saddition|along\swith|as\swell\sas|such\sthat|where\b|and\s(?:at\sleast|a\s(?:bachelor|master|degree|"
    r"minimum|proven|strong|valid)|an\s(?:understanding|ability)|"
    r"(?:strong|ability|knowledge|the\sability|must|proven|demonstrated|excellent|minimum|you)\b)|"
    r"or\s(?:a\s)?(?:bachelor|master|degree|minimum|combination)|must\b|will\b|to\s(?:be|become)\b|preferred|"
    r"prior\sto|equivalent\sto)"
    r"|,\s(?:and\s)?(?:an?\s|the\s)?(?:strong|ability|must|with|you|proven|excellent|knowledge|demonstrated|"
    r"preferred|bachelor|minimum|plus)\b|\s(?:and|or|with|including|plus|,)\s?(?:at\sleast|minimum|over|more\sthan|"
    r"a\sminimum|up\sto|an?\sadditional|\s)*\s?$"
)
_TRAILING = late(
    r"(?:[\s,;:(&/-]|\b(?:and|or|and/or|with|including|plus|at\sleast|minimum(?:\sof)?|over|of|in|a|an|the|"
    r"more\sthan|as|have|having|for|another|additional)\b)+\Z"
)
_LEFT_TOPIC = late(
    rf"{EXPERIENCE}\s(?:in|with|as|of|on|using)\s(?P<topic>[^;:.]{{2,90}}?)\s?(?:\bfor\b|,|:|-|\(|\bof\b|"
    rf"\bminimum\b|\bat\sleast\b)[^;:.]{{0,30}}\Z"
)
_WORKED_TOPIC = late(
    r"\b(?:worked|working|practi[cs]ed|employed|served)\s(?:in|with|as|on|"
    r"using)\s(?P<topic>[^;:.]{2,80}?)\s(?:for)\b[^;:.]{0,30}\Z"
)
_LABEL_TOPIC = late(r"(?:^|[).;:,\]]\s?)(?P<topic>[a-z0-9][a-z0-9 +#/&.,'()-]{0,60}?)\s?:\s?[a-z .]{0,20}\Z")
_ITEM_TOPIC = late(r"\A\W*(?P<topic>[a-z0-9][a-z0-9 +#/&.,'()-]{1,60}?)[\s(:-]*\Z")
_BRACKET_TOPIC = late(r"(?P<topic>[a-z0-9][^,;:()]{0,60}?)\s?\(\s?(?:at\sleast|minimum(?:\sof)?|min\.?|~|\s)*\Z")
_AFTER_BRACKET = late(r"\s?(?:required|preferred|desired|minimum|min\.?|a\splus|experience|exp)?\s?\)")
_TOPIC_LEAD = late(r"\b(?:experience|in|with|of|and|or|using|as|knowledge|an?|the|strong|working)\s")
_TAG = late(r"\([a-z ]*(?:required|preferred|desired)\)\s*")
_EMPTY = late(
    rf"(?:(?:total|overall|relevant|related|work(?:ing)?|professional|years?|minimum|min\.|required|level|{EXPERIENCE}|"
    rf"requirements?|qualifications?|education|and|&|of|in|the|behind\syou|your\sbelt|your\sname)[\s&/]*)*\Z"
)

_PEOPLE = (
    r"(?:teams?|people|staff|personnel|employees|engineers|developers|managers|supervisors|direct\sreports|others|"
    r"associates|analysts|scientists|workers|crews?|groups?(?!\sof\s(?:children|pupils|students|visitors|guests|patients))|direct\sand\sindirect\sreports)"
)
_MANAGEMENT = late(
    rf"\b(?:supervis(?:e|ing|ory|ors?|ion)|managerial|leadership|direct\sreports|people[\s-]manage\w+|(?:team|"
    rf"staff|line|people|employee|workforce|senior|middle|executive|general)\smanagement|team[\s-]lead\w*|"
    rf"(?:lead|leading|managing|manage|management\sof|directing|mentoring|overseeing|coaching|"
    rf"supervising)\s(?:(?!projects?|programs?|products?)[a-z/-]+,?\s){{0,4}}?{_PEOPLE}|"
    r"management\s(?:role|position|capacity|level|experience|or\ssupervis\w+|roles|positions|responsibilit\w+)|"
    r"(?:as|in)\s(?:an?\s)?(?:[a-z-]+\s){0,3}?(?:manager|supervisor|director|leader|head|foreman|lead)(?:\s(?:role|"
    r"position|capacity))?$|"
    r"(?:manager|supervisor|director|lead)\s(?:role|position|capacity|level)|lead\s(?:role|position|capacity|"
    r"experience))\b|^management$"
)
_LED_FOR = late(
    rf"\b(?:led|lead|managed|supervised|run|ran)\s(?:[a-z/-]+\s){{0,3}}?{_PEOPLE}\sfor\s(?:at\sleast\s|over\s)?\Z"
)
"""A team that was led for some time: "have led a team for 2+ years"."""
_OTHER_MANAGEMENT = late(
    r"\b(?:product|project|account|case|program|programme|property|data|risk|change|database|content|portfolio|"
    r"relationship|care|event|wealth|asset|supply\schain|office|network|systems?|contracts?|facilities|inventory|"
    r"brand|"
    r"campaign|community|store|grants?|configuration|channel|vendor|category|information|construction|collections?|"
    r"hotel|restaurant|records?|alliance|marketing)\s(?:and\s[a-z]+\s)?manage(?:r|ment|rs)\b"
)
_SURE_MANAGEMENT = late(
    r"\b(?:supervis\w+|team|staff|people|leadership|personnel|direct\sreports|leading|managerial|employees)\b"
)
_ROLE = late(
    r"\b(?:roles?|positions?|engineers?|developers?|analysts?|scientists?|administrators?|architects?|consultants?|"
    r"trainers?|specialists?|officers?|nurses?|teachers?|technicians?|coordinators?|accountants?|attorneys?|"
    r"industry|industries|fields?|"
    r"environments?|compan(?:y|ies)|sector|agency|firm|worker|capacity|profession|discipline|function|settings?)\b"
)
_NARROW = late(
    r"^(?:[a-z]+ly\s)?(?:(?:hands-on|proven|working|practical|direct)\s(?:experience\s)?)?"
    r"(?:developing|designing|building|writing|creating|implementing|programming|coding|scripting|using|analy[sz]ing|"
    r"testing|configuring|deploying|administering|modell?ing|integrating|automating|debugging|troubleshooting|"
    r"optimi[sz]ing|architecting|migrating|shipping|extracting|presenting|negotiating|training|drafting)\b"
)
_DOING = late(
    r"^(?:[a-z]+ly\s)?(?:(?:hands-on|proven|practical|direct|business|demonstrated)\s(?:ability|experience|skills?)?\s?)?"
    r"(?:(?:directly\s)?working\sin\s(?=[a-z]+\s[a-z]+\sand)|utili[sz]ing|conducting\s(?:[a-z]+\s)?analys[a-z]+|helping|managing|overseeing|identifying|defining|preparing|creating|planning|"
    r"coordinating|evaluating|interpreting|producing|reviewing|researching|automating|maintaining|monitoring|"
    r"driving|executing|facilitating|presenting|communicating|developing|delivering)\b"
)
_TOOLS = late(
    r"\b(?:(?<!on\sthe\s)tools?|languages?|frameworks?|databases?|programming|scripting|methodolog\w+|techniques?|packages?|"
    r"(?:software\s|code\s|component\s|ui\s)library|libraries|statistical\smodel\w*|models|apis?|web\sservices|microservices|pipelines?|visuali[sz]ation|"
    r"machine\slearning|"
    r"deep\slearning|algorithms?|devops|agile|scrum|excel|crm|erp|etl|sdlc|javascript|front[\s-]?end|back[\s-]?end|"
    r"full[\s-]?stack|project\smanagement|data\sentry|data\smodell?ing|reporting|distributed\s(?:systems|"
    r"applications)|"
    r"cloud\s(?:platforms?|infrastructure|services|computing|environments?)|computer\svision|nlp|natural\slanguage|"
    r"llms?|software\s(?:packages?|tools?)|imaging\ssoftware|web\sdevelopment|mobile\sdevelopment|unit\stest\w*|"
    r"ci/cd|containers?|containeri[sz]ation)\b"
)
_SHORT_NAME = 28
"""Characters of a subject that may be a product's name; in a longer one an acronym is one word of many."""
_ACRONYM = late(r"(?<![\w/])(?:[A-Z][A-Z0-9+#./-]{1,7}|[A-Z][a-z]+[A-Z]\w+|[A-Za-z]+[+#]+|\.NET)(?![\w/])")
_COMMON_ACRONYMS = "IT HR R&D US UK USA EU B2B B2C SaaS RN LVN LPN GS PR QA UX UI ICU ER OR AND NHS NGO NGOS CPA MD GMP"
_NO_TOOL = frozenset(_COMMON_ACRONYMS.split())
_INDUSTRY = late(
    r"\b(?:oil|gas|industry|sales|marketing|finance|financial|accounting|nursing|customer\sservice|retail|"
    r"healthcare|teaching|recruit\w+|management|warehouse|construction|analytics|total\swork|relevant|"
    r"data\sscientist)\b"
)


def subject_span(context: Context, text: str) -> tuple[int, int] | None:
    """Return the offsets of what the experience is in, or None where the text names nothing."""
    if _LABELLED.match(context.right) and context.left.rstrip().endswith(":"):
        return _subject_before(context, text) or _subject_after(context, text)
    return _bracketed(context) or _used_for(context) or _subject_after(context, text) or _subject_before(context, text)


_USED_FOR = late(
    r"\b(?:used|using|wrote|written|writing|coded|programmed|programming|built|building|worked\swith|"
    r"working\swith|worked\son|administered|operated|run|done|taught|sold|with|in)\s(?:an?\s|the\s)?"
    r"(?P<topic>(?!the\s|a\s)(?:(?!\bfor\b)[^;:.,]){2,60}?)\sfor\s(?:at\sleast|over|more\sthan|a\sminimum\sof|"
    r"around|about|roughly|nearly|almost|some|\s)*\Z"
)
_HAS_USED = late(
    r"\b(?:ve|have|has|having)\s(?:[a-z]+ly\s)?(?:been\s)?(?:used|using|wrote|written|writing|coded|programmed|"
    r"programming|built|building|worked\swith|working\swith|worked\son|administered|operated|run|done|taught|sold)\b"
)


def _used_for(context: Context) -> tuple[int, int] | None:
    """Return what somebody has used for an amount of time: "you have written Go for three years"."""
    left = context.left[-160:]
    match = _USED_FOR.search(left)
    if match is None or _HAS_USED.search(left, 0, match.start("topic")) is None:
        return None
    skipped = len(context.left) - len(left)
    start, end = match.span("topic")
    return (context.at_left(skipped + start), context.at_left(skipped + end - 1) + 1)


_LABELLED = late(r"\.?\s?\((?:required|preferred|desired)\)")
"""What stands behind the years of a label: "Citrix: 5 years (Required)"."""


def _bracketed(context: Context) -> tuple[int, int] | None:
    """Return the words that an amount in brackets stands behind: "Python (3+ years), SQL (2+ years)"."""
    match = _BRACKET_TOPIC.search(context.left)
    if match is None or _AFTER_BRACKET.match(context.rest) is None:
        return None
    start, end = match.span("topic")
    for lead in _TOPIC_LEAD.finditer(context.left, start, end):
        start = lead.end()
    if start >= end or _EMPTY.fullmatch(context.left[start:end]):
        return None
    return (context.at_left(start), context.at_left(end - 1) + 1)


def _subject_after(context: Context, text: str) -> tuple[int, int] | None:
    right = context.right
    lead = _OF_WHICH.match(right) or _LEAD_IN.match(right)
    start = lead.end() if lead else 0
    own = _OWN_EXPERIENCE.match(right, start)
    first = _FIRST_PREPOSITION.match(right, start)
    if (
        own
        and not (first and first.end() > own.start("word"))
        and not re.search(r"\b(?:in|with|as|using|ing)\s", own["modifiers"])
    ):
        word_end = own.end("word")
        follow = _PREPOSITION.match(right, word_end) or _GERUND.match(right, word_end)
        if follow:
            span = _trimmed(context, follow.end(), text)
            if span:
                return span
        return _plain(context, own.start("modifiers"), word_end) if own["modifiers"].strip() else None
    if first:
        return _trimmed(context, first.end(), text)
    return _trimmed(context, start, text)


def _plain(context: Context, start: int, end: int) -> tuple[int, int] | None:
    return (context.at_right(start), context.at_right(end - 1) + 1)


def _trimmed(context: Context, start: int, text: str) -> tuple[int, int] | None:
    """Return the words from `start` of the right side up to where the phrase ends."""
    right = context.right
    end_match = _END.search(right, start)
    end = end_match.start() if end_match else len(right)
    if end - start > LONGEST_SUBJECT:
        comma = right.rfind(",", start, start + LONGEST_SUBJECT)
        end = comma if comma > start + 10 else right.rfind(" ", start, start + LONGEST_SUBJECT)
    trailing = _TRAILING.search(right[start:end]) if end > start else None
    if trailing:
        end = start + trailing.start()
    while end > start and right[end - 1] in " .,;:-&/(":
        end -= 1
    if end - start < 2 and not right[start:end].isalpha():
        return None
    if (
        _EMPTY.match(right[start:end])
        or right.startswith(("including", "preferably", "ideally"), start)
        or _DEGREE_FIRST.match(right, start)
    ):
        return None
    return (context.at_right(start), context.at_right(end - 1) + 1)


def _subject_before(context: Context, text: str) -> tuple[int, int] | None:
    left = context.left[-160:]
    skipped = len(context.left) - len(left)
    patterns = [_LEFT_TOPIC, _WORKED_TOPIC, _LABEL_TOPIC]
    if not context.rest.strip(" .)+"):
        patterns.append(_ITEM_TOPIC)
    for pattern in patterns:
        match = pattern.search(left)
        if match is None:
            continue
        start, end = match.span("topic")
        for tag in _TAG.finditer(left, start, end):
            start = tag.end()
        while tail := _TAIL.search(left, start, end):
            end = tail.start()
        for opening in _SAYS_HAS.finditer(left, start, end):
            start = opening.end()
        if start < end and not _EMPTY.fullmatch(left[start:end]) and not _DEGREE_FIRST.search(left, start, end):
            return (context.at_left(skipped + start), context.at_left(skipped + end - 1) + 1)
    return None


_SAYS_HAS = late(
    r"\b(?:you|candidates?|applicants?)(?:'ve|\smust\shave|\sshould\shave|\shave|\swill\shave)\s(?:[a-z]+ly\s)?(?:been|"
    r"used|written|done|built|run|led|managed|supervised|worked\s(?:as|with|in|on)|working\s(?:as|with|in|on))\s(?:an?\s|the\s)?|"
    r"\A(?:has|have)\s(?:been|used|written|done|built|run)\s(?:an?\s|the\s)?"
)
"""How an item begins that says of the candidate what the subject is: "you have been a teacher"."""
_TAIL = late(
    r"[\s,;:(-]+(?:at\sleast|minimum(?:\sof)?|min\.?|over|more\sthan|for(?:\swhich\swe\s(?:ask|require|expect|need|want)(?:\sfor)?)?|(?:exp|experience)\sof(?:\sat\sleast)?)?\Z"
)
"""What stands between a subject and the amount behind it: "Docker, at least 15 years"."""


def kind_of(
    context: Context,
    subject: str,
    span: tuple[int, int] | None,
    technologies: tuple[TechnologyMention, ...],
    *,
    is_first: bool,
) -> DemandKind:
    """Return whether a demand asks for people management, for a named skill, or for the work as a whole.

    A posting's first demand mostly is about the work as a whole; what later ones say of doing is a part of it.
    """
    words = subject.lower()
    phrase = context.right[: len(subject) + 60].strip(" '.") if span and span[0] > context.amount.start else ""
    phrase = re.sub(r"^s?\s?(?:of\s)?", "", phrase)
    if _is_management(words) or _is_management(phrase):
        return "management"
    if _LED_FOR.search(context.left):
        return "management"
    if not words:
        return "general"
    role = _ROLE.search(words) is not None
    if span and not role and any(span[0] <= t.start and t.end <= span[1] for t in technologies):
        return "skill"
    if _NARROW.match(words) or _NARROW.match(phrase):
        return "skill"
    if role:
        return "general"
    if not is_first and (_DOING.match(words) or _DOING.match(phrase)):
        return "skill"
    named = len(words) < _SHORT_NAME and any(name[0] not in _NO_TOOL for name in _ACRONYM.finditer(subject))
    if named or _TOOLS.search(words):
        return "skill"
    if span and span[1] <= context.amount.start and context.left.rstrip().endswith((":", " -")):
        return "general" if _INDUSTRY.search(words) else "skill"
    return "general"


def _is_management(words: str) -> bool:
    if not _MANAGEMENT.search(words):
        return False
    return _SURE_MANAGEMENT.search(words) is not None or _OTHER_MANAGEMENT.search(words) is None
