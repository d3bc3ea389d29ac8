// Saves an entry while it is written: <form data-keep="key" data-keep-url="/…"> with its field `opened` and [data-keep-status].
// The server merges what another device wrote. This tab keeps all until the server has it, or <i data-keep-done="key"> says so.
import { kindOf, setBox, spliced, together } from "./keep-merge.js";
import { forget, recall, remember } from "./kept.js";

const PAUSE = 800;
const AGAIN = 10_000; // and twice, four times as long after each try that did not reach the server
const OWN = new Set(["csrfmiddlewaretoken", "whose", "opened", "new", "form"]);

export function start(form) {
  if (form.dataset.keepDone) return forget(form.dataset.keepDone);
  const { keep: key, keepUrl: url } = form.dataset;
  const [status, { opened }] = [form.querySelector("[data-keep-status]"), form.elements];
  const read = () => [...new FormData(form)].filter(([name]) => !OWN.has(name));
  const text = () => JSON.stringify(read());
  const values = (name) => JSON.stringify(new FormData(form).getAll(name));
  const words = status?.dataset ?? {};
  const shown = [...form.elements].filter((box) => box.name && !OWN.has(box.name) && !/submit|fieldset/.test(box.type)
    && (!/radio|checkbox/.test(box.type) || box.defaultChecked)).map((box) => [box.name, box.defaultValue]);
  let sent = JSON.stringify(shown); // by the server; somebody may have begun before this script came
  let [timer, running, tries] = [0, false, 0];

  const tell = (where) => {
    if (!status) return;
    status.dataset.kept = where;
    status.textContent = words[where] ?? "";
  };

  const [set, kind] = [setBox, kindOf].map((each) => each.bind(null, form));
  const keepHere = () => remember(key, JSON.stringify({ given: read(), mark: opened.value }));

  const copy = recall(key)?.text;
  if (copy) { // from before a reload, a crash or a lost connection: its own mark tells the server what it began with
    const { given, mark } = JSON.parse(copy);
    for (const [name, value] of together(given, read(), shown, kind)) set(name, value);
    if (text() === sent) forget(key);
    else {
      opened.value = mark;
      keepHere();
      tell("here");
      timer = setTimeout(save, PAUSE);
    }
  }

  // Words of the other device come in beside what is written in that very box now. False: not in this one.
  function letIn(name, value, before) {
    if ((before.get(name) ?? "[]") === values(name)) return set(name, value) ?? true;
    const box = form.elements[name];
    const found = kind(name) === "text" && spliced(value, JSON.parse(before.get(name) ?? "[]")[0], box.value);
    if (!found) return false;
    const caret = [box.selectionStart + found.at, box.selectionEnd + found.at];
    box.value = found.text;
    if (document.activeElement === box) box.setSelectionRange(...caret);
    return true;
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
      const still = text() === going;
      const all = other.map(([name, value]) => letIn(name, value, before)).every(Boolean);
      if (all) opened.value = answer.opened; // otherwise the next try brings them together
      sent = !all ? "" : still ? text() : going;
      if (text() === sent) forget(key);
      else keepHere();
      tell(other.length && all ? "both" : "saved");
      tries = 0;
    } catch {
      tries = Math.min(tries + 1, 5);
      tell("here"); // the copy made at the keystroke is still in this tab
    }
    running = false;
    if (text() !== sent) timer = setTimeout(save, status?.dataset.kept === "here" ? AGAIN * 2 ** tries : PAUSE);
  }

  const changed = () => {
    keepHere();
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  if (!timer && text() !== sent) changed();
  form.addEventListener("input", changed);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    keepHere();
  });
  addEventListener("online", save);
  document.addEventListener("visibilitychange", () => document.hidden && save());
}
