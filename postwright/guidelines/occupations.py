"""occupations.tsv and occupation_titles.tsv -> what is known of an occupation, unpacked when a rule first asks.

Most postings never need them, so a load only keeps the bytes. `check_tables` is what compiling the guidelines calls:
a mistake in a table is found there, as in any other guideline file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from postwright.errors import GuidelineError
from postwright.guidelines.complaints import nearest
from postwright.guidelines.files import GuidelineFile

OCCUPATIONS, TITLES = "occupations.tsv", "occupation_titles.tsv"
NOWHERE = "-"
"""Stands for a value taken away, and for a title that leads to no occupation."""
ONE_OF = "+"
"""Joins the codes of a title that may be one of several occupations."""
_TITLE_COLUMNS = ("title", "soc", "from")


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation of O*NET; figures are years of experience or percent, None where nobody was asked."""

    soc: str
    name: str
    years_p50: float | None = None
    years_p75: float | None = None
    """Three in four of those in the occupation call this many years, or fewer, required to be hired."""
    years_p90: float | None = None
    people: float | None = None
    surveyed: str = ""
    """Month of the survey, `2023-08`."""
    release: str = ""
    doubts: str = ""
    """small, old, imprecise, joined by +."""
    associate: float | None = None
    """Percent who call at least some college or an associate degree required."""
    degree: float | None = None
    advanced: float | None = None
    employer_years_p50: float | None = None
    employer_years_p75: float | None = None
    employer_years_p90: float | None = None
    employer_degree: float | None = None
    """Percent of jobs whose employers ask for a bachelor's degree or more."""
    held_degree: float | None = None
    held_advanced: float | None = None
    regulated: str = ""
    """licence, research, or nothing."""


_COLUMNS = tuple(field.name for field in fields(Occupation))
_TEXTS = frozenset(field.name for field in fields(Occupation) if field.type == "str")


class Occupations:
    """The occupations of the guidelines by code and by title, the overlay's rows merged in."""

    def __init__(self, files: Sequence[GuidelineFile] = ()) -> None:
        """Take the tables, those that ship before the overlay's."""
        self._files = tuple(files)
        self._unpacked: _Unpacked | None = None
        self._known: dict[str, Occupation | None] = {}

    def get(self, soc: str) -> Occupation | None:
        """Return the occupation with this O*NET-SOC code ("15-1252.00")."""
        if soc not in self._known:
            several = [known for known in map(self._occupation, soc.split(ONE_OF)) if known is not None]
            self._known[soc] = _any_of(several) if several else None
        return self._known[soc]

    def code_of(self, title: str) -> str:
        """Return the code that a title (lower case, or "* ending") leads to; `-` for nowhere, "" where unknown."""
        for lines in self._tables().titles:
            at = bisect_left(lines, f"{title}\t")
            if at < len(lines) and lines[at].startswith(f"{title}\t"):
                return lines[at].split("\t", 2)[1]
        return ""

    def titles(self) -> Iterator[str]:
        """Yield every title that leads to an occupation, in lower case."""
        for lines in self._tables().titles:
            for line in lines:
                title, _, rest = line.partition("\t")
                if rest and not title.startswith(("#", "*")) and not rest.startswith((NOWHERE, "soc\t")):
                    yield title

    def _occupation(self, soc: str) -> Occupation | None:
        values: dict[str, Any] = {}
        for names, lines in self._tables().occupations:
            if soc in lines:
                row = zip(names, lines[soc].split("\t"), strict=False)
                values |= {name: value.strip() for name, value in row if value.strip()}
        figures: dict[str, Any] = {
            name: value if name in _TEXTS else float(value) for name, value in values.items() if value != NOWHERE
        }
        return Occupation(**{"name": soc, **figures}) if values else None

    def _tables(self) -> _Unpacked:
        if self._unpacked is None:
            texts = [(file.path, file.text()) for file in self._files]
            self._unpacked = _Unpacked(
                occupations=[_by_code(text) for path, text in texts if path == OCCUPATIONS],
                # In order as it ships, so that sorting again costs nothing; the overlay's titles come first.
                titles=[sorted(text.splitlines()) for path, text in reversed(texts) if path == TITLES],
            )
        return self._unpacked


def _any_of(several: Sequence[Occupation]) -> Occupation:
    """Return what holds whichever of the occupations a title means: of each figure the largest that one of them has.

    Where one of them has none, so has the whole: whoever is meant may ask for anything.
    """
    if len(several) == 1:
        return several[0]
    figures = {name: [getattr(each, name) for each in several] for name in _COLUMNS if name not in _TEXTS}
    return Occupation(
        soc=ONE_OF.join(each.soc for each in several),
        name="” or “".join(each.name for each in several),
        surveyed=", ".join(dict.fromkeys(each.surveyed for each in several if each.surveyed)),
        release=", ".join(dict.fromkeys(each.release for each in several if each.release)),
        doubts="+".join(dict.fromkeys(doubt for each in several for doubt in each.doubts.split("+") if doubt)),
        regulated=next((each.regulated for each in several if each.regulated), ""),
        **{
            name: None
            if None in values and name not in _OF_EMPLOYERS
            else max((v for v in values if v is not None), default=None)
            for name, values in figures.items()
        },
    )


_OF_EMPLOYERS = frozenset(name for name in _COLUMNS if name.startswith("employer"))
"""Figures that many occupations lack, and that only ever raise what people say."""


@dataclass(frozen=True, slots=True)
class _Unpacked:
    occupations: list[tuple[list[str], dict[str, str]]]
    """Names of the columns, and lines by code, of each table."""
    titles: list[list[str]]
    """Sorted lines of each table, notes among them."""


def _by_code(text: str) -> tuple[list[str], dict[str, str]]:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return lines[0].split("\t") if lines else [], {line.partition("\t")[0]: line for line in lines[1:]}


def check_tables(files: Sequence[GuidelineFile]) -> None:
    """Raise GuidelineError for the first mistake in the tables: a column, a number, a code that leads nowhere."""
    codes: set[str] = set()
    for file in files:
        if file.path == OCCUPATIONS:
            for row in _rows(file, _COLUMNS):
                _checked(row, file)
                codes.add(row["soc"])
    for file in files:
        if file.path == TITLES:
            for row in _rows(file, _TITLE_COLUMNS):
                code, title = row.get("soc", ""), row["title"]
                if code != NOWHERE and not codes.issuperset(code.split(ONE_OF)):
                    raise _wrong(
                        file, title, f"no occupation has the code {code!r}", "occupations.tsv lists the codes."
                    )
                if title != " ".join(title.lower().split()):
                    raise _wrong(file, title, "the title is not in lower case", "Write it in lower case.")


def _rows(file: GuidelineFile, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by column; lines that begin with # are notes."""
    lines = (line for line in file.text().splitlines() if line.strip() and not line.startswith("#"))
    names = next(lines, "").split("\t")
    unknown = [name for name in names if name not in columns]
    if unknown or names[0] != columns[0]:
        name = unknown[0] if unknown else names[0]
        raise GuidelineError(f"{file.shown}, first line: unknown column {name!r}.", hint=nearest(name, columns))
    for line in lines:
        values = [value.strip() for value in line.split("\t")]
        if len(values) > len(names):
            raise _wrong(file, values[0], "it has more fields than the first line", "Part the fields by single tabs.")
        yield dict(zip(names, values, strict=False))


def _checked(row: dict[str, str], file: GuidelineFile) -> None:
    for column, value in row.items():
        if column not in _TEXTS and value not in ("", NOWHERE):
            try:
                fits = 0 <= float(value) <= 100 or column == "people"
            except ValueError:
                fits = False
            if not fits:
                raise _wrong(file, row["soc"], f"column {column}: {value!r} is no figure", "Write a plain number.")


def _wrong(file: GuidelineFile, entry: str, problem: str, hint: str) -> GuidelineError:
    return GuidelineError(f"{file.shown}, entry {entry[:60]}: {problem}.", hint=hint)
