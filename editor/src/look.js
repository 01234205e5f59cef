// How the text looks: Streamlit's own colours and type, Markdown headings as headings.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const look = [
  EditorView.theme({
    "&": { color: "var(--st-text-color)", background: "var(--st-background-color)", fontSize: "1rem" },
    "&.cm-focused": { outline: "none" }, // the frame around it shows the focus
    ".cm-scroller": { fontFamily: "var(--st-font)", lineHeight: "1.6", overflow: "visible" },
    ".cm-content": { padding: "0.9rem 1rem", caretColor: "var(--st-text-color)", overflowWrap: "anywhere" },
    ".cm-line": { padding: "0" },
    ".cm-placeholder": { color: "var(--pw-quiet)" },
    ".cm-tooltip": { border: "none", background: "none", zIndex: "1000" },
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
