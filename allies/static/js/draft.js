// Keeps what is typed. <form data-draft="key" data-draft-url="/…"> holds one textarea or several and a
// [data-draft-status] line. The server keeps the draft; while it cannot be reached, this tab does.
// The copy here is let go when the server has the words: as a draft, as the comment that the address now points at, or
// where a page says so (<i data-draft-done="key">).
import { forget, recall, remember } from "./kept.js";

const PAUSE = 800;
const BETWEEN = "\u001f"; // stands between the texts of several boxes
const letters = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");

// In doubt the words stay: shown twice is better than lost.
function posted(text) {
  const at = document.querySelector("a[data-posted]")?.hash ?? location.hash; // urgent help may stand before it
  const comment = /^#c\d+$/.test(at) && document.querySelector(at);
  return Boolean(comment) && letters(comment.textContent).includes(letters(text).slice(0, 60));
}

export function start(form) {
  if (form.dataset.draftDone) return forget(form.dataset.draftDone);
  const { draft: key, draftUrl: url, draftAt: at } = form.dataset;
  const areas = [...form.querySelectorAll("textarea")];
  const read = () => areas.map((area) => area.value).join(BETWEEN);
  const write = (text) => text.split(BETWEEN).forEach((part, box) => areas[box] && (areas[box].value = part));
  const isEmpty = (text) => !text.replaceAll(BETWEEN, "").trim();
  const status = form.querySelector("[data-draft-status]");
  const words = { server: status?.dataset.saved || "Draft saved", here: status?.dataset.here || "Kept on this device until you leave" };
  let timer;
  let sent = areas.map((area) => area.defaultValue).join(BETWEEN); // by the server; the boxes may hold more by now

  const tell = (where) => {
    if (!status) return;
    status.dataset.kept = where;
    status.textContent = words[where];
  };

  let kept = recall(key);
  if (kept?.text && posted(kept.text)) {
    forget(key);
    kept = null;
  }
  if (read() !== sent && read() !== kept?.text) {
    // Somebody began to write before this script came. Words kept here, which an empty box would have got, stand first.
    const typed = read().split(BETWEEN);
    if (kept?.text && isEmpty(sent)) write(kept.text.split(BETWEEN).map((part, box) => [part, typed[box]].filter(Boolean).join("\n\n")).join(BETWEEN));
    remember(key, read());
    timer = setTimeout(save, PAUSE);
  // Older: the server's copy carries its time in data-draft-at. Without one, only an empty box is filled.
  } else if (kept?.text && kept.text !== read() && (isEmpty(read()) || (at && kept.at > Date.parse(at)))) {
    write(kept.text);
    tell("here");
    timer = setTimeout(save, PAUSE);
  }

  async function save() {
    clearTimeout(timer);
    const text = read();
    if (!url || text === sent) return;
    try {
      const response = await fetch(url, {
        method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual", keepalive: true,
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value ?? "", "X-Requested-With": "fetch" },
      });
      if (!response.ok) throw new Error(String(response.status));
      sent = text;
      if (read() === text) {
        forget(key);
        tell("server");
      }
    } catch {
      tell("here"); // the copy made at the keystroke is still in this tab
    }
  }

  for (const area of areas) area.addEventListener("input", () => {
    if (read().replaceAll(BETWEEN, "")) remember(key, read());
    else forget(key);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  // The page may not come back: refused, signed out, no connection. The copy stays until the server says it has the words.
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    if (!isEmpty(read())) remember(key, read());
  });
  document.addEventListener("visibilitychange", () => document.hidden && save());
}
