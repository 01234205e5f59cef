#!/usr/bin/env python3
"""What rewording the example briefs costs: requests, tokens, and how much sooner it is done with several at once.

usage: python benchmarks/rewording.py [--pause SECONDS] [--at-once N...] [BRIEF...]

The model is the faithful one of the tests, served like a real one; after each piece of seven characters it waits. Times
are shown as shares of the time with one request after the other, since the pause is made up.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from postwright.drafting.chat import chat_models  # noqa: E402
from postwright.drafting.compose import compose  # noqa: E402
from postwright.drafting.configured import open_writer  # noqa: E402
from postwright.drafting.hard_facts import fact_finder  # noqa: E402
from postwright.drafting.material import Material, material  # noqa: E402
from postwright.drafting.requests import Asker, estimated_tokens, rewrite_requests  # noqa: E402
from postwright.drafting.rewriting import Rewriter  # noqa: E402
from postwright.drafting.withheld import people  # noqa: E402
from postwright.drafting.writer import Usage  # noqa: E402
from postwright.exchange.brief_yaml import load_brief  # noqa: E402
from postwright.grounding.lexicon import lexicon_of  # noqa: E402
from postwright.grounding.verify import verify  # noqa: E402
from postwright.guidelines.load import load_guidelines  # noqa: E402
from postwright.model.brief import Organisation  # noqa: E402
from postwright.services import EXAMPLES  # noqa: E402
from postwright.settings import Settings  # noqa: E402
from tests.servers.fake_openai import FakeOpenAI  # noqa: E402
from tests.servers.scripted_model import reply_of  # noqa: E402
from tests.servers.scripted_writers import faithful  # noqa: E402

GUIDELINES = load_guidelines()
LEXICON = lexicon_of(GUIDELINES)
ASKER = Asker(GUIDELINES, None, b"benchmark")


def main() -> int:
    """Print a line for each brief, and the medians of the shares."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("briefs", nargs="*", type=Path, metavar="BRIEF", help="the examples, where none is given")
    parser.add_argument("--pause", type=float, default=0.02, help="seconds after each piece (default 0.02)")
    parser.add_argument("--at-once", nargs="+", type=int, default=[2, 4], help="requests at once (default 2 4)")
    given = parser.parse_args()
    shares: dict[int, list[float]] = {number: [] for number in given.at_once}
    model = FakeOpenAI(lambda asked: reply_of(faithful, asked), counts_tokens=False, pause=given.pause)
    with tempfile.TemporaryDirectory() as folder, model as server:
        chat_models()
        for file in given.briefs or sorted(EXAMPLES.glob("*.yaml")):
            sent = _material(file)
            requests = rewrite_requests(sent, ASKER)
            tokens = sum(estimated_tokens(each.text for each in request.prompt.messages) for request in requests)
            settings = Settings(data_dir=Path(folder), model="faithful", base_url=server.url, model_tokens=10**6)
            alone, written = _reworded(sent, settings, 1)
            line = (
                f"{file.stem:40} {len(sent.lines):3} lines {len(requests):2} requests {tokens:6,} in {written:5,} out"
            )
            for number, found in shares.items():
                found.append(_reworded(sent, settings, number)[0] / alone)
                line += f"   {number} at once {found[-1]:.2f}"
            print(line, flush=True)
    for number, found in shares.items():
        print(f"{number} at once: {statistics.median(found):.2f} of the time with one at once (median)")
    return 0


def _material(file: Path) -> Material:
    brief, house = load_brief(file.read_text(encoding="utf-8"), name=file.name), Organisation()
    posting = compose(brief, organisation=house, guidelines=GUIDELINES)
    return material(posting, brief, house, find_facts=fact_finder(LEXICON, names=people(brief)))


def _reworded(sent: Material, settings: Settings, at_once: int) -> tuple[float, int]:
    """Return the seconds that it took, and the tokens of all answers, counted as characters."""
    writer = open_writer(settings.model_copy(update={"model_concurrency": at_once}))
    assert writer is not None
    finder = fact_finder(LEXICON, names=sent.names)
    rewriter = Rewriter(writer, ASKER, lambda statement: verify(statement, lexicon=LEXICON), finder, at_once=at_once)
    start = time.perf_counter()
    events = list(rewriter.rewrite(sent, stop=threading.Event()))
    taken = time.perf_counter() - start
    return taken, sum(event.output_tokens for event in events if isinstance(event, Usage))


if __name__ == "__main__":
    sys.exit(main())
