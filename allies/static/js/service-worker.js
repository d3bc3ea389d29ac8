// Keeps urgent help readable without a connection, and /now/ where a member said so on this device. Served at /service-worker.js
// (scope: the whole site); its address carries the harmless site: /service-worker.js?exit=https://…
const HELP = "/help/now/";
const LEAVE = "/leave/";
const STORE = "help-1";
const NOW = "/now/";
const NOW_KEPT = "/now/kept/"; // the same questions, with the whole table of answers
const NOW_STORE = "now-1"; // is there only while somebody wants it: see now-keep.js
const PATIENCE = 4000; // a connection that does not answer is no connection

const asked = new URL(self.location).searchParams.get("exit") || "";
const EXIT = /^https?:\/\//.test(asked) ? asked : "about:blank";

const sameOrigin = (url) => url.origin === self.location.origin;

// The stylesheet, scripts and pictures that the page names, and the modules those scripts import.
function named(text, base, pattern) {
  return [...text.matchAll(pattern)].map((match) => new URL(match[1], base)).filter(sameOrigin);
}

async function keep(address, store, credentials) {
  const page = await fetch(address, { credentials, cache: "no-cache" });
  if (!page.ok || page.redirected) throw new Error(`${address} did not answer`);
  const html = await page.clone().text();
  const parts = named(html, page.url, /<(?:link[^>]*\shref|script[^>]*\ssrc|img[^>]*\ssrc)="([^"]+\.(?:css|js|svg|png|jpg|webp)(?:\?[^"]*)?)"/g);
  const keep = new Map(await Promise.all(parts.map(async (url) => [url.href, await fetch(url, { credentials: "omit" })])));
  for (const [href, response] of [...keep]) {
    if (!href.split("?")[0].endsWith(".js")) continue;
    for (const url of named(await response.clone().text(), href, /(?:^|\n)import\s*(?:[^"';]*from\s*)?["']([^"']+)["']/g)) {
      keep.set(url.href, await fetch(url, { credentials: "omit" }));
    }
  }
  await store.put(address, page);
  for (const [href, response] of keep) if (response.ok) await store.put(href, response);
  for (const old of await store.keys()) {
    if (!keep.has(old.url) && new URL(old.url).pathname !== address) await store.delete(old);
  }
}

const keepHelp = async () => keep(HELP, await caches.open(STORE), "omit");
const keepNow = (store) => keep(NOW_KEPT, store, "same-origin");

const keptHelp = async () => (await caches.match(HELP, { cacheName: STORE })) || Response.error();

async function fromNetwork(event) {
  return (await event.preloadResponse) || fetch(event.request);
}

async function help(event) {
  const kept = await keptHelp();
  if (kept.type === "error") return fromNetwork(event);
  return soonOr(kept, event, keepHelp);
}

async function now(event) {
  const store = (await caches.has(NOW_STORE)) && (await caches.open(NOW_STORE));
  const kept = store && (await store.match(NOW_KEPT));
  // Into that very store: when it is removed meanwhile, what comes late goes with it.
  return kept ? soonOr(kept, event, () => keepNow(store)) : fromNetwork(event).catch(keptHelp);
}

// The network's answer, and `kept` when it does not come in time. What came means that there is a connection: keep anew.
function soonOr(kept, event, again) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  const answer = fromNetwork(event).then((found) => (found.status >= 500 ? kept : found)).catch(() => kept);
  event.waitUntil(answer.then((found) => found !== kept && again()).catch(() => {}));
  return Promise.race([answer, late]);
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepHelp().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (![STORE, NOW_STORE].includes(name)) await caches.delete(name);
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !sameOrigin(url)) return;
  if (request.mode === "navigate") {
    if (url.pathname === HELP) event.respondWith(help(event));
    else if (url.pathname === NOW) event.respondWith(now(event));
    else if (url.pathname === LEAVE) event.respondWith(fromNetwork(event).catch(() => Response.redirect(EXIT, 302)));
    else event.respondWith(fromNetwork(event).catch(keptHelp));
  } else if (["style", "script", "image"].includes(request.destination)) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) || Response.error()));
  }
});

self.addEventListener("message", (event) => {
  if (event.data !== "keep-now") return;
  const kept = caches.open(NOW_STORE).then(keepNow).then(() => true, () => caches.delete(NOW_STORE).then(() => false));
  event.waitUntil(kept.then((done) => event.ports[0]?.postMessage(done)));
});
