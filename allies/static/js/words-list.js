// The thoughts under a box: what, why, "use this", "keep mine". What was kept stays kept until the page is left.
import { marksBehind } from "./words-marks.js";
import { isTooSoon, moved, placesOf, put, voice } from "./words-places.js";

const AT_ONCE = 3;

export function listUnder(form, area, below) {
  const say = voice(below, "status");
  const marks = marksBehind(area);
  const kept = new Set();
  let list = form.querySelector("[data-noticed]"); // the one that came with a preview
  let before = area.value;
  let waits = false;
  let since = 0;

  const items = () => [...(list?.querySelectorAll("li[data-places]") ?? [])];
  const key = (item) => `${item.dataset.kind} ${item.dataset.words}`;

  // After each change: without thoughts no list, never more than a few at once, marks as the list says.
  function settle() {
    const [few, rest] = [list?.querySelector("ul"), list?.querySelector("details")];
    while (rest?.querySelector("li") && few.children.length < AT_ONCE) few.append(rest.querySelector("li"));
    if (rest) rest.querySelector("[data-number]").textContent = rest.querySelectorAll("li").length;
    if (rest && !rest.querySelector("li")) rest.remove();
    if (list && !few.children.length) {
      list.remove();
      list = null;
    }
    if (list) list.hidden = waits;
    marks.draw(waits ? [] : items().flatMap((item) => placesOf(item).map((place) => [...place, item.dataset.kind])));
  }

  function show(next, text) {
    const held = list?.contains(document.activeElement) ? document.activeElement.textContent : null;
    const known = new Set(items().map(key));
    list?.remove();
    list = next;
    if (next) below.append(next);
    for (const item of items()) {
      const places = placesOf(item);
      item.dataset.words = text.slice(...places[0]);
      item.dataset.places = moved(places, text, area.value).map((place) => place.join("-")).join(" ");
      if (kept.has(key(item)) || !item.dataset.places) item.remove();
    }
    const isNew = items().some((item) => !known.has(key(item)));
    before = area.value;
    settle();
    if (isNew) since = performance.now();
    if (isNew && !waits) say(list.dataset.said);
    if (held) ([...(list?.querySelectorAll("button") ?? [])].find((button) => button.textContent === held) ?? area).focus();
  }

  area.addEventListener("input", () => {
    for (const item of items()) {
      item.dataset.places = moved(placesOf(item), before, area.value).map((place) => place.join("-")).join(" ");
      if (!item.dataset.places) item.remove();
    }
    before = area.value;
    settle();
  });

  below.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const item = button?.closest("li[data-places]");
    if (!item || isTooSoon(event, since)) return;
    const [first] = placesOf(item);
    if ("go" in button.dataset) marks.go(first);
    else if (button.dataset.use) for (const place of placesOf(item).reverse()) put(area, place, button.dataset.use);
    else if ("keep" in button.dataset) {
      kept.add(key(item));
      item.remove();
      settle();
      if (!event.detail) (list?.querySelector("button") ?? area).focus(); // by keyboard: to what is next
    }
  });

  return {
    show,
    wait(whether) {
      waits = whether;
      settle();
    },
  };
}
