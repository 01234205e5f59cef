"""A kept posting -> what a page shows of it: brief, text, and how the two stand to each other."""

from __future__ import annotations

import threading
from collections import OrderedDict

from postwright.desk.stored_brief import stored_draft
from postwright.desk.values import MergeConflict, Opened
from postwright.desk.wordings import worded_posting
from postwright.drafting.trace import missing, trace
from postwright.library.records import PostingRecord

REMEMBERED = 64
"""Postings of which the last state is kept in memory: the parts of a page ask for the same one."""


class Openings:
    """What pages show of postings, the latest state of each remembered; safe for many threads."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[PostingRecord, Opened]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, posting: PostingRecord) -> Opened:
        """Return what a page shows of a posting."""
        with self._lock:
            known = self._known.get(posting.id)
        if known is not None and known[0] == posting:
            return known[1]
        opened = _opened(posting)
        with self._lock:
            self._known[posting.id] = posting, opened
            self._known.move_to_end(posting.id)
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return opened


def _opened(posting: PostingRecord) -> Opened:
    draft = stored_draft(posting.brief, posting.unsaved)
    base = worded_posting(posting)
    settled = {edited for _, _, edited in posting.conflicts}
    return Opened(
        id=posting.id,
        origin=posting.origin,
        title=posting.title,
        text=posting.text,
        format=posting.format,
        version=posting.text_version,
        brief=draft.shown(),
        brief_version=posting.brief_version,
        raw=draft.raw(),
        problems=draft.problems(),
        kept=tuple(line.text for line in trace(base, posting.text) if line.edited and line.text not in settled),
        conflicts=tuple(MergeConflict(*conflict) for conflict in posting.conflicts),
        missing=tuple(line.text for line in missing(base, posting.text)),
        created=posting.created,
        changed=posting.changed,
    )
