// A look at words to say while they are written: <div data-check-url="/…" data-check-of="field"> in their form.
// Asks in pauses and keeps nothing. What was unfolded stays unfolded; without a connection what stands there goes.
const PAUSE = 900;
const TOO_MANY = 10_000;

export function start(place) {
  const form = place.closest("form");
  const area = form?.elements[place.dataset.checkOf];
  if (!area) return;
  for (const button of form.querySelectorAll("[data-look]")) button.hidden = true; // this script looks by itself
  place.setAttribute("role", "status");
  let asked = area.value;
  let asking;
  let timer;
  let quietUntil = 0;

  function later() {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(PAUSE, quietUntil - performance.now()));
  }

  async function look() {
    const text = area.value;
    if (text === asked) return;
    asking?.abort();
    asked = text;
    const { signal } = (asking = new AbortController());
    try {
      const response = await fetch(place.dataset.checkUrl, {
        method: "POST", redirect: "manual", signal, body: new URLSearchParams({ text }),
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value ?? "", "X-Requested-With": "fetch" },
      });
      if (response.status === 429) quietUntil = performance.now() + TOO_MANY;
      if (!response.ok) throw new Error(String(response.status));
      const answer = document.createElement("template");
      answer.innerHTML = await response.text();
      if (signal.aborted) return;
      const wasOpen = place.querySelector("details")?.open;
      place.replaceChildren(answer.content);
      const more = place.querySelector("details");
      if (more && wasOpen) more.open = true;
    } catch {
      if (signal.aborted) return;
      asked = null; // the same words may be asked about again
      place.replaceChildren();
      if (quietUntil > performance.now()) later();
    }
  }

  area.addEventListener("input", later);
  addEventListener("online", later);
  if (!place.querySelector("section")) {
    asked = null;
    later();
  }
}
