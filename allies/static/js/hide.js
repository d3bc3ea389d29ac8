// <a data-close-now="5" href="…">: covers the notebook and closes it at once; Escape pressed twice does the same, and so do five
// minutes without a tap (0: never). The server closes it by itself, this only covers what is on the screen.
// A page that says so (<i data-hide-done>) shows that the server knows; until then, every page of the notebook tells it again.
const TWICE = 1500;
const MARK = "hide";
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("hide") : null;

const stored = (act) => {
  try {
    return act(localStorage);
  } catch { /* storage refused: only without a connection is it missed */ }
};
const cover = (on) => document.documentElement.toggleAttribute("data-covered", on);

export function start(link) {
  if ("hideDone" in link.dataset) return stored((store) => store.removeItem(MARK));
  const patience = Number(link.dataset.closeNow) * 60_000;
  let last = Date.now();
  let escaped = 0;
  let going = false;

  function go(address) {
    if (going) return;
    going = true;
    cover(true);
    location.replace(address); // so that "Back" does not lead here
  }

  function hide() {
    stored((store) => store.setItem(MARK, "1"));
    tabs?.postMessage("hidden");
    go(link.href);
  }

  const look = () => {
    if (patience && Date.now() - last >= patience) hide();
  };
  const here = () => {
    look();
    last = Date.now();
  };

  if (stored((store) => store.getItem(MARK))) return hide();
  link.addEventListener("click", (event) => {
    event.preventDefault();
    hide();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (document.querySelector("dialog[open]")) return; // it closes that
    if (event.timeStamp - escaped < TWICE && escaped) hide();
    escaped = event.timeStamp;
  }, true);
  for (const sign of ["pointerdown", "keydown", "scroll"]) addEventListener(sign, here, { passive: true, capture: true });
  if (patience) setInterval(look, 5000);

  document.addEventListener("visibilitychange", () => {
    if (!patience || going) return;
    look();
    cover(document.hidden || going);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) go(location.pathname + location.search); // the server says whether it may be seen
  });
  tabs?.addEventListener("message", () => go(new URL("../hidden/", link.href)));
}
