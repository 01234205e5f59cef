"""The engine: what is known of a posting, and what becomes of the rules' findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines
from postwright.linting import engine
from postwright.linting.engine import levels_of, lint, places_of
from postwright.linting.rule import Context, Rule
from postwright.model.brief import Brief
from postwright.model.finding import Finding
from postwright.model.waiver import Waiver, context_of, split
from postwright.model.words import Severity
from postwright.reading.document import parse
from postwright.reading.reader import read_document

TODAY = dt.date(2026, 11, 20)
TEXT = "We bake bread. We sell bread. We like bread."


def finding(start: int | None, severity: Severity = "notice", **more: object) -> Finding:
    end = None if start is None else start + 2
    given = Finding("", severity, start, end, "message", "", "")
    return replace(given, **more)  # type: ignore[arg-type]


def rule(id_: str, check: Callable[[Context], Iterable[Finding]], severity: Severity = "notice") -> Rule:
    return Rule(id_, severity, "summary", "why of the rule", "source of the rule", check, fires=(), silent=())


def giving(id_: str, *found: Finding, severity: Severity = "notice") -> Rule:
    return rule(id_, lambda context: found, severity)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Finding, ...]]:
    """Return a function that lints a text with the given rules only."""

    def run_rules(*rules: Rule, text: str = TEXT, title: str = "", **options: object) -> tuple[Finding, ...]:
        monkeypatch.setattr(engine, "all_rules", lambda guidelines: {rule.id: rule for rule in rules})
        guidelines = replace(load_guidelines(), severities=options.pop("severities", {}))  # type: ignore[arg-type]
        document = parse(text)
        reading = read_document(document, title=title, guidelines=guidelines)
        return lint(document, reading, guidelines=guidelines, date=TODAY, **options)  # type: ignore[arg-type]

    return run_rules


Run = Callable[..., tuple[Finding, ...]]


def test_findings_come_most_severe_first_then_by_place_and_without_a_place_last(run: Run) -> None:
    found = run(
        giving("a/late", finding(30), finding(None), finding(3)),
        giving("b/severe", finding(20, "error"), finding(5, "info")),
    )
    assert [(f.rule, f.severity, f.start) for f in found] == [
        ("b/severe", "error", 20),
        ("a/late", "notice", 3),
        ("a/late", "notice", 30),
        ("a/late", "notice", None),
        ("b/severe", "info", 5),
    ]


def test_a_finding_takes_id_reason_source_and_quote_from_its_rule_and_text(run: Run) -> None:
    assert run(giving("a/rule", finding(3))) == (
        Finding("a/rule", "notice", 3, 5, "message", "why of the rule", "source of the rule", "ba"),
    )


def test_a_finding_keeps_its_own_reason_and_source(run: Run) -> None:
    (found,) = run(giving("a/rule", finding(3, why="own why", source="own source")))
    assert (found.why, found.source) == ("own why", "own source")


def test_a_rule_that_crashes_becomes_a_finding_and_the_others_run(run: Run) -> None:
    def crash(context: Context) -> Iterable[Finding]:
        yield finding(3)
        raise KeyError("posting_words_max")

    found = run(rule("a/broken", crash), giving("b/fine", finding(0)))
    assert [(f.rule, f.severity, f.message) for f in found] == [
        ("b/fine", "notice", "message"),
        (
            "engine/rule-crashed",
            "info",
            "The rule a/broken could not be run on this posting: KeyError: 'posting_words_max'",
        ),
    ]


def test_a_span_outside_the_text_is_a_crash(run: Run) -> None:
    (found,) = run(giving("a/broken", finding(len(TEXT))))
    assert found.message == (
        "The rule a/broken could not be run on this posting: ValueError: the span 44-46 lies outside the text"
    )


def test_the_same_finding_twice_is_one(run: Run) -> None:
    assert len(run(giving("a/rule", finding(3), finding(3)))) == 1


def test_the_house_gives_a_rule_another_severity_and_lowered_findings_follow_below(run: Run) -> None:
    found = run(
        giving("a/rule", finding(0, "warning"), finding(3, "info"), severity="warning"),
        severities={"a/rule": "error"},
    )
    assert [(f.start, f.severity) for f in found] == [(0, "error"), (3, "notice")]


def test_a_rule_that_the_house_switched_off_runs_only_when_selected_by_its_whole_id(run: Run) -> None:
    rules = (giving("a/rule", finding(0)), giving("b/rule", finding(3)))
    off = {"a/rule": "off"}
    assert [f.rule for f in run(*rules, severities=off)] == ["b/rule"]
    assert [f.rule for f in run(*rules, severities=off, select=("a",))] == []
    assert [f.rule for f in run(*rules, severities=off, select=("a/rule",))] == ["a/rule"]


def test_a_finding_on_an_unsure_fact_is_never_an_error(run: Run) -> None:
    unsure = finding(0, "error", confidence="medium")
    assert [f.severity for f in run(giving("a/rule", unsure, severity="error"))] == ["warning"]
    raised = run(giving("a/rule", finding(0, confidence="low")), severities={"a/rule": "error"})
    assert [f.severity for f in raised] == ["warning"]


def test_select_and_ignore_take_ids_and_beginnings_of_ids(run: Run) -> None:
    rules = tuple(giving(id_, finding(0)) for id_ in ("wording/age-cap", "wording/age-old", "clarity/length"))
    ids = lambda **options: {f.rule for f in run(*rules, **options)}  # noqa: E731
    assert ids(select=("wording",)) == {"wording/age-cap", "wording/age-old"}
    assert ids(select=("wording/age-cap",)) == {"wording/age-cap"}
    assert ids(ignore=("wording/age",)) == {"clarity/length"}
    assert ids(select=("wording",), ignore=("wording/age-old",)) == {"wording/age-cap"}


def test_of_a_text_that_is_not_english_only_its_language_is_said() -> None:
    text = (
        "Wir suchen einen Rockstar, der mit uns auf der Station arbeitet und sich gern einbringt. "
        "Wir bieten einen sicheren Arbeitsplatz und eine gute Bezahlung."
    )
    guidelines = load_guidelines()
    document = parse(text)
    found = lint(document, read_document(document, guidelines=guidelines), guidelines=guidelines, date=TODAY)
    assert [(f.rule, f.severity, f.message) for f in found] == [
        ("clarity/language", "info", "This text seems to be in German: nothing else was checked.")
    ]


def seen(text: str, *, title: str = "", **options: object) -> Context:
    """Return the context that rules are given."""
    contexts: list[Context] = []

    def look(context: Context) -> Iterable[Finding]:
        contexts.append(context)
        return ()

    guidelines = load_guidelines()
    document = parse(text)
    reading = read_document(document, title=title, guidelines=guidelines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "all_rules", lambda guidelines: {"a/look": rule("a/look", look)})
        lint(document, reading, guidelines=guidelines, date=TODAY, **options)  # type: ignore[arg-type]
    return contexts[0]


def test_levels_come_from_the_brief_else_the_flag_else_the_title_else_are_unknown() -> None:
    brief = Brief.model_validate({"levels": [{"level": "mid"}, {"level": "senior"}]})
    title = "Principal Engineer"
    assert seen(TEXT, title=title, brief=brief, level="entry").levels == ("mid", "senior")
    assert seen(TEXT, title=title, brief=Brief(), level="entry").levels == ("entry",)
    assert seen(TEXT, title=title).levels == ("principal",)
    assert seen(TEXT, title="Baker").levels == ()


def test_places_come_from_work_remote_work_and_supervisor_of_the_brief_else_the_flag() -> None:
    brief = Brief.model_validate(
        {
            "locations": [{"city": "Denver", "place": "US-CO"}, {"city": "Boulder", "place": "US-CO"}],
            "remote_from": ["US-IL"],
            "reporting_line": {"title": "Head baker", "place": "US-NY"},
        }
    )
    assert places_of(brief) == ("US-CO", "US-IL", "US-NY")
    assert seen(TEXT, brief=brief, places=("DE",)).places == ("US-CO", "US-IL", "US-NY")
    assert seen(TEXT, brief=Brief(), places=("DE",)).places == ("DE",)
    assert seen(TEXT).places == ()


def profile_id(context: Context) -> str:
    return context.profile.id if context.profile else ""


def test_the_profile_comes_from_the_brief_else_the_flag() -> None:
    brief = Brief.model_validate({"profile": "accountant"})
    assert profile_id(seen(TEXT, brief=brief, profile="registered_nurse")) == "accountant"
    assert profile_id(seen(TEXT, profile="registered_nurse")) == "registered_nurse"
    assert seen(TEXT, profile="no such profile").profile is None


def test_two_entries_of_one_level_are_one_level() -> None:
    brief = Brief.model_validate({"levels": [{"level": "mid"}, {"level": "mid"}]})
    reading = read_document(parse(TEXT), guidelines=load_guidelines())
    assert levels_of(brief, None, reading) == ("mid",)


# ---- waivers

POSTING = "We want a rockstar baker. You need a driving licence. We pay a competitive salary."


def wording(text: str, guidelines: Guidelines) -> tuple[Finding, ...]:
    document = parse(text)
    reading = read_document(document, guidelines=guidelines)
    return lint(document, reading, guidelines=guidelines, date=TODAY, select=("wording/culture", "wording/pay"))


def waive(text: str, accepted: Finding, expires: dt.date | None = None) -> Waiver:
    return Waiver(accepted.rule, context_of(text, accepted), accepted.quote, "our founder insists", "Ada", expires)


def test_a_waiver_silences_its_finding_after_edits_elsewhere() -> None:
    guidelines = load_guidelines()
    pay, rockstar = wording(POSTING, guidelines)
    waiver = waive(POSTING, rockstar)
    edited = f"Baker\n\n{POSTING} Come and see us."
    sifted = split(wording(edited, guidelines), edited, (waiver,), on=TODAY)
    assert [f.quote for f in sifted.open] == [pay.quote]
    assert [f.quote for f, _ in sifted.waived] == ["rockstar"]
    assert sifted.unused == ()


def test_a_waiver_whose_words_changed_is_unused_and_its_finding_active() -> None:
    guidelines = load_guidelines()
    waiver = waive(POSTING, wording(POSTING, guidelines)[1])
    edited = POSTING.replace("a rockstar baker", "a real rockstar pastry cook")
    sifted = split(wording(edited, guidelines), edited, (waiver,), on=TODAY)
    assert [f.quote for f in sifted.open] == ["competitive salary", "rockstar"]
    assert sifted.waived == ()
    assert sifted.unused == (waiver,)


def test_an_expired_waiver_covers_nothing() -> None:
    guidelines = load_guidelines()
    found = wording(POSTING, guidelines)
    waiver = waive(POSTING, found[1], expires=TODAY - dt.timedelta(days=1))
    assert split(found, POSTING, (waiver,), on=TODAY).open == found
    assert len(split(found, POSTING, (replace(waiver, expires=TODAY),), on=TODAY).waived) == 1
