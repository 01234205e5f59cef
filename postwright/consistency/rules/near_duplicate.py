"""consistency/near-duplicate: postings whose texts are nearly the same.

What: finds texts that share most of their runs of five words (MinHash with banding, so that the work grows with the
number of postings and not with its square; see near_duplicates.py). Why: a posting that was copied carries what was
meant for another role or level; the same posting twice splits its applicants. Instead: keep one, or make them differ
where the work does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postwright.consistency.near_duplicates import Cluster, clusters
from postwright.consistency.record import ReviewedPosting
from postwright.consistency.recording import place_key
from postwright.consistency.role_titles import rung_words
from postwright.consistency.rule import Remark, ReviewContext, SetExample, SetRule, named
from postwright.linting.rule import Example


def check(context: ReviewContext) -> Iterator[Remark]:
    """Yield a remark for each cluster, at its first posting."""
    texts = [posting.shingles for posting in context.postings]
    least, runs = context.limit("near_duplicate_share"), context.limit("near_duplicate_runs_min")
    for cluster in clusters(texts, least=least, runs=int(runs)):
        yield _remark(cluster, context)


def _remark(cluster: Cluster, context: ReviewContext) -> Remark:
    others = cluster.members[1:]
    postings = [context.postings[index] for index in cluster.members]
    shares = sorted(both / either for both, either in cluster.shared)
    how = "the same text" if shares[0] == 1 else "nearly the same text"
    least, most = (f"{share:.0%}" for share in (shares[0], shares[-1]))
    percent = least if least == most else f"{least} to {most}"
    alike = f" ({cluster.shared[0][0]:,} of {cluster.shared[0][1]:,})" if len(others) == 1 else ""
    return Remark(
        postings=cluster.members,
        others=(),
        message=f"This posting and {named(others)} have {how}. {_differences(postings)}",
        arithmetic=f"{percent} of the runs of five words{alike} stand in both texts.",
        severity="notice",
    )


def _differences(postings: Sequence[ReviewedPosting]) -> str:
    """Return in words what differs besides the text, the level first: it is what a copy forgets."""
    told = [
        ("level", [rung_words(posting.levels, posting.rung) for posting in postings]),
        ("title", [posting.title for posting in postings]),
        ("place", [posting.place for posting in postings if place_key(posting.place)]),
        ("years", ["none" if posting.years is None else f"{posting.years:g}" for posting in postings]),
    ]
    differing = [(name, list(dict.fromkeys(values))) for name, values in told if len(set(values)) > 1]
    if not differing:
        return "Title, level, place and years are the same too."
    shown = [f"{name} ({'; '.join(values[:4])}{'; …' if len(values) > 4 else ''})" for name, values in differing]
    return f"They differ in {', '.join(shown)}."


_STORY = " ".join(
    f"In week {number} you set up loom {number}, weave pattern {number} and write down what broke."
    for number in ("one", "two", "three", "four", "five", "six", "seven")
)


def _mill(title: str, text: str) -> Example:
    return Example(title=title, text=text)


RULE = SetRule(
    id="consistency/near-duplicate",
    severity="notice",
    summary="Postings whose texts are nearly the same",
    why="A copied posting carries what was meant for another role or level, and the same posting twice splits its "
    "applicants.",
    source="guidelines/limits.yaml, near_duplicate_share: own judgement; likeness by Broder (1997), On the resemblance "
    "and containment of documents",
    check=check,
    fires=(
        SetExample(
            postings=(_mill("Senior Weaver", _STORY), _mill("Dyer", "You dye wool."), _mill("Weaver II", _STORY)),
            message="This posting and no. 3 have the same text. They differ in level (senior; mid), title (Senior "
            "Weaver; Weaver II).",
        ),
        SetExample(
            postings=(_mill("Weaver", _STORY), _mill("Weaver", f"{_STORY} You report to the head of the mill.")),
            message="This posting and no. 2 have nearly the same text. Title, level, place and years are the same too.",
        ),
    ),
    silent=(
        SetExample(postings=(_mill("Weaver", "You weave."), _mill("Weaver", "You weave."))),
        SetExample(postings=(_mill("Weaver", _STORY), _mill("Weaver", _STORY.replace("loom", "frame")))),
    ),
    known_problems="One role offered at several places is often meant to have one text.",
)
