"""What a posting says twice and differently."""
