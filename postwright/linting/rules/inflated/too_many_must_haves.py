"""inflated/too-many-must-haves: more requirements than a reader will weigh."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.linting.must_haves import Line, requirement_lines
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.reading.sought import Sought

if TYPE_CHECKING:
    from postwright.model.brief import Brief


def check(context: Context) -> Iterable[Finding]:
    """Remark where the brief, or else the text's lists, ask for more than the house's limit."""
    limit = context.guidelines.limits["max_must_haves"]
    span: tuple[int, int] | None = None
    lines: tuple[Line, ...] = ()
    if context.brief is not None and context.brief.must_have:
        count = len(context.brief.must_have)
        how = f"The brief has {count} must-haves{_beside(context.brief)}."
    elif _CIVIL_SERVICE.search(context.document):
        return
    else:
        lines = requirement_lines(context)
        count = sum(line.count for line in lines)
        joined = [line for line in lines if line.count > 1]
        how = f"{len(lines)} lines of requirements"
        if joined:
            are_lists = "one of them is a list" if len(joined) == 1 else f"{len(joined)} of them are lists"
            how += f"; {are_lists} (“A, B and C” counts as three, “A or B” as one)"
        how += "."
        if lines:
            span = (lines[0].start, lines[0].end)
    margin = _margin(context, lines) if span else 0
    if count <= limit.value + margin:
        return
    yield Finding(
        rule="",
        severity="warning" if span is None else "notice",
        start=span[0] if span else None,
        end=span[1] if span else None,
        message=f"{count} must-haves: more than the {limit.value:g} that readers will weigh.",
        why=limit.why,
        source=f"guidelines/limits.yaml, {limit.id}: {'; '.join(source.title for source in limit.sources)}",
        arithmetic=f"{how} {count} − {limit.value:g} = {count - limit.value:g} too many.",
        fixes=(Fix("Keep what is needed on the first day; move the rest to the nice-to-haves", "hint"),),
        field="must_have" if span is None else "",
    )


def _beside(brief: Brief) -> str:
    """Return what else the brief asks for, which is shown among the must-haves kept but no skill to be weighed."""
    named = {"degree": brief.education, "licences": brief.licences, "languages": brief.languages}
    others = [name for name, asked in named.items() if asked]
    return f" ({', '.join(others)} not counted)" if others else ""


def _margin(context: Context, lines: tuple[Line, ...]) -> float:
    """Return by how many a count of lines may be too high: by few in one list or paragraph, by more in several.

    Lists without other text are surer than a text, each by as much as one.
    """
    limits, blocks = context.guidelines.limits, context.document.blocks
    sections = {context.reading.section_around(line.start) for line in lines}
    numbers = {bisect_right(blocks, line.start, key=lambda block: block.start) - 1 for line in lines}
    is_listed = all(blocks[number].kind == "bullet" for number in numbers)
    of_list, of_text = limits["list_count_margin"].value, limits["text_count_margin"].value
    if is_listed or (len(sections) == 1 and len(numbers) == 1):
        return min(of_list * len(sections), of_text)
    return of_text


_CIVIL_SERVICE = Sought(
    r"\b(?:time-in-grade|speciali[sz]ed experience|selective service|ictap|sf-50s?|gs-\d+|executive core "
    r"qualification|ecqs?|selective certification|civil service (?:rule|commission|examination)s?|eligible list)\b"
)
"""Words of public announcements, whose lists of conditions are those of all posts and grades at once."""
_LIST = "Requirements:\n" + "\n".join(
    f"- {skill}"
    for skill in (
        "Reading drawings",
        "Turning",
        "Milling",
        "Grinding",
        "Welding",
        "Brazing",
        "Filing",
        "Drilling",
        "Measuring to 0.01 mm",
    )
)

RULE = Rule(
    id="inflated/too-many-must-haves",
    severity="warning",
    summary="More requirements than readers will weigh",
    why="Readers take Required as required and stay away where they miss something.",
    source="guidelines/limits.yaml, max_must_haves; Mohr (2014); Behavioural Insights Team (2022)",
    check=check,
    fires=(Example(text=f"{_LIST}\n- Lathes, presses and saws", quote="Reading drawings"),),
    silent=(
        Example(text=f"{_LIST}\n- Lathes or presses or saws"),
        Example(text=f"{_LIST}\nThe following would be an advantage:\n- Casting\n- Forging\n- Plating"),
        Example(text=f"Time-in-grade must be met.\n{_LIST}\n- Lathes, presses, saws, drills, planers and shears"),
        Example(text=f"{_LIST}\nVery beneficial\n- Casting\n- Forging\n- Plating"),
        Example(
            text=f"{_LIST}\n\nAs we like to teach, the following skills would be of advantage, but are by no means "
            "essential for the work:\n- Casting\n- Forging\n- Plating",
        ),
        Example(
            text=_LIST.replace(
                "Requirements:",
                "Requirements\n\nYour skills and experience, as we see it, could include some of these things:",
            )
            + "\n- Casting\n- Forging\n- Plating\n- Riveting",
        ),
        Example(text=f"{_LIST}\nNice to have:\n- Casting\n- Forging\n- Plating"),
    ),
    known_problems="A text is counted by its lines and sentences, so that some more or less may be meant: there the "
    "rule speaks only from two above the limit, where there are several lists from five above it, and gives a notice. "
    "Announcements of a civil service are passed over.",
)
