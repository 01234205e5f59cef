"""Reports: what a person says was read wrongly, missed, or found wrongly, is kept as a line of a local file.

A case holds the whole text, and for a finding what was known beside it, so that it can be repeated and put right; the
file stays on this machine and can be read by its owner only. `case_check` tells which cases are different by now.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict, cast, get_args

from postwright import __version__
from postwright.errors import InputError, StorageError
from postwright.exchange.marks import Mark, MarkKind
from postwright.exchange.save import save
from postwright.model.finding import Finding
from postwright.model.reading import Reading

if TYPE_CHECKING:
    from postwright.model.brief import Brief

MISSED: Literal["missed"] = "missed"
"""What a case is about where nothing was read: a person names the words that were passed over."""
FINDING: Literal["finding"] = "finding"
"""What a case is about where a rule remarked on something."""
About = MarkKind | Literal["missed", "finding"]


@dataclass(frozen=True, slots=True)
class Case:
    """One report. Offsets index `text`; for something missed, `read` is empty; a finding without a place is at 0."""

    id: str
    """Hash of text, place and what was read: the same report twice is one case."""
    reported: str
    """Date and time in ISO 8601, UTC."""
    version: str
    """The version of Postwright that read so."""
    about: About
    start: int
    end: int
    quote: str
    read: str
    """What was understood, in the words of `postwright read`; of a finding its message."""
    should_be: str
    """What it should have been, or why the finding is wrong, in the person's words; may be empty."""
    title: str
    text: str
    rule: str = ""
    """Of a finding."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """What was known beside the text when it was linted (`Given`); empty for a reading."""


class Given(TypedDict, total=False):
    """What a finding may rest on beside the text; what was not known is left out."""

    format: str
    date: str
    """In ISO 8601."""
    level: str
    profile: str
    places: list[str]
    brief: dict[str, Any]
    field: str
    """The brief's field that the finding is about."""


def case_of(reading: Reading, mark: Mark, *, should_be: str = "", now: dt.datetime) -> Case:
    """Return the case that a mark was read wrongly. `now` is in UTC."""
    quote = reading.title if mark.kind == "title" else reading.text[mark.start : mark.end]
    return _case(reading, mark.kind, mark.start, mark.end, quote, mark.words, should_be, now)


def missed_case(reading: Reading, quote: str, *, should_be: str = "", now: dt.datetime) -> Case:
    """Return the case that nothing was read in the words `quote`; InputError where the text does not have them."""
    words = " ".join(quote.split())
    start = reading.text.find(quote.strip()) if words else -1
    if start < 0:
        raise InputError(
            f"The text does not say “{words[:80]}”." if words else "Name the words that were missed.",
            hint="Copy the words from the text exactly as they stand there.",
        )
    quote = quote.strip()
    return _case(reading, MISSED, start, start + len(quote), quote, "", should_be, now)


def given_of(
    *,
    format: str | None,
    date: dt.date,
    level: str | None = None,
    profile: str = "",
    places: Sequence[str] = (),
    brief: Brief | None = None,
) -> Given:
    """Return what was known beside a text, without what was not."""
    given: dict[str, Any] = {
        "format": format,
        "date": date.isoformat(),
        "level": level,
        "profile": profile,
        "places": list(places),
        "brief": brief.model_dump(mode="json", exclude_defaults=True) if brief else None,
    }
    return cast("Given", {name: value for name, value in given.items() if value})


def finding_case(finding: Finding, *, text: str, title: str, given: Given, because: str = "", now: dt.datetime) -> Case:
    """Return the case that a finding of a text is wrong. `now` is in UTC."""
    start, end = finding.start or 0, finding.end or 0
    words = (title, text, FINDING, finding.rule, str(start), str(end), finding.message)
    return Case(
        id=_id(*words),
        reported=now.isoformat(timespec="seconds"),
        version=__version__,
        about=FINDING,
        start=start,
        end=end,
        quote=finding.quote,
        read=finding.message,
        should_be=because.strip(),
        title=title,
        text=text,
        rule=finding.rule,
        given={**given, "field": finding.field} if finding.field else given,
    )


def reported_finding(case: Case) -> Finding:
    """Return the finding of a case as far as the case keeps it; without a place where it had none."""
    start, end = (case.start, case.end) if case.end > case.start else (None, None)
    return Finding(
        case.rule, "info", start, end, case.read, "", "", quote=case.quote, field=str(case.given.get("field", ""))
    )


def keep(case: Case, path: Path) -> bool:
    """Add a case to the file unless it is there; tell whether it was not. StorageError says why it cannot be."""
    with _changing(path):
        kept = list(_lines(path))
        if any(_id_of(line) == case.id for line in kept):
            return False
        _append(_line(case), path, after_a_cut_line=bool(kept) and not kept[-1].endswith("\n"))
    return True


def replace_kept(case: Case, path: Path) -> None:
    """Put a case in the place of the kept one with its id: it says now what should have been read."""
    with _changing(path):
        save("".join(_line(case) if _id_of(line) == case.id else line for line in _lines(path)).encode(), path)


def withdraw(case: Case, path: Path) -> None:
    """Take a case out of the file again."""
    with _changing(path):
        save("".join(line for line in _lines(path) if _id_of(line) != case.id).encode(), path)


def read_cases(path: Path) -> tuple[tuple[Case, ...], tuple[int, ...]]:
    """Return the kept cases, oldest first, and the numbers of the lines that are none."""
    cases: list[Case] = []
    broken: list[int] = []
    try:
        for number, line in enumerate(_lines(path), start=1):
            case = _case_in(line)
            if case:
                cases.append(case)
            elif line.strip():
                broken.append(number)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be read: {error.strerror or error}.", hint="Mend the file's rights."
        ) from None
    return tuple(cases), tuple(broken)


def _case(
    reading: Reading,
    about: About,
    start: int,
    end: int,
    quote: str,
    read: str,
    should_be: str,
    now: dt.datetime,
) -> Case:
    return Case(
        id=_id(reading.title, reading.text, about, str(start), str(end), read),
        reported=now.isoformat(timespec="seconds"),
        version=__version__,
        about=about,
        start=start,
        end=end,
        quote=quote,
        read=read,
        should_be=should_be.strip(),
        title=reading.title,
        text=reading.text,
    )


def _id(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _lines(path: Path) -> Iterator[str]:
    with contextlib.suppress(FileNotFoundError), path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        yield from lines


def _id_of(line: str) -> str:
    case = _case_in(line)
    return case.id if case else ""


def _case_in(line: str) -> Case | None:
    try:
        case = Case(**json.loads(line))
    except (ValueError, TypeError, RecursionError):
        return None
    words = (case.id, case.reported, case.version, case.quote, case.read, case.should_be, case.title, case.text)
    known = case.about in (*get_args(MarkKind), MISSED, FINDING) and all(isinstance(word, str) for word in words)
    placed = isinstance(case.start, int) and isinstance(case.end, int)
    whole = isinstance(case.rule, str) and isinstance(case.given, dict) and (case.about == FINDING) == bool(case.rule)
    return case if known and placed and whole else None


def as_values(case: Case) -> dict[str, Any]:
    """Return a case as plain values; those of a finding only where it is one."""
    values = asdict(case)
    if case.about != FINDING:
        del values["rule"], values["given"]
    return values


def _line(case: Case) -> str:
    return json.dumps(as_values(case)) + "\n"


def _append(line: str, path: Path, *, after_a_cut_line: bool) -> None:
    with open(path, "a", encoding="utf-8", opener=_private) as file:
        file.write("\n" + line if after_a_cut_line else line)
        file.flush()
        os.fsync(file.fileno())


def _private(path: str, flags: int) -> int:
    """Open a file that, where it is new, its owner alone may read."""
    return os.open(path, flags, 0o600)


@contextlib.contextmanager
def _changing(path: Path) -> Iterator[None]:
    """Let one process at a time change the file; what fails becomes an error that says what to do."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path):
            yield
    except OSError as error:
        raise StorageError(
            f"The report cannot be kept in {path}: {error.strerror or error}.",
            hint="Free space or mend the folder, then try again.",
        ) from None


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Let one process at a time add to the file, where the system has locks of that kind."""
    try:
        import fcntl
    except ImportError:  # Windows: a line is added in one write
        yield
        return
    with open(path.with_name(f".{path.name}.lock"), "w", opener=_private) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
