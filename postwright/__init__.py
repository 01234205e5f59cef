"""Postwright: job postings in which every line has a source, and findings that show their arithmetic."""

__version__ = "0.1.0"
