"""The language model of a desk: which it is, whether it may be used, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from postwright.drafting.endpoint import endpoints_of
from postwright.errors import SettingsError

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

    from pydantic import SecretStr

    from postwright.drafting.doctor import Check
    from postwright.drafting.writer import Writer
    from postwright.settings import Settings


class Model(Protocol):
    """A model that is set, or the absence of one."""

    @property
    def name(self) -> str:
        """What is shown and kept: "openai:gpt-5-mini"; empty where none is set. SettingsError for a wrong setting."""

    def writer(self) -> Writer:
        """Return a writer for one draft, with a token budget of its own; the model stack is imported only here."""

    @property
    def at_once(self) -> int:
        """How many calls may be under way at once."""

    def addresses(self) -> tuple[ModelAddress, ...]:
        """Return the model that is set and the one that takes over from it; SettingsError for a wrong setting."""

    def tried(self, stop: threading.Event) -> Iterator[Check]:
        """Yield what is found when each thing that drafting needs is tried; nothing of a brief is sent."""


@dataclass(frozen=True, slots=True)
class ModelAddress:
    """A model that is set, as people are told of it."""

    name: str
    address: str
    key_from: str
    """Where its key was found, never the key; empty without one."""


class ConfiguredModel:
    """The model of the settings, whether one is set or not."""

    def __init__(self, settings: Settings, *, key: SecretStr | None = None, key_from: str = "") -> None:
        """Keep what is needed; `key` is one that the page found among its secrets, and `key_from` says where."""
        self._settings, self._key, self._key_from = settings, key, key_from

    @property
    def name(self) -> str:
        """The name of the first model; empty where none is set. SettingsError for a wrong setting."""
        endpoints = endpoints_of(self._settings, key=self._key, key_from=self._key_from)
        return endpoints[0].name if endpoints else ""

    @property
    def at_once(self) -> int:
        """How many calls this process makes at once, of all drafts together."""
        return self._settings.model_concurrency

    def addresses(self) -> tuple[ModelAddress, ...]:
        """Return the model that is set and the one that takes over from it; SettingsError for a wrong setting."""
        endpoints = endpoints_of(self._settings, key=self._key, key_from=self._key_from)
        return tuple(ModelAddress(each.name, each.location.url, each.key_from) for each in endpoints)

    def tried(self, stop: threading.Event) -> Iterator[Check]:
        """Yield what is found when each thing that drafting needs is tried; nothing of a brief is sent."""
        from postwright.drafting.abilities import AbilityBook  # the model stack takes a second to import
        from postwright.drafting.doctor import examine

        for endpoint in endpoints_of(self._settings, key=self._key, key_from=self._key_from)[:1]:
            book = AbilityBook(self._settings.model_abilities)
            book.forget(endpoint)  # what it could do once may be over
            yield from examine(endpoint, book, seconds=self._settings.model_timeout, stop=stop)

    def writer(self) -> Writer:
        """Return a writer for one draft. SettingsError where none is set, or a setting is wrong."""
        from postwright.drafting.configured import open_writer  # the model stack takes a second to import

        writer = open_writer(self._settings, key=self._key, key_from=self._key_from) if self.name else None
        if writer is None:
            raise SettingsError("No language model is set.", hint="Set POSTWRIGHT_MODEL; the README says how.")
        return writer


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
