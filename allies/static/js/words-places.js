// Places in a text that goes on being written, and what the parts of the words check share.
const SETTLE = 500; // milliseconds

// A tap that was meant for what stood here before something appeared.
export const isTooSoon = (event, since) => event.detail > 0 && performance.now() - since < SETTLE;

export const placesOf = (item) => item.dataset.places.split(" ").filter(Boolean).map((place) => place.split("-").map(Number));

// What a screen reader is told, once for each new thing.
export function voice(below, role) {
  const line = document.createElement("p");
  line.className = "unseen";
  line.setAttribute("role", role);
  below.after(line);
  return (words) => { line.textContent = words ?? ""; };
}

// Where `places` of the text `before` stand in `after`; those that were written into are gone.
export function moved(places, before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [end, shift] = [before.length - tail, after.length - before.length];
  return places
    .filter(([from, to]) => to <= head || from >= end)
    .map(([from, to]) => (to <= head ? [from, to] : [from + shift, to + shift]));
}

// Puts `words` in a place, so that "undo" works and drafts are kept; the caret stays where it was in the text.
export function put(area, [start, end], words) {
  const caret = area.selectionStart;
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  if (!document.execCommand?.("insertText", false, words)) {
    area.setRangeText(words, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const after = start + words.length;
  const to = caret <= start ? caret : Math.max(after, caret + after - end);
  area.setSelectionRange(to, to);
}
