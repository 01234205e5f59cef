"""The guidelines for everyone else: `load_guidelines()`."""

from __future__ import annotations

from pathlib import Path

from postwright.guidelines.files import fingerprint, packaged_root, read_folder
from postwright.guidelines.records import Guidelines


def load_guidelines(overlay: Path | None = None, *, root: Path | None = None) -> Guidelines:
    """Return the house rules that ship, with the organisation's `overlay` folder merged in by id."""
    files = read_folder(root or packaged_root())
    over = read_folder(overlay) if overlay else ()
    from postwright.guidelines.compile import compile_guidelines

    return compile_guidelines(files, over, fingerprint=fingerprint(files, over))
