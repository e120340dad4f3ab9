// What the document is, and the names of agents, places and indicators that a person has still to write.

import { field, text } from "./form.js";
import { OPEN, apart, clean, el, isolated, say } from "./words.js";

// A name in both languages, each saved when it is written; what is blank stays to be filled in.
function named(id, label, name, save) {
  const both = { en: text(clean(name?.en), { lang: "en", dir: "ltr" }), ar: text(clean(name?.ar), { lang: "ar", dir: "rtl" }) };
  return ["en", "ar"].map((one) => {
    if (String(name?.[one]).includes(OPEN)) both[one].dataset.open = "yes";
    both[one].addEventListener("change", () => save({ en: both.en.value.trim() || OPEN, ar: both.ar.value.trim() || OPEN }));
    return field(`head-${id}${one}`, `${label} ${say(one)}`, both[one]);
  });
}

export function about(place, desk) {
  const { head, unnamed, open, annotations } = desk.data;
  const save = (section, index, key, value) => desk.later(async () => {
    await desk.act({ kind: "set", section, index, key, value }, { stay: true });
    desk.whenDone();
  });
  const inputs = { id: text(clean(head.id), { dir: "ltr" }), published: text(clean(head.published), { dir: "ltr" }) };
  for (const [key, input] of Object.entries(inputs)) {
    const written = () => save("document", 0, key, input.value.trim() || (key === "id" ? OPEN : null));
    input.addEventListener("change", written);
    if (!String(head[key]).includes(OPEN)) continue;
    input.dataset.open = "yes";
    // it may stay unknown when a document was published: Enter says so
    if (key === "published") input.addEventListener("keydown", (event) => { if (event.key === "Enter" && !input.value) written(); });
  }
  const was = place.querySelector("details")?.open;
  const focused = document.activeElement?.id;
  place.replaceChildren(el("details", { open: was ?? false },
    el("summary", {}, say("about"), open.length ? el("span", { class: "blank" }, " · ", say("missing")) : null),
    el("div", { class: "fields" },
      field("head-id", say("id"), inputs.id, say("id_hint")),
      named("", say("name"), head.name, (value) => save("document", 0, "name", value)),
      field("head-published", say("published"), inputs.published, say("period_hint")),
      unnamed.map(({ section, index, id, name }) => named(`${id}-`,
        `${say(section)} ${isolated(clean(name?.ar) || clean(name?.en) || id)}: ${say("name")}`, name,
        (value) => save(section, index, "name", value)))),
    el("p", { class: "facts" }, apart(say("source", annotations)))));
  if (focused?.startsWith("head-")) document.getElementById(focused)?.focus();
}

// To the first field of it that is blank; whether there is one.
export function toBlank(place) {
  const blank = place.querySelector("[data-open]");
  if (blank) {
    place.querySelector("details").open = true;
    blank.focus();
  }
  return Boolean(blank);
}
