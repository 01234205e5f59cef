"""The language model of a desk: which it is, whether it may be used, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from postwright.drafting.writer import Writer
from postwright.errors import SettingsError


class Model(Protocol):
    """A model that is set, or the absence of one."""

    @property
    def name(self) -> str:
        """What is shown and kept: "openai:gpt-5-mini"; empty where none is set. SettingsError for a wrong setting."""

    def writer(self) -> Writer:
        """Return a writer for one draft, with a token budget of its own; the model stack is imported only here."""


class NoModel:
    """No model is set."""

    name = ""

    def writer(self) -> Writer:
        """Raise SettingsError: there is none."""
        raise SettingsError("No language model is set.", hint="Set POSTWRIGHT_MODEL; the README says how.")


@dataclass(frozen=True, slots=True)
class ModelInUse:
    """Which model rewords drafts."""

    name: str
    """Empty where none is set."""
    allowed: bool
    """Whether the organisation lets models be used (page Organisation)."""
    problem: str = ""
    """Why it cannot be used; empty where it can, or where none is set."""
    hint: str = ""

    @property
    def ready(self) -> bool:
        """Whether something can be sent to it."""
        return bool(self.name) and self.allowed and not self.problem


def model_in_use(model: Model, *, allowed: bool) -> ModelInUse:
    """Return what the page shows of the model; nothing is called."""
    try:
        return ModelInUse(model.name, allowed)
    except SettingsError as error:
        return ModelInUse("", allowed, error.message, error.hint)
