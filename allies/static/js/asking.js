// Asks the server about words in pauses: their fragment, or nothing when they were written on meanwhile.
// A server that is asked too often says 429: `quietUntil` is when to ask again.
const TOO_MANY = 10_000;

export function asker(form, url) {
  let asking;
  const self = {
    quietUntil: 0,
    stop: () => asking?.abort(),
    // Throws for no connection, an ended session or a refusal.
    async ask(fields) {
      asking?.abort();
      const { signal } = (asking = new AbortController());
      try {
        const response = await fetch(url, {
          method: "POST", redirect: "manual", signal, body: new URLSearchParams(fields),
          headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value ?? "", "X-Requested-With": "fetch" },
        });
        if (response.status === 429) self.quietUntil = performance.now() + TOO_MANY;
        if (!response.ok) throw new Error(String(response.status));
        const answer = document.createElement("template");
        answer.innerHTML = await response.text();
        return signal.aborted ? null : answer.content;
      } catch (problem) {
        if (signal.aborted) return null;
        throw problem;
      }
    },
  };
  return self;
}
