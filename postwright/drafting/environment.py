"""The one kind of Jinja2 environment of the project: strict and sandboxed; this one has templates from templates/ only.

What people wrote is passed in as values and is never compiled, so `{{ 7*7 }}` in a title stays those seven characters.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, FileSystemLoader, StrictUndefined, TemplateError, select_autoescape
from jinja2.environment import TemplateModule
from jinja2.sandbox import ImmutableSandboxedEnvironment

import postwright.errors
from postwright.drafting import wording

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def strict_environment(loader: BaseLoader | None = None) -> ImmutableSandboxedEnvironment:
    """Return an environment; only templates named `*.html` or `*.html.j2` escape their values, for HTML."""
    return ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html", "html.j2"), default=False, default_for_string=False),
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=1)
def environment() -> ImmutableSandboxedEnvironment:
    """Return the environment of the posting's text."""
    env = strict_environment(FileSystemLoader(TEMPLATES))
    env.filters["sentence"] = wording.sentence
    env.filters["sentence_end"] = wording.sentence_end
    env.filters["article"] = wording.with_article
    env.filters["either"] = wording.either
    env.filters["both"] = wording.both
    return env


@lru_cache(maxsize=64)
def _module(name: str) -> TemplateModule:
    return environment().get_template(f"sections/{name}.j2").module


def say(template: str, phrase: str, /, **values: Any) -> str:
    """Return the wording of `phrase`, a macro of templates/sections/<template>.j2, as one line of plain text.

    Raises TemplateError, naming template and phrase, when the template is broken or uses a value it was not given.
    """
    try:
        macro = getattr(_module(template), phrase)
        return " ".join(str(macro(**values)).split())
    except (TemplateError, AttributeError, TypeError) as error:
        raise postwright.errors.TemplateError(
            f"templates/sections/{template}.j2: the phrase “{phrase}” cannot be worded: {error}.",
            hint="Compare the file with the one that shipped; templates/README.md lists what each phrase is given.",
        ) from error
