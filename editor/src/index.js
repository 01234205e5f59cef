// The component as Streamlit mounts it.
import { browserCopies } from "./copies.js";
import { Editor } from "./editor.js";

const editors = new WeakMap(); // the element that Streamlit gives -> its editor
const known = new Map(); // what this page load has stored, newer than what a rerun may bring
const copies = browserCopies();

export default function mount(args) {
  const { parentElement, data } = args;
  const place = parentElement.querySelector(".pw");
  let editor = editors.get(parentElement);
  if (editor && editor.id !== `${data.posting}:${data.field}`) {
    editor.destroy();
    editor = undefined;
  }
  if (editor && place.contains(editor.element)) editor.update(args);
  else {
    editor = new Editor(args, { copies, known });
    place.replaceChildren(editor.element);
    editors.set(parentElement, editor);
  }
  // Streamlit also calls the cleanup of a run that was superseded while it loaded, with the editor still on the page.
  return () =>
    setTimeout(() => {
      if (editor.element.isConnected || editors.get(parentElement) !== editor) return;
      editor.destroy();
      editors.delete(parentElement);
    }, 0);
}
