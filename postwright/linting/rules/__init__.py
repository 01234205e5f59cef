"""One module per code rule, in a folder per group: `inflated/years_above_level.py` is `inflated/years-above-level`."""
