// Taking a line of one's own into the brief: the list that fits its section in one click, any other in two.
import { button, h, unseen } from "./dom.js";

/**
 * Return the buttons. `fields` are {field, label}, the suggested one is offered first; `add(field)` resolves to an
 * error in words or nothing; `words` tell screen readers one line from the next.
 */
export function adding({ fields, suggested, add, words }) {
  const problem = h("p", { class: "pw-problem", role: "alert", hidden: true });
  const act = async (field) => {
    const wrong = await add(field);
    problem.textContent = wrong ?? "";
    problem.hidden = !wrong;
  };
  const first = fields.find(({ field }) => field === suggested);
  const choice = h(
    "div",
    { class: "pw-row pw-choice", hidden: true, role: "group", "aria-label": "Add it to the brief as" },
    fields.filter((each) => each !== first).map(({ field, label }) => button(label, () => act(field), { class: "pw-button" })),
  );
  const more = button(
    [first ? "As something else" : "Add to the brief as", "\u00a0…", unseen(`: ${words}`)],
    () => {
      choice.hidden = !choice.hidden;
      more.setAttribute("aria-expanded", String(!choice.hidden));
      if (!choice.hidden) choice.querySelector("button").focus();
    },
    { class: first ? "pw-link" : "pw-button", "aria-expanded": "false" },
  );
  const one = first && button([`Add to the brief: ${first.label}`, unseen(`: ${words}`)], () => act(first.field), { class: "pw-button" });
  return h("div", { class: "pw-adding" }, h("div", { class: "pw-row" }, one, more), choice, problem);
}
