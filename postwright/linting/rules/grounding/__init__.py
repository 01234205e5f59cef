"""What a text says and no entry of its brief supports."""
