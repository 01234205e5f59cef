"""The tree of errors that a person can do something about; every one says what to do next.

PostwrightError
├── InputError            a file, a pasted text or a value cannot be used as it is
│   ├── BriefError        a brief is not valid: names the field
│   └── DocumentError     a document cannot be read: too large, broken, binary, wrong encoding
├── GuidelineError        a record under guidelines/ (or the overlay) is not valid: names file, entry and key
├── TemplateError         a template under templates/ cannot be rendered
├── StorageError          the library cannot be read or written: disk full, read-only, locked
│   ├── TextConflict      another window saved the text since: carries both texts
│   └── BriefConflict     another window saved the brief since
├── WriterError           a language model cannot be used: key, name, network, time-out, budget
│   └── AnswerError       one answer of it cannot be used: cut, refused, not of the form asked for; others may do
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


class TextConflict(StorageError):
    """The text was saved by another window since it was read; both texts are here, so that nothing is lost."""

    def __init__(self, *, given: str, stored: str, version: int) -> None:
        super().__init__(
            "The text was changed in another window.",
            hint="Both texts are kept: compare them and choose.",
        )
        self.given = given
        self.stored = stored
        self.version = version
        """The stored text's version: save with it to replace the stored text."""


class BriefConflict(StorageError):
    """The brief was saved by another window since it was read; `version` is the stored one."""

    def __init__(self, *, version: int) -> None:
        super().__init__("The brief was changed in another window.", hint="Open it again, then repeat your change.")
        self.version = version


class WriterError(PostwrightError):
    """A language model cannot be used."""


class AnswerError(WriterError):
    """One answer of a language model cannot be used; the next request may go well."""


class SettingsError(PostwrightError):
    """A setting is missing or not allowed."""
