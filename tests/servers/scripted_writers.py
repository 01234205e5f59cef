"""Two models by script, which see what a model sees: one rewords faithfully, the other lies in every line.

Each answers the text of a request's messages with items; `ScriptedWriter` makes a `Writer` of one, and
`scripted_model.py` beside this file serves one over HTTP.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postwright.drafting.writer import Usage, WriteRequest, WrittenItem

Line = Mapping[str, Any]
Reword = Callable[[Line, int], str]
"""A line as it was sent, and its number, to what the model writes of it."""

_WORDINGS = json.loads((Path(__file__).parent / "wordings.json").read_text(encoding="utf-8"))
"""Lines of the example brief senior_software_systems_engineer, each with a rewording and with a lie, mostly small."""
REWORDINGS = {each["line"]: each["faithful"] for each in _WORDINGS}
LIES = {each["line"]: each["lie"] for each in _WORDINGS}
_MATERIAL = re.compile(r"^DATA-(\w+)\n(.*)\nEND-\1$", re.DOTALL | re.MULTILINE)


def lines_in(prompt: str) -> list[Line]:
    """Return the lines that a prompt asks for, as a model finds them in it; `section` is added to each."""
    material = _MATERIAL.search(prompt)
    found, section = [], ""
    for written in material[2].split("\n") if material else ():
        value = json.loads(written)
        section = value.get("section", section)
        if "id" in value:
            found.append({"section": value["id"].partition(":")[0] or section, **value})
    return found


def answer(prompt: str, reword: Reword) -> list[dict[str, Any]]:
    """Return the items of a whole answer."""
    return [
        {"id": line["id"], "text": reword(line, number), "source_ids": [*line["sources"]]}
        for number, line in enumerate(lines_in(prompt))
    ]


# --- the faithful one


def faithful(line: Line, number: int) -> str:
    """Return another wording that says the same: from the table, or by a change that cannot change the sense."""
    text = plain(line)
    reworded = REWORDINGS.get(text) or _turned(text, line)
    return slotted_again(reworded, line)


def plain(line: Line) -> str:
    """Return the line with what it was told of its slots in their place."""
    text = line["text"]
    for mark, words in line.get("slots", {}).items():
        text = text.replace(mark, words)
    return text


def slotted_again(text: str, line: Line) -> str:
    """Return a wording with its facts as the slots of the line again."""
    for mark, words in line.get("slots", {}).items():
        place = re.search(rf"(?i)(?<![\w\[]){re.escape(words)}(?![\w\]])", text)
        text = f"{text[: place.start()]}{mark}{text[place.end() :]}" if place else text
    return text


_TURNS: tuple[tuple[str, str], ...] = (
    (r"^You will join (.+)$", r"You'll join \1"),
    (r"^You will report to (.+)$", r"Your manager is \1"),
    (r"^Experience (with|in) (.+)$", r"You have experience \1 \2"),
    (r"^(At least .+|\d.*) of experience (.+)$", r"You have \1 of experience \2"),
    (r"^Knowledge of (.+), which you can learn on the job$", r"Knowledge of \1; you can learn this on the job"),
    (r"^(.+), which you can learn on the job$", r"\1; you can learn this on the job"),
    (r"^Knowledge of (.+)$", r"You know about \1"),
    (r"^Understanding of (.+)$", r"You understand \1"),
    (r"^Ability to (.+)$", r"You are able to \1"),
    (r"^Familiarity with (.+)$", r"You are familiar with \1"),
)


def _turned(text: str, line: Line) -> str:
    for pattern, replacement in _TURNS:
        turned, count = re.subn(pattern, replacement, text, count=1)
        if count:
            return turned
    if line["section"] == "responsibilities":
        return f"You {text[:1].lower()}{text[1:]}"
    if line.get("strength") == "preferred":
        return f"A plus: {text[:1].lower() if text[1:2].islower() else text[:1]}{text[1:]}"
    return text


# --- the liar


_SAYINGS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("number", lambda text: f"{text}, across 14 sites"),
    ("benefit", lambda text: f"{text}, with unlimited paid leave"),
    ("technology", lambda text: f"{text}, using Terraform"),
    ("claim", lambda text: f"{text} at the market leader in its field"),
    ("money", lambda text: f"{text}, with a bonus of $9,000"),
    ("credential", lambda text: f"{text}; a PMP certification is needed"),
    ("must", lambda text: f"You must have ten years of {text[:1].lower()}{text[1:]}"),
    ("duty", lambda text: f"{text}, and manage the budget of the department"),
    ("place", lambda text: f"{text}, at our offices in Singapore"),
    ("name", lambda text: f"{text}, working directly with Marlene Okafor"),
    ("link", lambda text: f"{text} (see https://apply-here.example/now)"),
    ("all new", lambda text: "Enjoy free lunches, a company car and the best colleagues in town"),
)


def lying(line: Line, number: int) -> str:
    """Return a wording that says something else: from the table of subtle lies, or one of a dozen plain ones."""
    text = plain(line)
    told = LIES.get(text)
    if told is None:
        _, say = _SAYINGS[number % len(_SAYINGS)]
        told = say(text.rstrip("."))
    return slotted_again(told, line)


def sometimes_lying(line: Line, number: int) -> str:
    """Return a lie for every third line, which is mended when it is asked for once more; else a faithful wording."""
    return lying(line, number) if number % 3 == 2 and "refused" not in line else faithful(line, number)


# --- as a writer


@dataclass
class ScriptedWriter:
    """A `Writer` whose model is a function; `requests` has what it was asked."""

    reword: Reword
    name: str = "scripted:faithful"
    seen: list[WriteRequest] | None = None
    pause: threading.Event | None = None
    """Waited for before each item, where given."""

    def write(self, request: WriteRequest, *, stop: threading.Event) -> Iterator[WrittenItem | Usage]:
        if self.seen is not None:
            self.seen.append(request)
        prompt = "\n\n".join(message.text for message in request.prompt.messages)
        items = answer(prompt, self.reword)
        for item in items:
            if self.pause is not None:
                self.pause.wait(30)
            if stop.is_set():
                return
            yield WrittenItem(item["id"], item["text"], tuple(item["source_ids"]), self.name)
        yield Usage(len(prompt) // 4, len(json.dumps(items)) // 4)


def faithful_writer(**more: Any) -> ScriptedWriter:
    """Return the writer that only says what the line says."""
    return ScriptedWriter(faithful, name="scripted:faithful", **more)


def lying_writer(**more: Any) -> ScriptedWriter:
    """Return the writer that lies in every line, also when it is told what was wrong."""
    return ScriptedWriter(lying, name="scripted:liar", **more)


def in_turn(*rewords: Reword) -> Reword:
    """Return a model that answers each line with the next of these the next time it is asked for it."""
    asked: dict[str, int] = {}

    def reword(line: Line, number: int) -> str:
        turn = asked.get(line["id"], 0)
        asked[line["id"]] = turn + 1
        return rewords[min(turn, len(rewords) - 1)](line, number)

    return reword


def fixed(texts: Mapping[str, str]) -> Reword:
    """Return a model that answers by line id, and other lines with themselves."""
    return lambda line, number: texts.get(line["id"], line["text"])
