"""What a posting says in words that exclude, mislead or say nothing."""
