"""Lines of JSON -> postings; a bad line is reported with its number and the others are still read.

The text of a line is returned exactly as it stands there, so that offsets hold for the program that wrote it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO

from postwright.errors import DocumentError
from postwright.exchange.document import Imported, check_length
from postwright.exchange.limits import MAX_LINE_BYTES

_SHAPE_HINT = 'Each line must be an object such as {"id": "1", "title": "Nurse", "text": "..."}.'
_LONGEST_BESIDE = 200
"""Characters of a place or an employer's name."""
_BOM = b"\xef\xbb\xbf"


def read_jsonl(lines: Iterable[bytes], *, name: str) -> Iterator[Imported | DocumentError]:
    """Yield the posting of each line, or what is wrong with the line; blank lines are skipped."""
    for number, line in enumerate(lines, start=1):
        if is_blank(line):
            continue
        try:
            yield read_line(line, number=number, name=name)
        except DocumentError as error:
            yield error


def read_line(line: bytes, *, number: int, name: str) -> Imported:
    """Return the posting of one line, the `number`th of the file `name`. Raises DocumentError with what to do."""
    raw = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
    return _posting(raw, name=f"{name}, line {number}", default_id=f"{name}:{number}")


def is_blank(line: bytes) -> bool:
    """Return whether nothing stands in a line."""
    return not line.removeprefix(_BOM).strip()


def lines_of(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a stream, of an overlong one only its beginning: no file needs more memory than one line."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        yield line
        while len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES + 1)


def _posting(raw: bytes, *, name: str, default_id: str) -> Imported:
    value = _value(raw, name)
    if not isinstance(value, dict):
        raise DocumentError(f"{name} is not a JSON object.", hint=_SHAPE_HINT)
    text, title, key = value.get("text"), value.get("title"), value.get("id")
    if not isinstance(text, str) or not text.strip():
        raise DocumentError(f'{name} has no "text".', hint=_SHAPE_HINT)
    check_length(text, name=name)
    return Imported(
        encodable(text),
        None,
        title=encodable(title) if isinstance(title, str) else "",
        place=_short(value, "location", "place"),
        employer=_short(value, "company", "employer"),
        id=_posting_id(key, default=default_id),
    )


def _short(value: dict[str, object], *names: str) -> str:
    """Return the first of some short texts beside the posting's that a line gives."""
    found = next((given for name in names if isinstance(given := value.get(name), str) and given.strip()), "")
    return " ".join(encodable(found[:_LONGEST_BESIDE]).split())


def _posting_id(key: object, *, default: str) -> str | int:
    """Return the id that a line gives, of the type that it has there; `default` where it gives none."""
    if isinstance(key, int) and not isinstance(key, bool):
        return key
    return encodable(key) if isinstance(key, str) and key else default


def _value(raw: bytes, name: str) -> object:
    if len(raw) > MAX_LINE_BYTES:
        raise DocumentError(f"{name} is too long.", hint=f"At most {MAX_LINE_BYTES:,} bytes are read.")
    try:
        return json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise DocumentError(f"{name} is not valid UTF-8.", hint="Save the file as UTF-8 and try again.") from None
    except RecursionError:
        raise DocumentError(f"{name} is nested too deeply.", hint=_SHAPE_HINT) from None
    except ValueError as error:
        problem = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise DocumentError(f"{name} is not valid JSON: {problem}.", hint=_SHAPE_HINT) from None


def encodable(text: str) -> str:
    """Return `text` with lone surrogates replaced, one for one, so that it can be written as UTF-8."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
