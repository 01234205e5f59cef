"""How a command ends: its exit status, and what it says on stderr of an error."""

from __future__ import annotations

import sys

from postwright.errors import PostwrightError

OK = 0
FOUND = 1
"""A finding at or above `--fail-on`."""
UNUSABLE = 2
"""Wrong usage, or an input that cannot be read; the others were done."""
INTERRUPTED = 130
BROKEN_PIPE = 141


def complain(error: PostwrightError) -> None:
    """Print an error and what to do about it on stderr."""
    from postwright.exchange.terminal import visible

    print("\n".join(visible(line) for line in f"postwright: {error}".splitlines()), file=sys.stderr)
