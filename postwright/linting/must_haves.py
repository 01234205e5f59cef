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
    r"competen\w+|capab\w+|capacity|aptitude|qualif\w+|educat\w+|clearance|attention to|self[- ]\w+|detail[- ]\w+|"
    r"motivated|mastery|good|great|solid|deep|thorough|sound|advanced|keen|confident\w*|interest in|literate|"
    r"literacy|flexib\w+)\b"
)
_NO_DEMAND = late(
    r"\W*(?:you will|you'll|you are (?:joining|going)|we |our |the (?:employee|above|listed|physical|"
    r"list|post|successful|company|team)|this |while |reasonable |these |they |those |may |if |when |in this |thank |"
    r"as (?:a|an|our|part|you) |physical|specific vision|no individual|initial appoint|any (?:discrepanc|combination)|"
    r"information you|qualification determ|all (?:applica|qualified)|in order to|"
    r"to (?:qualify|perform|apply)|serve an? |"
    r"(?:an )?equivalent combination|or an equivalent|candidates are|before you|lists? of|up to .{0,60}\bsubstitut|"
    r"\w+,? may extend|(?:[\w&/]+,? ){1,3}\([^()]*\)$|"
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
    """Yield sentences outside the requirements that say "must have" of many things at once."""
    sentences = context.document.sentences
    past = 0
    for start in context.document.words.get("must", ()):
        if start < past or not _MUST_HAVE.match(context.document.folded, start):
            continue
        at = bisect_left(sentences, start + 1, key=_START) - 1
        if at < 0 or context.reading.section_at(start) in _NOT_ELSEWHERE:
            continue
        past = sentences[at].end
        count = count_requirements(context.text[sentences[at].start : past])
        if count > _SURE_LIST:
            yield Line(sentences[at].start, past, count)


_MUST_HAVE = late(r"\bmust (?:have|know|be able to|master|speak)\b")
_NOT_ELSEWHERE = ("requirements", "preferred", "benefits", "company", "equal_opportunity")


def _lines(context: Context) -> Iterator[tuple[str, Line]]:
    """Yield each line with the heading of the level that it stands under, "" where there is none.

    Of alternatives, joined by "or" at the ends of lines or listed under "one of the following:", one is yielded.
    """
    seen: set[str] = set()
    in_list = joined = preferred = has_way_in = False
    for level, block in _blocks(context):
        own = " ".join(context.document.folded[block.start : block.end].split())
        is_heading = block.kind == "heading" or (own.endswith(":") and _leads_in(own, block))
        if is_heading or (len(own.split()) <= _SHORT and (_HEADING_WORDS.match(own) or _PREFERRED.search(own))):
            named = _PREFERRED.search(own) is not None
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
        elif _is_asked(own, count, is_listed=block.kind == "bullet"):
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


def _is_asked(line: str, count: int, *, is_listed: bool = False) -> bool:
    """Say whether a line (lower case) that names `count` things asks for something that a reader weighs.

    Of the items of a list (`is_listed`) the plain name of a thing is enough.
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
    return count > 2 or _ASKS.search(line) is not None or (is_listed and words <= _SHORT and _DUTY.match(line) is None)


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
_OR = late(r"\b(?:or|and/or|either)\b|/")
_LIST_END = late(r"(?:,\s*|\s+)(?:and|&|as well as)\s+")
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
_LONGEST_MEMBER = 5
"""Words of a member of such a long list."""
_LONGEST_ITEM = 2
"""Words; longer parts between commas are clauses, not names."""


_SAYS_MUST = late(r"(?i)\b(?:must (?:have|know|hold|own|speak)|need(?:s|ed)?(?: to have)?|require[sd]?|to hold)\s$")
"""How a sentence leads up to a list of whatever length its members are."""
_MAY_LIST = late(r" and |[,;&]|Must")
_OPENING = late(r"\b(?:Must (?:be|have|know|speak|do|manage|handle|hold|possess|own|\w+)|Ability to|Knowledge of)\b")
"""How requirements begin in a text that lost its line breaks."""


def count_requirements(line: str) -> int:
    """Return how many things a line asks for; only lists of plain names are taken apart.

    >>> [count_requirements(l) for l in ("Python, SQL and Git", "Go or Rust", "Clear writing", "Java and Kubernetes")]
    [3, 1, 1, 2]
    >>> count_requirements("Written, verbal and visual communication skills")
    1
    """
    if not _MAY_LIST.search(line):
        return 1
    plain = _BRACKETS.sub(" ", line[:_LONGEST_LINE])
    examples = _EXAMPLES.search(plain.lower())
    if examples:
        plain = plain[: examples.start()]
    plain = plain.strip(" .;:,\n")
    if not plain:
        return 1
    parts = [part for part in plain.split(";") if part.strip()]
    if len(parts) > _SURE_LIST and all(len(part.split()) <= _SHORT for part in parts):  # a list that lost its lines
        return sum(1 if _OR.search(part.lower()) else max(len(_items(part.strip())), 1) for part in parts)
    openings = len(_OPENING.findall(plain))
    if _OR.search(plain.lower()):
        return openings or 1
    return max(len(_items(plain)), openings, 1)


def _items(plain: str) -> list[str]:
    """Return the names in a closing enumeration ("A, B and C"), or nothing where there is none."""
    joints = list(_LIST_END.finditer(plain))
    if not joints:
        return []
    first, *others = [part.strip() for part in plain[: joints[-1].start()].split(",")]
    last = plain[joints[-1].end() :].strip()
    lead = _LEAD.match(first)
    name = first[lead.end() :] if lead else first
    items = [name, *(part for part in others if part), last]
    if (
        _SAYS_MUST.search(first[: lead.end()] if lead else "")
        and len(items) > _LONG_LIST
        and all(len(item.split()) <= _LONGEST_MEMBER for item in items)
    ):
        return items  # "you must have a driving licence, a first aid certificate, experience of budgets ..."
    if _SHARED_NOUN.search(last.lower()) or any(len(item.split()) > _LONGEST_ITEM for item in items):
        return []
    named = sum(item[:1].isupper() for item in items[1:])
    is_list = len(items) > 2 or all(" " not in item for item in items)
    plain_names = len(items) > _LONG_LIST or (len(items) > _SURE_LIST and all(" " not in item for item in items))
    sure = named == len(items) - 1 or plain_names or (lead is None and len(items) > 2)
    return items if is_list and sure else []
