"""What the machine read, for a person to trust or doubt: the facts as a list, and marked in the text."""

from __future__ import annotations

import streamlit as st

from postwright.model.reading import Demand, Reading
from postwright.ui.common import escape
from postwright.ui.words import DEGREES, LEVEL_NAMES


def show(reading: Reading) -> None:
    """Show what was understood of a text."""
    if reading.language != "en":
        st.info(f"This text is not English (it looks like “{reading.language}”), so nothing was read from it.")
        return
    level = LEVEL_NAMES[reading.title_level] if reading.title_level else "no level word"
    st.markdown(f"**Title** {escape(reading.title or 'not found')} · **Level** {level}")
    st.markdown(f"**Experience asked** ({len(reading.demands)})")
    for demand in reading.demands:
        st.markdown(f"- {escape(demand_in_words(demand))}")
    if degree := reading.degree:
        quote = escape(reading.text[degree.start : degree.end])
        st.markdown(f"**Degree** {escape(DEGREES[degree.level])}, {degree.strength.replace('_', ' ')}: “{quote}”")
    if reading.pay:
        st.markdown(f"**Pay** “{escape(reading.text[reading.pay.start : reading.pay.end])}” ({reading.pay.kind})")
    if reading.technologies:
        names = sorted({mention.name for mention in reading.technologies})
        st.markdown(f"**Technologies** {escape(', '.join(names))}")
    st.markdown("**Sections**")
    for section in reading.sections:
        first = " ".join(reading.text[section.start : section.end].split())[:90]
        st.markdown(f"- {section.kind.replace('_', ' ')}: {escape(first)}…")


def demand_in_words(demand: Demand) -> str:
    """Return a demand as a phrase: "5 to 7 years of Python, required"."""
    least, most = f"{demand.min_years:g}", "" if demand.max_years is None else f"{demand.max_years:g}"
    amount = (
        f"{least} to {most} years" if most and most != least else f"{least} years" if most else f"{least} or more years"
    )
    subject = f" in {demand.subject}" if demand.subject else ""
    return f"{amount}{subject}, {demand.strength} (“{demand.quote}”)"
