// What was typed and is not on the server yet, kept in this browser: a closed tab, a crash or an outage loses nothing.
const PREFIX = "postwright:unsaved:";
const OLDEST = 30 * 24 * 3600 * 1000;
const SILENT = 60_000; // ms after which a window is taken for closed where the browser cannot tell

/** The copies of one page load; `storage` is like localStorage, `alive` tells which windows are open. */
export class Copies {
  constructor({ storage, windowId, alive, now = Date.now }) {
    Object.assign(this, { storage, windowId, alive, now });
  }

  key(posting, field, windowId = this.windowId) {
    return `${PREFIX}${posting}:${field}:${windowId}`;
  }

  /** Keep {text, base, sent}; return whether there was room. */
  keep(posting, field, copy) {
    try {
      this.storage.setItem(this.key(posting, field), JSON.stringify({ ...copy, at: this.now() }));
      return true;
    } catch {
      return false;
    }
  }

  drop(posting, field, windowId) {
    try {
      this.storage.removeItem(this.key(posting, field, windowId));
    } catch {
      // a browser that keeps nothing has nothing to forget
    }
  }

  /** Return the copies of windows that are closed, and of an editor of this one that is gone, oldest first. */
  async left(posting, field) {
    const start = `${PREFIX}${posting}:${field}:`;
    const found = [];
    try {
      for (let at = 0; at < this.storage.length; at++) {
        const key = this.storage.key(at);
        if (!key?.startsWith(PREFIX)) continue;
        const copy = parsed(this.storage.getItem(key));
        if (!copy || this.now() - copy.at > OLDEST) this.storage.removeItem(key);
        else if (key.startsWith(start)) found.push({ ...copy, windowId: key.slice(start.length) });
      }
    } catch {
      return [];
    }
    const open = await this.alive();
    const closed = (copy) =>
      copy.windowId === this.windowId || (open ? !open.has(copy.windowId) : this.now() - copy.at > SILENT);
    return found.filter(closed).sort((one, other) => one.at - other.at);
  }
}

function parsed(words) {
  try {
    const copy = JSON.parse(words);
    return typeof copy?.text === "string" && typeof copy.base === "string" ? { sent: [], ...copy } : null;
  } catch {
    return null;
  }
}

const LOCK = "postwright:window:";

/** Return the copies of this page load in the browser's storage. */
export function browserCopies() {
  const windowId = Math.random().toString(36).slice(2);
  let storage = { length: 0, key: () => null, getItem: () => null, setItem() {}, removeItem() {} };
  try {
    storage = window.localStorage;
  } catch {
    // storage is switched off: the server's copy is the only one
  }
  const locks = navigator.locks;
  locks?.request(LOCK + windowId, () => new Promise(() => {})).catch(() => {}); // held as long as the page lives
  const alive = async () => {
    if (!locks) return null;
    const { held } = await locks.query();
    return new Set(held.filter((lock) => lock.name.startsWith(LOCK)).map((lock) => lock.name.slice(LOCK.length)));
  };
  return new Copies({ storage, windowId, alive });
}
