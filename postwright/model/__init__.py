"""Typed values without I/O: brief, organisation, posting, reading, finding."""
