// Where each line of the text comes from: lines of one's own and edited ones are marked, hovering tells the source.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, hoverTooltip } from "@codemirror/view";
import { h, quoted } from "./dom.js";
import { findingsField } from "./marks.js";
import { toUnits } from "./offsets.js";

const replaceLines = StateEffect.define();
const HOVER = 500; // ms; a finding at the same place is explained sooner, and alone

/** What is known of the lines in the text as it is now: entries {id, from, to, kind, label, item, suggested}. */
export const linesField = StateField.define({
  create: () => ({ entries: [], decorations: Decoration.none }),
  update(value, transaction) {
    let { entries } = value;
    const { changes, docChanged, state } = transaction;
    const told = transaction.effects.find((effect) => effect.is(replaceLines));
    if (told) entries = told.value;
    else if (!docChanged) return value;
    else entries = movedLines(entries, changes);
    return { entries, decorations: drawn(entries, state.doc) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});

/** Return the lines moved along with what was typed; those that were taken out are left out. */
export function movedLines(entries, changes) {
  return entries
    .map((entry) => ({ ...entry, from: changes.mapPos(entry.from, 1), to: changes.mapPos(entry.to, -1) }))
    .filter(({ from, to }) => from < to);
}

/** Return the lines of an answer; `text` is what was asked about, `since` the changes made after that. */
export function linesOf(lines, text, since) {
  const at = toUnits(text);
  const entries = lines.map((line, id) => ({ ...line, id, from: at(line.start), to: at(line.end) }));
  return since && !since.empty ? movedLines(entries, since) : entries;
}

/** Return the effect that shows these lines in the place of all others. */
export const showLines = (entries) => replaceLines.of(entries);

/** Return what is known of the line at a position, nothing where it is empty or new. */
export function lineAt(state, position) {
  const line = state.doc.lineAt(Math.min(position, state.doc.length));
  return line.text.trim() ? state.field(linesField).entries.find(({ from, to }) => from < line.to && to > line.from) : undefined;
}

function drawn(entries, doc) {
  const marks = [];
  let last = -1;
  for (const { from, kind } of entries) {
    if (kind !== "own" && kind !== "edited") continue;
    const line = doc.lineAt(Math.min(from, doc.length));
    if (line.from > last) marks.push(Decoration.line({ class: `pw-line-${kind}` }).range((last = line.from)));
  }
  return Decoration.set(marks);
}

/** Return the extension. */
export function lines() {
  const hover = hoverTooltip(
    (view, position) => {
      const entry = lineAt(view.state, position);
      const finding = view.state.field(findingsField).entries.some(({ from, to }) => from !== null && from <= position && position <= to);
      if (!entry || entry.kind === "heading" || finding) return null;
      return {
        pos: position,
        create: () => ({ dom: h("div", { class: "pw-tip pw-source-tip" }, quoted(entry.label)) }),
      };
    },
    { hideOnChange: true, hoverTime: HOVER },
  );
  return [linesField, hover];
}

/** Return the words of a line without its list or heading mark and without escapes. */
export const plainWords = (line) => line.replace(/^\s*(?:[-*+•]|\d{1,9}[.)]|#{1,6})\s+/, "").replace(/\\([!-/:-@[-`{-~])/g, "$1").trim();
