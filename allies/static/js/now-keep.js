// "Keep it on this device": off by default, this device only, one press removes it. The worker does the keeping.
import { keptCopy, STORE } from "./now-kept.js";

export async function start(section) {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  const worker = (await navigator.serviceWorker.ready).active;
  const part = (name) => section.querySelector(`[data-${name}]`);

  function tell(is) {
    for (const each of section.querySelectorAll("[data-is]")) each.hidden = each.dataset.is !== is;
    part("on").hidden = is === "on";
    part("off").hidden = is !== "on";
  }

  function asked() {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage("keep-now", [port2]);
    return new Promise((resolve) => { port1.onmessage = (event) => resolve(event.data); });
  }

  part("on").addEventListener("click", async () => {
    tell((await asked()) ? "on" : "failed");
    (part("off").hidden ? part("on") : part("off")).focus();
  });
  part("off").addEventListener("click", async () => {
    await caches.delete(STORE);
    tell("off");
    part("on").focus();
  });
  tell((await keptCopy()) ? "on" : "");
  section.hidden = false;
}
