"""Accepted findings beside the postings they are about: a YAML file, one record each, that people read and edit.

`nurse.md.waivers.yaml` stands beside `nurse.md`; `.postwright-waivers.yaml` serves all postings of its folder. A record
without `posting` holds for every posting that its file stands beside.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from postwright.errors import InputError
from postwright.exchange.marks import shortened
from postwright.model.waiver import Waiver
from postwright.safe_yaml import parse

OF_ONE = ".waivers.yaml"
"""Added to a posting's file name."""
OF_FOLDER = ".postwright-waivers.yaml"
KEYS = ("posting", "rule", "quote", "reason", "owner", "until", "context")
_NEEDED = ("rule", "reason", "context")
_LONGEST_QUOTE = 200
"""Characters of the words in question that are written: `context` tells them apart, the quote is for people."""
_HEAD = """\
# Findings that somebody accepted; `postwright lint` leaves them out. `postwright waive` adds records.
# Take a record out to hear of its finding again. It holds until the end of the day `until`, and as long as the words
# around the quote stay as they are (`context` is their hash).
"""


@dataclass(frozen=True, slots=True)
class FiledWaiver:
    """A waiver as a file has it, and the posting it is about ("" for all that the file stands beside)."""

    waiver: Waiver
    posting: str = ""


def waiver_files(posting: Path) -> tuple[Path, ...]:
    """Return the files that hold what was accepted of a posting, those that exist: its own, then its folder's."""
    return tuple(path for path in (own_file(posting), posting.parent / OF_FOLDER) if path.is_file())


def own_file(posting: Path) -> Path:
    """Return the file of one posting."""
    return posting.with_name(posting.name + OF_ONE)


def read_waivers(path: Path) -> tuple[FiledWaiver, ...]:
    """Return the records of a file. InputError names the file, the entry and the key that is wrong."""
    return _records(_text(path), name=str(path))


def add_waiver(record: FiledWaiver, path: Path) -> bool:
    """Write a record to the file, made where there is none; tell whether it takes the place of an earlier one.

    Everything else in the file stays as it is, comments included. Raises InputError for a file that cannot be read,
    StorageError for one that cannot be written; the file is then as it was.
    """
    from postwright.exchange.save import save
    from postwright.yaml_lines import with_item

    text = _text(path) if path.exists() else _HEAD
    known = _records(text, name=str(path))
    same = next((number for number, other in enumerate(known) if _key(other) == _key(record)), None)
    changed = with_item(text, "waivers", _block(record), instead_of=same)
    _records(changed, name=str(path))
    save(changed.encode(), path)
    return same is not None


def _key(record: FiledWaiver) -> tuple[str, str, str]:
    return record.posting, record.waiver.rule, record.waiver.context


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.", hint="Check the path.") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8 text.", hint="Save it with the encoding UTF-8.") from None


def _records(text: str, *, name: str) -> tuple[FiledWaiver, ...]:
    content = parse(text, name=name)
    if content is None:
        return ()
    if not isinstance(content, dict) or set(content) != {"waivers"}:
        raise InputError(f"{name} is no file of accepted findings.", hint="Its one key is `waivers`, with a list.")
    entries = content["waivers"] or []
    if not isinstance(entries, list):
        raise InputError(f"{name}, key waivers: it should be a list.", hint="Begin each record with `- rule:`.")
    return tuple(_record(entry, f"{name}, record {number}") for number, entry in enumerate(entries, 1))


def _record(entry: object, where: str) -> FiledWaiver:
    if not isinstance(entry, dict):
        raise InputError(f"{where}: it should hold keys and values.", hint=f"Its keys are {', '.join(KEYS)}.")
    for key in entry:
        if key not in KEYS:
            from postwright.exchange.nearest import did_you_mean

            raise InputError(f"{where}, key {key}: unknown key.{did_you_mean(key, list(KEYS))}", hint="Correct it.")
    words = {key: "" if entry.get(key) is None else str(entry[key]).strip() for key in KEYS}
    for key in _NEEDED:
        if not words[key]:
            raise InputError(
                f"{where}, key {key}: it is missing.",
                hint="Say why the finding is accepted." if key == "reason" else "`postwright waive` writes it.",
            )
    until = _day(words["until"], where) if words["until"] else None
    waiver = Waiver(words["rule"], words["context"], words["quote"], words["reason"], words["owner"], until)
    return FiledWaiver(waiver, words["posting"])


def _day(given: str, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise InputError(f'{where}, key until: "{given}" is not a date.', hint="Write it as 2026-12-31.") from None


def _block(record: FiledWaiver) -> str:
    """Return the record as YAML, a line for each key that says something."""
    import yaml

    waiver = record.waiver
    values = {
        "posting": record.posting,
        "rule": waiver.rule,
        "quote": shortened(waiver.quote, to=_LONGEST_QUOTE),
        "reason": waiver.reason,
        "owner": waiver.owner,
        "until": waiver.expires,
        "context": waiver.context,
    }
    said = {key: value for key, value in values.items() if value}
    return str(yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=10_000))
