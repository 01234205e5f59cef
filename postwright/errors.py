"""The tree of errors that a person can do something about; every one says what to do next.

    PostwrightError
    ├── InputError            a file, a pasted text or a value cannot be used as it is
    │   ├── BriefError        a brief is not valid: names the field
    │   └── DocumentError     a document cannot be read: too large, broken, binary, wrong encoding
    ├── GuidelineError        a record under guidelines/ (or the overlay) is not valid: names file, entry and key
    ├── TemplateError         a template under templates/ cannot be rendered
    ├── StorageError          the library cannot be read or written: disk full, read-only, locked
    └── SettingsError         a setting is missing or not allowed
"""

from __future__ import annotations


class PostwrightError(Exception):
    """Something a person can mend. `message` says what is wrong, `hint` what to do about it."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(PostwrightError):
    """A file, a pasted text or a value cannot be used as it is."""


class BriefError(InputError):
    """A brief is not valid; `problems` lists (field id, what is wrong with it)."""

    def __init__(self, message: str, *, hint: str = "", problems: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message, hint=hint)
        self.problems = problems


class DocumentError(InputError):
    """A document cannot be read."""


class GuidelineError(PostwrightError):
    """A guideline record is not valid; the message names file, entry and key."""


class TemplateError(PostwrightError):
    """A template cannot be rendered."""


class StorageError(PostwrightError):
    """The library cannot be read or written."""


class SettingsError(PostwrightError):
    """A setting is missing or not allowed."""
