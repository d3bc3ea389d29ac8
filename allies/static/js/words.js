// A friend's look at the words while somebody writes. <form data-words> holds one textarea that others will read,
// <form data-words="private"> some that no other member reads: there only danger is spoken of.
// Asks in pauses, never blocks writing or sending, stays quiet without a connection. Nothing is kept there or here.
import { asker } from "./asking.js";
import { listUnder } from "./words-list.js";
import { panelUnder } from "./words-panel.js";

const CHECK = "/words/";
const PAUSE = 700; // after the last key
const WRITING = 3000; // and this often while somebody writes on without a pause
const SHORTEST = 3;
const LONGEST = 20_000;

export function start(form) {
  const areas = [...form.querySelectorAll("textarea")];
  const area = areas[0];
  if (!area) return;
  const written = () => areas.map((each) => each.value).join("\n\n");
  const below = document.createElement("div");
  (area.closest(".field") ?? area).after(below);
  const panel = panelUnder(form, below, () => list.wait(panel.isOpen()));
  const list = listUnder(form, area, below);
  list.wait(panel.isOpen());
  const server = asker(form, CHECK);
  let asked = "";
  let due = 0;
  let timer;

  function later() {
    const now = performance.now();
    due ||= now + WRITING;
    clearTimeout(timer);
    timer = setTimeout(check, Math.max(Math.min(PAUSE, due - now), server.quietUntil - now, 0));
  }

  async function check() {
    due = 0;
    const text = written().slice(0, LONGEST);
    if (text === asked) return;
    asked = text;
    if (text.trim().length < SHORTEST) {
      server.stop();
      list.show(null, text);
      return;
    }
    try {
      const answer = await server.ask({ text, private: form.dataset.words === "private" ? "1" : "" });
      if (!answer) return;
      panel.show(answer.querySelector("[data-urgent]"));
      list.wait(panel.isOpen());
      list.show(answer.querySelector("[data-noticed]"), text);
    } catch {
      asked = null; // the same words may be asked about again
      if (server.quietUntil > performance.now()) later();
    }
  }

  for (const each of areas) each.addEventListener("input", later);
  addEventListener("online", later);
  later(); // for words that stand here already
}
