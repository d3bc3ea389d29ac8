// Urgent help beside a box. Large, before and instead of any other thought; it takes no focus and blocks nothing.
// It stays until "I have seen this", also when the words are gone again, and comes back for another danger.
import { isTooSoon, voice } from "./words-places.js";

const NOW = "now"; // beside the keys: minutes matter
const about = (panel) => [...panel.dataset.urgent.split(" "), ...(panel.matches(".calm") ? [] : [NOW])];

export function panelUnder(form, below, changed) {
  const say = voice(below, "alert");
  const all = () => [...form.querySelectorAll("[data-urgent]")];
  let since = 0;

  function see(panel, seen) {
    panel.classList.toggle("seen", seen);
    panel.querySelector(".whole").hidden = seen;
    panel.querySelector(".again").hidden = !seen;
    panel.querySelector(seen ? "[data-again]" : ".call").focus({ preventScroll: true });
    changed();
  }

  function show(next) {
    if (!next) return;
    const known = new Set(all().flatMap(about));
    const dangers = about(next);
    if (dangers.every((danger) => known.has(danger))) return;
    for (const old of all()) {
      if (old.matches(".seen") || about(old).every((danger) => dangers.includes(danger))) old.remove();
    }
    below.prepend(next);
    since = performance.now();
    say(next.dataset.said);
    next.querySelector(".call").scrollIntoView({ block: "nearest" }); // as little as it takes: the words stay in view
  }

  form.addEventListener("click", (event) => {
    const panel = event.target.closest?.("[data-urgent]");
    if (!panel) return;
    if (isTooSoon(event, since)) event.preventDefault();
    else if (event.target.closest("[data-seen]")) see(panel, true);
    else if (event.target.closest("[data-again]")) see(panel, false);
  });

  for (const button of form.querySelectorAll("[data-seen]")) button.hidden = false; // it came with the page
  return { show, isOpen: () => all().some((panel) => !panel.matches(".seen")) };
}
