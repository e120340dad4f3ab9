// The main text of a web page by Readability, and the day of publication that its markup states. The page is parsed, never
// shown: nothing of it runs, and nothing that it names is loaded.
import {Readability} from "./readability.js";

const BLOCKS = "address,article,blockquote,caption,dd,div,dt,figcaption,h1,h2,h3,h4,h5,h6,li,p,pre,section,tr";

export function mainText(html) {
  const found = new Readability(new DOMParser().parseFromString(html, "text/html"), {serializer: (node) => node}).parse();
  if (!found) return {text: "", stated: ""};
  const {content} = found;
  const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/\s+/g, " ");
  for (const cell of content.querySelectorAll("td + td, td + th, th + td, th + th")) cell.prepend("\t|\t");
  for (const node of content.querySelectorAll("br")) node.replaceWith("\n");
  for (const node of content.querySelectorAll(BLOCKS)) {
    node.prepend("\n");
    node.append("\n");
  }
  const lines = content.textContent.split("\n").map((line) => line.trim()).filter(Boolean);
  const title = found.title?.trim();
  if (title && lines[0] !== title) lines.unshift(title);
  return {text: lines.join("\n"), stated: found.publishedTime ?? ""};
}
