"""Place codes of a brief -> the names and addresses that a posting prints, from templates/places.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from postwright import safe_yaml
from postwright.drafting.wording import line
from postwright.model.brief import Location

PLACES = Path(__file__).resolve().parents[2] / "templates" / "places.yaml"


@dataclass(frozen=True)
class PlaceNames:
    """Names by ISO 3166 code: in a sentence ("the Netherlands") and after a city ("New York")."""

    names: dict[str, str]
    address: dict[str, str]
    short: dict[str, str]
    """Codes by what people write instead of them: UK, USA."""


@lru_cache(maxsize=1)
def place_names() -> PlaceNames:
    """Read the table once; it ships with the templates."""
    table = cast(
        "dict[str, dict[str, str]]", safe_yaml.parse(PLACES.read_text(encoding="utf-8"), name="templates/places.yaml")
    )
    return PlaceNames(names=table["names"], address=table["address"], short=table["short"])


def place_name(code: str) -> str:
    """Return how a sentence names the place; unknown regions fall back to the country, countries to the code.

    >>> place_name("US-CO"), place_name("NL"), place_name("US-NY"), place_name("FR-75")
    ('Colorado', 'the Netherlands', 'New York State', 'France')
    """
    names = place_names().names
    return names.get(code) or names.get(code.rpartition("-")[0]) or names.get(code.split("-")[0]) or code


def located(location: Location) -> str:
    """Return the address as a sentence prints it: street, city with postal code, region or country.

    >>> located(Location(city="Denver", place="US-CO")), located(Location(city="Berlin", place="DE-BE"))
    ('Denver, Colorado', 'Berlin, Germany')
    >>> located(Location(city="Leeds", place="GB-ENG", street="12 Quay Street", postal_code="LS10 1AB"))
    '12 Quay Street, Leeds LS10 1AB, England'
    """
    city, street, postal_code = line(location.city), line(location.street), line(location.postal_code)
    region = _after_city(location.place, city=city)
    if location.place.startswith("US") and postal_code:
        region, postal_code = f"{region} {postal_code}", ""
    town = " ".join(part for part in (city, postal_code) if part)
    if not city and not street:
        return place_name(location.place)
    return ", ".join(part for part in (street, town, region) if part)


def _after_city(code: str, *, city: str) -> str:
    """Return the region that follows a city in an address; the country where the region only repeats the city."""
    table = place_names()
    region = table.address.get(code) or place_name(code)
    if region.casefold() == city.casefold() and not code.startswith("US"):
        region = place_name(code.split("-")[0])
    region = region.removeprefix("the ") if city else region
    return "" if region.casefold() == city.casefold() and not code.startswith("US") else region


def country_of(codes: tuple[str, ...]) -> str:
    """Return the country that all `codes` share, or "" where they share none."""
    countries = {code.split("-")[0] for code in codes}
    return countries.pop() if len(countries) == 1 else ""
