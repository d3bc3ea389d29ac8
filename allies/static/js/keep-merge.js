// Words that met in one box: nothing is lost, and nothing stands there twice.

export function kindOf(form, name) {
  const box = form.querySelector(`[name="${CSS.escape(name)}"]`);
  return box?.type === "checkbox" ? "several" : /^(textarea|text)$/.test(box?.type) ? "text" : "one";
}

export function setBox(form, name, value) {
  const wanted = [value].flat().map(String);
  for (const box of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (box.type === "radio" || box.type === "checkbox") {
      box.checked = wanted.includes(box.value);
      if (box.checked && box.closest("details")) box.closest("details").open = true;
    }
    else box.value = wanted[0] ?? "";
  }
}

// `older` waited in this tab, `now` stands in the form, `shown` is what the page came with: lists of [name, value].
// Of a box, `kind` says "text", "several" (of several taps all stay) or "one" (of a day, a number or one tap the later).
export function together(older, now, shown, kind) {
  const of = (list, name) => list.filter(([each]) => each === name).map(([, value]) => value);
  const same = (one, two) => JSON.stringify(one) === JSON.stringify(two);
  const names = new Set([...older, ...now, ...shown].map(([name]) => name));
  return new Map([...names].map((name) => {
    const [before, here, first] = [older, now, shown].map((list) => of(list, name));
    if (same(here, first)) return [name, before];
    if (same(before, first) || same(before, here)) return [name, here];
    if (kind(name) === "several") return [name, [...new Set([...before, ...here])]];
    return [name, kind(name) === "text" ? [below(before[0] ?? "", here[0] ?? "", first[0] ?? "")] : here];
  }));
}

function below(before, here, first) {
  if (!before || here.includes(before)) return here;
  if (before.includes(here)) return before;
  const added = first && here.startsWith(first) ? here.slice(first.length).trim() : here;
  return before.includes(added) ? before : `${before}\n\n${added}`;
}

// The server put `sent` beside another device's words while its writer went on to `here`: her words, and theirs.
export function spliced(incoming, sent, here) {
  const at = sent && typeof incoming === "string" ? incoming.indexOf(sent) : -1;
  return at < 0 ? null : { at, text: incoming.slice(0, at) + here + incoming.slice(at + sent.length) };
}
