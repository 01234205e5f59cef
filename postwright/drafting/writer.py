"""The port to a language model: worded items in, worded items out, one by one as they come.

Nothing here knows a provider. What a writer returns is a proposal: `rewriting` grounds each item before it is seen.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from postwright.model.statement import Source
from postwright.model.words import SectionKind, Strength


@dataclass(frozen=True, slots=True)
class WriterItem:
    """An item to reword: its text as it is sent, and the sources that it may cite."""

    id: str
    section: SectionKind
    text: str
    strength: Strength | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """What a model made of an item; `id` and `source_ids` are its word, checked by nobody yet."""

    id: str
    text: str
    source_ids: tuple[str, ...]
    model: str
    """The name of the model that wrote it, which is kept with its words."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that an answer cost; estimated by the writer where the server does not tell."""

    input_tokens: int
    output_tokens: int

    def __add__(self, other: Usage) -> Usage:
        return Usage(self.input_tokens + other.input_tokens, self.output_tokens + other.output_tokens)


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat."""

    role: Literal["system", "user"]
    text: str


@dataclass(frozen=True, slots=True)
class RenderedPrompt:
    """A prompt as it is sent, and what made it."""

    name: str
    version: str
    """Of the file under prompts/; with a fingerprint behind it where the house's own file was used."""
    messages: tuple[Message, ...]
    schema: Mapping[str, Any]
    """JSON schema (strict) of the whole answer: an object with `items`, each with `id`, `text` and `source_ids`."""

    @property
    def label(self) -> str:
        """Name and version, as they are kept with what the prompt made."""
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """One call of a model: `prompt` is all that is sent, `items` are what it is about."""

    prompt: RenderedPrompt
    items: tuple[WriterItem, ...]
    max_output_tokens: int


class Writer(Protocol):
    """A model, or a wrapper around one."""

    @property
    def name(self) -> str:
        """What is shown to people: "openai:gpt-5-mini", of two models both names; never a key."""

    def write(self, request: WriteRequest, *, stop: threading.Event) -> Iterator[WrittenItem | Usage]:
        """Yield each item as soon as the answer has it whole, and a `Usage` for each answer that was paid for.

        Ends quietly soon after `stop` is set. Raises a `WriterError` where the answer, or the rest of it, cannot be
        had: what came before it still counts, and `lasting` tells whether the next request would fare no better.
        """
