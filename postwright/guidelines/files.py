"""The files of a guideline folder: which ones count, their bytes, and the fingerprint of them all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from postwright.errors import GuidelineError

PROFILE_FILE = "profile.yaml"
"""The severities of the house, and nothing else."""
SINGLE_FILES = (
    "levels.yaml",
    "technologies.yaml",
    "certifications.yaml",
    "jurisdictions.yaml",
    "advertising.yaml",
    "rewording.yaml",
    "sections.yaml",
    "section_words.yaml",
    "limits.yaml",
    "title_words.yaml",
    "stated_twice.yaml",
    "place_words.yaml",
    "first_facts.yaml",
    "voice.yaml",
    "research.yaml",
    PROFILE_FILE,
)
TABLES = ("occupations.tsv", "occupation_titles.tsv")
"""Files that are unpacked only when a rule asks for an occupation."""
FOLDERS = {"wording": ".yaml", "roles": ".yaml", "boilerplate": ".md", "grounding": ".yaml"}
ORGANISATION_FILE = "organisation.yaml"
"""Lies in the overlay but is no guideline: the organisation's own facts."""


@dataclass(frozen=True, slots=True)
class GuidelineFile:
    """A file by its path inside the folder ("wording/age_young.yaml") and the folder's name for messages."""

    path: str
    shown: str
    """The path as messages show it."""
    content: bytes

    def text(self) -> str:
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = self.content.count(b"\n", 0, error.start) + 1
            raise GuidelineError(
                f"{self.shown}, line {line}: the file is not UTF-8 text.", hint="Save it with the encoding UTF-8."
            ) from None


def packaged_root() -> Path:
    """Return the folder of the guidelines that ship: `guidelines/` beside the package."""
    return Path(__file__).resolve().parent.parent.parent / "guidelines"


def read_folder(folder: Path) -> tuple[GuidelineFile, ...]:
    """Return the guideline files of `folder`, sorted by path.

    Raises GuidelineError where the folder is missing or a file in it cannot be read.
    """
    if not folder.is_dir():
        raise GuidelineError(
            f"The guidelines folder {folder} is missing.",
            hint="Run postwright from its own checkout, or name an existing folder.",
        )
    return tuple(_read(folder, path) for path in sorted(_paths(folder)))


def _paths(folder: Path) -> list[str]:
    paths = [entry.name for entry in folder.iterdir() if entry.name.endswith((".yaml", ".yml", ".tsv"))]
    for name, ending in FOLDERS.items():
        if (folder / name).is_dir():
            endings = (ending, ".yml", ".yaml")
            paths += [f"{name}/{entry.name}" for entry in (folder / name).iterdir() if entry.name.endswith(endings)]
    return [
        path for path in paths if path != ORGANISATION_FILE and not path.rpartition("/")[2].startswith((".", "README"))
    ]


def _read(folder: Path, path: str) -> GuidelineFile:
    try:
        return GuidelineFile(path, f"{folder.name}/{path}", (folder / path).read_bytes())
    except OSError as error:
        raise GuidelineError(
            f"{folder / path} cannot be read: {error.strerror}.", hint="Check its permissions."
        ) from None


def fingerprint(files: tuple[GuidelineFile, ...], overlay: tuple[GuidelineFile, ...]) -> str:
    """Return a hash of paths and contents: the version of the ruleset (32 hexadecimal digits)."""
    total = hashlib.blake2b(digest_size=16)
    for label, group in (("base", files), ("overlay", overlay)):
        for file in group:
            total.update(f"{label}\0{file.path}\0{len(file.content)}\0".encode())
            total.update(file.content)
    return total.hexdigest()
