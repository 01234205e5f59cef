"""How much of a stranger's file is read: the one place for sizes that protect the machine, not the posting.

A real posting has 1,000 to 20,000 characters and seldom more than five pages; the limits lie far above.
"""

from __future__ import annotations

MAX_CHARACTERS = 2_000_000
"""Characters of one posting. Reading is linear and takes under a second at this length."""
MAX_PDF_CHARACTERS = 200_000
"""Characters of a text that is set as a PDF: some 80 pages, and two seconds of work."""
MAX_BYTES = 25_000_000
"""Bytes of one document (.docx, .pdf, .html, text) before it is opened."""
MAX_UNPACKED_BYTES = 100_000_000
"""Bytes that a .docx, which is a ZIP archive, may unpack to."""
MAX_PART_BYTES = 40_000_000
"""Bytes of the one part of a .docx that holds the text."""
MAX_PAGES = 60
"""Pages of a .pdf."""
MAX_ARCHIVE_BYTES = 400_000_000
"""Bytes that a .zip of postings may unpack to; ten thousand postings in Word take some 200 MB."""
MAX_ARCHIVE_FILES = 50_000
MAX_ARCHIVE_RATIO = 200
"""Times its own size that an archive may unpack to, above `ARCHIVE_RATIO_FROM`; texts that are alike reach 50."""
ARCHIVE_RATIO_FROM = 20_000_000
"""Bytes unpacked from which the ratio counts: small archives do no harm."""
MAX_LINE_BYTES = 16_000_000
"""Bytes of one line of a .jsonl file; the file itself is read line by line and may have any size."""
MAX_BRIEF_CHARACTERS = 500_000
"""Characters of a brief in YAML or JSON."""
MAX_HTML_BYTES = 6_000_000
"""Bytes of a web page; scripts in it count, and parsing takes some microseconds a tag."""
MAX_TYPED_CHARACTERS = 200_000
"""Characters of a text in the browser's editor: ten times a very long posting, and still linted in about a second."""
