"""prompts/<name>.md.j2 with its values -> the messages that a model gets, and what is kept of where they came from.

The organisation's own file of the same name, under prompts/ in its guidelines folder, takes the place of the one that
ships; what it may use is checked before it is rendered (prompt_syntax.py).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from postwright.drafting.environment import strict_environment
from postwright.drafting.prompt_syntax import BLOCKS, complaints
from postwright.drafting.wording import clean
from postwright.drafting.writer import Message, RenderedPrompt
from postwright.errors import InputError, TemplateError
from postwright.safe_yaml import parse

PROMPTS = Path(__file__).resolve().parents[2] / "prompts"
FOLDER = "prompts"
"""Of the organisation's own prompts, inside its guidelines folder."""
ENDING = ".md.j2"
LARGEST_FILE = 60_000
"""Characters: ten times the longest prompt that ships."""

PromptName = Literal["rewrite", "repair", "reword"]

_README = "prompts/README.md says what a prompt may hold."


@dataclass(frozen=True)
class Prompt:
    """A prompt file that may be rendered."""

    name: PromptName
    version: str
    """The file's number; "+house." and a fingerprint behind it for the organisation's own file."""
    inputs: frozenset[str]
    schema: Mapping[str, Any]
    template: jinja2.Template

    def render(self, **values: Any) -> RenderedPrompt:
        """Return the messages; `values` are exactly the prompt's inputs, made of plain values, and only data."""
        if values.keys() != self.inputs:
            raise TypeError(f"the prompt {self.name} is given {sorted(values)}, not {sorted(self.inputs)}")
        try:
            texts = {block: self._block(block, values) for block in BLOCKS}
        except jinja2.TemplateError as error:
            raise TemplateError(f"The prompt {self.name} cannot be rendered: {error}.", hint=_README) from error
        messages = (Message("system", texts["system"]), Message("user", texts["user"]))
        return RenderedPrompt(self.name, self.version, messages, self.schema)

    def _block(self, name: str, values: Mapping[str, Any]) -> str:
        return "".join(self.template.blocks[name](self.template.new_context(dict(values)))).strip()


def load_prompt(name: PromptName, *, overlay: Path | None = None) -> Prompt:
    """Return a prompt, the organisation's own where its guidelines folder `overlay` has one.

    Raises TemplateError, naming file and line, for one that may not be used.
    """
    shipped = _read(PROMPTS / f"{name}{ENDING}")
    own = overlay / FOLDER / f"{name}{ENDING}" if overlay else None
    if own is None or not own.is_file():
        return _prompt(name, shipped, shipped, "")
    return _prompt(name, _read(own), shipped, f"{own.parent.parent.name}/{FOLDER}/{own.name}")


def _read(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{file} cannot be read: {error}.", hint="Save it as UTF-8 text.") from error
    if len(text) > LARGEST_FILE:
        raise TemplateError(f"{file} is too large for a prompt: {len(text):,} characters.", hint=_README)
    return text


@lru_cache(maxsize=16)
def _prompt(name: PromptName, text: str, shipped: str, own: str) -> Prompt:
    """Return the prompt of a file; `own` is how messages name the organisation's file, empty for the shipped one."""
    shown = own or f"{FOLDER}/{name}{ENDING}"
    head, body = _parted(text, shown)
    schema = _front_matter(shipped, shown)["schema"]
    _check_head(head, name, schema, shown)
    _check_body(body, head["inputs"], shown)
    template = _environment().from_string(body)
    fingerprint = hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
    version = f"{head['version']}+house.{fingerprint}" if own else str(head["version"])
    return Prompt(name, version, frozenset(head["inputs"]), schema, template)


def _parted(text: str, shown: str) -> tuple[dict[str, Any], str]:
    """Return the front matter and the body, which keeps its line numbers."""
    head = _front_matter(text, shown)
    front, _, body = text.replace("\r\n", "\n").removeprefix("---\n").partition("\n---\n")
    return head, "\n" * (front.count("\n") + 3) + body


def _front_matter(text: str, shown: str) -> dict[str, Any]:
    front, found, _ = text.replace("\r\n", "\n").removeprefix("---\n").partition("\n---\n")
    try:
        head = parse(front, name=shown) if found else None
    except InputError as error:
        raise TemplateError(error.message, hint=error.hint) from None
    if not isinstance(head, dict):
        raise TemplateError(f"{shown}: the front matter between two `---` lines is missing.", hint=_README)
    return head


def _check_head(head: dict[str, Any], name: str, schema: Any, shown: str) -> None:
    shipped_inputs = INPUTS[name]
    inputs = head.get("inputs")
    problem = ""
    if head.get("name") != name:
        problem = f"its name is {head.get('name')!r}, not {name}"
    elif not isinstance(head.get("version"), int):
        problem = "its version is no whole number"
    elif not isinstance(inputs, list) or set(inputs) != shipped_inputs:
        problem = f"its inputs are not {', '.join(sorted(shipped_inputs))}"
    elif head.get("schema", schema) != schema:
        problem = "its schema differs from the one that ships, by which answers are read"
    elif unknown := set(head) - {"name", "version", "inputs", "schema"}:
        problem = f"the key {min(unknown)} is unknown"
    if problem:
        raise TemplateError(f"{shown}: {problem}.", hint=_README)


def _check_body(body: str, inputs: list[str], shown: str) -> None:
    """Refuse what a prompt may not use: before it is compiled, which would work out `'a' * 10**9` already."""
    try:
        problems = complaints(_environment().parse(body), inputs=inputs)
    except jinja2.TemplateSyntaxError as error:
        problems = [f"Line {error.lineno}: {error.message}"]
    if problems:
        raise TemplateError(f"{shown}: {' '.join(problems)}", hint=_README)


INPUTS: Mapping[str, frozenset[str]] = {
    "rewrite": frozenset({"voice", "wish", "role", "sections", "nonce"}),
    "repair": frozenset({"voice", "role", "lines", "nonce"}),
    "reword": frozenset({"voice", "role", "line", "finding", "nonce"}),
}
"""What each prompt is given."""


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    environment = strict_environment()
    environment.globals.clear()
    environment.filters.clear()
    environment.filters["json"] = _json
    return environment


def _json(value: Any) -> str:
    """Return a value as JSON on one line, without unseen characters: it cannot end the material it stands in."""
    return clean(json.dumps(value, ensure_ascii=False))
