"""What a person wrote and no entry of the brief supports; what was composed is the house's own and is let be."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from postwright.drafting.compose import compose
from postwright.drafting.render import to_markdown
from postwright.drafting.starter import offers
from postwright.exchange.brief_yaml import load_brief
from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding
from postwright.reading.document import parse
from postwright.reading.reader import read_document

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "briefs").glob("*.yaml"))


def found(text: str, brief: Brief | None) -> tuple[Finding, ...]:
    guidelines = load_guidelines()
    document = parse(text, format="markdown")
    return lint(
        document,
        read_document(document, title=brief.title if brief else "", guidelines=guidelines),
        guidelines=guidelines,
        date=dt.date(2026, 11, 20),
        brief=brief,
        select=("grounding",),
    )


def remarks(text: str, brief: Brief | None) -> list[tuple[str, str, str]]:
    return [(finding.rule, finding.severity, finding.quote) for finding in found(text, brief)]


def composed(brief: Brief) -> str:
    return to_markdown(compose(brief, organisation=Organisation(), guidelines=load_guidelines()))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_remarked_on_in_a_composed_text(path: Path) -> None:
    brief = load_brief(path.read_text(encoding="utf-8"), name=path.name)
    assert remarks(composed(brief), brief) == []


@pytest.mark.parametrize("profile", sorted(load_guidelines().roles))
def test_nothing_is_remarked_on_in_a_text_from_a_profile(profile: str) -> None:
    offered = offers(profile, load_guidelines())
    brief = Brief(
        title=load_guidelines().roles[profile].name,
        profile=profile,
        responsibilities=tuple(duty.model_copy(update={"id": str(n)}) for n, duty in enumerate(offered.duties, 1)),
        must_have=tuple(
            skill.requirement.model_copy(update={"id": str(n)}) for n, skill in enumerate(offered.skills, 1)
        ),
    )
    assert remarks(composed(brief), brief) == []


def test_what_is_added_to_a_composed_text_is_pointed_out() -> None:
    brief = load_brief(EXAMPLES[0].read_text(encoding="utf-8"), name="brief")
    text = composed(brief)
    added = "There is a free gym in the basement. We are known for our award-winning canteen."
    heading = text.index("## ")
    assert remarks(f"{text[:heading]}{added}\n\n{text[heading:]}", brief) == [
        ("grounding/unsupported-promise", "warning", "There is a free gym in the basement."),
        ("grounding/unsupported-statement", "notice", "We are known for our award-winning canteen."),
    ]


def test_without_a_brief_nothing_is_said() -> None:
    assert remarks("# Cook\n\nThere is a free gym in the basement.\n", None) == []


def test_a_sentence_without_a_word_of_the_brief_is_told_so_and_not_that_it_cites_something() -> None:
    brief = Brief.model_validate({"title": "Gardener", "responsibilities": ["Cut the hedges"]})
    (finding,) = found(composed(brief).replace("- Cut the hedges", "- Cut the hedges\n- Polish brass"), brief)
    assert finding.message == ("No entry of the brief supports this sentence. It has no word in common with any.")
