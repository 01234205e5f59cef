"""Many postings beside each other: those of the library, or an upload; what each asks, and where they do not agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from functools import partial
from hashlib import sha1

import streamlit as st

from postwright.desk.examples import EXAMPLE
from postwright.desk.reviews import MAX_UPLOAD_MB, UPLOADS, Reviewed
from postwright.errors import PostwrightError
from postwright.exchange.csv_in import Columns, Table
from postwright.exchange.review_html import summary
from postwright.exchange.review_rows import degree_words, level_words
from postwright.exchange.review_sections import (
    findings_html,
    groups_html,
    nowhere,
    pay_html,
    postings_html,
    rules_html,
    years_html,
)
from postwright.exchange.review_style import STYLE
from postwright.model.words import SEVERITIES
from postwright.ui.common import desk, escape, go, show_error
from postwright.ui.words import SEVERITY_NAMES

LIBRARY, UPLOAD = "Your postings", "An upload"
ROWS = 50
"""Postings on one page of the table."""
FINDINGS = 100
"""Findings that are drawn at once; the downloads hold all of them."""
ORDERS = ("As they came", "Most to mend first", "Most findings across first", "Title", "Most years first")
COLUMN_LABELS = {
    "text": "The posting's text", "title": "Job title", "id": "Id or number", "place": "Place", "employer": "Employer",
}  # fmt: skip
DOWNLOADS = {
    "html": ("Web page", "One page with everything, fit to mail"),
    "xlsx": ("Workbook", "A sheet for each table, for Excel and others"),
    "csv": ("Postings as CSV", "One row for each posting"),
    "json": ("JSON", "For other programs; docs/schemas/review.schema.json describes it"),
}


def page() -> None:
    """Show the page."""
    st.title("Review", anchor=False)
    st.markdown(
        "Compare postings: what each asks, which ones are for the same role and level, and where those do not agree. "
        "Nothing of an upload is kept, and nothing leaves this machine."
    )
    source = st.segmented_control(
        "What to review", (LIBRARY, UPLOAD), default=LIBRARY, required=True, key="source", bind="query-params"
    )
    reviewed = _library() if source != UPLOAD else _upload()
    if reviewed is not None:
        st.html(f"<style>{STYLE}</style>")
        _show(reviewed, is_library=source != UPLOAD)


# --- what is reviewed


def _library() -> Reviewed | None:
    rows = desk().list_postings()
    number = sum(row.origin != EXAMPLE for row in rows)
    if number == 0:
        examples = " Examples are not counted: make one your own first." if rows else ""
        st.info(
            "There are no postings of your own yet. Start one, or check a text that you have and keep it; or review an "
            f"upload.{examples}",
            icon=":material/info:",
        )
        with st.container(horizontal=True):
            if st.button("Start a posting", icon=":material/edit:"):
                go("new")
            if st.button("Check a text you already have", icon=":material/fact_check:"):
                go("check")
        return None
    if known := desk().reviews.of_library_if_made():
        return known
    words = "1 posting" if number == 1 else f"{number:,} postings"
    if st.button(f"Review {words}", type="primary", icon=":material/table_view:", key="review:library"):
        _made("review:library:made", lambda progress: desk().reviews.of_library(progress=progress))
        st.rerun()
    if st.session_state.get("review:library:made"):
        st.markdown("Something changed since the last review.")
    return None


def _upload() -> Reviewed | None:
    upload = st.file_uploader(
        "A folder packed as .zip, a table as .csv, or one posting a line as .jsonl",
        type=list(UPLOADS),
        key="review:file",
        max_upload_size=MAX_UPLOAD_MB,
        help="In the folder: .txt, .md, .html, .docx, .pdf. In a table the first line names the columns.",
    )
    if upload is None:
        st.info(
            "Upload the postings of a team, a job family or a year: what they ask stands side by side here.",
            icon=":material/info:",
        )
        return None
    content = upload.getvalue()
    try:
        table = desk().reviews.table_of(content, upload.name)
    except PostwrightError as error:
        show_error(error)
        return None
    known, file = st.session_state.get("review:upload:made"), sha1(content).hexdigest()
    columns = _columns(table, open=not known or known[2] != file) if table else None
    if table and columns is None:
        return None
    state = sha1(content + repr((upload.name, columns, desk().ruleset())).encode()).hexdigest()
    if known and known[0] == state:
        found: Reviewed | None = known[1]
        return found
    if not st.button("Review the upload", type="primary", icon=":material/table_view:", key="review:upload"):
        return None
    made = _made(
        "review:upload:last",
        lambda progress: desk().reviews.of_upload(content, upload.name, columns=columns, progress=progress),
    )
    st.session_state["review:upload:made"] = (state, made, file)
    if made is not None:
        st.rerun()
    return None


def _columns(table: Table, *, open: bool) -> Columns | None:
    """Let the person say what the columns hold, beside the first rows; None where no column holds the text.

    It is `open` until the file is reviewed: then the review is what the person wants to see.
    """
    with st.expander("What the columns hold", icon=":material/view_column:", expanded=open):
        for note in table.notes:
            st.info(escape(note), icon=":material/info:")
        chosen = {}
        for place, field in zip(st.columns(len(COLUMN_LABELS)), fields(Columns), strict=True):
            guess = getattr(table.guess, field.name)
            options = ["", *table.header]
            with place:
                chosen[field.name] = st.selectbox(
                    COLUMN_LABELS[field.name],
                    options,
                    index=options.index(guess),
                    format_func=lambda name: name or "None",
                    key=f"review:column:{field.name}:{sha1(repr(table.header).encode()).hexdigest()[:8]}",
                )
        columns = replace(Columns(), **chosen)
        st.caption("The first rows, as they would be read:")
        st.html(f"<style>{STYLE}</style><div class='rv'>{_preview(table, columns)}</div>")
        if not columns.text:
            st.warning("Choose the column that holds the postings' text.", icon=":material/warning:")
            return None
    return columns


def _preview(table: Table, columns: Columns) -> str:
    from postwright.exchange.review_rows import Table as Plain
    from postwright.exchange.review_sections import table_html

    names = [field.name for field in fields(Columns) if getattr(columns, field.name)]
    places = [table.header.index(getattr(columns, name)) for name in names]
    rows = tuple(tuple(_short(row[at]) if at < len(row) else "" for at in places) for row in table.rows)
    return table_html(Plain("Preview", tuple(COLUMN_LABELS[name] for name in names), rows))


def _short(cell: str) -> str:
    words = " ".join(cell[:400].split())
    return words if len(words) <= 140 else f"{words[:139].rstrip()}…"


def _made(key: str, make: Callable[[Callable[[int, int], None]], Reviewed]) -> Reviewed | None:
    """Make a review with a bar that shows how far it is; an error that a person can mend is shown."""
    bar = st.progress(0.0, text="Reading the postings …")

    def progress(done: int, total: int) -> None:
        if done % 5 == 0 or done == total:
            of = f"{done:,} of {total:,}" if total else f"{done:,}"
            bar.progress(min(done / total, 1.0) if total else 0.5, text=f"Read {of} postings")

    try:
        made = make(progress)
    except PostwrightError as error:
        show_error(error)
        return None
    finally:
        bar.empty()
    st.session_state[key] = True
    return made


# --- the review


def _show(reviewed: Reviewed, *, is_library: bool) -> None:
    review = reviewed.review
    st.markdown(escape(summary(review, reviewed.made)))
    for note in reviewed.notes:
        st.info(escape(note), icon=":material/info:")
    if unread := reviewed.made.unread:
        with st.expander(f"{len(unread)} could not be read", icon=":material/warning:"):
            st.markdown("\n".join(f"- {escape(words)}" for words in unread))
    _downloads(reviewed)
    where = _address(reviewed) if is_library else nowhere
    tabs = st.tabs(["Differences", "Postings", "Groups", "Years", "Pay", "Findings by rule"])
    with tabs[0]:
        _differences(reviewed, where)
    with tabs[1]:
        _postings(reviewed, where)
    with tabs[2]:
        _part(groups_html(review, where=where))
    with tabs[3]:
        _part(years_html(review, reviewed.guidelines))
    with tabs[4]:
        _part(pay_html(review))
    with tabs[5]:
        _part(rules_html(review, reviewed.guidelines))


def _part(html: str) -> None:
    st.html(f'<div class="rv">{html}</div>')


def _address(reviewed: Reviewed) -> Callable[[int], str]:
    """Return what gives the address of a posting's text in this app."""

    def address(index: int) -> str:
        link = reviewed.review.postings[index].link
        return f"write?posting={link}&step=Text" if link else ""

    return address


def _downloads(reviewed: Reviewed) -> None:
    with st.container(horizontal=True, key="review:downloads"):
        for name, (label, use) in DOWNLOADS.items():
            st.download_button(
                label,
                data=partial(desk().reviews.export, reviewed, name),
                file_name=f"review.{name}",
                mime=desk().reviews.mime(name),
                key=f"review:download:{name}",
                icon=":material/download:",
                help=use,
                on_click="ignore",
            )
        st.download_button(
            "Differences as CSV",
            data=lambda: desk().reviews.findings_csv(reviewed),
            file_name="review-differences.csv",
            mime="text/csv",
            key="review:download:findings",
            icon=":material/download:",
            help="One row for each finding across postings, with its arithmetic",
            on_click="ignore",
        )


def _differences(reviewed: Reviewed, where: Callable[[int], str]) -> None:
    remarks = reviewed.review.remarks
    if not remarks and not any(len(group.members) > 1 for group in reviewed.review.groups):
        st.info(
            "Nothing to compare yet: no two postings are for the same role and level. Add more, or give their titles "
            "the same words.",
            icon=":material/info:",
        )
        return
    severities = [severity for severity in SEVERITIES if any(remark.severity == severity for remark in remarks)]
    if len(severities) > 1:
        chosen = st.pills(
            "Show", severities, selection_mode="multi", default=severities, format_func=SEVERITY_NAMES.__getitem__,
            key="review:severities",
        )  # fmt: skip
        remarks = tuple(remark for remark in remarks if remark.severity in chosen)
    _part(findings_html(remarks[:FINDINGS], reviewed.review, where=where))
    if len(remarks) > FINDINGS:
        st.caption(f"And {len(remarks) - FINDINGS:,} more, in the downloads.")


def _postings(reviewed: Reviewed, where: Callable[[int], str]) -> None:
    left, middle, right = st.columns([2, 1, 1])
    words = left.text_input(
        "Search", key="review:search", placeholder="Title, level, place, employer, degree", type="search", live=True
    )
    order = middle.selectbox("Order", ORDERS, key="review:order")
    found = _ordered(reviewed, _found(reviewed, words or ""), order or ORDERS[0])
    pages = max(-(-len(found) // ROWS), 1)
    number = right.number_input("Page", min_value=1, max_value=pages, key="review:page") if pages > 1 else 1
    if not found:
        st.info("No posting has these words.", icon=":material/search_off:")
        return
    if pages > 1:
        st.caption(f"{len(found):,} postings on {pages:,} pages of {ROWS}; the downloads hold all of them.")
    shown = found[(int(number) - 1) * ROWS : int(number) * ROWS]
    _part(postings_html(reviewed.review, shown=shown, link=where))


def _found(reviewed: Reviewed, words: str) -> list[int]:
    wanted = words.casefold().split()
    postings = reviewed.review.postings
    return [
        index
        for index, posting in enumerate(postings)
        if not wanted
        or all(
            word
            in " ".join(
                (posting.title, posting.place, posting.employer, level_words(posting), degree_words(posting))
            ).casefold()
            for word in wanted
        )
    ]


def _ordered(reviewed: Reviewed, found: Sequence[int], order: str) -> list[int]:
    from postwright.consistency.figures import remarks_on

    postings = reviewed.review.postings
    if order == ORDERS[1]:
        return sorted(found, key=lambda index: tuple(-dict(postings[index].counts).get(each, 0) for each in SEVERITIES))
    if order == ORDERS[2]:
        across = remarks_on(reviewed.review)
        return sorted(found, key=lambda index: -across[index])
    if order == ORDERS[3]:
        return sorted(found, key=lambda index: postings[index].title.casefold())
    if order == ORDERS[4]:
        return sorted(found, key=lambda index: -(postings[index].years or 0))
    return list(found)
