"""A text that changes under the hands: what is remembered of its lines never changes what is read and found."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from postwright.drafting.compose import compose
from postwright.drafting.render import to_markdown
from postwright.exchange.brief_yaml import load_brief
from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.linting.registry import all_rules
from postwright.model.brief import Organisation
from postwright.reading.document import parse
from postwright.reading.reader import read_document
from postwright.reading.stretches import Remembered

BRIEFS = sorted((Path(__file__).parents[2] / "examples" / "briefs").glob("*.yaml"))
RULES = all_rules(load_guidelines())
PHRASES = [
    line for rule in RULES.values() for each in (*rule.fires, *rule.silent) for line in each.text.split("\n") if line
]
"""Lines in which a rule finds something, or nearly."""
MANY = 60


def looked_at(text, brief, remembered):
    guidelines = load_guidelines()
    document = parse(text, remembered=remembered)
    reading = read_document(document, title=brief.title, guidelines=guidelines)
    findings = lint(document, reading, guidelines=guidelines, date=dt.date(2026, 11, 20), brief=brief)
    return document.blocks, document.sentences, reading, findings


def draft_of(brief):
    return to_markdown(compose(brief, organisation=Organisation(), guidelines=load_guidelines()))


def edited(text: str, chance: random.Random) -> Iterator[str]:
    """Yield the text after each of many edits: keys, words pasted, lines cut, moved, joined and split."""
    for _ in range(MANY):
        at = chance.randrange(len(text) + 1)
        match chance.choice(("key", "key", "paste", "line", "cut", "move", "join", "split", "case")):
            case "key":
                text = text[:at] + chance.choice("ae tr.s-5$,\n•") + text[at:]
            case "paste":
                text = text[:at] + chance.choice(PHRASES) + text[at:]
            case "line":
                at = text.find("\n", at) + 1
                text = text[:at] + chance.choice(("- ", "", "## ")) + chance.choice(PHRASES) + "\n" + text[at:]
            case "cut":
                text = text[:at] + text[at + chance.randrange(80) :]
            case "move":
                lines = text.split("\n")
                lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
                text = "\n".join(lines)
            case "join":
                at = text.find("\n", at)
                text = text[:at] + chance.choice((" ", "")) + text[at + 1 :] if at >= 0 else text
            case "split":
                text = text[:at] + "\n" + text[at:]
            case "case":
                text = text[:at] + text[at : at + 12].swapcase() + text[at + 12 :]
        yield text


@pytest.mark.parametrize("path", BRIEFS[:4], ids=lambda path: path.stem)
def test_what_is_found_while_a_text_changes_is_what_is_found_in_it_from_scratch(path):
    brief = load_brief(path.read_text(encoding="utf-8"), name=path.name)
    remembered = Remembered()
    for text in edited(draft_of(brief), random.Random(path.stem)):
        assert looked_at(text, brief, remembered) == looked_at(text, brief, None)


def test_what_is_remembered_of_one_text_holds_in_another():
    remembered = Remembered()
    texts = ["\n".join(PHRASES[start : start + 25]) for start in range(0, len(PHRASES), 400)]
    brief = load_brief(BRIEFS[0].read_text(encoding="utf-8"), name="brief")
    for text in (*texts, *(text.replace("\n", "\n\n- ") for text in texts), *texts):
        assert looked_at(text, brief, remembered) == looked_at(text, brief, None)


@pytest.mark.parametrize("gap", [" " * 400, "\n" * 400, "-" * 400], ids=["spaces", "breaks", "dashes"])
def test_a_wording_whose_words_stand_far_apart_is_found_as_if_nothing_were_remembered(gap):
    brief = load_brief(BRIEFS[0].read_text(encoding="utf-8"), name="brief")
    text = f"{draft_of(brief)}\nYou are a young{gap}and dynamic chairman.\n"
    assert looked_at(text, brief, Remembered()) == looked_at(text, brief, None)


def test_a_line_is_looked_into_once_while_another_one_changes():
    looked_into = []
    remembered = Remembered()

    def find(stretch):
        looked_into.append(stretch.around[stretch.low : stretch.high])
        return ()

    far = "".join(f"We keep the garden number {number} in good order.\n" for number in range(30))
    for typed in ("We", "We w", "We wa", "We wat"):
        for stretch in parse(f"{far}{typed}", remembered=remembered).stretches:
            stretch.once("look", find)
    assert looked_into.count("We keep the garden number 7 in good order.\n") == 1
    assert looked_into.count("We keep the garden number 29 in good order.\n") == 4


def test_no_more_is_remembered_than_was_asked_for():
    remembered = Remembered(most=10)
    for number in range(100):
        remembered.facts([(f"line {number}", 0, 4)])
    assert remembered.facts([("line 99", 0, 4)])[0] is remembered.facts([("line 99", 0, 4)])[0]
    assert len(remembered) <= 10
