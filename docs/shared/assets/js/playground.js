// Reads a phrase or a file and runs Python in the page. Nothing is loaded before it is asked for.
const box = document.getElementById("playground");
const at = (id) => document.getElementById(`play-${id}`);
const language = document.documentElement.lang;
const home = new URL(`${box.dataset.root}assets/playground/`, document.baseURI).href;
let started;

const start = () => started ??= (async () => {
  at("status").textContent = box.dataset.loading;
  const python = await (await import(`${home}python.js`)).start();
  at("status").textContent = "";
  return python;
})();

const mark = (letters, from, to, kind) => {
  const made = document.createElement("mark");
  made.className = kind;
  made.textContent = letters.slice(from, to).join("");
  return made;
};

function show({text, found, name, findings = [], error}) {
  at("marked").replaceChildren();
  at("list").replaceChildren();
  at("status").classList.toggle("fault", Boolean(error));
  if (error) {
    at("status").textContent = error;
    return;
  }
  const letters = Array.from(text); // offsets count code points
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
  const named = name ? `\u2068${name}\u2069: ` : "";
  at("status").textContent = [named + box.dataset.found.replace("{}", found.length), ...findings].join(" · ");
}

async function readFile(file) {
  const python = await start();
  const playing = python.pyimport("hooks.browser.playing");
  const content = python.toPy(new Uint8Array(await file.arrayBuffer()));
  let told = JSON.parse(playing.read_file(file.name, content, language));
  if (told.html !== undefined) {
    const {text, stated} = (await import(`${home}webpage.js`)).mainText(told.html);
    told = JSON.parse(playing.read_page(file.name, text, stated, language));
  }
  show(told);
}

at("read").addEventListener("click", async () => {
  const python = await start();
  show(JSON.parse(python.pyimport("hooks.browser.playing").read_text(at("text").value, language)));
});

at("open").addEventListener("click", () => at("file").click());
at("file").addEventListener("change", async () => {
  for (const file of at("file").files) await readFile(file);
  at("file").value = "";
});

const holdsFile = (event) => event.dataTransfer.types.includes("Files");
box.addEventListener("dragover", (event) => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  box.classList.add("over");
});
box.addEventListener("dragleave", () => box.classList.remove("over"));
box.addEventListener("drop", (event) => {
  box.classList.remove("over");
  if (!holdsFile(event)) return;
  event.preventDefault();
  if (event.dataTransfer.files.length) readFile(event.dataTransfer.files[0]);
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
