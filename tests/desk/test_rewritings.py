"""Rewording at the desk: in the background, kept, taken over and taken back line by line, and never without leave."""

import os
import platform
import threading

import pytest

from postwright.desk.model import ModelInUse
from postwright.desk.rewriting_jobs import is_gone
from postwright.desk.rewriting_values import Problem
from postwright.drafting.guarded import WithFallback
from postwright.errors import InputError, KeyRefused, SettingsError, TimedOut
from postwright.library.records import RewritingRecord
from postwright.model.brief import Brief
from postwright.services import open_desk
from postwright.settings import Settings
from tests.servers.scripted_writers import ScriptedWriter, fixed

BRIEF = Brief.model_validate(
    {
        "title": "Baker",
        "summary": "You bake at night for York.",
        "responsibilities": ["Bake rye bread", "Clean the oven"],
        "must_have": ["Care with dough"],
        "pay": [{"minimum": 30000, "currency": "GBP"}],
        "benefits": ["Free bread for the family"],
        "contact": {"name": "Ann Lee"},
    }
)
RYE, OVEN, DOUGH = (
    "responsibilities:responsibilities.1",
    "responsibilities:responsibilities.2",
    "requirements:must_have.1",
)
TEXTS = {RYE: "You bake rye bread", OVEN: "You clean the oven", DOUGH: "You take care with dough"}


class Scripted:
    """A model that is set."""

    def __init__(self, writer=None):
        self.scripted = writer or ScriptedWriter(fixed(TEXTS), seen=[])

    @property
    def name(self):
        return self.scripted.name

    at_once = 1

    def writer(self):
        return self.scripted


@pytest.fixture
def desk_with(tmp_path):
    opened = []

    def make(writer=None):
        opened.append(open_desk(Settings(data_dir=tmp_path), model=Scripted(writer)))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def reworded(desk, posting, **more):
    desk.rewritings.start(posting, **more)
    return desk.rewritings.wait(posting)


def text_of(desk, posting):
    return desk.open(posting).text


def test_what_passes_is_shown_with_the_counts_and_what_made_it(desk_with):
    desk = desk_with()
    posting = desk.new_from_brief(BRIEF)
    done = reworded(desk, posting)
    assert (done.state, len(done.items), done.models, done.prompts) == (
        "done",
        4,
        ("scripted:faithful",),
        ("rewrite 1",),
    )
    assert [(result.item_id, result.outcome, result.text) for result in done.results] == [
        ("summary:summary", "kept", "You bake at night for York."),
        (RYE, "kept", "You bake rye bread"),
        (OVEN, "kept", "You clean the oven"),
        (DOUGH, "kept", "You take care with dough"),
    ]
    assert (done.report.kept, done.report.put_back, done.standing, done.asking) == (4, 0, frozenset(), ())
    assert done.usage.input_tokens > 0 < done.usage.output_tokens


def test_what_is_sent_is_what_was_shown(desk_with):
    desk = desk_with()
    posting = desk.new_from_brief(BRIEF)
    shown = desk.rewritings.what_will_be_sent(posting, headings=["What you will do"], wish="shorter")
    reworded(desk, posting, headings=["What you will do"], wish="shorter")
    (request,) = desk.rewritings._model.scripted.seen
    assert [each.messages for each in shown.requests] == [request.prompt.messages]
    assert (shown.requests[0].prompt, shown.requests[0].lines) == ("rewrite 1", 2)
    assert "Free bread for the family" in shown.stays


def test_accepted_wordings_go_into_the_text_and_follow_the_brief_as_composed_ones_do(desk_with):
    desk = desk_with()
    posting = desk.new_from_brief(BRIEF)
    composed = text_of(desk, posting)
    reworded(desk, posting)
    opened = desk.rewritings.accept(posting)
    assert opened.text == (
        composed.replace("- Bake rye", "- You bake rye")
        .replace("- Clean the", "- You clean the")
        .replace("- Care with", "- You take care with")
    )
    assert opened.kept == ()
    opened = desk.set_field(posting, "responsibilities.2.text", "Clean both ovens")
    assert "- Clean both ovens\n" in opened.text
    assert "- You bake rye bread\n" in opened.text
    assert opened.conflicts == ()
    assert desk.rewritings.state(posting).standing == {RYE, DOUGH}


def test_one_line_can_be_accepted_and_taken_back(desk_with):
    desk = desk_with()
    posting = desk.new_from_brief(BRIEF)
    composed = text_of(desk, posting)
    assert [result.item_id for result in reworded(desk, posting).acceptable] == [RYE, OVEN, DOUGH]
    assert desk.rewritings.accept(posting, items=[OVEN]).text == composed.replace("- Clean", "- You clean")
    assert desk.rewritings.state(posting).standing == {OVEN}
    assert desk.rewritings.undo(posting, items=[OVEN]).text == composed
    assert desk.rewritings.state(posting).standing == frozenset()
    assert desk.revisions(posting)[0].reason == "rewrite"


def test_a_line_edited_since_it_was_sent_stays_as_it_was_typed(desk_with):
    desk = desk_with()
    posting = desk.new_from_brief(BRIEF)
    reworded(desk, posting)
    opened = desk.open(posting)
    desk.save_text(
        posting, opened.text.replace("Clean the oven", "Clean the big oven"), expected_version=opened.version
    )
    assert "- Clean the big oven\n" in desk.rewritings.accept(posting).text
    assert "- You bake rye bread\n" in text_of(desk, posting)
    assert "- Clean the big oven\n" in desk.rewritings.undo(posting).text
    assert "- Bake rye bread\n" in text_of(desk, posting)


def test_edited_lines_are_sent_only_when_they_are_selected(desk_with):
    desk = desk_with(ScriptedWriter(fixed({OVEN: "You clean the big oven"}), seen=[]))
    posting = desk.new_from_brief(BRIEF)
    opened = desk.open(posting)
    desk.save_text(
        posting, opened.text.replace("Clean the oven", "Clean the big oven"), expected_version=opened.version
    )
    assert OVEN not in {result.item_id for result in reworded(desk, posting).results}
    done = reworded(desk, posting, items=[OVEN])
    (result,) = (result for result in done.results if result.item_id == OVEN)
    assert (result.composed, result.before, result.text) == (
        "Clean the oven",
        "Clean the big oven",
        "You clean the big oven",
    )
    assert "- You clean the big oven\n" in desk.rewritings.accept(posting).text


def test_the_sources_of_a_line_and_its_export_name_the_model(desk_with):
    desk = desk_with()
    posting = desk.new_from_brief(BRIEF)
    reworded(desk, posting)
    desk.rewritings.accept(posting, items=[RYE])
    (line,) = (line for line in desk.lines.sources(posting) if line.item == RYE)
    assert line.label == "Brief: responsibility 1, “Bake rye bread”; worded by scripted:faithful, rewrite 1"
    exported = desk.export(posting, "json").content.decode()
    assert exported.count('"worded_by": "scripted:faithful, rewrite 1"') == 1


def test_lies_are_put_back_with_what_was_found(desk_with):
    desk = desk_with(ScriptedWriter(fixed({DOUGH: "Care with dough, as on www.dough.example"})))
    posting = desk.new_from_brief(BRIEF)
    composed = text_of(desk, posting)
    done = reworded(desk, posting)
    (result,) = (result for result in done.results if result.refused)
    assert (result.item_id, result.outcome, result.text) == (DOUGH, "put_back", "Care with dough")
    assert [attempt.text for attempt in result.refused] == ["Care with dough, as on www.dough.example"] * 2
    assert "www.dough.example" in result.refused[0].findings[0].message
    assert desk.rewritings.accept(posting).text == composed
    assert done.prompts == ("rewrite 1", "repair 1")


# --- in the background


def waiting_desk(desk_with):
    """Return a desk whose model gives one line at each `step()`, and that function."""
    steps = threading.Semaphore(0)

    class Slow(ScriptedWriter):
        def write(self, request, *, stop):
            for each in super().write(request, stop=threading.Event()):
                steps.acquire(timeout=30)
                if stop.is_set():
                    return
                yield each

    return desk_with(Slow(fixed(TEXTS))), steps.release


def test_it_runs_in_the_background_and_can_be_stopped(desk_with):
    desk, step = waiting_desk(desk_with)
    posting = desk.new_from_brief(BRIEF)
    begun = desk.rewritings.start(posting)
    assert (begun.state, len(begun.items), begun.results) == ("running", 4, ())
    with pytest.raises(InputError, match="being reworded already"):
        desk.rewritings.start(posting)
    desk.rewritings.stop(posting)
    step()
    stopped = desk.rewritings.wait(posting)
    assert (stopped.state, stopped.results) == ("stopped", ())
    step(10)
    assert reworded(desk, posting).state == "done"


def test_another_desk_sees_it_run_and_stops_it(desk_with):
    desk, step = waiting_desk(desk_with)
    posting = desk.new_from_brief(BRIEF)
    desk.rewritings.start(posting)
    other = desk_with()
    assert other.rewritings.state(posting).state == "running"
    other.rewritings.stop(posting)
    step(2)
    assert desk.rewritings.wait(posting).state == "stopped"


def test_a_stop_asked_for_elsewhere_is_heard_while_the_model_says_nothing(desk_with):
    heard = []

    class Silent(ScriptedWriter):
        def write(self, request, *, stop):
            heard.append(stop.wait(60))
            yield from ()

    desk = desk_with(Silent(fixed(TEXTS)))
    posting = desk.new_from_brief(BRIEF)
    desk.rewritings.start(posting)
    desk_with().rewritings.stop(posting)
    assert (desk.rewritings.wait(posting).state, heard) == ("stopped", [True])


def test_a_desk_that_closes_says_so_and_what_was_settled_stays(desk_with):
    desk, step = waiting_desk(desk_with)
    posting = desk.new_from_brief(BRIEF)
    desk.rewritings.start(posting)
    closing = threading.Thread(target=desk.close)
    closing.start()
    while not desk.rewritings._jobs._closing:
        pass
    step()
    closing.join()
    again = desk_with()
    assert again.rewritings.state(posting).state == "interrupted"
    assert reworded(again, posting).state == "done"


def test_a_process_that_was_killed_leaves_an_interrupted_rewriting(desk_with):
    desk = desk_with()
    posting = desk.new_from_brief(BRIEF)
    record = RewritingRecord(0, posting, owner="", model="m", wish="", headings=(), items=())
    store, machine, process = desk.rewritings._store, platform.node(), os.getpid()
    for owner, gone in ((f"{machine}|999999999|x", True), (f"{machine}|{process}|x", True), ("elsewhere|1|x", False)):
        kept = store.begin(RewritingRecord(**{**vars(record), "owner": owner}), is_gone=lambda record: True)
        assert (owner, is_gone(kept)) == (owner, gone)
    store.begin(RewritingRecord(**{**vars(record), "owner": f"{machine}|999999999|x"}), is_gone=lambda record: True)
    assert desk.rewritings.state(posting).state == "interrupted"


def test_a_model_that_cannot_be_used_is_told_with_what_to_do(desk_with):
    class Gone(ScriptedWriter):
        def write(self, request, *, stop):
            raise KeyRefused("The key was refused.", hint="Look at OPENAI_API_KEY.")
            yield

    desk = desk_with(Gone(fixed({})))
    posting = desk.new_from_brief(BRIEF)
    failed = reworded(desk, posting)
    problem = Problem("The key was refused.", "Look at OPENAI_API_KEY.", headings=())
    assert (failed.state, failed.problems, len(failed.left)) == ("failed", (problem,), 4)


def test_an_error_of_ours_is_told_without_a_word_of_the_brief(desk_with, caplog):
    class Broken(ScriptedWriter):
        def write(self, request, *, stop):
            raise RuntimeError("Bake rye bread")
            yield

    desk = desk_with(Broken(fixed({})))
    posting = desk.new_from_brief(BRIEF)
    problem = Problem("Something went wrong in Postwright itself.", "Report RuntimeError.", headings=())
    assert reworded(desk, posting).problems == (problem,)
    assert "rye" not in caplog.text
    assert "RuntimeError" in caplog.text


# --- a section that gets no answer, and the rest of one that ended


LONG = BRIEF.model_copy(
    update={
        "responsibilities": Brief.model_validate(
            {"responsibilities": [f"Bake loaf {number}" for number in range(1, 6)]}
        ).responsibilities
    }
)
"""Three requests: the summary, the duties, what is needed."""
DUTIES = tuple(f"responsibilities:responsibilities.{number}" for number in range(1, 6))
SUMMARY = "summary:summary"


class Failing(ScriptedWriter):
    """Fails while it is told to, for the sections of a kind."""

    fault: Exception | None = TimedOut("It took longer than 120 seconds.", hint="Try again.")
    kind = "responsibilities"

    def write(self, request, *, stop):
        if self.fault is not None and request.items[0].section == self.kind:
            raise self.fault
        yield from super().write(request, stop=stop)


TIMED_OUT = Problem("It took longer than 120 seconds.", "Try again.", headings=("What you will do",))


def outcomes(rewriting):
    return {result.item_id: "no answer" if result.unanswered else result.outcome for result in rewriting.results}


def test_a_section_that_times_out_is_named_and_can_be_asked_for_again(desk_with):
    writer = Failing(fixed({DOUGH: TEXTS[DOUGH]}), seen=[])
    desk = desk_with(writer)
    posting = desk.new_from_brief(LONG)
    done = reworded(desk, posting)
    assert (done.state, done.problems, done.left) == ("done", (TIMED_OUT,), DUTIES)
    assert outcomes(done) == {SUMMARY: "kept", **dict.fromkeys(DUTIES, "no answer"), DOUGH: "kept"}
    assert (done.report.kept, done.report.put_back, done.report.unanswered) == (2, 0, 5)
    writer.fault = None
    writer.seen.clear()
    desk.rewritings.again(posting, headings=["What you will do"])
    again = desk.rewritings.wait(posting)
    assert [item.id for request in writer.seen for item in request.items] == [*DUTIES]
    assert (again.state, again.problems, again.left, again.items) == ("done", (), (), (SUMMARY, *DUTIES, DOUGH))
    assert [*outcomes(again).items()] == [(item, "kept") for item in (SUMMARY, *DUTIES, DOUGH)]
    assert "- You take care with dough\n" in desk.rewritings.accept(posting).text


def test_what_has_come_of_other_sections_stays_when_one_is_asked_for_again(desk_with):
    desk = desk_with(Failing(fixed({DOUGH: TEXTS[DOUGH]})))
    posting = desk.new_from_brief(LONG)
    reworded(desk, posting)
    done = reworded(desk, posting, headings=["What you need"], wish="shorter")
    assert outcomes(done) == {SUMMARY: "kept", **dict.fromkeys(DUTIES, "no answer"), DOUGH: "kept"}
    assert done.problems == (TIMED_OUT,)


def test_what_has_come_of_a_line_whose_brief_changed_since_goes(desk_with):
    desk = desk_with()
    posting = desk.new_from_brief(BRIEF)
    reworded(desk, posting)
    desk.set_field(posting, "responsibilities.1.text", "Bake white bread")
    done = reworded(desk, posting, headings=["What you need"])
    assert set(outcomes(done)) == {"summary:summary", OVEN, DOUGH}


def test_after_a_stop_the_rest_can_be_asked_for(desk_with):
    desk, step = waiting_desk(desk_with)
    posting = desk.new_from_brief(BRIEF)
    desk.rewritings.start(posting)
    step()
    while not desk.rewritings.state(posting).results:
        pass
    desk.rewritings.stop(posting)
    step(10)
    stopped = desk.rewritings.wait(posting)
    assert (stopped.state, stopped.left) == ("stopped", (RYE, OVEN, DOUGH))
    desk.rewritings.again(posting)
    assert outcomes(desk.rewritings.wait(posting)) == dict.fromkeys((SUMMARY, RYE, OVEN, DOUGH), "kept")


def test_lines_that_were_edited_since_are_left_out_of_the_rest(desk_with):
    writer = Failing(fixed({}), seen=[])
    desk = desk_with(writer)
    posting = desk.new_from_brief(LONG)
    reworded(desk, posting)
    opened = desk.open(posting)
    desk.save_text(posting, opened.text.replace("loaf 3", "roll 3"), expected_version=opened.version)
    writer.fault = None
    writer.seen.clear()
    desk.rewritings.again(posting)
    desk.rewritings.wait(posting)
    assert [item.id for request in writer.seen for item in request.items] == [DUTIES[0], DUTIES[1], *DUTIES[3:]]


def test_where_nothing_is_left_it_says_so(desk_with):
    desk = desk_with()
    posting = desk.new_from_brief(BRIEF)
    with pytest.raises(InputError, match="No line is left"):
        desk.rewritings.again(posting)
    reworded(desk, posting)
    with pytest.raises(InputError, match="No line is left"):
        desk.rewritings.again(posting)


def test_results_stand_in_the_order_of_the_text_whichever_came_first(desk_with):
    last_came = threading.Event()

    class LastFirst(ScriptedWriter):
        def write(self, request, *, stop):
            if request.items[0].id == SUMMARY:
                last_came.wait(30)
            yield from super().write(request, stop=stop)
            last_came.set()

    desk = desk_with(LastFirst(fixed({})))
    desk.rewritings._model.at_once = 3
    posting = desk.new_from_brief(LONG)
    assert [result.item_id for result in reworded(desk, posting).results] == [SUMMARY, *DUTIES, DOUGH]


def test_each_line_keeps_the_name_of_the_model_that_wrote_it(desk_with):
    first, second = (
        Failing(fixed({DOUGH: TEXTS[DOUGH]}), name="one"),
        ScriptedWriter(fixed({DUTIES[0]: "You bake loaf [[1]]"}), name="two"),
    )
    desk = desk_with(WithFallback(first, second))
    posting = desk.new_from_brief(LONG)
    done = reworded(desk, posting)
    assert (done.model, done.models) == ("one, else two", ("one", "two"))
    desk.rewritings.accept(posting)
    by = {line.item: line.worded_by for line in desk.lines.sources(posting) if line.worded_by}
    assert by == {DUTIES[0]: "two, rewrite 1", DOUGH: "one, rewrite 1"}


# --- leave to use a model


def test_without_a_model_nothing_is_called_and_the_hint_says_how_to_set_one(open_again):
    desk = open_again()
    posting = desk.new_from_brief(BRIEF)
    assert desk.rewritings.model_in_use() == ModelInUse("", allowed=True)
    assert not desk.rewritings.model_in_use().ready
    with pytest.raises(SettingsError, match="No language model is set"):
        desk.rewritings.start(posting)


def test_an_organisation_that_switches_models_off_has_none(desk_with):
    desk = desk_with()
    posting = desk.new_from_brief(BRIEF)
    desk.save_organisation(desk.organisation().model_copy(update={"language_models": False}))
    assert desk.rewritings.model_in_use() == ModelInUse("scripted:faithful", allowed=False)
    with pytest.raises(SettingsError, match="switched language models off"):
        desk.rewritings.start(posting)
    assert desk.rewritings._model.scripted.seen == []


def test_where_nothing_may_be_reworded_it_says_so(desk_with):
    desk = desk_with()
    with pytest.raises(InputError, match="nothing here that a model may reword"):
        desk.rewritings.start(desk.new_from_brief(Brief(title="Baker")))
    with pytest.raises(InputError, match="nothing here that a model may reword"):
        desk.rewritings.start(desk.new_from_brief(BRIEF), headings=["Benefits"])
