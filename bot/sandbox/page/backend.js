// The sandbox's control side: reads, acts, and a stream of what happens.

const key = document.querySelector('meta[name="sandbox-key"]').content;

/** Something went wrong, in the sandbox's own sentence. */
export class Problem extends Error {}

/** Reads `name`, with a query. */
export async function look(name, query = {}) {
  const address = `/sandbox/${name}?${new URLSearchParams(query)}`;
  return answer(await fetch(address, { headers: { "X-Sandbox-Key": key } }));
}

/** Does `name`. */
export async function act(name, order = {}) {
  const request = { method: "POST", headers: { "X-Sandbox-Key": key }, body: JSON.stringify(order) };
  return answer(await fetch(`/sandbox/${name}`, request));
}

/** Takes every fault back. */
export async function clearFaults() {
  return answer(await fetch("/sandbox/faults", { method: "DELETE", headers: { "X-Sandbox-Key": key } }));
}

async function answer(response) {
  const body = await response.json();
  if (!response.ok) throw new Problem(body.problem ?? String(response.status));
  return body;
}

/** The address of a picture that was sent. */
export function pictureAddress(fileId) {
  return `/sandbox/file?${new URLSearchParams({ id: fileId, key })}`;
}

/** Calls `told` for each event, `opened` whenever the stream begins (again), `lost` when it breaks. */
export function listen({ told, opened, lost }) {
  const stream = new EventSource(`/sandbox/events?${new URLSearchParams({ key })}`);
  stream.addEventListener("open", opened);
  stream.addEventListener("error", lost);
  stream.addEventListener("message", (event) => told(JSON.parse(event.data)));
}

/** What sets this run of the sandbox apart from another. */
export function runName() {
  return key.slice(0, 8);
}
