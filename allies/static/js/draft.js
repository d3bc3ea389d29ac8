// Keeps what is typed. <form data-draft="key" data-draft-url="/…"> holds one textarea and a
// [data-draft-status] line. The server keeps the draft; while it cannot be reached, this tab does.
// The copy here is let go when the server has the words: as a draft, or as the comment that the address now points at.
const PAUSE = 800;
const name = (key) => `draft:${key}`;

function recall(key) {
  try {
    return JSON.parse(sessionStorage.getItem(name(key)));
  } catch {
    return null;
  }
}

function remember(key, text) {
  try {
    sessionStorage.setItem(name(key), JSON.stringify({ text, at: Date.now() }));
  } catch { /* storage refused or full */ }
}

function forget(key) {
  try {
    sessionStorage.removeItem(name(key));
  } catch { /* nothing was kept */ }
}

const letters = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");

// In doubt the words stay: shown twice is better than lost.
function posted(text) {
  const at = document.querySelector("a[data-posted]")?.hash ?? location.hash; // urgent help may stand before it
  const comment = /^#c\d+$/.test(at) && document.querySelector(at);
  return Boolean(comment) && letters(comment.textContent).includes(letters(text).slice(0, 60));
}

export function start(form) {
  const { draft: key, draftUrl: url, draftAt: at } = form.dataset;
  const area = form.querySelector("textarea");
  const status = form.querySelector("[data-draft-status]");
  const words = { server: status?.dataset.saved || "Draft saved", here: status?.dataset.here || "Kept on this device until you leave" };
  let timer;
  let sent = area.defaultValue; // what the server sent; the box may hold more by the time this script has come

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
  if (area.value !== sent && area.value !== kept?.text) {
    // Somebody began to write before this script came. Words kept here, which an empty box would have got, stand first.
    if (kept?.text && !sent.trim()) area.value = `${kept.text}\n\n${area.value}`;
    remember(key, area.value);
    timer = setTimeout(save, PAUSE);
  // Older: the server's copy carries its time in data-draft-at. Without one, only an empty box is filled.
  } else if (kept?.text && kept.text !== area.value && (!area.value.trim() || (at && kept.at > Date.parse(at)))) {
    area.value = kept.text;
    tell("here");
    timer = setTimeout(save, PAUSE);
  }

  async function save() {
    clearTimeout(timer);
    const text = area.value;
    if (!url || text === sent) return;
    try {
      const response = await fetch(url, {
        method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual", keepalive: true,
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value ?? "", "X-Requested-With": "fetch" },
      });
      if (!response.ok) throw new Error(String(response.status));
      sent = text;
      if (area.value === text) {
        forget(key);
        tell("server");
      }
    } catch {
      tell("here"); // the copy made at the keystroke is still in this tab
    }
  }

  area.addEventListener("input", () => {
    if (area.value) remember(key, area.value);
    else forget(key);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  // The page may not come back: refused, signed out, no connection. The copy stays until the server says it has the words.
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    if (area.value) remember(key, area.value);
  });
  document.addEventListener("visibilitychange", () => document.hidden && save());
}
