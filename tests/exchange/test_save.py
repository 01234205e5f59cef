"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from postwright.errors import StorageError
from postwright.exchange.save import save


def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path):
    path = tmp_path / "a.md"
    save(b"one", path)
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask
    path.chmod(0o640)
    save(b"two", path)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"two", 0o640)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    save(b"new", tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_full_disk_leaves_the_old_file_and_says_what_to_do(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError) as caught:
        save(b"new", path)
    assert str(caught.value) == (
        f"{path} cannot be written: No space left on device. Nothing was changed. Free space, or choose another place."
    )
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_a_folder_that_does_not_exist_is_said(tmp_path):
    with pytest.raises(StorageError, match="cannot be written: No such file or directory"):
        save(b"x", tmp_path / "none" / "a.md")
