"""Every filled entry of a brief can be cited, in plain words, by the id that items name."""

from pathlib import Path

import pytest

from postwright.drafting.compose import compose
from postwright.drafting.places import place_name
from postwright.exchange.brief_yaml import load_brief
from postwright.guidelines.load import load_guidelines
from postwright.model.brief import Brief, Organisation, field_ids
from postwright.model.brief_sources import sources_of
from postwright.model.statement import Source

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "briefs").glob("*.yaml"))
BRIEF = Brief.model_validate(
    {
        "title": "Baker",
        "levels": [
            {"level": "mid", "years": {"minimum": 1.5}, "pay": {"minimum": 18.5, "currency": "GBP", "period": "hour"}}
        ],
        "team": {"name": "Night Shift", "purpose": "bakes for nine shops"},
        "locations": [{"city": "York", "place": "GB-ENG"}],
        "must_have": [
            {"text": "experience with", "alternatives": ["sourdough", "rye"], "years": {"minimum": 2, "maximum": 3}},
            {"text": "people", "leadership": True},
        ],
        "nice_to_have": [{"alternatives": ["Welsh"], "can_be_learned": True}],
        "education": {"level": "high_school", "strength": "preferred"},
        "outcomes": [{"text": "Bake alone", "by": "the first month"}],
        "contact": {"name": "Ann Lee"},
    }
)


def test_entries_become_plain_words():
    assert sources_of(BRIEF, Organisation(name="Crumb"), place_name=place_name) == (
        Source("title", "Baker", "title"),
        Source("team", "Night Shift bakes for nine shops", "team"),
        Source("level", "mid level, at least 18 months of experience", "levels.1"),
        Source("location", "York, England", "locations.1"),
        Source("pay", "18.50 GBP an hour", "levels.1"),
        Source("outcome", "Bake alone, by the first month", "outcomes.1"),
        Source("must_have", "2 to 3 years of experience with (sourdough or rye)", "must_have.1"),
        Source("must_have", "people, leading people", "must_have.2"),
        Source("nice_to_have", "Welsh, which you can learn on the job", "nice_to_have.1"),
        Source("education", "high school degree or equivalent experience, preferred", "education"),
        Source("contact", "Ann Lee", "contact"),
        Source("company", "Crumb", "organisation.name"),
    )


def test_an_empty_brief_has_no_sources():
    assert sources_of(Brief(), Organisation()) == ()


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_everything_that_is_filled_in_or_cited_has_a_source(file):
    brief = load_brief(file.read_text(encoding="utf-8"), name=file.name)
    ids = {source.id for source in sources_of(brief, Organisation())}
    items = compose(brief, organisation=Organisation(), guidelines=load_guidelines()).items()
    cited = {source for item in items for source in item.sources if not source.startswith("boilerplate.")}
    assert set(field_ids(brief)) - {"profile"} | cited <= ids


def test_a_day_is_a_source_in_the_words_of_people_too():
    brief = Brief.model_validate({"closing": {"date": "2027-01-22"}, "contract_end": "2028-06-30"})
    told = {source.id: source.text for source in sources_of(brief, Organisation())}
    assert told["closing"] == "apply by 2027-01-22 (22 January 2027)"
    assert told["contract_end"] == "until 2028-06-30 (30 June 2028)"
