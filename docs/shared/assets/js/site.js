// Sort and filter for <div class="datatable">; the table reads fine without it.
document.querySelectorAll(".datatable").forEach((box) => {
  const body = box.querySelector("tbody"), rows = [...body.rows], status = box.querySelector("[role=status]");
  // fold Arabic and Latin: marks, tatweel, alef, ya and ta forms, digits, case
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "")
    .replace(/[أإآٱ]/g, "ا").replace(/[ىئ]/g, "ي").replace(/ؤ/g, "و").replace(/ة/g, "ه")
    .replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, (d) => d.charCodeAt(0) - 0x6f0).toLowerCase();
  const text = new Map(rows.map((row) => [row, fold(`${row.textContent} ${row.dataset.words}`)]));
  const input = box.querySelector("input");
  const filter = () => {
    const words = fold(input.value).split(/\s+/);
    let shown = 0;
    rows.forEach((row) => { row.hidden = !words.every((word) => text.get(row).includes(word)); shown += !row.hidden; });
    status.textContent = box.dataset.count.replace("{}", shown).replace("{}", rows.length);
  };
  input.addEventListener("input", filter);
  if (input.value) filter();
  box.querySelectorAll("thead th").forEach((head, i) => head.querySelector("button").addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    box.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});
    const key = (row) => row.cells[i].dataset.sort ?? row.cells[i].textContent;
    const order = head.dataset.type === "number" ? (a, b) => key(a) - key(b) : (a, b) => collator.compare(key(a), key(b));
    body.append(...rows.sort((a, b) => (up ? 1 : -1) * order(a, b)));
  }));
});
// The theme wraps each copy button in a <nav> without a name: number them, so that landmarks differ. A table that scrolls
// sideways can be reached by the keyboard.
let count = 0;
const mend = () => {
  document.querySelectorAll(".md-code__nav:not([aria-label])").forEach((nav) => nav.setAttribute("aria-label", `</> ${++count}`));
  document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])").forEach((box) => { box.tabIndex = 0; });
};
new MutationObserver(mend).observe(document.documentElement, {childList: true, subtree: true});
mend();
