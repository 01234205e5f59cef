"""Hostile inputs, each with what must come of it: a person's own words stand as typed, and nothing in them acts.

`hostile_inputs.jsonl` lists them; a test's name begins with the number of its input.
"""

from __future__ import annotations

import io
import json
import logging
import re
import threading
import zipfile
from pathlib import Path

import docx
import pytest

from postwright.drafting.abilities import Abilities, AbilityBook
from postwright.drafting.addresses import vetted
from postwright.drafting.chat import Chat
from postwright.drafting.compose import compose
from postwright.drafting.endpoint import endpoints_of
from postwright.drafting.hard_facts import fact_finder
from postwright.drafting.langchain_writer import LangchainWriter
from postwright.drafting.material import material
from postwright.drafting.prompts import PROMPTS, load_prompt
from postwright.drafting.requests import Asker
from postwright.drafting.rewriting import Rewriter
from postwright.drafting.rewritten import ItemResult, Unanswered
from postwright.errors import AddressRefused, DocumentError, GuidelineError, SettingsError, TemplateError
from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.verify import verify
from postwright.guidelines.load import load_guidelines
from postwright.model.brief import Brief, Organisation
from postwright.settings import Settings
from tests.servers.fake_openai import FakeOpenAI, Reply
from tests.servers.scripted_writers import lines_in

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "hostile_inputs.jsonl").read_text(encoding="utf-8").splitlines()
]


def spelled(given):
    """Return an input with its repetitions written out."""
    if isinstance(given, dict):
        return given.get("before", "") + given["repeat"] * given["times"] + given.get("then", "")
    return [spelled(each) for each in given] if isinstance(given, list) else given


GIVEN = {row["id"]: spelled(row["in"]) for row in ROWS}


def test_every_input_has_a_test():
    tested = {
        int(number)
        for name in globals()
        if (numbers := re.match(r"test_((?:\d+_)+)", name))
        for number in numbers[1].strip("_").split("_")
    }
    assert tested == set(GIVEN) == set(range(1, 41))


# --- at the desk


@pytest.fixture
def posting(desk):
    """Return a function that starts a posting with fields as they are typed."""

    def start(**fields):
        id_ = desk.new_posting()
        for path, value in {"title": "Baker", **fields}.items():
            desk.set_field(id_, path.replace("__", "."), value)
        return id_

    return start


def exported(desk, id_):
    """Return every export that is text, and the text of the Word document."""
    texts = {name: desk.export(id_, name).content.decode() for name in ("md", "html", "txt", "json", "jsonld")}
    document = docx.Document(io.BytesIO(desk.export(id_, "docx").content))
    return texts | {"docx": "\n".join(paragraph.text for paragraph in document.paragraphs)}


def rules_of(desk, id_):
    return {finding.rule for finding in desk.findings(id_)}


@pytest.mark.parametrize("number", [1, 6])
def test_1_6_what_looks_like_a_template_stands_as_typed(desk, posting, number):
    id_ = posting(title=GIVEN[number])
    assert desk.open(id_).title == GIVEN[number]
    texts = exported(desk, id_)
    assert all(GIVEN[number] in texts[name] for name in ("html", "txt", "docx"))
    assert not any("49" in text for text in texts.values())


@pytest.mark.parametrize("number", [2, 3])
def test_2_3_a_house_text_is_no_template(desk, posting, tmp_path, number):
    folder = tmp_path / "guidelines" / "boilerplate"
    folder.mkdir(parents=True)
    (folder / "equal_opportunity.md").write_text(
        f"---\nsource: our own\n---\nEveryone may apply. {GIVEN[number]}\n", encoding="utf-8"
    )
    text = desk.export(posting(), "txt").content.decode()
    assert f"Everyone may apply. {GIVEN[number]}" in text


@pytest.mark.parametrize("number", [4, 5])
def test_4_5_a_prompt_of_the_house_is_judged_before_it_is_rendered(tmp_path, number):
    shipped = (PROMPTS / "rewrite.md.j2").read_text(encoding="utf-8")
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "rewrite.md.j2").write_text(
        shipped.replace("{% block system %}", "{% block system %}" + GIVEN[number]), encoding="utf-8"
    )
    with pytest.raises(TemplateError, match=r"prompts/rewrite\.md\.j2: Line"):
        load_prompt("rewrite", overlay=tmp_path)


def test_7_an_instruction_in_a_duty_stands_as_typed_and_is_no_pay(desk, posting):
    id_ = posting(responsibilities=GIVEN[7])
    texts = exported(desk, id_)
    assert GIVEN[7] in texts["txt"]
    assert "baseSalary" not in json.loads(texts["jsonld"])
    assert desk.open(id_).brief.pay == ()


@pytest.mark.parametrize("number", [11, 12, 13])
def test_11_12_13_pictures_links_and_tags_in_a_duty_are_words(desk, posting, number):
    texts = exported(desk, posting(responsibilities=GIVEN[number]))
    assert GIVEN[number] in texts["txt"]
    assert GIVEN[number] in texts["docx"]
    for name in ("html", "jsonld"):
        html = texts[name] if name == "html" else json.loads(texts[name])["description"]
        assert not re.search(r"(?i)<(?:img|script|svg)|href=(?![\"']?(?:https?|mailto):)", html)
    assert not re.search(r"(?<!\\)!\[|(?<![\\!])\[Apply|(?<!\\)<(?:img|script)", texts["md"])


def test_14_the_companys_own_words_are_escaped(desk, posting):
    desk.save_organisation(Organisation(name="Crumb", description=GIVEN[14]))
    texts = exported(desk, posting())
    assert "&lt;/textarea&gt;&lt;svg/onload=alert(1)&gt;" in texts["html"]
    assert "<svg" not in texts["html"] + json.loads(texts["jsonld"])["description"]


def test_15_an_address_that_hides_where_it_leads_is_refused(desk, posting):
    id_ = posting(apply__address=GIVEN[15])
    assert desk.open(id_).problems == {
        "apply.address": "how to apply, address: it leads to evil.example, not to crumb.example: "
        'leave out what stands before the "@"'
    }
    assert "evil.example" not in desk.open(id_).text


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JavaScript : alert(1)", "data:text/html,x", "file:///etc"]
)
def test_15_an_address_that_does_something_is_refused(desk, posting, address):
    id_ = posting(apply__address=address)
    assert desk.open(id_).problems == {
        "apply.address": "how to apply, address: it is no web address; write it as https://..."
    }


def test_15_an_address_that_hides_where_it_leads_is_no_link_in_a_duty(desk, posting):
    texts = exported(desk, posting(responsibilities=f"{GIVEN[15]}\n[Apply]({GIVEN[15]})"))
    assert GIVEN[15] in texts["txt"]
    assert "href" not in texts["html"].partition("<body>")[2]
    assert "href" not in json.loads(texts["jsonld"])["description"]


def test_16_a_line_break_in_an_email_address_is_refused(desk, posting):
    id_ = posting(apply__email=GIVEN[16])
    assert desk.open(id_).problems == {
        "apply.email": "how to apply, email: an e-mail address has no spaces and no line breaks; give one address"
    }
    assert "Bcc" not in desk.open(id_).text


def test_17_18_19_what_turns_or_hides_the_writing_is_taken_out_and_told_of_an_upload(desk, posting):
    assert desk.open(posting(title=GIVEN[17])).title == "Bakernoitpada"
    text = desk.open(posting(responsibilities=f"{GIVEN[18]}\n{GIVEN[19]}")).text
    assert "- Salary £24k\n- Bake bread\n" in text
    pasted = desk.read_pasted(f"Baker\n\n{GIVEN[17]}\n{GIVEN[18]}\n{GIVEN[19]}")
    assert pasted.text == "Baker\n\nBakernoitpada\nsalary £24k\nBake bread"
    assert pasted.notes == (
        "1 character(s) that change the direction of writing were removed.",
        "4 invisible character(s) were removed.",
    )


def test_20_letters_that_only_look_latin_are_told(desk, posting):
    id_ = posting()
    desk.add_entry(id_, "must_have")
    desk.set_field(id_, "must_have.1.text", GIVEN[20])
    (finding,) = (each for each in desk.findings(id_) if each.rule == "clarity/look-alike-letters")
    assert finding.message == "“Рython” has letters of another alphabet in it (Р): it is not the word “Python”."
    assert desk.reading(id_).technologies == ()


def test_21_22_amounts_are_read_by_the_rules_of_their_land_or_asked_for(desk):
    def pay(text):
        checked = desk.check(desk.read_pasted(f"Baker\n\nYou bake bread.\n\n{text}"), places=["US-CO"])
        read = checked.reading.pay
        asked = any(finding.rule == "missing/pay-range" for finding in checked.findings)
        return (read.minimum, read.currency) if read else "asked for" if asked else None

    assert pay(GIVEN[21]) == (30_000, "GBP")
    assert [pay(text) for text in GIVEN[22]] == [(70_000, "EUR"), (70_000, "EUR"), (700_000, "INR"), "asked for"]


def test_23_pay_that_is_none_is_refused_with_what_is_wrong(desk, posting):
    def problems(**values):
        id_ = posting()
        desk.add_entry(id_, "pay")
        for name, value in values.items():
            desk.set_field(id_, f"pay.1.{name}", value)
        return list(desk.open(id_).problems.values())

    assert [problems(minimum=value) for value in GIVEN[23]] == [
        ["pay 1, minimum: -1 is too small; it must be more than 0"],
        ["pay 1, minimum: 0 is too small; it must be more than 0"],
        ["pay 1, minimum: 1000000000000000019884624838656 is too large; 1,000,000,000,000 is the most"],
        ["pay 1, minimum: it must be a number that can be counted to"],
    ]
    assert problems(minimum=5, maximum=4) == ["pay 1: the maximum pay is below the minimum pay"]


def test_24_a_line_of_two_million_characters_is_refused(desk, posting):
    assert desk.open(posting(responsibilities=GIVEN[24])).problems == {
        "responsibilities": "responsibility 1, text: it is too long: 2,039,999 characters; 600 is the most"
    }
    with pytest.raises(DocumentError, match="too long for a posting"):
        desk.read_pasted(GIVEN[24])


def test_25_ten_thousand_duties_are_refused(desk, posting):
    opened = desk.open(posting(responsibilities=GIVEN[25]))
    assert opened.problems == {"responsibilities": "responsibility: 10,000 entries are too many; 200 is the most"}
    assert opened.brief.responsibilities == ()


def test_26_a_wall_of_digits_is_read_without_trouble(desk, posting):
    assert list(desk.open(posting(responsibilities=GIVEN[26])).problems) == ["responsibilities"]
    checked = desk.check(desk.read_pasted(f"Baker\n\n{GIVEN[26]}"))
    assert checked.reading.demands == ()


def test_27_marks_that_are_piled_up_are_taken_off(desk, posting):
    assert "- Z\u0351\u036b\u0351\u036b\n" in desk.open(posting(responsibilities=GIVEN[27])).text
    pasted = desk.read_pasted(f"Baker\n\n{GIVEN[27]}")
    assert pasted.notes == ("On 1 letter(s) marks were piled up; most of them were removed.",)


def test_28_no_cell_of_a_table_is_a_formula(desk, posting):
    posting(title=GIVEN[28])
    reviewed = desk.reviews.of_library()
    table = desk.reviews.export(reviewed, "csv").decode("utf-8-sig")
    assert GIVEN[28].replace('"', '""') in table
    assert not re.search(r'(?:^|,)"?[=+@\t\r-](?!\d)', table, re.MULTILINE)


@pytest.mark.parametrize("title", [GIVEN[29], *GIVEN[30]])
def test_29_30_a_files_name_is_one_that_every_system_takes(desk, posting, title):
    name = desk.export_filename(posting(title=title), "md")
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,99}\.md", name)
    assert name.partition(".")[0] not in ("con", "nul", "prn", "aux")


@pytest.mark.parametrize("number", [31, 32])
def test_31_32_a_guideline_is_plain_values_only(desk, tmp_path, number):
    folder = tmp_path / "guidelines" / "wording"
    folder.mkdir(parents=True)
    (folder / "house.yaml").write_text(GIVEN[number], encoding="utf-8")
    with pytest.raises(GuidelineError, match=r"house\.yaml"):
        desk.guidelines()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_document(body: str, *, before: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{before}<w:document {W}><w:body>{body}</w:body></w:document>")
    return stream.getvalue()


def test_33_a_hostile_word_document_is_refused_or_read_without_fetching_anything(desk):
    bomb = word_document("<w:p><w:r><w:t>" + "a" * 41_000_000 + "</w:t></w:r></w:p>")
    with pytest.raises(DocumentError):
        desk.read_upload(bomb, "bomb.docx")
    entity = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    content = word_document("<w:p><w:r><w:t>Baker &x;</w:t></w:r></w:p>", before=entity)
    assert desk.read_upload(content, "entity.docx").text.strip() == "Baker"


# --- before a model


BRIEF = {
    "title": "Baker",
    "responsibilities": ["Bake rye bread at night", "Clean the oven"],
    "must_have": [{"text": "baking bread", "years": {"minimum": 5}}, "SQL for the stock list"],
}


@pytest.fixture(scope="session")
def rules():
    return load_guidelines()


@pytest.fixture
def rewritten(rules, tmp_path):
    """Return a function from a brief and a server's answers to what came of them, and the server's requests."""

    def rewrite(reply, *, duty: str = "", abilities: Abilities | None = None):
        duties = [duty] if duty else []
        brief = Brief.model_validate({**BRIEF, "responsibilities": [*BRIEF["responsibilities"], *duties]})
        composed = compose(brief, organisation=Organisation(), guidelines=rules)
        lexicon = lexicon_of(rules)
        find_facts = fact_finder(lexicon)
        sent = material(composed, brief, Organisation(), find_facts=find_facts)
        with FakeOpenAI(reply) as server:
            (endpoint,) = endpoints_of(Settings(model="fake", base_url=server.url, api_key="sk-kept-to-itself"))
            book = AbilityBook(tmp_path / "abilities.json")
            book.remember(endpoint, abilities or Abilities("json_schema"))
            rewriter = Rewriter(
                LangchainWriter(Chat(endpoint), book),
                Asker(rules, None, b"secret"),
                lambda statement: verify(statement, lexicon=lexicon),
                find_facts=find_facts,
            )
            events = list(rewriter.rewrite(sent, stop=threading.Event()))
        return events, server.requests

    return rewrite


def answering(text=None, *, sources=None):
    """Return replies that write `text` in place of every line, or the lines as they are, citing `sources`."""

    def reply(asked):
        entries = [
            {
                "id": line["id"],
                "text": line["text"] if text is None else text,
                "source_ids": line["sources"] if sources is None else sources,
            }
            for line in lines_in(asked.text)
        ]
        return Reply(json.dumps({"items": entries}), piece=1000)

    return reply


def results(events):
    return [event for event in events if isinstance(event, ItemResult)]


def kinds(result):
    return {finding.kind for attempt in result.attempts for finding in attempt.findings if finding.refuses}


def test_7_a_model_that_obeys_a_duty_is_refused(rewritten):
    events, _ = rewritten(answering("Salary: £200,000"), duty=GIVEN[7])
    others = [each for each in results(events) if "200,000" not in each.composed]
    assert len(others) == 4
    assert all(each.outcome == "put_back" and each.text == each.composed for each in others)


@pytest.mark.parametrize("sources", [["must_have.1"], *GIVEN[35]])
def test_8_35_only_a_lines_own_sources_count(rewritten, sources):
    events, _ = rewritten(answering(sources=sources), duty=GIVEN[8])
    refused = [each for each in results(events) if not set(sources) & {source.id for source in each.sources}]
    assert len(refused) >= 4
    assert all(each.outcome == "put_back" and kinds(each) == {"unknown_source"} for each in refused)


@pytest.mark.parametrize("number", [9, 10])
def test_9_10_material_cannot_end_itself_and_a_model_that_obeys_it_is_refused(rewritten, number):
    def obeying(asked):
        told = asked.body["messages"][0]["content"]
        return answering(told[:400])(asked)

    events, requests = rewritten(obeying, duty=GIVEN[number])
    found = []
    for asked in requests:
        (material_of_it,) = re.findall(r"^DATA-(\w+)\n(.*)\nEND-\1$", asked.text, re.DOTALL | re.MULTILINE)
        found.append(GIVEN[number].partition(" ")[2][-30:] in material_of_it[1])
    assert found.count(True) == 2  # the wording and its repair
    assert {each.outcome for each in results(events)} == {"put_back"}


def test_26_a_wall_of_digits_is_no_line_of_a_model(rewritten):
    events, _ = rewritten(answering(GIVEN[26][:20_000]))
    assert {each.outcome for each in results(events)} == {"put_back"}


@pytest.mark.parametrize("around", GIVEN[34][:2])
def test_34_a_fenced_answer_is_read(rewritten, around):
    events, _ = rewritten(lambda asked: Reply(around % answering()(asked).text, piece=1000))
    assert {each.outcome for each in results(events)} == {"kept"}


def test_34_a_cut_answer_is_asked_for_once_more_and_then_put_back(rewritten):
    events, requests = rewritten(lambda asked: Reply(GIVEN[34][2] % answering()(asked).text))
    assert {each.outcome for each in results(events)} == {"put_back"}
    (unusable,) = (event for event in events if isinstance(event, Unanswered))
    assert unusable.message == "It was not the JSON object that was asked for."
    assert len(requests) == 2


def test_36_years_that_belong_to_something_else_are_refused(rewritten):
    events, _ = rewritten(answering(GIVEN[36]))
    stock = next(each for each in results(events) if "SQL" in each.composed)
    assert stock.outcome == "put_back"
    assert stock.text == stock.composed


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        ({"finish_reason": None}, "The model's answer ended without saying that it was complete."),
        ({"finish_reason": "length"}, "The model's answer is longer than it may be."),
        ({"refusal": "I would rather not."}, "The model declined to answer."),
    ],
)
def test_37_an_answer_that_is_not_complete_is_never_taken_for_one(rewritten, reply, message):
    def first_line_only(asked):
        text = answering()(asked).text
        return Reply(text[: text.index("}") + 1], piece=1000, **reply)

    events, _ = rewritten(first_line_only)
    assert [event.message for event in events if isinstance(event, Unanswered)] == [message]
    outcomes = [each.outcome for each in results(events)]
    assert outcomes.count("kept") == 1
    assert set(outcomes) == {"kept", "put_back"}


def test_38_an_address_that_may_not_be_called_is_refused_before_a_key_is_sent():
    link_local, file, plain = GIVEN[38]
    with pytest.raises(
        SettingsError, match="POSTWRIGHT_BASE_URL cannot be used: The model's address begins with file:"
    ):
        endpoints_of(Settings(model="m", base_url=file))
    for url, words in ((link_local, "where machines keep credentials"), (plain, "A key is never sent")):
        (endpoint,) = endpoints_of(Settings(model="m", base_url=url, api_key="k"))
        with pytest.raises(AddressRefused, match=words):
            vetted(endpoint.location, with_key=True)


def test_39_keys_and_numbers_of_persons_are_told_by_their_first_letters(desk, posting):
    id_ = posting(responsibilities=GIVEN[39])
    found = [finding for finding in desk.findings(id_) if finding.rule == "clarity/pasted-secret"]
    assert [finding.quote for finding in found] == ["sk-l", "JG 4"]
    assert not any("9c2f4e7a" in finding.message for finding in found)


def test_39_keys_and_numbers_of_persons_are_never_sent_and_never_logged(rewritten, caplog):
    caplog.set_level(logging.DEBUG)
    _, requests = rewritten(answering(), duty=GIVEN[39])
    sent = "\n".join(asked.text for asked in requests)
    assert "Clean the oven" in sent
    assert not [part for part in ("9c2f4e7a", "48 21 07", "sk-kept-to-itself") if part in sent + caplog.text]


def test_40_what_looks_like_an_object_of_the_model_stack_is_text(desk, posting, rewritten):
    assert GIVEN[40] in desk.export(posting(responsibilities=GIVEN[40]), "txt").content.decode()
    events, requests = rewritten(answering(), duty=GIVEN[40])
    assert r"\"type\":\"secret\"" in requests[0].text
    assert next(each.text for each in results(events) if "lc" in each.composed) == GIVEN[40]
