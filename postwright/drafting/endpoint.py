"""Settings -> the models that may be called: which, where, with what key. Nothing is looked up or called here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from postwright.drafting.addresses import Location, located
from postwright.errors import AddressRefused, SettingsError

if TYPE_CHECKING:
    from pydantic import SecretStr

    from postwright.settings import Settings

Provider = Literal["openai", "azure"]
OPENAI_URL = "https://api.openai.com/v1"
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model at an address."""

    provider: Provider
    model: str
    """As the server knows it; of Azure the deployment's name."""
    location: Location
    key: SecretStr | None = field(default=None, repr=False)
    key_from: str = ""
    """Where the key was found, for people: the name of a variable, never the key."""
    api_version: str = ""
    """Only of Azure."""

    @property
    def name(self) -> str:
        """The name that is shown and kept: "openai:gpt-5-mini", "azure:drafts", or what another server calls it."""
        return f"{self.provider}:{self.model}" if self.is_providers_own else self.model

    @property
    def is_providers_own(self) -> bool:
        """Whether it is OpenAI's or Azure's own server, not another one that speaks the same protocol."""
        return self.provider == "azure" or _is_openai(self.location)


def endpoints_of(settings: Settings, *, key: SecretStr | None = None, key_from: str = "") -> tuple[Endpoint, ...]:
    """Return the model that is set and the one that takes over from it, or () where none is set.

    `key` is one that the page found among its secrets; one from the environment goes before it. SettingsError names
    the variable that cannot be used.
    """
    if not settings.model.strip():
        if settings.fallback_model.strip():
            raise SettingsError(
                "POSTWRIGHT_FALLBACK_MODEL is set and POSTWRIGHT_MODEL is not.", hint="Set POSTWRIGHT_MODEL first."
            )
        return ()
    names = {"POSTWRIGHT_MODEL": settings.model, "POSTWRIGHT_FALLBACK_MODEL": settings.fallback_model}
    found = [
        _endpoint(variable, name.strip(), settings, key=key, key_from=key_from)
        for variable, name in names.items()
        if name.strip()
    ]
    return tuple(dict.fromkeys(found))


def _endpoint(variable: str, given: str, settings: Settings, *, key: SecretStr | None, key_from: str) -> Endpoint:
    provider, model = _split(variable, given, has_address=bool(settings.base_url.strip()))
    location = _location(provider, settings.base_url.strip())
    own = {
        "POSTWRIGHT_API_KEY": settings.api_key,
        "OPENAI_API_KEY": settings.openai_api_key if provider == "openai" and _is_openai(location) else None,
        "AZURE_OPENAI_API_KEY": settings.azure_openai_api_key if provider == "azure" else None,
        key_from: key,
    }
    used = next((name for name, value in own.items() if value is not None and value.get_secret_value().strip()), None)
    return Endpoint(
        provider=provider,
        model=model,
        location=location,
        key=own[used] if used is not None else None,
        key_from=used or "",
        api_version=settings.azure_api_version if provider == "azure" else "",
    )


def _split(variable: str, given: str, *, has_address: bool) -> tuple[Provider, str]:
    """Return provider and model of "openai:NAME", "azure:NAME" or, where an address is set, any NAME ("llama3:8b")."""
    if len(given) > _LONGEST_NAME or any(not character.isprintable() or character.isspace() for character in given):
        raise SettingsError(f"{variable} is not the name of a model.", hint=_HOW)
    prefix, colon, rest = given.partition(":")
    if colon and rest and prefix.lower() in ("openai", "azure"):
        return ("azure" if prefix.lower() == "azure" else "openai"), rest
    if has_address:
        return "openai", given
    raise SettingsError(f"{variable} does not say whose model {given} is.", hint=_HOW)


def _location(provider: Provider, base_url: str) -> Location:
    if provider == "azure" and not base_url:
        raise SettingsError(
            "An Azure model needs the address of its resource.",
            hint="Set POSTWRIGHT_BASE_URL to https://RESOURCE.openai.azure.com.",
        )
    try:
        return located(base_url or OPENAI_URL)
    except AddressRefused as error:
        raise SettingsError(f"POSTWRIGHT_BASE_URL cannot be used: {error.message}", hint=error.hint) from None


def _is_openai(location: Location) -> bool:
    return location.scheme == "https" and (location.host == "openai.com" or location.host.endswith(".openai.com"))


_HOW = 'Write "openai:NAME" or "azure:DEPLOYMENT"; with POSTWRIGHT_BASE_URL, the name that the server knows.'
