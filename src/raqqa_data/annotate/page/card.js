// One figure at a time: its sentence, the questions with what is proposed and why, and the keys.

import { choice, field, search, text } from "./form.js";
import { state } from "./list.js";
import { Marked, light } from "./marks.js";
import { OPEN, apart, clean, el, folded, isolated, key, listed, say } from "./words.js";

export const QUESTIONS = [
  { question: "who", key: "attributed_to", section: "agent", none: "article" },
  { question: "where", key: "place", section: "place" },
  { question: "when", key: "period", section: "period" },
  { question: "what", key: "indicator", section: "indicator" },
  { question: "part_of", key: "part_of", section: "observation", none: "none" },
  { question: "event", key: "event", section: "event", none: "none" },
];
const OF_EVENTS = ["where", "when"];
const OF_TEXT = ["observation", "event"]; // what is answered by another record, not by something that can be added
const STATUSES = ["", "reported", "attributed", "corroborated", "disputed", "withdrawn"];
const NEARBY = 3;
const END = /[.!؟?\n]/;

export class Card {
  constructor(host, desk) {
    this.host = host;
    this.desk = desk;
  }

  show(record) {
    const { desk } = this;
    this.record = record;
    this.sentence = null; // what loses the focus below asks for it
    this.rows = [];
    const records = desk.records.filter((one) => one.section === record.section);
    const count = say(record.section === "event" ? "date_of" : "figure_of", records.indexOf(record) + 1, records.length);
    const sentence = el("blockquote", { id: "sentence", dir: desk.direction, lang: desk.data.language });
    const questions = QUESTIONS.filter(({ question }) => (record.section === "event" ? OF_EVENTS.includes(question) : question !== "event" || this.hasEvent()));
    this.host.replaceChildren(...[
      el("div", { class: "line" }, el("h2", { id: "card-title" }, count), state(record.status)),
      sentence,
      record.found ? null : el("p", { class: "fault" }, say("is_lost")),
      el("p", { class: "facts" },
        record.values.reads ? el("span", {}, say("reads"), " ", apart(record.values.reads, { dir: "ltr", class: "reads" }), " · ") : null,
        el("span", {}, say("code_points", record.start, record.end))),
      this.sameAs(),
      el("div", { class: "questions" }, questions.map((one) => this.row(one))),
      this.actions(),
      this.more(),
    ].filter(Boolean));
    this.sentence = record.found ? this.quote(sentence) : new Marked(sentence, record.phrase, { start: record.start, paragraphs: false });
    this.relight();
  }

  // The sentence around the figure.
  quote(host) {
    const { points } = this.desk;
    let { start, end } = this.record;
    while (start > 0 && !(END.test(points[start - 1]) && !/\d/.test(points[start] ?? ""))) start--;
    while (end < points.length && !(END.test(points[end]) && !/\d/.test(points[end + 1] ?? ""))) end++;
    while (/\s/.test(points[start] ?? "")) start++;
    return new Marked(host, points.slice(start, Math.min(end + 1, points.length)).join("").trimEnd(), { start, paragraphs: false });
  }

  // Whether there is an event that a figure can be of.
  hasEvent() {
    const { desk, record } = this;
    return record.values.event !== undefined || desk.answerable("event", record).length > 0 || desk.proposals(record).some((one) => one.question === "event");
  }

  row(asked) {
    const { desk, record } = this;
    const value = record.values[asked.key];
    const open = typeof value === "string" && value.includes(OPEN);
    const proposals = desk.proposals(record).filter((one) => one.question === asked.question);
    const corrected = this.corrected(asked, proposals[0]);
    const answers = [...new Set([...corrected.keys(), ...proposals.map((one) => one.answer)])];
    if (value !== undefined && !open && !answers.includes(value)) answers.unshift(value);
    const chips = answers.map((answer) => {
      const elsewhere = answer === value ? undefined : corrected.get(answer);
      const evidence = elsewhere ? proposals[0].evidence : proposals.filter((one) => one.answer === answer).flatMap((one) => one.evidence);
      return this.chip(asked, answer, desk.label(asked.section, answer), answer === value, evidence, elsewhere && this.as(elsewhere));
    });
    if (asked.none) chips.push(this.chip(asked, null, say(asked.none), value === undefined, []));
    // a date says itself when it was
    if (record.section === "event" && asked.section === "period" && record.values.reads) {
      chips.unshift(this.chip(asked, null, record.values.reads, value === undefined, [[record.start, record.end]]));
    }
    if (asked.section === "event") chips.push(...this.events(answers));
    if (open && !answers.length) chips.push(...this.nearby(asked));
    const other = el("button", { type: "button", class: "chip other", onclick: () => this.ask(asked) }, say("other"));
    const place = el("div", { class: "chips" }, chips, other);
    const id = `question-${asked.question}`;
    const number = QUESTIONS.indexOf(asked) + 1;
    const node = el("div", { class: open ? "question open" : "question", role: "group", "aria-labelledby": id, "data-question": asked.question },
      el("h3", { id }, key(String(number)), " ", say(asked.question), open ? el("span", { class: "blank" }, " · ", say("missing")) : null), place);
    this.rows.push({ asked, node, place, open });
    return node;
  }

  // What a person answered for other figures in place of what the same words propose of this one.
  corrected(asked, proposed) {
    const { desk, record } = this;
    const held = new Map();
    if (!proposed || record.status === "confirmed") return held;
    const said = (one) => one.evidence.map(([start, end]) => desk.points.slice(start, end).join(""));
    const words = new Set(said(proposed));
    for (const one of desk.records) {
      const value = one.values[asked.key];
      const others = one === record ? [] : desk.proposals(one).filter((other) => other.question === asked.question);
      if (typeof value !== "string" || value.includes(OPEN) || others[0]?.answer !== proposed.answer || value === proposed.answer) continue;
      const chosen = one.status === "confirmed" || !others.some((other) => other.answer === value);
      if (chosen && said(others[0]).some((word) => words.has(word))) held.set(value, one);
    }
    return held;
  }

  // The nearest events of this text that nothing proposes.
  events(answers) {
    const { desk, record } = this;
    return desk.answerable("event", record).filter((one) => !answers.includes(one.values.id))
      .sort((one, other) => Math.abs(one.start - record.start) - Math.abs(other.start - record.start)).slice(0, NEARBY)
      .map((one) => this.chip(QUESTIONS.at(-1), one.values.id, desk.label("event", one.values.id), false, [], this.as(one)));
  }

  // Where nothing is proposed: the answers of the nearest figures and dates of this text.
  nearby(asked) {
    if (asked.section === "observation") return [];
    const { desk, record } = this;
    const held = new Map();
    const byDistance = desk.records.filter((one) => one !== record)
      .sort((one, other) => Math.abs(one.start - record.start) - Math.abs(other.start - record.start));
    for (const one of byDistance) {
      const value = one.values[asked.key] ?? (asked.key === "period" && one.section === "event" ? one.values.reads : null);
      if (typeof value === "string" && !value.includes(OPEN) && !held.has(value)) held.set(value, one);
      if (held.size === NEARBY) break;
    }
    const chips = [...held].map(([answer, one]) => this.chip(asked, answer, desk.label(asked.section, answer), false, [], this.as(one)));
    const published = clean(desk.data.head.published);
    if (asked.section === "period" && published && !held.has(published)) chips.push(this.chip(asked, published, published, false, [], say("published")));
    return chips;
  }

  as(record) {
    const alike = this.desk.records.filter((one) => one.section === record.section);
    return say(record.section === "event" ? "as_date" : "as_figure", alike.indexOf(record) + 1);
  }

  chip(asked, answer, label, pressed, evidence, from = null) {
    const words = evidence.map(([start, end]) => this.desk.points.slice(start, end).join(""));
    const why = from ?? (words.length ? say("evidence", listed(words.map(isolated))) : null);
    const node = el("button", { type: "button", class: "chip", "aria-pressed": String(pressed), onclick: () => this.desk.set(asked.key, answer) },
      apart(label), why ? el("small", {}, apart(why)) : null);
    node.evidence = evidence;
    node.corrected = Boolean(from && evidence.length);
    for (const name of ["focus", "mouseenter"]) node.addEventListener(name, () => this.relight(evidence));
    for (const name of ["blur", "mouseleave"]) node.addEventListener(name, () => this.relight());
    return node;
  }

  // Lights what speaks for one answer, else for all that are taken.
  relight(evidence) {
    const taken = [...this.host.querySelectorAll('.chip[aria-pressed="true"]')].flatMap((chip) => chip.evidence ?? []);
    const shown = evidence ?? taken;
    const ranges = [];
    for (const marked of [this.desk.marked, this.sentence]) {
      if (marked) ranges.push(...shown.filter(([start, end]) => marked.holds(start, end)).map(([start, end]) => marked.range(start, end)));
    }
    light("lit", ranges);
    const { start, end, found } = this.record;
    light("current", found ? [this.desk.marked, this.sentence].filter(Boolean).map((marked) => marked.range(start, end)) : []);
  }

  sameAs() {
    const proposal = this.desk.proposals(this.record).find((one) => one.question === "same_as");
    if (!proposal || this.record.section !== "observation") return null;
    return el("p", { class: "same" }, apart(say("same", this.desk.label("observation", proposal.answer))), " ",
      el("button", { type: "button", onclick: () => this.desk.drop(proposal.answer) }, say("same_drop")));
  }

  actions() {
    const { desk, record } = this;
    return el("div", { class: "line actions" },
      el("button", { type: "button", class: "main", id: "confirm", onclick: () => desk.confirm() }, say("confirm"), " ", key("Enter")),
      el("button", { type: "button", id: "drop", onclick: () => desk.drop() }, say("no_figure"), " ", key("x")),
      el("button", { type: "button", id: "previous", onclick: () => desk.step(-1) }, say("previous"), " ", key("k")),
      el("button", { type: "button", id: "next", onclick: () => desk.step(1) }, say("next"), " ", key("j")),
      record.status === "confirmed" && record.section === "observation"
        ? el("button", { type: "button", onclick: () => desk.reopen() }, say("reopen")) : null);
  }

  // To a question by its number; once more, to its next answer.
  to(number) {
    const row = this.rows.find((one) => QUESTIONS.indexOf(one.asked) === number - 1);
    if (!row) return;
    const chips = [...row.place.querySelectorAll(".chip")];
    const at = chips.indexOf(document.activeElement);
    if (at >= 0) chips[(at + 1) % chips.length].focus();
    else if (chips.length === 1) this.ask(row.asked);
    else (chips.find((chip) => chip.corrected) ?? chips.find((chip) => chip.getAttribute("aria-pressed") === "true") ?? chips[0] ?? row.place.querySelector("input")).focus();
  }

  // Another answer to the question that has the focus.
  other() {
    const row = this.rows.find((one) => one.node.contains(document.activeElement));
    if (row) this.ask(row.asked);
  }

  toOpen() {
    const row = this.rows.find((one) => one.open);
    if (row) {
      this.to(QUESTIONS.indexOf(row.asked) + 1);
      return;
    }
    this.fields?.setAttribute("open", "");
    [...(this.fields?.querySelectorAll("input, select") ?? [])].find((input) => input.dataset.open)?.focus();
  }

  // Asks for an answer that nothing proposes.
  ask(asked) {
    const { desk } = this;
    const row = this.rows.find((one) => one.asked === asked);
    const pick = (value) => { desk.focusCard(); desk.set(asked.key, value); };
    const found = search({
      label: say(asked.question),
      hint: asked.section === "period" ? say("period_hint") : "",
      options: asked.section === "period" ? [] : this.answers(asked, pick),
      written: asked.section === "period"
        ? (words) => ({ text: words, pick: () => pick(words) })
        : OF_TEXT.includes(asked.section) ? null
          : (words) => ({ text: say("add_new", words), pick: () => desk.define(asked, words) }),
      close: () => desk.refresh(),
    });
    row.place.replaceChildren(found.node);
    found.input.focus();
  }

  answers(asked, pick) {
    const { desk, record } = this;
    if (!OF_TEXT.includes(asked.section)) {
      return desk.known(asked.section).map((row) => ({
        text: desk.label(asked.section, row.id), hint: row.id, pick: () => pick(row.id),
        words: folded([row.id, row.name?.en, row.name?.ar, ...(row.aliases ?? [])].join(" ")),
      }));
    }
    return desk.answerable(asked.section, record).map(({ phrase, values: { id, name } }) => ({
      text: asked.section === "event" ? desk.label("event", id) : phrase, hint: id, pick: () => pick(id),
      words: folded([phrase, id, name?.en, name?.ar].join(" ")),
    }));
  }

  // One search of agents and places, whichever question they answer.
  searchAll() {
    const { desk } = this;
    const asked = this.rows.map((one) => one.asked).filter((one) => ["agent", "place"].includes(one.section));
    const options = asked.flatMap((one) => this.answers(one, (value) => { desk.focusCard(); desk.set(one.key, value); })
      .map((option) => ({ ...option, hint: `${say(one.question)} · ${option.hint}` })));
    const found = search({
      label: say("key_search"), options, close: () => desk.refresh(),
      written: (words) => asked.map((one) => ({ text: say("add_new", words), hint: say(one.question), pick: () => desk.define(one, words) })),
    });
    this.rows[0].node.before(found.node);
    found.input.focus();
  }

  // Every other field of the record, to be written by hand.
  more() {
    const { desk, record } = this;
    const { values } = record;
    const line = (name, input, hint, read = (written) => written || null) => {
      const value = values[name];
      if (typeof value === "string" && value.includes(OPEN)) {
        input.dataset.open = "yes";
        input.value = "";
      }
      input.addEventListener("change", () => desk.set(name, read(input.value.trim())));
      return field(`field-${name}`, say(name), input, hint);
    };
    const plain = (name, hint, attributes) => line(name, text(typeof values[name] === "object" ? subgroup(values[name]) : values[name], attributes), hint);
    const pair = (name) => {
      const table = typeof values[name] === "object" ? values[name] : { en: values[name] ?? "", ar: values[name] ?? "" };
      const inputs = { en: text(clean(table.en), { lang: "en", dir: "ltr" }), ar: text(clean(table.ar), { lang: "ar", dir: "rtl" }) };
      for (const lang of ["en", "ar"]) if (String(table[lang]).includes(OPEN)) inputs[lang].dataset.open = "yes";
      const save = () => {
        const [en, ar] = [inputs.en.value.trim(), inputs.ar.value.trim()];
        desk.set(name, en || ar ? { en: en || OPEN, ar: ar || OPEN } : null);
      };
      return Object.entries(inputs).map(([lang, input]) => {
        input.addEventListener("change", save);
        return field(`field-${name}-${lang}`, `${say(name)} ${say(lang)}`, input);
      });
    };
    const fields = record.section === "event"
      ? [plain("id", say("id_hint"), { dir: "ltr" }), ...pair("name"), plain("inferred", say("free")), ...pair("note")]
      : [
          plain("id", "dataset.field", { dir: "ltr" }), ...pair("name"),
          line("conveyed_by", choice(values.conveyed_by ?? "", [["", say("none")], ...desk.known("agent").map((row) => [row.id, desk.label("agent", row.id)])])),
          line("subgroup", text(subgroup(values.subgroup), { dir: "ltr" }), "sex = female, status = civilian", asSubgroup),
          plain("of", say("free")), plain("inferred", say("free")), ...pair("note"),
          line("claim_status", choice(values.claim_status ?? "", STATUSES.map((one) => [one, one || say("none")]))),
          line("where_prec", choice(String(values.where_prec ?? ""), ["", "1", "2", "3", "4", "5", "6"].map((one) => [one, one || say("none")])), null, (written) => (written ? Number(written) : null)),
        ];
    this.fields = el("details", { class: "more", open: record.section === "event" || desk.moreOpen }, el("summary", {}, say("more")), el("div", { class: "fields" }, fields));
    this.fields.addEventListener("toggle", () => { if (record.section !== "event") desk.moreOpen = this.fields.open; });
    return this.fields;
  }
}

const subgroup = (value) => (value && typeof value === "object" ? Object.entries(value).map(([name, code]) => `${name} = ${code}`).join(", ") : value ?? "");

// `sex = female, status = civilian` as a table; a bare word as itself.
export function asSubgroup(written) {
  if (!written.includes("=")) return written || null;
  return Object.fromEntries(written.split(/[,،]/).map((part) => part.split("=").map((side) => side.trim())));
}
