"""Draw findings to be read by people, and count what they said of them.

    python benchmarks/precision.py draw POSTINGS.jsonl[.gz] --out SAMPLE.jsonl [--per-rule 30] [--seed 4]
    python benchmarks/precision.py score SAMPLE.jsonl VERDICTS.jsonl [SECOND.jsonl]

`draw` lints all postings (lines of {id, title, text}; the source of a posting is its id up to the last "-") and draws
findings of each rule evenly over the sources. A line of SAMPLE holds {key, rule, severity, title, quote, message,
arithmetic, before, after, posting}: the text around the finding, enough to judge by. A line of VERDICTS holds {key,
right: true | false, why}. A second reader's verdicts give the agreement.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.reading.document import parse
from postwright.reading.reader import read_document

AROUND = 500
"""Characters of the posting shown before and after a finding."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("postings", type=Path)
    drawing.add_argument("--out", type=Path, required=True)
    drawing.add_argument("--per-rule", type=int, default=30)
    drawing.add_argument("--seed", type=int, default=4)
    drawing.add_argument("--rule", default="", help="only rules that begin so")
    drawing.set_defaults(run=lambda options: draw(options))
    scoring = commands.add_parser("score")
    scoring.add_argument("sample", type=Path)
    scoring.add_argument("verdicts", type=Path, nargs="+", help="the reader's, then a second reader's")
    scoring.set_defaults(run=lambda options: score(options))
    options = parser.parse_args()
    options.run(options)


def draw(options: argparse.Namespace) -> None:
    rows = list(lines_of(options.postings))
    by_rule: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        for found in findings_of(row):
            if found["rule"].startswith(options.rule):
                by_rule[found["rule"]].append(found)
    with options.out.open("w", encoding="utf-8") as out:
        for rule, found in sorted(by_rule.items()):
            drawn = over_sources(found, options.per_rule, random.Random(f"{options.seed} {rule}"))
            out.writelines(json.dumps(each) + "\n" for each in drawn)
            postings = len({each["posting"] for each in found})
            print(f"{rule:36} {len(found) * 100 / len(rows):7.2f} per 100, in {postings} postings, {len(drawn)} drawn")


def findings_of(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    guidelines = load_guidelines()
    document = parse(row["text"])
    reading = read_document(document, title=row.get("title") or "", guidelines=guidelines)
    for number, finding in enumerate(lint(document, reading, guidelines=guidelines, date=dt.date.today())):
        start, end = finding.start or 0, finding.end or 0
        yield {
            "key": f"{row['id']} {number} {finding.rule}",
            "rule": finding.rule,
            "severity": finding.severity,
            "title": reading.title,
            "quote": finding.quote,
            "message": finding.message,
            "arithmetic": finding.arithmetic,
            "before": reading.text[max(0, start - AROUND) : start],
            "after": reading.text[end : end + AROUND],
            "posting": row["id"],
        }


def over_sources(found: list[dict[str, Any]], wanted: int, chance: random.Random) -> list[dict[str, Any]]:
    """Draw `wanted` findings, one source after the other, at most one of a posting before all have one."""
    sources: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in chance.sample(found, len(found)):
        sources[str(each["posting"]).rpartition("-")[0]].append(each)
    queues = [sorted(queue, key=lambda each: seen_before(queue, each)) for _, queue in sorted(sources.items())]
    chance.shuffle(queues)
    turns = max((len(queue) for queue in queues), default=0)
    return [queue[turn] for turn in range(turns) for queue in queues if turn < len(queue)][:wanted]


def seen_before(queue: list[dict[str, Any]], one: dict[str, Any]) -> int:
    """Return how many of the queue's findings before this one are of the same posting."""
    return sum(each["posting"] == one["posting"] for each in queue[: queue.index(one)])


def score(options: argparse.Namespace) -> None:
    sample = {each["key"]: each for each in lines_of(options.sample)}
    first, *others = [{each["key"]: each["right"] for each in lines_of(path)} for path in options.verdicts]
    read, right, severities = Counter[str](), Counter[str](), dict[str, Counter[str]]()
    for key, verdict in first.items():
        rule = sample[key]["rule"]
        read[rule] += 1
        right[rule] += verdict
        severities.setdefault(rule, Counter())[sample[key]["severity"]] += 1
    for rule, count in sorted(read.items()):
        print(f"{rule:36}{count:>5} read {right[rule]:>5} right {right[rule] / count:>7.2f}  {dict(severities[rule])}")
    for second in others:
        both = first.keys() & second.keys()
        agreed = sum(first[key] == second[key] for key in both)
        print(f"second reader: {len(both)} read, agrees on {agreed} ({agreed / max(1, len(both)):.2f})")


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
