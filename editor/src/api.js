// The server's routes: JSON there and back, with the token that the page was given.
const PATIENCE = 20_000; // ms; a connection that hangs is none
const BASE = import.meta.url.split("/_stcore/")[0];

/**
 * Return {status, body, wait, waiting} of a request; rejects where there is no connection. `wait` is in seconds; `sure`
 * says that the request can be made again, so that one without an answer is given up.
 */
export async function call(method, path, token, body, { keepalive = false, sure = false } = {}) {
  const answer = await fetch(`${BASE}/api/${path}`, {
    method,
    keepalive,
    signal: sure && !keepalive ? AbortSignal.timeout(PATIENCE) : undefined,
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", "X-Postwright-Token": token },
    body: JSON.stringify(body),
  });
  let told = {};
  try {
    told = await answer.json();
  } catch {
    // an answer of a proxy, not of ours: its status says enough
  }
  const number = (name) => Number(answer.headers.get(name)) || 0;
  return { status: answer.status, body: told, wait: number("Retry-After"), waiting: number("X-Postwright-Waiting") };
}

/** Return what an answer says went wrong. */
export const problemOf = ({ body }) => (body.message ? `${body.message} ${body.hint ?? ""}`.trim() : "The server did not answer as it should. Try again.");

export const NO_CONNECTION = "No connection to the server. Try again when it is back.";
