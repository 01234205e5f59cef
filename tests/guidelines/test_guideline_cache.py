"""Compiled guidelines are kept in the cache folder, and nothing but speed depends on them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from postwright.guidelines import cache, codec
from postwright.guidelines import load as loading
from postwright.guidelines.load import load_guidelines


@pytest.fixture
def fresh(load, monkeypatch):
    """Load as a new process would: nothing is remembered in memory."""

    def load_anew(*args, **changed):
        monkeypatch.setattr(loading, "_loaded", {})
        return load(*args, **changed)

    return load_anew


@pytest.fixture
def refuse_to_compile(monkeypatch):
    """Make compiling fail, so that only the cache can answer."""
    import postwright.guidelines.compile as compiling

    def refuse(*args, **named):
        raise AssertionError("compiled although the cache should have answered")

    return lambda: monkeypatch.setattr(compiling, "compile_guidelines", refuse)


def cached(folder: Path) -> list[Path]:
    return sorted(folder.glob("*"))


def test_second_load_comes_from_the_cache_and_is_equal(fresh, refuse_to_compile, tmp_path):
    first = fresh()
    refuse_to_compile()
    assert (fresh(), len(cached(tmp_path / "cache"))) == (first, 1)


def test_a_severity_that_changes_is_loaded_without_compiling_again_and_reaches_the_cache(
    fresh, load, refuse_to_compile, root
):
    fresh()
    refuse_to_compile()
    (root / "profile.yaml").write_text("severities:\n  clarity/length: off\n", encoding="utf-8")
    changed = load()
    assert changed.severities == {"clarity/length": "off"}
    assert (fresh(), fresh().severities) == (changed, {"clarity/length": "off"})


def test_rules_that_ship_come_back_equal_from_json(tmp_path):
    shipped = load_guidelines()
    assert codec.decode(json.loads(json.dumps(codec.encode(shipped)))) == shipped


def test_changed_file_is_noticed_even_with_the_same_size_and_date(fresh, root):
    path = root / "limits.yaml"
    before = path.stat()
    assert fresh().limits["max_must_haves"].value == 10
    path.write_text(path.read_text(encoding="utf-8").replace("value: 10", "value: 11"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (fresh().limits["max_must_haves"].value, path.stat().st_size) == (11, before.st_size)


def test_overlay_has_a_copy_of_its_own(fresh, overlay, tmp_path):
    plain = fresh()
    other = fresh(overlay({"limits.yaml": "limits:\n- {id: max_must_haves, value: 7}\n"}))
    values = (other.limits["max_must_haves"].value, fresh().limits["max_must_haves"].value)
    assert (values, fresh() == plain, len(cached(tmp_path / "cache"))) == ((7, 10), True, 2)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"Anvil", b"Anvli", 1),
        lambda content: b"\xff\xfe nonsense",
    ],
    ids=["empty", "cut off", "one word changed", "not text"],
)
def test_damaged_copy_is_replaced(damage, fresh, refuse_to_compile, tmp_path):
    first = fresh()
    (copy,) = cached(tmp_path / "cache")
    whole = copy.read_bytes()
    copy.write_bytes(damage(whole))
    assert (fresh(), copy.read_bytes()) == (first, whole)


def test_copy_with_another_shape_is_replaced(fresh, tmp_path):
    first = fresh()
    (copy,) = cached(tmp_path / "cache")
    cache.write(copy.parent, copy.stem.removeprefix("compiled-"), {"technologies": []})
    assert fresh() == first


def test_cache_folder_that_cannot_be_made_means_no_cache(fresh, tmp_path):
    first = fresh()
    blocked = tmp_path / "a file"
    blocked.write_text("", encoding="utf-8")
    assert fresh(cache_folder=blocked / "cache") == first


def test_write_that_fails_leaves_nothing_behind(fresh, monkeypatch, tmp_path):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert (fresh().fingerprint != "", cached(tmp_path / "cache")) == (True, [])


def test_only_the_newest_copies_are_kept(tmp_path):
    for number in range(cache.KEPT + 3):
        cache.write(tmp_path, f"{number:032}", {"number": number})
        os.utime(tmp_path / f"compiled-{number:032}.json", (number, number))
    cache.write(tmp_path, "z" * 32, {})
    assert len(cached(tmp_path)) == cache.KEPT


@pytest.mark.parametrize("xdg", [None, "", "/somewhere/else"])
def test_default_folder_is_that_of_platformdirs(xdg, monkeypatch):
    if xdg is None:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", xdg)
    assert cache.default_folder() == user_cache_path("postwright", appauthor=False) / "guidelines"


def test_warm_load_imports_neither_pydantic_nor_yaml(tmp_path):
    load_guidelines(cache_folder=tmp_path)
    loading._loaded.clear()
    load_guidelines(cache_folder=tmp_path)
    program = (
        "import sys; from pathlib import Path; from postwright.guidelines.load import load_guidelines; "
        f"load_guidelines(cache_folder=Path({str(tmp_path)!r})); "
        "print([name for name in ('pydantic', 'yaml', 'sqlalchemy', 'streamlit') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
