"""The published JSON Schema of `postwright doctor --format json` (docs/schemas/doctor.schema.json)."""

from __future__ import annotations

from typing import Any, get_args

from postwright.drafting.abilities import FORMS
from postwright.drafting.doctor import Result

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}


def doctor_schema() -> Schema:
    """Return the schema: the models that are set, the one that takes over last."""
    check = _object(
        name=_TEXT,
        result={"enum": list(get_args(Result)), "description": "limited: drafting works, with what the message says."},
        message=_TEXT,
        hint={**_TEXT, "description": "What to do about it; empty where nothing need be done."},
    )
    abilities = _object(
        form={"enum": list(FORMS), "description": "How answers are asked for."},
        usage={"type": "boolean", "description": "Whether it counts tokens while it streams."},
        finish_reason={"type": "boolean", "description": "Whether it says when an answer is complete."},
    )
    model = _object(
        name=_TEXT,
        address=_TEXT,
        key_from={**_TEXT, "description": "The variable that its key comes from; empty without a key."},
        usable={"type": "boolean", "description": "Whether drafts can be reworded with it."},
        checks={"type": "array", "items": check, "description": "Up to the first that failed."},
        abilities={"anyOf": [abilities, {"type": "null"}], "description": "What is remembered; null: nothing."},
    )
    models: Schema = {"type": "array", "items": model, "description": "Empty where none is set."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What was found of the models that are set",
        **_object(models=models),
    }


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False
    }  # fmt: skip
