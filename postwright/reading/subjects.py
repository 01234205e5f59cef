"""What a demand's experience is in, and of what kind it is."""

from __future__ import annotations

import re

from postwright.model.reading import DemandKind, TechnologyMention
from postwright.reading.context import Context
from postwright.reading.exclusions import EXPERIENCE

LONGEST_SUBJECT = 110
"""Characters; a longer one is cut at a comma or a word."""

_LEAD_IN = re.compile(
    r"\.?'?s?\)?'?\s?(?:\(s\))?\s?[-:,]?\s?(?:(?:minimum|min|or\smore|plus)\b\.?\s?)?(?:of\s|for\s)?(?:an?\s|the\s)?"
)
_OWN_EXPERIENCE = re.compile(
    rf"(?P<modifiers>(?:[a-z0-9'&/+.#,()-]+\s){{0,10}}?)(?P<word>{EXPERIENCE})(?P<as_noun>\s|$|[.,;:)(])"
)
_PREPOSITION = re.compile(
    r"\s?(?:\([^)]{0,40}\)\s?)?(?:(?:working|acquired|gained|obtained|specializing|specialising|focused|specifically|directly|either)\s)?"
    r"(?:in|with|as|of|on|using|within|at|for|from|across|under|around|working|inside|by)\s(?:an?\s|the\s|either\s|one\sof\s)?"
)
_GERUND = re.compile(r"\s?(?=[a-z-]{3,}ing\b)")
_FIRST_PREPOSITION = re.compile(
    r"(?:working\s)?(?:in|with|as|on|using|within|at|from|across|under|of)\s(?:an?\s|the\s)?"
)
_END = re.compile(
    r"[;:|]|\.(?=\s|$)|\s[-]\s|\((?!s\))|\)|,?\s(?:including|included|preferabl[ey]|ideally|of\swhich|or\s(?:an?\s)?equivalent|or\srelated|required|preferred|desired|desirable|"
    r"is\b|are\b|was\b|a\splus|an\sasset|with\s(?:at\sleast|a\s|an\s|strong|the\s|proven|one|two|\d)|within\sthe|in\sthe\slast|that\b|which\b|who\b|plus\b|combined\swith|coupled\swith|"
    r"in\saddition|along\swith|as\swell\sas|such\sthat|where\b|and\s(?:at\sleast|a\s(?:bachelor|master|degree|minimum|proven|strong|valid)|an\s(?:understanding|ability)|"
    r"(?:strong|ability|knowledge|the\sability|must|proven|demonstrated|excellent|minimum|you)\b)|or\s(?:a\s)?(?:bachelor|master|degree|minimum|combination)|must\b|will\b|to\s(?:be|become)\b|preferred|prior\sto|equivalent\sto)"
    r"|,\s(?:and\s)?(?:an?\s|the\s)?(?:strong|ability|must|with|you|proven|excellent|knowledge|demonstrated|preferred|bachelor|minimum|plus)\b|\s(?:and|or|with|including|plus|,)\s?(?:at\sleast|minimum|over|more\sthan|a\sminimum|up\sto|an?\sadditional|\s)*\s?$"
)
_TRAILING = re.compile(
    r"(?:[\s,;:(&/-]|\b(?:and|or|and/or|with|including|plus|at\sleast|minimum(?:\sof)?|over|of|in|a|an|the|more\sthan|as|have|having|for|another|additional)\b)+\Z"
)
_LEFT_TOPIC = re.compile(
    rf"{EXPERIENCE}\s(?:in|with|as|of|on|using)\s(?P<topic>[^;:.]{{2,90}}?)\s?(?:\bfor\b|,|:|-|\(|\bof\b|\bminimum\b|\bat\sleast\b)[^;:.]{{0,30}}\Z"
)
_WORKED_TOPIC = re.compile(
    r"\b(?:worked|working|practi[cs]ed|employed|served)\s(?:in|with|as|on|using)\s(?P<topic>[^;:.]{2,80}?)\s(?:for)\b[^;:.]{0,30}\Z"
)
_LABEL_TOPIC = re.compile(
    r"(?:^|[).;:\]]\s?|\byears?\s)(?P<topic>[a-z0-9][a-z0-9 +#/&.,'()-]{0,60}?)\s?:\s?[a-z ]{0,20}\Z"
)
_EMPTY = re.compile(
    rf"(?:(?:total|overall|relevant|related|work(?:ing)?|professional|years?|minimum|required|level|{EXPERIENCE}|requirements?|qualifications?|education|and|&|of|in|the)[\s&/]*)*\Z"
)

_MANAGEMENT = re.compile(
    r"\b(?:supervis\w+|managerial|management\s(?:role|position|capacity|experience|level|responsibilit\w+|team|or\ssupervis\w+|roles|positions|and\sleadership|/\s?leadership)|people[\s-]manage\w+|(?:team|staff|personnel|line|people|"
    r"employee|workforce|general|senior|middle|executive|operations?)\smanagement|leadership|team[\s-]lead\w*|lead(?:ing)?\s(?:a\s|an?\s|and\s\w+\s|large\s|small\s|cross-functional\s|engineering\s|technical\s|sales\s|high[\s-]performing\s|or\smanaging\s|\w+\s)?(?:teams?|people|staff|groups?|others|engineers|developers|organi[sz]ations?|projects?\steams?|role|capacity)|"
    r"(?:managing|manage|directing|mentoring|overseeing|coaching)\s(?:and\s\w+\s|a\s|an\s|or\s\w+\s|large\s|other\s|multiple\s|remote\s|technical\s|\w+\s|\w+\s\w+\s){0,2}?(?:teams?|people|staff|personnel|employees|engineers|developers|managers|direct\sreports|others|associates|analysts|scientists|workers|crews?)|"
    r"as\s(?:an?\s)?(?:\w+\s){0,2}?(?:manager|supervisor|director|team\slead(?:er)?|leader|head|foreman)|in\sa\slead(?:ing)?\s(?:role|position|capacity)|lead\s(?:role|position|capacity|experience)|direct\sreports|management$)"
)
_MANAGEMENT_NOT = re.compile(
    r"\b(?:product|project|account|case|program|programme|property|data|risk|change|database|content|portfolio|relationship|care|event|wealth|asset|supply\schain|office|network|systems?|contract|facilities|inventory|brand|campaign|community|store|grants?)\smanage(?:r|ment|rs)\b"
)
_PEOPLE = re.compile(
    r"\b(?:supervis\w+|team|staff|people|leadership|personnel|direct\sreports|leading|managerial|employees|management\s(?:role|position|level|capacity))\b"
)
_GENERAL_WORDS = re.compile(
    r"\b(?:relevant|related|similar|professional|progressive\w*|work(?:ing)?\sexperience|industry|industries|field|fields|profession|role|roles|position|positions|career|sector|area|capacity|environment|"
    r"company|companies|agency|firm|setting|settings|level|discipline|business|overall|total|general|full-time|paid|post-\w+|equivalent|engineering|development|consulting|sales|marketing|"
    r"accounting|finance|nursing|teaching|recruit\w+|practice|analyst|engineer|developer|manager|scientist|nurse|designer|architect|specialist|officer|clerk|assistant|technician|coordinator|"
    r"administrator|consultant|accountant|driver|representative|attorney|lawyer|service|office|clinical|healthcare|hospital|warehouse|manufacturing|retail|construction|design|security|support)\b"
)
_TASK = re.compile(
    r"^(?:\w+ly\s)?(?:(?:hands-on|proven|working|practical|direct)\s(?:experience\s)?)?(?:developing|designing|building|writing|creating|implementing|programming|coding|scripting|using|analy[sz]ing|testing|configuring|deploying|administering|"
    r"maintaining|operating|modeling|modelling|integrating|automating|debugging|supporting|installing|conducting|performing|preparing|processing|delivering|driving|running|working\swith|with\b|delivering|interpreting|"
    r"troubleshooting|optimi[sz]ing|managing|presenting|negotiating|planning|producing|evaluating|translating|applying|training|helping|handling|drafting|monitoring|reviewing|architecting|migrating|owning|shipping|launching)"
)
_TOOLS = re.compile(
    r"\b(?:software|tools?|languages?|frameworks?|platforms?|databases?|programming|scripting|systems?|technolog\w+|methodolog\w+|techniques?|packages?|librar(?:y|ies)|models?|modeling|modelling|apis?|web\sservices|cloud|"
    r"microservices|pipelines?|visuali[sz]ation|machine\slearning|deep\slearning|statistic\w+|analytics?\stools|algorithms?|devops|agile|scrum|automation|protocols?|excel|crm|erp|applications?|architectures?|etl|sdlc|javascript|front[\s-]?end|back[\s-]?end|full[\s-]?stack)\b"
)


def subject_span(context: Context, text: str) -> tuple[int, int] | None:
    """Return the offsets of what the experience is in, or None where the text names nothing."""
    return _subject_after(context, text) or _subject_before(context, text)


def _subject_after(context: Context, text: str) -> tuple[int, int] | None:
    right = context.right
    lead = _LEAD_IN.match(right)
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
    return (context.right_start + start, context.right_start + end)


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
    if _EMPTY.match(right[start:end]):
        return None
    return (context.right_start + start, context.right_start + end)


def _subject_before(context: Context, text: str) -> tuple[int, int] | None:
    left = context.left[-160:]
    offset = context.amount.start - len(left)
    for pattern in (_LEFT_TOPIC, _WORKED_TOPIC, _LABEL_TOPIC):
        match = pattern.search(left)
        if match and not _EMPTY.fullmatch(match["topic"]):
            start, end = match.span("topic")
            return (offset + start, offset + end)
    return None


def kind_of(
    context: Context, subject: str, span: tuple[int, int] | None, technologies: tuple[TechnologyMention, ...]
) -> DemandKind:
    """Return whether a demand asks for people management, for a named skill, or for the work as a whole."""
    words = subject.lower()
    around = context.right[: max(0, (span[1] if span else context.right_start) - context.right_start)] or words
    if _is_management(words) or _is_management(around.strip(" '.")):
        return "management"
    if span and any(span[0] <= t.start and t.end <= span[1] for t in technologies):
        role = re.match(
            r"(?:[a-z-]+\s){0,3}(?:engineer|developer|scientist|analyst|administrator|architect|consultant|trainer)s?\b",
            words,
        )
        return "general" if role else "skill"
    if not words:
        return "general"
    if _TASK.match(words) or _TASK.match(around.strip(" '.")):
        return "skill"
    if _TOOLS.search(words) and not re.search(
        r"\b(?:role|position|engineer|developer|analyst|industry|field|environment)\b", words
    ):
        return "skill"
    return "general"


def _is_management(words: str) -> bool:
    match = _MANAGEMENT.search(words)
    if not match:
        return False
    return not (_MANAGEMENT_NOT.search(words) and not _PEOPLE.search(words))
