"""Measure reading and linting: postings per second, cold start, memory, and growth with length, phrases and processes.

    python benchmarks/speed.py [--texts POSTINGS.jsonl[.gz]] [--most N] [--runs N] [--others FOLDER] [--smoke]

Without `--texts` the example briefs' own drafts are measured. Times are CPU seconds of one process unless it says
otherwise; medians over runs. `--others` names a folder with other linters, which lint the same texts in turns with ours
(benchmarks/README.md says how to make it).
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from others import workers

from postwright.drafting.compose import compose
from postwright.drafting.render import to_markdown
from postwright.exchange.brief_yaml import load_brief
from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines
from postwright.linting.engine import lint
from postwright.model.brief import Organisation
from postwright.reading.document import parse
from postwright.reading.reader import read_document

ROOT = Path(__file__).resolve().parent.parent
TYPICAL_CHARACTERS = 4_500  # the mean length of a real posting
TODAY = dt.date.today()
Posting = tuple[str, str]
"""Title and text."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, help="a .jsonl file of objects with id, title and text")
    parser.add_argument("--most", type=int, default=60, help="postings drawn from it (fixed seed)")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--others", type=Path, help="a folder with other linters")
    parser.add_argument("--smoke", action="store_true", help="one quick run, to see that everything still works")
    options = parser.parse_args()
    runs = 1 if options.smoke else options.runs
    guidelines = load_guidelines()
    postings = from_file(options.texts, options.most) if options.texts else from_briefs()
    characters = sum(len(text) for _, text in postings)
    print(f"{len(postings)} postings, {characters / len(postings):,.0f} characters on average, {runs} run(s)")
    throughput(postings, guidelines, runs, options.others)
    each(postings, guidelines)
    command_line(postings[0][1], runs)
    phrases(postings, guidelines, runs)
    prefixes(postings, guidelines, step=200 if options.smoke else 1)
    for lints in (False, True):
        growth(postings, guidelines, sizes=(10, 40) if options.smoke else (10, 100, 300, 1_000), lints=lints)
    if not options.smoke:
        jobs(postings)


# ---- texts


def from_file(path: Path, most: int) -> list[Posting]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        postings = [(row.get("title") or "", row["text"]) for row in map(json.loads, lines)]
    return random.Random(3).sample(postings, min(most, len(postings)))


def from_briefs() -> list[Posting]:
    guidelines = load_guidelines()
    postings = []
    for path in sorted((ROOT / "examples" / "briefs").glob("*.yaml")):
        brief = load_brief(path.read_text(encoding="utf-8"), name=path.name)
        postings.append((brief.title, to_markdown(compose(brief, organisation=Organisation(), guidelines=guidelines))))
    return postings


# ---- work


def read_one(posting: Posting, guidelines: Guidelines) -> None:
    read_document(parse(posting[1]), title=posting[0], guidelines=guidelines)


def lint_one(posting: Posting, guidelines: Guidelines) -> None:
    document = parse(posting[1])
    reading = read_document(document, title=posting[0], guidelines=guidelines)
    lint(document, reading, guidelines=guidelines, date=TODAY)


def cpu(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


# ---- measurements


def throughput(postings: list[Posting], guidelines: Guidelines, runs: int, others: Path | None) -> None:
    """Print how many postings of typical length are done in a CPU second, ours and others in turns."""
    typical = sum(len(text) for _, text in postings) / TYPICAL_CHARACTERS
    ours: dict[str, Callable[[], float]] = {
        "read": lambda: cpu(lambda: [read_one(posting, guidelines) for posting in postings]),
        "read + lint": lambda: cpu(lambda: [lint_one(posting, guidelines) for posting in postings]),
    }
    theirs = list(workers(others, [text for _, text in postings])) if others else []
    measured = {**ours, **{worker.name: worker.seconds for worker in theirs}}
    times: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(runs + 1):  # the first is to warm up
        for name, seconds in measured.items():
            times[name].append(seconds())
    rates = {name: typical / statistics.median(taken[1:]) for name, taken in times.items()}
    for name, rate in rates.items():
        ratio = f"   read + lint is {rates['read + lint'] / rate:.1f} times as fast" if name not in ours else ""
        print(f"{name:12} {1000 / rate:7.2f} ms per {TYPICAL_CHARACTERS:,} characters  {rate:7.0f} a second{ratio}")
    for worker in theirs:
        worker.close()


def each(postings: list[Posting], guidelines: Guidelines) -> None:
    """Print the median and the 99th percentile of single postings."""
    times = sorted(cpu(lambda posting=posting: lint_one(posting, guidelines)) * 1000 for posting in postings)  # type: ignore[misc]
    high = times[min(len(times) - 1, round(len(times) * 0.99))]
    print(f"one posting  {statistics.median(times):7.2f} ms median, {high:.2f} ms 99th percentile")


def command_line(text: str, runs: int) -> None:
    """Print wall seconds and peak memory of one `postwright lint FILE` from a new process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "posting.md"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "postwright", "lint", str(path)]
        times, peak = [], 0.0
        for _ in range(runs):
            begin = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            _, _, used = os.wait4(process.pid, 0)
            times.append(time.perf_counter() - begin)
            peak = max(peak, used.ru_maxrss / 1024)  # kilobytes, on Linux
    print(f"cold start   {statistics.median(times):7.2f} s, at most {peak:.0f} MB  (postwright lint on one file)")


def phrases(postings: list[Posting], guidelines: Guidelines, runs: int) -> None:
    """Print read + lint with 1, 2 and 4 times as many wordings in the house's list."""
    cells = []
    for times in (1, 2, 4):
        more = {
            f"{id_}_{number}": replace(entry, id=f"{id_}_{number}", pattern=f"{entry.pattern}x{number}y")
            for number in range(1, times)
            for id_, entry in guidelines.wording.items()
        }
        house = replace(guidelines, wording={**guidelines.wording, **more})
        lint_one(postings[0], house)
        taken = [cpu(lambda: [lint_one(posting, house) for posting in postings]) for _ in range(runs)]  # noqa: B023
        cells.append(f"{len(house.wording):,}: {statistics.median(taken) * 1000 / len(postings):.2f}")
    print(f"wordings: ms a posting   {'   '.join(cells)}")


def jobs(postings: list[Posting]) -> None:
    """Print the wall seconds of `postwright lint --jobs` over some 2,000 postings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "postings.jsonl"
        rows = [json.dumps({"id": n, "title": t, "text": x}) for n, (t, x) in enumerate(postings)]
        path.write_text("\n".join(rows * (2_000 // len(rows) + 1)), encoding="utf-8")
        for count in (1, 2, 4):
            begin = time.perf_counter()
            command = [sys.executable, "-m", "postwright", "lint", str(path), "--format", "jsonl", "--jobs", str(count)]
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            print(f"--jobs {count}     {time.perf_counter() - begin:7.1f} s for some 2,000 postings")


def growth(postings: list[Posting], guidelines: Guidelines, *, sizes: tuple[int, ...], lints: bool) -> None:
    """Print milliseconds per kilobyte for ever longer texts, hostile ones among them: flat means linear."""
    prose = "\n\n".join(text for _, text in postings)
    shapes = {
        "prose": prose,
        "one line": prose.replace("\n", " "),
        "digits": "0123456789" * 100,
        "bullets": "- own the release, 3 years\n" * 40,
        "short bullets": "- 1\n" * 250,
        "years": "5 years or 6 to 8 years and ",
    }
    print(f"{'read + lint' if lints else 'read'}, ms per KB at KB:".ljust(30) + "".join(f"{size:>9}" for size in sizes))
    for name, shape in shapes.items():
        cells = []
        for size in sizes:
            text = (shape * (size * 1_000 // len(shape) + 1))[: size * 1_000]
            work = lint_one if lints else read_one
            cells.append(cpu(lambda: work(("", text), guidelines)) * 1_000 / size)  # noqa: B023
        print(name.ljust(30) + "".join(f"{cell:9.2f}" for cell in cells), flush=True)


def prefixes(postings: list[Posting], guidelines: Guidelines, *, step: int) -> None:
    """Read every prefix of the longest posting, `step` characters apart, and print the slowest against the whole."""
    title, text = max((posting for posting in postings if len(posting[1]) < 6_000), key=lambda posting: len(posting[1]))
    times = []
    for end in [*range(1, len(text), step), len(text)]:
        times.append(cpu(lambda: read_one((title, text[:end]), guidelines)))  # noqa: B023
    slowest, whole = max(times) * 1_000, times[-1] * 1_000
    print(f"{len(times):,} prefixes of {len(text):,} characters: slowest {slowest:.1f} ms, the whole {whole:.1f} ms")


if __name__ == "__main__":
    main()
