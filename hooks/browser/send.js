// One request of the page, and who answers it: here a worker that runs Python in this tab. It starts with the first document.

const waiting = new Map();
let worker;
let changed = false;

if (location.hash) history.replaceState(null, "", location.pathname + location.search); // what it named is gone

export const isChanged = () => changed;
export const keep = () => { changed = false; };

function hire() {
  const hired = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  hired.onmessage = ({ data: { id, answer, fault } }) => {
    const { done, fail } = waiting.get(id);
    waiting.delete(id);
    if (answer) done(answer);
    else fail(new Error(fault));
  };
  hired.onerror = (event) => {
    for (const { fail } of waiting.values()) fail(new Error(event.message));
    waiting.clear();
  };
  return hired;
}

export async function send(what, body = {}) {
  if (!worker && what === "documents") return { ok: true, told: { single: false, documents: [] } };
  worker ??= hire();
  const id = crypto.randomUUID();
  const answer = await new Promise((done, fail) => {
    waiting.set(id, { done, fail });
    worker.postMessage({ id, what, body });
  });
  if (what === "act" && answer.ok) changed = true;
  return answer;
}
