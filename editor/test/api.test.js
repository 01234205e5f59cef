// Requests: one that hangs is given up where it can be made again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { call } from "../src/api.js";

/** Calls without a connection; returns the options that fetch was given. */
async function asked(options) {
  const given = {};
  globalThis.fetch = (address, init) => {
    Object.assign(given, init);
    return Promise.reject(new TypeError("no connection"));
  };
  await assert.rejects(call("PUT", "text", "token", {}, options));
  return given;
}

test("a save has a limit of time, so that a connection that hangs does not stop all later saves", async () => {
  const { signal } = await asked({ sure: true });
  assert.ok(signal instanceof AbortSignal);
  assert.equal(signal.aborted, false);
});

test("what is sent while a page is left has none, and what must not be done twice has none", async () => {
  assert.equal((await asked({ sure: true, keepalive: true })).signal, undefined);
  assert.equal((await asked({})).signal, undefined);
});
