"""Many postings side by side: what each asks, grouped by role and level, and where they do not agree."""
