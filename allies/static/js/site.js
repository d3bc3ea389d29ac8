// The one script every page asks for. Leaving comes first and depends on nothing else;
// every other behaviour is fetched only when its element is on the page, and may fail alone.
import "./leave.js";

const behaviours = [
  ["form[data-draft], [data-draft-done]", () => import("./draft.js")],
  ["form[data-keep], [data-keep-done]", () => import("./keep.js")],
  ["[data-close-now], [data-hide-done]", () => import("./hide.js")],
  ["form[data-words]", () => import("./words.js")],
  ["[data-check-url]", () => import("./beside.js")],
  ["[data-speak]", () => import("./speak.js")],
  ["[data-position-url]", () => import("./player.js")],
  ["form[data-passkey]", () => import("./passkey.js")],
  ["time[data-ago]", () => import("./times.js")],
  ["[data-print], [data-copy]", () => import("./paper.js")],
  ["form[data-now]", () => import("./now.js")],
  ["[data-now-keep]", () => import("./now-keep.js")],
  ["[data-rehearse]", () => import("./rehearse.js")],
  ["[data-reveal]", () => import("./reveal.js")],
];

const begun = behaviours.map(() => new WeakSet()); // an element may have several

function begin(root) {
  for (const [index, [selector, load]] of behaviours.entries()) {
    const fresh = [...root.querySelectorAll(selector)].filter((element) => !begun[index].has(element));
    if (!fresh.length) continue;
    fresh.forEach((element) => begun[index].add(element));
    load().then((module) => fresh.forEach((element) => module.start(element))).catch(() => {});
  }
}

begin(document);
document.addEventListener("htmx:load", () => begin(document));

// Urgent help stays readable without a connection. The worker keeps that page, and what a member told it to.
const exit = document.querySelector("[data-leave]")?.dataset.leave;
if (exit && "serviceWorker" in navigator && isSecureContext) {
  navigator.serviceWorker.register(`/service-worker.js?exit=${encodeURIComponent(exit)}`).catch(() => {});
}
