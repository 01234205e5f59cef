"""Measure grounding on cases: the share of unfaithful statements refused and of faithful ones kept, by kind.

    python benchmarks/grounding.py CASES.jsonl [--show wrong|KIND]

A line of CASES holds {id, sources: [{field, text}], section, statement, supported, kind}. "caught" is refused and
unfaithful, "rejected" refused though faithful, "flagged" with any finding at all. The time is CPU time of a second run,
when the sources are known.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from postwright.errors import DocumentError
from postwright.exchange.grounding_json import read_items
from postwright.grounding import verify as grounding
from postwright.grounding.lexicon import lexicon_of
from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines
from postwright.model.statement import Judgement, Statement


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--show", default="", help="wrong, faithful, or a kind: print what was judged wrongly")
    options = parser.parse_args()
    lines = [line for line in options.cases.read_bytes().splitlines() if line.strip()]
    cases = [json.loads(line) for line in lines]
    guidelines = load_guidelines()
    lexicon = lexicon_of(guidelines)
    statements = list(statements_of(lines, guidelines))
    judgements = [grounding.verify(statement, lexicon=lexicon) for statement in statements]
    began = time.process_time()
    for statement in statements:
        grounding.verify(statement, lexicon=lexicon)
    took = (time.process_time() - began) / max(1, len(statements)) * 1000
    show(cases, judgements, options.show)
    table(cases, judgements)
    print(f"{took:.2f} ms an item")


def statements_of(lines: list[bytes], guidelines: Guidelines) -> Iterator[Statement]:
    for item in read_items(lines, name="cases", guidelines=guidelines):
        if isinstance(item, DocumentError):
            sys.exit(str(item))
        yield item[1]


def sources_of(case: dict[str, Any]) -> str:
    return " || ".join(f"{source['field']}: {source['text']}" for source in case["sources"])


def table(cases: list[dict[str, Any]], judgements: list[Judgement]) -> None:
    counts: dict[tuple[bool, str], Counter[str]] = defaultdict(Counter)
    for case, judgement in zip(cases, judgements, strict=True):
        for kind in (case["kind"], "all"):
            count = counts[case["supported"], kind]
            count["all"] += 1
            count["refused"] += not judgement.supported
            count["flagged"] += bool(judgement.findings)
    for faithful in (False, True):
        print(
            "\n",
            f"{'faithful' if faithful else 'unfaithful':20}{'cases':>7}",
            f"{'rejected' if faithful else 'caught':>10}{'flagged':>9}",
            sep="",
        )
        for (supported, kind), count in sorted(counts.items(), key=lambda item: (item[0][1] == "all", item[0][1])):
            if supported is faithful:
                shares = (count[name] / count["all"] for name in ("refused", "flagged"))
                print(
                    f"{kind:20}{count['all']:>7}"
                    + "".join(f"{share:>{width}.2f}" for share, width in zip(shares, (10, 9), strict=True))
                )


def show(cases: list[dict[str, Any]], judgements: list[Judgement], which: str) -> None:
    for case, judgement in zip(cases, judgements, strict=True):
        is_wrong = judgement.supported != case["supported"]
        if which and is_wrong and which in ("wrong", case["kind"], "faithful" if case["supported"] else "unfaithful"):
            print(f"{case['kind']} [{case['section']}] {sources_of(case)}")
            print(f"    => {case['statement']}")
            for finding in judgement.findings:
                print(f"       {finding.kind}{'' if finding.refuses else ' (shown)'}: {finding.message}")


if __name__ == "__main__":
    main()
