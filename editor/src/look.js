// How the text looks: Streamlit's own colours and type, Markdown headings as headings.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, Direction, EditorView, ViewPlugin } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const LETTER = "[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]";
const RIGHT_TO_LEFT = new RegExp(LETTER);
const WORDS = new RegExp(`${LETTER}+(?:[\\s'"\\u2019.,-]{1,3}${LETTER}+)*`, "g"); // as postwright/exchange/direction.py has it
const LETTER_WITH_DIRECTION = /\p{L}/u;
const ownDirection = Decoration.line({ attributes: { dir: "auto" } });
const apart = Decoration.mark({ tagName: "bdi", attributes: { dir: "rtl" }, bidiIsolate: Direction.RTL });

/**
 * Lines with words in Hebrew or Arabic script take the direction of what they begin with; in a line from left to right
 * such words stand apart, so that they turn nothing beside them.
 */
const directions = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = linesOfTheirOwn(view);
    }
    update(update) {
      if (update.docChanged || update.viewportChanged) this.decorations = linesOfTheirOwn(update.view);
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    provide: (plugin) => EditorView.bidiIsolatedRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none),
  },
);

function linesOfTheirOwn(view) {
  const lines = new RangeSetBuilder();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      if (RIGHT_TO_LEFT.test(line.text)) {
        lines.add(line.from, line.from, ownDirection);
        if (!RIGHT_TO_LEFT.test(LETTER_WITH_DIRECTION.exec(line.text)?.[0] ?? ""))
          for (const { index, 0: words } of line.text.matchAll(WORDS)) lines.add(line.from + index, line.from + index + words.length, apart);
      }
      at = line.to + 1;
    }
  }
  return lines.finish();
}

export const look = [
  EditorView.perLineTextDirection.of(true),
  directions,
  EditorView.theme({
    "&": { color: "var(--st-text-color)", background: "var(--st-background-color)", fontSize: "1rem" },
    "&.cm-focused": { outline: "none" }, // the frame around it shows the focus
    ".cm-scroller": { fontFamily: "var(--st-font)", lineHeight: "1.6", overflow: "visible" },
    ".cm-content": { padding: "0.9rem 1rem", caretColor: "var(--st-text-color)", overflowWrap: "anywhere" },
    ".cm-line": { padding: "0" },
    ".cm-placeholder": { color: "var(--pw-quiet)" },
    ".cm-tooltip": { zIndex: "1000" },
    ".cm-tooltip:not(.pw-tip)": { border: "none", background: "none" },
    ".cm-tooltip.pw-tip": { border: "1px solid var(--pw-line)", background: "var(--pw-raised)" },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.heading1, fontSize: "1.35em", fontWeight: "600" },
      { tag: tags.heading2, fontSize: "1.12em", fontWeight: "600" },
      { tag: tags.heading3, fontWeight: "600" },
      { tag: tags.strong, fontWeight: "600" },
      { tag: tags.emphasis, fontStyle: "italic" },
      { tag: tags.processingInstruction, color: "var(--pw-quiet)" },
    ]),
  ),
];
