// The findings beside the text, in the order of the text; each opens there, leads to its place, and back.
import { badge, card } from "./card.js";
import { button, h, quoted, shortened, unseen } from "./dom.js";

const LONGEST_QUOTE = 70;
const LONGEST_INSERT = 110;

/**
 * The list. `actions` are a card's, with {goTo(id), lookAt(id), stopIgnoring(record), safeFixes(),
 * undo(), insert(asked, done), toBrief(field)}.
 */
export class SideList {
  constructor(actions) {
    this.actions = actions;
    this.items = new Map(); // id -> {element, content}
    this.inserts = new Map(); // rule and field -> what can be inserted
    this.looked = h("p", { class: "pw-quiet" });
    this.counts = h("div", { class: "pw-counts", hidden: true }, h("span", { class: "pw-badge pw-none" }, "Nothing to remark on"), this.looked);
    this.notice = h("div", { class: "pw-done", hidden: true });
    this.safe = h("div", { class: "pw-safe" });
    this.list = h("ol", { class: "pw-list", "aria-label": "Findings, in the order of the text" });
    this.ignored = h("div", { class: "pw-ignored" });
    this.element = h("div", { class: "pw-findings" }, this.safe, this.list, this.counts, this.ignored);
  }

  /** Show all that was found; elements of findings that did not change stay, with what is typed in them. */
  show(entries, lineOf, answer) {
    this.counts.hidden = entries.length > 0;
    const wanted = new Map();
    const reopened = [];
    let focused = null;
    for (const entry of entries) {
      const content = contentOf(entry.finding);
      const old = this.items.get(entry.id);
      const item = old?.content === content ? old : this.item(entry, content, lineOf);
      item.entry = entry;
      item.where.textContent = entry.from === null ? "Not in the text" : `Line ${lineOf(entry.from)}`;
      wanted.set(entry.id, item);
      if (!old || old === item) continue;
      if (!old.body.hidden) reopened.push(entry.id);
      if (old.element.contains(this.list.getRootNode().activeElement)) focused = item.head;
    }
    const elements = [...wanted.values()].map((item) => item.element);
    arrange(this.list, elements);
    this.items = wanted;
    for (const id of reopened) this.open(id);
    focused?.focus();
    this.list.hidden = !entries.length;
    if (answer) this.showRest(answer);
  }

  /** Say what was looked at, for where nothing was found. */
  lookedAt({ checked, rules, law }) {
    const places = !law.place_known ? "No place is known, so no law was checked." : law.places ? `Law: ${law.places}.` : "No law of its places binds this posting.";
    this.looked.textContent = checked ? `Looked at: what is missing, inflated or contradictory, wording, clarity, and what the brief supports (${rules} rules). ${places}` : "Only English is understood, so nothing was checked.";
  }

  item(entry, content, lineOf) {
    const { finding } = entry;
    const where = h("span", { class: "pw-where" });
    const head = button(
      [badge(finding.severity), where, h("span", { class: "pw-title" }, quoted(finding.message))],
      () => this.toggle(entry.id),
      { class: "pw-head", "aria-expanded": "false" },
    );
    const body = h("div", { class: "pw-body", hidden: true });
    const insert = h("div", { class: "pw-insert", hidden: true });
    const element = h("li", { class: `pw-item pw-${finding.severity}`, "data-id": entry.id }, head, insert, body);
    const item = { element, head, body, where, insert, content, entry, lineOf };
    this.offerInsert(item);
    return item;
  }

  /** Take in what can be inserted for findings without a place. */
  canInsert(inserts) {
    this.inserts = new Map(inserts.map((each) => [`${each.rule} ${each.field}`, each]));
    for (const item of this.items.values()) this.offerInsert(item);
  }

  /** Return what can be inserted for a finding. */
  insertOf({ rule, field }) {
    return this.inserts.get(`${rule} ${field}`);
  }

  offerInsert(item) {
    const { finding, from } = item.entry;
    const insert = from === null ? this.insertOf(finding) : undefined;
    const content = insert ? JSON.stringify(insert) : "";
    if (item.inserts === content) return;
    item.inserts = content;
    const parts = insert ? inserting(insert, finding, this.actions) : [];
    item.insert.replaceChildren(...parts);
    item.insert.hidden = !parts.length;
    if (item.body.firstChild && !item.body.contains(item.body.getRootNode().activeElement)) {
      item.body.replaceChildren(); // its fixes are another by now
      if (!item.body.hidden) this.open(item.entry.id);
    }
  }

  toggle(id) {
    const { body, head } = this.items.get(id);
    if (body.hidden) {
      this.open(id);
      this.actions.lookAt(id);
    } else {
      body.hidden = true;
      head.setAttribute("aria-expanded", "false");
    }
  }

  open(id) {
    const item = this.items.get(id);
    if (!item.body.firstChild) {
      const { entry } = item;
      const words = entry.finding.start === null ? "" : this.actions.quoteOf(entry);
      item.body.append(
        ...(words ? [h("p", { class: "pw-quote" }, "“", quoted(shortened(words, LONGEST_QUOTE)), "”")] : []),
        card(entry, this.actions, { withMessage: false, withFixes: !this.insertOf(entry.finding)?.items.length, line: entry.from === null ? null : item.lineOf(entry.from) }),
        ...(entry.from === null ? [] : [button("Go to this place", () => this.actions.goTo(id), { class: "pw-link" })]),
      );
    }
    item.body.hidden = false;
    item.head.setAttribute("aria-expanded", "true");
  }

  /** Mark the finding that is looked at in the text. */
  point(id) {
    if (this.pointed === id) return;
    this.items.get(this.pointed)?.element.removeAttribute("data-active");
    this.pointed = id;
    const item = this.items.get(id);
    if (!item) return;
    item.element.setAttribute("data-active", "");
    const [outer, inner] = [this.list.getBoundingClientRect(), item.element.getBoundingClientRect()];
    if (this.list.scrollHeight > this.list.clientHeight && (inner.top < outer.top || inner.bottom > outer.bottom))
      this.list.scrollTop += inner.top - outer.top - 24;
  }

  /** Put the focus back on a finding's entry. */
  focus(id) {
    this.items.get(id)?.head.focus();
  }

  /** Say what was done, with a way to take it back. */
  done(words, undo, takeBack = () => this.actions.undo()) {
    this.notice.hidden = !words;
    if (!words) return;
    this.notice.replaceChildren(h("span", {}, "Done: ", quoted(words)), undo ? button(undo, takeBack, { class: "pw-button" }) : "");
  }

  showRest({ ignored, idle, safe }) {
    const content = JSON.stringify([ignored, idle]);
    if (this.rest !== content) {
      this.rest = content;
      this.ignored.replaceChildren(...this.records(ignored, idle));
    }
    if (this.many !== safe) {
      this.many = safe;
      this.offerSafe();
    }
  }

  offerSafe() {
    const words = this.many === 1 ? "the safe fix" : `all ${this.many} safe fixes`;
    const ask = button(`Apply ${words}`, () => this.actions.safeFixes(words), {
      class: "pw-button",
      title: "Shows what would change first. Safe fixes keep the meaning.",
    });
    this.safe.replaceChildren(...(this.many ? [ask] : []));
  }

  /** Show what all safe fixes would change, and ask. */
  askSafe(words, changes, apply) {
    const lines = changes.map((change) =>
      h(
        "li",
        {},
        `Line ${change.line}: `,
        quoted(change.before),
        change.old.trim() && h("del", {}, shortened(change.old.replaceAll("\n", " ⏎ "), 300)),
        " ",
        change.new.trim() && h("ins", {}, shortened(change.new.replaceAll("\n", " ⏎ "), 300)),
        quoted(change.after),
      ),
    );
    const yes = button("Apply them", () => (apply(), this.offerSafe()), { class: "pw-button pw-primary" });
    const no = button("Leave it as it is", () => this.offerSafe(), { class: "pw-button" });
    this.safe.replaceChildren(
      h("div", { class: "pw-box" }, h("p", {}, h("strong", {}, `What ${words} would change`)), h("ul", {}, lines), h("div", { class: "pw-row" }, yes, no)),
    );
    yes.focus();
  }

  records(ignored, idle) {
    const parts = [];
    if (ignored.length)
      parts.push(
        h(
          "details",
          {},
          h("summary", {}, `Ignored (${ignored.length})`),
          ignored.map((record) =>
            h("div", { class: "pw-record" }, h("p", {}, quoted(record.message)), reasonOf(record), button(["Show it again"], () => this.actions.stopIgnoring(record), { class: "pw-button" })),
          ),
        ),
      );
    if (idle.length)
      parts.push(
        h(
          "details",
          {},
          h("summary", {}, `Ignored once, and no longer (${idle.length})`),
          idle.map((record) =>
            h(
              "div",
              { class: "pw-record" },
              h("p", {}, h("code", {}, record.rule), record.quote && [" “", quoted(shortened(record.quote, 60)), "”"], `: ${record.state}.`),
              reasonOf(record),
              button(["Remove"], () => this.actions.stopIgnoring(record), { class: "pw-button" }),
            ),
          ),
        ),
      );
    return parts;
  }
}

/** Return what is offered for a finding without a place: the lines that say it, or a blank and the brief's field. */
function inserting(insert, finding, actions) {
  const problem = h("p", { class: "pw-problem", role: "alert", hidden: true });
  const act = async (asked, done) => {
    const words = await actions.insert(asked, done);
    problem.textContent = words ?? "";
    problem.hidden = !words;
  };
  const about = () => unseen(`: ${finding.message}`);
  if (insert.items.length) {
    const words = shortened(insert.text, LONGEST_INSERT);
    return [h("div", { class: "pw-row" }, button(["Insert “", quoted(words), "”"], () => act({ items: insert.items }, `Inserted “${words}”`), { class: "pw-button" })), problem];
  }
  const blank = insert.blank && button(["Insert a blank to fill in", about()], () => act({ blank: insert.blank }, "Inserted a blank to fill in"), { class: "pw-button" });
  const brief = button([`Fill in the brief: ${insert.label}`, about()], () => actions.toBrief(insert.field), { class: "pw-button" });
  return [h("div", { class: "pw-row" }, brief, blank), problem];
}

function reasonOf({ reason, owner, until }) {
  return h("p", { class: "pw-source" }, "Reason: ", quoted(reason), owner && ` (${owner})`, until && `, until ${until}`);
}

/** Return what an entry shows, to tell whether it must be made anew. */
function contentOf({ message, why, arithmetic, severity, reported, fixes }) {
  return JSON.stringify([message, why, arithmetic, severity, reported, fixes.map((fix) => [fix.label, fix.edits.map((edit) => edit[2])])]);
}

/** Let a list have just these children. Those that stay are not taken out on the way: that would lose a click on them. */
function arrange(list, elements) {
  const kept = new Set(elements);
  for (const child of [...list.children]) if (!kept.has(child)) child.remove();
  elements.forEach((element, at) => list.children[at] === element || list.insertBefore(element, list.children[at] ?? null));
}
