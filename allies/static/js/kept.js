// What this tab keeps of a draft until the server has it: the text and when.
const name = (key) => `draft:${key}`;

export function recall(key) {
  try {
    return JSON.parse(sessionStorage.getItem(name(key)));
  } catch {
    return null;
  }
}

export function remember(key, text) {
  try {
    sessionStorage.setItem(name(key), JSON.stringify({ text, at: Date.now() }));
  } catch { /* storage refused or full */ }
}

export function forget(key) {
  try {
    sessionStorage.removeItem(name(key));
  } catch { /* nothing was kept */ }
}
