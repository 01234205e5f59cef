"""Names for those who do something where they have no name of their own, and how far they are looked for."""

from __future__ import annotations

YOU, WE, OTHER, TEAM = "you", "we", "other", "team"
"""The reader, the employer, and somebody else who is no listed actor: "the backend exposes", "you are advised"."""
CALENDAR = frozenset(("minute", "day", "month"))
"""Units of which nobody is one."""
SHORTEST_PERSON = 5
MOST_BACK = 12
"""Tokens that are looked back to find who does something."""
