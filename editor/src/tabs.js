// What stands beside the text, one at a time: the findings, or where lines come from.
import { button, h } from "./dom.js";

/** `panels` are {key, label, element}; the first is shown. */
export class Tabs {
  constructor(label, panels) {
    this.panels = panels.map((panel) => ({ ...panel, tab: this.tab(panel), count: h("span", { class: "pw-tab-count" }) }));
    for (const { tab, count, key, element } of this.panels) {
      tab.append(count);
      element.id = `pw-panel-${key}`;
      element.setAttribute("role", "tabpanel");
      element.setAttribute("aria-labelledby", tab.id);
    }
    this.row = h("div", { class: "pw-tabs", role: "tablist", "aria-label": label }, this.panels.map(({ tab }) => tab));
    this.row.addEventListener("keydown", (event) => this.moved(event));
    this.choose(panels[0].key);
  }

  tab({ key, label }) {
    return button(label, () => this.choose(key), { class: "pw-tab", role: "tab", id: `pw-tab-${key}`, "aria-controls": `pw-panel-${key}` });
  }

  choose(key) {
    for (const { key: own, tab, element } of this.panels) {
      tab.setAttribute("aria-selected", String(own === key));
      tab.tabIndex = own === key ? 0 : -1;
      element.hidden = own !== key;
    }
    this.chosen = key;
  }

  /** Show a number beside a tab's label, with its meaning for screen readers; nothing for none. */
  counted(key, many, meaning) {
    const { count } = this.panels.find((panel) => panel.key === key);
    const words = many ? ` ${many}` : "";
    if (count.textContent === words) return;
    count.textContent = words;
    count.title = many ? `${many} ${meaning}` : "";
  }

  moved(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = this.panels.findIndex(({ key }) => key === this.chosen);
    const { key, tab } = this.panels[(at + step + this.panels.length) % this.panels.length];
    this.choose(key);
    tab.focus();
    event.preventDefault();
  }
}
