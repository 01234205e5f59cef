"""Who may do what over the routes: a signed token for one posting, made by the page and given back by its editor.

Plain routes do not pass through Streamlit's sign-in, so nothing is done without one. The secret has no default: it is
made at the first start and kept in the data folder, or set (`POSTWRIGHT_SECRET`) where several machines serve one app.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from itsdangerous import BadSignature, URLSafeTimedSerializer

from postwright.errors import SettingsError, StorageError
from postwright.settings import Settings

SHORTEST = 32
"""Characters of a secret that is set by hand."""
MAX_AGE = 14 * 24 * 3600
"""Seconds for which a token holds: a page may stay open for days."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token allows: one person, in one session of the page, to work on one posting."""

    posting_id: str
    owner: str
    session: str


class Tokens:
    """Makes tokens and reads them back."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt="postwright editor")

    def issue(self, grant: Grant) -> str:
        """Return a token for a grant."""
        return self._signer.dumps([grant.posting_id, grant.owner, grant.session])

    def grant_of(self, token: str) -> Grant | None:
        """Return what a token allows; None for one that is not ours, was changed, or is too old."""
        try:
            posting_id, owner, session = self._signer.loads(token, max_age=MAX_AGE)
        except (BadSignature, ValueError, TypeError):
            return None
        return Grant(posting_id, owner, session)


def secret_of(settings: Settings) -> str:
    """Return the secret that is set, else the one in the data folder, made where there is none yet."""
    if settings.secret is not None:
        secret = settings.secret.get_secret_value()
        if len(secret) < SHORTEST:
            raise SettingsError(
                f"POSTWRIGHT_SECRET is too short: {len(secret)} characters.",
                hint=f'Use at least {SHORTEST}: python -c "import secrets; print(secrets.token_urlsafe(48))"',
            )
        return secret
    file = settings.secret_file
    try:
        if not file.exists():
            _make(file)
        return file.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise StorageError(
            f"The secret that signs the editor's requests cannot be read or made ({file}).",
            hint="Give yourself the right to write there, or set POSTWRIGHT_SECRET.",
        ) from error


def _make(file: Path) -> None:
    """Write a new secret that only its owner can read; of several processes that start at once one wins."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent)  # made with mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(48))
        try:
            os.link(name, file)
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            os.replace(name, file)
            return
    finally:
        Path(name).unlink(missing_ok=True)
