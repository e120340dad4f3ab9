// The table of all figures: what each says so far, what is done, what is left.

import { apart, el, say } from "./words.js";

const SIGNS = { confirmed: "✓", proposed: "◐", open: "○" };
const COLUMNS = ["phrase", "read", "who", "where", "when", "indicator_question", "status"];

export const state = (status) =>
  el("span", { class: `state ${status}` }, el("span", { "aria-hidden": "true" }, SIGNS[status] ?? "·"), " ", say(status === "open" ? "blank" : status));

export class List {
  constructor(host, choose) {
    this.host = host;
    this.choose = choose;
    this.rows = [];
  }

  // Builds the whole table anew: for another document or language.
  build(records, label) {
    const head = el("tr", {}, COLUMNS.map((column) => el("th", { scope: "col", class: column }, say(column))));
    this.body = el("tbody", {});
    this.seen = [];
    this.rows = records.map(() => el("tr", {}));
    this.body.append(...this.rows);
    this.body.addEventListener("click", (event) => {
      const row = event.target.closest("tr");
      if (row) this.choose(this.rows.indexOf(row));
    });
    const only = el("input", { type: "checkbox", id: "only-left", onchange: () => this.filter() });
    this.only = only;
    this.host.replaceChildren(
      el("div", { class: "line" },
        el("h2", { id: "list-title" }, say("list")),
        el("label", { for: "only-left" }, only, " ", say("left_filter"))),
      records.length ? el("table", {}, el("thead", {}, head), this.body) : el("p", {}, say("no_figures")),
    );
    this.update(records, label);
  }

  // Writes anew only the rows that say something else than before.
  update(records, label) {
    records.forEach((record, index) => {
      const told = JSON.stringify([record.values, record.status, record.phrase]);
      if (this.seen[index] === told) return;
      this.seen[index] = told;
      const { values } = record;
      const row = this.rows[index];
      row.dataset.status = record.status;
      row.replaceChildren(
        el("th", { scope: "row", class: "phrase" },
          el("button", { type: "button", class: "plain" }, apart(record.phrase, { dir: "rtl", lang: "ar" }))),
        el("td", { class: "read" }, apart(values.reads ?? "", { dir: "ltr" })),
        el("td", { class: "who" }, apart(record.section === "event" ? "" : label("agent", values.attributed_to) ?? "")),
        el("td", { class: "where" }, apart(label("place", values.place) ?? "")),
        el("td", { class: "when" }, apart(label("period", values.period ?? (record.section === "event" ? values.reads : null)) ?? "", { dir: "ltr" })),
        el("td", { class: "indicator_question" }, apart(label("indicator", values.indicator) ?? label("name", values.name) ?? "")),
        el("td", { class: "status" }, state(record.status)),
      );
    });
    this.filter();
  }

  filter() {
    for (const row of this.rows) row.hidden = Boolean(this.only?.checked) && row.dataset.status === "confirmed";
  }

  current(index) {
    this.rows.forEach((row, at) => {
      if (at === index) row.setAttribute("aria-current", "true");
      else if (row.hasAttribute("aria-current")) row.removeAttribute("aria-current");
    });
  }
}
