"""A text -> who does what in it: for each verb the one who does it, where the sentence says so.

No parser: English puts the one who does it before the verb, behind "by" where a form of "be" stands before the verb,
and nowhere in a list of tasks, where the reader is meant. What cannot be told so is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.grounding.agent_text import AgentText
from postwright.grounding.agent_words import MOST_BACK, OTHER, TEAM, WE, YOU

if TYPE_CHECKING:
    from postwright.grounding.examined import Examined


_NO_NAME = frozenset((
    "of", "at", "in", "on", "to", "for", "from", "with", "before", "after", "by", "the", "a", "an", "who", "when", "if",
    "once", "as", "every", "each", "your", "our", "their", "his", "her", "so", "until",
))  # fmt: skip
"""Words that end the name of somebody."""


@dataclass(frozen=True, slots=True)
class Doing:
    """Somebody does something: the token of the verb, who does it, and whether that is the reader by default."""

    verb: int
    agents: frozenset[str]


def doings(text: Examined, *, reader_does: bool) -> Iterator[Doing]:
    """Yield who does what; `reader_does` says whether a verb at the beginning of a list entry means the reader."""
    return _Reading(text, reader_does).doings()


class _Reading(AgentText):
    def __init__(self, text: Examined, reader_does: bool) -> None:
        super().__init__(text)
        self.reader_does = reader_does
        self.speaks_of_team = text.field == "team"
        self.speaks_of_reader = text.field == "reporting_line"
        self._found: dict[int, frozenset[str] | None] = {}

    def doings(self) -> Iterator[Doing]:
        for at in sorted(self.verbs):
            agents = self._agents(at)
            if agents:
                yield Doing(at, agents)

    def _agents(self, at: int) -> frozenset[str] | None:
        if at not in self._found:
            self._found[at] = None
            self._found[at] = self._find(at)
        return self._found[at]

    def _find(self, at: int) -> frozenset[str] | None:
        tokens, verb = self.tokens, self.tokens[at]
        if verb.kind != "word" or (self._is_actor(at) and at not in self.sure_verbs):
            return self._of_actor_verb(at)
        if (giver := self._giver(at)) is not None:
            return giver
        before, passive = self._before(at)
        is_participle = verb.low.endswith(self.grammar.participle_endings) or verb.low in self.grammar.bare_participles
        if (passive and is_participle) or (
            is_participle
            and self._by(at) is not None
            and (self._is_subject(before, at) is False if before >= 0 else self.tokens[at + 1].low == "by")
        ):
            return self._of_passive(at, before)
        if before < 0 or (tokens[before].clause != verb.clause and not self._is_over_bracket(before, at)):
            return self._of_beginning(at)
        low = tokens[before].low
        if low in self.grammar.you:
            return frozenset((YOU,)) | self._joined_to(before)
        if low in self.grammar.we:
            return frozenset((WE,))
        if low in self.grammar.relative:
            return self._of_relative(before)
        if low == "they":
            return self._of_they(before)
        if low == "to":
            return self._of_infinitive(before)
        if low == "for" and before > 1 and self._is_actor(before - 1) and self._is_given_to(before - 1):
            return self._who(before - 1)
        if low in self.grammar.joined:
            return self._of_list(at, before) if at in self.sure_verbs else None
        if low in self.grammar.before_nouns or before in self.numbers or tokens[before].kind == "number":
            return None
        if (
            at - before == 1
            and before
            and tokens[before - 1].low in self.grammar.before_names
            and verb.low.endswith("s")
        ):
            return None  # for school trips
        if is_participle and at - before == 1 and not self._has_object(at):
            return self._of_passive(at, before)  # lessons planned for a class
        if self._is_actor(before) and self._agrees(before, at) and not self._is_verb_here(before):
            return self._who(before) | self._joined_to(before) if self._may_be_subject(before, at) else None
        if tokens[before].kind == "word" and tokens[at - 1].low in self.grammar.modals:
            return self._nearest_actor(before)  # the heads of three sites will decide
        if tokens[before].kind == "word" and verb.low.endswith("s") and not verb.low.endswith("ss"):
            return self._nearest_actor(at) or self._of_unlisted(at, before)
        return self._of_known_object(at) or self._behind_relative(at)

    def _of_known_object(self, at: int) -> frozenset[str] | None:
        """Return somebody else for a verb upon the reader: "doctors at the clinic call you"."""
        following = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        if following != "you" or at not in self.sure_verbs:
            return None
        actors = [n for n in range(max(0, at - MOST_BACK), at) if self.tokens[n].clause == self.tokens[at].clause]
        heads = [n for n in actors if self._is_actor(n) and not self._is_placed(n)]
        return self._who(heads[-1]) if heads else frozenset((OTHER,))

    def _of_passive(self, at: int, before: int) -> frozenset[str] | None:
        """Return who does what is done: the one behind "by", or somebody else where it is done to the reader."""
        by = self._by(at)
        if by is not None:
            return self._who(by).union(*(self._who(n) for n in self._further_words(by)))
        is_of_reader = (before >= 0 and self.tokens[before].low in self.grammar.you) or before < 0
        return (
            frozenset((OTHER,)) if is_of_reader and at > 0 and self.tokens[at - 1].low in self.grammar.passive else None
        )

    def _further_words(self, at: int) -> Iterator[int]:
        """Yield the actors right behind one that only begins a name: the officer of "the head press officer"."""
        for n in range(at + 1, min(at + 4, len(self.tokens))):
            token = self.tokens[n]
            if token.kind != "word" or token.part != self.tokens[at].part or token.low in _NO_NAME:
                return
            if self._is_actor(n):
                yield n

    def _giver(self, at: int) -> frozenset[str] | None:
        """Return who does what a noun says: the CFO of "approval from the CFO"."""
        tokens = self.tokens
        is_noun = (
            tokens[at].low.endswith(self.grammar.noun_endings) and at + 2 < len(tokens) and tokens[at + 1].low == "from"
        )
        near = range(at + 2, min(at + 6, len(tokens))) if is_noun else ()
        return next((self._who(n) for n in near if self._is_actor(n) or tokens[n].low in self.grammar.you), None)

    def _of_relative(self, at: int) -> frozenset[str] | None:
        """Return those whom "who", "which" or "that" stands for; "who" is somebody, known or not."""
        before = self.tokens[at - 1] if at else None
        if before is not None and before.low in self.grammar.you:
            return frozenset((YOU,))
        if before is not None and before.low == "," and at > 1 and self.tokens[at - 2].low in self.grammar.you:
            return frozenset((YOU,))  # by you, who also …
        if (
            before is not None
            and before.low in ("one", "person")
            and any(token.low in self.grammar.you for token in self.tokens[max(0, at - 5) : at])
        ):
            return frozenset((YOU,))  # you are the one who
        if before is not None and before.low == "," and self.tokens[at].low in ("which", "who"):
            # the team, which builds …
            return self._nearest_actor(at - 1) or (frozenset((OTHER,)) if self.tokens[at].low == "who" else None)
        return self._nearest_actor(at) or (frozenset((OTHER,)) if self.tokens[at].low == "who" else None)

    def _of_they(self, at: int) -> frozenset[str]:
        """Return the people named last before "they"."""
        found = (index for index in range(at - 1, max(-1, at - 1 - MOST_BACK), -1) if self._is_actor(index))
        last = next(found, None)
        return frozenset((OTHER,)) if last is None else self._who(last)

    def _of_unlisted(self, at: int, before: int) -> frozenset[str] | None:
        """Return somebody else for "the SENCO advises you": a verb before its object, behind any other noun."""
        following = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        opening = [token.low for token in self.tokens[max(0, before - 3) : before]]
        if "the" in opening and not self.grammar.relative.isdisjoint(opening[: opening.index("the")]):
            return frozenset((OTHER,)) | self.concepts[before]  # dates that the priest fixes
        if opening[-1:] == ["the"] and at in self.sure_verbs and self._opens(before - 1):
            return frozenset((OTHER,)) | self.concepts[before]  # the eldest trains newcomers
        is_subject = (
            self.tokens[before].clause == self.tokens[at].clause and self.tokens[before].low not in self.grammar.joined
        )
        return frozenset((OTHER,)) if is_subject and following in self.grammar.objects else None

    def _of_actor_verb(self, at: int) -> frozenset[str] | None:
        """Return the one who does what a word says that may mean a person or a task: "you lead", "guide"."""
        if self.tokens[at].kind == "word" and at > 0:
            before, _ = self._before(at)
            if (
                before >= 0
                and self.tokens[before].low in self.grammar.you
                and self.tokens[before].clause == self.tokens[at].clause
            ):
                return frozenset((YOU,))
        return None

    def _of_beginning(self, at: int) -> frozenset[str] | None:
        """Return the reader for "Present …" and "Presenting …" at the beginning; nobody for "presents", "presented"."""
        low = self.tokens[at].low
        if low.endswith("ing") and low != self.tokens[at].stem and self._is_subject_of_be(at):
            return None
        is_third = low.endswith("s") and not low.endswith(("ss", "us"))
        if self.speaks_of_team and is_third and at in self.sure_verbs:
            return frozenset((TEAM,))
        if self.speaks_of_reader and is_third and at in self.sure_verbs:
            return frozenset((YOU,))
        return frozenset((YOU,)) if self.reader_does and not is_third and not low.endswith(("ed", "ly")) else None

    def _of_infinitive(self, to: int) -> frozenset[str] | None:
        before = to - 1
        if before >= 0 and self.tokens[before].clause == self.tokens[to].clause:
            if self.tokens[before].low in self.grammar.you:
                return frozenset((YOU,))
            following = self.tokens[to + 2].low if to + 2 < len(self.tokens) else ""
            if self._is_actor(before) and following not in self.grammar.stranded:  # "babies to care for" do not care
                return None if self._is_with(before) else self._who(before)
            return self._of_ready(to)
        return None

    def _of_ready(self, to: int) -> frozenset[str] | None:
        """Return who is there, ready or glad to do a thing."""
        for index in range(to - 1, max(0, to - 4), -1):
            if self.tokens[index].low in self.grammar.be:
                subject = index - 1
                return (
                    self._who(subject)
                    if self._is_actor(subject) or self.tokens[subject].low in self.grammar.you
                    else None
                )
        return None

    def _of_list(self, at: int, before: int) -> frozenset[str] | None:
        """Return who does the thing before in a list of things done."""
        tokens, clause = self.tokens, self.tokens[at].clause
        verb = tokens[at].low
        if verb.endswith("ing") and self._is_subject_of_be(at):
            return None
        for index in range(before - 1, -1, -1):
            if tokens[index].clause != clause:
                break
            low = tokens[index].low
            if low in self.grammar.you:
                return frozenset((YOU,)) if not verb.endswith("s") or verb.endswith("ss") else None
            if low in self.grammar.we:
                return frozenset((WE,))
            if low in self.grammar.relative:
                if tokens[before].low != "," and tokens[before - 1].low == ",":
                    continue  # stop work that is unsafe, and tell …
                return None
            if (
                index + 1 in self.verbs
                and self._is_third(index + 1) <= self._is_third(at)
                and not self._is_relative(index, at)
                and not self._is_within(index)
                and self._is_actor(index)
                and not self._is_verb_here(index)
                and self._agrees(index, index + 1)
                and self._agents(index + 1)
            ):
                return self._agents(index + 1)
        return self._of_beginning(at)

    def _behind_relative(self, at: int) -> frozenset[str] | None:
        """Return those of whom a clause before the verb tells more: "the people who run the plants explain"."""
        tokens = self.tokens
        for index in range(at - 1, max(0, at - 1 - MOST_BACK), -1):
            low = tokens[index].low
            if (
                tokens[index].clause != tokens[at].clause
                or low in self.grammar.you | self.grammar.we | self.grammar.joined
            ):
                return None
            if low in self.grammar.relative and self._is_actor(index - 1):
                return self._who(index - 1)
        return None
