"""The checks of grounding, one module each; `verify.py` lists them."""
