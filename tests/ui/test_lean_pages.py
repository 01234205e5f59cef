"""The pages of every day load nothing that they do not need, and save a line after the pause that we set."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from page_parts import label_of, open_groups

from postwright.model.brief import Brief

APP = Path(__file__).resolve().parents[2] / "app.py"
PROGRAM = """
import sys
from streamlit.testing.v1 import AppTest
for page, step in (("postings", ""), ("write", "Brief"), ("write", "Text"), ("write", "Export"), ("organisation", "")):
    script = f"from postwright.ui import {page}, shortcuts\\nshortcuts.show()\\n{page}.page()"
    app = AppTest.from_string(script, default_timeout=120)
    app.query_params["posting"], app.query_params["step"] = sys.argv[1], step
    app.run()
    assert not app.exception, app.exception
print(sorted({"pandas", "numpy", "pyarrow", "altair", "langchain", "openai"} & set(sys.modules)))
"""


def test_writing_a_posting_loads_neither_the_table_nor_the_model_stack(desk, tmp_path):
    posting = desk.new_from_brief(Brief.model_validate({"title": "Baker", "must_have": [{"text": "baking bread"}]}))
    done = subprocess.run([sys.executable, "-c", PROGRAM, posting], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "[]\n"


def test_no_garbage_is_collected_after_every_click():
    """The setting is not listed by `streamlit config show`; one that Streamlit no longer knows raises here."""
    program = "from streamlit import config; print(config.get_option('runner.postScriptGC'))"
    done = subprocess.run([sys.executable, "-c", program], cwd=APP.parent, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("False\n", 0), done.stderr


@pytest.mark.parametrize(("label", "pause"), [("Job title", 100), ("Start", None)])
def test_a_line_is_saved_while_it_is_typed_but_not_one_that_is_wrong_until_it_is_whole(open_page, desk, label, pause):
    posting = desk.new_from_brief(Brief(title="Baker"))
    app = open_page("write", posting=posting)
    open_groups(app, posting)
    field = label_of(app, "text_input", label).proto
    assert (field.live_debounce_ms if field.HasField("live_debounce_ms") else None) == pause
