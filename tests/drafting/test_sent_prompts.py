"""All that is sent of two example briefs, word for word; `python -m tests.drafting.test_sent_prompts` renews it."""

from pathlib import Path

import pytest

from postwright.drafting.compose import compose
from postwright.drafting.hard_facts import fact_finder
from postwright.drafting.material import material
from postwright.drafting.requests import Asker, rewrite_requests
from postwright.drafting.withheld import people
from postwright.exchange.brief_yaml import load_brief
from postwright.grounding.lexicon import lexicon_of
from postwright.guidelines.load import load_guidelines
from postwright.model.brief import Brief, Organisation

EXAMPLES = Path(__file__).parents[2] / "examples" / "briefs"
SENT = Path(__file__).parent / "sent"
NAMES = ("senior_software_systems_engineer", "registered_nurse")
ORGANISATION = Organisation(
    name="Example Employer", description="We have worked in this field for years, and Dr. Ada Quist leads us."
)


def brief_of(name: str) -> Brief:
    file = EXAMPLES / f"{name}.yaml"
    return load_brief(file.read_text(encoding="utf-8"), name=file.name)


def sent(name: str) -> str:
    """Return every message of every request, one after the other."""
    brief, guidelines = brief_of(name), load_guidelines()
    posting = compose(brief, organisation=ORGANISATION, guidelines=guidelines)
    finder = fact_finder(lexicon_of(guidelines), names=people(brief))
    chosen = material(posting, brief, ORGANISATION, find_facts=finder)
    requests = rewrite_requests(chosen, Asker(guidelines, None, b"the same in every test"))
    messages = [message for request in requests for message in request.prompt.messages]
    return "\n\n".join(f"=== {message.role}\n{message.text}" for message in messages) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_sent_is_known_to_the_letter(name):
    assert sent(name) == (SENT / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES.glob("*.yaml")])
def test_nothing_that_must_stay_is_in_what_is_sent(name):
    brief, everything = brief_of(name), sent(name)
    contact, apply = brief.contact, brief.apply
    stays = [contact.name, contact.email, contact.phone, apply.address, apply.email, apply.instructions, "Ada", "Quist"]
    stays += [entry.text for entry in (*brief.benefits, *brief.other_compensation, *brief.process)]
    stays += [location.street for location in brief.locations] + [brief.visa, brief.requisition_id]
    stays += [f"{pay.minimum:,.0f}" for pay in brief.pay if pay.minimum and pay.minimum > 999]
    assert [words for words in stays if words and words in everything] == []


if __name__ == "__main__":
    for each in NAMES:
        (SENT / f"{each}.txt").write_text(sent(each), encoding="utf-8")
