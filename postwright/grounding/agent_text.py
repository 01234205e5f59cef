"""A text as it is read for who does what: which words are people and which verbs, and how they stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.grounding.agent_words import CALENDAR, MOST_BACK, SHORTEST_PERSON, WE, YOU

if TYPE_CHECKING:
    from postwright.grounding.examined import Examined
    from postwright.grounding.prepared import Token

_VERBS = frozenset(("same_verbs", "synonyms", "involvement", "hierarchy"))
_LIGHT_VERBS = frozenset(("light.verbs", "light.more_verbs", "house.have"))
_QUALITIES = frozenset(("light.qualities", "light.more_qualities", "claim.history", "same.n.young"))


def _is_adverb(token: Token) -> bool:
    """Say whether a word is one as "quickly"; "reply" and "supply" are none."""
    return token.low.endswith("ly") and len(token.low) > 4 and not token.stem.endswith("li")


class AgentText:
    """The tokens of a text, with those that are people and those that may be verbs."""

    def __init__(self, text: Examined) -> None:
        self.grammar = text.lexicon.grammar
        self.tokens = text.prepared.tokens
        self.concepts = text.meaning.concepts
        listed: dict[int, str] = {}
        for hit in text.meaning.of("actors"):
            if self.tokens[hit.first].text in ("it", "It"):
                continue  # not the department
            for at in range(hit.first, hit.last + 1):
                if listed.get(at) != "other":
                    listed[at] = hit.entry.value
        self.listed = listed
        self.numbers = {hit.first for hit in text.meaning.of("numbers")}
        hours = (amount for amount in text.amounts if amount.unit in CALENDAR)
        self.measured = {at for amount in hours for at in range(amount.first, amount.last + 1)}
        self.groups = {hit.first for hit in text.meaning.of("actors") if hit.entry.id == "actor.groups"}
        counted = {hit.first for category in ("numbers", "units") for hit in text.meaning.of(category)}
        self.verbs = {
            at
            for at in text.meaning.telling
            if at not in counted
            and not _is_adverb(self.tokens[at])
            and (self.tokens[at].opens or self.tokens[at].text.islower())
        }
        self.verbs -= self._things(text)
        self.verbs |= {at for at in range(len(self.tokens) - 1) if self._is_done(at)}
        self.sure_verbs = {
            at
            for hit in text.meaning.hits
            if hit.entry.category == "same_verbs" or hit.entry.id in ("light.verbs", "house.have")
            for at in (hit.first,)
        }

    def _things(self, text: Examined) -> set[int]:
        """Return the words that lists know only as nouns or qualities: the "standard" of "standard costing"."""
        verbs = {hit.first for hit in text.meaning.hits if hit.entry.category in _VERBS or hit.entry.id in _LIGHT_VERBS}
        others = {hit.first for hit in text.meaning.hits if hit.entry.id in _QUALITIES}
        return others - verbs

    def _is_done(self, at: int) -> bool:
        """Say whether a word that mostly helps other verbs is a verb of its own: "does the books", "own the budget"."""
        token, following = self.tokens[at], self.tokens[at + 1]
        return token.low in self.grammar.own_verbs and (following.low in self.grammar.objects or following.low == "all")

    def _has_object(self, at: int) -> bool:
        """Say whether what a verb is done to stands right behind it."""
        if any(token.low in self.grammar.you for token in self.tokens[at + 1 : at + 4]):
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if following is None or following.kind == "mark":
            return False
        return (
            following.low in self.grammar.objects
            or following.kind == "number"
            or following.low not in self.grammar.before_nouns | self.grammar.joined
        )

    def _may_be_subject(self, actor: int, at: int) -> bool:
        """Say whether somebody does a thing, not only stands before a noun: the supplier of "supplier statements"."""
        tokens = self.tokens
        verb = tokens[at].low
        if at - actor > 1 or not verb.endswith("s") or tokens[actor].low.endswith("s"):
            return True
        first = actor
        while first > 0 and self._is_of_name(first - 1, actor):
            first -= 1
        before = tokens[first - 1] if first else None
        if before is None or before.part != tokens[actor].part:
            return first == actor or self._has_object(at)
        if before.low in self.grammar.before_names or not (
            before.low in self.grammar.before_nouns or first - 1 in self.numbers
        ):
            return self._has_object(at) and (actor in self.groups or tokens[actor].text[0].isupper())
        return True

    def _is_of_name(self, at: int, actor: int) -> bool:
        """Say whether a word may be one of those that name somebody: the night of "night shunter"."""
        token = self.tokens[at]
        is_word = token.kind == "word" and token.part == self.tokens[actor].part
        is_verb = at in self.sure_verbs and self._begins(at)
        return is_word and not is_verb and token.low not in self.grammar.no_names

    def _begins(self, at: int) -> bool:
        """Say whether a verb stands where one begins a task: at the beginning, behind "and", "to" or "you"."""
        before = self.tokens[at - 1] if at else None
        return (
            before is None
            or before.kind == "mark"
            or before.low in self.grammar.joined | self.grammar.you
            or before.low == "to"
        )

    def _is_given_to(self, at: int) -> bool:
        """Say whether "to" stands before somebody: "goes to the director for approval"."""
        return any(self.tokens[index].low == "to" for index in range(max(0, at - 3), at))

    def _opens(self, at: int) -> bool:
        """Say whether a token opens a part of a sentence."""
        return at == 0 or self.tokens[at - 1].part != self.tokens[at].part or self.tokens[at - 1].kind == "mark"

    def _before(self, at: int) -> tuple[int, bool]:
        """Return the token before a verb and its helpers, and whether a form of "be" is among them."""
        passive = False
        at -= 1
        while at >= 0 and (
            self.tokens[at].low in self.grammar.helpers or self.tokens[at].low in self.grammar.be or self._is_manner(at)
        ):
            passive = passive or self.tokens[at].low in self.grammar.be
            if self.tokens[at].low in self.grammar.you or self.tokens[at].low in self.grammar.we:
                break
            at -= 1
        if at >= 0 and self.tokens[at].text == ")":
            at = max((i for i in range(at) if self.tokens[i].text == "("), default=0) - 1
        return at, passive

    def _is_over_bracket(self, before: int, at: int) -> bool:
        """Say whether only brackets part a verb from what stands before it: "the buyers (12 people) decide"."""
        return self.tokens[before + 1].text == "(" and ")" in [token.text for token in self.tokens[before + 1 : at]]

    def _is_manner(self, at: int) -> bool:
        return _is_adverb(self.tokens[at])

    def _by(self, at: int) -> int | None:
        """Return the actor behind "by" in the clause, of a name of several words the last."""
        first = self._first_by(at)
        while first is not None and self._is_actor(first) and self._is_named_on(first):
            first += 1
        return first

    def _is_named_on(self, at: int) -> bool:
        """Say whether the word behind is part of one name with an actor: the nurses of "student nurses"."""
        if at + 1 >= len(self.tokens) or self.tokens[at + 1].part != self.tokens[at].part:
            return False
        return self._is_actor(at + 1) and "'" not in self.tokens[at].low

    def _first_by(self, at: int) -> int | None:
        """Return the first actor behind "by" in the clause."""
        tokens = self.tokens
        for index in range(at + 1, min(at + 1 + MOST_BACK, len(tokens))):
            if tokens[index].clause != tokens[at].clause:
                break
            if tokens[index].low == "by":
                return next(
                    (
                        i
                        for i in range(index + 1, min(index + 6, len(tokens)))
                        if tokens[i].clause == tokens[at].clause
                        and (
                            self._is_actor(i)
                            or tokens[i].low in self.grammar.you
                            or tokens[i].low in self.grammar.we
                            or tokens[i].low == "us"
                        )
                    ),
                    None,
                )
        return None

    def _is_subject(self, before: int, at: int) -> bool:
        low = self.tokens[before].low
        return low in self.grammar.you or low in self.grammar.we or low in self.grammar.relative

    def _is_subject_of_be(self, at: int) -> bool:
        """Say whether "is" or the like follows in the clause: "planning the range is up to the baker"."""
        clause = self.tokens[at].clause
        following = (token.low for token in self.tokens[at + 1 : at + 1 + MOST_BACK] if token.clause == clause)
        return any(low in ("is", "are", "falls", "lies", "rests") for low in following)

    def _is_verb_here(self, at: int) -> bool:
        """Say whether a word that may mean a person is a verb in a list of tasks: "set standards and lead reviews"."""
        before = self.tokens[at - 1].low if at else ""
        is_asked = before in self.grammar.helpers or before in self.grammar.you or before == "to"
        is_subject = at + 1 in self.verbs and self._is_third(at + 1)  # counsel does the pleading
        return is_asked or (at in self.sure_verbs and before in self.grammar.joined and not is_subject)

    def _is_with(self, actor: int) -> bool:
        """Say whether one does something together with somebody: "work with suppliers to shorten lead times"."""
        clause = self.tokens[actor].clause
        return any(
            token.low in self.grammar.together and token.clause == clause
            for token in self.tokens[max(0, actor - 4) : actor]
        )

    def _is_relative(self, actor: int, at: int) -> bool:
        """Say whether one acts in a relative clause that ends before a verb: "forms which they sign, send …"."""
        opening = {token.low for token in self.tokens[max(0, actor - 3) : actor]}
        return not self.grammar.relative.isdisjoint(opening) and any(
            token.low == "," for token in self.tokens[actor + 1 : at]
        )

    def _is_placed(self, actor: int) -> bool:
        """Say whether somebody only says where others are: the clinic of "doctors at the clinic"."""
        before = [token.low for token in self.tokens[max(0, actor - 2) : actor]]
        return not self.grammar.before_names.isdisjoint(before)

    def _is_third(self, at: int) -> bool:
        """Say whether a verb has the form that stands behind he, she or it."""
        low = self.tokens[at].low
        return low.endswith("s") and not low.endswith(("ss", "us"))

    def _is_within(self, at: int) -> bool:
        """Say whether a clause within the sentence holds a token: "when a patient gets worse"."""
        for index in range(at - 1, -1, -1):
            if self.tokens[index].clause != self.tokens[at].clause:
                return False
            if self.tokens[index].low in self.grammar.openers:
                return True
        return False

    def _nearest_actor(self, at: int) -> frozenset[str] | None:
        tokens = self.tokens
        for index in range(at - 1, max(-1, at - 1 - MOST_BACK), -1):
            if (
                tokens[index].clause != tokens[at].clause
                or tokens[index].low in self.grammar.you | self.grammar.we | self.grammar.joined
            ):
                return None
            if self._is_actor(index) and not self._is_verb_here(index):
                return self._who(index)
        return None

    def _joined_to(self, at: int) -> frozenset[str]:
        """Return those who are named together with the one at `at`: "you and the lead educator"."""
        tokens = self.tokens
        found: frozenset[str] = frozenset()
        for index in range(at - 1, max(-1, at - 6), -1):
            if tokens[index].clause != tokens[at].clause:
                break
            if tokens[index].low in ("and", "&") and index > 0:
                if tokens[index - 1].low in self.grammar.you:
                    found |= {YOU}
                elif self._is_actor(index - 1):
                    found |= self._who(index - 1)
                break
        return found

    def _agrees(self, actor: int, at: int) -> bool:
        """Say whether a verb has the form that its subject asks for; a helper before it leaves it open."""
        if at - actor > 1:
            return True
        actor_low, verb = self.tokens[actor].low, self.tokens[at].low
        if verb.endswith(("ed", "ould", "ent", "ought", "ew")):
            return True
        third = verb.endswith("s") and not verb.endswith(("ss", "us"))
        plural = actor_low.endswith("s") or actor_low in ("people", "staff", "children", "team", "police")
        return third or (plural and (not verb.endswith("ing") or self.tokens[at].stem == verb))

    def _is_actor(self, at: int) -> bool:
        token = self.tokens[at]
        value = self.listed.get(at)
        if token.low == "our" or at in self.measured:
            return False
        if value is not None:
            return value != ""
        return (
            token.kind == "word"
            and len(token.low) >= SHORTEST_PERSON
            and token.low.endswith(self.grammar.people_endings)
        )

    def _who(self, at: int) -> frozenset[str]:
        if self.tokens[at].low in self.grammar.you:
            return frozenset((YOU,))
        if self.listed.get(at) in (WE, YOU):
            return frozenset((self.listed[at],))
        return self.concepts[at]
