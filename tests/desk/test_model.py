"""Which model is in use is told from the settings alone; its stack is imported when a draft is begun, not before."""

import subprocess
import sys

import pytest
from pydantic import SecretStr

from postwright.desk.model import ConfiguredModel, ModelInUse, model_in_use
from postwright.errors import SettingsError
from postwright.model.brief import Brief
from postwright.services import open_desk
from postwright.settings import Settings
from tests.servers.fake_openai import FakeOpenAI
from tests.servers.scripted_model import reply_of
from tests.servers.scripted_writers import faithful


def test_the_settings_name_the_model(tmp_path):
    settings = Settings(data_dir=tmp_path, model="openai:small")
    assert model_in_use(ConfiguredModel(settings), allowed=True) == ModelInUse("openai:small", allowed=True)


def test_a_wrong_setting_is_told_with_its_variable(tmp_path):
    told = model_in_use(ConfiguredModel(Settings(data_dir=tmp_path, model="small")), allowed=True)
    assert (told.ready, told.name) == (False, "")
    assert told.problem.startswith("POSTWRIGHT_MODEL does not say whose model small is.")


def test_without_a_model_there_is_no_writer(tmp_path):
    with pytest.raises(SettingsError, match="No language model is set"):
        ConfiguredModel(Settings(data_dir=tmp_path)).writer()


def test_a_desk_with_a_model_starts_without_the_model_stack(tmp_path):
    program = (
        "import sys; from pathlib import Path; from postwright.services import open_desk; "
        "from postwright.settings import Settings; "
        "desk = open_desk(Settings(data_dir=Path(sys.argv[1]), model='openai:small')); "
        "desk.rewritings.what_will_be_sent(desk.new_example()); "
        "print(sorted({'langchain', 'langchain_core', 'openai', 'httpx2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_draft_is_reworded_over_http_with_the_key_of_the_page(tmp_path):
    with FakeOpenAI(lambda asked: reply_of(faithful, asked)) as server:
        settings = Settings(data_dir=tmp_path, model="fake", base_url=server.url)
        model = ConfiguredModel(settings, key=SecretStr("from-the-page"), key_from="secrets.toml")
        desk = open_desk(settings, model=model)
        posting = desk.new_from_brief(Brief.model_validate({"must_have": ["Experience with dough"]}))
        desk.rewritings.start(posting)
        done = desk.rewritings.wait(posting)
        desk.close()
    assert (done.state, done.model, done.problems) == ("done", "fake", ())
    assert [result.text for result in done.results] == ["You have experience with dough"]
    assert server.requests[-1].headers["authorization"] == "Bearer from-the-page"
