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
├── WriterError           a language model cannot be used; never holds a key, a prompt or what a model said
│   ├── AddressRefused    its address is not one that may be called, or not with a key
│   ├── NoConnection      it cannot be reached: no network, no such host, nothing listens there
│   │   ├── ProxyProblem          the proxy between refuses
│   │   └── CertificateProblem    it does not prove who it is
│   ├── KeyRefused        the key is missing, wrong, or may not use this model
│   ├── ModelUnknown      there is no such model at the address
│   ├── RequestRefused    the server calls the request wrong: a setting that it does not know
│   │   ├── RequestTooLong        more than the model can take in
│   │   └── NoStructuredOutput    it can give answers in none of the forms that can be read
│   ├── RateLimited       too many requests; says when to come again
│   ├── QuotaSpent        the account has no credit left
│   ├── ServerTrouble     it has an error of its own, or does not speak the protocol
│   ├── TimedOut          it took longer than it is given
│   ├── BudgetSpent       the tokens for this draft are used up
│   └── AnswerError       one answer of it cannot be used; others may do
│       ├── AnswerRefused     the model declined, or a filter stopped it
│       ├── AnswerCut         the answer ended in the middle
│       ├── AnswerBroken      it has characters that cannot be read
│       ├── AnswerTooLong     it is longer than it may be
│       ├── AnswerEmpty       there is nothing in it
│       └── AnswerNotJson     it is not of the form that was asked for
├── ExportError           an export cannot be made on this machine: a package or a font is missing
└── SettingsError         a setting is missing or not allowed
"""

from __future__ import annotations

from typing import ClassVar


class PostwrightError(Exception):
    """Something a person can mend. `message` says what is wrong, `hint` what to do about it."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}{'' if self.message.endswith(chr(10)) else ' '}{self.hint}".strip()


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

    passing: ClassVar[bool] = False
    """Whether the same request may go well a little later."""
    lasting: ClassVar[bool] = False
    """Whether every other request would meet it too: a draft ends with it, where others only cost a section."""


class AddressRefused(WriterError):
    """The address of a model is not one that may be called, or not with a key."""

    lasting = True


class NoConnection(WriterError):
    """A model cannot be reached."""

    passing = True
    lasting = True


class ProxyProblem(NoConnection):
    """The proxy between here and the model refuses."""

    passing = False


class CertificateProblem(NoConnection):
    """A server does not prove that it is the one that was meant."""

    passing = False


class KeyRefused(WriterError):
    """The key is missing, wrong, or may not use this model."""

    lasting = True


class ModelUnknown(WriterError):
    """There is no such model at the address."""

    lasting = True


class RequestRefused(WriterError):
    """The server calls the request wrong."""


class RequestTooLong(RequestRefused):
    """A request is more than the model can take in."""


class NoStructuredOutput(RequestRefused):
    """The server can give answers in none of the forms that can be read."""

    lasting = True


class RateLimited(WriterError):
    """Too many requests; `retry_after` is the number of seconds to wait, None where the server does not say."""

    passing = True

    def __init__(self, message: str, *, hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, hint=hint)
        self.retry_after = retry_after


class QuotaSpent(WriterError):
    """The account at the provider has no credit left."""

    lasting = True


class ServerTrouble(WriterError):
    """The server has an error of its own, or does not speak the protocol; `retry_after` as for `RateLimited`."""

    passing = True

    def __init__(self, message: str, *, hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, hint=hint)
        self.retry_after = retry_after


class TimedOut(WriterError):
    """A model took longer than it is given."""


class BudgetSpent(WriterError):
    """The tokens for a draft are used up."""

    lasting = True


class AnswerError(WriterError):
    """One answer of a language model cannot be used; the next request may go well."""


class AnswerRefused(AnswerError):
    """The model declined to answer, or a filter stopped it."""


class AnswerCut(AnswerError):
    """An answer ended in the middle."""

    passing = True


class AnswerBroken(AnswerError):
    """An answer has characters in it that cannot be read."""

    passing = True


class AnswerTooLong(AnswerError):
    """An answer is longer than it may be."""


class AnswerEmpty(AnswerError):
    """An answer has nothing in it."""

    passing = True


class AnswerNotJson(AnswerError):
    """An answer is not of the form that was asked for."""


class SettingsError(PostwrightError):
    """A setting is missing or not allowed."""


class ExportError(PostwrightError):
    """An export cannot be made on this machine: a package or a font is missing."""
