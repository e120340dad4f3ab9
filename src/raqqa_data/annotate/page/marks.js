// A text with its figures marked. The marks are ranges that the browser paints (CSS Custom Highlight API): the text stays
// one run of letters in each paragraph, so no mark parts joined letters or moves a word. All offsets that come in and go
// out are Unicode code points, as Python counts; JavaScript counts UTF-16 units.

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;
export const able = typeof Highlight === "function" && Boolean(CSS.highlights);

const length = (text) => (PAIR.test(text) ? [...text].length : text.length);

// How many UTF-16 units the first code points of a text are.
function units(text, points) {
  if (!PAIR.test(text)) return Math.min(points, text.length);
  let at = 0;
  for (let left = points; left > 0 && at < text.length; left--) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

export class Marked {
  // Shows a text, or the stretch of it from `start`, in an element.
  constructor(host, text, { start = 0, paragraphs = true } = {}) {
    this.host = host;
    this.nodes = [];
    this.starts = [];
    let at = start;
    const pieces = [];
    for (const line of paragraphs ? text.split("\n") : [text]) {
      const node = document.createTextNode(line);
      const piece = document.createElement(paragraphs ? "p" : "span");
      piece.append(node);
      pieces.push(piece);
      this.nodes.push(node);
      this.starts.push(at);
      at += length(line) + 1;
    }
    this.end = at - 1;
    host.replaceChildren(...pieces);
  }

  // The paragraph that a character stands in.
  index(offset) {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  range(start, end) {
    const first = this.index(start);
    const last = this.index(Math.max(start, end - 1));
    const range = new Range();
    range.setStart(this.nodes[first], units(this.nodes[first].data, start - this.starts[first]));
    range.setEnd(this.nodes[last], units(this.nodes[last].data, end - this.starts[last]));
    return range;
  }

  holds(start, end) {
    return start >= this.starts[0] && end <= this.end;
  }

  // The code point at a place of the window, or null.
  at(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y);
    const found = caret ? [caret.offsetNode, caret.offset] : fromRange(document.caretRangeFromPoint?.(x, y));
    const index = found ? this.nodes.indexOf(found[0]) : -1;
    return index < 0 ? null : this.starts[index] + length(this.nodes[index].data.slice(0, found[1]));
  }

  show(start, end) {
    const box = this.range(start, end).getBoundingClientRect();
    const frame = this.host.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) {
      this.host.scrollTop += (box.top + box.bottom - frame.top - frame.bottom) / 2;
    }
  }
}

const fromRange = (range) => range && [range.startContainer, range.startOffset];

const ORDER = ["dropped", "confirmed", "proposed", "open", "lit", "current"];
const painted = new Map();
if (able) {
  ORDER.forEach((name, priority) => {
    const highlight = new Highlight();
    highlight.priority = priority;
    painted.set(name, highlight);
    CSS.highlights.set(name, highlight);
  });
}

const kept = new Map(); // what each figure's mark is, so that only what changes is painted anew

export function mark(id, name, range) {
  const before = kept.get(id);
  if (before?.name === name && before.range === range) return;
  if (before) painted.get(before.name)?.delete(before.range);
  if (range) {
    painted.get(name)?.add(range);
    kept.set(id, { name, range });
  } else {
    kept.delete(id);
  }
}

export function light(name, ranges) {
  const highlight = painted.get(name);
  if (!highlight) return;
  highlight.clear();
  for (const range of ranges) highlight.add(range);
}

export function forget() {
  kept.clear();
  for (const highlight of painted.values()) highlight.clear();
}
