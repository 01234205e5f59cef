// The question for the role: a field that takes any words, with job titles to choose below it. Served as it is.

const QUIET = 120; // ms without a key, before titles are looked for

const fields = new WeakMap(); // parentElement -> Field

export default function mount(component) {
  const { parentElement } = component;
  const place = parentElement.querySelector(".pw-role");
  let field = fields.get(parentElement);
  if (!field || field.place !== place) {
    field = new Field(place);
    fields.set(parentElement, field);
  }
  field.update(component);
}

class Field {
  constructor(place) {
    this.place = place;
    this.input = h("input", {
      id: "pw-role",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "true",
      maxlength: "200",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": "pw-titles",
    });
    this.label = h("label", { for: "pw-role" });
    this.list = h("ul", { id: "pw-titles", role: "listbox", hidden: "" });
    this.live = h("p", { class: "pw-unheard", role: "status" });
    this.active = -1;
    this.options = [];
    place.replaceChildren(this.label, h("div", { class: "pw-box" }, this.input, this.list), this.live);
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("blur", () => (this.send(), this.close()));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the cursor stays in the field
  }

  update({ data: [data], setStateValue }) {
    const first = !this.data;
    this.data = data;
    this.keep = (title) => setStateValue("title", title);
    this.label.textContent = data.words.label;
    this.input.placeholder = data.words.placeholder;
    this.list.setAttribute("aria-label", data.words.titles);
    if (first) {
      this.input.value = this.sent = data.title;
      this.input.focus({ preventScroll: true });
    }
    this.show(data.options);
  }

  // ---- what is typed

  typed() {
    this.chosen = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), QUIET);
  }

  send() {
    clearTimeout(this.timer);
    const title = this.input.value.trim();
    if (title === this.sent) return;
    this.sent = title;
    this.keep(title);
  }

  take(title) {
    this.input.value = title;
    this.chosen = true;
    this.send();
    this.close();
  }

  // ---- what is offered

  show(options) {
    const key = JSON.stringify(options);
    if (key === this.key) return;
    this.key = key;
    this.options = options;
    this.list.replaceChildren(...options.map((option, at) => this.option(option, at)));
    this.mark(-1);
    const mine = this.input.getRootNode().activeElement === this.input;
    if (!options.length || !mine || this.chosen || !this.input.value.trim()) return this.close();
    this.open();
    this.say(options.length === 1 ? this.data.words.one : this.data.words.many.replace("{}", options.length));
  }

  option({ title, note }, at) {
    const item = h("li", { id: `pw-title-${at}`, role: "option", "aria-selected": "false" }, h("span", {}, title), note ? h("span", { class: "pw-note" }, note) : "");
    item.addEventListener("click", () => this.take(title));
    return item;
  }

  open() {
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  mark(at) {
    this.active = at;
    [...this.list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
    if (at < 0) this.input.removeAttribute("aria-activedescendant");
    else {
      this.input.setAttribute("aria-activedescendant", `pw-title-${at}`);
      this.list.children[at].scrollIntoView({ block: "nearest" });
    }
  }

  pressed(event) {
    const many = this.options.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && many) {
      if (this.list.hidden) this.open();
      this.mark(this.active < 0 ? (step > 0 ? 0 : many - 1) : (this.active + step + many) % many);
      event.preventDefault();
    } else if (event.key === "Enter") {
      if (!this.list.hidden && this.active >= 0) this.take(this.options[this.active].title);
      else this.send();
      this.close();
      event.preventDefault();
    } else if (event.key === "Escape" && !this.list.hidden) {
      this.close();
      event.preventDefault();
    }
  }

  say(words) {
    this.live.textContent = "";
    setTimeout(() => (this.live.textContent = words), 30);
  }
}

function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
