"""Compiled patterns on disk: the same patterns, with or without a file, whatever became of it."""

import re
import sys

import pytest

from postwright.pattern_cache import WORTH_WRITING, PatternCache

PATTERNS = [
    (r"\b(?:senior|lead)\b", re.IGNORECASE),
    (r"(?P<low>\d+)\s?(?:-|to)\s?(?P<high>\d+) years", 0),
    (r"(a)(?P<second>b)?(?(2)c|d)", 0),
    (r"(?<!\w)[£€$]\s?\d{1,3}(?:,\d{3})*(?!\w)", 0),
    (r"(?x) # spaced out \n \d+ ", 0),
    (r"^\s*[-*•] (?=\S)", re.MULTILINE),
    (r"straße|ſ|İ", re.IGNORECASE),
    (r"(?i:plan)(?-i:NHS)", re.IGNORECASE),
    (r"[^\W\d_]+\Z", 0),
]
TEXT = "Lead: 3 to 5 years at £45,000\n - plan NHS STRASSE Straße abc ad 12 \n* İs"


@pytest.fixture
def kept(tmp_path):
    """Return a cache that reads what an earlier one wrote."""
    earlier = PatternCache(tmp_path)
    for pattern, flags in PATTERNS:
        earlier.compile(pattern, flags)
    earlier.write()
    return PatternCache(tmp_path)


def described(pattern):
    return (
        pattern.pattern,
        pattern.flags,
        pattern.groups,
        dict(pattern.groupindex),
        [(match.span(), match.groups(), match.groupdict(), match.lastgroup) for match in pattern.finditer(TEXT)],
    )


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_pattern_from_disk_is_what_re_compile_makes(kept, pattern, flags, monkeypatch):
    monkeypatch.setattr("postwright.pattern_cache._coded", lambda *_: pytest.fail("compiled again"))
    assert described(kept.compile(pattern, flags)) == described(re.compile(pattern, flags))


def test_faulty_pattern_raises_as_ever(kept):
    with pytest.raises(re.error, match="unterminated"):
        kept.compile("(a")


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-9],
        lambda content: content[:30],
        lambda content: b"\0" + content,
        lambda content: bytes(byte ^ 1 for byte in content),
        lambda content: content[:-40] + bytes(byte ^ 1 for byte in content[-40:]),
    ],
)
def test_damaged_file_counts_as_none(kept, tmp_path, damage):
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    for pattern, flags in PATTERNS:
        assert described(PatternCache(tmp_path).compile(pattern, flags)) == described(re.compile(pattern, flags))


def test_file_of_another_interpreter_is_left_alone(kept, tmp_path, monkeypatch):
    (theirs,) = tmp_path.iterdir()
    monkeypatch.setattr(sys, "version", sys.version + " of somebody else")
    ours = PatternCache(tmp_path)
    for pattern, flags in PATTERNS:
        ours.compile(pattern, flags)
    ours.write()
    assert len(list(tmp_path.iterdir())) == 2
    assert theirs.exists()


def test_interpreter_without_the_expected_compiler_still_compiles(tmp_path, monkeypatch):
    def gone(*_):
        raise ImportError("no such module")

    monkeypatch.setattr("postwright.pattern_cache._coded", gone)
    cache = PatternCache(tmp_path)
    for pattern, flags in PATTERNS:
        assert described(cache.compile(pattern, flags)) == described(re.compile(pattern, flags))
    cache.write()
    assert list(tmp_path.iterdir()) == []


def test_a_second_process_adds_to_what_the_first_left(kept, tmp_path):
    more = [(f"word{number}", 0) for number in range(WORTH_WRITING)]
    for pattern, flags in more:
        kept.compile(pattern, flags)
    kept.write()
    assert len(PatternCache(tmp_path)._kept) == len(PATTERNS) + len(more)


def test_folder_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "taken").write_text("a file, not a folder")
    cache = PatternCache(tmp_path / "taken")
    for pattern, flags in PATTERNS:
        cache.compile(pattern, flags)
    cache.write()
    assert (tmp_path / "taken").read_text() == "a file, not a folder"
