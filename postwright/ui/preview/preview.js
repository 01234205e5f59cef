// The posting as candidates will see it: the exported page in a frame that runs nothing, in two widths and both colour
// schemes, and a button that copies it as formatted text. No library, no build: this file is served as it is.

const shown = new WeakMap(); // parentElement -> Preview
let last = null; // the one on the page

// No style sheet knows that the keyboard is in a frame, and no event of the frame tells: the window loses the focus then.
for (const moved of ["blur", "focus"]) window.addEventListener(moved, () => setTimeout(() => last?.showFocus(), 0));

export default function (component) {
  const { data: [data], parentElement } = component;
  let preview = shown.get(parentElement);
  if (!preview) {
    preview = new Preview(parentElement.querySelector(".preview"));
    shown.set(parentElement, preview);
  }
  preview.update(data);
  last = preview;
}

class Preview {
  constructor(root) {
    this.data = { pages: {}, rich: "", plain: "", words: {} };
    this.bar = element("div", "bar");
    this.status = element("p", "status");
    this.status.setAttribute("role", "status");
    this.stage = element("div", "stage");
    this.frame = element("iframe", "frame");
    this.frame.setAttribute("sandbox", ""); // no scripts, no forms, no origin, no way out
    this.frame.setAttribute("referrerpolicy", "no-referrer");
    this.frame.addEventListener("load", () => this.loaded());
    this.stage.append(this.frame);
    root.replaceChildren(this.bar, this.status, this.stage);
    this.width = root.clientWidth && root.clientWidth < 520 ? "phone" : "page";
    this.scheme = getComputedStyle(root).colorScheme.includes("dark") ? "dark" : "light";
  }

  update(data) {
    this.data = data;
    if (!this.bar.childElementCount) this.draw(data.words);
    this.apply();
  }

  draw(words) {
    this.frame.title = words.frame;
    this.bar.append(
      this.choice(words.width, "width", { page: words.page, phone: words.phone }),
      this.choice(words.scheme, "scheme", { light: words.light, dark: words.dark }),
    );
    const copy = element("button", "copy");
    copy.type = "button";
    copy.textContent = words.copy;
    copy.addEventListener("click", () => this.copy());
    this.bar.append(copy);
  }

  choice(label, name, options) {
    const group = element("div", "choice");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", label);
    for (const [value, text] of Object.entries(options)) {
      const button = element("button", "");
      button.type = "button";
      button.textContent = text;
      button.dataset[name] = value;
      button.addEventListener("click", () => {
        this[name] = value;
        this.apply();
      });
      group.append(button);
    }
    return group;
  }

  apply() {
    this.stage.dataset.width = this.width;
    this.show(this.data.pages[this.scheme]);
    for (const name of ["width", "scheme"])
      for (const button of this.bar.querySelectorAll(`[data-${name}]`))
        button.setAttribute("aria-pressed", String(button.dataset[name] === this[name]));
  }

  show(page) {
    if (this.page === page) return;
    this.page = page;
    this.expected = true;
    this.frame.srcdoc = page;
    this.say("");
  }

  // A link that was followed in the frame loads something else there: put the posting back.
  loaded() {
    if (this.page === undefined) return; // the empty frame before anything was shown
    if (this.expected) {
      this.expected = false;
      return;
    }
    this.page = undefined;
    this.show(this.data.pages[this.scheme]);
    this.say(this.data.words.links);
  }

  async copy() {
    const { rich, plain, words } = this.data;
    this.say("");
    this.say((await written(rich, plain)) || copied(rich, plain) ? words.copied : words.refused);
  }

  showFocus() {
    this.stage.toggleAttribute("data-focused", this.stage.getRootNode().activeElement === this.frame);
  }

  say(text) {
    this.status.textContent = text;
  }
}

// The way of today: needs a page served from this machine or over https, and the person's leave.
async function written(rich, plain) {
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") return false;
  const blob = (text, type) => new Blob([text], { type });
  try {
    const item = { "text/html": blob(rich, "text/html"), "text/plain": blob(plain, "text/plain") };
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    return false;
  }
}

// The old way, which also works over plain http: a copy whose content is put in by its event.
function copied(rich, plain) {
  let done = false;
  const put = (event) => {
    event.clipboardData.setData("text/html", rich);
    event.clipboardData.setData("text/plain", plain);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener("copy", put, true);
  try {
    return document.execCommand("copy") && done;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", put, true);
  }
}

function element(name, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
