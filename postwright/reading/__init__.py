"""Text in, `Reading` out: one module per thing read. `read()` in reader.py ties them."""
