// Under the text: whether it is saved, what is wrong, how long it is; and what is read out.
import { h } from "./dom.js";

const COUNT_AFTER = 200; // ms without a key, before the words are counted

export class Status {
  /** `counted` shows the number of words; `more` stands at the end of the bar. */
  constructor({ counted, more }) {
    this.state = h("span", { class: "pw-state" });
    this.words = counted ? h("span", { class: "pw-count" }) : null;
    this.bar = h("div", { class: "pw-bar" }, this.state, this.words, more);
    this.problem = h("p", { class: "pw-problem", role: "alert", hidden: true });
    this.live = h("div", { class: "pw-unseen", role: "status", "aria-live": "polite" });
    this.elements = [this.bar, this.problem, this.live];
  }

  /** Show the state of saving: saved, saving, merged, conflict, or error with what is wrong. */
  say(kind, words) {
    const problem = kind === "error";
    this.state.dataset.kind = kind;
    if (kind !== "saved") this.bar.classList.add("pw-used");
    this.state.textContent = problem ? "Not saved" : words;
    this.showProblem(problem ? words : "");
    if (kind === "merged" || kind === "conflict") this.tell(words);
  }

  /** Show what is wrong; nothing takes it away. */
  showProblem(words) {
    if (this.problem.textContent !== words) this.problem.textContent = words;
    this.problem.hidden = !words;
  }

  /** Read words out. */
  tell(words) {
    this.live.textContent = "";
    setTimeout(() => (this.live.textContent = words), 30);
  }

  /** Count the words of a text, where they are shown. */
  count(text) {
    if (!this.words) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const many = text().match(/\S+/g)?.length ?? 0;
      this.words.textContent = `${many.toLocaleString("en")} word${many === 1 ? "" : "s"}`;
    }, COUNT_AFTER);
  }
}
