"""The style of a review in HTML, for its own page and for the app's: light and dark, narrow and printed.

Nothing hangs on a colour alone: severities are written out, what lies above a band has another shape.
"""

from __future__ import annotations

STYLE = """
.rv { --rv-ink: light-dark(#1b2423, #e8efed); --rv-dim: light-dark(#55625f, #a3b3b0);
  --rv-line: light-dark(#d3dad8, #3a4644); --rv-soft: light-dark(#f4f6f5, #1f2827);
  --rv-mark: light-dark(#0b5d57, #5cc8bd); --rv-band: light-dark(#dcebe9, #24413e);
  --rv-error: light-dark(#a3181f, #ff9a98); --rv-warning: light-dark(#8a4b00, #f3b866);
  --rv-notice: light-dark(#1f57b3, #9dc0fa); --rv-info: light-dark(#55625f, #b3c0bd);
  color: var(--rv-ink); overflow-wrap: anywhere; }
.rv-scroll { overflow-x: auto; border: 1px solid var(--rv-line); border-radius: 6px; margin: 0 0 1rem; }
.rv-scroll:focus-visible { outline: 2px solid var(--rv-mark); outline-offset: 2px; }
.rv table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; margin: 0; }
.rv caption { text-align: left; padding: .5rem .6rem; color: var(--rv-dim); font-size: .85rem; }
.rv th, .rv td { text-align: left; vertical-align: top; padding: .4rem .6rem; border: 0;
  border-bottom: 1px solid var(--rv-line); overflow-wrap: normal; color: inherit; }
.rv thead th { background: var(--rv-soft); font-weight: 600; white-space: nowrap; }
.rv thead th.rv-number { white-space: normal; }
.rv thead th.rv-number:not(:first-child) { min-width: 3.4rem; }
.rv thead th { vertical-align: bottom; }
.rv tbody th { font-weight: 600; min-width: 12rem; overflow-wrap: anywhere; }
.rv tr:last-child > :is(td, th) { border-bottom: 0; }
.rv .rv-number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.rv .rv-pay-words { min-width: 7.5rem; }
.rv thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer;
  text-align: inherit; text-decoration: underline dotted; }
.rv thead button:focus-visible, .rv summary:focus-visible, .rv a:focus-visible { outline: 2px solid var(--rv-mark);
  outline-offset: 2px; }
.rv a { color: var(--rv-mark); }
.rv details { font-weight: 400; margin: .2rem 0 0; }
.rv summary { cursor: pointer; color: var(--rv-dim); font-size: .85rem; }
.rv details ul { margin: .3rem 0; padding-left: 1.1rem; }
.rv-id { display: block; font-weight: 400; color: var(--rv-dim); font-size: .82rem; }
.rv-severity { display: inline-block; border: 1px solid currentColor; border-radius: 4px; padding: 0 .35rem;
  font-size: .8rem; font-weight: 600; white-space: nowrap; }
.rv-error { color: var(--rv-error); } .rv-warning { color: var(--rv-warning); }
.rv-notice { color: var(--rv-notice); } .rv-info { color: var(--rv-info); }
.rv-severity.rv-error { border-width: 2px; } .rv-severity.rv-notice, .rv-severity.rv-info { border-style: dashed; }
.rv-finding { border: 1px solid var(--rv-line); border-radius: 6px; padding: .7rem .9rem; margin: 0 0 .7rem;
  break-inside: avoid; }
.rv-finding p { margin: .3rem 0 0; }
.rv-finding .rv-arithmetic { color: var(--rv-dim); font-size: .92rem; }
.rv-difference { background: var(--rv-soft); border-radius: 4px; padding: .45rem .6rem; font-size: .92rem; }
.rv-difference del { color: var(--rv-error); text-decoration: line-through; }
.rv-difference ins { color: var(--rv-mark); text-decoration: underline; font-weight: 600; }
.rv-difference :is(del, ins)::before { font-size: .8em; text-decoration: none; display: inline-block; }
.rv-difference del::before { content: "missing: "; white-space: pre; }
.rv-difference ins::before { content: "added: "; white-space: pre; }
.rv-note { color: var(--rv-dim); font-size: .85rem; margin: 0 0 1rem; }
.rv-figure { margin: 0 0 1.5rem; }
.rv-figure > figcaption { color: var(--rv-dim); font-size: .9rem; margin: 0 0 .5rem; }
.rv-plot { position: relative; margin: 0 0 .9rem; font-size: 12px; line-height: 1.3; }
.rv-plot :is(i, b, span) { font-style: normal; font-weight: 400; }
.rv-axis { position: relative; height: 18px; color: var(--rv-dim); }
.rv-axis span { position: absolute; transform: translateX(-50%); white-space: nowrap; }
.rv-lines i { position: absolute; top: 18px; bottom: 0; border-left: 1px solid var(--rv-line); }
.rv-strip { position: relative; padding: 4px 0 6px; }
.rv-label { position: relative; }
.rv-label span { color: var(--rv-dim); }
.rv-track { position: relative; }
.rv-years { height: 46px; margin-top: 6px; }
.rv-years > * { position: absolute; }
.rv-usual { top: 7px; bottom: 7px; border: 1px dashed var(--rv-mark); border-radius: 3px; background: var(--rv-band);
  print-color-adjust: exact; box-sizing: border-box; }
.rv-years :is(.rv-dot, .rv-over) { top: 50%; transform: translate(-50%, -50%); line-height: 1; }
.rv-plot .rv-dot { color: var(--rv-mark); } .rv-plot .rv-over { color: var(--rv-warning); }
.rv-above { top: -3px; transform: translateX(-50%); } .rv-below { bottom: -3px; transform: translateX(-50%); }
.rv-pay { padding: 4px 0; }
.rv-line { height: 7px; position: relative; }
.rv-line .rv-dot { position: absolute; top: 50%; transform: translate(-50%, -50%); font-size: 9px; line-height: 1; }
.rv-range { display: block; border-top: 3px solid var(--rv-mark); position: relative; top: 2px; }
.rv-middle { position: absolute; top: 0; bottom: 0; border-left: 2px solid var(--rv-ink); }
.rv-bars { display: flex; gap: 1px; }
.rv-bar { display: block; min-width: 2px; box-sizing: border-box; border-top: 9px solid currentColor;
  border-radius: 2px; margin-top: 3px; }
.rv-wide { min-width: 46rem; }
@media (max-width: 40rem) { .rv th, .rv td { padding: .35rem .45rem; } }
@media print { .rv-scroll { overflow: visible; border: 0; } .rv-wide { min-width: 0; } .rv table { font-size: 8.5pt; }
  .rv details { display: none; } .rv thead button { text-decoration: none; } .rv tr { break-inside: avoid; } }
""".strip()
"""For everything inside an element of class `rv`."""

PAGE_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  background: light-dark(#ffffff, #141a1a); }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem; }
h3 { font-size: 1.05rem; margin: 1.3rem 0 .5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; list-style: none; padding: 0; margin: .8rem 0 0; }
:target { outline: 2px solid light-dark(#0b5d57, #5cc8bd); outline-offset: 2px; }
@media print { :root { color-scheme: light; } nav { display: none; } main { padding: 0; max-width: none; }
  h2 { break-after: avoid; } }
""".strip()
"""For the page of its own."""
