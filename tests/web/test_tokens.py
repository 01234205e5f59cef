"""The secret is made once and kept to its owner; a token that is old, changed or another secret's opens nothing."""

from __future__ import annotations

import itsdangerous
import pytest

from postwright.errors import SettingsError, StorageError
from postwright.settings import Settings
from postwright.web.tokens import MAX_AGE, Grant, Tokens, secret_of

GRANT = Grant("p1", "Ada", "window")
SECRET = "s" * 32


def test_a_token_gives_back_what_it_was_made_for():
    assert Tokens(SECRET).grant_of(Tokens(SECRET).issue(GRANT)) == GRANT


@pytest.mark.parametrize(
    "other",
    ["", "x", Tokens("t" * 32).issue(GRANT), Tokens(SECRET).issue(GRANT)[:-1]],
    ids=["none", "x", "of another secret", "cut short"],
)
def test_another_token_opens_nothing(other):
    assert Tokens(SECRET).grant_of(other) is None


def test_a_token_grows_old(monkeypatch):
    token = Tokens(SECRET).issue(GRANT)
    now = itsdangerous.TimestampSigner(SECRET).get_timestamp()
    monkeypatch.setattr(itsdangerous.TimestampSigner, "get_timestamp", lambda self: now + MAX_AGE + 10)
    assert Tokens(SECRET).grant_of(token) is None


def test_the_secret_is_made_once_for_its_owner_only(tmp_path):
    settings = Settings(data_dir=tmp_path / "new")
    secret = secret_of(settings)
    assert len(secret) >= 32
    assert secret_of(settings) == secret
    assert settings.secret_file.stat().st_mode & 0o077 == 0
    assert [file.name for file in settings.secret_file.parent.iterdir()] == ["secret"]
    assert secret_of(Settings(data_dir=tmp_path / "other")) != secret


def test_the_secret_of_the_environment_wins_and_must_be_long_and_is_never_shown(tmp_path, monkeypatch):
    monkeypatch.setenv("POSTWRIGHT_SECRET", SECRET)
    assert secret_of(Settings(data_dir=tmp_path)) == SECRET
    assert SECRET not in repr(Settings(data_dir=tmp_path))
    monkeypatch.setenv("POSTWRIGHT_SECRET", "short")
    with pytest.raises(SettingsError, match="too short: 5 characters"):
        secret_of(Settings(data_dir=tmp_path))


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be read or made"):
        secret_of(Settings(data_dir=tmp_path / "file" / "data"))
