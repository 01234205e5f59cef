#!/usr/bin/env python3
"""Learn how much each word says about the section it stands in, and write `guidelines/section_words.yaml` anew.

usage: python tools/learn_section_words.py POSTINGS.jsonl.gz ANNOTATED.jsonl... > weights.txt

POSTINGS     one posting a line: id ("source-number"), text
ANNOTATED    one posting a line: id, text, sections[{kind, start, end}]

Prints the lines that go under `weights:` of the file. Needs numpy, scipy and scikit-learn, which Postwright itself does
not. Three sorts of examples are learned from: sentences of annotated postings; sentences of the postings, with the kind
of the heading they stand under or else the one the reader gives them; and the phrases of `section_cues.py`, written by
hand. Only words of at least 10 postings of 5 sources are kept, and none that is mostly written with a capital inside
sentences, unless it names a technology: no name and no sentence of a posting can be found in the result.
"""

from __future__ import annotations

import gzip
import itertools
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from section_cues import CUES
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from postwright.guidelines.load import load_guidelines
from postwright.model.words import SECTION_KINDS
from postwright.reading.document import parse
from postwright.reading.section_headings import headings_of
from postwright.reading.section_units import Unit, find_units
from postwright.reading.section_words import BASE, features
from postwright.reading.sections import find_sections

LETTERS = dict(zip(SECTION_KINDS, "tscmrqfpblhaeo", strict=True))
ANNOTATED, HEADED, READ, REPEATED, CUE = 2.0, 0.1, 0.03, 0.2, 1.0
"""What an example of each sort weighs; a sentence that occurred before weighs `REPEATED` of that."""
FEWEST_POSTINGS, FEWEST_SOURCES, MOST_WORDS = 10, 5, 6000
SHARPNESS, PRIOR = 1.33, 0.85
"""Tuned with the costs of `section_sequence`: a factor to all weights; how much of the frequency is taken out."""
LONGEST_HEADED = 6
"""Sentences under a heading that are taken for its kind even where the reader thinks otherwise."""
_LISTS = frozenset(("company", "team", "summary", "responsibilities", "requirements", "preferred", "benefits", "pay"))
_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Za-z][A-Za-z0-9&+']*")
_KEPT_NAMES = frozenset(
    """
    i i'm i've i'll monday tuesday wednesday thursday friday saturday sunday english bachelor bachelors bachelor's
    master masters master's phd bs ba ms ma mba bsc msc gcse ged eeo eoe eeoc pto usd gbp eur 401k 401 hr it id cv us
    uk dbs rn cpr dental kpi kpis crm erp w2
    """.split()  # noqa: SIM905
)

Example = tuple[Iterable[str], str, float]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def units_of(text: str) -> Iterator[tuple[Unit, set[str], str]]:
    """Yield the units of a text with what they are known by and the kind that the reader gives them."""
    guidelines = load_guidelines()
    document = parse(text)
    sections = iter(find_sections(document, guidelines))
    section = next(sections, None)
    for unit in find_units(document, headings_of(guidelines)):
        while section is not None and unit.start >= section.end:
            section = next(sections, None)
        start = unit.heading_span[1] if unit.heading_span and not unit.alone else unit.start
        yield unit, features(document, unit, start), section.kind if section else "other"


def examples_of(text: str) -> Iterator[Example]:
    """Yield the sentences of an unannotated posting: under a heading for sure, elsewhere as they were read."""
    above, age = None, 0
    for unit, found, kind in units_of(text):
        if unit.alone and unit.heading:
            above, age = unit.heading, 0
            continue
        above = None if unit.unknown_heading else above
        age += 1
        if above in _LISTS and age <= LONGEST_HEADED:
            yield found, above, HEADED
        else:
            yield found, kind, HEADED if kind == above else READ


def annotated_examples(row: dict[str, Any]) -> Iterator[Example]:
    """Yield the sentences of an annotated posting, each with the kind at its middle."""
    for unit, found, _ in units_of(row["text"]):
        middle = (unit.start + unit.end) // 2
        kind = next((s["kind"] for s in row["sections"] if s["start"] <= middle < s["end"]), None)
        if kind is not None and not (unit.alone and unit.heading):
            yield found, kind, ANNOTATED


def cue_examples() -> Iterator[Example]:
    """Yield the phrases written by hand as if they were sentences."""
    for phrase, kinds in CUES.items():
        words = phrase.removeprefix("^").split()
        pairs = [" ".join(pair) for pair in itertools.pairwise(words)]
        first = ["^" + words[0], *("^" + pair for pair in pairs[:1])] if phrase.startswith("^") else []
        found = first if len(words) == 1 and first else [*words, *pairs, *first]
        yield from ((found, kind, CUE * weight) for kind, weight in kinds)


def names(texts: list[str]) -> set[str]:
    """Return the words that stand with a capital nearly everywhere inside sentences and name no technology."""
    capital: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for text in texts:
        for match in _CAPITALISED.finditer(text.replace("’", "'")):
            total[match[0].lower()] += 1
            capital[match[0].lower()] += match[0][0].isupper()
    technologies = {technology.name.lower() for technology in load_guidelines().technologies.values()}
    kept = _KEPT_NAMES | technologies
    return {word for word, count in total.items() if count >= 3 and capital[word] > 0.8 * count and word not in kept}


def main() -> int:
    if len(sys.argv) < 3:
        sys.exit(str(__doc__).split("\n\n")[1])
    postings = {row["id"]: row["text"] for row in rows(Path(sys.argv[1]))}
    annotated = [row for path in sys.argv[2:] for row in rows(Path(path))]
    for row in annotated:
        postings.pop(row["id"], None)
    examples, known = _examples(postings), _vocabulary(postings)
    examples += [example for row in annotated for example in annotated_examples(row)]
    examples += cue_examples()
    _print(*_learned(examples, known), names(list(postings.values())))
    return 0


def _examples(postings: dict[str, str]) -> list[Example]:
    seen: set[tuple[str, ...]] = set()
    examples = []
    for text in postings.values():
        for found, kind, weight in examples_of(text):
            key = tuple(sorted(found))
            examples.append((found, kind, weight * (REPEATED if key in seen else 1.0)))
            seen.add(key)
    return examples


def _vocabulary(postings: dict[str, str]) -> list[str]:
    """Return what stands in enough postings of enough sources."""
    in_postings: Counter[str] = Counter()
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for number, text in postings.items():
        for word in {feature for _, found, _ in units_of(text) for feature in found}:
            in_postings[word] += 1
            sources[word].add(number.rsplit("-", 1)[0])
    return sorted(w for w, n in in_postings.items() if n >= FEWEST_POSTINGS and len(sources[w]) >= FEWEST_SOURCES)


def _learned(examples: list[Example], known: list[str]) -> tuple[list[str], Any, Any]:
    """Return the words, their weights by kind, and the weight of each kind by itself."""
    index = {word: number for number, word in enumerate(known) if word != BASE}
    columns = [sorted(index[word] for word in set(found) if word in index) for found, _, _ in examples]
    ends = np.cumsum([0, *map(len, columns)])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(columns).astype(int), ends), (len(examples), len(known)))
    kinds = np.array([SECTION_KINDS.index(kind) for _, kind, _ in examples])  # type: ignore[arg-type]
    weights = np.array([weight for _, _, weight in examples])
    model = LogisticRegression(C=0.5, max_iter=45, tol=1e-3).fit(matrix, kinds, weights)
    prior = np.log([max(weights[kinds == kind].sum(), 1e-3) for kind in range(len(SECTION_KINDS))])
    return known, SHARPNESS * model.coef_.T, SHARPNESS * (model.intercept_ - PRIOR * (prior - prior.mean()))


def _print(known: list[str], weights: Any, base: Any, left_out: set[str]) -> None:
    """Print the words with the most to say, shapes first among them."""
    rows = [(word, row - row.mean()) for word, row in zip(known, weights, strict=True) if _may_stay(word, left_out)]
    rows.sort(key=lambda row: (not row[0].startswith("#"), -np.abs(row[1]).max()))
    for word, row in sorted([*rows[:MOST_WORDS], (BASE, base - base.mean())], key=lambda row: row[0]):
        tenths = [round(10 * weight) for weight in np.clip(row, -12.7, 12.7)]
        said = [f"{LETTERS[kind]}{tenth}" for kind, tenth in zip(SECTION_KINDS, tenths, strict=True) if abs(tenth) > 1]
        if said:
            print(f"    {word}: {' '.join(said)}")


def _may_stay(word: str, left_out: set[str]) -> bool:
    """Whether a word is neither a name nor a figure: an amount of money is no pay by itself."""
    if word.startswith("#"):
        return word != BASE
    parts = word.removeprefix("^").split()
    return not any(part in left_out or part in "$£€" or part.isdigit() for part in parts)


if __name__ == "__main__":
    sys.exit(main())
