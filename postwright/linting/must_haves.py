"""The requirements sections of a text -> what they ask for, counted: "A, B and C" is three, "A or B" one.

Counted is what a reader would weigh: not what is preferred, not duties and conditions of entry that stand among the
requirements, of alternatives one, and of a page for several levels only the level that asks for most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from postwright.late_pattern import late

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.reading.document import Block


@dataclass(frozen=True, slots=True)
class Line:
    """A line or sentence of the requirements, with how many things it asks for."""

    start: int
    end: int
    count: int


_PREFERRED = late(
    r"\b(?:prefer(?:red|ably|ence)?|desir(?:e|ed|able)\b|nice[- ]to[- ]have|bonus|(?:is |are |a |be )+(?:big |huge |"
    r"strong |definite )?plus|ideally|advantag\w+|an? asset|not (?:required|essential|necessary)|optional(?:ly)?|"
    r"helpful|beneficial|would be (?:great|good|nice)|(?:could|may|might) include)\b"
)
_ENTRY = late(
    r"\b(?:background (?:check|screening|investigation)|drug (?:test|screen)\w*|criminal record|citizens?|citizenship|"
    r"authori[sz]ed to work|authori[sz]ation to work|right to work|work (?:permit|authori[sz]ation)|visa|"
    r"years? of age|years? old|vaccinat\w+|references?|share (?:our|the) (?:company )?values|our values)\b"
)
"""Conditions of entry: nobody weighs them as skills."""
_ASKS = late(
    r"\b(?:experience\w*|knowledge\w*|abilit\w+|able|skills?|skilled|understand\w*|degree|diploma|bachelor\w*|"
    r"proficien\w+|familiar\w*|fluen\w+|years?|yrs|certif\w+|licen[cs]e\w*|must|strong|excellent|outstanding|proven|"
    r"passion\w*|expert\w*|background|willing\w*|comfort\w*|know|possess\w*|demonstrat\w+|track record|speak|"
    r"competen\w+|capab\w+|capacity|aptitude|qualif\w+|educat\w+|train(?:ed|ing)\b|"
    r"apprentice\w*|clearance|attention to|self[- ]\w+|detail[- ]\w+|"
    r"motivated|mastery|good|great|solid|deep|thorough|sound|advanced|keen|confident\w*|interest in|literate|"
    r"literacy|flexib\w+|you (?:have|know|hold|bring|are|speak|can))\b"
)
_NO_DEMAND = late(
    r"\W*(?:you will|you'll|you are (?:joining|going)|we |our |the (?:employee|above|listed|physical|"
    r"list|post|successful|company|team)|this |while |reasonable |these |they |those |may |if |when |in this |thank |"
    r"as (?:a|an|our|part|you) |physical|specific vision|no individual|initial appoint|any (?:discrepanc|combination)|"
    r"information you|qualification determ|all (?:applica|qualified)|in order to|"
    r"to (?:qualify|perform|apply)|serve an? |"
    r"(?:an )?equivalent combination|or an equivalent|candidates are|before you|lists? of|up to .{0,60}\bsubstitut|"
    r"\w+,? may extend|(?:[\w&/]+,? ){1,3}\((?![^()]*\b(?:required|essential|must|mandatory|years?|yrs)\b)[^()]*\)$|"
    r"(?:occasional|never|continuous|frequent|constant|rare)(?:ly)?(?=[a-z ])|inherent to|unfortunately|"
    r"eligibility|(?:please )?(?:describe|provide|follow|submit|see|note)\b|please|travel|anticipated|"
    r"(?:job )?title\b|salary\b|location\b|there (?:is|are)|"
    r"the ability to|[^.:]{3,60} (?:is|means|means is) (?:the ability|understanding|comprehending))|"
    r".*\b(?:but less than|may be required|this skill is|skill is generally|core qualification|specialized "
    r"experience|considered in lieu)\b"
)
"""How a sentence begins that tells of the job, the employer or the strain of the work."""
_HEADING_WORDS = late(
    r"(?:\W*\b(?:other|required?|minimum|basic|our|we|you|must|have|need|bring|qualifications?|knowledge|skills?|"
    r"abilit(?:y|ies)|experience|training|licen[cs]es?|education|and|requirements?|the|following|expertise|technical|"
    r"competenc(?:y|ies)|attributes|criteria|essential|key|what|your|profile|candidate|very|highly|also|would|be|is|"
    r"an?|it|if)\b)+\W*$"
)
"""A line that only names what follows it."""
_DUTY = late(
    r"\W*(?:[\w &/,'’-]{3,45}(?::| [-–—])\W{1,5})?"
    r"(?:manag|draft|plan|track|act|creat|work|keep|find|collaborat|partner|translat|ensur|assess|facilitat|provid|"
    r"develop|lead|support|assist|coordinat|maintain|design|build|implement|conduct|perform|prepar|identif|analy[sz]|"
    r"monitor|driv|deliver|own|defin|establish|help|participat|review|serv|overse|execut|report|respond|writ|"
    r"contribut|train|mentor|answer|process|updat|resolv|evaluat|investigat|organi[sz]|present|promot|recommend|"
    r"research|schedul|set|test|document|communicat|attend|handl|operat|inspect|clean|greet|order|run|make|take|"
    r"remain|evangeli[sz]|negotiat|produc|gather|interpret|us)(?:e|es|s|y|ies)?\b(?! (?:skills?|experience|"
    r"knowledge|abilit\w+))"
)
"""How a duty begins: "Manage calendars", "Service: Provides support"."""
_LABELLED = late(r"\W*[\w &/,'’-]{3,45}(?::| [-–—])\W{1,5}[a-z]")
_OR_AT_THE_END = late(r"\bor\W*$")
_OPENS_ALTERNATIVES = late(
    r"\b(?:one|any|either|some) of the following|\bmay be substituted|\bone or more of\b|"
    r"^\W*(?:at least )?(?:one|any) of\b"
)
_OPENS_MUSTS = late(r"\b(?:must(?: have)?|you have)\W*$")
"""How a heading ends under which whatever is done is asked for: "Candidates must:"."""
_LEVEL_HEADING = late(
    r"\b(?:associate|junior|entry|intermediate|mid|senior|staff|principal|lead|manager|director|vp|vice president|"
    r"level (?:[1-5]|i{1,3}|iv|v)|(?:engineer|developer|analyst|scientist|specialist) (?:[1-5]|i{1,3}|iv|v))\b"
)
_LONGEST_HEADING = 90
"""Characters."""
_FEWEST_WORDS_OF_A_SENTENCE = 3
_START = attrgetter("start")


def requirement_lines(context: Context) -> tuple[Line, ...]:
    """Return the lines of the requirements sections that ask for something, of several levels those of one."""
    by_level: dict[str, list[Line]] = {}
    for level, line in _lines(context):
        by_level.setdefault(level, []).append(line)
    common = [*by_level.pop("", []), *_elsewhere(context)]
    most = max(by_level.values(), key=lambda lines: sum(line.count for line in lines), default=[])
    return tuple(sorted((*common, *most), key=lambda line: line.start))


def _elsewhere(context: Context) -> Iterator[Line]:
    """Yield sentences outside the requirements that call many things at once a must."""
    sentences, words = context.document.sentences, context.document.words
    seen: set[int] = set()
    for at in sorted(at for word in _MUST_WORDS if word in words for at in words[word]):
        number = bisect_left(sentences, at + 1, key=_START) - 1
        if number < 0 or number in seen or context.reading.section_at(at) in _NOT_ELSEWHERE:
            continue
        seen.add(number)
        start, end = sentences[number].start, sentences[number].end
        if not _MUST_HAVE.search(context.document.folded, start, end):
            continue
        count = count_requirements(context.text[start:end])
        if count >= _SURE_LIST:
            yield Line(start, end, count)


_MUST_WORDS = ("must", "need", "needs", "require", "requires", "required", "essential", "mandatory")
_MUST_HAVE = late(
    r"\bmust(?: also)? (?:have|know|be able to|master|speak|hold|bring|own|possess)\b|\bmust[- ]haves? ?:|"
    r"\b(?:you|you'll|we|candidates?|applicants?|job|role|position|post)(?: will)?(?: all| also)? (?:need|require)s?\b"
    r"(?! to\b| (?:some)?one\b)|\b(?:is|are)(?: all)? (?:required|essential|mandatory)\b(?! (?:to|by|for)\b)"
)
_NOT_ELSEWHERE = ("requirements", "preferred", "benefits", "company", "equal_opportunity", "process", "pay")


def _lines(context: Context) -> Iterator[tuple[str, Line]]:
    """Yield each line with the heading of the level that it stands under, "" where there is none.

    Of alternatives, joined by "or" at the ends of lines or listed under "one of the following:", one is yielded.
    """
    seen: set[str] = set()
    in_list = joined = preferred = has_way_in = is_must = False
    for level, block in _blocks(context):
        own = " ".join(context.document.folded[block.start : block.end].split())
        is_heading = block.kind == "heading" or (own.endswith(":") and _leads_in(own, block))
        if is_heading or (len(own.split()) <= _SHORT and (_HEADING_WORDS.match(own) or _PREFERRED.search(own))):
            named = _PREFERRED.search(own) is not None
            is_must = _OPENS_MUSTS.search(own) is not None
            preferred = named and (is_heading or _HEADING_WORDS.match(_PREFERRED.sub(" ", own)) is not None)
            continue
        if preferred:
            continue
        count = count_requirements(context.text[block.start : block.end])
        if own in seen:  # pages for several levels repeat their lines
            continue
        if (" of" in own or "substituted" in own) and _OPENS_ALTERNATIVES.search(own):
            in_list, joined = own.endswith(":"), False
            seen.add(own)
            yield level, Line(block.start, block.end, 1)
        elif block.kind != "bullet" and not _is_item(own):
            in_list = joined = False
            yield from ((level, line) for line in _sentences(context, block, seen))
        elif _is_asked(own, count, is_listed=block.kind == "bullet", is_must=is_must):
            seen.add(own)
            if _is_way_in(own):  # of several ways in, each with its degree and years, one is needed
                joined = joined or has_way_in
                has_way_in = True
            if not (in_list or joined):
                yield level, Line(block.start, block.end, count)
            joined = _OR_AT_THE_END.search(own) is not None


def _leads_in(line: str, block: Block) -> bool:
    """Say whether a line that ends with a colon names what follows it; a longer one where it calls that no must."""
    words = len(line.split())
    if words <= _LONG_HEADING:
        return True
    return block.kind != "bullet" and words <= _LONGEST_LEAD and _PREFERRED.search(line) is not None


_DEGREE = late(r"\b(?:degree|diploma|bachelor\w*|master\w*|phd|high school|ged|lieu)\b")
_ITS_YEARS = late(r"\b(?:\d+|one|two|three|four|five|six|eight|ten)\W{1,3}(?:\w+\W{1,2}){0,2}years?\b")


def _is_way_in(line: str) -> bool:
    """Say whether a line names a degree with its years: one of several ways in, where more lines are like it."""
    return "year" in line and _DEGREE.search(line) is not None and _ITS_YEARS.search(line) is not None


def _is_item(line: str) -> bool:
    """Say whether a line that is not marked as an item of a list may be one: a few words without an end."""
    return len(line) <= _LONGEST_ITEM_UNMARKED and line[-1:] not in (".", ":", "!", "?")


_LONGEST_ITEM_UNMARKED = 60
"""Characters."""


def _blocks(context: Context) -> Iterator[tuple[str, Block]]:
    """Yield the blocks of the requirements sections, each with the last heading before it that names a level."""
    folded = context.document.folded
    sections = [section for section in context.reading.sections if section.kind == "requirements"]
    level, at = "", 0
    for block in context.document.blocks:
        while at < len(sections) and sections[at].end <= block.start:
            at += 1
        inside = at < len(sections) and sections[at].start <= block.start
        is_short = block.end - block.start <= _LONGEST_HEADING
        if block.kind == "heading" and is_short and block is not context.document.blocks[0]:
            named = folded[block.start : block.end].strip(" #*:")
            if _LEVEL_HEADING.search(named) and named != context.reading.title.lower():
                level = named
        if inside:
            yield level, block


def _sentences(context: Context, block: Block, seen: set[str]) -> Iterator[Line]:
    """Yield the sentences of a paragraph that ask for something."""
    sentences = context.document.sentences
    first = bisect_left(sentences, block.start, key=_START)
    for sentence in sentences[first : bisect_left(sentences, block.end, lo=first, key=_START)]:
        own = " ".join(context.document.folded[sentence.start : sentence.end].split())
        count = count_requirements(context.text[sentence.start : sentence.end])
        asks = (count > 1 or _ASKS.search(own)) and len(own.split()) >= _FEWEST_WORDS_OF_A_SENTENCE
        if own not in seen and asks and _is_asked(own, count) and not own.endswith(":"):
            seen.add(own)
            yield Line(sentence.start, sentence.end, count)


def _is_asked(line: str, count: int, *, is_listed: bool = False, is_must: bool = False) -> bool:
    """Say whether a line (lower case) that names `count` things asks for something that a reader weighs.

    Of the items of a list (`is_listed`) the plain name of a thing is enough, of those of a list of musts (`is_must`)
    whatever is done.
    """
    if not line.strip(" .;:*-") or _NO_DEMAND.match(line) or _HEADING_WORDS.match(line):
        return False
    if _PREFERRED.search(line) or _ENTRY.search(line):
        return False
    words = len(line.split())
    if words == 1 and (_LEVEL_HEADING.fullmatch(line) or _DUTY.fullmatch(line)):
        return False
    if len(_NAMED.findall(line)) * 2 < words:  # page numbers, dates
        return False
    if _DUTY.match(line) and _LABELLED.match(line):
        return False
    if count > 2 or _ASKS.search(line) is not None:
        return True
    return is_listed and (is_must or (words <= _SHORT and _DUTY.match(line) is None))


_NAMED = late(r"[a-z+#]{2,}|\b[cr]\b")


_LONG_HEADING = 12
"""Words of a line that ends with a colon and names what follows: "The following would be an advantage:"."""
_LONGEST_LEAD = 40
"""Words of such a line where it says that what follows is no must."""
_SHORT = 5
"""Words of a line that may be the plain name of what is asked for: "Reading drawings"."""


# ---- one line

_EXAMPLES = late(
    r"\b(?:such as|including|e\.?g\.?|for example|like|i\.e\.?|namely|specifically|through|to (?=[a-z]+ )|"
    r"related to|relating to)"
)
_OR = late(r"\b(?:or|and/or|either)\b")
_LIST_END = late(r"(?:,\s*|\s+)(?:and|&|as well as|plus)\s+")
_BRACKETS = late(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_LEAD = late(
    r"(?is)^.*(?:\b(?:in|of|with|on|using|know|knows|knowing|for|both|are|is|need|require|requires|speak|hold|have)\s|:\s)"
)
"""What stands before the first item of a list: "Experience with"."""
_SHARED_NOUN = late(
    r"\b(?:skills?|abilit\w+|communicat\w+|experience|knowledge|principles|practices|processes|procedures|"
    r"techniques|methods|environments?|tools?|systems?|principles|concepts|tasks|requirements|standards|needs|attitude|"
    r"manner|player|thinker)$"
)
_SURE_LIST = 3
"""Single words between commas above which they are a list whatever their capitals: "planning, buying, selling"."""
_LONGEST_LINE = 800
"""Characters of a line in which a list is looked for."""
_LONG_LIST = 5
"""Names between commas above which two words each are a list too."""
_LONGEST_MEMBER = 6
"""Words of a member of such a long list."""
_LONGEST_ITEM = 2
"""Words; longer parts between commas are clauses, not names."""


_SAYS_MUST = late(
    r"(?is)^[^,:;]*?\b(?:must(?: also)? (?:have|know|hold|own|speak|master|bring|possess)|(?:you|you'll|candidates?|"
    r"applicants?|we|job|role|position|post)(?: will| must)?(?: all| also)? (?:need|require|want|hold)s?(?: to have)?|"
    r"(?:are|is) (?:all )?(?:required|essential|mandatory|needed)|to hold)(?: of you)?:?\s(?!to\b|(?:some)?one\b|for\b|"
    r"that\b|you\b)"
)
"""How a sentence leads up to a list of whatever length its members are."""
_LABEL = late(
    r"(?i)^\W*(?!experience|proficien|knowledge of|familiar|understanding|abilit|expert|hands|work|good|strong|major)"
    r"(?:[\w/&'’-]+,? ){0,6}?(?:(?:must|required|essential|mandatory|needed)(?:[- ]haves?)?|musts?|"
    r"must[- ](?:have|know)|skills?|languages?|software|tools?|tech(?:nologies|nology| stack)?|stack|licen[cs]es?|"
    r"tickets|certificat(?:es?|ions?)|"
    r"training|requirements?|qualifications|competenc(?:es?|ies)|platforms?|frameworks?|databases?|following|"
    r"all of (?:these|this)|(?:need|bring|require|have)(?: all of (?:these|this))?|essentials|criteria):\s+"
)
"""A label before a list: "Software: ", "You must have all of these: "."""
_NO_LIST = late(r"[\"“”]|\betc\b|\bany\b|\bat least (?:one|two|three|\d)\b(?! years?)|\bone or more\b|\bsome of\b")
"""Words of a line whose members are quoted, examples or a choice."""
_CLAUSE = late(
    r"(?:as|which|that|who|to|with|while|because|so|if|when|including|where|though|but|even|through|since|you|we|it|"
    r"this|these|our|can|plus the|preferably|ideally|then)\b"
)
"""How what stands between commas begins where it is no member of a list."""
_PAIR = late(r"\b[A-Z][\w+#.]* and [A-Z][\w+#.]*")
"""Two names within a member of a list: "good German and English"."""
_GENERIC = late(
    r"(?:the following |other |required )*(?:knowledge|skills|abilities|experience|education|certifications?|"
    r"licen[cs]es|registrations?|qualifications|training)$"
)
_STUDIES = late(r"\b(?:degree|diploma|bachelor\w*|master['’]?s|major|fields?|discipline)\b")
"""Words of a list that names fields of study."""
_HELD = late(
    r"\b(?:licen[cs]es?|tickets?|certificat\w+|diploma|training|degree|experience|knowledge|skills?|clearance|"
    r"registration|qualification|card|ability|command|understanding)\b"
)
"""Things that are asked for: two of them joined by "and" are two."""
_SHARES_OBJECT = late(r"\b(?:knowledge|experience|understanding|ability|skills?|training|expertise)$")
"""How the first of two ends that may be of one thing: "knowledge and experience of tax law"."""
_ENDS_IN_MUST = late(
    r"(?i)\s(?:are|is)(?: all)? (?:essential|required|mandatory|needed|necessary|musts?|a must|non-negotiable)$"
)
_MAY_LIST = late(r" and | plus |[,;&]|Must")
_OPENING = late(r"\b(?:Must (?:be|have|know|speak|do|manage|handle|hold|possess|own|\w+)|Ability to|Knowledge of)\b")
"""How requirements begin in a text that lost its line breaks."""


def count_requirements(line: str) -> int:
    """Return how many things a line asks for; only lists of plain names are taken apart.

    >>> [count_requirements(l) for l in ("Python, SQL and Git", "Go or Rust", "Clear writing", "Java and Kubernetes")]
    [3, 1, 1, 2]
    >>> count_requirements("Written, verbal and visual communication skills")
    1
    >>> count_requirements("You must have: a lorry licence, a forklift ticket, fluent German, good English, SAP")
    5
    """
    if not _MAY_LIST.search(line) or _NO_LIST.search(line.lower()):
        return 1
    plain = _BRACKETS.sub(" ", line[:_LONGEST_LINE])
    examples = _EXAMPLES.search(plain.lower())
    if examples:
        plain = plain[: examples.start()]
    plain = plain.strip(" .;:,\n")
    if not plain:
        return 1
    parts = [part for part in plain.split(";") if part.strip()]
    if len(parts) >= _SURE_LIST and all(len(part.split()) <= _LONGEST_PART for part in parts):
        return sum(max(_enumerated(part.strip()), 1) for part in parts)  # a list that lost its lines
    return max(_enumerated(plain), len(_OPENING.findall(plain)), 1)


_LONGEST_PART = 8
"""Words between semicolons that may be one item of a list."""


def _enumerated(plain: str) -> int:
    """Return how many things a phrase names, joined by commas and a last "and"; 1 where that is not plain."""
    lead = _LABEL.match(plain) or _SAYS_MUST.match(plain)
    named_so = _ENDS_IN_MUST.search(plain)
    if lead or named_so:
        items = _split(plain[lead.end() if lead else 0 : named_so.start() if named_so else len(plain)])
        if _are_members(items):
            return len(items) + sum(_PAIR.search(item) is not None for item in items)
    elif _are_two(_split(plain)):
        return 2
    return len(_items(plain))


_PAIRED = 2


def _are_two(parts: list[str]) -> bool:
    """Say whether a phrase names two things that are held: "a lorry licence and a forklift ticket"."""
    are_held = len(parts) == _PAIRED and all(_HELD.search(part) and " " in part for part in parts)
    return are_held and not _SHARES_OBJECT.search(parts[0])


def _split(plain: str) -> list[str]:
    """Return the members of a list, of which the last may be joined by "and": those joined by "or" are one."""
    members = [part.strip() for part in plain.split(",")]
    joint = _LIST_END.search(members[-1] if len(members) > 1 else plain)
    if len(members) > 1 and members[-1].lower().startswith("and "):
        members[-1] = members[-1][4:]
    elif joint:
        members[-1:] = [members[-1][: joint.start()], members[-1][joint.end() :]]
    members = [member for member in members if member]
    is_choice = members[-1:] and members[-1].lower().startswith("or ")
    return [] if is_choice or (len(members) <= _SURE_LIST and _OR.search(plain.lower())) else members


def _are_members(items: list[str]) -> bool:
    """Say whether the parts of a list that is said to be asked for are things, not fields or kinds of one thing."""
    if len(items) < _SURE_LIST or any(len(item.split()) > _LONGEST_MEMBER for item in items):
        return False
    if any(_STUDIES.search(item.lower()) for item in items[:2]) and len(items) <= _LONG_LIST:
        return False
    if items[0][:1].isdigit() or any(_CLAUSE.match(item.lower()) for item in items):
        return False
    if sum(_GENERIC.match(item.lower()) is not None for item in items) > 1:
        return False
    are_kinds = _SHARED_NOUN.search(items[-1].lower()) and all(" " not in item for item in items[:-1])
    return not are_kinds or len(items) > _LONG_LIST


def _items(plain: str) -> list[str]:
    """Return the names in a closing enumeration ("A, B and C"), or nothing where there is none."""
    joints = list(_LIST_END.finditer(plain))
    if joints:
        first, *others = [part.strip() for part in plain[: joints[-1].start()].split(",")]
        last = plain[joints[-1].end() :].strip()
    else:
        first, *others = [part.strip() for part in plain.split(",")]
        if len(others) < _SURE_LIST or ":" in first:
            return []
        last = others.pop()
    lead = _LEAD.match(first)
    name = first[lead.end() :] if lead else first
    items = [name, *(part for part in others if part), last]
    if _OR.search(last.lower()) or (len(items) <= _SURE_LIST and _OR.search(plain.lower())):
        return []
    if _SHARED_NOUN.search(last.lower()) or any(len(item.split()) > _LONGEST_ITEM for item in items):
        return []
    named = sum(item[:1].isupper() for item in items[1:])
    if not joints and named < len(items) - 1:
        return []
    is_list = len(items) > 2 or all(" " not in item for item in items)
    plain_names = len(items) > _LONG_LIST or (len(items) > _SURE_LIST and all(" " not in item for item in items))
    sure = named == len(items) - 1 or plain_names or (lead is None and len(items) > 2)
    return items if is_list and sure else []
