// The draft beside the brief: what has just changed is marked, lines that brief and person both changed are shown side
// by side for a choice, and findings are counted once the typing rests. No library, no build: served as it is.

const BASE = import.meta.url.split("/_stcore/")[0];
const REST = 700; // ms without a change, before findings are counted and a change is read out
const SHOWN = 3; // of what is missing, before a click
const [LOOK_EVERY, LOOKS] = [40, 125]; // ms, and how often, to look for a field of a group that is drawn once it is open
const LEAVES = "h1,h2,h3,h4,h5,h6,p,li,td,th,pre";
const TAGS = new Set("H1 H2 H3 H4 H5 H6 P UL OL LI STRONG EM DEL S A BR HR CODE PRE BLOCKQUOTE TABLE THEAD TBODY TR TH TD BDI".split(" "));
const ADDRESS = /^(https?:|mailto:|tel:|#|\/)/i;

const drafts = new WeakMap(); // parentElement -> Draft

export default function mount(component) {
  const { parentElement } = component;
  const place = parentElement.querySelector(".pw-draft");
  let draft = drafts.get(parentElement);
  if (!draft || draft.place !== place) {
    draft = new Draft(place);
    drafts.set(parentElement, draft);
  }
  draft.update(component);
}

class Draft {
  constructor(place) {
    this.place = place;
    this.live = h("p", { class: "pw-unheard", role: "status" });
    this.choices = h("div", { class: "pw-choices" });
    this.bar = h("p", { class: "pw-draft-bar" });
    this.counts = h("span", { class: "pw-draft-counts" });
    this.news = h("span", { class: "pw-draft-news" });
    this.bar.append(this.counts, this.news);
    this.missing = h("section", { class: "pw-missing", "aria-labelledby": "pw-missing", tabindex: "-1" });
    this.missing.hidden = true;
    this.body = h("div", { class: "pw-draft-body" });
    this.jump = h("button", { type: "button", class: "pw-jump" });
    this.jump.addEventListener("click", () => this.jumped());
    place.replaceChildren(this.live, this.choices, this.bar, this.missing, this.body, this.jump);
    new IntersectionObserver(([{ isIntersecting }]) => this.seen(isIntersecting), { rootMargin: "0px 0px -30% 0px" }).observe(place);
  }

  update({ data: [data], setTriggerValue }) {
    this.data = data;
    this.choose = (item, take) => setTriggerValue("choice", { item, take });
    this.showConflicts(data.conflicts);
    this.bar.hidden = this.body.hidden = this.jump.hidden = data.html === null;
    this.fresh ||= data.fresh;
    if (this.findings) this.showMissing();
    this.sayJump();
    if (data.html === null || data.html === this.html) return;
    const before = this.html === undefined ? null : words(this.body);
    this.html = data.html;
    this.body.replaceChildren(...safe(data.html));
    if (before !== null) this.mark(before);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.rest(), before === null ? 0 : REST);
  }

  // ---- what has just changed

  /** Mark the lines that were not there before, and say how many went. */
  mark(before) {
    const gone = new Map();
    for (const line of before) gone.set(line, (gone.get(line) ?? 0) + 1);
    const come = leaves(this.body).filter((leaf) => {
      const many = gone.get(leaf.textContent) ?? 0;
      if (many) gone.set(leaf.textContent, many - 1);
      return !many;
    });
    for (const leaf of come) {
      leaf.classList.add("pw-changed");
      leaf.setAttribute("aria-description", this.data.words.changed);
    }
    const out = [...gone.values()].reduce((sum, many) => sum + many, 0) - come.length;
    const told = [counted(come.length, this.data.words.lines), counted(out, this.data.words.out)].filter(Boolean).join(", ");
    this.news.textContent = told ? `${this.data.words.just} ${told}` : "";
    if (come.length) this.bringIntoView(come[0]);
  }

  /** Scroll the draft's own pane, never the page that somebody writes in. */
  bringIntoView(leaf) {
    const pane = paneOf(this.place);
    if (!pane) return;
    const [seen, line] = [pane.getBoundingClientRect(), leaf.getBoundingClientRect()];
    if (line.top >= seen.top && line.bottom <= seen.bottom) return;
    const top = pane.scrollTop + line.top - seen.top - seen.height / 3;
    pane.scrollTo({ top, behavior: calm() });
  }

  // ---- once the typing rests

  async rest() {
    if (this.news.textContent) this.say(this.news.textContent);
    const { text, token } = this.data;
    if (!text.trim()) {
      this.counts.replaceChildren();
      return;
    }
    const answer = await asked("lint", token, { text });
    if (answer?.status === 200 && this.data.text === text) {
      this.findings = answer.body.findings;
      this.count(this.findings);
      this.showMissing();
    }
    else if (answer?.status === 429) this.timer = setTimeout(() => this.rest(), REST * 2);
  }

  count(findings) {
    const badges = Object.entries(this.data.words.severities).map(([severity, words]) => {
      const many = findings.filter((finding) => finding.severity === severity).length;
      return many && h("span", { class: `pw-count pw-${severity}` }, `${many} ${words}`);
    });
    const shown = badges.filter(Boolean);
    this.counts.replaceChildren(...(shown.length ? shown : [h("span", { class: "pw-count pw-none" }, h("span", { "aria-hidden": "true" }, "✓ "), this.data.words.nothing)]));
  }

  // ---- what is missing, and the way to it

  /** List what the posting should say and does not, what is worth most first; each leads to its place in the brief. */
  showMissing() {
    const { first, words } = this.data;
    const all = first.map((fact) => ({ ...fact, found: this.findings.filter(({ rule, field }) => rule.startsWith("missing/") && field.split(".")[0] === fact.field) }));
    const missing = all.filter(({ empty, found }) => empty || found.length);
    this.many = missing.length;
    this.sayJump();
    const key = JSON.stringify(missing);
    if (key !== this.missingKey) {
      const active = this.missing.contains(document.activeElement) && document.activeElement.dataset.field;
      const more = this.missing.querySelector("details")?.open;
      this.missingKey = key;
      this.missing.hidden = !first.length;
      this.missing.replaceChildren(...this.missingParts(missing, words));
      if (more) this.missing.querySelector("details")?.setAttribute("open", "");
      if (active) (this.missing.querySelector(`[data-field="${active}"]`) ?? this.missing).focus();
    }
    if (!this.fresh) return;
    this.fresh = false;
    this.say(`${words.greeting} ${counted(missing.length, words.todo)}`);
    this.missing.focus({ preventScroll: true });
  }

  missingParts(missing, words) {
    const title = h("h2", { id: "pw-missing" }, missing.length ? words.missing : words.nothing_missing);
    if (!missing.length) return [title, h("p", {}, words.whole)];
    const list = (facts, start) => h("ol", { start }, ...facts.map((fact) => this.fact(fact, words)));
    const rest = missing.slice(SHOWN);
    const parts = [title, h("p", { class: "pw-quietly" }, words.order), list(missing.slice(0, SHOWN), 1)];
    return rest.length ? [...parts, h("details", {}, h("summary", {}, counted(rest.length, words.more)), list(rest, SHOWN + 1))] : parts;
  }

  fact(fact, words) {
    const go = h("button", { type: "button", class: "pw-go", "data-field": fact.field }, fact.asks);
    go.addEventListener("click", () => lead(fact));
    const law = fact.found.find(({ severity }) => severity === "error");
    const offers = fact.offers ? h("span", { class: "pw-count pw-none" }, `${fact.offers} ${words.offers}`) : "";
    const badge = law ? h("span", { class: "pw-count pw-error" }, words.law) : "";
    return h("li", {}, h("p", {}, go, " ", badge, " ", offers), h("p", { class: "pw-quietly" }, law ? law.message : fact.why));
  }

  // ---- on a phone, where the draft stands below the form

  seen(here) {
    this.here = here;
    this.sayJump();
  }

  sayJump() {
    const { words } = this.data ?? {};
    if (!words) return;
    const many = this.many ? ` (${counted(this.many, words.todo)})` : "";
    const label = this.here ? `↑ ${words.go[1]}` : `↓ ${words.go[0]}${many}`;
    if (this.jump.textContent !== label) this.jump.textContent = label;
  }

  /** Go to the draft, or back to where somebody was in the brief. */
  jumped() {
    const behavior = calm();
    if (this.here) scrollerOf(this.place).scrollTo({ top: this.from ?? 0, behavior });
    else {
      this.from = scrollerOf(this.place).scrollTop;
      this.place.scrollIntoView({ block: "start", behavior });
    }
  }

  say(words) {
    this.live.textContent = "";
    setTimeout(() => (this.live.textContent = words), 30);
  }

  // ---- lines that both changed

  showConflicts(conflicts) {
    const key = JSON.stringify(conflicts);
    if (key === this.conflicts) return;
    const came = conflicts.length > (this.many ?? 0) && this.conflicts !== undefined;
    const here = this.choices.contains(this.place.getRootNode().activeElement);
    this.conflicts = key;
    this.many = conflicts.length;
    this.choices.replaceChildren(...conflicts.map((conflict, number) => this.choice(conflict, number, conflicts.length)));
    this.choices.hidden = !conflicts.length;
    if (came) this.say(this.data.words.asked);
    if (here || this.chosen) {
      const next = this.choices.querySelector("button");
      if (next) next.focus();
      else this.done();
    }
    this.chosen = false;
  }

  choice({ item, edited, composed }, number, many) {
    const { words } = this.data;
    const question = many > 1 ? `${words.question} (${number + 1}/${many})` : words.question;
    const id = `pw-choice-${number}`;
    return h(
      "section",
      { class: "pw-choice", "aria-labelledby": id },
      h("p", { class: "pw-question", id }, question),
      h("div", { class: "pw-sides" }, this.side(words.mine, edited, words.keep, item, false), this.side(words.brief, composed, composed.length ? words.take : words.remove, item, true)),
    );
  }

  side(title, parts, label, item, take) {
    const line = h("p", { class: "pw-line", dir: "auto" }, ...(parts.length ? parts.map(piece) : [h("em", {}, this.data.words.gone)]));
    const all = parts.map(([, text]) => text).join("");
    const button = h("button", { type: "button", class: "pw-choose" }, label, h("span", { class: "pw-unheard" }, `: ${all || this.data.words.gone}`));
    button.addEventListener("click", () => {
      if (this.chosen) return;
      this.chosen = true;
      this.choose(item, take);
    });
    return h("div", { class: "pw-side-of-choice" }, h("p", { class: "pw-side-title" }, title), line, button);
  }

  /** All is settled: the keyboard goes on where the draft begins. */
  done() {
    this.say(this.data.words.settled);
    this.place.tabIndex = -1;
    this.place.focus({ preventScroll: true });
  }
}

function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Open the group of the brief in which a fact is filled in, and put the cursor where that begins, once it is drawn. */
function lead({ group, begin }) {
  const summary = [...document.querySelectorAll("details > summary")].find((each) => each.textContent.trim().endsWith(group));
  if (!summary) return;
  if (!summary.parentElement.open) summary.click();
  const from = document.activeElement;
  let looks = 0;
  const look = () => {
    if (document.activeElement !== from) return; // the person went on meanwhile
    const field = named(summary.parentElement, begin);
    if (!field && ++looks < LOOKS) return void setTimeout(look, LOOK_EVERY);
    (field ?? summary).focus({ preventScroll: true });
    summary.parentElement.style.scrollMarginTop = "4.5rem";
    summary.parentElement.scrollIntoView({ block: "start", behavior: calm() });
  };
  setTimeout(look, LOOK_EVERY);
}

/** Return the field or button with this name, inside components too. */
function named(root, name) {
  for (const element of root.querySelectorAll("*")) {
    const inside = element.shadowRoot && named(element.shadowRoot, name);
    if (inside) return inside;
    if (element.matches(FIELDS) && nameOf(element) === name) return element;
  }
  return null;
}

const FIELDS = "input, textarea, select, button, [contenteditable], [role=combobox]";
const nameOf = (element) => (element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).replace(/^[a-z_]*(?=Add )/, "").trim();
const calm = () => (window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");

/** Return the part of the page that scrolls with an element in it. */
function scrollerOf(element) {
  for (let here = element.parentElement; here; here = here.parentElement)
    if (/auto|scroll/.test(getComputedStyle(here).overflowY) && here.scrollHeight > here.clientHeight) return here;
  return document.scrollingElement;
}

const piece = ([changed, text]) => (changed ? h("mark", {}, text) : text);
const leaves = (root) => [...root.querySelectorAll(LEAVES)].filter((each) => !each.querySelector(LEAVES));
const words = (root) => leaves(root).map((leaf) => leaf.textContent);
const counted = (many, [one, more]) => (many > 0 ? (many === 1 ? `1 ${one}` : `${many} ${more}`) : "");

/** Return the nearest part of the page that scrolls by itself and has something to scroll. */
function paneOf(element) {
  for (let here = element.parentElement; here && here !== document.body; here = here.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(here).overflowY) && here.scrollHeight > here.clientHeight) {
      return here.className.includes?.("st-key-preview") ? here : null;
    }
  }
  return null;
}

/** Return the nodes of HTML that our own renderer made, and nothing of it that could act. */
function safe(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const copy = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
    const inside = [...node.childNodes].flatMap(copy);
    if (node.nodeType !== Node.ELEMENT_NODE || !TAGS.has(node.tagName)) return inside;
    const element = document.createElement(node.tagName);
    const address = node.getAttribute("href");
    if (node.tagName === "A" && address && ADDRESS.test(address)) {
      Object.assign(element, { href: address, target: "_blank", rel: "noopener noreferrer" });
    }
    if (node.tagName === "OL" && node.hasAttribute("start")) element.setAttribute("start", node.getAttribute("start"));
    if (node.matches("h1,h2,h3,p,li")) element.dir = "auto";
    element.append(...inside);
    return [element];
  };
  return [...parsed.body.childNodes].flatMap(copy);
}

async function asked(path, token, body) {
  try {
    const answer = await fetch(`${BASE}/api/${path}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-Postwright-Token": token },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: answer.ok ? await answer.json() : null };
  } catch {
    return null; // without a connection the counts stay as they were
  }
}
