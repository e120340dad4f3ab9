// What the page has here besides: a form to paste or drop a text, and the files to take away.
import { desk } from "./annotate.js";
import { isChanged, keep, send } from "./send.js";
import { apart, el, language, learn, say, speak } from "./words.js";

const find = (id) => document.getElementById(id);
const PUBLISHED = "2021-04-02";
const SAMPLE = `عودة إلى معرة النعمان

قالت منظمة الصحة العالمية إن مركزا في إدلب استقبل 120 مريضا في آذار 2021، بينهم 45 طفلا و75 امرأة.

وبحسب الهلال الأحمر العربي السوري، عاد أمس نحو 3 آلاف شخص إلى معرة النعمان، ورُمّمت أكثر من 12 مدرسة.`;

learn({
  en: {
    docs: "Docs", download: "Download:", loading: "Loading about 14 MB, once…", drafting: "Drafting…", draft_it: "Draft it",
    gone: "Python does not run in this tab: it needs WebAssembly and a page that is loaded whole. Load the page again.",
    open_file: "Open a file", or_drop: "or drop one here: text, HTML, DOCX; to go on, a text and its annotations (TOML)",
    published_hint: "dates “yesterday” where the text does not say so; EDTF, such as 2021-04-02",
    source: "Kept in this tab alone, as {0}: download it before you close the tab.",
    start_about: "Paste an Arabic text or drop a file. It is read in this tab and sent nowhere; nothing of it stays when you close the tab. Download what you want to keep.",
    start_title: "Confirm a draft", take_csv: "Dataset (CSV)", take_json: "Dataset (JSON)", take_text: "Text", take_toml: "Annotations (TOML)",
    text_label: "Arabic text",
  },
  ar: {
    docs: "التوثيق", download: "نزّل:", loading: "يُحمَّل نحو 14 ميغابايت، مرة واحدة…", drafting: "تُصنع المسودة…", draft_it: "اصنع المسودة",
    gone: "لا يعمل بايثون في هذا التبويب: فهو يحتاج إلى WebAssembly وإلى تحميل الصفحة كاملة. أعد تحميل الصفحة.",
    open_file: "افتح ملفًا", or_drop: "أو أفلته هنا: نص أو HTML أو DOCX؛ ولمتابعة عمل سابق: نص وشروحه (TOML)",
    published_hint: "به يؤرَّخ «أمس» حيث لا يذكره النص؛ بصيغة EDTF مثل 2021-04-02",
    source: "محفوظ في هذا التبويب وحده باسم {0}: نزّله قبل أن تغلق التبويب.",
    start_about: "ألصق نصًا عربيًا أو أفلت ملفًا. يُقرأ في هذا التبويب ولا يُرسل إلى مكان، ولا يبقى منه شيء إذا أغلقت التبويب. نزّل ما تريد أن تحفظه.",
    start_title: "تأكيد مسودة", take_csv: "البيانات (CSV)", take_json: "البيانات (JSON)", take_text: "النص", take_toml: "الشروح (TOML)",
    text_label: "نص عربي",
  },
});

const said = (tag, key, attributes = {}) => el(tag, { ...attributes, "data-say": key });
const text = el("textarea", { id: "start-text", lang: "ar", dir: "rtl", rows: "8" });
const published = el("input", { type: "text", id: "start-published", dir: "ltr", autocomplete: "off", "aria-describedby": "start-hint" });
const file = el("input", { type: "file", id: "start-file", accept: ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.toml", multiple: true, hidden: true });
const told = el("p", { id: "start-told", role: "status" });
text.value = SAMPLE;
published.value = PUBLISHED;

find("folder").before(el("section", { id: "start", "aria-labelledby": "start-title" },
  said("h2", "start_title", { id: "start-title" }), said("p", "start_about"),
  said("label", "text_label", { for: "start-text" }), text,
  el("div", { class: "field" }, said("label", "published", { for: "start-published" }), published, said("small", "published_hint", { id: "start-hint" })),
  el("div", { class: "line" },
    said("button", "draft_it", { type: "button", class: "main", id: "start-draft", onclick: () => add({ text: text.value }) }),
    said("button", "open_file", { type: "button", id: "start-open", onclick: () => file.click() }), file, said("span", "or_drop")),
  told));
find("head").append(el("div", { class: "line", id: "take" }, said("span", "download"),
  ["text", "toml", "json", "csv"].map((form) => said("button", `take_${form}`, { type: "button", id: `take-${form}`, onclick: () => take(form) }))));
find("help").before(said("a", "docs", { id: "docs" }), " ");

function tell(message, fault = false) {
  told.classList.toggle("fault", fault);
  told.replaceChildren(message && fault ? apart(message, { dir: "ltr", lang: "en" }) : message);
}

async function asked(what, body) {
  const { ok, told: answer } = await send(what, body);
  if (!ok) throw new Error(answer.error.message);
  return answer;
}

async function add(given) {
  const buttons = [find("start-draft"), find("start-open")];
  for (const button of buttons) button.disabled = true;
  tell(say("loading"));
  try {
    const body = { ...given, reference: published.value.trim() };
    let made = await asked("add", body);
    if (made.html !== undefined) {
      const { mainText } = await import("../assets/playground/webpage.js");
      made = await asked("add", { name: given.name, reference: body.reference, ...mainText(made.html) });
    }
    tell(say("drafting"));
    const hash = `#${encodeURIComponent(made.name)}`;
    if (location.hash === hash) await desk.later(() => desk.open(made.name)); // its annotations were given back
    else {
      location.hash = hash;
      await new Promise((done) => { addEventListener("hashchange", done, { once: true }); });
    }
    await desk.work;
    find("card").focus({ preventScroll: true });
    tell("");
  } catch (error) {
    if (find("folder").hidden) location.hash = "";
    tell(error.message, true);
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

// A file's own words tell when it was published, or nothing does: the date beside the sample is not its.
const addFile = async (chosen) => {
  const sample = published.value === PUBLISHED;
  if (sample) published.value = "";
  await add({ name: chosen.name, content: new Uint8Array(await chosen.arrayBuffer()) });
  if (sample) published.value = PUBLISHED;
};

// Texts before the annotations of one.
async function addFiles(chosen) {
  const isToml = (one) => Number(/\.toml$/i.test(one.name));
  for (const one of [...chosen].sort((first, second) => isToml(first) - isToml(second))) await addFile(one);
}

async function take(form) {
  if (form === "text") {
    save(desk.name.endsWith(".txt") ? desk.name : `${desk.name}.txt`, desk.data.text);
    return;
  }
  const built = form === "toml" || await desk.build();
  if (!built || built.problems?.length) return;
  const { name, content } = await asked("take", { document: desk.name, form });
  save(name, content);
  keep();
}

function save(name, content) {
  const href = URL.createObjectURL(new Blob([content]));
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

file.addEventListener("change", async () => {
  await addFiles(file.files);
  file.value = "";
});
const holdsFile = (event) => event.dataTransfer?.types.includes("Files");
addEventListener("dragover", (event) => { if (holdsFile(event)) event.preventDefault(); });
addEventListener("drop", (event) => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  addFiles(event.dataTransfer.files);
});
addEventListener("beforeunload", (event) => { if (isChanged()) event.preventDefault(); });

const linked = () => { find("docs").href = language() === "ar" ? "../ar/howto/annotate/" : "../howto/annotate/"; };
find("language").addEventListener("click", linked);
const wanted = new URLSearchParams(location.search).get("language");
if (wanted && wanted !== language()) find("language").click();
if (wanted) history.replaceState(null, "", location.pathname);
speak(language());
linked();
