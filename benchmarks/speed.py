"""Measure reading and linting: postings per second, the command line's cold start, and growth with length.

    python benchmarks/speed.py [--texts POSTINGS.jsonl] [--runs N] [--smoke]

Without `--texts` the example briefs' own drafts are measured. Times are CPU seconds of one process; medians over runs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, help="a .jsonl file of objects with id, title and text")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--smoke", action="store_true", help="one quick run, to see that everything still works")
    options = parser.parse_args()
    runs = 1 if options.smoke else options.runs
    guidelines = load_guidelines()
    postings = from_file(options.texts) if options.texts else from_briefs()
    characters = sum(len(text) for _, text in postings)

    def read_all() -> None:
        for title, text in postings:
            read_document(parse(text), title=title, guidelines=guidelines)

    def lint_all() -> None:
        for title, text in postings:
            document = parse(text)
            reading = read_document(document, title=title, guidelines=guidelines)
            lint(document, reading, guidelines=guidelines, date=dt.date.today())

    lint_all()  # warm
    print(f"{len(postings)} postings, {characters / len(postings):,.0f} characters on average, {runs} run(s)")
    for name, work in (("read", read_all), ("read + lint", lint_all)):
        seconds = median_cpu(work, runs)
        per_typical = seconds / characters * TYPICAL_CHARACTERS
        each = f"{per_typical * 1000:7.2f} ms per {TYPICAL_CHARACTERS:,} characters"
        print(f"{name:12} {each}  {1 / per_typical:7.0f} a second")
    print(f"cold start   {cold_start(postings[0][1], runs):7.2f} s  (postwright lint on one file)")
    prefixes(postings, guidelines, step=200 if options.smoke else 1)
    for lints in (False, True):
        growth(postings, guidelines, sizes=(10, 40) if options.smoke else (10, 100, 300, 1_000), lints=lints)


def from_file(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return [(row.get("title", ""), row["text"]) for row in map(json.loads, lines)]


def from_briefs() -> list[tuple[str, str]]:
    guidelines = load_guidelines()
    postings = []
    for path in sorted((ROOT / "examples" / "briefs").glob("*.yaml")):
        brief = load_brief(path.read_text(encoding="utf-8"), name=path.name)
        postings.append((brief.title, to_markdown(compose(brief, organisation=Organisation(), guidelines=guidelines))))
    return postings


def median_cpu(work: Callable[[], None], runs: int) -> float:
    """Return the median CPU seconds of `work` over `runs`."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def cold_start(text: str, runs: int) -> float:
    """Return the median wall seconds of one `postwright lint FILE` from a new process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "posting.md"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "postwright", "lint", str(path)]
        times = []
        for _ in range(runs):
            begin = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
            times.append(time.perf_counter() - begin)
    return statistics.median(times)


def growth(postings: list[tuple[str, str]], guidelines: Guidelines, *, sizes: tuple[int, ...], lints: bool) -> None:
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
            begin = time.process_time()
            document = parse(text)
            reading = read_document(document, title="", guidelines=guidelines)
            if lints:
                lint(document, reading, guidelines=guidelines, date=dt.date.today())
            cells.append((time.process_time() - begin) * 1_000 / size)
        print(name.ljust(30) + "".join(f"{cell:9.2f}" for cell in cells), flush=True)


def prefixes(postings: list[tuple[str, str]], guidelines: Guidelines, *, step: int) -> None:
    """Read every prefix of the longest posting, `step` characters apart, and print the slowest against the whole."""
    title, text = max(postings, key=lambda posting: len(posting[1]))
    times = []
    for end in [*range(1, len(text), step), len(text)]:
        begin = time.process_time()
        read_document(parse(text[:end]), title=title, guidelines=guidelines)
        times.append(time.process_time() - begin)
    slowest, whole = max(times) * 1_000, times[-1] * 1_000
    print(f"{len(times):,} prefixes of {len(text):,} characters: slowest {slowest:.1f} ms, the whole {whole:.1f} ms")


if __name__ == "__main__":
    main()
