"""A draft is reworded line by line, and nothing a model wrote is shown before it was judged."""

import threading
from dataclasses import replace

import pytest

from postwright import errors
from postwright.drafting.compose import compose
from postwright.drafting.guarded import WithFallback
from postwright.drafting.material import material
from postwright.drafting.requests import Asker, rewrite_requests
from postwright.drafting.rewriting import Rewriter
from postwright.drafting.rewritten import Asking, ItemResult, Over, Report, Started, Unanswered, report
from postwright.drafting.slots import Span
from postwright.drafting.writer import Usage, WrittenItem
from postwright.errors import AnswerCut, TimedOut, WriterError
from postwright.model.brief import Brief, Organisation
from postwright.model.statement import GroundingFinding, Judgement, Source, Statement
from tests.servers.scripted_writers import ScriptedWriter, fixed, in_turn

BRIEF = Brief.model_validate(
    {
        "title": "Baker",
        "summary": "Crumb bakes for York. You bake at night.",
        "team": {"name": "Night Shift", "purpose": "bakes for nine shops, and Ann Lee leads it"},
        "locations": [{"city": "York", "place": "GB-ENG"}],
        "workplace": "on_site",
        "pay": [{"minimum": 30000, "currency": "GBP"}],
        "benefits": ["Free bread"],
        "responsibilities": ["Bake rye bread", "Clean the oven"],
        "must_have": ["Care with dough"],
        "nice_to_have": ["Work in a bakery"],
        "education": {"level": "high_school"},
        "physical": [{"text": "Lift sacks of up to 25 kg"}],
        "process": ["A trial shift"],
        "apply": {"email": "jobs@crumb.example"},
        "contact": {"name": "Ann Lee", "email": "ann@crumb.example"},
    }
)
REFUSED = GroundingFinding("claim", 0, 3, "“The” is no word of the brief.", refuses=True)


def hides_names(text):
    return [
        Span(text.index(name), text.index(name) + len(name), "withheld", "(a name)")
        for name in ("Ann Lee",)
        if name in text
    ]


def judge(statement: Statement) -> Judgement:
    """Refuse what begins with "The"."""
    return Judgement(False, (REFUSED,)) if statement.text.startswith("The") else Judgement(True, ())


@pytest.fixture
def composed(guidelines):
    return compose(BRIEF, organisation=Organisation(), guidelines=guidelines)


@pytest.fixture
def sent(composed):
    return material(composed, BRIEF, Organisation(), find_facts=hides_names)


@pytest.fixture
def rewriter(guidelines):
    def make(reword, **more):
        writer = reword if hasattr(reword, "write") else ScriptedWriter(reword, **more)
        return Rewriter(writer, Asker(guidelines, None, b"secret"), judge, find_facts=lambda text: [])

    return make


def results(events):
    return {event.item_id: event for event in events if isinstance(event, ItemResult)}


def rewrite(rewriter, sent, **more):
    return list(rewriter.rewrite(sent, stop=threading.Event(), **more))


# --- what is sent


def test_only_the_work_and_what_is_asked_for_is_sent(sent):
    assert [(line.item.id, line.sent.text) for line in sent.lines] == [
        ("summary:summary", "Crumb bakes for York. You bake at night."),
        ("team:team", "You will join the Night Shift, which bakes for nine shops, and [[1]] leads it."),
        ("responsibilities:responsibilities.1", "Bake rye bread"),
        ("responsibilities:responsibilities.2", "Clean the oven"),
        ("requirements:must_have.1", "Care with dough"),
        ("preferred:nice_to_have.1", "Work in a bakery"),
    ]


def test_no_name_contact_pay_benefit_step_or_degree_is_in_what_is_sent(sent, guidelines):
    prompts = " ".join(
        message.text
        for request in rewrite_requests(sent, Asker(guidelines, None, b"secret"))
        for message in request.prompt.messages
    )
    kept_here = [
        "Ann",
        "Lee",
        "crumb.example",
        "30,000",
        "30000",
        "Free bread",
        "trial shift",
        "diploma",
        "25 kg",
        "Yorkshire",
    ]
    assert [words for words in kept_here if words in prompts] == []


def test_edited_lines_stay_here_unless_they_are_selected(composed):
    edited = {"responsibilities:responsibilities.1": "Bake rye bread and rolls"}
    skipped = material(composed, BRIEF, Organisation(), find_facts=hides_names, edited=edited)
    chosen = material(composed, BRIEF, Organisation(), find_facts=hides_names, edited=edited, only=set(edited))
    assert "responsibilities:responsibilities.1" not in {line.item.id for line in skipped.lines}
    assert [(line.item.id, line.text, line.stands.text) for line in chosen.lines] == [
        ("responsibilities:responsibilities.1", "Bake rye bread and rolls", "Bake rye bread and rolls")
    ]


def test_a_line_rests_on_itself_and_on_the_entries_that_are_cited(sent):
    line = next(line for line in sent.lines if line.item.id == "requirements:must_have.1")
    assert line.statement("Be careful", ("must_have.1",)) == Statement(
        "Be careful",
        (Source("must_have", "Care with dough", "must_have.1"), Source("must_have", "Care with dough", "must_have.1")),
        "requirements",
    )
    assert line.statement("Be careful", ()).sources == (Source("must_have", "Care with dough", "must_have.1"),)


def test_long_sections_are_sent_in_parts_and_short_ones_together(guidelines):
    brief = BRIEF.model_copy(
        update={
            "responsibilities": Brief.model_validate(
                {"responsibilities": [f"Bake loaf {n}" for n in range(20)]}
            ).responsibilities
        }
    )
    posting = compose(brief, organisation=Organisation(), guidelines=guidelines)
    sent = material(posting, brief, Organisation(), find_facts=hides_names)
    requests = rewrite_requests(sent, Asker(guidelines, None, b"secret"))
    assert [[item.section for item in request.items] for request in requests] == [
        ["summary", "team"],
        ["responsibilities"] * 15,
        ["responsibilities"] * 5,
        ["requirements", "preferred"],
    ]


# --- what becomes of it


def test_a_good_wording_is_kept(rewriter, sent):
    events = rewrite(rewriter(fixed({"requirements:must_have.1": "You take care with dough"})), sent)
    assert results(events)["requirements:must_have.1"] == ItemResult(
        item_id="requirements:must_have.1",
        section="requirements",
        heading="What you need",
        outcome="kept",
        composed="Care with dough",
        before="Care with dough",
        text="You take care with dough",
        sources=(Source("must_have", "Care with dough", "must_have.1"),) * 2,
        attempts=results(events)["requirements:must_have.1"].attempts,
    )
    assert report(results(events).values()) == Report(
        kept=6, repaired=0, put_back=0, unanswered=0, dropped_must_haves=()
    )


def test_names_are_filled_in_again(rewriter, sent):
    written = "You will join Night Shift, led by [[1]]."
    assert results(rewrite(rewriter(fixed({"team:team": written})), sent))["team:team"].text == (
        "You will join Night Shift, led by Ann Lee."
    )


def test_a_refused_wording_is_asked_for_once_more_and_told_why(rewriter, sent):
    seen = []
    first, second = fixed({"responsibilities:responsibilities.2": "The best oven"}), fixed({})
    events = rewrite(rewriter(in_turn(first, second), seen=seen), sent)
    result = results(events)["responsibilities:responsibilities.2"]
    assert (result.outcome, result.text, [a.text for a in result.attempts]) == (
        "repaired",
        "Clean the oven",
        ["The best oven", "Clean the oven"],
    )
    assert [request.prompt.name for request in seen] == ["rewrite", "repair", "rewrite"]
    assert '"refused": "The best oven", "found": ["“The” is no word of the brief."]' in seen[1].prompt.messages[1].text
    assert [item.id for item in seen[1].items] == ["responsibilities:responsibilities.2"]


def test_no_more_of_a_refused_wording_is_sent_back_than_helps(rewriter, sent):
    seen = []
    rewrite(rewriter(fixed({"requirements:must_have.1": "The " + "best " * 4000}), seen=seen), sent)
    repair = next(request for request in seen if request.prompt.name == "repair")
    assert 900 < repair.prompt.messages[1].text.count("best ") * 5 <= 1000


def test_what_is_refused_twice_is_put_back(rewriter, sent):
    events = rewrite(rewriter(fixed({"requirements:must_have.1": "The best baker"})), sent)
    result = results(events)["requirements:must_have.1"]
    assert (result.outcome, result.text) == ("put_back", "Care with dough")
    assert [(attempt.text, attempt.findings) for attempt in result.refused] == [("The best baker", (REFUSED,))] * 2


@pytest.mark.parametrize("cited", [(), ("must_have.9",), ("responsibilities.1",)])
def test_a_line_that_cites_none_of_its_own_sources_is_refused(rewriter, sent, cited):
    line = next(line for line in sent.lines if line.item.id == "requirements:must_have.1")
    attempt = rewriter(fixed({})).attempt(line, WrittenItem(line.item.id, "Take care", cited, "m"))
    assert [(finding.kind, finding.refuses) for finding in attempt.findings] == [("unknown_source", True)]


def test_a_line_that_is_left_out_is_asked_for_again_and_reported(rewriter, sent):
    class Forgetful(ScriptedWriter):
        def write(self, request, *, stop):
            return (
                item
                for item in super().write(request, stop=stop)
                if getattr(item, "id", "") != "requirements:must_have.1"
            )

    events = rewrite(rewriter(Forgetful(fixed({}))), sent)
    result = results(events)["requirements:must_have.1"]
    assert (result.outcome, [attempt.findings[0].kind for attempt in result.attempts]) == ("put_back", ["left_out"] * 2)
    assert report(results(events).values()).dropped_must_haves == ("requirements:must_have.1",)


def test_lines_that_come_twice_or_were_not_asked_for_are_passed_over(rewriter, sent):
    class Chatty(ScriptedWriter):
        def write(self, request, *, stop):
            yield WrittenItem("pay:pay.1", "You earn a million", ("pay.1",), "m")
            for item in super().write(request, stop=stop):
                yield item
                if isinstance(item, WrittenItem):
                    yield replace(item, text="Something else")

    events = rewrite(rewriter(Chatty(fixed({}))), sent)
    assert [(result.outcome, result.text) for result in results(events).values()] == [
        ("kept", line.text) for line in sent.lines
    ]


def test_events_come_in_the_order_of_the_work(rewriter, sent):
    events = rewrite(rewriter(fixed({"requirements:must_have.1": "The best baker"})), sent)
    assert [event if not isinstance(event, (ItemResult, Usage)) else type(event).__name__ for event in events] == [
        Started(6),
        Asking(0, ("About the role", "The team", "What you will do"), "rewrite 1", repair=False),
        *["ItemResult"] * 4,
        "Usage",
        Over(0),
        Asking(1, ("What you need", "Nice to have"), "rewrite 1", repair=False),
        "ItemResult",
        "Usage",
        Asking(1, ("What you need",), "repair 1", repair=True),
        "ItemResult",
        "Usage",
        Over(1),
    ]


def test_stop_ends_it_and_leaves_the_rest_unsettled(rewriter, sent):
    person = threading.Event()

    class Stopped(ScriptedWriter):
        def write(self, request, *, stop):
            written = super().write(request, stop=stop)
            yield next(written)
            person.set()
            yield from written

    events = list(rewriter(Stopped(fixed({}))).rewrite(sent, stop=person))
    assert [type(event).__name__ for event in events] == ["Started", "Asking", "ItemResult", "Over"]


class Breaking(ScriptedWriter):
    """Gives two lines of the first request and then breaks."""

    error: WriterError = AnswerCut("The answer ended in the middle.", hint="Try again.")

    def write(self, request, *, stop):
        written = super().write(request, stop=stop)
        if request.items[0].section != "summary":
            yield from written
            return
        yield next(written)
        yield next(written)
        raise self.error


FAULTS = {each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, WriterError)}
LASTING = {
    errors.AddressRefused,
    errors.NoConnection,
    errors.ProxyProblem,
    errors.CertificateProblem,
    errors.KeyRefused,
    errors.ModelUnknown,
    errors.NoStructuredOutput,
    errors.QuotaSpent,
    errors.BudgetSpent,
}


@pytest.mark.parametrize("fault", sorted(FAULTS - LASTING, key=lambda fault: fault.__name__))
def test_a_request_without_a_good_answer_costs_its_own_lines_only(rewriter, sent, fault):
    class Failing(Breaking):
        error = fault("It did not work.", hint="Try again.")

    events = rewrite(rewriter(Failing(fixed({}))), sent)
    assert [(result.outcome, result.unanswered) for result in results(events).values()] == [
        ("kept", False),
        ("kept", False),
        ("put_back", True),
        ("put_back", True),
        ("kept", False),
        ("kept", False),
    ]
    assert [event for event in events if isinstance(event, Unanswered)] == [
        Unanswered(("What you will do",), "It did not work.", "Try again.")
    ]
    assert report(results(events).values()) == Report(4, 0, 0, 2, ())


@pytest.mark.parametrize("fault", sorted(LASTING, key=lambda fault: fault.__name__))
def test_what_every_request_would_meet_ends_it_and_what_was_settled_stays(rewriter, sent, fault):
    class Gone(Breaking):
        error = fault("The key was refused.", hint="Check it.")

    settled = []
    with pytest.raises(fault, match="key was refused"):
        settled.extend(rewriter(Gone(fixed({}))).rewrite(sent, stop=threading.Event()))
    assert [result.outcome for result in results(settled).values()] == ["kept", "kept"]


class FailsToRepair(ScriptedWriter):
    """Answers, but no repair."""

    error: WriterError = TimedOut("It took too long.", hint="Try again.")

    def write(self, request, *, stop):
        if request.prompt.name == "repair":
            raise self.error
        yield from super().write(request, stop=stop)


def test_a_repair_that_gets_no_answer_leaves_what_was_refused_to_be_seen(rewriter, sent):
    lie = {"requirements:must_have.1": "The best baker"}
    events = rewrite(rewriter(FailsToRepair(fixed(lie))), sent)
    result = results(events)["requirements:must_have.1"]
    assert (result.outcome, result.text, result.unanswered) == ("put_back", "Care with dough", True)
    assert [attempt.text for attempt in result.refused] == ["The best baker", ""]
    assert Unanswered(("What you need",), "It took too long.", "Try again.") in events


def test_a_budget_that_ends_before_a_repair_leaves_what_was_refused_to_be_seen(rewriter, sent):
    class Poor(FailsToRepair):
        error = errors.BudgetSpent("The tokens are used up.")

    settled, lie = [], {"requirements:must_have.1": "The best baker"}
    with pytest.raises(errors.BudgetSpent):
        settled.extend(rewriter(Poor(fixed(lie))).rewrite(sent, stop=threading.Event()))
    assert [attempt.text for attempt in results(settled)["requirements:must_have.1"].refused] == ["The best baker", ""]


def test_what_goes_wrong_after_the_last_line_costs_nothing(rewriter, sent):
    class Late(ScriptedWriter):
        def write(self, request, *, stop):
            yield from super().write(request, stop=stop)
            raise TimedOut("It took too long.")

    events = rewrite(rewriter(Late(fixed({}))), sent)
    assert {result.outcome for result in results(events).values()} == {"kept"}
    assert not [event for event in events if isinstance(event, Unanswered)]


def test_requests_go_out_side_by_side_in_the_order_of_the_text(rewriter, sent):
    both = threading.Barrier(2, timeout=30)
    begun = []

    class Meeting(ScriptedWriter):
        def write(self, request, *, stop):
            begun.append(request.items[0].id)
            both.wait()  # for ever, where they go out one by one
            yield from super().write(request, stop=stop)

    two_at_once = replace(rewriter(Meeting(fixed({}))), at_once=2)
    events = rewrite(two_at_once, sent)
    assert set(begun) == {"summary:summary", "requirements:must_have.1"}
    assert {result.outcome for result in results(events).values()} == {"kept"}
    assert len(results(events)) == 6


def test_each_wording_keeps_the_name_of_the_model_that_wrote_it(rewriter, sent):
    first = Breaking(fixed({}), name="one")
    events = rewrite(rewriter(WithFallback(first, ScriptedWriter(fixed({}), name="two"))), sent)
    assert [result.attempts[-1].by for result in results(events).values()] == [
        "one, rewrite 1",
        "one, rewrite 1",
        "two, rewrite 1",
        "two, rewrite 1",
        "one, rewrite 1",
        "one, rewrite 1",
    ]


def test_the_voice_and_the_wish_are_said(rewriter, sent, guidelines):
    seen = []
    rewrite(rewriter(fixed({}), seen=seen), sent, wish="shorter")
    rules = guidelines.voice
    system, user = (message.text for message in seen[0].prompt.messages)
    assert all(f"- {rule.say}" in system for rule in rules.values() if rule.when == "always")
    assert f"What is asked for this time: {rules['shorter'].say}" in user
    assert rules["plainer"].say not in system + user


def test_a_model_that_words_again_is_told_what_was_seen(composed, rewriter):
    sent = material(
        composed,
        BRIEF,
        Organisation(),
        find_facts=hides_names,
        only={"requirements:must_have.1"},
        seen={"requirements:must_have.1": "Care with dough, says Ann Lee"},
    )
    seen = []
    rewrite(rewriter(fixed({}), seen=seen), sent, wish="again")
    assert '"seen": "Care with dough, says (a name)"' in seen[0].prompt.messages[1].text


def test_the_nonce_is_the_same_for_the_same_material_and_another_for_another(sent, guidelines):
    def nonces(secret, sent=sent):
        return [
            request.prompt.messages[1].text.split("\n")[2]
            for request in rewrite_requests(sent, Asker(guidelines, None, secret))
        ]

    other = replace(sent, lines=sent.lines[1:])
    assert nonces(b"a") == nonces(b"a")
    assert len({nonces(b"a")[0], nonces(b"b")[0], nonces(b"a", other)[0]}) == 3
