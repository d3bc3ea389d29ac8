// Saves an entry of the notebook while it is written. <form data-keep="key" data-keep-url="/…"> with a hidden field `opened`
// and a [data-keep-status] line. The server merges what another device wrote; while it cannot be reached, this tab keeps all.
// The copy here is let go when the server has it, or where a page says so (<i data-keep-done="key">).
import { forget, recall, remember } from "./kept.js";

const PAUSE = 800;
const OWN = new Set(["csrfmiddlewaretoken", "whose", "opened", "new", "form"]);

export function start(form) {
  if (form.dataset.keepDone) return forget(form.dataset.keepDone);
  const { keep: key, keepUrl: url, keepAt: at } = form.dataset;
  const status = form.querySelector("[data-keep-status]");
  const opened = form.elements.opened;
  const read = () => [...new FormData(form)].filter(([name]) => !OWN.has(name));
  const text = () => JSON.stringify(read());
  const values = (name) => JSON.stringify(new FormData(form).getAll(name));
  const words = status?.dataset ?? {};
  const shown = [...form.elements].filter((box) => box.name && !OWN.has(box.name) && !/submit|fieldset/.test(box.type)
    && (!/radio|checkbox/.test(box.type) || box.defaultChecked)).map((box) => [box.name, box.defaultValue]);
  let sent = JSON.stringify(shown); // by the server; somebody may have begun before this script came
  let timer;
  let running;

  const tell = (where) => {
    if (!status) return;
    status.dataset.kept = where;
    status.textContent = words[where] ?? "";
  };

  function set(name, value) {
    const wanted = new Set([value].flat().map(String));
    for (const box of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (box.type === "radio" || box.type === "checkbox") box.checked = wanted.has(box.value);
      else box.value = value;
    }
  }

  const copy = recall(key);
  if (copy?.text && (!at || copy.at > Date.parse(at)) && text() === sent) {
    const { given, mark } = JSON.parse(copy.text);
    const names = new Set([...form.elements].map((box) => box.name).filter((name) => name && !OWN.has(name)));
    for (const name of names) {
      const all = given.filter(([each]) => each === name).map(([, value]) => value);
      const single = form.querySelector(`[name="${CSS.escape(name)}"]:is(textarea, input:not([type="radio"], [type="checkbox"]))`);
      set(name, single ? (all[0] ?? "") : all);
    }
    opened.value = mark;
    tell("here");
    timer = setTimeout(save, PAUSE);
  }

  async function save() {
    clearTimeout(timer);
    if (running || text() === sent) return;
    running = true;
    const going = text();
    const before = new Map(read().map(([name]) => [name, values(name)]));
    try {
      const response = await fetch(url, {
        method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual", keepalive: true,
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value ?? "", "X-Requested-With": "fetch" },
      });
      if (!response.ok) throw new Error(String(response.status));
      const answer = await response.json();
      const other = Object.entries(answer.changed).filter(([name]) => form.elements[name]);
      const typing = other.some(([name]) => (before.get(name) ?? "[]") !== values(name));
      const still = text() === going;
      if (!typing) { // words of the other device come in, unless somebody writes in that very box now
        other.forEach(([name, value]) => set(name, value));
        opened.value = answer.opened;
      }
      sent = typing ? "" : still ? text() : going;
      if (text() === sent) forget(key);
      tell(other.length && !typing ? "both" : "saved");
    } catch {
      tell("here"); // the copy made at the keystroke is still in this tab
    }
    running = false;
    if (text() !== sent && status?.dataset.kept !== "here") timer = setTimeout(save, PAUSE);
  }

  const changed = () => {
    remember(key, JSON.stringify({ given: read(), mark: opened.value }));
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  if (!timer && text() !== sent) changed();
  form.addEventListener("input", changed);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    remember(key, JSON.stringify({ given: read(), mark: opened.value }));
  });
  addEventListener("online", save);
  document.addEventListener("visibilitychange", () => document.hidden && save());
}
