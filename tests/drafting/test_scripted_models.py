"""What a faithful model writes stands and what a lying one writes does not, with the real grounding and slots."""

import json
import threading
from pathlib import Path

import pytest

from postwright.drafting.compose import compose
from postwright.drafting.hard_facts import fact_finder
from postwright.drafting.material import material
from postwright.drafting.requests import Asker
from postwright.drafting.rewriting import Rewriter
from postwright.drafting.rewritten import ItemResult
from postwright.drafting.withheld import people
from postwright.exchange.brief_yaml import load_brief
from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.verify import verify
from postwright.guidelines.load import load_guidelines
from postwright.model.brief import Organisation
from tests.servers.scripted_writers import faithful_writer, lying_writer

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "briefs").glob("*.yaml"))
ONLY_IN_OTHER_WORDS = 0.90
"""Share of a faithful model's lines that must stand (issue 5)."""


def rewritten(file: Path, writer) -> list[ItemResult]:
    guidelines, organisation = load_guidelines(), Organisation()
    brief = load_brief(file.read_text(encoding="utf-8"), name=file.name)
    posting = compose(brief, organisation=organisation, guidelines=guidelines)
    lexicon = lexicon_of(guidelines)
    find_facts = fact_finder(lexicon, names=people(brief))
    chosen = material(posting, brief, organisation, find_facts=find_facts)
    rewriter = Rewriter(
        writer, Asker(guidelines, None, b"secret"), lambda statement: verify(statement, lexicon=lexicon), find_facts
    )
    events = rewriter.rewrite(chosen, stop=threading.Event())
    return [event for event in events if isinstance(event, ItemResult)]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_faithful_model_is_believed(file):
    results = rewritten(file, faithful_writer())
    kept = [result for result in results if result.outcome == "kept"]
    assert len(kept) >= ONLY_IN_OTHER_WORDS * len(results), [
        (result.attempts[0].text, [finding.message for finding in result.attempts[0].findings])
        for result in results
        if result.outcome != "kept"
    ]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_lying_model_is_not(file):
    results = rewritten(file, lying_writer())
    assert results
    assert [result.text for result in results if result.outcome != "put_back"] == []
    assert all(result.text == result.composed for result in results)


def test_the_wordings_of_the_scripted_models_are_of_lines_that_the_example_has():
    file = Path(__file__).parents[1] / "servers" / "wordings.json"
    wordings = json.loads(file.read_text(encoding="utf-8"))
    example = next(file for file in EXAMPLES if file.stem == "senior_software_systems_engineer")
    composed = {result.composed for result in rewritten(example, faithful_writer())}
    assert {each["line"] for each in wordings} <= composed
