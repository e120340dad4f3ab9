// What the page says, in both of its languages, and how it says it.

// What a draft writes where a person has to.
export const OPEN = "FILL IN";

const WORDS = {
  en: {
    all_done: "Every figure is done.", all_documents: "Documents", add: "Add", add_new: "Add as new: {0}", added: "Added.",
    about: "About the document", as_date: "as date {0}", as_figure: "as figure {0}", additivity: "Adds up as", agent: "agent", ar: "in Arabic", article: "the article itself",
    blank: "with blanks", blank_of: "still blank: {0}", build: "Build the dataset", building: "Building…",
    built: "Built: {0} observations and {1} events, in {2}.", cancel: "Cancel", changed_elsewhere:
      "The annotation file was changed elsewhere. Nothing of yours was written over it.",
    claim_status: "Claim status", close: "Close", code_points: "characters {0} to {1}, counted as Unicode code points",
    confirm: "Confirm", confirmed: "confirmed", conveyed_by: "Conveyed by", documents: "All documents",
    dropped: "told to be no figure", en: "in English", event: "Event",
    evidence: "Speaks for it: {0}", figure_of: "Figure {0} of {1}", date_of: "Date {0} of {1}",
    flow: "flow: what happened in a period", free: "in words of your own", gone: "The server does not answer. Is raqqa-data annotate still running?",
    id: "Id", id_hint: "lower-case letters, digits and hyphens", indicator: "indicator", inferred: "Inferred: why",
    is_lost: "These words do not stand there in the text any more.", key_confirm: "confirm, go to the next that is left",
    key_drop: "no figure", key_escape: "back to the figure", key_next: "next, previous", key_other: "another answer to the question", key_question: "to the question; again: its next answer",
    key_search: "search agents and places", key_undo: "undo", keys: "Keys", keys_on: "Single keys are shortcuts",
    kind: "Kind", latin: "العربية", left: "{0} of {1} left: {2} proposed, {3} with blanks", left_short: "{0} of {1} left", left_filter: "Only what is left",
    list: "All figures", load: "Load it", more: "More fields", moved: "The text is another one than was annotated.",
    name: "Name", new_agent: "A new agent", new_indicator: "A new indicator", new_place: "A new place", next: "Next",
    no_figure: "No figure", no_figures: "There is no figure in this document.", "non-additive": "non-additive: never added",
    not_drafted: "not opened yet", none: "none", note: "Note", of: "Share of", other: "other…",
    part_of: "Part of", period: "When", period_hint: "EDTF, such as 2022-10, 2022-10-05, 2017/2022", phrase: "Words", place: "place",
    price_basis: "Price basis", place_kind: "Kind, such as city or governorate", previous: "Previous", problems: "It cannot be built yet:",
    proposed: "proposed", published: "Published", reads: "Read as", reopen: "Take back", same: "The same figure as {0}",
    same_drop: "Drop this one", saved: "Saved.", search: "Search, or write", source: "Saved in {0}", status: "State", stock: "stock: what there is at a time",
    subgroup: "Subgroup", text: "Text", too_old: "This browser cannot mark the text without touching its letters: take Firefox 140, Chrome 105, Safari 17.2 or newer.",
    unit: "Unit", undo: "Undo", undone: "Undone.", up_to_date: "Bring the annotations up to date", what: "Of what", when: "When", where: "Where",
    where_prec: "Precision of the place, 1 to 6", who: "Who says it", within: "Lies within", indicator_question: "Of what", current: "this figure", lit: "speaks for the answer", missing: "blank", read: "Read as",
  },
  ar: {
    all_done: "انتهت كل الأرقام.", all_documents: "الوثائق", add: "أضف", add_new: "أضف جديدًا: {0}", added: "أُضيف.",
    about: "عن الوثيقة", as_date: "مثل التاريخ {0}", as_figure: "مثل الرقم {0}", additivity: "القابلية للجمع", agent: "جهة", ar: "بالعربية", article: "المقال نفسه",
    blank: "فيه فراغ", blank_of: "ما زال فارغًا: {0}", build: "ابنِ مجموعة البيانات", building: "جارٍ البناء…",
    built: "بُنيت مجموعة البيانات: المشاهدات {0} والأحداث {1}، في {2}.", cancel: "إلغاء", changed_elsewhere:
      "عُدّل ملف الشروح من مكان آخر. لم يُكتب فوقه شيء من عندك.",
    claim_status: "حال القول", close: "أغلق", code_points: "المحارف من {0} إلى {1}، بعدّ نقاط ترميز يونيكود",
    confirm: "أكّد", confirmed: "مؤكد", conveyed_by: "ناقل القول", documents: "كل الوثائق",
    dropped: "قيل إنه ليس رقمًا", en: "بالإنجليزية", event: "الحدث",
    evidence: "الدليل: {0}", figure_of: "الرقم {0} من {1}", date_of: "التاريخ {0} من {1}",
    flow: "تدفق: ما حدث في فترة", free: "بكلمات من عندك", gone: "الخادم لا يجيب. هل ما زال الأمر raqqa-data annotate يعمل؟",
    id: "المعرّف", id_hint: "حروف لاتينية صغيرة وأرقام وشرطات", indicator: "مؤشر", inferred: "سبب الاستنتاج",
    is_lost: "لم تعد هذه الكلمات في موضعها من النص.", key_confirm: "أكّد وانتقل إلى التالي مما بقي",
    key_drop: "ليس رقمًا", key_escape: "عُد إلى الرقم", key_next: "التالي، السابق", key_other: "جواب آخر عن السؤال", key_question: "إلى السؤال؛ ومرة أخرى: جوابه التالي",
    key_search: "ابحث في الجهات والأماكن", key_undo: "تراجع", keys: "المفاتيح", keys_on: "المفاتيح المفردة اختصارات",
    kind: "النوع", latin: "English", left: "بقي {0} من {1}: {2} مقترح، {3} فيه فراغ", left_short: "بقي {0} من {1}", left_filter: "ما بقي فقط",
    list: "كل الأرقام", load: "حمّله", more: "حقول أخرى", moved: "هذا النص غير النص الذي كُتبت له الشروح.",
    name: "الاسم", new_agent: "جهة جديدة", new_indicator: "مؤشر جديد", new_place: "مكان جديد", next: "التالي",
    no_figure: "ليس رقمًا", no_figures: "لا رقم في هذه الوثيقة.", "non-additive": "غير قابل للجمع: لا يُجمع أبدًا",
    not_drafted: "لم تُفتح بعد", none: "لا شيء", note: "ملاحظة", of: "نسبة من", other: "غير ذلك…",
    part_of: "جزء من", period: "متى", period_hint: "بصيغة EDTF مثل 2022-10 أو 2022-10-05 أو 2017/2022", phrase: "الكلمات", place: "مكان",
    price_basis: "أساس السعر", place_kind: "النوع بالإنجليزية، مثل city أو governorate", previous: "السابق", problems: "لا يمكن البناء بعد:",
    proposed: "مقترح", published: "تاريخ النشر", reads: "قُرئ", reopen: "أعده مقترحًا", same: "هو نفسه الرقم {0}",
    same_drop: "احذف هذا", saved: "حُفظ.", search: "ابحث أو اكتب", source: "محفوظ في {0}", status: "الحالة", stock: "رصيد: ما هو قائم في وقت",
    subgroup: "الفئة الفرعية", text: "النص", too_old: "لا يستطيع هذا المتصفح أن يعلّم النص دون أن يمس حروفه: استعمل فايرفوكس 140 أو كروم 105 أو سفاري 17.2 أو أحدث.",
    unit: "الوحدة", undo: "تراجع", undone: "تم التراجع.", up_to_date: "حدّث الشروح", what: "ما الذي يُعد", when: "متى", where: "أين",
    where_prec: "دقة المكان من 1 إلى 6", who: "من قاله", within: "يقع في", indicator_question: "ما الذي يُعد", current: "هذا الرقم", lit: "دليل الجواب", missing: "فارغ", read: "قُرئ",
  },
};

// More that is said, where the page stands elsewhere.
export function learn(words) {
  for (const [name, said] of Object.entries(words)) Object.assign(WORDS[name], said);
}

let lang = "en";

export const language = () => lang;

// Several words in a row, in the order of the page: where all stand isolated, none says which way the row runs.
export const listed = (words) => (lang === "ar" ? `\u2067${words.join("، ")}\u2069` : `\u2066${words.join(", ")}\u2069`);

export function speak(wanted) {
  lang = wanted === "ar" ? "ar" : "en";
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
}

// Words of another direction, within a sentence.
export const isolated = (text) => `\u2068${text}\u2069`;

export function say(key, ...parts) {
  return (WORDS[lang][key] ?? key).replace(/\{(\d)\}/g, (_, at) => (typeof parts[at] === "number" ? parts[at] : isolated(parts[at])));
}

// An element; text is only ever text, so nothing of a document or a name can be markup.
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// What stands in a field: nothing where it is still to be written.
export const clean = (value) => (String(value ?? "").includes(OPEN) ? "" : value ?? "");

// Words of a document or a person, apart from the direction of what stands around them.
export const apart = (text, attributes = {}) => el("bdi", attributes, String(text));

export const key = (name) => el("kbd", { "aria-hidden": "true" }, name);

// Letters that a person writes one way or the other, and marks that are left out.
export function folded(text) {
  return String(text).toLowerCase().normalize("NFKD")
    .replace(/[\u064b-\u0655\u0670\u0640\u0300-\u036f]/g, "")
    .replace(/[أإآٱ]/g, "ا").replace(/ة/g, "ه").replace(/[ىی]/g, "ي").replace(/ک/g, "ك");
}
