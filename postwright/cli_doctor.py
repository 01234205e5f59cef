"""`postwright doctor`: whether the model that is set can be used, each thing tried and explained."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from postwright.cli_options import known
from postwright.cli_status import FOUND, OK

if TYPE_CHECKING:
    import argparse

    from postwright.drafting.endpoint import Endpoint
    from postwright.exchange.doctor_report import Examined
    from postwright.settings import Settings


def doctor(options: argparse.Namespace) -> int:
    """Try the model that is set and the one that takes over; the exit status says whether the first can be used."""
    from postwright.drafting.endpoint import endpoints_of
    from postwright.exchange.doctor_report import doctor_json, print_examined, print_not_set
    from postwright.exchange.terminal import console_for
    from postwright.settings import load_settings

    format = known("format", options.format, ("text", "json"))
    settings = load_settings()
    console = console_for(sys.stdout)
    found: list[Examined] = []
    for endpoint in endpoints_of(settings):
        found.append(_examined(endpoint, settings))
        if format == "text":
            print_examined(console, found[-1])
    if format == "json":
        sys.stdout.write(doctor_json(found))
    elif not found:
        print_not_set(console)
    return OK if not found or found[0].usable else FOUND


def _examined(endpoint: Endpoint, settings: Settings) -> Examined:
    from postwright.drafting.abilities import AbilityBook
    from postwright.drafting.doctor import examine
    from postwright.exchange.doctor_report import Examined

    book = AbilityBook(settings.model_abilities)
    book.forget(endpoint)  # what it could do once may be over
    checks = tuple(examine(endpoint, book, seconds=settings.model_timeout, stop=threading.Event()))
    return Examined(endpoint.name, endpoint.location.url, endpoint.key_from, checks, book.of(endpoint))
