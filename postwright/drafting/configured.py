"""Settings -> the writer that a draft uses, with all that guards it, or None where no model is set."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import TYPE_CHECKING

from postwright.drafting.abilities import AbilityBook
from postwright.drafting.chat import Chat
from postwright.drafting.endpoint import endpoints_of
from postwright.drafting.guarded import TokenBudget, guarded
from postwright.drafting.langchain_writer import LangchainWriter

if TYPE_CHECKING:
    from pydantic import SecretStr

    from postwright.drafting.writer import Writer
    from postwright.settings import Settings


def open_writer(settings: Settings, *, key: SecretStr | None = None, key_from: str = "") -> Writer | None:
    """Return a writer with a fresh budget, for one draft; nothing is called yet. SettingsError where one is wrong.

    `key` is one that the page found among its secrets, and `key_from` says where, for people.
    """
    endpoints = endpoints_of(settings, key=key, key_from=key_from)
    if not endpoints:
        return None
    book = AbilityBook(settings.model_abilities)
    return guarded(
        [LangchainWriter(Chat(endpoint), book) for endpoint in endpoints],
        seconds=settings.model_timeout,
        budget=TokenBudget(settings.model_tokens),
        at_once=_at_once(settings.model_concurrency),
    )


@lru_cache(maxsize=8)
def _at_once(calls: int) -> threading.Semaphore:
    """Return the turns that all drafts of this process share."""
    return threading.Semaphore(calls)
