"""The ways in which a posting says that somebody is not wanted, or is: what stands before or after the words for them.

A wording that names one of these frames counts only in it: "deaf" alone is a word, "the deaf cannot be considered" a bar.
`denied_too` is for words that offend even where they are denied ("nobody who is over the hill").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from postwright.linting.conditions import compiled


@dataclass(frozen=True, slots=True)
class Frame:
    """Patterns for what stands before and after; case ignored."""

    before: str
    """Matches up to the wording."""
    after: str
    """Matches from the end of the wording."""


FRAMES = {
    "excluded": Frame(
        before=(
            r"\b(?:no|zero|not (?:\w+ )?(?:for|suited to|open to|compatible with)|unsuitable for|closed to|"
            r"(?:can ?not|can['’]t|wo(?:uld )?n['’]t|(?:will|would|shall|do|does) not|don['’]t|doesn['’]t|unable to|"
            r"unwilling to|never|refuse to|rather not|not (?:able|willing|going|prepared|looking|meant) to) (?:\w+ ){0,2}?"
            r"(?:accommodate|hire|employ|accept|take|consider|recruit|work with|want|tolerate|place|interview|invite|"
            r"welcome|have|support|deal with|cater (?:for|to)|allow|cope with|see|put up with)|"
            r"not (?:be |a |an |have |rely(?:ing)? |depend(?:ent|ing)? |suffer(?:ing)? |need(?:ing)? |using |use |wear(?:ing)? |"
            r"accepting |hiring |considering |taking |looking for |any )|"
            r"excluding|except(?: for)?|other than|but not|free (?:of|from)|without|devoid of|clear of|"
            r"(?:rules?|shuts?|leaves?|screens?|filters?|weeds?) out|disqualif\w+|reject\w*|turn away|avoid)"
            r"(?!\w)[^.\n;:]{0,50}\Z"
        ),
        after=(
            r"[^.\n;:]{0,45}?\b(?:(?:needs?|should|ought|must|may|do|had better)(?: not|n['’]t) (?:to )?(?:\w+ )?"
            r"(?:apply|bother|waste|expect|reply|respond)|"
            r"(?:can ?not|can['’]t|will not|won['’]t|would not|wouldn['’]t|shall not) (?:\w+ ){0,2}?"
            r"(?:considered|accepted|hired|employed|invited|shortlisted|interviewed|taken|admitted|apply|join|cope|fit|do|manage|"
            r"keep up|work|accommodated|suit|thrive|progress\w*|succeed|proceed|happy|comfortable|suited|part)|"
            r"(?:un(?:suitable|suited|welcome|wanted|acceptable|fit)|ineligible|inadmissible)|"
            r"(?:are|is|be|get) (?:\w+ )?(?:excluded|disqualified|disqualifying|rejected|barred|ineligible|turned (?:down|away)|"
            r"ruled out|screened out|discarded|a problem|an obstacle|a deal-?breaker|discouraged|too (?:much|risky|slow))|"
            r"not (?:be )?(?:suitable|considered|accepted|welcome|wanted|eligible|suited|allowed|permitted|tolerated|required|"
            r"able to apply)|need not apply|look elsewhere|not apply)\b"
        ),
    ),
    "wanted": Frame(
        before=(
            r"\b(?:look(?:ing|s)? for|seek(?:s|ing)?|wants?|wanted|needs?|needed|prefer(?:s|red|ably|ring)?|"
            r"preference (?:is |will be |goes )?(?:given )?(?:for|to)|favou?r(?:s|ed|ing)?|hir(?:e|es|ing)|recruit(?:s|ing)?|"
            r"requir(?:e|es|ed|ing)|search(?:ing|es)? for|after|ideal(?:ly)?|perfect(?:ly)?|best|suit(?:s|ed|able)|only|solely|"
            r"exclusively|reserved for|restricted to|limited to|aimed at|targeted at|priority (?:is |will be )?(?:given )?(?:to|for)|"
            r"must(?: \w+)? be|should be|has to be|have to be|you are|you['’]re|are you|if you are|be|welcomes?|would love|"
            r"appeals? to|made for|dream of)\b[^.\n;:]{0,45}\Z"
        ),
        after=(
            r"[^.\n;:]{0,25}?\b(?:only|preferred|wanted|needed|required|sought|favou?red|desired|preferable|a must|"
            r"given (?:\w+ )?(?:preference|priority)|need apply|(?:will|would) (?:\w+ )?be (?:preferred|favou?red|ideal|"
            r"given (?:\w+ )?(?:preference|priority))|have (?:an )?advantage|(?:is|are) (?:a must|essential|ideal|preferred|sought|"
            r"wanted|required|needed|what we))\b"
        ),
    ),
    "denied_too": Frame(
        before=(
            r"(?:\b(?:(?:do|does|did|are|is|need|must|should|will|would|can)(?: not|n['’]t)|not|never|no|without|nobody|"
            r"rather than|instead of|can ?not)(?!\w)[^.\n;:]{0,70})?\Z"
        ),
        after=r"(?!)",
    ),
}


def around(names: Iterable[str], text: str, low: int, start: int, end: int, high: int) -> tuple[int, int] | None:
    """Return text[start:end] with the first named frame around it, within text[low:high]; None where there is none."""
    for name in names:
        frame = FRAMES[name]
        before = compiled(frame.before).search(text, low, start)
        after = compiled(frame.after).match(text, end, high)
        if before or after:
            return (before.start() if before else start), (after.end() if after else end)
    return None
