"""The edited text as HTML: a fragment for a page, or one self-contained page that is readable, printable and inert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from postwright.exchange.html_page import head
from postwright.exchange.markup import first_heading, parser, tokens_of, without_first_heading

if TYPE_CHECKING:
    from postwright.model.brief import Brief, Organisation
    from postwright.model.posting import Posting

Scheme = Literal["auto", "light", "dark"]
_DARK = "(prefers-color-scheme: dark)"
_STYLE = """
:root { color-scheme: light dark; --ink: #1c1d21; --paper: #ffffff; --link: #0b57d0; --line: #d5d7dc; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8ea; --paper: #17181c; --link: #9cc0ff; --line: #3d4047; }
}
body { margin: 0; font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  color: var(--ink); background: var(--paper); }
main { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.25rem 0 .5rem; }
h3 { font-size: 1.08rem; margin: 1.5rem 0 .25rem; }
p { margin: 0 0 .85rem; }
ul, ol { margin: 0 0 1rem; padding-left: 1.4rem; }
li { margin: .3rem 0; }
li[dir="rtl"] { margin-right: 1.4rem; }
a { color: var(--link); }
table { border-collapse: collapse; margin: 0 0 1rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid var(--line); }
@media print {
  :root { --ink: #000000; --paper: #ffffff; --link: #000000; }
  main { padding: 0; max-width: none; }
}
""".strip()


def fragment(text: str, *, with_title: bool = True) -> str:
    """Return a Markdown text as HTML without a page around it; `with_title` keeps a leading level-one heading.

    >>> fragment("# Nurse\\n\\n- <b>Care</b>")
    '<h1>Nurse</h1>\\n<ul>\\n<li>&lt;b&gt;Care&lt;/b&gt;</li>\\n</ul>\\n'
    """
    tokens = tokens_of(text)
    markdown = parser()
    return str(markdown.renderer.render(tokens if with_title else without_first_heading(tokens), markdown.options, {}))


def export(posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation) -> str:
    """Return the text as one HTML page that loads nothing and runs nothing."""
    return page(posting, text, brief, organisation, scheme="auto")


def page(posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation, *, scheme: Scheme) -> str:
    """Return the page of `export` as a browser shows it that asks for `scheme`; "auto" leaves the choice to it."""
    style = _STYLE if scheme == "auto" else _STYLE.replace(_DARK, "all" if scheme == "dark" else "not all")
    if scheme != "auto":
        style = style.replace("color-scheme: light dark", f"color-scheme: {scheme}")
    title = first_heading(text) or (posting.title if posting else "") or (brief.title if brief else "") or "Job posting"
    full_title = f"{title} – {organisation.name}" if organisation.name else title
    return (
        f"{head(full_title, style=style)}<body>\n<main>\n<article>\n{_sectioned(text)}</article>\n</main>\n"
        "</body>\n</html>\n"
    )


def _sectioned(text: str) -> str:
    """Return the text as HTML with a <section> around each level-two heading and what it opens."""
    from markdown_it.token import Token

    tokens: list[Token] = []
    is_open = False
    for token in tokens_of(text):
        if token.type == "heading_open" and token.tag in ("h1", "h2") and token.level == 0:
            if is_open:
                tokens.append(Token("section_close", "section", -1, block=True))
            is_open = token.tag == "h2"
            if is_open:
                tokens.append(Token("section_open", "section", 1, block=True))
        tokens.append(token)
    if is_open:
        tokens.append(Token("section_close", "section", -1, block=True))
    markdown = parser()
    return str(markdown.renderer.render(tokens, markdown.options, {}))
