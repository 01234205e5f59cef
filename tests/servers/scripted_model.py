"""Serves one of the scripted models like an OpenAI-compatible server, streaming, to try the pages with:

python -m tests.servers.scripted_model faithful --port 8123
POSTWRIGHT_MODEL=faithful POSTWRIGHT_BASE_URL=http://127.0.0.1:8123/v1 streamlit run app.py
"""

from __future__ import annotations

import argparse
import json
import threading

from tests.servers.fake_openai import Asked, FakeOpenAI, Reply, items
from tests.servers.scripted_writers import Reword, answer, faithful, lying, sometimes_lying

MODELS: dict[str, Reword] = {"faithful": faithful, "liar": lying, "mixed": sometimes_lying}


def reply_of(model: Reword, asked: Asked) -> Reply:
    """Return the model's answer to a request; what `postwright doctor` asks for where there is no material in it."""
    written = answer(asked.text, model)
    if not written:
        return items(("A", "First line.", ["S"]), ("B", "Second line.", ["S"]))
    return Reply(json.dumps({"items": written}, ensure_ascii=False))


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__.split(",")[0])
    parser.add_argument("model", choices=MODELS)
    parser.add_argument("--port", type=int, default=8123)
    parser.add_argument("--pause", type=float, default=0.02, help="seconds after each piece of seven characters")
    given = parser.parse_args()
    model = MODELS[given.model]
    server = FakeOpenAI(lambda asked: reply_of(model, asked), models=(given.model,), port=given.port, pause=given.pause)
    with server:
        print(f"{given.model} at {server.url}; stop with Ctrl-C", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
