// Findings in the text: underlined where they stand, explained on hover and by F8, moved along as text is typed.
import { EditorSelection, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, hoverTooltip, showTooltip } from "@codemirror/view";
import { toUnits } from "./offsets.js";
import { inOrder, SEVERITY_NAMES } from "./words.js";

const replaceFindings = StateEffect.define();
const point = StateEffect.define(); // the id of the finding that is looked at, or null

/** What is known of the findings in the text as it is now. */
export const findingsField = StateField.define({
  create: () => ({ entries: [], decorations: Decoration.none, active: null, pinned: null }),
  update(value, transaction) {
    let { entries, active, pinned } = value;
    const { changes, docChanged } = transaction;
    if (docChanged) {
      entries = entries.map((entry) => moved(entry, changes)).filter(Boolean);
      pinned = null;
    } else if (pinned && transaction.selection && !transaction.effects.some((effect) => effect.is(point))) pinned = null;
    let redrawn = docChanged;
    for (const effect of transaction.effects) {
      if (effect.is(replaceFindings)) {
        entries = effect.value;
        redrawn = true;
        if (!entries.some((entry) => entry.id === pinned)) pinned = null;
        if (!entries.some((entry) => entry.id === active)) active = null;
      } else if (effect.is(point)) {
        redrawn ||= active !== effect.value.id;
        active = effect.value.id;
        pinned = effect.value.pinned ? effect.value.id : null;
      }
    }
    if (!redrawn && pinned === value.pinned) return value;
    return { entries, active, pinned, decorations: redrawn ? drawn(entries, active) : value.decorations };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});

function moved(entry, changes) {
  const edits = entry.edits.map((fix) =>
    fix.map((edit) => ({ ...edit, from: changes.mapPos(edit.from, 1), to: Math.max(changes.mapPos(edit.from, 1), changes.mapPos(edit.to, -1)) })),
  );
  if (entry.from === null) return { ...entry, edits };
  const [from, to] = [changes.mapPos(entry.from, 1), changes.mapPos(entry.to, -1)];
  return from < to ? { ...entry, from, to, edits } : null;
}

function drawn(entries, active) {
  const marks = entries.filter((entry) => entry.from !== null && entry.from < entry.to);
  return Decoration.set(
    marks.map((entry) => {
      const { severity, message } = entry.finding;
      return Decoration.mark({
        class: `pw-mark pw-${severity}${entry.id === active ? " pw-active" : ""}`,
        attributes: { role: "mark", "aria-description": `${SEVERITY_NAMES[severity]}: ${message}` },
        inclusive: false,
      }).range(entry.from, entry.to);
    }),
    true,
  );
}

/** Return findings as the field keeps them; `text` is what was linted, `since` the changes made after that. */
export function entriesOf(findings, text, since) {
  const at = toUnits(text);
  const entries = findings.map((finding) => ({
    id: finding.id,
    finding,
    from: finding.start === null ? null : at(finding.start),
    to: finding.end === null ? null : at(finding.end),
    edits: finding.fixes.map((fix) =>
      fix.edits.map(([start, end, insert]) => ({
        from: at(start),
        to: at(end),
        insert,
        was: text.slice(at(start), at(end)),
      })),
    ),
  }));
  return since && !since.empty ? entries.map((entry) => moved(entry, since)).filter(Boolean) : entries;
}

/** Return the effect that shows these entries in the place of all others. */
export const show = (entries) => replaceFindings.of(entries);

/** Return all entries, in order. */
export const entriesIn = (state) => inOrder(state.field(findingsField).entries);

/** Return the entry of this id, as it stands now. */
export const entryIn = (state, id) => state.field(findingsField).entries.find((entry) => entry.id === id);

/** Move the cursor to a finding and explain it there. */
export function goTo(view, entry, { focus = true, pinned = true } = {}) {
  view.dispatch({
    selection: EditorSelection.cursor(entry.from),
    effects: [point.of({ id: entry.id, pinned }), EditorView.scrollIntoView(entry.from, { y: "center" })],
  });
  if (focus) view.focus();
}

/** Mark a finding as the one that is looked at, without moving the cursor. */
export function lookAt(view, entry, { scroll = false } = {}) {
  const effects = [point.of({ id: entry?.id ?? null, pinned: false })];
  if (scroll && entry && entry.from !== null) effects.push(EditorView.scrollIntoView(entry.from, { y: "center" }));
  view.dispatch({ effects });
}

/** Close the explanation that F8 opened; return whether there was one. */
export function unpin(view) {
  const { pinned, active } = view.state.field(findingsField);
  if (!pinned) return false;
  view.dispatch({ effects: point.of({ id: active, pinned: false }) });
  return true;
}

/** Return the commands for keys; `announce(entry, number, all)` reads a finding out, `announce(null)` that there is none. */
export function findingCommands({ announce }) {
  const next = (step) => (view) => {
    const placed = entriesIn(view.state).filter((entry) => entry.from !== null);
    if (!placed.length) {
      announce(null);
      return true;
    }
    const { pinned } = view.state.field(findingsField);
    const here = view.state.selection.main.head;
    const current = placed.findIndex((entry) => entry.id === pinned);
    let at;
    if (current >= 0) at = current + step;
    else if (step > 0) at = placed.findIndex((entry) => entry.from >= here);
    else at = placed.findLastIndex((entry) => entry.from < here);
    if (current < 0 && at < 0) at = step > 0 ? 0 : placed.length - 1;
    const entry = placed[(at + placed.length) % placed.length];
    goTo(view, entry);
    announce(entry, placed.indexOf(entry) + 1, placed.length);
    return true;
  };
  const intoCard = (view) => {
    const first = view.dom.querySelector(".pw-pinned :is(button, summary, input)");
    first?.focus();
    return Boolean(first);
  };
  return { "next-finding": next(1), "previous-finding": next(-1), "into-card": intoCard };
}

/** Return the extension; `explain(entry, {pinned})` makes the element that explains a finding. */
export function marks({ explain }) {
  const hover = hoverTooltip(
    (view, position, side) => {
      const { entries, pinned } = view.state.field(findingsField);
      const here = entries.filter(
        ({ from, to }) =>
          from !== null && from <= position && position <= to && !(from === position && side < 0) && !(to === position && side > 0),
      );
      if (!here.length || here.some((entry) => entry.id === pinned)) return null;
      return {
        pos: Math.min(...here.map((entry) => entry.from)),
        end: Math.max(...here.map((entry) => entry.to)),
        create: () => {
          const dom = document.createElement("div");
          dom.className = "pw-tip";
          dom.append(...inOrder(here).map((entry) => explain(entry, { pinned: false })));
          return { dom };
        },
      };
    },
    { hideOnChange: true, hoverTime: 200 },
  );
  const pinnedTip = showTooltip.compute([findingsField], (state) => {
    const { pinned, entries } = state.field(findingsField);
    const entry = entries.find((each) => each.id === pinned);
    if (!entry || entry.from === null) return null;
    return {
      pos: entry.from,
      create: () => {
        const dom = document.createElement("div");
        dom.className = "pw-tip pw-pinned";
        dom.append(explain(entry, { pinned: true }));
        return { dom };
      },
    };
  });
  return [findingsField, hover, pinnedTip];
}
