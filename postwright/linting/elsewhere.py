"""Text -> whether the description proper stands elsewhere: behind a link, in an attachment, in the complete listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.cues import Cues

if TYPE_CHECKING:
    from postwright.linting.rule import Context

_ELSEWHERE = Cues(
    r"\b(?:(?:full |complete )?(?:jds?|job descriptions?|descriptions?|details|roles?|positions?|openings|engineer|"
    r"developer|more)\b[^.\n]{0,40}https?://|(?:see|view|read|find|download|open|click)[^.\n]{0,40}(?:full|"
    r"complete|attached|"
    r"detailed) (?:job |role |position )?(?:description|details|specification|profile|advert)|(?:job description|"
    r"person "
    r"specification|job profile|candidate pack|recruitment pack|information pack)[^.\n]{0,40}(?:attached|below|"
    r"here|link|"
    r"available(?! (?:up)?on request)|download|contact)|(?:full|complete|entire|original) (?:job )?(?:listing|posting|"
    r"announcement|advert\w*|vacancy)[^.\n]{0,40}(?:click|here|visit|see|https?:|www\.|online|link))"
)
"""Words that point to the description proper."""
_ADDRESS = late(
    r"https?://(?:(?:careers?|jobs|(?:job-)?boards?)\.|\S*?(?:/jobs?\b|/careers?\b|\.careers?\.|/postings?/|/viewjob|"
    r"/vacanc))"
)
"""An address of a job's own page."""
_LONGEST_NOTICE = 200
"""Words; a text no longer than this with such an address is a notice of the posting, not the posting."""
_FEWEST_HEADED = 3
"""Sections under headings with which a short text is a posting all the same, and the address only where to apply."""


def is_elsewhere(context: Context) -> bool:
    """Say whether the text points to the full description, or is only a notice of it."""
    if _ELSEWHERE.first(context):
        return True
    text = context.text
    if "http" not in text or len(text.split()) > _LONGEST_NOTICE or not _ADDRESS.search(text):
        return False
    return sum(section.heading is not None for section in context.reading.sections) < _FEWEST_HEADED
