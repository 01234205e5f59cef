"""What every page uses: the shared desk, moving between pages, errors, and text shown as it is."""

from __future__ import annotations

import getpass
import re
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from pydantic import SecretStr

from postwright.desk.model import ConfiguredModel
from postwright.errors import PostwrightError
from postwright.exchange.html import fragment
from postwright.services import Desk, open_desk
from postwright.settings import load_settings


@st.cache_resource(show_spinner=False)
def desk() -> Desk:
    """Return the one desk of this server process; the library behind it is safe for many sessions."""
    settings = load_settings()
    key, key_from = _key_among_secrets()
    return open_desk(settings, model=ConfiguredModel(settings, key=key, key_from=key_from))


def _key_among_secrets() -> tuple[SecretStr | None, str]:
    """Return a model's key from .streamlit/secrets.toml, and where it was found."""
    if st.secrets.load_if_toml_exists():
        for name in KEYS:
            if key := str(st.secrets.get(name, "")).strip():
                return SecretStr(key), f"{name} in secrets.toml"
    return None, ""


KEYS = ("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY", "POSTWRIGHT_API_KEY")


def go(page: str, **query: str) -> None:
    """Move to another page by its url path ("" is the list of postings)."""
    st.switch_page(st.session_state["pages"][page], query_params=query)


def bound(widget: Callable[..., Any], label: str, *, key: str, stored: object, **options: Any) -> None:
    """Show a widget with what is stored, whoever changed it; what was typed and refused stays.

    The stored value is the widget's default as well: a browser that missed the run in which the value was set, because
    the next one came before, would take the widget's own default, and send it as if it had been chosen.
    """
    _follow(key, stored)
    widget(label, key=key, **_default(widget, stored, options), **options)


def _default(widget: Callable[..., Any], stored: Any, options: Mapping[str, Any]) -> dict[str, Any]:
    if widget is st.selectbox:
        choices = list(options["options"])
        return {"index": choices.index(stored) if stored in choices else 0}
    return {"default" if widget is st.multiselect else "value": stored}


def _follow(key: str, stored: object) -> None:
    """Set the value of a widget where the stored one has changed since it was last shown.

    A widget that shows it already is left alone: setting it would take back what was typed meanwhile.
    """
    followed = st.session_state.setdefault("followed", {})  # one for all: Streamlit looks through all keys often
    known = key in st.session_state and key in followed
    if not known or (followed[key] != stored and not _shows(st.session_state[key], stored)):
        st.session_state[key] = stored
    followed[key] = stored


def _shows(typed: object, stored: object) -> bool:
    """Return whether what was typed is what is stored, blanks around it aside."""
    return typed == stored or (isinstance(typed, str) and typed.strip() == stored)


def guarded(action: Callable[..., object], *arguments: object, **named: object) -> Callable[[], None]:
    """Return a callback that keeps an error for the next run to show, so that what was typed stays on the page."""

    def run() -> None:
        try:
            action(*arguments, **named)
        except PostwrightError as error:
            st.session_state["failed"] = error

    return run


def signed_in_user() -> str:
    """Return who uses the page: the person signed in, the one the proxy names, or the system's user; "" if unknown.

    The proxy's word is taken only where this server may be reached from elsewhere, and so stands behind one.
    """
    person = st.user.to_dict()  # without sign-in it holds a placeholder
    if person.get("is_logged_in"):
        return str(person.get("name") or person.get("email") or "")
    if load_settings().allow_remote:
        headers = st.context.headers
        return next((name for header in _USER_HEADERS if (name := headers.get(header))), "")
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


_USER_HEADERS = ("X-Forwarded-Preferred-Username", "X-Forwarded-User", "X-Forwarded-Email", "X-Auth-Request-Email")
"""How proxies with sign-in name the person (oauth2-proxy and those that do as it does)."""


def tell(message: str) -> None:
    """Say something on the next run: what became of a click."""
    st.session_state["told"] = message


def show_failure() -> None:
    """Show the error or the message of the last action, once."""
    if error := st.session_state.pop("failed", None):
        show_error(error)
    if message := st.session_state.pop("told", None):
        st.info(escape(message), icon=":material/info:")


def show_error(error: PostwrightError) -> None:
    """Show an error that a person can do something about."""
    show_problem(f"{error.message} {error.hint}".strip())


def show_problem(words: str) -> None:
    """Show in words what is wrong, as an alert."""
    st.error(escape(words), icon=":material/error:")


def named(label: str, what: str) -> str:
    """Return a button's label of which only `label` is drawn; `what` tells screen readers one row from the next."""
    return f"{label} :small[{escape(what)}]"


def show_posting(text: str) -> None:
    """Show a posting's text as a candidate will read it."""
    if html := fragment(text).strip():
        st.html(html)
    else:
        st.markdown("The text is empty. Write it, or fill in the brief.")


def escape(text: str) -> str:
    """Return `text` so that Streamlit's Markdown shows it as it is: no formatting, links, math, icons or directives.

    Streamlit replaces icons (`:material/home:`), arrows (`->`) and addresses (`www.`, `https://`, e-mail) after escapes
    were read; a word joiner, which nobody sees, keeps those apart. Characters that turn the direction of writing are
    left out.
    """
    text = _REPLACED_LATER.sub("\\g<0>\u2060", _UNSEEN.sub("", text))
    return "".join(f"\\{letter}" if letter in _MARKDOWN else letter for letter in text).replace("\n", "  \n")


_MARKDOWN = frozenset("\\`*_{}[]()<>#+-!|~$:^=.&")
_REPLACED_LATER = re.compile(r":(?=[A-Za-z+]|//)|@(?=\w)|-(?=[->])|<(?=[-=])|>(?==)|~(?==)|www(?=\.)", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
