"""Records -> groups of postings for the same role on the same rung by the same employer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from postwright.consistency.record import ReviewedPosting
from postwright.consistency.role_titles import rung_words
from postwright.consistency.shingles import words_of
from postwright.model.words import LEVELS, Level


@dataclass(frozen=True, slots=True)
class Group:
    """Postings for one role on one rung."""

    employer: str
    """As `employers_of` gives it."""
    role: str
    name: str
    """The role for people: "Platform Engineer"."""
    levels: tuple[Level, ...]
    rung: str
    members: tuple[int, ...]
    """Positions in the review, rising."""

    @property
    def label(self) -> str:
        """The role and its rung for people: "Platform Engineer (senior)", "Sales Manager"."""
        rung = rung_words(self.levels, self.rung)
        return self.name if rung in self.name.lower().split() else f"{self.name} ({rung})"

    @property
    def has_level(self) -> bool:
        """Whether the titles name a level beyond doubt: a manager may be the name of a craft (product manager)."""
        return bool(self.levels) and self.levels != ("manager",)


def employers_of(postings: Sequence[ReviewedPosting]) -> tuple[str, ...]:
    """Return for each posting what is the same for all of its employer: only those are compared.

    Where no posting names its employer, all are taken for one house. Where some do, one that does not stands alone.
    """
    keys = [employer_key(posting.employer) for posting in postings]
    if not any(keys):
        return tuple(keys)
    return tuple(key or f"?{index}" for index, key in enumerate(keys))


def grouped(postings: Sequence[ReviewedPosting], employers: Sequence[str]) -> tuple[Group, ...]:
    """Return all groups, those of one posting too, by employer, role and rung; postings without a title are in none."""
    members: defaultdict[tuple[str, str, tuple[Level, ...], str], list[int]] = defaultdict(list)
    for index, posting in enumerate(postings):
        if posting.role and posting.language in ("en", ""):
            levels = tuple(sorted(set(posting.levels), key=LEVELS.index))
            members[employers[index], posting.role, levels, posting.rung].append(index)
    groups = (
        Group(
            employer=employer,
            role=role,
            name=_name(postings[index] for index in indices),
            levels=levels,
            rung=rung,
            members=tuple(indices),
        )
        for (employer, role, levels, rung), indices in members.items()
    )
    return tuple(sorted(groups, key=_order))


def employer_key(employer: str) -> str:
    """Return what is the same for all spellings of an employer's name."""
    return " ".join(words_of(employer))


def _name(postings: Iterable[ReviewedPosting]) -> str:
    """Return the commonest way of writing the role; of equals the first by the alphabet."""
    counts = Counter(posting.role_name for posting in postings)
    return min(counts, key=lambda name: (-counts[name], name))


def _order(group: Group) -> tuple[str, str, int, str]:
    rung = LEVELS.index(group.levels[0]) if group.levels else len(LEVELS)
    return (group.employer, group.name.casefold(), rung, group.rung)
