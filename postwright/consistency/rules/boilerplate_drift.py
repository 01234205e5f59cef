"""consistency/boilerplate-drift: a legal or company text that is nearly, but not quite, the approved one.

What: compares the sentences about equal opportunity, accommodation and the company with the approved text of the
organisation, with the house text, and with what most postings of the same employer say word for word; shows the
difference. Another text altogether is no drift. Why: the approved words were chosen with care, and an old copy may
lack a ground that the law has added since. Instead: put the approved words back, or have the new ones approved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from postwright.consistency.boilerplate import (
    Comparer,
    Drift,
    Standard,
    approved_standards,
    common_standards,
    sentences_of,
)
from postwright.consistency.groups import employer_key
from postwright.consistency.record import BoilerplateKind
from postwright.consistency.recording import BOILERPLATE_KINDS
from postwright.consistency.rule import Piece, Remark, ReviewContext, SetExample, SetRule, named
from postwright.linting.rule import Example

_NAMES: dict[BoilerplateKind, str] = {
    "equal_opportunity": "equal-opportunity text",
    "company": "text about the company",
}


def check(context: ReviewContext) -> Iterator[Remark]:
    """Yield a remark for each posting and kind of text with sentences that left the standard."""
    employers: defaultdict[str, list[int]] = defaultdict(list)
    for index, employer in enumerate(context.employers):
        employers[employer].append(index)
    comparer = Comparer(likeness=context.limit("boilerplate_likeness"))
    for employer, indices in employers.items():
        for kind in BOILERPLATE_KINDS:
            least = context.limit("boilerplate_words_min")
            standards = [each for each in _standards(context, employer, indices, kind) if len(each.words) >= least]
            same: defaultdict[tuple[Drift, ...], list[int]] = defaultdict(list)
            for index in indices if standards else ():
                drifts = tuple(comparer.drifts(sentences_of(context.postings[index], kind), standards))
                if drifts:
                    same[drifts].append(index)
            for drifts, drifted in same.items():
                yield _remark(drifted, kind, drifts, _having(context, indices, kind, drifts, comparer))


def _standards(context: ReviewContext, employer: str, indices: Sequence[int], kind: BoilerplateKind) -> list[Standard]:
    """Return the approved sentences, and the common ones that no approved text speaks for."""
    own = context.organisation
    theirs = own is not None and own.name and employer and employer_key(own.name) != employer
    approved = approved_standards(None if theirs else own, context.guidelines, kind)
    if any(standard.authority == "approved" for standard in approved):
        return approved
    common = common_standards(
        (context.postings[index] for index in indices),
        kind,
        least=int(context.limit("consistency_postings_min")),
        share=context.limit("boilerplate_common_share"),
    )
    return [*common, *(standard for standard in approved if not common)]


def _having(
    context: ReviewContext, indices: Sequence[int], kind: BoilerplateKind, drifts: Sequence[Drift], comparer: Comparer
) -> tuple[int, ...]:
    """Return the first postings that have the sentences as they should be."""
    wanted = {drift.standard.words for drift in drifts}
    found: list[int] = []
    for index in indices:
        if wanted <= {comparer.words(sentence) for sentence in sentences_of(context.postings[index], kind)}:
            found.append(index)
            if len(found) == _OTHERS:
                break
    return tuple(found)


_OTHERS = 5


def _remark(drifted: Sequence[int], kind: BoilerplateKind, drifts: Sequence[Drift], others: tuple[int, ...]) -> Remark:
    pieces = tuple(piece for drift in drifts for piece in drift.difference)
    first = drifts[0].standard
    left = {
        "approved": "the approved one",
        "house": "the house text",
        "common": f"what {first.share[0]:,} of {first.share[1]:,} postings say",
    }[first.authority]
    return Remark(
        postings=tuple(drifted),
        others=others,
        message=f"The {_NAMES[kind]}{_of(drifted)} differs from {left}: {_in_words(pieces)}.",
        arithmetic=f"{_count(pieces, 'missing')} missing, {_count(pieces, 'added')} added in "
        f"{len(drifts)} sentence{'s' if len(drifts) > 1 else ''}.",
        severity="warning" if first.authority == "approved" else "notice",
        difference=pieces,
    )


def _of(drifted: Sequence[int]) -> str:
    return f" of this posting and {named(drifted[1:])}" if len(drifted) > 1 else ""


def _count(pieces: Sequence[Piece], change: str) -> str:
    words = sum(len(piece.words.split()) for piece in pieces if piece.change == change)
    return f"{words} word{'s' if words != 1 else ''}"


def _in_words(pieces: Sequence[Piece]) -> str:
    changed = [piece for piece in pieces if piece.change != "same"]
    shown = [f"{'lacks' if piece.change == 'missing' else 'adds'} “{_short(piece.words)}”" for piece in changed[:3]]
    return ", ".join(shown) + (f" and {len(changed) - 3} more" if len(changed) > 3 else "")


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"


def _mill(text: str, organisation: dict[str, object] | None = None) -> Example:
    return Example(
        title="Weaver",
        text=f"# Weaver\n\n## Requirements\n\n- Weaving\n\n## Equal opportunity\n\n{text}\n",
        organisation=organisation,
    )


_TEXT = "We hire weavers for what they can do, whatever their age, sex, origin, belief or disability may be."
_OLD = _TEXT.replace("sex, ", "")

RULE = SetRule(
    id="consistency/boilerplate-drift",
    severity="warning",
    summary="A legal or company text that is nearly, but not quite, the approved one",
    why="The approved words were chosen with care; an old copy may lack what was added since.",
    source="The organisation's approved texts, guidelines/boilerplate, or what most of the postings say "
    "(guidelines/limits.yaml, boilerplate_common_share, boilerplate_likeness: own judgement)",
    check=check,
    fires=(
        SetExample(
            postings=(_mill(_OLD, {"equal_opportunity": _TEXT}),),
            message="The equal-opportunity text differs from the approved one: lacks “sex,”.",
        ),
        SetExample(
            postings=(*(_mill(_TEXT) for _ in range(4)), _mill(_TEXT.replace("age, ", ""))),
            message="The equal-opportunity text differs from what 4 of 5 postings say: lacks “age,”.",
        ),
    ),
    silent=(
        SetExample(postings=(_mill(_TEXT.upper(), {"equal_opportunity": _TEXT}),)),
        SetExample(postings=(_mill("Apply, and tell us how we can help.", {"equal_opportunity": _TEXT}),)),
        SetExample(postings=(_mill(_TEXT), _mill(_OLD), _mill(_TEXT))),
        SetExample(postings=(_mill("We hire all."), _mill("We hire you."), *(_mill("We hire all.") for _ in range(4)))),
        SetExample(postings=(_mill(f"{_TEXT} We mean it, too.", {"equal_opportunity": _TEXT}),)),
    ),
    known_problems="A sentence that names the role or the place on purpose can look like one that drifted.",
)
