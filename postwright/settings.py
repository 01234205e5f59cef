"""Every default, once: values of the environment (`POSTWRIGHT_...`) to a frozen `Settings`.

Nothing else reads the environment. Not imported on the path of `postwright lint`: pydantic-settings costs its start.
"""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from postwright.errors import SettingsError
from postwright.overlay import READING_CASES_FILE

PREFIX = "POSTWRIGHT_"
DATABASE_FILE = "postwright.sqlite3"


class Settings(BaseSettings):
    """What can be set; each field is read from `POSTWRIGHT_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    data_dir: Path = Field(default_factory=lambda: user_data_path("postwright", appauthor=False))
    """Holds the library, the copies made before migrations and, unless set otherwise, the organisation's guidelines."""
    database_url: str = ""
    """SQLAlchemy address of the library; empty means a SQLite file in `data_dir`."""
    guidelines: Path | None = None
    """The organisation's own guidelines, laid over those that ship; None means `data_dir`/guidelines."""
    allow_remote: bool = False
    """Whether the server may listen on more than this machine (a proxy with sign-in stands before it)."""
    model: str = ""
    """The language model that may reword drafts; empty means none, and nothing needs one."""

    @model_validator(mode="after")
    def _without_blanks(self) -> Settings:
        if not str(self.data_dir).strip():
            raise ValueError("data_dir: name a folder")
        return self

    @property
    def library_url(self) -> str:
        """The SQLAlchemy address of the library."""
        return self.database_url or f"sqlite:///{(self.data_dir / DATABASE_FILE).absolute().as_posix()}"

    @property
    def overlay(self) -> Path:
        """The folder of the organisation's own guidelines; it need not exist."""
        return self.guidelines or self.data_dir / "guidelines"

    @property
    def reading_cases(self) -> Path:
        """The file of reported readings; it need not exist."""
        return self.data_dir / READING_CASES_FILE


def load_settings() -> Settings:
    """Return the settings of this process; a value that cannot be used raises `SettingsError` naming its variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "".join(f"{PREFIX}{part}".upper() for part in first["loc"][:1]) or PREFIX.rstrip("_")
        raise SettingsError(f"{name} cannot be used: {first['msg']}.", hint="Correct it or leave it out.") from None
