"""conflict/title-level: the title names one level, the text another.

What: compares the title's level word with the level that the text gives to the same role ("we are looking for a junior
engineer"), with "no experience needed", and with the years asked for where they are far below the level's band. An
entry-level title with senior demands is inflated/entry-level-years. Why: the wrong people apply. Instead: one level.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from functools import cache

from postwright.late_pattern import late
from postwright.linting.requirements import title_of
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.conflict._level_said import for_beginners, for_seniors
from postwright.linting.rules.conflict._level_years import too_few_years
from postwright.model.finding import Finding, Fix
from postwright.model.words import Level
from postwright.reading.title import title_level

_CLASSES: dict[Level, str] = {
    "intern": "early",
    "entry": "early",
    "mid": "middle",
    "senior": "upper",
    "staff": "upper",
    "principal": "upper",
    "lead": "upper",
    "manager": "management",
    "director": "management",
    "executive": "management",
}
_APART = (("early", "middle"), ("early", "upper"), ("early", "management"), ("middle", "upper"))
"""Classes that nobody takes for one another. Seniors manage and managers are senior: that pair is no conflict."""
_CUES = (
    "junior", "jr", "entry", "trainee", "graduate", "intern", "apprentice", "associate", "mid", "intermediate",
    "senior", "sr", "staff", "principal", "lead", "director", "head", "manager",
)  # fmt: skip
"""Words that may give the role another level than the title does."""
_RUNG_WORDS = (
    r"(?:entry[- ]level|junior|jr\.?|trainee|graduate|intern|apprentice|associate|mid[- ]level|intermediate|senior|"
    r"sr\.?|"
    r"staff|principal|lead|director|head|mid|manager)(?:[- ]level)?(?![\w/])"
)
_RUNG = late(_RUNG_WORDS)


@cache
def _opening() -> re.Pattern[str]:
    """Match what stands before the name of the role itself: "we are hiring a", "join us as a", "you will be a"."""
    return late(
        r"\b(?:looking (?:for|to (?:hire|recruit|appoint|add))|seeking(?: to (?:hire|recruit))?|searching for|"
        r"recruiting|"
        r"recruiting for|(?:are|'re|is|now|currently) hiring|to hire|in search of|needs?|requires?|welcome|appoint|"
        r"want(?: to (?:hire|add))?|in need of|join (?:us|our team|the team|[a-z]+) as|as our(?: new| next)?|(?:role|"
        r"position|"
        r"post|opening|vacancy|opportunity)(?: of| for| is)|there is|this is|you(?: will|'ll)? (?:be|are|"
        r"become)|"
        r"working as|work as|hired as|employed as|(?P<as>as))(?: an?| the| our)?(?: (?:new|additional|full[- ]time|"
        r"part[- ]time|permanent|talented|dedicated|motivated|highly|skilled|experienced|passionate|remote|creative|"
        r"strong|"
        r"great|proactive|hands-on|temporary|contract))*(?: [a-z&-]{3,})? $"
    )


@cache
def _verb() -> re.Pattern[str]:
    """Match what the role does, behind its name: "the Senior Accountant maintains"."""
    return late(
        r",? (?:will|is|has|must|should|can|shall|may|works?|reports?|leads?|manages?|maintains?|supports?|provides?|"
        r"performs?|ensures?|develops?|designs?|assists?|plays?|serves?|acts?|oversees?|coordinates?|prepares?|"
        r"creates?|"
        r"builds?|drives?|helps?|conducts?|handles?|directs?|plans?|writes?|processes|analy[sz]es|position|role)\b"
    )


@cache
def _job() -> re.Pattern[str]:
    return late(
        r" (?:role|position|job|opportunity|post|vacancy|appointment|opening)\b(?! (?:in|within|at) (?:the|a|another) "
        r"(?:field|industry|past))"
    )


_THIS = late(r"\b(?:this(?: is)?(?: an?)?|the)(?: (?!of\b|to\b|or\b)[a-z-]+){0,2} $")
_THE = late(r"\b(?:the|our|this)[ *_]+$")
_LABEL = late(r"\b(?:about (?:the|this) )?(?:job|role|position|vacancy|post)[ *]*:[ *]*$")
_DOES = late(
    r"[ *_]+(?!mentors|trains|teaches|coaches|guides|supervises|shows|helps|supports|assists|reports|manages|leads|"
    r"welcomes|is|has|was)[a-z]{3,}s\b(?![^.;]{0,40}\byou\b)"
)
"""What the role does, whatever it is, where its name is the title's but for the level."""
_GENERIC = frozenset(("candidate", "professional", "person", "individual", "colleague", "role", "position"))
_NOT_ROLE_WORDS = frozenset(("and", "of", "the", "for", "in", "with", "level", "team", "remote", "hybrid"))
_EARLY_TITLES = late(
    r"associate\b(?! (?:director|vice|dean|partner|professor|counsel|general|principal|"
    r"manager))"
)
_NEAR = 90
"""Characters on either side of a word of level that are looked at."""


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding where the text's level is another than the title's."""
    level = context.reading.title_level
    if level is None or len(context.levels) > 1:
        return
    found = min(_other_levels(context, level), key=lambda finding: finding.start or 0, default=None)
    if found is None:
        found = next(_said_of_the_job(context, level), None) or next(_in_other_names(context, level), None)
    if found:
        yield found
    if _CLASSES[level] == "upper":
        yield from too_few_years(context, level)


def _other_levels(context: Context, level: Level) -> Iterator[Finding]:
    """Yield a finding for each place where the text gives the role another level."""
    title = title_of(context)
    own_words = (frozenset(re.findall(r"[a-z]{3,}", title.lower())) | _GENERIC) - _NOT_ROLE_WORDS
    for word in _CUES:
        for at in context.document.words.get(word, ()):
            named = _named_at(context, at, own_words)
            if named is None:
                continue
            end, other, exactly = named
            if _differ(level, other, exactly=exactly) and _is_of_this_job(context, at, end, title):
                said = context.text[at:end]
                yield _finding(at, end, f"The title says {level}, the text “{said}”.")


def _named_at(context: Context, at: int, own_words: frozenset[str]) -> tuple[int, Level, bool] | None:
    """Return end and level of the role's name that begins with a level, and whether it is the title's own name."""
    folded = context.document.folded
    before, rung = folded[max(0, at - _NEAR) : at], _RUNG.match(folded, at)
    if rung is None:
        return None
    job = _job().match(folded, rung.end())
    if job and _THIS.search(before):
        level = title_level(f"{rung[0]} engineer", context.guidelines)
        return (job.end(), level, False) if level else None
    end = _end_of_name(folded, rung.end(), own_words)
    if end is None:
        return None
    label = _LABEL.search(before)
    is_labelled = label is not None and _begins_sentence(context, at - len(label[0]))
    opening = _opening().search(before)
    is_as = opening is not None and opening.groupdict().get("as")
    is_opened = opening is not None and (not is_as or _begins_sentence(context, at - len(opening[0])))
    article = _THE.search(before)
    does = (
        article is not None
        and _begins_sentence(context, at - len(article[0]))
        and _does_something(context, rung.end(), end)
    )
    if not is_opened and not does and not is_labelled:
        return None
    name = folded[at:end]
    level = title_level(name, context.guidelines) or ("entry" if _EARLY_TITLES.match(name) else None)
    return (end, level, name.split()[-1] not in _GENERIC) if level else None


def _does_something(context: Context, start: int, end: int) -> bool:
    """Say whether a name is followed by what the role does; whatever that is where it is the title's own name."""
    folded = context.document.folded
    while folded[end : end + 2] in ("  ", "* ", "**"):  # marks of emphasis
        end += 1
    if _verb().match(folded, end):
        return True
    own = set(_NAME_WORD.findall(folded, start, end))
    return own == set(_NAME_WORD.findall(_RUNG.sub(" ", title_of(context).lower()))) and bool(_DOES.match(folded, end))


def _end_of_name(folded: str, at: int, own_words: frozenset[str]) -> int | None:
    """Return where a name ends that begins with a level and goes on with words of the title; None where it has none."""
    end = None
    for word in _NAME_WORD.finditer(folded, at, at + _NEAR):
        if word.start() - (end or at) > (_LONGEST_GAP if end is None else 1):
            break
        if word[0].strip() in own_words:
            end = word.end()
        elif end is not None or word[0].strip() in _NO_NAME:
            break
    return end


_NAME_WORD = late(r"[a-z]{2,}")
_LONGEST_GAP = 32
"""Characters between the level and the first word that the title has too: "Senior [Java and Kotlin] Developer"."""
_NO_NAME = frozenset(
    ("to", "who", "with", "for", "in", "at", "of", "on", "that", "which", "will", "is", "are", "you", "we", "or", "as",
     "leaders", "leadership", "management", "stakeholders", "members", "staff", "colleagues", "people", "team", "teams")
)  # fmt: skip


def _begins_sentence(context: Context, at: int) -> bool:
    """Say whether a sentence, or a part of one behind a mark, begins within a few characters of an offset."""
    sentences = context.document.sentences
    index = bisect.bisect_right(sentences, at + 3, key=lambda sentence: sentence.start) - 1
    return (index >= 0 and abs(sentences[index].start - at) <= 3) or context.document.folded[
        max(0, at - 2) : at
    ].strip() in _PARTING


_PARTING = (",", "-", "–", "—", "|")
"""Marks behind which a sentence begins anew: "Bakery, Leeds – The Senior Baker opens the shop"."""


def _differ(one: Level, other: Level, *, exactly: bool) -> bool:
    """Say whether two levels contradict each other; `exactly` where both are told by the same kind of words."""
    if one == other:
        return False
    pair = (_CLASSES[one], _CLASSES[other])
    apart = pair in _APART or pair[::-1] in _APART
    return apart or (exactly and pair == ("upper", "upper"))


def _is_of_this_job(context: Context, start: int, end: int, title: str, *, is_name: bool = True) -> bool:
    """Say whether the words speak of the job itself: not of colleagues, other jobs or what they may lead to."""
    folded = context.document.folded
    section = context.reading.section_at(start)
    of_this_job = not is_name and _THIS_JOB.search(folded, max(0, start - _SHORT), end) is not None
    if (section in _OF_OTHER_THINGS and not of_this_job) or (is_name and section in ("requirements", "preferred")):
        return False
    rung = _RUNG.match(folded, start)
    if rung and re.search(rf"\b{re.escape(rung[0])}\b", title.lower()):
        return False  # "Senior Engineer (Technical Lead)"
    headings = (block for block in context.document.blocks[1:] if block.kind == "heading")
    if any(folded[start:end] in folded[heading.start : heading.end] for heading in headings):
        return False  # a page for several jobs, each under its name
    before, after = folded[max(0, start - _NEAR) : start], folded[end : end + _NEAR]
    if _OTHERS.search(before) or _OTHERS_AFTER.match(after):
        return False
    name = folded[start:end]
    return not is_name or not name.endswith("s") or name.endswith("ss") or title.lower().rstrip().endswith("s")


_THIS_JOB = late(r"\b(?:this|the) (?:job|role|position|post|vacancy)\b")
_SHORT = 24
"""Characters before a statement in which it is said to be of this job."""
_OF_OTHER_THINGS = ("equal_opportunity", "benefits", "process")
"""Sections that speak of other jobs and people."""
_OTHERS = late(
    r"\b(?:also|another|other|mentor\w*|train\w*|coach\w*|manag\w+ an?|supervis\w*|progress\w*|promot\w*|grow\w*|"
    r"become|"
    r"support(?:ing)?|assist\w*|report\w*|alongside|years as|experience as|experience in|worked as|background as|most|"
    r"previous\w*|next step|such as|similar|or|if you are|path)\s(?:an?\s|the\s|our\s)?[\w ,-]{0,20}$"
)
_OTHERS_AFTER = late(r"s\b| reports? to you\b| or |/| / |'s\b| \(or")


def _in_other_names(context: Context, level: Level) -> Iterator[Finding]:
    """Yield a finding for each line that names the job itself, as the title does but for the level."""
    text, title = context.text, title_of(context)
    if not any(word in context.document.words and word not in title.lower() for word in _CUES):
        return
    own = _without_rungs(title)
    first = context.document.blocks[0] if context.document.blocks else None
    names: list[tuple[int, int]] = []
    if first is not None and first.end - first.start <= _NEAR:
        names.append((first.start, first.end))
    names += [match.span("name") for match in _NAME_LINE.finditer(text)]
    for start, end in names:
        name = text[start:end].lower()
        other = title_level(name, context.guidelines) if _RUNG_IN.search(name) else None
        if other and own and _without_rungs(name) == own and _differ(level, other, exactly=True):
            said = text[start:end].strip(" #*\n")
            at = text.index(said, start)
            yield _finding(at, at + len(said), f"The title says {level}, the text “{said}”.")
    for match in _JOB_LINE.finditer(text):
        rung = match["rung"].lower()
        other = title_level(f"{rung} engineer", context.guidelines)
        if other and _differ(level, other, exactly=False) and rung not in title.lower():
            yield _finding(*match.span("job"), f"The title says {level}, the text “{match['job']}”.")


def _without_rungs(name: str) -> frozenset[str]:
    """Return the words of a job's name that say nothing of its level."""
    return frozenset(_NAME_WORD.findall(_RUNG_IN.sub(" ", name.lower()))) - _NOT_ROLE_WORDS


_RUNG_IN = late(rf"(?<![\w-]){_RUNG_WORDS}")
_NAME_LINE = late(
    r"(?im)^[ #*_|-]{0,6}(?:job title|job name|position title|position|role title|role|title|post|vacancy)[*_ ]{0,3}"
    r"[:|][*_ ]{0,4}(?P<name>[^\n|]{3,80}?)[ *_|]*$"
)
"""A line that gives the job's name: "Position: Senior Baker"."""
_JOB_LINE = late(
    r"(?im)^[ #*_-]{0,4}(?P<job>(?P<rung>junior|senior|entry[- ]level|mid[- ]level|director[- ]level|graduate|"
    r"trainee) (?:[a-z/&+-]{1,14} ){0,2}(?:role|position|job|post|opening|opportunity))(?=[.,;:(*\n]| (?:with|in|at|"
    r"on|reporting)\b|$)"
)
"""A line that begins with what kind of a job it is: "Senior hands-on role, based in Leeds"."""


def _said_of_the_job(context: Context, level: Level) -> Iterator[Finding]:
    """Yield a finding for each statement that makes the job another one than the title: for beginners, or far above."""
    kind, title = _CLASSES[level], title_of(context)
    if kind == "middle" or (kind != "early" and _BEGINNERS.search(title.lower())):
        return
    for start, end in for_seniors(context) if kind == "early" else for_beginners(context):
        if _is_of_this_job(context, start, end, title, is_name=False):
            said = " ".join(context.text[start:end].split())
            yield _finding(start, end, f"The title says {level}, the text says “{said}”.")


_BEGINNERS = late(r"\b(?:junior|jr|trainee|graduates?|intern\w*|apprentice\w*|assistant|associate|entry|early)\b")
"""Words of a title that make even a manager a beginner."""


def _finding(start: int, end: int, message: str) -> Finding:
    return Finding(
        rule=RULE.id,
        severity="error",
        start=start,
        end=end,
        message=message,
        why=RULE.why,
        source=RULE.source,
        fixes=(Fix("Name one level in title and text", "hint"),),
    )


RULE = Rule(
    id="conflict/title-level",
    severity="error",
    summary="The title names one level, the text another.",
    why="The level decides on pay and on who applies; with two of them the wrong people do.",
    source="A posting must not contradict itself; years from guidelines/levels.yaml",
    check=check,
    fires=(
        Example(
            title="Senior Accountant",
            text="We are looking for a junior accountant who keeps the books of two shops.",
            quote="junior accountant",
        ),
        Example(
            title="Senior Accountant",
            text="Tills and Sons sells tills. The **Junior Accountant** balances the books of two shops.",
            quote="Junior Accountant",
        ),
        Example(
            title="Senior Accountant",
            text="Tills and Sons sells tills.\n\nAbout the job: Junior Accountant, full-time.",
            quote="Junior Accountant",
        ),
        Example(
            title="Senior Software Engineer",
            text="You will write software for tills. No experience needed, we will train you.",
            quote="No experience needed",
        ),
        Example(
            title="Senior Accountant",
            text="The role is an ideal first job after school. You will keep the books of two shops.",
            quote="ideal first job",
        ),
        Example(
            title="Junior Accountant",
            text="You will lead a team of nine and keep the books of two shops.",
            quote="You will lead a team of nine",
        ),
        Example(
            title="Junior Accountant",
            text="Accounts, Leeds – The Senior Accountant is responsible for the books of two shops.",
            quote="Senior Accountant",
        ),
        Example(
            title="Senior Accountant",
            text="# Graduate accountant\n\nYou will keep the books of two shops.",
            quote="Graduate accountant",
        ),
        Example(
            title="Senior Accountant",
            text="Tills and Sons sells tills.\n\nPosition: Junior Accountant\n\nYou will keep the books of two shops.",
            quote="Junior Accountant",
        ),
        Example(
            title="Senior Accountant",
            text="You will keep the books of two shops.\n\nJunior finance role, in our office in Leeds.",
            quote="Junior finance role",
        ),
        Example(
            title="Senior Accountant",
            text="You will keep the books of two shops.\n\nSeniority level\nEntry level\n",
            quote="Seniority level\nEntry",
        ),
    ),
    silent=(
        Example(title="Senior Accountant", text="# Accountant\n\nYou will keep the books of two shops."),
        Example(
            title="Senior Accountant",
            text="You will keep the books of two shops.\n\nTitle: Junior Clerk Manager\n\nSenior role in a small team.",
        ),
        Example(
            title="Senior Accountant",
            text="You will keep the books of two shops.\n\nSeniority level\nMid-Senior level\n",
        ),
        Example(
            title="Senior Accountant",
            text="You will mentor junior accountants. We are also looking for a junior clerk.",
        ),
        Example(title="Senior Accountant", text="We are looking for an experienced accountant for two shops."),
        Example(title="Junior Accountant", text="Our Senior Accountant trains you in the books of two shops."),
        Example(title="Junior Accountant", text="Our Senior Accountant shares the office with you."),
        Example(title="Junior Accountant", text="You will manage 40 client accounts, with a team of nine beside you."),
        Example(title="Senior Accountant", text="We also train people who are new to the profession."),
        Example(title="Senior Accountant", text="You will train people at the start of their career."),
        Example(
            title="Senior Accountant", text="You need no experience of our till, and we help recent graduates too."
        ),
        Example(title="Junior Accountant", text="You will help the lead of a team of nine, and one day run your own."),
        Example(title="Assistant Manager", text="An ideal first job with people to lead. You will open the shop."),
        Example(title="Engineering Manager", text="We are looking for a senior engineering leader."),
        Example(title="Staff Nurse", text="We are looking for a junior nurse or a nurse who returns to work."),
    ),
)
