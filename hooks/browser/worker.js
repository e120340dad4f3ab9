// Python beside the page: it answers as the server of `raqqa-data annotate` does, of documents in the memory of this tab.
import { start } from "../assets/playground/python.js";

const ready = start().then((python) => ({ python, desk: python.pyimport("hooks.browser.desk").Desk() }));

self.onmessage = async ({ data: { id, what, body } }) => {
  try {
    const { python, desk } = await ready;
    const { content, ...asked } = body;
    const answer = desk.answer(what, JSON.stringify(asked), content && python.toPy(content));
    self.postMessage({ id, answer: JSON.parse(answer) });
  } catch (error) {
    self.postMessage({ id, fault: String(error) });
  }
};
