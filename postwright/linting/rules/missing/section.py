"""missing/section: duties or requirements are nowhere in the posting.

What: asks the sections that were read, and where there is none of a kind, counts the lines and sentences of the kind
that stand elsewhere: one line of summary ("you keep the books of two shops") is no list of duties. Why: applicants sort
themselves by the duties and requirements. Instead: a section for each.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.elsewhere import is_elsewhere
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.reading.sought import Sought

if TYPE_CHECKING:
    from postwright.guidelines.records import SectionRule

_LONGEST_STUB = 60
"""Words; a text no longer than this has no sections to miss and is judged as too short instead."""
_SHORTEST = 70
"""Characters; a section no longer than this holds a remark, not a list."""
_ENOUGH = {"responsibilities": 3, "requirements": 2}
"""Different verbs of work, or words on what is asked, that make up for a section."""
_NEITHER = frozenset(("benefits", "equal_opportunity", "pay", "process", "location", "title"))
"""Sections whose sentences tell of neither duties nor requirements."""


_VERBS = (
    "accept achieve act administer advise advocate analyze analyse answer apply arrange assemble assess assign "
    "assist attend audit bake balance bind book boost brew build calculate care carry check clean clear climb close "
    "coach collaborate collect compile complete conduct configure consult contribute coordinate cook craft "
    "create cultivate cut debug decorate define deliver deploy design determine develop devise diagnose direct "
    "discuss dispatch document draft draw drive edit educate enable engage ensure enter establish evaluate examine "
    "execute explore facilitate feed file fit fix follow foster gather generate grade greet grow guide handle "
    "help host identify implement improve influence initiate inspect install instruct integrate interact "
    "interpret interview investigate keep launch lead liaise load maintain make manage mark maximise maximize measure "
    "meet mentor migrate mix monitor negotiate operate optimize optimise orchestrate order organize organise "
    "oversee own "
    "package pack participate partner perform pick plan plant pour prepare present prioritize process produce "
    "program promote propose prototype provide pull pursue raise reach receive recommend reconcile record "
    "recruit refine repair represent research resolve respond restock review run schedule sell send serve "
    "set shape share ship shoot solve source spearhead stock streamline strengthen submit supervise supply "
    "support sweep take teach test tend throw tidy track train transform translate transport travel trim troubleshoot "
    "tune uncover undertake update upload use utilize validate verify visit wash water weave weld win write"
)
"""What people do at work."""
_ASKED = frozenset(
    ("experience", "experienced", "skills", "skill", "skilled", "degree", "diploma", "must", "knowledge", "ability",
     "abilities", "fluent", "fluency", "proficient", "proficiency", "familiar", "familiarity", "qualified",
     "qualification", "qualifications", "certified", "certificate", "certification", "license", "licence",
     "licensed", "registered", "background", "expertise", "competent", "essential", "desirable", "solid", "strong",
     "proven", "reliable", "bachelor", "master", "phd", "graduate", "eligible", "aged", "comfortable", "willing",
     "understanding", "expert", "shipped", "you've", "possess", "cscs")
)  # fmt: skip
"""Words that speak of what a candidate should have or be."""


@cache
def _working_words() -> dict[str, str]:
    """Return the forms of the verbs, each with its verb."""
    forms: dict[str, str] = {}
    for verb in _VERBS.split():
        stem = verb.removesuffix("e")
        doubled = f"{verb}{verb[-1]}ing"
        for form in (verb, f"{verb}s", f"{stem}es", f"{stem}ing", doubled):
            forms.setdefault(form, verb)
    return forms


def check(context: Context) -> Iterable[Finding]:
    """Remark on each required section that has neither a section of its own nor enough lines of the kind."""
    reading = context.reading
    there = {section.kind for section in reading.sections if section.end - section.start > _SHORTEST}
    kinds = [kind for kind in ("responsibilities", "requirements") if kind not in there]
    if "preferred" in there:
        kinds = [kind for kind in kinds if kind != "requirements"]
    if not kinds or len(context.text.split()) <= _LONGEST_STUB or is_elsewhere(context):
        return
    for kind in kinds:
        if not _is_headed(context, kind) and not _is_told(context, kind):
            rule = next((s for s in context.guidelines.sections.values() if s.kind == kind and s.required), None)
            yield _finding(kind, rule)


_HEADED = {
    "responsibilities": (
        "responsibilities",
        "responsibility",
        "duties",
        "tasks",
        "accountabilities",
        "functions",
        "do",
    ),
    "requirements": (
        "requirements",
        "requirement",
        "qualifications",
        "criteria",
        "skills",
        "eligibility",
        "needed",
        "ask",
        "bring",
    ),
}
"""Words of headings over such lists, also where the list was read as something else."""
_LONGEST_HEADING = 60
"""Characters."""


def _is_headed(context: Context, kind: str) -> bool:
    """Say whether a line that may be a heading, or a label before a colon, names the kind."""
    blocks, folded = context.document.blocks, context.document.folded
    for word in _HEADED[kind]:
        for at in context.document.words.get(word, ()):
            block = blocks[bisect.bisect_right(blocks, at, key=lambda block: block.start) - 1]
            if context.reading.section_at(at) in _NEITHER or folded[block.start : block.end].rstrip().endswith("."):
                continue
            short = block.end - block.start <= _LONGEST_HEADING and block.kind != "bullet"
            if short or folded[at + len(word) : at + len(word) + 9].startswith((":", " include", " :", " are:")):
                return True
    return False


def _is_told(context: Context, kind: str) -> bool:
    """Say whether enough words of the kind stand where the job is spoken of."""
    if kind == "responsibilities" and any(
        context.reading.section_at(match.start()) not in _NEITHER for match in _IN_A_SENTENCE.finditer(context.document)
    ):
        return True
    return (_duties(context) if kind == "responsibilities" else _demands(context)) >= _ENOUGH[kind]


_IN_A_SENTENCE = Sought(
    r"\b(?:role|position|job|post|work|duties) (?:mainly |chiefly |also |will )?(?:involves?|includes?|entails?|"
    r"consists? of|covers)\b|\bresponsible for (?!your\b)\w+|"
    r"\bjob description ?: ?(?![^.\n]{0,80}\b(?:seek(?:s|ing)|looking for|announc\w+|invit\w+|hiring|position of)\b)\w|"
    r"\b(?:seeking|looking for|need|hiring) [^.;\n]{3,80} (?:to|who|who will|who can) (?:help|"
    r"assists?|perform|conduct|monitor|provide|lead|run|manage|build|deliver|"
    r"support|maintain|develop|take care of|look after|tidy|clean|load|teach|sell|drive|cook|install|operate|repair|"
    r"write|design|create|educate|coordinate|oversee|handle|serve|work on) (?!us\b|our (?:team|company)\b)\w+"
)
"""A sentence that says what the work is: "The role involves the upkeep of the files"."""


def _duties(context: Context) -> int:
    """Return how many different things are done at work, by verbs that open a line or follow "to", "will", "and"."""
    forms, folded, kinds = _working_words(), context.document.folded, context.reading
    done: set[str] = set()
    for word in forms.keys() & context.document.words.keys():
        if forms[word] in done:
            continue
        for at in context.document.words[word]:
            section = kinds.section_at(at)
            if section in _NEITHER or (section == "company" and not _NEAR_YOU.search(folded, max(0, at - 80), at)):
                continue
            if _is_of_a_name(context.text, at):
                continue
            if section in ("requirements", "preferred"):
                is_verb = word not in _QUALITIES and not word.endswith("ing")  # "Training in first aid" is asked for
                opens = (is_verb and _opens_line(context, at)) or folded[at - 2 : at] in (": ", "; ")
                if not opens and not _YOU_WILL.search(folded, max(0, at - _SENTENCE), at):
                    continue
            elif not word.endswith("ing") and not (
                _BEFORE_A_VERB.search(folded, max(0, at - 12), at) or _opens_line(context, at)
            ):
                continue
            done.add(forms[word])
            break
    return len(done)


_QUALITIES = frozenset(("clear", "own", "present", "complete", "record", "experience"))
"""Verbs that are mostly something else at the head of a requirement: "Clear writing", "Own car"."""


def _is_of_a_name(text: str, at: int) -> bool:
    """Say whether a word stands amid a name: "Mill Lane Teaching Hospital"."""
    before = text[max(0, at - _LONGEST_NAME) : at].split()
    return (
        text[at].isupper()
        and text[at - 1 : at] == " "
        and bool(before)
        and before[-1].istitle()
        and text[at - 2].isalpha()
    )


_LONGEST_NAME = 20
"""Characters before a word in which the word before it stands."""


def _opens_line(context: Context, at: int) -> bool:
    blocks = context.document.blocks
    return blocks[bisect.bisect_right(blocks, at, key=lambda block: block.start) - 1].start == at


_YOU_WILL = late(r"\b(?:you'll|youll|you will|you'd|you would|will)\b[^.!?;]*$")
_SENTENCE = 160
"""Characters before a verb in which its subject stands."""
_NEAR_YOU = late(r"\b(?:you|youll|candidate|role|position|will)\b[^.]*$")
_BEFORE_A_VERB = late(
    r"(?:\b(?:to|and|or|will|you|youll|'ll|who|also|then|may|can|must|should|would|s?he|they)|"
    r"[,;:/&.!?•*-]|^) ?$"
)


def _demands(context: Context) -> int:
    """Return how many words speak of what a candidate should have."""
    if context.reading.demands or any(
        context.reading.section_at(match.start()) not in _NEITHER
        for match in _ASKED_IN_A_SENTENCE.finditer(context.document.folded)
    ):
        return _ENOUGH["requirements"]
    count = 0
    for word in _ASKED & context.document.words.keys():
        sections = (context.reading.section_at(at) for at in context.document.words[word])
        count += sum(section not in _NEITHER and section != "company" for section in sections)
    return count


_ASKED_IN_A_SENTENCE = late(
    r"\b(?:ideal|successful|right|perfect) (?:candidate|person|applicant)s? (?:has|have|can|brings?|knows?|thrives?|"
    r"loves?|possess\w*|must|should|needs?)\b|"
    r"\b(?:candidates|applicants|you|we['’]ll|we will)(?: will| shall)?(?: be)? (?:evaluated?|assess(?:ed)?|judged?|"
    r"scored?)(?: you)? (?:based )?(?:on|against|by|for)\b|"
    r"\b(?:looking for|hear from|seek(?:ing)?|need|want) [^.;\n]{3,60}? (?:with|who (?:has|have)) (?:an? )?(?:good|"
    r"solid|strong|deep|firm|sound|proven) (?:grasp|command|track)\b|"
    r"\b(?:looking for|seek(?:ing)?|need|want|hiring) [^.;\n]{3,60}? (?:who|that) (?:is|are) (?:fluent|able|skilled|"
    r"experienced|qualified|licen[cs]ed|certified|trained|proficient|competent)\b"
)
"""A sentence that says what is asked: "The ideal candidate has kept books before"."""


def _finding(kind: str, section: SectionRule | None) -> Finding:
    name = "duties" if kind == "responsibilities" else kind
    heading = section.heading if section else name.capitalize()
    return Finding(
        rule="",
        severity="notice",
        start=None,
        end=None,
        message=f"The posting has no list of {name}, nor sentences that make up for one.",
        why=section.why if section else "",
        source="; ".join(source.title for source in section.sources) if section else "",
        fixes=(Fix(f"Add a section “{heading}”", "hint"),),
        field="must_have" if kind == "requirements" else kind,
    )


RULE = Rule(
    id="missing/section",
    severity="notice",
    summary="Duties or requirements are nowhere in the posting",
    why="Applicants sort themselves by the duties and requirements; without them everybody applies, or nobody.",
    source="guidelines/sections.yaml: sections that a posting should have",
    check=check,
    fires=(
        Example(
            text="Tallow and Sons is a family firm of candle makers in the third generation. You will pour, trim "
            "and pack "
            "candles by hand in our shop by the harbour, which smells of honey from spring until late autumn. The shop "
            "has been there since the days of sail, and the windows look out on the water, the gulls and the ferries "
            "that come in from the islands every morning and go back to them at night.",
        ),
        Example(
            text="Candle maker\n\nAbout us\n\nTallow and Sons is a family firm of candle makers by the harbour. The "
            "windows look out on the water and the gulls, and on the ferries of the islands.\n\nWhat you need\n\n- A "
            "steady hand and a good nose for honey\n- Two years of work with wax\n- The ability to follow a recipe\n\n"
            "Pay\n\n14 pounds an hour, and candles at cost for you and your family at Christmas and at Easter.",
        ),
    ),
    silent=(
        Example(
            text="Candle maker\n\nWhat you will do\n\n- Pour and trim candles by hand in our shop by the harbour\n- "
            "Pack them in boxes of twelve\n- Keep the vats clean\n\nWhat you need\n\n- A steady hand and a good "
            "nose for honey and for smoke\n- Two years of work with wax\n- The ability to follow a recipe\n\nThe shop "
            "smells of honey from spring until late autumn, and is closed on Sundays and in January, when we rest.",
        ),
        Example(
            text="Tallow and Sons looks for a candle maker. You will pour, trim and pack candles by hand. You "
            "need a steady "
            "hand and the ability to follow a recipe. Our shop by the harbour smells of honey.",
        ),
        Example(
            text="Tallow and Sons is a family firm of candle makers in the third generation. You will pour, trim and "
            "pack candles by hand in our shop by the harbour, which smells of honey from spring until late autumn. The "
            "shop has been there since the days of sail, and the windows look out on the water, the gulls and the "
            "ferries. For the complete listing click here.",
        ),
        Example(
            text="Tallow and Sons is a family firm of candle makers in the third generation. You will pour, trim and "
            "pack candles by hand in our shop by the harbour, which smells of honey from spring until late autumn. The "
            "shop has been there since the days of sail, and the windows look out on the water, the gulls and the "
            "ferries. The ideal candidate has poured candles before.",
        ),
        Example(
            text="Tallow and Sons | Candle maker | Leeds | Full-time. We are a family firm of candle makers in the 3rd "
            "generation. The shop has been there since the days of sail, and the windows look out on the water, the "
            "gulls and the ferries that come in from the islands every morning and go back to them at night, all year "
            "round but for the first week of January. Apply: https://jobs.example.com/tallow",
        ),
        Example(
            text="Tallow and Sons is looking for a candle maker to tidy the shop by the harbour. You need skills and "
            "a certificate. The shop has been there since the days of sail, and the windows look out on the water, the "
            "gulls and the ferries that come in from the islands every morning and go back to them at night, all year "
            "round but for the first week of January, when we rest.",
        ),
    ),
    known_problems="How to apply has a rule of its own, missing/how-to-apply, since the law of places decides there.",
)
