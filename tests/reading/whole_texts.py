"""The short texts of our own in texts/*.yaml, and how a whole reading is put in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from postwright.model.reading import Demand, Reading

FOLDER = Path(__file__).parent / "texts"
CASES: list[dict[str, Any]] = [
    case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def whole_reading(reading: Reading) -> list[str]:
    """Say everything that was read, one thing a line: level, language, demands, degree, pay, names."""
    lines = [f"level {reading.title_level}"] if reading.title_level else []
    lines += [f"language {reading.language}"] if reading.language != "en" else []
    lines += [demand_line(demand) for demand in reading.demands]
    if degree := reading.degree:
        lines.append(f"degree {degree.level}, {degree.strength}")
    if pay := reading.pay:
        figures = "" if pay.minimum is None else f" {pay.minimum:.10g}..{pay.maximum:.10g} {pay.currency} {pay.period}"
        lines.append(f"pay {pay.kind}{figures}")
    lines += sorted({f"technology {use.name}" for use in reading.technologies})
    lines += sorted({f"credential {each.name}, {each.strength}" for each in reading.credentials})
    return lines


def demand_line(demand: Demand) -> str:
    most = "" if demand.max_years is None else f"{demand.max_years:g}"
    line = f"demand {demand.quote} | {demand.min_years:g}..{most} | {demand.strength} | {demand.kind} | "
    line += demand.subject
    line += f" | group {demand.group}" if demand.group is not None else ""
    return line + (f" | part of {demand.part_of}" if demand.part_of is not None else "")
