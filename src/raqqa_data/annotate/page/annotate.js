// The page: what is open, what a person does, and what is saved. Nothing is kept here alone: each change is on the disk
// before it shows.

import { about, toBlank } from "./about.js";
import { Card, QUESTIONS } from "./card.js";
import { define } from "./form.js";
import { List } from "./list.js";
import { Marked, able, forget, mark } from "./marks.js";
import { send } from "./send.js";
import { OPEN, apart, el, isolated, language, listed, say, speak } from "./words.js";

const find = (id) => document.getElementById(id);
const LOOK_AGAIN = 3000;

class Refusal extends Error {}

async function ask(what, body) {
  let answer;
  try {
    answer = await send(what, body);
  } catch {
    throw new Refusal(say("gone"));
  }
  const { ok, told } = answer;
  if (!ok) throw Object.assign(new Refusal(told.error.message), { kind: told.error.type, foreign: true });
  return told;
}

class Desk {
  constructor() {
    this.card = new Card(find("card"), this);
    this.list = new List(find("list"), (index) => this.go(index));
    this.work = Promise.resolve();
    this.moreOpen = false;
  }

  get record() { return this.records?.[this.at]; }

  get direction() { return /^(ar|fa|ur|ckb|ku|he)\b/.test(this.data.language) ? "rtl" : "ltr"; }

  // One after the other: what a key means is seen when its turn comes.
  later(work) {
    this.work = this.work.then(work).catch((error) => {
      if (!(error instanceof Refusal)) throw error;
      if (error.kind === "StaleError") this.stale();
      else alarm(error.foreign ? apart(error.message, { dir: "ltr", lang: "en" }) : error.message);
    });
    return this.work;
  }

  async open(name) {
    const data = await ask("open", { document: name });
    this.name = name;
    this.data = data;
    this.points = [...data.text];
    find("folder").hidden = true;
    find("desk").hidden = find("progress").hidden = false;
    find("title").replaceChildren(apart(name));
    const page = find("page");
    page.dir = this.direction;
    page.lang = data.language;
    forget();
    this.marked = new Marked(page, data.text);
    this.ranges = new Map();
    this.take(data, true);
    this.go(Math.max(0, this.records.findIndex((record) => record.status !== "confirmed")), false);
    alarm();
    if (!able) alarm(say("too_old"));
    else if (data.moved) alarm(say("moved"), ["up_to_date", () => this.later(() => this.act({ kind: "update" }))]);
    else if (data.findings.length) alarm(apart(data.findings.join(" "), { dir: "ltr", lang: "en" }));
  }

  // A new state of the file.
  take(data, whole = false) {
    const shape = (records) => records.map((record) => `${record.section} ${record.start} ${record.phrase}`).join("\n");
    const same = !whole && shape(this.records) === shape(data.records);
    this.records = data.records;
    for (const part of ["version", "undo", "head", "open", "unnamed", "dropped"]) this.data[part] = data[part];
    this.data.known = data.known;
    const label = (section, value) => this.label(section, value);
    if (same) this.list.update(this.records, label);
    else this.list.build(this.records, label);
    this.paint();
    this.count();
    about(find("about"), this);
  }

  paint() {
    if (!able) return;
    const now = new Map();
    for (const record of this.records) if (record.found) now.set(`${record.start} ${record.end}`, record.status);
    for (const figure of this.data.dropped) now.set(`${figure.start} ${figure.start + [...figure.phrase].length}`, "dropped");
    for (const id of this.ranges.keys()) if (!now.has(id)) mark(id, null, null);
    for (const [id, status] of now) {
      if (!this.ranges.has(id)) this.ranges.set(id, this.marked.range(...id.split(" ").map(Number)));
      mark(id, status, this.ranges.get(id));
    }
  }

  count() {
    const open = this.records.filter((record) => record.status === "open").length;
    const proposed = this.records.filter((record) => record.status === "proposed").length;
    const all = this.records.length;
    find("bar").max = Math.max(all, 1);
    find("bar").value = all - open - proposed;
    find("bar").setAttribute("aria-label", say("left_filter"));
    const left = open + proposed ? say("left", open + proposed, all, proposed, open) : say("all_done");
    const elsewhere = this.data.open.map((path) => (/^document\.|\.name\b/.test(path) ? say("about") : path));
    find("left").textContent = [left, elsewhere.length ? say("blank_of", listed([...new Set(elsewhere)])) : ""].filter(Boolean).join(" · ");
    find("undo").disabled = !this.data.undo;
    document.title = `${open + proposed} · ${this.name}`;
  }

  known(section) {
    const rows = [...this.data.known[section]];
    const ids = new Set(rows.map((row) => row.id));
    return [...rows, ...this.data.names[section].filter((row) => !ids.has(row.id))];
  }

  label(section, value) {
    if (value === undefined || value === null) return section === "agent" ? say("article") : null;
    if (section === "name") return this.label("words", value[language()] ?? "");
    if (String(value).includes(OPEN)) return "…";
    if (section === "period" || section === "words") return value;
    if (section === "event") {
      const event = this.records.find((one) => one.section === "event" && one.values.id === value);
      return event ? this.label("name", event.values.name ?? {}) || value : value;
    }
    if (section === "observation") {
      const record = this.records.find((one) => one.values.id === value);
      return record ? `${isolated(record.phrase)} · ${value}` : value;
    }
    const name = this.known(section).find((row) => row.id === value)?.name;
    return [name?.[language()], name?.ar, name?.en].find((one) => one && !one.includes(OPEN)) ?? value;
  }

  // The other records of a sort that an answer can name.
  answerable(section, record) {
    return this.records.filter((one) => one.section === section && one !== record && !String(one.values.id ?? OPEN).includes(OPEN));
  }

  proposals(record) { return (record.section === "observation" && this.data.proposals[record.start]) || []; }

  go(index, focus = true) {
    this.at = Math.min(Math.max(index, 0), this.records.length - 1);
    this.list.current(this.at);
    if (!this.record) {
      this.at = 0;
      find("card").replaceChildren(el("h2", { id: "card-title" }, say("no_figures")), el("p", { id: "sentence" }));
      return;
    }
    this.card.show(this.record);
    if (this.record.found) this.marked.show(this.record.start, this.record.end);
    if (focus) this.focusCard();
  }

  refresh() { this.go(this.at); }

  focusCard() { find("card").focus({ preventScroll: innerWidth > 900 }); }

  step(by) { this.later(() => this.go((this.at + by + this.records.length) % Math.max(this.records.length, 1))); }

  async act(action, { next = false, stay = false, done = "saved" } = {}) {
    const before = this.records;
    const { record } = this;
    const data = await ask("act", { document: this.name, version: this.data.version, action });
    this.take(data);
    alarm();
    tell(say(done));
    if (stay) return;
    if (action.kind === "undo" || action.kind === "update") {
      const told = new Set(before.map((one) => JSON.stringify([one.start, one.values])));
      const changed = this.records.findIndex((one) => !told.has(JSON.stringify([one.start, one.values])));
      this.go(changed < 0 ? this.at : changed);
      return;
    }
    const here = this.records.findIndex((one) => one.section === record?.section && one.start === record?.start);
    if (!next) {
      // whoever goes from field to field stays there
      const field = document.activeElement?.id.startsWith("field-") ? document.activeElement.id : null;
      this.go(here < 0 ? this.at : here, !field);
      if (field) find(field)?.focus();
      return;
    }
    const left = (one) => one.status !== "confirmed";
    const from = here < 0 ? this.at : here + 1;
    const after = this.records.findIndex((one, index) => index >= from && left(one));
    const first = after < 0 ? this.records.findIndex(left) : after;
    if (first >= 0) this.go(first);
    else {
      this.go(here < 0 ? this.at : here);
      tell(say("all_done"));
      this.whenDone();
    }
  }

  // On from the last figure: to what is blank about the document, else to the building.
  whenDone() {
    if (this.records.some((one) => one.status !== "confirmed")) return;
    if (!toBlank(find("about"))) find("build").focus();
  }

  which() { return { section: this.record.section, index: this.record.index }; }

  confirm() {
    this.later(async () => {
      if (!this.record) return;
      const named = this.record.section === "observation" && !this.record.open.includes("indicator");
      const open = this.record.open.filter((name) => !(name === "id" && named));
      if (open.length) {
        const names = Object.fromEntries(QUESTIONS.map((one) => [one.key, one.question]));
        tell(say("blank_of", listed(open.map((name) => say(names[name] ?? name)))));
        this.card.toOpen();
        return;
      }
      await this.act({ kind: "confirm", ...this.which() }, { next: true });
    });
  }

  set(key, value) { this.later(() => this.act({ kind: "set", ...this.which(), key, value })); }

  reopen() { this.later(() => this.act({ kind: "reopen", ...this.which() })); }

  drop(same = null) { this.later(() => this.record && this.act({ kind: "drop", ...this.which(), same_as: same }, { next: true })); }

  undo() { this.later(() => this.data.undo && this.act({ kind: "undo" }, { done: "undone" })); }

  define(asked, typed) {
    const chosen = String(getSelection() ?? "").trim();
    define({
      dialog: find("dialog"), section: asked.section, typed, chosen, desk: this, unit: this.unit(),
      save: async (row) => {
        let wrong = null;
        await this.later(async () => {
          try {
            await this.act({ kind: "define", section: asked.section, row, answers: { ...this.which(), key: asked.key } }, { done: "added" });
          } catch (error) {
            if (!(error instanceof Refusal) || error.kind === "StaleError") throw error;
            wrong = error.message;
          }
        });
        return wrong;
      },
    });
  }

  // The unit that the figure's own words state, if they do.
  unit() {
    const words = String(this.record?.values.reads ?? "").split(" ").pop();
    return this.data.units.some((unit) => unit.name === words) ? words : "";
  }

  stale() {
    alarm(say("changed_elsewhere"), ["load", () => this.later(() => this.open(this.name))]);
  }

  async look() {
    if (!this.name || document.hidden) return;
    await this.later(async () => {
      if (!this.name) return; // left while this waited its turn
      const { version, listed: names } = await ask("version", { document: this.name });
      if (version !== this.data.version) this.stale();
      else if (names !== this.data.listed) await this.learn();
    });
  }

  // The reference file is another one: what it names can be searched for, and what is proposed by it is shown.
  async learn() {
    const data = await ask("open", { document: this.name });
    for (const part of ["listed", "names", "proposals"]) this.data[part] = data[part];
    if (!document.activeElement?.matches("input, select")) this.refresh();
  }

  build() {
    tell(say("building"));
    return this.later(async () => {
      const made = await ask("build", { document: this.name, version: this.data.version });
      if (!made.problems.length) {
        alarm();
        tell(say("built", made.observations, made.events, made.written));
        return made;
      }
      tell();
      alarm(say("problems"));
      find("alarm").append(el("ul", {}, made.problems.slice(0, 20).map((problem) => el("li", {}, this.linked(problem)))));
      return made;
    });
  }

  // A problem, with the way to the record that has it.
  linked({ path, message }) {
    const told = apart(`${path}: ${message}`, { dir: "ltr", lang: "en" });
    const found = /^(observation|event)\[(\d+)\]/.exec(path);
    if (/^document\./.test(path)) return el("button", { type: "button", class: "plain", onclick: () => toBlank(find("about")) }, told);
    const at = found ? this.records.findIndex((one) => one.section === found[1] && one.index === Number(found[2])) : -1;
    return at < 0 ? told : el("button", { type: "button", class: "plain", onclick: () => this.go(at) }, told);
  }
}

function alarm(message, action) {
  find("alarm").replaceChildren(...(message ? [el("p", {}, message)] : []));
  if (action) find("alarm").append(el("button", { type: "button", onclick: action[1] }, say(action[0])));
}

function tell(message) { find("told").replaceChildren(...(message ? [apart(message)] : [])); }

export const desk = new Desk();
window.desk = desk; // for tests, and for whoever looks
const shortcuts = () => localStorage.getItem("shortcuts") !== "off";

function showKeys() {
  const dialog = find("dialog");
  const rows = [["Enter", "key_confirm"], ["1 … 6", "key_question"], ["j k", "key_next"], ["o", "key_other"], ["x", "key_drop"], ["u", "key_undo"], ["/", "key_search"], ["Esc", "key_escape"]];
  const box = el("input", { type: "checkbox", id: "keys-on" });
  box.checked = shortcuts();
  box.addEventListener("change", () => localStorage.setItem("shortcuts", box.checked ? "on" : "off"));
  dialog.replaceChildren(el("h2", { id: "dialog-title" }, say("keys")),
    el("dl", { class: "keys" }, rows.map(([name, told]) => [el("dt", {}, el("kbd", { dir: "ltr" }, name)), el("dd", {}, say(told))])),
    el("p", {}, el("label", { for: "keys-on" }, box, " ", say("keys_on"))),
    el("button", { type: "button", class: "main", onclick: () => dialog.close() }, say("close")));
  dialog.showModal();
}

// Keys by what they write, else by where they are: on an Arabic keyboard j writes another letter.
const KEYS = {
  j: () => desk.step(1), k: () => desk.step(-1), x: () => desk.drop(), u: () => desk.undo(),
  o: () => desk.record && desk.card.other(), "/": () => desk.record && desk.card.searchAll(), "?": showKeys,
};
const CODES = { KeyJ: "j", KeyK: "k", KeyX: "x", KeyU: "u", KeyO: "o", Slash: "/" };

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (find("desk").hidden || find("dialog").open) return;
  const { target } = event;
  const typing = target.matches("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape") {
    if (!find("card").contains(target) && !typing) return;
    event.preventDefault();
    desk.refresh();
    return;
  }
  if (typing || !shortcuts()) return;
  if (event.key === "Enter") {
    if (target.matches("button, summary, a, input")) return;
    event.preventDefault();
    if (!event.repeat) desk.confirm();
    return;
  }
  const digit = /^(?:Digit|Numpad)([1-6])$/.exec(event.code)?.[1] ?? (/^[1-6]$/.test(event.key) ? event.key : null);
  const work = digit && !event.shiftKey ? () => desk.record && desk.card.to(Number(digit)) : KEYS[event.key.toLowerCase()] ?? KEYS[CODES[event.code]];
  if (!work) return;
  event.preventDefault();
  work();
});

find("page").addEventListener("click", (event) => {
  if (String(getSelection())) return;
  const at = desk.marked.at(event.clientX, event.clientY);
  const index = at === null ? -1 : desk.records.findIndex((record) => record.start <= at && at < record.end);
  if (index >= 0) desk.go(index);
});
find("undo").addEventListener("click", () => desk.undo());
find("build").addEventListener("click", () => desk.build());
find("help").addEventListener("click", showKeys);
find("language").addEventListener("click", () => {
  localStorage.setItem("language", language() === "ar" ? "en" : "ar");
  render();
});
find("documents").addEventListener("click", () => { location.hash = ""; });
window.addEventListener("hashchange", () => route());
document.addEventListener("visibilitychange", () => desk.look());
setInterval(() => desk.look(), LOOK_AGAIN);

function render() {
  speak(localStorage.getItem("language") ?? (navigator.language.startsWith("ar") ? "ar" : "en"));
  find("language").textContent = say("latin");
  find("language").lang = language() === "ar" ? "en" : "ar";
  find("legend").replaceChildren(...["current", "lit", "confirmed", "proposed", "open"].flatMap((name) =>
    [el("span", { class: `sample ${name}` }, say(name === "open" ? "blank" : name)), " "]));
  if (desk.name) {
    desk.take({ ...desk.data, records: desk.records }, true);
    desk.go(desk.at);
  } else if (!find("folder").hidden) {
    desk.later(documents);
  }
}

async function documents() {
  const listed = await ask("documents");
  find("documents").hidden = listed.single;
  const asked = decodeURIComponent(location.hash.slice(1));
  const name = listed.single ? listed.documents[0].name : asked;
  if (name) {
    await desk.open(name);
    return;
  }
  desk.name = null;
  alarm();
  find("title").textContent = document.title = "raqqa-data annotate";
  find("desk").hidden = find("progress").hidden = true;
  find("documents").hidden = true;
  find("folder").hidden = false;
  const told = (one) => (one.figures === null ? say("not_drafted") : one.left ? say("left_short", one.left, one.figures) : say("all_done"));
  find("folder").replaceChildren(el("h2", {}, say("all_documents")), el("ul", { class: "documents" }, listed.documents.map((one) =>
    el("li", {}, el("a", { href: `#${encodeURIComponent(one.name)}` }, apart(one.name)), " ", el("small", {}, told(one))))));
}

const route = () => desk.later(documents);

render();
route();
