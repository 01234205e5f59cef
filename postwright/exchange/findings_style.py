"""The look of the HTML report: light, dark, wide, narrow, on paper; a severity is told by word, line and colour."""

STYLE = """
:root { color-scheme: light dark; --ink: #1b1c20; --soft: #5a5d66; --paper: #ffffff; --sheet: #f6f7f9; --line: #d9dbe0;
  --link: #0b57d0; --error: #b3261e; --warning: #8a5300; --notice: #0b5cad; --info: #55585f; --error-tint: #fbdedb;
  --warning-tint: #fdeac4; --notice-tint: #d9e9fb; --info-tint: #e6e7ea; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e9; --soft: #a4a7b0; --paper: #16171b; --sheet: #1f2025; --line: #3a3c44; --link: #9cc0ff;
    --error: #ff9d94; --warning: #f3bd62; --notice: #8dc1fb; --info: #b9bcc4; --error-tint: #5a2420;
    --warning-tint: #4d3a12; --notice-tint: #1d3d5e; --info-tint: #3a3c43; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  color: var(--ink); background: var(--paper); }
.page { max-width: 82rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .35rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 .25rem; }
h3 { font-size: .95rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; line-height: 1.45; margin: 0; }
p { margin: .35rem 0 0; }
a { color: var(--link); }
.meta, .source, .rule, .place, footer { color: var(--soft); font-size: .875rem; }
.rule code { font: .8125rem ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
section.posting { border-top: 1px solid var(--line); margin-top: 2.25rem; padding-top: 1.5rem; }
.sheet { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.75rem;
  margin-top: 1rem; align-items: start; }
.text { white-space: pre-wrap; unicode-bidi: isolate; background: var(--sheet); border: 1px solid var(--line);
  border-radius: .5rem; padding: 1rem 1.15rem; line-height: 1.7; }
.text b { font-weight: 650; }
mark { color: inherit; background: none; padding: .05em 0;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark.error { background: var(--error-tint); border-bottom: 3px double var(--error); }
mark.warning { background: var(--warning-tint); border-bottom: 2px solid var(--warning); }
mark.notice { background: var(--notice-tint); border-bottom: 2px dashed var(--notice); }
mark.info { background: var(--info-tint); border-bottom: 2px dotted var(--info); }
mark.wide { background: none; border-bottom-width: 1px; }
.n { display: inline-block; min-width: 1.45em; padding: 0 .35em; border-radius: .7em; font-size: .72em;
  font-weight: 700; line-height: 1.5; text-align: center; text-decoration: none; vertical-align: .25em;
  color: var(--paper); }
.text .n { margin: 0 .1em 0 .15em; }
.n.error { background: var(--error); } .n.warning { background: var(--warning); }
.n.notice { background: var(--notice); } .n.info { background: var(--info); }
.n:focus-visible, .n:hover { outline: 2px solid var(--link); outline-offset: 1px; }
.finding { border: 1px solid var(--line); border-left-width: 4px; border-radius: .4rem;
  padding: .7rem .9rem .75rem; margin: 0 0 .75rem; }
.finding.error { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); }
.finding.notice { border-left-color: var(--notice); } .finding.info { border-left-color: var(--info); }
.finding:target, :target + mark, :target + .n + mark { outline: 2px solid var(--link); outline-offset: 2px; }
.word { font-weight: 650; }
.word.error { color: var(--error); } .word.warning { color: var(--warning); }
.word.notice { color: var(--notice); } .word.info { color: var(--info); }
.findings h3:first-child { margin-top: 0; }
.down { display: none; }
del { color: var(--error); } ins { color: inherit; font-weight: 600; text-decoration: none; }
.odd { color: var(--error); border: 1px dotted var(--error); border-radius: .2em; font-size: .8em; padding: 0 .2em; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 0; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-size: .8125rem; color: var(--soft); font-weight: 600; white-space: nowrap; }
table { overflow-wrap: normal; }
td .meta, td a { overflow-wrap: anywhere; }
td.number, th.number { text-align: right; padding-right: .75rem; white-space: nowrap; }
.clean { border: 1px solid var(--line); border-radius: .4rem; padding: .7rem .9rem; margin: 0; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; }
@media (max-width: 56rem) {
  .page { padding: 1.25rem .9rem 2rem; }
  .sheet { grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
  .text { padding: .8rem .85rem; }
  th { white-space: normal; }
  th, td, td.number, th.number { padding-right: .5rem; font-size: .9rem; }
  td .rule { display: none; }
  .down { display: inline-block; margin-top: .5rem; }
}
@media print {
  :root { color-scheme: light; --ink: #000000; --soft: #444444; --paper: #ffffff; --sheet: #ffffff; --line: #bbbbbb;
    --link: #000000; --error: #9c1c15; --warning: #7a4900; --notice: #0a4f94; --info: #44474d; --error-tint: #fbdedb;
    --warning-tint: #fdeac4; --notice-tint: #d9e9fb; --info-tint: #e6e7ea; }
  body { font-size: 10.5pt; }
  .page { max-width: none; padding: 0; }
  .sheet { display: block; }
  .findings { margin-top: 1rem; }
  .finding, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  mark, .n { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  section.posting + section.posting { break-before: page; }
  .link { display: none; }
}
""".strip()
