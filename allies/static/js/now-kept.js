// The answer without a connection, from the page that this device keeps. Null where it keeps none.
import { respond, situationOf } from "./now-rules.js";

export const STORE = "now-1";
export const PAGE = "/now/kept/";

export async function keptCopy() {
  if (!("caches" in window) || !(await caches.has(STORE))) return undefined;
  return caches.match(PAGE, { cacheName: STORE });
}

async function keptPage() {
  if (document.getElementById("now-words")) return document;
  const copy = await keptCopy();
  return copy ? new DOMParser().parseFromString(await copy.text(), "text/html") : null;
}

// The main part of an answer's page, as the server would send it.
export async function answerHere(chosen) {
  const page = await keptPage();
  if (!page) return null;
  const words = JSON.parse(page.getElementById("now-words").textContent);
  const answer = respond(situationOf(chosen, words.taps), words.rules);
  const body = document.importNode(page.getElementById("now-answer").content, true);
  const slot = (name) => body.querySelector(`[data-slot="${name}"]`);

  slot("title").textContent = words.titles[answer.stance];
  slot("why").textContent = answer.why;
  slot("next").textContent = answer.next;
  slot("lesson").hidden = !words.lessons[answer.lesson];
  slot("lesson-title").textContent = words.lessons[answer.lesson];
  slot("lesson").querySelector("a").href = `/learn/${answer.lesson}/`;
  const closed = answer.closed.map((name) => words.closed[name]);
  for (const [name, lines] of Object.entries({ do: answer.do, say: answer.say, avoid: answer.avoid, closed })) {
    slot(name).hidden = !lines.length;
    slot(name).querySelector("ol, ul").replaceChildren(...lines.map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    }));
  }
  urgent(slot("urgent"), answer.urgent);
  return [...body.childNodes];
}

function urgent(panel, keys) {
  const emergency = keys.includes("emergency");
  panel.hidden = !keys.length;
  panel.classList.toggle("calm", !emergency);
  for (const each of panel.querySelectorAll("[data-emergency]")) each.hidden = !emergency;
  for (const each of panel.querySelectorAll("[data-calm]")) each.hidden = emergency;
  for (const part of panel.querySelectorAll("[data-part]")) if (!keys.includes(part.dataset.part)) part.remove();
  const first = panel.querySelector("details");
  if (first) first.open = emergency;
}
