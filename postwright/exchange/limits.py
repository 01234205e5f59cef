"""How much of a stranger's file is read: the one place for sizes that protect the machine, not the posting.

A real posting has 1,000 to 20,000 characters and seldom more than five pages; the limits lie far above.
"""

from __future__ import annotations

MAX_CHARACTERS = 2_000_000
"""Characters of one posting. Reading is linear and takes under a second at this length."""
MAX_BYTES = 25_000_000
"""Bytes of one document (.docx, .pdf, .html, text) before it is opened."""
MAX_UNPACKED_BYTES = 100_000_000
"""Bytes that a .docx, which is a ZIP archive, may unpack to."""
MAX_PART_BYTES = 40_000_000
"""Bytes of the one part of a .docx that holds the text."""
MAX_PAGES = 60
"""Pages of a .pdf."""
MAX_LINE_BYTES = 16_000_000
"""Bytes of one line of a .jsonl file; the file itself is read line by line and may have any size."""
MAX_BRIEF_CHARACTERS = 500_000
"""Characters of a brief in YAML or JSON."""
MAX_HTML_BYTES = 6_000_000
"""Bytes of a web page; scripts in it count, and parsing takes some microseconds a tag."""
