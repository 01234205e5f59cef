"""conflict/two-amounts: two different amounts of experience for the same thing.

What: compares demands with the same subject and strength. Alternatives ("BS and 5 years or MS and 3 years"), amounts
that are part of others, and postings for several levels are no conflict. Why: readers take the larger one, recruiters
the smaller. Instead: one amount.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from postwright.late_pattern import late
from postwright.linting.experience import is_total
from postwright.linting.levels import levels_in
from postwright.linting.requirements import first_requirement, stem, title_of
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.model.reading import Demand, SectionSpan
from postwright.reading.document import Block, Sentence

_WORD = late(r"[a-z]+[+#]*")
_EMPTY = frozenset(
    ("a", "an", "the", "of", "in", "with", "to", "for", "on", "and", "or", "as", "experience", "relevant", "related",
     "professional", "work", "working", "practical", "hands", "similar", "equivalent", "total", "overall", "prior",
     "previous", "progressive", "your", "field", "fields", "role", "roles", "position", "positions", "industry", "job",
     "combined", "s", "demonstrated", "proven", "direct", "our", "comparable", "similar", "same", "least",
     "minimum", "by",
     "capacity", "solid", "recent", "full", "time", "background", "track", "record", "exp", "doing", "having", "been",
     "team", "teams", "other", "others", "commercial", "post", "at", "within", "using", "have", "paid",
     "behind", "you", "belt", "under")
)  # fmt: skip
_CUT = late(r",|;|\(|\be\.g|\bor\b|\band\b|\bto\b(?<!-to)(?!-)|\bwith\b|\bwho\b|\bincluding\b|\bsuch\b|\bat least\b")
"""Words behind which a subject says more than what the years are in."""
_RUNGS = frozenset(
    ("senior", "junior", "lead", "staff", "principal", "sr", "jr", "head", "chief", "associate", "assistant", "trainee",
     "manager", "director", "specialist", "officer", "ii", "iii", "iv", "i")
)  # fmt: skip
_PATHS = late(
    r"\b(?:degree|diploma|bachelor|master|ph\.?d|doctora|associate|ged|high school|level(?! of experience)|lieu|"
    r"substitut|additional|"
    r"each|every|combination|either|(?<!only )if|substitute|in addition|"
    r"or(?! (?:a |an )?(?:related|similar|relevant|equivalent|comparable|other|more|higher|above|greater|longer)))\b"
)
"""Words of a sentence that tie its amount to a way in, to a level or to another amount."""


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the later of two different amounts for the same thing."""
    if len(context.levels) > 1 or len(context.reading.demands) < _TWO:
        return
    read: list[tuple[Demand, Subject]] = []
    told: list[Subject] = []
    for demand in context.reading.demands:
        subject = _subject(context, demand)
        tied = demand.group is not None or (demand.part_of is not None and not _names_much(subject))
        if subject is None or demand.min_years == 0 or tied or _is_of_a_path(context, demand):
            continue
        other = next((one for one, its in read if _contradicts(context, (one, its), (demand, subject))), None)
        read.append((demand, subject))
        if other is None or subject in told:
            continue
        told.append(subject)
        yield Finding(
            rule=RULE.id,
            severity="error",
            start=demand.start,
            end=demand.end,
            message=f"Two amounts for {demand.subject or 'experience'}: “{demand.quote}” here, “{other.quote}” above.",
            why=RULE.why,
            source=RULE.source,
            arithmetic=f"{other.min_years:g} years above, {demand.min_years:g} years here",
            fixes=(Fix("Keep the amount that the work needs, once", "hint"),),
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """What an amount is counted in, so that two of them can be compared."""

    words: frozenset[str]
    """Stems of what it names; the posting's own occupation as its title names it; empty for experience as such."""
    people: bool
    """Counted in leading people."""
    setting: frozenset[str] = frozenset()
    """Stems that say where: "in a hospital"."""
    narrowed: bool = False
    """Only a part of it counts: relevant experience, or experience in a certain setting."""
    own: bool = False
    """The posting's own occupation."""


_TWO = 2


def _subject(context: Context, demand: Demand) -> Subject | None:
    """Return what the years are in; None where that is not plain enough to be compared."""
    glued = _ROLE_IN.sub("", first_requirement(demand.subject))
    if _DEGREE.search(glued.lower()) or not _is_next_to_amount(context, demand):
        return None
    said = _telling(glued)
    people = demand.kind == "management" and (not said or not said.isdisjoint(_LEADING))
    cut = _CUT.search(glued.lower())
    name = glued[: cut.start()] if cut else glued
    place = _SETTING.search(name.lower())
    words, setting = _telling(name[: place.start()] if place else name), _telling(name[place.end() :] if place else "")
    if people:
        words, setting = words - _LEADING, setting - _LEADING
    if setting and not words:  # "work in a laboratory" is of the laboratory
        words, setting = setting, words
    own = _occupation(context)
    is_own = len(own) >= _TWO and (own <= _telling(glued) or (len(words) > 1 and words <= own))
    narrowed = bool(setting) or (not is_own and _NARROWS.search(glued.lower()) is not None)
    if words or people:
        return Subject(own if is_own else words, people, setting, narrowed, is_own)
    near = context.document.folded[max(0, demand.start - _SAID_NEAR) : demand.end + _SAID_NEAR]
    is_plain = place is None and cut is None and is_total(context, demand)
    return Subject(words, people, setting, _NARROWS.search(near) is not None) if is_plain else None


def _names_much(subject: Subject | None) -> bool:
    """Say whether a part of other years is counted in something that can be compared by itself."""
    return subject is not None and bool(subject.words or subject.people)


_ROLE_IN = late(
    r"(?i)^(?:an? )?(?:similar |related |comparable )?(?:roles?|positions?|jobs?|capacity|field) (?:related to|"
    r"relating to|involving|dealing with|focus(?:ed|sing) on) (?:the )?"
)
"""What stands before what a role is in: "a role related to payroll"."""
_SAID_NEAR = 30
"""Characters on either side of an amount in which "relevant" narrows it."""
_NARROWS = late(
    r"\b(?:relevant|related|similar|comparable|direct(?:ly)?|same|industry|local|commercial|professional|progressive|"
    r"recent|continuous|full-time|post|postgraduate|clinical|supervised|paid)\b"
)
"""Words that let only a part of somebody's experience count."""
_SETTING = late(r"\b(?:in|within|at|for|from|across|under|inside|of) (?:an?|the|our|one|large|small|fast) ")


def _is_next_to_amount(context: Context, demand: Demand) -> bool:
    """Say whether nothing of weight stands between amount and subject: not "3 years of leadership with bakers"."""
    if demand.subject_span is None or demand.subject_span[0] < demand.end:
        return True
    return not _telling(context.text[demand.end : demand.subject_span[0]])


def _telling(subject: str) -> frozenset[str]:
    """Return the stems of the words that say something."""
    lowered = subject.lower().replace("b2b", "business")
    return frozenset(_root(word) for word in _WORD.findall(lowered) if word not in _EMPTY)


def _root(word: str) -> str:
    """Return the stem of a stem and so on: "supervisory" and "supervising" have one."""
    while (shorter := stem(word)) != word:
        word = shorter
    return word


_LEADING = frozenset(
    _root(word)
    for word in (
        "lead", "leader", "leadership", "manage", "manager", "managerial", "supervise", "direct", "people", "reports",
        "employees", "oversee", "mentor", "coach", "run", "groups", "crew", "level", "personnel", "responsibilities",
    )
)  # fmt: skip
"""Stems that say no more than that people are led."""


def _occupation(context: Context) -> frozenset[str]:
    """Return the stems of the words in the title's first part, without words of level: travel, agent."""
    name = re.split(r" [-–|] |[,(/|:]", title_of(context))[0]
    return _telling(" ".join(word for word in name.lower().split() if word.strip(".") not in _RUNGS))


def _contradicts(context: Context, one: tuple[Demand, Subject], other: tuple[Demand, Subject]) -> bool:
    """Say whether both cannot hold together: two amounts of one thing, none a part of the other."""
    (demand, subject), (later, its) = one, other
    if subject.people != its.people or _same(demand, later):
        return False
    if demand.strength != later.strength and not _requires_more_than_is_preferred(demand, later):
        return False
    if not _can_be_compared(context, demand, later):
        return False
    if subject.words | subject.setting == its.words | its.setting:
        narrowed = [d for d, s in (one, other) if s.narrowed and s.words | s.setting == s.words]
        if len(narrowed) == 1:  # "5 years, 3 of them relevant" can be met
            return narrowed[0].min_years == max(demand.min_years, later.min_years)
        return True
    if subject.words != its.words or bool(subject.setting) == bool(its.setting):
        return False
    of_part = demand if subject.setting else later
    is_more = of_part.min_years > min(demand.min_years, later.min_years)
    apart = {context.reading.section_at(d.start) for d in (demand, later)}
    return is_more or (subject.own and len(apart) > 1 and "requirements" in apart)


def _requires_more_than_is_preferred(one: Demand, other: Demand) -> bool:
    """Say whether nobody can meet the required one without being above the preferred one: 2 to 4 years, 6 required."""
    if {one.strength, other.strength} != {"required", "preferred"}:
        return False
    required, preferred = (one, other) if one.strength == "required" else (other, one)
    return required.min_years > (preferred.max_years or preferred.min_years)


def _can_be_compared(context: Context, one: Demand, other: Demand) -> bool:
    """Say whether both speak of one job: not in one sentence, nor in two lists of requirements, as for two levels."""
    sections = [context.reading.section_around(d.start) for d in (one, other)]
    lists = [section for section in sections if section and section.kind in ("requirements", "preferred")]
    two_lists = len(lists) == _TWO and lists[0] is not lists[1] and all(_is_list(context, section) for section in lists)
    if _line_above(context, one) and _line_above(context, other):
        return False  # "Master in statistics", 5 years; "PhD in statistics", 2 years
    if two_lists and one.strength == other.strength:
        return False
    apart = _sentence(context, one) is not _sentence(context, other)
    end = max(one.end, one.subject_span[1] if one.subject_span else 0)
    glued = not context.text[end : other.start].strip(" .")
    return apart or glued


def _is_list(context: Context, section: SectionSpan) -> bool:
    """Say whether a section has a heading and lines under it."""
    within = [block for block in context.document.blocks if section.start <= block.start < section.end]
    return section.heading is not None and len(within) > _TWO


def _line_above(context: Context, demand: Demand) -> bool:
    """Say whether the line above is short and names a degree or a level, as a heading does."""
    sentence, blocks = _sentence(context, demand), context.document.blocks
    if sentence is None or not sentence.block:
        return False
    before, folded = blocks[sentence.block - 1], context.document.folded
    words = folded[before.start : before.end]
    is_line = before.kind == blocks[sentence.block].kind == "paragraph" and len(words) < _SHORT_LINE
    return is_line and (_DEGREE.search(words) is not None or bool(levels_in(words)))


def _same(one: Demand, other: Demand) -> bool:
    return one.min_years == other.min_years


def _sentence(context: Context, demand: Demand) -> Sentence | None:
    sentences = context.document.sentences
    index = bisect.bisect_right(sentences, demand.start, key=lambda sentence: sentence.start) - 1
    return sentences[index] if index >= 0 else None


def _is_of_a_path(context: Context, demand: Demand) -> bool:
    """Say whether the amount belongs to a degree, a level or an alternative, by its sentence or the heading above."""
    sentence = _sentence(context, demand)
    if sentence is None:
        return True
    folded, blocks = context.document.folded, context.document.blocks
    start, end = max(sentence.start, demand.start - _NEAR), min(sentence.end, demand.end + _NEAR)
    end = min((d.start for d in context.reading.demands if demand.end <= d.start < end), default=end)
    examples = _EXAMPLES.search(folded, demand.end, end)
    end = examples.start() if examples else end
    if _is_only_one_with_a_degree(context, demand):
        added = _AND_A_DEGREE.search(folded, demand.end, end)
        end = added.start() if added else end
    behind = demand.subject_span[1] if demand.subject_span and demand.subject_span[1] > demand.end else demand.end
    before = _own_clause(folded[start : demand.start])
    if _PATHS.search(before) or any(
        _PATHS.search(folded, *part) for part in ((demand.start, demand.end), (behind, end))
    ):
        return True
    if levels_in(folded[start:end]):
        return True
    above = next(
        (b for b in reversed(blocks[max(0, sentence.block - _LIST) : sentence.block]) if _leads(folded, b)), None
    )
    words = folded[above.start : above.end] if above else ""
    is_title = above is blocks[0]
    return bool(_DEGREE.search(words)) or (not is_title and bool(levels_in(words)))


def _own_clause(before: str) -> str:
    """Return the words before an amount that may tie it to something: of its own clause, without what is in brackets.

    A diploma that everybody must have, beside the amount, is no way in of its own.
    """
    before = _BESIDE.sub(" ", _IN_BRACKETS.sub(" ", before))
    return before[max(before.rfind(" but "), 0) :]


def _is_only_one_with_a_degree(context: Context, demand: Demand) -> bool:
    """Say whether no other amount shares its sentence with a degree: else each belongs to its own way in."""
    folded, own = context.document.folded, _sentence(context, demand)
    others = (_sentence(context, other) for other in context.reading.demands if other is not demand)
    return not any(each is not own and each and _DEGREE.search(folded, each.start, each.end) for each in others)


_AND_A_DEGREE = late(r",? (?:and|plus|as well as) an? (?:[a-z']+ ){0,3}(?:degree|diploma)\b")
"""What is asked besides the amount: "3 years of payroll and a degree in finance"."""
_IN_BRACKETS = late(r"\([^()]{0,120}\)")
_BESIDE = late(r"\bhigh school (?:diploma|education)(?: or (?:ged|equivalent))?(?=,| and\b|;| plus\b| with\b)")
_EXAMPLES = late(r"\be\.g|\bsuch as\b|\bfor example\b|\bincluding\b|\blike\b|,? (?:preferabl[ey]|ideally)\b")
"""Words behind which a sentence goes over to examples or wishes; a choice among those ties the amount to nothing."""


def _leads(folded: str, block: Block) -> bool:
    """Say whether a line may be the heading of the lines below."""
    return block.kind == "heading" or folded[block.start : block.end].rstrip().endswith(":")


_DEGREE = late(r"\b(?:ph\.?d|master|bachelor|journeyman|degree|diploma|[bm]sc?)\b")
_LIST = 30
"""Lines above in which the heading is looked for."""
_SHORT_LINE = 120
"""Characters of a line that may be a heading without the looks of one: "Journeyman", "PhD in statistics"."""
_NEAR = 160
"""Characters on either side that can tie an amount to a degree or a level."""

_SHOP = "Baker\n\nRequirements\n\n- {}\n- A food hygiene certificate\n- {}\n"

RULE = Rule(
    id="conflict/two-amounts",
    severity="error",
    summary="Two different amounts of experience for the same thing.",
    why="Readers take the larger amount and stay away; whoever screens may take the smaller.",
    source="A posting must not contradict itself",
    check=check,
    fires=(
        Example(
            text=_SHOP.format("3+ years of experience in bread baking", "At least 5 years of bread baking experience"),
            quote="5 years",
        ),
        Example(
            text=_SHOP.format("The ideal baker has 2 to 4 years of bread baking experience", "A sweet tooth")
            + "\nApplicants with less than six years of bread baking experience will not be invited.\n",
            quote="less than six years",
        ),
        Example(
            text=_SHOP.format(
                "High school diploma, three years of bread baking experience", "Five years of bread baking"
            ),
            quote="Five years",
        ),
        Example(
            text="Baker\n\nWe bake at night (ask us if that worries you) but you need at least 4 years of bread baking."
            "\n\nRequirements\n\n- Bread baking - 6 years minimum\n- A food hygiene certificate\n",
            quote="6 years minimum",
        ),
    ),
    silent=(
        Example(text=_SHOP.format("3+ years of experience in bread baking", "5+ years of experience in retail")),
        Example(text=_SHOP.format("Bachelor's degree and 3 years of baking", "No degree: 5 years of baking")),
        Example(text=_SHOP.format("3+ years of experience in bread baking", "3 to 5 years of bread baking")),
        Example(
            text=_SHOP.format("3+ years of bread baking", "First aid") + "\nPreferred\n\n- 5+ years of bread baking\n"
        ),
        Example(text=_SHOP.format("High school diploma or 3 years of bread baking", "5 years of bread baking")),
    ),
    known_problems="Amounts on one line are taken for alternatives.",
)
