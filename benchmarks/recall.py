"""Measure how many planted defects each rule finds, and how often a rule speaks where nothing was planted.

    python benchmarks/recall.py PLANTED.jsonl... [--near NEAR.jsonl] [--misses] [--rule PREFIX]

A line of PLANTED holds a clean text and the same text with one defect: {id, rule, title, original, planted} and, where
they matter, {level, profile, places, date, brief, organisation} as the linter takes them (`original_brief` where the
clean text has another brief). A defect is found where the
planted text has a finding of its rule that the original has not. `also` counts other rules that spoke up only on the
planted text, `before` counts originals on which the rule spoke already (they say nothing of recall and are left out).
A line of NEAR holds {rule, title, text}: a text in which the rule must stay silent.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines
from postwright.linting.engine import lint
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding
from postwright.model.waiver import context_of
from postwright.reading.document import parse
from postwright.reading.reader import read_document


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("planted", type=Path, nargs="*")
    parser.add_argument("--near", type=Path, action="append", default=[], help="near-misses: the rule must be silent")
    parser.add_argument("--rule", default="", help="only rules that begin so")
    parser.add_argument("--misses", action="store_true", help="show what was not found, and the near-misses found")
    options = parser.parse_args()
    guidelines = load_guidelines()
    tables = {name: Counter[str]() for name in ("planted", "found", "before", "also")}
    for row in rows_of(options.planted, options.rule):
        rule = row["rule"]
        before = findings_of(row["original"], {**row, "brief": row.get("original_brief", row.get("brief"))}, guidelines)
        after = findings_of(row["planted"], row, guidelines)
        known = {(finding.rule, context_of(row["original"], finding)) for finding in before}
        new = {f.rule for f in after if (f.rule, context_of(row["planted"], f)) not in known}
        tables["before"][rule] += any(finding.rule == rule for finding in before)
        says_nothing = rule not in new and any(finding.rule == rule for finding in before)
        tables["planted"][rule] += not says_nothing
        tables["found"][rule] += rule in new
        tables["also"].update(new - {rule})
        if options.misses and rule not in new and not says_nothing:
            also = f"   (but {', '.join(sorted(new))})" if new else ""
            print(f"{rule}  {row['id']}  {row['title']!r}: {row.get('what', '')!r}{also}")
    print(f"{'rule':36}{'planted':>8}{'found':>7}{'recall':>8}{'before':>8}{'also':>6}")
    for rule, planted in sorted(tables["planted"].items()):
        found, before, also = (tables[name][rule] for name in ("found", "before", "also"))
        print(f"{rule:36}{planted:>8}{found:>7}{found / planted:>8.2f}{before:>8}{also:>6}")
    near_misses(options.near, options.rule, guidelines, shown=options.misses)


def near_misses(paths: list[Path], prefix: str, guidelines: Guidelines, *, shown: bool) -> None:
    """Print how many near-misses of each rule stay silent."""
    silent: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for row in rows_of(paths, prefix):
        found = [finding for finding in findings_of(row["text"], row, guidelines) if finding.rule == row["rule"]]
        tried[row["rule"]] += 1
        silent[row["rule"]] += not found
        if found and shown:
            print(f"{row['rule']}  near-miss {row.get('what', '')!r}: {[finding.quote for finding in found]}")
    if tried:
        print(f"{'rule':36}{'near':>8}{'silent':>8}")
    for rule, count in sorted(tried.items()):
        print(f"{rule:36}{count:>8}{silent[rule]:>8}")


def rows_of(paths: list[Path], prefix: str) -> Iterator[dict[str, Any]]:
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from (row for row in map(json.loads, lines) if row["rule"].startswith(prefix))


def findings_of(text: str, row: dict[str, Any], guidelines: Guidelines) -> tuple[Finding, ...]:
    """Lint a text as its line says."""
    document = parse(text)
    reading = read_document(document, title=row.get("title") or "", guidelines=guidelines)
    brief, organisation = row.get("brief"), row.get("organisation")
    return lint(
        document,
        reading,
        guidelines=guidelines,
        date=dt.date.fromisoformat(row.get("date") or dt.date.today().isoformat()),
        brief=Brief.model_validate(brief) if brief else None,
        organisation=Organisation.model_validate(organisation) if organisation else None,
        level=row.get("level"),
        profile=row.get("profile") or "",
        places=tuple(row.get("places") or ()),
    )


if __name__ == "__main__":
    main()
