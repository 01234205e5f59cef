"""How hard a posting is to read."""
