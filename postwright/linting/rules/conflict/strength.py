"""conflict/strength: the same thing is required in one place and preferred in another.

What: compares what stands under requirements, or is called a must, with what stands under preferred, or is called a
plus. Lines that offer a choice ("Go or Rust", "languages such as Go"), more of a thing ("knowledge of Go" required,
"experience with Go" preferred) and amounts that differ are no conflict. Why: nobody can tell whether to apply. Instead:
say it once, where it belongs.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from postwright.linting.experience import required_demands
from postwright.linting.levels import levels_in
from postwright.linting.requirements import stem
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.conflict._preferred import preferred_things
from postwright.linting.rules.conflict._preferred_lists import preferred_spans
from postwright.linting.rules.conflict._required import HARD, is_choice, pieces_in, requires, sure_end
from postwright.linting.rules.conflict._things import OPTION, Thing, pieces, recurs, stems, thing_in, words_in
from postwright.model.finding import Finding, Fix
from postwright.reading.document import Sentence
from postwright.reading.sought import Sought


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the preferred one of each pair."""
    if len(context.levels) > 1:
        return
    liked = preferred_spans(context)
    told: set[tuple[str, ...]] = set()
    choices: set[tuple[int, int]] = set()
    for thing in preferred_things(context, liked):
        if thing.words in told:
            continue
        other = next((s for s in _with_its_words(context, thing) if _requires_it(context, s, thing, liked)), None)
        if other is None or ((thing.either or thing.example) and (thing.sentence.start, other.start) in choices):
            continue
        told.add(thing.words)
        choices.add((thing.sentence.start, other.start))
        yield _finding(context, thing.start, thing.end, other)
    for line, other in _same_lines(context, liked):
        if not any(line.start <= start < line.end for start, _ in choices):
            yield _finding(context, line.start, line.end, other)
    yield from _no_experience(context)


def _same_lines(context: Context, liked: list[tuple[int, int]]) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield the lines of the lists of what is preferred that say as a whole what another line requires."""
    sentences, folded = context.document.sentences, context.document.folded
    for start, end in liked:
        low = bisect.bisect_left(sentences, start, key=lambda each: each.start)
        for line in sentences[low : bisect.bisect_left(sentences, end, key=lambda each: each.start)]:
            thing = thing_in(context, line, line.start, line.end) if recurs(context, line.start, line.end) else None
            block = context.document.blocks[line.block]
            is_whole = block.kind == "bullet" and line.end >= block.end - 1
            if (
                thing is None
                or len(thing.words) < _WHOLE_LINE
                or not is_whole
                or HARD.search(folded, line.start, line.end)
            ):
                continue
            others = (other for other in _with_its_words(context, thing) if _says_it(context, other, thing, liked))
            if (other := next(others, None)) is not None:
                yield line, other


_WHOLE_LINE = 2
"""Telling words of a line that can be compared as a whole."""


def _says_it(context: Context, sentence: Sentence, thing: Thing, liked: list[tuple[int, int]]) -> bool:
    """Say whether a line requires just what another one prefers, or that with more examples of one technology."""
    if not _of_one_job(context, thing, sentence, liked):
        return False
    if not requires(context, sentence, liked):
        return _is_word_for_word(context, sentence, thing.sentence, liked)
    other = thing_in(context, sentence, sentence.start, sentence.end)
    if other is None or not _is_no_more(thing, other) or thing.grade != other.grade:
        return False
    if set(thing.words) == set(other.words):
        return True
    opens_alike = thing.words[0].startswith("#") and thing.words[0] == other.words[0]
    return opens_alike and not thing.either and set(thing.words) < set(other.words)


def _is_word_for_word(context: Context, sentence: Sentence, liked_one: Sentence, liked: list[tuple[int, int]]) -> bool:
    """Say whether a line of the requirements has the words of one that is preferred, whatever they are."""
    folded = context.document.folded
    said = [
        " ".join(folded[each.start : each.end].strip(" .;*-").removeprefix("be ").split())
        for each in (sentence, liked_one)
    ]
    listed = any(start <= sentence.start < end for start, end in liked)
    return said[0] == said[1] and not listed and context.reading.section_at(sentence.start) == "requirements"


_NO_EXPERIENCE = Sought(
    r"\b(?:no (?:prior |previous |relevant |work |professional |specific |formal ){0,2}experience(?: at all|"
    r" whatsoever)?,? "
    r"(?:is |are )?(?:needed|required|necessary|essential)|"
    r"(?<![a-z] )(?:prior |previous |work )?experience (?:is )?not (?:needed|required|necessary|essential)|"
    r"(?:you )?(?:do not|don't) need (?:any )?(?:prior |previous |work )?experience|"
    r"(?:complete |total )?beginners (?:are )?welcome|no experience\?)(?! (?:in|with|of|as|using|on|working))"
)


def _no_experience(context: Context) -> Iterator[Finding]:
    """Yield a finding where the text says that no experience is needed, and asks for years elsewhere."""
    said = _said_unneeded(context)
    if said is None:
        return
    sentences = context.document.sentences
    for demand in required_demands(context):
        sentence = sentences[bisect.bisect_right(sentences, demand.start, key=lambda each: each.start) - 1]
        apart = sentence.end <= said.start() or sentence.start >= said.end()
        asked = context.reading.section_at(demand.start) == "requirements" and demand.kind == "general"
        if apart and asked and demand.min_years >= 1 and demand.group is None:
            yield _finding(context, said.start(), said.end(), sentence, here="is said here")
            return


def _said_unneeded(context: Context) -> re.Match[str] | None:
    """Return where the text says that no experience is needed."""
    document = context.document
    for word in ("experience", "beginners"):
        for at in document.words.get(word, ()):
            if said := _NO_EXPERIENCE.search(document, max(0, at - _NEAR), at + _NEAR):
                return said
    return None


_NEAR = 90
"""Characters on each side of the word in which what `_NO_EXPERIENCE` matches has room."""


def _with_its_words(context: Context, thing: Thing) -> Iterator[Sentence]:
    """Yield the other sentences that hold the thing's longest word, or name its technology."""
    sentences, places_of = context.document.sentences, stems(context)
    technology = next((word[1:] for word in thing.words if word.startswith("#")), "")
    own = re.findall(r"[a-z0-9]+", context.document.folded[thing.start : thing.end])
    word = max(own, key=lambda each: (stem(each) in thing.words, len(each)), default="")
    places = places_of.get(stem(word), []) if word and not technology else []
    if technology:
        named = [t for t in context.reading.technologies if t.id == technology]
        words = {context.document.folded[t.start : t.end] for t in named}
        places = sorted(
            {*(t.start for t in named), *(at for each in words for at in places_of.get(stem(each.split()[-1]), ()))}
        )
    seen = -1
    for at in places:
        index = bisect.bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
        if index > seen and sentences[index] is not thing.sentence and at < sentences[index].end:
            yield sentences[index]
        seen = max(seen, index)


def _requires_it(context: Context, sentence: Sentence, thing: Thing, liked: list[tuple[int, int]]) -> bool:
    """Say whether a sentence requires the thing, or more than it."""
    if not _of_one_job(context, thing, sentence, liked) or not requires(context, sentence, liked):
        return False
    if thing.example and not HARD.search(context.document.folded, sentence.start, sentence.end):
        return False
    end = sure_end(context, sentence)
    other = thing_in(context, sentence, sentence.start, end)
    if other is None or not set(thing.words) <= set(other.words) or not _is_no_more(thing, other):
        return False
    if not _DEGREE.isdisjoint(other.words) and _DEGREE.isdisjoint(thing.words):
        return False  # a field of study is no skill
    if is_choice(context, sentence.start, end, in_brackets=thing.either):
        if thing.either and len(thing.words) > 1 and _is_same_choice(context, thing, other):
            return True
        return thing.either and _is_narrower_choice(context, thing, sentence.start, end)
    name = context.text[thing.start : thing.end]
    is_sure = len(thing.words) > 1 or thing.is_technology or any(len(w) > 1 and w.isupper() for w in name.split())
    if not is_sure or thing.either:
        pieces = pieces_in(context, sentence.start, end)
        said = [words_in(context, *piece) for piece in pieces]
        if name.isupper() and len(name) >= _ABBREVIATED:  # "CISA", "CISA certified"
            said = [[word for word in words if not word.startswith(_CERTIFIED)] for words in said]
        return list(thing.words) in said
    return _stand_together(thing.words, other.words)


_ABBREVIATED = 3
"""Letters of an abbreviation that names a certificate."""
_CERTIFIED = ("certif", "licen", "qualif")
_DEGREE = frozenset(("degre", "bachel", "mast", "phd", "diploma", "doctorat"))
"""Stems of words for a degree."""


def _of_one_job(context: Context, thing: Thing, sentence: Sentence, liked: list[tuple[int, int]]) -> bool:
    """Say whether both are of one job.

    They are not where another list of what is preferred stands between or behind them, or a heading names a level.
    """
    low, high = sorted((thing.start, sentence.start))
    own = next((start for start, end in liked if start <= thing.start < end), -1)
    others = [start for start, _ in liked if start != own]
    after = own >= 0 and sentence.start > thing.start
    if own < 0 and sum(low < start < high for start in others) > 1:
        return False
    if own >= 0 and any(low < start < high or (after and start > high) for start in others):
        return False
    between = (block for block in context.document.blocks if block.kind == "heading" and low < block.start < high)
    return not any(levels_in(context.text[block.start : block.end]) for block in between)


def _is_no_more(thing: Thing, other: Thing) -> bool:
    """Say whether what is preferred is not more of the thing than what is required."""
    more_years = thing.years is not None and thing.years != other.years
    higher = thing.grade > other.grade and (other.grade > 0 or thing.grade > _EXPERIENCE)
    return not more_years and not higher


_EXPERIENCE = 2
"""Grade of a thing that asks for experience, and no more than that."""


def _is_same_choice(context: Context, thing: Thing, other: Thing) -> bool:
    """Say whether both offer the same things to choose from: the same technologies, or the same words."""
    if _technologies(thing):
        return _technologies(thing) == _technologies(other)
    folded = context.document.folded
    at = folded.find(folded[thing.start : thing.end], other.start, other.end)
    around = (folded[at - 2 : at], folded[at + thing.end - thing.start :][:3])
    return at >= 0 and around[0] != ", " and not around[1].startswith((",", "/", " or"))


def _is_narrower_choice(context: Context, thing: Thing, start: int, end: int) -> bool:
    """Say whether all that a choice offers stands in the preferred one: who meets the first meets both."""
    required, liked = (_options(context, *span) for span in ((start, end), (thing.sentence.start, thing.sentence.end)))
    return len(required) > 1 and () not in required and required <= liked


def _options(context: Context, start: int, end: int) -> set[tuple[str, ...]]:
    spans = pieces(context.document.folded, start, end, cuts=OPTION)
    return {tuple(words_in(context, *span)) for span in spans}


def _technologies(thing: Thing) -> set[str]:
    return {word for word in thing.words if word.startswith("#")}


def _stand_together(words: tuple[str, ...], among: tuple[str, ...]) -> bool:
    """Say whether the words stand close to one another in a longer sentence."""
    places = [min(index for index, each in enumerate(among) if each == word) for word in words]
    return max(places) - min(places) < len(words) + _BETWEEN


_BETWEEN = 2
"""Other words that may stand between those of a thing."""


def _finding(
    context: Context, start: int, end: int, other: Sentence, *, here: str = "is only preferred here"
) -> Finding:
    liked, wanted = context.text[start:end], context.text[other.start : other.end]
    return Finding(
        rule=RULE.id,
        severity="error",
        start=start,
        end=end,
        message=f"“{liked}” {here}, but elsewhere the posting asks for it: “{_short(wanted)}”.",
        why=RULE.why,
        source=RULE.source,
        fixes=(Fix("Keep it once: under requirements if nobody can start without it, else under preferred", "hint"),),
    )


def _short(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"


_LONGEST_QUOTE = 120
"""Characters of the other sentence that are shown."""

_SHOP = "Baker\n\nRequirements\n\n- {}\n- A food hygiene certificate\n\nNice to have\n\n- {}\n"

RULE = Rule(
    id="conflict/strength",
    severity="error",
    summary="The same thing is required in one place and preferred in another.",
    why="Readers take what is required as a condition (Mohr 2014); who lacks it cannot tell whether to apply.",
    source="A posting must not contradict itself; Mohr (2014), Harvard Business Review",
    check=check,
    fires=(
        Example(text=_SHOP.format("Experience with Python", "Python"), quote="Python"),
        Example(text=_SHOP.format("Knowledge of sourdough baking", "Sourdough baking"), quote="Sourdough baking"),
        Example(text=_SHOP.format("Dutch or Czech", "Dutch, Czech or Slovak"), quote="Dutch"),
        Example(text=_SHOP.format("Must be HACCP certified", "HACCP"), quote="HACCP"),
        Example(text=_SHOP.format("Everyday use of spreadsheets", "Spreadsheet skills"), quote="Spreadsheet skills"),
        Example(
            text=_SHOP.format("Sourdough baking", "-").replace("Nice to have", "It would be great if you also had")
            + "- Sourdough baking\n",
            quote="Sourdough baking",
        ),
        Example(
            text="Requirements\n\n- Experience in order picking is a plus\n- Must have order picking experience\n",
            quote="Experience in order picking",
        ),
        Example(
            text=_SHOP.format("Able to knead by hand and by machine", "Be able to knead by hand and by machine"),
            quote="Be able to knead by hand and by machine",
        ),
        Example(
            text="Baker. We bake for nine shops and sell what we bake on the market square of a small town by the sea. "
            "Must-have skills: Order and care. Python experience is required. You start at four in the morning. "
            "Nice-to-have skills: A driving licence. Experience with Python. Work in a shop.",
            quote="Experience with Python",
        ),
        Example(
            text="Requirements\n\nExperience with Git, Python and Docker are highly desired.\n\n"
            "Docker experience is mandatory.\n",
            quote="Docker",
        ),
        Example(
            text="Requirements\n\n- Experience with a language such as Python or Scala is a plus\n"
            "- Applicants without Python experience will not be considered\n",
            quote="Python",
        ),
    ),
    silent=(
        Example(text=_SHOP.format("Python is required", "Other languages such as Python, Go and Java")),
        Example(
            text="Requirements\n\nGit is required, and Python and Docker are highly desired.\n\nWe use Docker daily.\n"
        ),
        Example(
            text="Baker. We bake for nine shops and sell what we bake on the market square of a small town by the sea. "
            "Nice-to-have skills: Experience with Go. Work in a shop. Must-have skills: Experience with Python is "
            "required. You start at four in the morning."
        ),
        Example(text=_SHOP.format("One of Python, Go or Java", "Python")),
        Example(text=_SHOP.format("3+ years of Python", "5+ years of Python")),
        Example(text=_SHOP.format("Dutch, Czech or Slovak", "Dutch or Czech")),
        Example(text=_SHOP.format("Python", "A certificate in Python")),
        Example(text=_SHOP.format("Knowledge of sourdough baking", "Knowledge of rye baking")),
    ),
    known_problems="Things worded differently (“K8s”, “container orchestration”) are not recognised as the same.",
)
