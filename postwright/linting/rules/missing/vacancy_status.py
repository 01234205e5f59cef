"""missing/vacancy-status: not said whether there is a vacancy now, where the law of a place asks for it.

What: looks for a statement that the posting is for an existing vacancy, or for later ones (a talent pool). "We have an
opening" and "start as soon as possible" tell it too. Why: people should not be made to apply for jobs that are not
there. Instead: one sentence, put in with the fix.
"""

from __future__ import annotations

from collections.abc import Iterable

from postwright.late_pattern import late
from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._additions import appended
from postwright.linting.rules.missing._duties import asking, law_finding
from postwright.model.finding import Finding

_STATUS = late(
    r"\b(?:(?:existing|current(?:ly)?|immediate|new|open|active|actual|present|existent|available|future|anticipated|"
    r"upcoming|potential|possible|confirmed|live|vacant|known|unfilled) (?:and \w+ |\w+ )?(?:vacancy|opening|"
    r"positions? (?:is|are) (?:vacant|open)|need to fill)|"
    r"vacan(?:cy|t)\b[^.\n]{0,30}(?:exists?|existing|status|is (?:open|current|available|immediate|new|future)|now|"
    r"currently|available|: ?(?:yes|no))|"
    r"(?:do|does) not (?:currently |now |yet )?have (?:an? |any )?(?:current |open |free )?(?:vacanc(?:y|ies)|"
    r"openings?)|"
    r"vacanc(?:y|ies) (?:(?:is|are) )?(?:expected|planned|foreseen|anticipated|coming)|(?:later|coming) "
    r"vacanc(?:y|ies)|"
    r"(?:no|not an?|not a current|without an?) (?:current |existing |immediate |specific )?(?:vacancy|opening)|"
    r"(?:position|role|job|post)(?: \w+){0,2} (?:is|are) (?:currently |presently |now |not )*(?:vacant|unfilled)|"
    r"there (?:is|are) (?:\w+ |\(\d+\) ){1,3}(?:openings?|vacanc(?:y|ies))|(?:no|an?|one|two|three|several) (?:jobs?|"
    r"posts?|"
    r"positions?|roles?) (?:is|are) (?:currently |now )?(?:open|free|vacant|to be filled)|(?:position|role|job|"
    r"post) (?:is|has "
    r"been|became|becomes|fell|falls) (?:now |currently |still )?(?:open|vacant|free|to be filled|available)|"
    r"(?:is|are) (?:for|to fill) (?:an? |our )?(?:\w+ )?(?:vacancy|vacant|opening)|to fill an? \w+ (?:vacancy|opening)|"
    r"(?:talent|candidate|applicant|resume|résumé|cv) (?:pool|pipeline|bank|community|inventory)|pipeline "
    r"(?:posting|role|requisition)|evergreen|eligibility list|future (?:opportunit\w+|needs|roles|positions|hiring|"
    r"consideration)|expression of interest|proactive(?:ly)? (?:recruit\w*|sourc\w*|build\w*)|"
    r"(?:replacement|backfill|newly created) (?:position|role|headcount|post)\b|(?:vacant|open) (?:position|post|"
    r"role))\b"
)
_SENTENCE = "This posting is for an existing vacancy."


def check(context: Context) -> Iterable[Finding]:
    """Remark where a law asks whether a vacancy exists now and the text does not say."""
    laws = asking(context, lambda duties: duties.vacancy_status is True)
    if not laws.all or _STATUS.search(unglued(context)):
        return
    yield law_finding(
        context,
        laws,
        message="{laws} {ask} that the posting says whether the vacancy exists now; this one does not.",
        fixes=(appended(context, _SENTENCE, label=f"Add “{_SENTENCE}”, if that is so"),),
    )


RULE = Rule(
    id="missing/vacancy-status",
    severity="error",
    summary="Not said whether a vacancy exists now, where the law of a place asks for it",
    why="People should not be made to apply for jobs that are not there; some laws ask the posting to say so.",
    source="guidelines/jurisdictions.yaml: duties on vacancy status by place, with statutes",
    check=check,
    fires=(Example(text="Shift planner for our depot. CAD 58,000 to 66,000 a year.", places=("CA-ON",)),),
    silent=(
        Example(text="Shift planner. This posting is for an existing vacancy.", places=("CA-ON",)),
        Example(text="Shift planner. There is no vacancy now: we keep a pool of candidates.", places=("CA-ON",)),
        Example(text="Shift planner. We do not have an opening now, but vacancies are expected.", places=("CA-ON",)),
        Example(text="Shift planner. We add you to our talent pool for later openings.", places=("CA-ON",)),
        Example(text="Shift planner. CAD 58,000 to 66,000 a year.", places=("CA-BC",)),
    ),
)
