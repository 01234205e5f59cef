"""What a posting should say and does not."""
