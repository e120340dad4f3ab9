// Reads a phrase and runs Python in the page. Nothing is loaded before a button is pressed.
const box = document.getElementById("playground");
const at = (id) => document.getElementById(`play-${id}`);
let started;

const READ = `
import json
import raqqa_data as rd
from hooks.amounts import told

def read_marks(text, lang):
    found = []
    for m in rd.read(text):
        spans = [(kind, span.start, span.end) for kind, span in
                 (("qualifier", m.qualifier), ("number", m.number), ("unit", m.unit_span), ("noun", m.noun)) if span]
        found.append({"start": m.start, "end": m.end, "text": m.text, "told": told(m, lang), "spans": spans})
    return json.dumps(found)
`;

const start = () => started ??= (async () => {
  at("status").textContent = box.dataset.loading;
  const home = new URL(`${box.dataset.root}assets/playground/`, document.baseURI).href;
  const {loadPyodide} = await import(`${home}pyodide.mjs`);
  const python = await loadPyodide({indexURL: home});
  const site = python.runPython("import sysconfig; sysconfig.get_path('purelib')");
  python.unpackArchive(await (await fetch(`${home}packages.zip`)).arrayBuffer(), "zip", {extractDir: site});
  python.runPython("import importlib; importlib.invalidate_caches()");
  python.runPython(READ);
  at("status").textContent = "";
  return python;
})();

const mark = (letters, from, to, kind) => {
  const made = document.createElement("mark");
  made.className = kind;
  made.textContent = letters.slice(from, to).join("");
  return made;
};

at("read").addEventListener("click", async () => {
  const python = await start();
  const text = at("text").value, letters = Array.from(text); // offsets count code points
  const read = python.globals.get("read_marks");
  const found = JSON.parse(read(text, document.documentElement.lang));
  at("marked").replaceChildren();
  at("list").replaceChildren();
  let done = 0;
  for (const m of found) {
    const spans = m.spans.length ? m.spans : [["number", m.start, m.end]];
    for (const [kind, from, to] of spans.sort((a, b) => a[1] - b[1])) {
      if (from < done) continue;
      at("marked").append(letters.slice(done, from).join(""), mark(letters, from, to, kind));
      done = to;
    }
    const item = document.createElement("li"), phrase = document.createElement("bdi"), value = document.createElement("bdi");
    phrase.textContent = m.text;
    value.textContent = m.told;
    item.append(phrase, " · ", value);
    at("list").append(item);
  }
  at("marked").append(letters.slice(done).join(""));
  at("status").textContent = box.dataset.found.replace("{}", found.length);
});

at("run").addEventListener("click", async () => {
  const python = await start();
  const lines = [];
  python.setStdout({batched: (line) => lines.push(line)});
  try {
    const value = python.runPython(`${at("code").value}`);
    if (value !== undefined && value !== null) lines.push(python.runPython("repr")(value));
  } catch (error) {
    lines.push(error.message.trim().split("\n").at(-1));
  }
  at("out").textContent = lines.join("\n");
});
