"""What was found of the models that are set -> a table for people, or what `postwright doctor --format json` prints."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from postwright.exchange.terminal import visible

if TYPE_CHECKING:
    from rich.console import Console

    from postwright.drafting.abilities import Abilities
    from postwright.drafting.doctor import Check

NOT_SET = (
    "No model is set, and none is needed: drafting, checking and exporting work without.",
    'To have drafts reworded, set POSTWRIGHT_MODEL to "openai:NAME" and a key; README.md says how.',
)
_SIGNS = {"ok": ("ok", "green"), "limited": ("limited", "yellow"), "failed": ("failed", "red bold")}


@dataclass(frozen=True, slots=True)
class Examined:
    """A model and what was found of it."""

    name: str
    address: str
    key_from: str
    """Where its key comes from, never the key; empty without one."""
    checks: tuple[Check, ...]
    abilities: Abilities | None

    @property
    def usable(self) -> bool:
        """Whether drafts can be reworded with it."""
        return self.abilities is not None and all(check.result != "failed" for check in self.checks)


def doctor_json(examined: Sequence[Examined]) -> str:
    """Return the object of docs/schemas/doctor.schema.json; no models where none is set."""
    models = [
        {
            "name": each.name,
            "address": each.address,
            "key_from": each.key_from,
            "usable": each.usable,
            "checks": [asdict(check) for check in each.checks],
            "abilities": asdict(each.abilities) if each.abilities else None,
        }
        for each in examined
    ]
    return json.dumps({"models": models}, indent=2, ensure_ascii=False) + "\n"


def print_examined(console: Console, examined: Examined) -> None:
    """Print a model's checks and what they come to."""
    console.print(Text.assemble((visible(examined.name), "bold"), f" at {visible(examined.address)}"))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(min_width=14)
    table.add_column(min_width=8)
    table.add_column(ratio=1)
    for check in examined.checks:
        said = Text.assemble(visible(check.message), (f" {visible(check.hint)}" if check.hint else "", "bold"))
        table.add_row(f"  {check.name}", Text(*_SIGNS[check.result]), said)
    console.print(table)
    if examined.usable:
        console.print(Text("Drafts can be reworded with it.", style="green"))
    else:
        console.print(Text("Drafts cannot be reworded with it; everything else works.", style="red"))


def print_not_set(console: Console) -> None:
    """Print that no model is set, and how to set one."""
    for line in NOT_SET:
        console.print(Text(line))
