"""Of overlapping wordings the longest is remarked on, whatever their number and order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from postwright.guidelines.load import load_guidelines
from postwright.linting.lexicon import Hit, _longest
from postwright.model.words import SEVERITIES

ENTRY = next(iter(load_guidelines().wording.values()))
hits = st.builds(
    lambda start, length, severity: Hit(ENTRY, start, start + length, severity),
    st.integers(0, 40),
    st.integers(1, 12),
    st.sampled_from(SEVERITIES),
)


def slowly(found: list[Hit]) -> list[Hit]:
    """Compare each hit with all that are kept, the longest first."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start - hit.end, hit.start, SEVERITIES.index(hit.severity))):
        over = next((i for i, other in enumerate(kept) if hit.start < other.end and other.start < hit.end), None)
        if over is None:
            kept.append(hit)
        elif SEVERITIES.index(hit.severity) < SEVERITIES.index(kept[over].severity):
            kept[over] = replace(kept[over], severity=hit.severity)
    return sorted(kept, key=lambda hit: hit.start)


@given(st.lists(hits, max_size=25))
def test_what_is_kept_is_what_comparing_with_all_would_keep(found):
    assert _longest(found) == slowly(found)
