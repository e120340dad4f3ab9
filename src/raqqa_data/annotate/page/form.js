// Small forms: a search with its list of answers, and the dialog for a new agent, place or indicator.

import { apart, el, folded, language, say } from "./words.js";

const MOST = 30;
const ARABIC = /[\u0600-\u06ff]/;

// A text field with a list below it (the ARIA combobox pattern). `options` gives { text, hint, words, pick } each.
export function search({ label, options, written, close, hint = "", value = "" }) {
  const list = el("ul", { role: "listbox", id: "answers", "aria-label": label });
  const input = el("input", {
    type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "answers", "aria-autocomplete": "list",
    "aria-label": label, placeholder: hint || say("search"), autocomplete: "off", spellcheck: "false", dir: "auto",
  });
  input.value = value;
  let shown = [];
  let at = -1;
  const point = (index) => {
    at = shown.length ? (index + shown.length) % shown.length : -1;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const fill = () => {
    const asked = folded(input.value.trim());
    shown = options.filter((option) => option.words.includes(asked)).slice(0, MOST);
    const more = input.value.trim() ? written?.(input.value.trim()) : null;
    if (more) shown.push(...[more].flat());
    list.replaceChildren(...shown.map((option, index) =>
      el("li", { role: "option", id: `answer-${index}`, onmousedown: (event) => { event.preventDefault(); option.pick(); } },
        apart(option.text), option.hint ? el("small", {}, " ", apart(option.hint)) : null)));
    list.hidden = !shown.length;
    input.setAttribute("aria-expanded", String(shown.length > 0));
    point(input.value.trim() ? 0 : -1);
  };
  input.addEventListener("input", fill);
  input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.isComposing) return;
    if (event.key in steps) point(at < 0 && steps[event.key] < 0 ? shown.length - 1 : at + steps[event.key]);
    else if (event.key === "Enter" && at >= 0) shown[at].pick();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  fill();
  return { node: el("div", { class: "search" }, input, list), input };
}

export const field = (id, label, input, hint) => {
  input.id = id;
  if (hint) input.setAttribute("aria-describedby", `${id}-hint`);
  return el("div", { class: "field" }, el("label", { for: id }, label), input, hint ? el("small", { id: `${id}-hint` }, hint) : null);
};

export const text = (value = "", attributes = {}) => {
  const input = el("input", { type: "text", dir: "auto", autocomplete: "off", spellcheck: "false", ...attributes });
  input.value = value ?? "";
  return input;
};

export const choice = (value, options) => {
  const node = el("select", {}, options.map(([name, told]) => el("option", { value: name }, told)));
  node.value = value ?? options[0]?.[0] ?? "";
  return node;
};

const slug = (words) => folded(words).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");

// Asks for a new agent, place or indicator; `save` gives null, or what is wrong.
export function define({ dialog, section, typed, chosen, desk, unit, save }) {
  const title = { agent: "new_agent", place: "new_place", indicator: "new_indicator" }[section];
  const words = chosen || typed;
  const inputs = {
    en: text(ARABIC.test(typed) ? "" : typed, { required: true, lang: "en", dir: "ltr" }),
    ar: text(ARABIC.test(words) ? words : "", { required: true, lang: "ar", dir: "rtl" }),
    id: text("", { required: true, dir: "ltr", pattern: "[a-z0-9]+([_\\-][a-z0-9]+)*" }),
  };
  const fields = [
    field("new-en", `${say("name")} ${say("en")}`, inputs.en),
    field("new-ar", `${say("name")} ${say("ar")}`, inputs.ar),
  ];
  if (section === "place") {
    inputs.kind = text("city", { required: true, dir: "ltr" });
    inputs.within = choice("", [["", say("none")], ...desk.known("place").map((row) => [row.id, desk.label("place", row.id)])]);
    fields.push(field("new-kind", say("place_kind"), inputs.kind), field("new-within", say("within"), inputs.within));
  }
  if (section === "indicator") {
    const units = el("datalist", { id: "units" }, desk.data.units.map((one) => el("option", { value: one.name }, one[language()])));
    inputs.unit = text(unit ?? "", { required: true, dir: "ltr", list: "units" });
    inputs.additivity = choice("flow", ["flow", "stock", "non-additive"].map((one) => [one, say(one)]));
    fields.push(field("new-unit", say("unit"), inputs.unit), units, field("new-additivity", say("additivity"), inputs.additivity));
  }
  fields.push(field("new-id", say("id"), inputs.id, say("id_hint")));
  let own = false;
  const name = () => { if (!own) inputs.id.value = section === "indicator" ? slug(inputs.en.value).replace(/-/g, "_") : slug(inputs.en.value); };
  inputs.en.addEventListener("input", name);
  inputs.id.addEventListener("input", () => { own = true; });
  name();
  const fault = el("p", { role: "alert", class: "fault" });
  const send = async (event) => {
    event.preventDefault();
    const row = { id: inputs.id.value.trim(), name: { en: inputs.en.value.trim(), ar: inputs.ar.value.trim() } };
    for (const key of ["kind", "within", "unit", "additivity"]) if (inputs[key]?.value) row[key] = inputs[key].value;
    const wrong = await save(row);
    if (wrong) fault.replaceChildren(apart(wrong, { dir: "ltr", lang: "en" }));
    else dialog.close();
  };
  dialog.replaceChildren(el("form", { method: "dialog", onsubmit: send },
    el("h2", { id: "dialog-title" }, say(title)), fields, fault,
    el("div", { class: "line" },
      el("button", { type: "submit", class: "main" }, say("add")),
      el("button", { type: "button", onclick: () => dialog.close() }, say("cancel")))));
  dialog.showModal();
  (inputs.en.value ? inputs.ar.value ? inputs.id : inputs.ar : inputs.en).focus();
}
