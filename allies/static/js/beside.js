// A look at words to say while they are written: <div data-check-url="/…" data-check-of="field"> in their form.
// Asks in pauses and keeps nothing. What was unfolded stays unfolded; without a connection what stands there goes.
import { asker } from "./asking.js";

const PAUSE = 900;

export function start(place) {
  const form = place.closest("form");
  const area = form?.elements[place.dataset.checkOf];
  if (!area) return;
  for (const button of form.querySelectorAll("[data-look]")) button.hidden = true; // this script looks by itself
  place.setAttribute("role", "status");
  const server = asker(form, place.dataset.checkUrl);
  let asked = area.value;
  let timer;

  function later() {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(PAUSE, server.quietUntil - performance.now()));
  }

  async function look() {
    const text = area.value;
    if (text === asked) return;
    asked = text;
    try {
      const answer = await server.ask({ text });
      if (!answer) return;
      const wasOpen = place.querySelector("details")?.open;
      place.replaceChildren(answer);
      const more = place.querySelector("details");
      if (more && wasOpen) more.open = true;
    } catch {
      asked = null; // the same words may be asked about again
      place.replaceChildren();
      if (server.quietUntil > performance.now()) later();
    }
  }

  area.addEventListener("input", later);
  addEventListener("online", later);
  if (!place.querySelector("section")) {
    asked = null;
    later();
  }
}
