"""What a posting asks for beyond what the role needs."""
