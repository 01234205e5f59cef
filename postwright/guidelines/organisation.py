"""The organisation's standing facts: `organisation.yaml` in the overlay folder <-> Organisation."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from postwright.errors import GuidelineError, InputError, StorageError
from postwright.guidelines.files import ORGANISATION_FILE
from postwright.safe_yaml import parse

if TYPE_CHECKING:
    from postwright.model.brief import Organisation

_HEAD = (
    "# The organisation's standing facts; they fill every brief. Written by Postwright: comments added here are lost.\n"
)


def load_organisation(overlay: Path | None) -> Organisation:
    """Return what organisation.yaml in `overlay` says; an empty Organisation where there is no such file.

    Raises GuidelineError, which names file and key, where the file is not valid.
    """
    from pydantic import ValidationError

    from postwright.guidelines.complaints import first_complaint
    from postwright.model.brief import Organisation

    path = overlay / ORGANISATION_FILE if overlay else None
    text = _text(path) if path else None
    if path is None or text is None:
        return Organisation()
    shown = f"{path.parent.name}/{path.name}"
    try:
        values = parse(text, name=shown)
        if not isinstance(values, dict | None):
            raise GuidelineError(f"{shown}: it should hold keys and values.", hint="Begin with `name: ...`.")
        return Organisation.model_validate(values or {})
    except InputError as error:
        raise GuidelineError(error.message, hint=error.hint) from None
    except ValidationError as error:
        key, problem, hint = first_complaint(error, Organisation)
        raise GuidelineError(f"{shown}{', key ' + key if key else ''}: {problem}.", hint=hint) from None


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        problem = "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise GuidelineError(f"{path} cannot be read: {problem}.", hint="Check its permissions and encoding.") from None


def save_organisation(organisation: Organisation, overlay: Path) -> Path:
    """Write `organisation` to organisation.yaml in `overlay`, whole or not at all, and return the file's path.

    Only what differs from an empty Organisation is written. Raises StorageError where the folder cannot be written.
    """
    import yaml

    values = organisation.model_dump(mode="json", exclude_defaults=True)
    text = _HEAD + yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=120)
    path = overlay / ORGANISATION_FILE
    try:
        overlay.mkdir(parents=True, exist_ok=True)
        replace_file(path, text)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written: {error.strerror}.", hint="Check the folder's permissions and the free space."
        ) from None
    return path


def replace_file(path: Path, text: str) -> None:
    """Write `text` to `path` whole or not at all; who may read the file stays as it was. Raises OSError."""
    import shutil
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if path.exists():
            shutil.copymode(path, name)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
