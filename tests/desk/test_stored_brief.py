"""A brief that was kept under earlier rules is opened under today's: nothing of it is lost."""

from __future__ import annotations

from postwright.desk.stored_brief import stored_draft
from postwright.model.brief import Brief, Pay


def test_a_valid_brief_is_itself():
    draft = stored_draft({"title": "Baker"}, {"hours": {"value": 1, "problem": "it must be text"}})
    assert (draft.brief, draft.raw()) == (Brief(title="Baker"), {"hours": 1})


def test_what_is_not_valid_any_more_stands_beside_it_with_what_is_wrong():
    stored = {
        "title": "Baker",
        "pay": [{"id": 3, "minimum": 0, "currency": "GBP"}],
        "apply": {"email": "jobs@crumb.example and ann@crumb.example", "instructions": "Call."},
        "levels": [{"id": 1, "level": "mid"}, {"id": 2, "level": "gone"}],
        "closing": {"date": "2026-01-01"},
        "date_posted": "2026-02-01",
    }
    draft = stored_draft(stored, {})
    assert draft.brief == Brief.model_validate(
        {
            "title": "Baker",
            "pay": [{"id": 3, "currency": "GBP"}],
            "apply": {"instructions": "Call."},
            "levels": [{"id": 1, "level": "mid"}],
            "date_posted": "2026-02-01",
        }
    )
    assert draft.brief.pay == (Pay(id=3, currency="GBP"),)
    assert draft.problems() == {
        "pay.3.minimum": "pay 1, minimum: 0 is too small; it must be more than 0",
        "apply.email": "how to apply, email: an e-mail address has no spaces and no line breaks; give one address",
        "levels.2.level": draft.problems()["levels.2.level"],
        "levels.2": draft.problems()["levels.2"],
        "closing": draft.problems()["closing"],
    }
    assert draft.raw()["apply.email"] == "jobs@crumb.example and ann@crumb.example"
    assert stored["apply"]["email"] == "jobs@crumb.example and ann@crumb.example"


def test_a_posting_kept_under_earlier_rules_can_be_opened_and_edited(desk):
    id_ = desk.new_posting()
    desk.set_field(id_, "title", "Baker")
    kept = desk._library.get(id_)
    brief = {**kept.brief, "apply": {"address": "https://crumb.example@evil.example"}}
    import dataclasses

    desk._library.save(kept, dataclasses.replace(kept, brief=brief), reason="brief")
    opened = desk.set_field(id_, "title", "Night baker")
    assert opened.brief.title == "Night baker"
    assert opened.raw == {"apply.address": "https://crumb.example@evil.example"}
    assert list(opened.problems) == ["apply.address"]
