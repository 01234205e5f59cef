"""The app: its pages and the editor's routes, nothing else. Start it with `streamlit run app.py` or `python app.py`."""

import streamlit as st

from postwright.ui.shell import SCRIPT, middleware, routes, warmed

app = st.App(SCRIPT, routes=routes(), middleware=middleware(), lifespan=warmed)

if __name__ == "__main__":
    app.run()
