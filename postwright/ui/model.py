"""The language model: which one is in use, whether it answers, and how one is connected. Nothing needs one."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import streamlit as st

from postwright.ui.common import desk, escape, go

if TYPE_CHECKING:
    from postwright.drafting.doctor import Check

ICONS = {"ok": ":material/check_circle:", "limited": ":material/info:", "failed": ":material/error:"}
NAMES = {"ok": "works", "limited": "works, with a limit", "failed": "does not work"}
TRIED = {
    "address": "Its address",
    "models": "Its list of models",
    "chat": "Asking it something",
    "usage": "Counting what it costs",
    "strict schema": "Answers in a form that can be read",
    "streaming": "Lines as they are written",
    "finish reason": "Knowing that an answer is whole",
}
"""What is tried, in the words of the page; the command line keeps to the field's own."""
HOW = """
Set these in the environment before the start, or put the key into `.streamlit/secrets.toml`:

| variable | for example |
|---|---|
| `POSTWRIGHT_MODEL` | `openai:gpt-5-mini`, `azure:your-deployment`, or a model of your own server |
| `POSTWRIGHT_BASE_URL` | `http://127.0.0.1:8080/v1` for vLLM, Ollama, llama.cpp and others that speak like OpenAI |
| `OPENAI_API_KEY`, `AZURE_OPENAI_API_KEY` or `POSTWRIGHT_API_KEY` | your key; it is never shown, logged or kept |

`postwright doctor` tries the same on the command line. The README says what a draft costs and what to check first.
"""


def page() -> None:
    """Show the page."""
    st.title("Language model", anchor=False)
    st.markdown(
        "Optional. It can word drafts better, and can add nothing: each of its lines is checked against your brief, "
        "and what the brief does not say is refused. Without one every line is worded by the house's templates."
    )
    in_use = desk().rewritings.model_in_use()
    with st.container(border=True):
        if in_use.problem:
            st.error(f"{escape(in_use.problem)} {escape(in_use.hint)}", icon=":material/error:")
        elif not in_use.name:
            st.markdown("**No model is set**, and none is needed.")
        else:
            _in_use()
        if not in_use.allowed:
            st.warning("The organisation has switched language models off: nothing is sent.", icon=":material/block:")
            if st.button("Go to the page Organisation", icon=":material/domain:"):
                go("organisation")
    with st.expander("How to connect one", icon=":material/settings:", expanded=not in_use.name):
        st.markdown(HOW)
    with st.expander("What is sent, and what never is", icon=":material/outgoing_mail:"):
        st.markdown(
            "- Sent: duties, requirements, the summary and the team, with figures, technologies, places and names "
            "taken out and put back by us.\n- Never sent: names of people, addresses, pay, benefits, times, "
            "the hiring process and legal texts.\n- The step Text of a posting shows every request word for word, "
            "before the first call."
        )


def _in_use() -> None:
    for number, model in enumerate(desk().rewritings.models()):
        st.markdown(f"**{'In use' if number == 0 else 'Takes over where that fails'}: {escape(model.name)}**")
        key = f"key: {escape(model.key_from)}" if model.key_from else "without a key"
        st.markdown(f"At `{model.address.replace('`', '')}`, {key}.")
    if st.button("Test the connection", type="primary", icon=":material/network_check:"):
        st.session_state["model:checks"] = []
        with st.status("Trying the model", expanded=True) as status:
            for check in desk().rewritings.try_model(threading.Event()):
                st.session_state["model:checks"].append(check)
                _check(check)
            failed = any(check.result == "failed" for check in st.session_state["model:checks"])
            status.update(label=_verdict(failed=failed), state="error" if failed else "complete", expanded=True)
    elif checks := st.session_state.get("model:checks"):
        st.markdown(f"**{_verdict(failed=any(check.result == 'failed' for check in checks))}**")
        for check in checks:
            _check(check)


def _verdict(*, failed: bool) -> str:
    return "Drafts cannot be reworded with it; everything else works" if failed else "Drafts can be reworded with it"


def _check(check: Check) -> None:
    said = f"{escape(check.message)} **{escape(check.hint)}**" if check.hint else escape(check.message)
    st.markdown(f"{ICONS[check.result]} **{TRIED[check.name]}** {NAMES[check.result]}. {said}")
