"""A strict JSON Schema of the parts of SARIF 2.1.0 that Postwright writes, after the text of the standard.

The standard's own schema is not under a licence that lets it be kept here. Section numbers are those of
https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html. Stricter than the standard: what Postwright
does not write is not allowed.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def _object(*, optional: Schema | None = None, **properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {**properties, **(optional or {})},
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema, *, least: int = 0, unique: bool = False) -> Schema:
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": unique}


TEXT: Schema = {"type": "string", "minLength": 1}
POSITIVE: Schema = {"type": "integer", "minimum": 1}
NATURAL: Schema = {"type": "integer", "minimum": 0}
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}  # 3.27.10
# 3.11: no placeholder that has no argument, no link of the posting's making
MESSAGE = _object(text={"type": "string", "minLength": 1, "not": {"pattern": r"(?<!\{)\{(\{\{)*\d+\}|\]\("}})
ARTIFACT = _object(uri={"type": "string", "format": "uri-reference", "pattern": r"^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$"})
REGION = _object(  # 3.30
    startLine=POSITIVE,
    optional={
        "startColumn": POSITIVE,
        "endLine": POSITIVE,
        "endColumn": POSITIVE,
        "charOffset": NATURAL,
        "charLength": NATURAL,
        "snippet": _object(text=TEXT),
    },
)
REGION["dependentRequired"] = {
    "startColumn": ["endLine", "endColumn"],
    "charOffset": ["charLength", "startColumn"],
    "snippet": ["startColumn"],
}
LOCATION = _object(  # 3.28
    physicalLocation=_object(artifactLocation=ARTIFACT, optional={"region": REGION}),
    logicalLocations=_list(_object(name=TEXT, fullyQualifiedName=TEXT, kind=TEXT), least=1),
)
FIX = _object(  # 3.55 to 3.57
    description=MESSAGE,
    artifactChanges=_list(
        _object(
            artifactLocation=ARTIFACT,
            replacements=_list(
                _object(deletedRegion=REGION, optional={"insertedContent": _object(text=TEXT)}), least=1
            ),
        ),
        least=1,
    ),
    properties=_object(safety={"enum": ["safe", "unsafe"]}),
)
RESULT = _object(  # 3.27
    ruleId=TEXT,
    level=LEVEL,
    message=MESSAGE,
    locations=_list(LOCATION, least=1),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{32}$"}},
    properties={"type": "object"},
    optional={
        "ruleIndex": NATURAL,
        "fixes": _list(FIX, least=1),
        "suppressions": _list(  # 3.35
            _object(
                kind={"enum": ["inSource", "external"]},
                status={"enum": ["accepted", "underReview", "rejected"]},
                justification=TEXT,
            ),
            least=1,
        ),
    },
)
RULE = _object(  # 3.49
    id={"type": "string", "pattern": "^[a-z]+/[a-z0-9-]+$"},
    name={"type": "string", "pattern": "^[A-Z][A-Za-z0-9]+$"},
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=_object(text=TEXT, markdown=TEXT),
    defaultConfiguration=_object(level=LEVEL),
    properties=_object(tags=_list(TEXT, least=1, unique=True), severity=TEXT),
)
RUN = _object(  # 3.14
    results=_list(RESULT),
    tool=_object(
        driver=_object(
            name=TEXT,
            version=TEXT,
            semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
            rules=_list(RULE, unique=True),
        )
    ),
    invocations=_list(
        _object(
            executionSuccessful={"type": "boolean"},
            optional={"toolExecutionNotifications": _list(_object(level=LEVEL, message=MESSAGE), least=1)},
        ),
        least=1,
    ),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    defaultEncoding=TEXT,
)
SARIF: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object(**{"$schema": {"type": "string", "format": "uri"}}, version={"const": "2.1.0"}, runs=_list(RUN, least=1)),
}
