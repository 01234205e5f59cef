"""What Streamlit runs for every page, again on every change; `app.py` names it."""

from postwright.ui.shell import run

run()
