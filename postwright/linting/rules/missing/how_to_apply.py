"""missing/how-to-apply: no way to apply."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import asking, house_finding, law_finding
from postwright.model.finding import Finding, Fix

_HOW = re.compile(
    r"\b(?:to apply|how to apply|apply (?:now|here|online|today|at|via|through|by|with|on|using|directly|"
    r"in person|for this (?:job|role|position))|"
    r"please apply|applying|(?:send|submit|email|e-mail|forward|mail|upload|attach|share|drop)(?:ting|"
    r"ing)? (?:us |me |in )?(?:your |a |an |their |the |both |all |updated |current |complete[d]? )*"
    r"(?:cv|resume|résumé|resumes|application|cover letter|profile|details|portfolio|covering letter|curriculum)|"
    r"applications? (?:should|must|can|may|are|will be|to be|form|process|through|via|by|close|deadline|"
    r"materials|instructions)|"
    r"(?:interested|qualified) (?:candidates|applicants|parties|individuals|persons)|apply\b|"
    r"applicants (?:should|must|may|can|are)|"
    r"(?:write|reach out|contact) (?:to )?(?:us|me|our)|walk[- ]in|contact person|get in touch|reach out|stop by|"
    r"drop by|further (?:details|information)|"
    r"more details|e-?mail:|contact:|enquiries|inquiries)\b"
    r"|https?://[^\s]{0,80}(?:job|career|apply|lever\.co|greenhouse|workable|notion|join|vacanc|recruit)"
    r"|[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}"
)


def check(context: Context) -> Iterable[Finding]:
    """Remark where neither words nor an address tell how to apply."""
    if _HOW.search(unglued(context)):
        return
    laws = asking(context, lambda duties: duties.how_to_apply_in_ad is True)
    fixes = (Fix("Add the address of the application form or an e-mail address", "hint"),)
    if laws.all:
        yield law_finding(
            context,
            laws,
            message="{laws} {ask} that the posting says how to apply; this one does not.",
            fixes=fixes,
            field="apply",
        )
    else:
        yield house_finding(
            context,
            message="The posting does not say how to apply.",
            fixes=fixes,
            place_known=laws.place_known,
            field="apply",
        )


RULE = Rule(
    id="missing/how-to-apply",
    severity="error",
    summary="No way to apply",
    why="Copies of a posting travel without the page's button; a reader must be able to apply from the text alone.",
    source="guidelines/jurisdictions.yaml: duties on how to apply by place, with statutes; a house rule elsewhere",
    check=check,
    fires=(
        Example(text="Gardener for our nursery. You will plant and prune.", places=("US-CO",)),
        Example(text="Gardener for our nursery. You will plant and prune."),
    ),
    silent=(
        Example(text="Gardener for our nursery. To apply, write to jobs@example.com.", places=("US-CO",)),
        Example(text="Gardener for our nursery. Send us your CV."),
    ),
    known_problems="A button of the page that shows the posting is not in its text.",
)
