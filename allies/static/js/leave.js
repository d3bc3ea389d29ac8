// Quick exit: cover the page at once, then let the server end the session and send the reader on.
// Shift pressed three times alone does the same; each press within five seconds of the one before.
const LEAVE = "/leave/";
const PAUSE = 5000;

const exit = document.querySelector("[data-leave]")?.dataset.leave || LEAVE;
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("leave") : null;
let left = false;
let presses = 0;
let last = 0;

function cover() {
  left = true;
  const sheet = document.createElement("div");
  Object.assign(sheet.style, { position: "fixed", inset: "0", zIndex: "2147483647", background: "Canvas" });
  document.documentElement.append(sheet);
  document.documentElement.style.background = "Canvas";
  document.title = "\u00a0";
  for (const media of document.querySelectorAll("audio, video")) media.pause();
  if (document.body) {
    document.body.style.setProperty("display", "none", "important");
    document.body.inert = true;
  }
}

function go() {
  // Without a connection the server cannot be told: go straight to the harmless site.
  location.replace(navigator.onLine === false ? exit : LEAVE);
}

function leave(event) {
  event?.preventDefault();
  if (!left) cover();
  try {
    sessionStorage.clear(); // drafts kept here; the server clears the rest
  } catch { /* storage refused: nothing was kept */ }
  if ("caches" in window) caches.delete("now-1").catch(() => {}); // the page kept for when there is no connection
  tabs?.postMessage("left"); // other tabs of this site, and pages the browser keeps for "Back"
  go();
}

addEventListener("click", (event) => {
  if (event.target.closest?.("[data-leave]")) leave(event);
}, true);

addEventListener("keydown", (event) => {
  if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) {
    presses = 0;
    return;
  }
  if (event.repeat) return;
  const now = performance.now();
  presses = now - last <= PAUSE ? presses + 1 : 1;
  last = now;
  if (presses === 3) leave();
}, true);

addEventListener("pointerdown", () => { presses = 0; }, true);

addEventListener("pageshow", (event) => {
  if (event.persisted && left) go();
});

tabs?.addEventListener("message", () => {
  if (!left) cover();
  go();
});
