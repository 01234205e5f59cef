"""Text -> the certificates and licences that it asks for, by guideline record, with their strength.

Abbreviations count as written only ("CIA", not "Cia"), and outside requirements only where the sentence speaks of
certificates: an auditor works with CPA firms without having to be one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late
from postwright.model.reading import CredentialMention
from postwright.reading.section_kinds import SectionKinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postwright.guidelines.records import Certification, Guidelines
    from postwright.model.reading import SectionSpan
    from postwright.model.words import Strength
    from postwright.reading.document import Document, Sentence

_KIND_WORDS = late(
    (r"\s*(?:\([^)]*\)|\b(?:licence|license|charter|membership|certificates?|certification|class a)\b)"), re.IGNORECASE
)
"""Words that say what sort of credential a record is, and are not part of what it is called in postings."""
_FIRST_WORD = late(r"^[a-z0-9]+")
_SHORTEST_PLAIN = 3
"""Abbreviations with fewer letters, and those listed below, need a certificate word beside them."""
_OTHER_MEANINGS = frozenset(
    ("CIA", "CC", "PE", "RN", "CEN", "FRM", "CFP", "CMA", "CSM", "SAA", "PHR", "CDL", "CCBA", "CFA", "ACCA", "CKS")
)
_SAYS_CERTIFICATE = late(
    r"\b(?:certif\w+|licen[sc]\w*|designations?|credentials?|charter\w*|registration|registered|qualified|"
    r"qualification|accredit\w+|chartered|holder)\b"
)
_ASKS = late(
    r"\b(?:required|preferred|must|desired|desirable|a plus|asset|advantage|current|active|valid|minimum|"
    r"ideally|possess|hold)\b"
)
_FIRM_AFTER = late(
    r"s? (?:firms?|exam reimburs\w+|exams? (?:fees?|support)|support|staff|team|colleagues|manager|supervision|"
    r"office|society|mapping|tower|business|network)|s\b(?! (?:and|or|certif))"
)
_SILENT_SECTIONS = frozenset(("company", "team", "benefits", "equal_opportunity"))
_DEMANDING_SECTIONS = frozenset(("requirements", "preferred"))
_PREFERRED_AFTER = late(
    r"^[^.;\n]{0,80}?\b(?:preferred|desired|desirable|preferable|advantageous|a (?:strong |big |"
    r"definite )?(?:plus|bonus|advantage|asset)|an (?:added )?(?:plus|advantage|asset)|beneficial|"
    r"nice to have|not required|optional)\b"
)
_REQUIRED_AFTER = late(r"^[^.;\n]{0,80}?\b(?:required|mandatory|essential|must)\b(?<!not required)")
_PREFERRED_BEFORE = late(
    r"\b(?:prefer(?:red|ably|ence)?|ideally|desired|desirable|bonus|nice to have|a plus|"
    r"optional(?:ly)?)\b[^.;\n]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class _Term:
    text: str
    """Lower case."""
    written: str
    """Abbreviation as it must stand in the text; empty where any case will do."""
    doubtful: bool
    certification: Certification


@made_once
def _table(guidelines: Guidelines) -> dict[str, tuple[_Term, ...]]:
    """Return all names by their first word, longest first."""
    terms: dict[str, _Term] = {}
    for certification in guidelines.certifications.values():
        for name in _names(certification):
            terms.setdefault(name.lower(), _term(name, certification))
    table: dict[str, list[_Term]] = {}
    for name, term in sorted(terms.items(), key=lambda item: -len(item[0])):
        first = _FIRST_WORD.search(name)
        if first is not None:
            table.setdefault(first[0], []).append(term)
    return {word: tuple(found) for word, found in table.items()}


def _names(certification: Certification) -> Iterator[str]:
    """Yield what a credential is called: its name without the words for its sort, each alternative, and the aliases."""
    plain = _KIND_WORDS.sub("", certification.name).strip()
    first, *others = plain.split(" / ")
    yield first
    maker = first.split(" ")[0]
    for other in others:  # "PRINCE2 Foundation / Practitioner"
        yield f"{maker} {other}"
        if maker.isupper():
            yield maker
    yield certification.name
    yield from certification.aliases


def _term(name: str, certification: Certification) -> _Term:
    abbreviation = name if name.upper() == name and " " not in name else ""
    if name.islower() and " " not in name and len(name) <= 8:  # aliases are listed in small letters: "csm"
        abbreviation = name.upper()
    doubtful = (abbreviation or name) in _OTHER_MEANINGS or bool(abbreviation and len(abbreviation) < _SHORTEST_PLAIN)
    return _Term(name.lower(), abbreviation, doubtful or name == "professional engineer", certification)


def find_credentials(
    document: Document, sections: Sequence[SectionSpan], guidelines: Guidelines
) -> tuple[CredentialMention, ...]:
    """Return every credential that the text asks for, in order, with the strength of its clause or section."""
    table = _table(guidelines)
    words, folded, sentences = document.words, document.folded, document.sentences
    places = sorted((at, word) for word in words.keys() & table.keys() for at in words[word])
    if not places:
        return ()
    kinds = SectionKinds(sections, default="requirements")
    starts = [sentence.start for sentence in sentences]
    found: list[CredentialMention] = []
    past = 0
    for at, word in places:
        sentence = sentences[max(0, bisect_right(starts, at) - 1)]
        term = _term_at(folded, at, table[word], sentence.end) if at >= past else None
        if term is None:
            continue
        past = at + len(term.text)
        kind = kinds.at(at)
        if not _is_asked_for(document, sentence, at, past, term, kind):
            continue
        strength = _strength(folded, sentence, at, past, kind)
        certification = term.certification
        found.append(CredentialMention(certification.id, certification.name, strength, at, past))
    return tuple(found)


def _term_at(folded: str, at: int, terms: tuple[_Term, ...], end: int) -> _Term | None:
    """Return the longest name that stands at `at`, by itself, within a sentence that ends at `end`."""
    if at > 0 and folded[at - 1] == "-":
        return None
    for term in terms:
        stop = at + len(term.text)
        if stop <= end and folded.startswith(term.text, at) and not _goes_on(folded, stop):
            return term
    return None


def _goes_on(folded: str, at: int) -> bool:
    return at < len(folded) and folded[at].isascii() and folded[at].isalnum()


def _is_asked_for(document: Document, sentence: Sentence, start: int, end: int, term: _Term, kind: str) -> bool:
    if term.written and document.text[start:end].upper() != document.text[start:end]:
        return False
    if kind in _SILENT_SECTIONS or _FIRM_AFTER.match(document.folded, end):
        return False
    around = document.folded[max(sentence.start, start - 120) : min(sentence.end, end + 120)]
    without = around.replace(term.text, " ")
    says = bool(_SAYS_CERTIFICATE.search(without))
    if term.doubtful:
        return says
    return kind in _DEMANDING_SECTIONS or says or bool(_ASKS.search(without))


def _strength(folded: str, sentence: Sentence, start: int, end: int, kind: str) -> Strength:
    after, before = folded[end : sentence.end], folded[max(sentence.start, start - 90) : start]
    preferred, required = _PREFERRED_AFTER.match(after), _REQUIRED_AFTER.match(after)
    if required is not None and (preferred is None or required.end() < preferred.end()):
        return "required"
    if preferred is not None or _PREFERRED_BEFORE.search(before):
        return "preferred"
    return "preferred" if kind == "preferred" else "required"
