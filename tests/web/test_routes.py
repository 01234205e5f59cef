"""What an editor asks over HTTP, what it is answered, and what it is refused."""

from __future__ import annotations

from collections import Counter

import pytest

from postwright.desk.following import fingerprint_of
from postwright.exchange.limits import MAX_TYPED_CHARACTERS
from postwright.web import routes
from postwright.web.tokens import Grant, Tokens
from postwright.web.turns import Overtaken, Turns

RULE = "wording/gendered-title"
OF_ANOTHER_SERVER = Tokens("x" * 32).issue(Grant("any", "Ada", "window"))
ROUTES = [
    ("POST", "lint"),
    ("PUT", "text"),
    ("POST", "state"),
    ("POST", "findings/ignore"),
    ("POST", "findings/stop-ignoring"),
    ("POST", "findings/wrong"),
    ("POST", "findings/not-wrong"),
    ("POST", "findings/safe-fixes"),
]


def text_of(desk, posting):
    return desk.stored(posting).text


def gendered(answer):
    return [each for each in answer["findings"] if "chairman" in each["message"] or "chairman" in each["id"]]


def chairman(ask, text):
    _, answer = ask("POST", "lint", {"text": text})
    return next(
        each
        for each in answer["findings"]
        if each["start"] is not None and text[each["start"] : each["end"]].casefold() == "chairman"
    )


# ---- who is answered


@pytest.mark.parametrize(("method", "path"), ROUTES)
@pytest.mark.parametrize("token", ["", "forged", OF_ANOTHER_SERVER], ids=["none", "forged", "of another server"])
def test_nothing_is_answered_without_a_token_of_ours(ask, method, path, token):
    status, answer = ask(method, path, {"text": "We hire."}, token=token)
    assert (status, answer["error"]) == (401, "token")


def test_a_token_opens_one_posting_only(ask, desk, posting):
    other = desk.duplicate(posting)
    mark = fingerprint_of(text_of(desk, other))
    ask("PUT", "text", {"text": "# Changed", "follows": [mark], "posting": other})
    assert text_of(desk, other) != "# Changed"


def test_a_session_that_asks_too_often_is_told_when_to_come_again(ask):
    statuses = [ask("POST", "state", {}, session="eager")[0] for _ in range(routes.ACTIONS.at_once + 1)]
    assert statuses == [200] * routes.ACTIONS.at_once + [429]
    assert ask("POST", "state", {}, session="patient")[0] == 200


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"text": 3}', b"\xff\xfe"])
def test_a_request_of_another_form_is_refused_in_words(client, posting, body):
    headers = {
        "X-Postwright-Token": Tokens("for these tests only, and thirty-two characters").issue(Grant(posting, "", "w"))
    }
    answer = client.post("/api/lint", content=body, headers=headers)
    assert answer.status_code in (400, 422)
    assert answer.json()["message"]


def test_a_posting_that_is_gone_is_told(ask, desk, posting):
    desk.delete(posting)
    status, answer = ask("POST", "lint", {"text": "We hire."})
    assert (status, answer["message"]) == (503, "This posting is not in the library any more.")


# ---- saving


def test_a_text_that_follows_the_stored_one_is_saved(ask, desk, posting):
    mark = fingerprint_of(text_of(desk, posting))
    status, answer = ask("PUT", "text", {"text": "# Nurse\n\nCare.", "follows": [mark]})
    assert (status, answer) == (200, {"order": 2, "mark": fingerprint_of("# Nurse\n\nCare.")})
    assert text_of(desk, posting) == "# Nurse\n\nCare."


def test_a_text_that_follows_one_whose_save_was_never_answered_is_saved(ask, desk, posting):
    first = fingerprint_of(text_of(desk, posting))
    ask("PUT", "text", {"text": "# Nurse 1", "follows": [first]})
    status, _ = ask("PUT", "text", {"text": "# Nurse 12", "follows": [first, fingerprint_of("# Nurse 1")]})
    assert (status, text_of(desk, posting)) == (200, "# Nurse 12")


def test_a_text_that_follows_another_one_is_answered_with_the_stored_one_and_kept_aside(ask, desk, posting):
    first = fingerprint_of(text_of(desk, posting))
    ask("PUT", "text", {"text": "# From the other window", "follows": [first]})
    status, answer = ask("PUT", "text", {"text": "# Mine", "follows": [first]})
    assert status == 409
    assert (answer["text"], answer["order"]) == ("# From the other window", 2)
    assert text_of(desk, posting) == "# From the other window"
    assert "# Mine" in [revision.text for revision in desk.revisions(posting)]


def test_the_list_counts_what_was_found_once_a_saved_text_was_checked(ask, desk, posting):
    mark = fingerprint_of(text_of(desk, posting))
    text = text_of(desk, posting) + "\n- Ask the chairman again\n"
    ask("PUT", "text", {"text": text, "follows": [mark]})
    _, answer = ask("POST", "lint", {"text": text})
    counts = Counter(each["severity"] for each in answer["findings"])
    assert dict(desk.list_postings()[0].counts) == dict(counts)


def test_a_text_over_the_limit_is_refused_in_words_and_never_cut(ask, desk, posting):
    before = text_of(desk, posting)
    for many in (MAX_TYPED_CHARACTERS + 1, 7 * MAX_TYPED_CHARACTERS):
        status, answer = ask("PUT", "text", {"text": "a" * many, "follows": [fingerprint_of(before)]})
        assert status == 413
        assert "too long for a posting" in answer["message"]
    assert text_of(desk, posting) == before


def test_characters_that_nobody_sees_are_left_out_and_the_editor_is_told(ask, desk, posting):
    mark = fingerprint_of(text_of(desk, posting))
    status, answer = ask("PUT", "text", {"text": "# Nurse\u202e\x07", "follows": [mark]})
    assert (status, answer["text"]) == (200, "# Nurse")


def test_a_long_field_of_the_brief_is_saved_one_entry_a_line_and_reaches_the_text(ask, desk, posting):
    mark = fingerprint_of("Ask the chairman")
    body = {"field": "responsibilities", "text": "Ask the ward\n\nWrite notes\n", "follows": [mark]}
    status, answer = ask("PUT", "text", body)
    assert (status, answer["mark"]) == (200, fingerprint_of("Ask the ward\nWrite notes"))
    assert "- Ask the ward\n- Write notes" in text_of(desk, posting)
    assert ask("PUT", "text", {**body, "text": "Late"})[0] == 409
    assert ask("POST", "state", {"field": "responsibilities"})[1]["text"] == "Ask the ward\nWrite notes"


def test_the_state_holds_the_text_only_where_the_editor_has_an_older_one(ask, desk, posting):
    stored = desk.stored(posting)
    assert ask("POST", "state", {"order": stored.order})[1] == {"order": stored.order, "mark": stored.mark}
    assert ask("POST", "state", {"order": 0})[1]["text"] == stored.text


# ---- findings


def test_offsets_count_code_points_of_the_text_that_was_sent(ask):
    text = "# Nurse 🚑🚑\n\nAsk the chairman."
    finding = chairman(ask, text)
    assert text[finding["start"] : finding["end"]] == "chairman"
    assert finding["reported"] is None
    assert all(finding[part] for part in ("rule", "severity", "message", "why", "source"))
    start, end, new = finding["fixes"][0]["edits"][0]
    assert text[:start] + new + text[end:] == "# Nurse 🚑🚑\n\nAsk the chair."


def test_a_finding_is_ignored_for_a_reason_until_a_day_and_speaks_again(ask, desk, posting):
    text = text_of(desk, posting)
    name = chairman(ask, text)["id"]
    status, answer = ask("POST", "findings/ignore", {"text": text, "finding": name, "reason": " "})
    assert (status, answer["message"]) == (422, "A finding is ignored for a reason, and none was given.")
    until = "2026-12-24"
    body = {"text": text, "finding": name, "reason": "It is a name", "until": until}
    _, answer = ask("POST", "findings/ignore", body)
    assert name not in [each["id"] for each in answer["findings"]]
    (record,) = answer["ignored"]
    assert (record["quote"], record["reason"], record["owner"], record["until"]) == (
        "chairman",
        "It is a name",
        "Ada",
        until,
    )
    _, elsewhere = ask("POST", "lint", {"text": text + "\nMore words."})
    assert [each["context"] for each in elsewhere["ignored"]] == [record["context"]]
    _, answer = ask("POST", "findings/stop-ignoring", {"text": text, **record})
    assert (answer["ignored"], name in [each["id"] for each in answer["findings"]]) == ([], True)


def test_a_day_that_is_none_is_refused(ask, desk, posting):
    text = text_of(desk, posting)
    body = {"text": text, "finding": chairman(ask, text)["id"], "reason": "It is a name", "until": "soon"}
    assert ask("POST", "findings/ignore", body)[1]["message"] == "“soon” is no day."


def test_a_finding_is_reported_as_wrong_and_the_report_taken_back(ask, desk, posting):
    text = text_of(desk, posting)
    name = chairman(ask, text)["id"]
    ask("POST", "findings/wrong", {"text": text, "finding": name, "because": "It is a name"})
    assert chairman(ask, text)["reported"] == "It is a name"
    ask("POST", "findings/not-wrong", {"text": text, "finding": name})
    assert chairman(ask, text)["reported"] is None


def test_a_finding_that_the_text_does_not_have_is_refused(ask):
    status, answer = ask("POST", "findings/wrong", {"text": "We hire.", "finding": "no/such:0"})
    assert (status, answer["message"]) == (422, "This finding is not in the text any more.")


def test_a_record_that_covers_nothing_any_more_is_told_and_removed(ask, desk, posting):
    text = text_of(desk, posting)
    ask("POST", "findings/ignore", {"text": text, "finding": chairman(ask, text)["id"], "reason": "It is a name"})
    _, answer = ask("POST", "lint", {"text": "# Nurse\n\nAsk us."})
    assert [record["state"] for record in answer["idle"]] == ["nothing in the text needs it any more"]
    _, answer = ask("POST", "findings/stop-ignoring", {"text": "# Nurse\n\nAsk us.", **answer["idle"][0]})
    assert answer["idle"] == []


def test_safe_fixes_are_shown_and_not_saved(ask, desk, posting):
    before = text_of(desk, posting)
    text = "# Baker\n\nYou like the nightâ€™s quiet and the baker’s bread.\n"
    _, answer = ask("POST", "findings/safe-fixes", {"text": text})
    assert (answer["count"], answer["text"]) == (1, text.replace("nightâ€™s", "night’s"))
    (change,) = answer["changes"]
    assert (change["line"], change["old"], change["new"]) == (3, "nightâ€™s", "night’s")
    assert text_of(desk, posting) == before


def test_an_ignored_finding_is_not_mended(ask, desk, posting):
    text = "# Baker\n\nYou like the nightâ€™s quiet and the baker’s bread.\n"
    _, answer = ask("POST", "lint", {"text": text})
    assert answer["safe"] == 1
    (name,) = [each["id"] for each in answer["findings"] if any(fix["safety"] == "safe" for fix in each["fixes"])]
    _, answer = ask("POST", "findings/ignore", {"text": text, "finding": name, "reason": "It is meant so"})
    assert answer["safe"] == 0
    assert ask("POST", "findings/safe-fixes", {"text": text})[1]["text"] == text


# ---- many at once


def test_a_text_that_was_overtaken_by_a_newer_one_is_answered_with_when_to_come_again(ask, monkeypatch):
    async def overtaken(turns, who, work):
        raise Overtaken

    monkeypatch.setattr(Turns, "in_turn", overtaken)
    status, answer = ask("POST", "lint", {"text": "We hire."})
    assert (status, answer["error"]) == (429, "overtaken")
