"""Every default, once: values of the environment (`POSTWRIGHT_...`) to a frozen `Settings`.

Nothing else reads the environment. Not imported on the path of `postwright lint`: pydantic-settings costs its start.
Keys are `SecretStr`: they are in no message, no log and no dump.
"""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, model_validator
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
    secret: SecretStr | None = None
    """Signs what the editor may do; None means one that is made at first start and kept in `data_dir`."""
    model: str = ""
    """The language model that may reword drafts, as "openai:NAME", "azure:DEPLOYMENT", or the name that the server at
    `base_url` knows; empty means none, and nothing needs one."""
    base_url: str = ""
    """Address of an OpenAI-compatible server, or of an Azure resource; empty means OpenAI's own."""
    fallback_model: str = ""
    """Takes over where `model` cannot answer; written like it, at the same address. Empty means none."""
    azure_api_version: str = "2024-10-21"
    """Version of Azure's interface; the default is the first general one with structured answers."""
    model_timeout: float = Field(default=120, gt=0, le=3600)
    """Seconds that a whole call of a model may take, new tries and waiting included."""
    model_tokens: int = Field(default=60_000, ge=1_000)
    """Tokens, in and out together, that rewording one draft may use."""
    model_concurrency: int = Field(default=2, ge=1, le=64)
    """Calls of a model that this process makes at once."""
    api_key: SecretStr | None = None
    """The key for whichever model is set."""
    openai_api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    """The key for OpenAI's own address; it is sent nowhere else."""
    azure_openai_api_key: SecretStr | None = Field(default=None, validation_alias="AZURE_OPENAI_API_KEY")
    """The key for models "azure:..."; it is sent nowhere else."""

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
    def secret_file(self) -> Path:
        """The file with the secret that was made; it need not exist."""
        return self.data_dir / "secret"

    @property
    def model_abilities(self) -> Path:
        """The file in which it is remembered what a model's server can do; it need not exist."""
        return self.data_dir / "model-abilities.json"

    @property
    def reading_cases(self) -> Path:
        """The file of reported readings; it need not exist."""
        return self.data_dir / READING_CASES_FILE


def load_settings() -> Settings:
    """Return the settings of this process; a value that cannot be used raises `SettingsError` naming its variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        named = str(first["loc"][0]) if first["loc"] else ""
        name = named if named.isupper() else f"{PREFIX}{named}".upper().rstrip("_")
        raise SettingsError(f"{name} cannot be used: {first['msg']}.", hint="Correct it or leave it out.") from None
