"""The ways in which a posting says that somebody is not wanted, or is: what stands before or after the words for them.

A wording that names one of these frames counts only in it: "deaf" alone is a word, "the deaf cannot be considered" is
a bar. `denied_too` is for words that offend even where they are denied ("nobody who is over the hill").
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


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_NOT_WANTED_BEFORE = _any(
    "no|zero",
    r"not (?:\w+ )?(?:for|suited to|open to|compatible with)|unsuitable for|closed to",
    r"(?:can ?not|can['’]t|wo(?:uld )?n['’]t|(?:will|would|shall|do|does) not|don['’]t|doesn['’]t|unable to|"
    r"unwilling to|never|refuse to|rather not|not (?:able|willing|going|prepared|looking|meant) to) (?:\w+ ){0,2}?"
    r"(?:accommodate|hire|employ|accept|take|consider|recruit|work with|want|tolerate|place|interview|invite|welcome|"
    r"have|support|deal with|cater (?:for|to)|allow|cope with|see|put up with)",
    r"not (?:be |a |an |have |rely(?:ing)? |depend(?:ent|ing)? |suffer(?:ing)? |need(?:ing)? |using |use |"
    "wear(?:ing)? |accepting |hiring |considering |taking |looking for |any )",
    "excluding|except(?: for)?|other than|but not|free (?:of|from)|without|devoid of|clear of",
    r"(?:rules?|shuts?|leaves?|screens?|filters?|weeds?) out|disqualif\w+|reject\w*|turn away|avoid",
)
_NOT_WANTED_AFTER = _any(
    r"(?:needs?|should|ought|must|may|do|had better)(?: not|n['’]t) (?:to )?(?:\w+ )?"
    "(?:apply|bother|waste|expect|reply|respond)",
    r"(?:can ?not|can['’]t|will not|won['’]t|would not|wouldn['’]t|shall not) (?:\w+ ){0,2}?"
    "(?:considered|accepted|hired|employed|invited|shortlisted|interviewed|taken|admitted|apply|join|cope|fit|do|manage|"
    r"keep up|work|accommodated|suit|thrive|progress\w*|succeed|proceed|happy|comfortable|suited|part)",
    "un(?:suitable|suited|welcome|wanted|acceptable|fit)|ineligible|inadmissible",
    r"(?:are|is|be|get) (?:\w+ )?(?:excluded|disqualified|disqualifying|rejected|barred|turned (?:down|away)|ruled out|"
    "screened out|discarded|a problem|an obstacle|a deal-?breaker|discouraged|too (?:much|risky|slow))",
    r"not (?:be )?(?:suitable|considered|accepted|welcome|wanted|eligible|suited|allowed|permitted|tolerated|required|"
    "able to apply)|look elsewhere|not apply",
    r"(?:are|is|make|makes|be) (?:an? )?(?:\w+ )?(?:poor|bad|wrong|not a good|no) (?:fit|match|choice)|"
    r"(?:do|does|will|would)(?: not|n['’]t) (?:usually |normally |really |often )?(?:fit|suit|belong|last|work out)",
)
_WANTED_BEFORE = _any(
    "look(?:ing|s)? for|seek(?:s|ing)?|wants?|wanted|needs?|needed|prefer(?:s|red|ably|ring)?",
    "preference (?:is |will be |goes )?(?:given )?(?:for|to)|priority (?:is |will be )?(?:given )?(?:to|for)",
    "favou?r(?:s|ed|ing)?|hir(?:e|es|ing)|recruit(?:s|ing)?|requir(?:e|es|ed|ing)|search(?:ing|es)? for|after",
    "ideal(?:ly)?|perfect(?:ly)?|best|suit(?:s|ed|able)?|only|solely|exclusively",
    "reserved for|restricted to|limited to|aimed at|targeted at|appeals? to|made for|dream of|welcomes?|would love",
    r"must(?: \w+)? be|should be|has to be|have to be|you are|you['’]re|are you|if you are|be",
)
_WANTED_AFTER = _any(
    "only|preferred|wanted|needed|required|sought|favou?red|desired|preferable|a must|need apply",
    r"given (?:\w+ )?(?:preference|priority)|have (?:an )?advantage",
    r"(?:will|would) (?:\w+ )?be (?:preferred|favou?red|ideal|given (?:\w+ )?(?:preference|priority))",
    "(?:is|are) (?:a must|essential|ideal|preferred|sought|wanted|required|needed|what we)",
)
_ASKED_BEFORE = _any(
    "send|attach|enclose|submit|provide|upload|give|tell us|mention|write|list|indicate|specify|supply|disclose",
    r"(?:include|bring|share|add|show|state)(?= (?:us |in your \w+ )?(?:an?|your|the|two|three|recent|cop(?:y|ies)|"
    r"passport|proof|full|all|any|both|their|details|colou?r|age|photos?|with)\b)|fill in",
    "let us (?:know|have)|we (?:need|want|ask for|would like|must (?:have|see))",
    "(?:applications?|cvs?|resumes?|letters?|candidates?|applicants?) (?:only )?(?:with(?:out)?|must|should|need)",
    "accompanied by|along with|together with|copy of|copies of|scan of",
)
_ASKED_AFTER = _any(
    "(?:is |are )?(?:required|mandatory|compulsory|requested|a must)",
    "must be (?:sent|attached|enclosed|included|stated|uploaded|given|provided)",
    "to be (?:sent|attached|enclosed|included|stated|uploaded|given|provided)|attached|enclosed",
    "(?:with|in|on|to) (?:your|the|every|each) "
    "(?:application|cv|resume|résumé|cover(?:ing)? letter|letter|form|first page)",
)
_DENIAL = _any(
    "(?:do|does|did|are|is|need|must|should|will|would|can)(?: not|n['’]t)",
    "not|never|no|without|nobody|rather than|instead of|can ?not",
)
FRAMES = {
    "excluded": Frame(
        before=rf"\b{_NOT_WANTED_BEFORE}(?!\w)[^.\n;:]{{0,50}}\Z",
        after=rf"[^.\n;:]{{0,45}}?\b{_NOT_WANTED_AFTER}\b",
    ),
    "wanted": Frame(before=rf"\b{_WANTED_BEFORE}\b[^.\n;:]{{0,45}}\Z", after=rf"[^.\n;:]{{0,25}}?\b{_WANTED_AFTER}\b"),
    "asked": Frame(before=rf"\b{_ASKED_BEFORE}\b[^.\n;:]{{0,45}}\Z", after=rf"[^.\n;:]{{0,30}}?\b{_ASKED_AFTER}\b"),
    "denied_too": Frame(before=rf"(?:\b{_DENIAL}(?!\w)[^.\n;:]{{0,70}})?\Z", after=r"(?!)"),
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
