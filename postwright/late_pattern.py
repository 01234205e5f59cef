"""Regular expressions that are compiled when first used: most texts never reach most of them, and compiling costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postwright.pattern_cache import shared

if TYPE_CHECKING:
    import re

    def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
        """Return the pattern; its methods compile it at their first call."""
        ...

else:

    class late:  # called like re.compile, in whose place it stands
        """The pattern; its methods compile it at their first call."""

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self._source = (pattern, flags)
            self.pattern = pattern

        def __getattr__(self, name: str) -> Any:
            found = getattr(shared().compile(*self._source), name)
            setattr(self, name, found)
            return found
