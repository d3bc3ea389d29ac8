// "What can I do right now?" one question after another, dark at night. <form data-now> holds a [data-question] fieldset
// for each; #now-steps says which follow. Nothing that is tapped is kept: not in the address, not in this device.
import { answerHere } from "./now-kept.js";

const PATIENCE = 5000; // a connection that does not answer is no connection
const TOUCH = 700; // a click so soon after a finger or a mouse is theirs; keys walk through the choices without going on

export function start(form) {
  const { dataset } = document.documentElement;
  const hour = new Date().getHours();
  if (!dataset.theme && (hour >= 22 || hour < 6)) dataset.theme = "dark";

  const main = form.closest("main");
  const asked = [...main.childNodes];
  const steps = JSON.parse(document.getElementById("now-steps").textContent);
  const questions = [...form.querySelectorAll("[data-question]")];
  const part = (name) => form.querySelector(`[data-${name}]`);
  const tapped = (name) => form.querySelector(`[name="${name}"]:checked`)?.value ?? "";
  let here = "event";
  let touched = -TOUCH;

  function way() {
    const names = ["event"];
    const needless = new Set();
    for (const name of steps.asks[tapped("event") || "none"]) {
      if (needless.has(name)) continue;
      names.push(name);
      for (const other of steps.leaves_out[name]?.[tapped(name)] ?? []) needless.add(other);
      if (steps.ends[name]?.includes(tapped(name))) break;
    }
    return names;
  }

  function show(name) {
    here = name;
    main.classList.toggle("begun", name !== "event");
    for (const each of questions) each.hidden = each.dataset.question !== name;
    buttons();
    questions.find((each) => !each.hidden).focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: "instant" });
  }

  function buttons() {
    const last = way().at(-1) === here;
    part("back").hidden = here === "event";
    part("next").hidden = last;
    part("show").hidden = !last;
    part("lost").hidden = true;
  }

  function next() {
    const names = way();
    here === names.at(-1) ? form.requestSubmit() : show(names[names.indexOf(here) + 1]);
  }

  async function fromServer(body) {
    if (form.dataset.now === "kept" || navigator.onLine === false) return null;
    try {
      const response = await fetch(form.action, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
      if (response.status >= 500) return null;
      if (!response.ok) return "refused"; // signed out meanwhile: the page that says so is the browser's to show
      return [...new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main").childNodes];
    } catch {
      return null;
    }
  }

  function answered(nodes) {
    main.classList.remove("begun");
    main.replaceChildren(...nodes);
    const change = main.querySelector("[data-change]");
    change.hidden = false;
    change.addEventListener("click", () => {
      main.replaceChildren(...asked);
      show("event");
    });
    document.dispatchEvent(new Event("htmx:load")); // buttons that came with the answer
    scrollTo({ top: 0, behavior: "instant" });
    main.querySelector("h1").focus({ preventScroll: true });
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = way().map((name) => [name, tapped(name)]).filter(([, value]) => value);
    const token = ["csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken?.value ?? ""];
    const found = (await fromServer(new URLSearchParams([...chosen, token]))) ?? (await answerHere(chosen));
    if (found === "refused") form.submit();
    else if (found) answered(found);
    else part("lost").hidden = false;
  });
  form.addEventListener("pointerup", () => { touched = performance.now(); });
  form.addEventListener("click", (event) => {
    if (!event.target.matches("[type=radio]")) return;
    if (performance.now() - touched < TOUCH) next();
    else buttons();
  });
  part("next").addEventListener("click", next);
  part("back").addEventListener("click", () => show(way()[way().indexOf(here) - 1]));
  show("event");
}
