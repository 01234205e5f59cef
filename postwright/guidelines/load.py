"""The house rules for everyone else: `load_guidelines()`, from the compiled cache where it fits, else from the YAML.

Every load reads and hashes all guideline files (under a megabyte): a changed file is always noticed, whatever its
date and size say.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from postwright.guidelines import cache, codec
from postwright.guidelines.files import TABLES, GuidelineFile, fingerprint, packaged_root, read_folder
from postwright.guidelines.occupations import Occupations
from postwright.guidelines.organisation import load_organisation, save_organisation
from postwright.guidelines.records import Guidelines

__all__ = ["load_guidelines", "load_organisation", "save_organisation"]

_loaded: dict[str, Guidelines] = {}
"""What this process loaded last, by cache key, so that a server does not decode the same rules for every page."""


def load_guidelines(
    overlay: Path | None = None, *, root: Path | None = None, cache_folder: Path | None = None
) -> Guidelines:
    """Return the house rules that ship, with the organisation's `overlay` folder merged in by id.

    `root` and `cache_folder` default to the guidelines beside the package and the per-user cache. Raises
    GuidelineError, which names file, entry and key, for the first mistake in a file. The result is shared: do not
    change its dictionaries.
    """
    files = read_folder(root or packaged_root())
    over = read_folder(overlay) if overlay else ()
    version = fingerprint(files, over)
    key = hashlib.blake2b(cache.code_version() + version.encode(), digest_size=16).hexdigest()
    known = _loaded.get(key)
    if known is None:
        folder = cache_folder or cache.default_folder()
        known = _from_cache(folder, key) or _compiled(files, over, version, folder, key)
        tables = [file for file in (*files, *over) if file.path in TABLES]
        known = replace(known, occupations=Occupations(tables))
        _loaded.clear()
        _loaded[key] = known
    return known


def _from_cache(folder: Path | None, key: str) -> Guidelines | None:
    """Return the compiled guidelines; a file that cannot be understood counts as none."""
    if folder is None:
        return None
    try:
        content = cache.read(folder, key)
        return codec.decode(content) if content else None
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return None


def _compiled(
    files: tuple[GuidelineFile, ...], over: tuple[GuidelineFile, ...], version: str, folder: Path | None, key: str
) -> Guidelines:
    """Return the guidelines from their files, and leave a compiled copy for the next time."""
    from postwright.guidelines.compile import compile_guidelines

    guidelines = compile_guidelines(files, over, fingerprint=version)
    if folder is not None:
        cache.write(folder, key, codec.encode(guidelines))
    return guidelines
