// One finding as a person reads it: what is wrong, why, where that comes from, and what can be done about it.
import { button, h, quoted, shortened, unseen } from "./dom.js";
import { SEVERITY_NAMES } from "./words.js";

const LONGEST_PREVIEW = 160;

/**
 * Return the element that explains a finding. `actions` is {fix(id, number), ignore(id, reason, until), wrong(id,
 * because), notWrong(id)}, the last three resolve to an error in words or nothing. `brief` leaves the message out.
 */
export function card(entry, actions, { withMessage = true, withFixes = true, line = null } = {}) {
  const { finding } = entry;
  return h(
    "div",
    { class: `pw-card pw-${finding.severity}` },
    withMessage && h("p", { class: "pw-message" }, badge(finding.severity), " ", quoted(finding.message)),
    finding.arithmetic && h("p", { class: "pw-arithmetic" }, quoted(finding.arithmetic)),
    withFixes && fixes(entry, actions, line),
    actions.addable?.(entry),
    why(finding, { open: withMessage }),
    finding.reported !== null && reported(finding, actions),
    disagree(finding, actions),
  );
}

/** Return the severity in words with its sign: no meaning by colour alone. */
export function badge(severity) {
  return h("span", { class: `pw-badge pw-${severity}` }, SEVERITY_NAMES[severity]);
}

function fixes(entry, actions, line) {
  const { finding } = entry;
  if (!finding.fixes.length) return null;
  return h(
    "div",
    { class: "pw-fixes" },
    finding.fixes.map((fix, number) => {
      if (fix.safety === "hint" || !fix.edits.length) return h("p", { class: "pw-hint" }, quoted(fix.label));
      const label = [fix.label, unseen(line ? ` in line ${line}` : "")];
      if (fix.safety === "safe") return button(label, () => actions.fix(entry.id, number), { class: "pw-button" });
      return unsafe(entry, number, label, actions);
    }),
  );
}

/** Return the button of a fix that changes the wording: it first shows what would change. */
function unsafe(entry, number, label, actions) {
  const shown = h("div", { class: "pw-confirm", hidden: true });
  const ask = button(
    label,
    () => {
      const changed = entry.edits[number].map((edit) =>
        h(
          "p",
          { class: "pw-change" },
          edit.was && h("del", {}, shortened(edit.was, LONGEST_PREVIEW)),
          edit.was && edit.insert && " ",
          edit.insert && h("ins", {}, shortened(edit.insert, LONGEST_PREVIEW)),
        ),
      );
      const yes = button("Use it", () => actions.fix(entry.id, number), { class: "pw-button pw-primary" });
      const no = button("Leave it as it is", () => close(), { class: "pw-button" });
      shown.replaceChildren(
        h("p", {}, "This changes the wording: read the line again afterwards."),
        ...changed,
        h("div", { class: "pw-row" }, yes, no),
      );
      shown.hidden = false;
      ask.hidden = true;
      yes.focus();
    },
    { class: "pw-button" },
  );
  const close = () => {
    shown.hidden = true;
    ask.hidden = false;
    ask.focus();
  };
  return h("div", {}, ask, shown);
}

function why(finding, { open }) {
  const body = [
    h("p", {}, quoted(finding.why)),
    h("p", { class: "pw-source" }, "Source: ", quoted(finding.source)),
    h("p", { class: "pw-source" }, "Rule: ", h("code", {}, finding.rule)),
  ];
  if (open) return h("div", { class: "pw-why" }, body);
  return h("details", { class: "pw-why" }, h("summary", {}, "Why, and where this comes from"), body);
}

function reported(finding, actions) {
  const because = finding.reported ? [": ", quoted(finding.reported)] : [];
  const problem = h("p", { class: "pw-problem", role: "alert", hidden: true });
  const back = button("Take the report back", () => tried(problem, actions.notWrong(finding.id)), { class: "pw-button" });
  const too = button(
    "Ignore it too",
    () => tried(problem, actions.ignore(finding.id, finding.reported || "The finding is wrong; reported.", "")),
    { class: "pw-button" },
  );
  return h("div", { class: "pw-reported" }, h("p", {}, "Reported as wrong", ...because, "."), h("div", { class: "pw-row" }, back, too), problem);
}

function disagree(finding, actions) {
  const reason = h("input", { type: "text", placeholder: "It is the name of our band", autocomplete: "off" });
  const until = h("input", { type: "date" });
  const problem = h("p", { class: "pw-problem", role: "alert", hidden: true });
  const ignore = button(["Ignore", unseen(` ${finding.message}`)], () => tried(problem, actions.ignore(finding.id, reason.value, until.value)), {
    class: "pw-button",
  });
  const wrong = button(
    ["This finding is wrong", unseen(` ${finding.message}`)],
    () => tried(problem, actions.wrong(finding.id, reason.value)),
    {
      class: "pw-button",
      disabled: finding.reported !== null,
      title: "Keeps this text and the finding in a file on this machine, for HR to put the rule right.",
    },
  );
  return h(
    "details",
    { class: "pw-disagree" },
    h("summary", {}, "Ignore it, or say that it is wrong"),
    h("label", {}, "Why", reason),
    h("label", {}, "Ignore it until (empty: for ever)", until),
    h("div", { class: "pw-row" }, ignore, wrong),
    problem,
  );
}

async function tried(problem, answer) {
  const words = await answer;
  problem.textContent = words ?? "";
  problem.hidden = !words;
}
