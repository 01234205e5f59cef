"""The house rules for everyone else: `load_guidelines()`, from the compiled cache where it fits, else from the YAML.

Every load reads and hashes all guideline files (under a megabyte): a changed file is always noticed, whatever its
date and size say.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from postwright.guidelines import cache, codec
from postwright.guidelines.files import PROFILE_FILE, TABLES, GuidelineFile, fingerprint, packaged_root, read_folder
from postwright.guidelines.occupations import Occupations
from postwright.guidelines.organisation import load_organisation, save_organisation
from postwright.guidelines.records import Guidelines

__all__ = ["load_guidelines", "load_organisation", "save_organisation"]

_loaded: dict[str, Guidelines] = {}
"""What this process loaded last, so that a server does not decode the same rules for every page: by the fingerprint of
all files, and by that of all but the severities of the house."""


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
    known = _loaded.get(version)
    if known is None:
        but_severities = fingerprint(_but_profile(files), _but_profile(over))
        folder = cache_folder or cache.default_folder()
        if rules := _loaded.get(but_severities):
            known = _with_severities(rules, files, over, version, folder)
        else:
            known = _from_cache(folder, version) or _compiled(files, over, version, folder)
            tables = [file for file in (*files, *over) if file.path in TABLES]
            known = replace(known, occupations=Occupations(tables))
        _loaded.clear()
        _loaded[version] = _loaded[but_severities] = known
    return known


def _but_profile(files: tuple[GuidelineFile, ...]) -> tuple[GuidelineFile, ...]:
    return tuple(file for file in files if file.path != PROFILE_FILE)


def _with_severities(
    rules: Guidelines,
    files: tuple[GuidelineFile, ...],
    over: tuple[GuidelineFile, ...],
    version: str,
    folder: Path | None,
) -> Guidelines:
    """Return the rules with the severities of the house anew: a change of one must not cost what compiling all does."""
    from postwright.guidelines.collect import collect

    profiles = [[file for file in each if file.path == PROFILE_FILE] for each in (files, over)]
    known = replace(rules, fingerprint=version, severities=collect(*profiles).severities)
    _keep(known, folder)
    return known


def _key(version: str) -> str:
    return hashlib.blake2b(cache.code_version() + version.encode(), digest_size=16).hexdigest()


def _from_cache(folder: Path | None, version: str) -> Guidelines | None:
    """Return the compiled guidelines; a file that cannot be understood counts as none."""
    if folder is None:
        return None
    try:
        content = cache.read(folder, _key(version))
        return codec.decode(content) if content else None
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return None


def _compiled(
    files: tuple[GuidelineFile, ...], over: tuple[GuidelineFile, ...], version: str, folder: Path | None
) -> Guidelines:
    """Return the guidelines from their files, and leave a compiled copy for the next time."""
    from postwright.guidelines.compile import compile_guidelines

    guidelines = compile_guidelines(files, over, fingerprint=version)
    _keep(guidelines, folder)
    return guidelines


def _keep(guidelines: Guidelines, folder: Path | None) -> None:
    """Leave a compiled copy for the next process."""
    if folder is not None:
        cache.write(folder, _key(guidelines.fingerprint), codec.encode(guidelines))
