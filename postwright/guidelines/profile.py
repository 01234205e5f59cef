"""The severities of the house: `profile.yaml` in a guideline folder, read, and one of them changed in place.

Only the line of that rule changes; comments and the other rules stay as HR wrote them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from postwright.errors import GuidelineError, InputError, StorageError
from postwright.guidelines.files import PROFILE_FILE, packaged_root
from postwright.guidelines.organisation import replace_file
from postwright.model.words import Severity
from postwright.safe_yaml import parse
from postwright.yaml_lines import with_value

HouseSeverity = Severity | Literal["off"]
HOUSE_SEVERITIES: tuple[HouseSeverity, ...] = (*get_args(Severity), "off")
_HEAD = "# The severities of the house, by rule id: error, warning, notice, info or off.\n"


def shipped_severities() -> Mapping[str, HouseSeverity]:
    """Return what the guidelines that ship say of rules whose severity is not their own."""
    return severities_in(packaged_root())


def severities_in(folder: Path) -> Mapping[str, HouseSeverity]:
    """Return the severities in a folder's profile by rule id; empty without one. GuidelineError where it is broken."""
    return _severities(_text(folder / PROFILE_FILE), shown=f"{folder.name}/{PROFILE_FILE}")


def set_severity(overlay: Path, rule: str, severity: HouseSeverity | None) -> None:
    """Write the severity of a rule into the overlay's profile; None lets the rule keep its own.

    GuidelineError for a file that is broken, StorageError for one that cannot be written; it is then as it was.
    """
    path, shown = overlay / PROFILE_FILE, f"{overlay.name}/{PROFILE_FILE}"
    text = _text(path)
    wanted = {name: value for name, value in {**_severities(text, shown=shown), rule: severity}.items() if value}
    changed = with_value(text or _HEAD, "severities", rule, severity)
    if _severities(changed, shown=shown) != wanted:
        raise GuidelineError(
            f"{shown} is written in a way that cannot be changed from here.", hint="Change the rule's line in the file."
        )
    if changed == text:
        return
    try:
        overlay.mkdir(parents=True, exist_ok=True)
        replace_file(path, changed)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written: {error.strerror}.", hint="Check the folder's permissions and the free space."
        ) from None


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        problem = "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise GuidelineError(f"{path} cannot be read: {problem}.", hint="Check its permissions and encoding.") from None


def _severities(text: str, *, shown: str) -> dict[str, HouseSeverity]:
    from postwright.guidelines.collect import severities_of

    try:
        values = parse(text, name=shown)
    except InputError as error:
        raise GuidelineError(error.message, hint=error.hint) from None
    if not isinstance(values, dict | None):
        raise GuidelineError(f"{shown}: it should hold keys and values.", hint="Begin with `severities:`.")
    return severities_of(values or {}, shown)
