"""Rewording at the desk: in the background, kept, taken over and taken back line by line, and never without leave."""

import os
import platform
import threading

import pytest

from postwright.desk.model import ModelInUse
from postwright.desk.rewriting_jobs import is_gone
from postwright.errors import InputError, SettingsError, WriterError
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
    assert (done.state, done.lines, done.model, done.prompts) == ("done", 4, "scripted:faithful", ("rewrite 1",))
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
    (result,) = reworded(desk, posting, items=[OVEN]).results
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
    assert (begun.state, begun.lines, begun.results) == ("running", 4, ())
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
    record = RewritingRecord(0, posting, owner="", model="m", wish="", headings=(), lines=4)
    store, machine, process = desk.rewritings._store, platform.node(), os.getpid()
    for owner, gone in ((f"{machine}|999999999|x", True), (f"{machine}|{process}|x", True), ("elsewhere|1|x", False)):
        kept = store.begin(RewritingRecord(**{**vars(record), "owner": owner}), is_gone=lambda record: True)
        assert (owner, is_gone(kept)) == (owner, gone)
    store.begin(RewritingRecord(**{**vars(record), "owner": f"{machine}|999999999|x"}), is_gone=lambda record: True)
    assert desk.rewritings.state(posting).state == "interrupted"


def test_a_model_that_cannot_be_used_is_told_with_what_to_do(desk_with):
    class Gone(ScriptedWriter):
        def write(self, request, *, stop):
            raise WriterError("The key was refused.", hint="Look at OPENAI_API_KEY.")
            yield

    desk = desk_with(Gone(fixed({})))
    posting = desk.new_from_brief(BRIEF)
    failed = reworded(desk, posting)
    assert (failed.state, failed.problems) == ("failed", (("The key was refused.", "Look at OPENAI_API_KEY."),))


def test_an_error_of_ours_is_told_without_a_word_of_the_brief(desk_with, caplog):
    class Broken(ScriptedWriter):
        def write(self, request, *, stop):
            raise RuntimeError("Bake rye bread")
            yield

    desk = desk_with(Broken(fixed({})))
    posting = desk.new_from_brief(BRIEF)
    assert reworded(desk, posting).problems == (("Something went wrong in Postwright itself.", "Report RuntimeError."),)
    assert "rye" not in caplog.text
    assert "RuntimeError" in caplog.text


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
