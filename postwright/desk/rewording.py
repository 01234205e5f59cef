"""A finding without a mechanical fix -> a model's rewording of its line, grounded and linted before it is shown."""

from __future__ import annotations

import threading
from dataclasses import replace

from postwright.desk.checks import Checks
from postwright.desk.rewriting_values import Suggestion
from postwright.desk.standing import Standing, list_mark, plain_words
from postwright.desk.stored_brief import stored_brief
from postwright.drafting.markdown_escape import escape
from postwright.drafting.material import Material, material, own_line
from postwright.drafting.rewriting import Rewriter
from postwright.drafting.rewritten import Unanswered
from postwright.drafting.slots import FindFacts
from postwright.library.records import PostingRecord
from postwright.model.brief import Organisation
from postwright.model.finding import Edit, Finding, Fix

LABEL = "Take the model's rewording"
_SEVERE = ("error", "warning")


class Line:
    """The line of a posting's text that a finding marks."""

    def __init__(self, posting: PostingRecord, finding: Finding) -> None:
        self.posting = posting
        self.finding = finding
        self.item = ""
        """The item whose line it is; known once there is material."""
        self.start = self.end = 0
        if finding.start is not None and finding.end is not None:
            self.start = posting.text.rfind("\n", 0, finding.start) + 1
            newline = posting.text.find("\n", finding.start)
            self.end = len(posting.text) if newline < 0 else newline
        self.written = posting.text[self.start : self.end].rstrip()
        self.words = plain_words(self.written)
        self.mark = list_mark(self.written)

    @property
    def is_one(self) -> bool:
        """Whether the finding has a place, all on one line that is no heading."""
        finding = self.finding
        return bool(self.words) and finding.end is not None and finding.end <= self.end and self.words[:1] != "#"

    def with_words(self, words: str) -> str:
        """Return the line with other words behind its list mark."""
        return f"{self.mark}{escape(words)}"

    def material(self, checks: Checks, organisation: Organisation, find_facts: FindFacts) -> Material:
        """Return the line as what may be sent; without lines where it may not."""
        posting, brief = self.posting, stored_brief(self.posting.brief)
        standing = Standing(posting)
        item = standing.item_at(self.start)
        self.item = item or ""
        if item is None:
            kind = checks.of(posting).reading.section_at(self.start + len(self.mark))
            return own_line(self.words, kind, brief=brief, find_facts=find_facts)
        return material(
            standing.composed,
            brief,
            organisation,
            find_facts=find_facts,
            edited={item: self.words},
            only=[item],
        )


def reword(line: Line, sent: Material, rewriter: Rewriter, checks: Checks) -> Suggestion:
    """Return a rewording of the line that mends its finding, or why there is none; WriterError where it is lasting."""
    request = rewriter.asker.reword(sent, sent.lines[0], line.finding)
    result = rewriter.mend(sent, request, stop=threading.Event())
    if isinstance(result, Unanswered):
        return Suggestion(line.words, problem=f"{result.message} {result.hint}".strip())
    if result is None or not result.new:
        refused = result.refused if result else ()
        problem = "Each rewording said something that the line does not say." if refused else "It came back unchanged."
        return Suggestion(line.words, refused=refused, problem=problem)
    by = result.attempts[-1].by
    written = line.with_words(result.text)
    problem = _left(line, written, checks)
    if problem:
        return Suggestion(line.words, after=result.text, refused=result.refused, problem=problem, worded_by=by)
    edit = Edit(line.start, line.start + len(line.written), written)
    fix = Fix(LABEL, "unsafe", (edit,))
    return Suggestion(line.words, after=result.text, fix=fix, refused=result.refused, worded_by=by, item=line.item)


def _left(line: Line, written: str, checks: Checks) -> str:
    """Say what the linter still, or newly, finds in the reworded line; empty where that is nothing to mention."""
    posting = line.posting
    text = f"{posting.text[: line.start]}{written}{posting.text[line.start + len(line.written) :]}"
    before = {(finding.rule, finding.message) for finding in checks.of(posting).findings}
    for finding in checks.of(replace(posting, text=text)).findings:
        place = finding.start
        if place is not None and line.start <= place <= line.start + len(written) and finding.rule == line.finding.rule:
            return f"The rewording would still be remarked on: {finding.message}"
        if finding.severity in _SEVERE and (finding.rule, finding.message) not in before:
            return f"The rewording would bring another remark: {finding.message}"
    return ""
