"""Streamlit's entry: page setup and navigation, nothing else. Start it with `streamlit run app.py`."""

from postwright.ui.shell import run

run()
