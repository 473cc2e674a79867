// Keeps one whole version of the app on the device, so that it opens with no network.
//
// `cargo xtask dist` writes `const FILES = { path: SHA-256, … }` in front of this script: all files of one version. A version is kept
// whole or not at all, is checked byte by byte while it is fetched, and replaces the last one only when the learner agrees.
//
// What other apps share with Cairn arrives here, too, as a form that is posted, and waits in a cache of its own until the learner
// takes it or throws it away: `src/platform/shared.rs` reads it.
"use strict";

const CACHE = "cairn-app ";
/** Where `cairn serve` keeps portfolios. They are never the app, and never answered from here. */
const STORAGE = "dav";
const PAGE = "index.html";
/** Where the system posts what is shared, and where the page is that shows it. */
const SHARE = "share";
const SHARED = "cairn-shared ";
/** So many things may wait. Any site can post a form, and none may fill the device. */
const MOST_WAITING = 200;

const scope = new URL(registration.scope);
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const sha256 = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));

/** The name of this version's cache: other files, another name. Caches are shared by the origin, so the scope is part of it. */
const version = sha256(new TextEncoder().encode(JSON.stringify(FILES))).then((hash) => `${CACHE}${scope.pathname} ${hash}`);

addEventListener("install", (event) => event.waitUntil(keepThisVersion()));
addEventListener("activate", (event) => event.waitUntil(Promise.all([forgetOtherVersions(), clients.claim()])));
addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(skipWaiting());
});
addEventListener("fetch", (event) => {
  if (isShared(event.request)) return event.respondWith(takeIn(event.request));
  const path = pathKept(event.request);
  if (path !== undefined) event.respondWith(kept(path, event.request));
});

async function keepThisVersion() {
  const name = await version;
  const cache = await caches.open(name);
  try {
    await Promise.all(Object.entries(FILES).map(([path, hash]) => keep(cache, path, hash)));
  } catch (problem) {
    await caches.delete(name);
    throw problem;
  }
}

/** Puts one file into the cache: from an older version when that had the same bytes, else from the server. */
async function keep(cache, path, hash) {
  const url = new URL(path, scope).href;
  const older = await caches.match(url);
  if (older && (await sha256(await older.clone().arrayBuffer())) === hash) return cache.put(url, older);
  // A name with a hash in it may come from the browser's own cache; any other must come from the server as it is now.
  const answer = await fetch(url, { cache: path.includes(hash.slice(0, 16)) ? "default" : "no-cache", credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  if ((await sha256(bytes)) !== hash) throw new Error(`${path} is not the file that belongs to this version`);
  return cache.put(url, new Response(bytes, { headers: headersOf(answer) }));
}

/** The headers that still hold for bytes that are no longer compressed. */
function headersOf(answer) {
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
  return headers;
}

async function forgetOtherVersions() {
  const mine = `${CACHE}${scope.pathname} `;
  const current = await version;
  const others = (await caches.keys()).filter((name) => name.startsWith(mine) && name !== current);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** The file of this version that answers the request; undefined when the request is none of our business. */
function pathKept(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return undefined;
  const path = decodeURI(url.pathname.slice(scope.pathname.length));
  if (path === STORAGE || path.startsWith(`${STORAGE}/`)) return undefined;
  if (Object.hasOwn(FILES, path)) return path;
  return request.mode === "navigate" ? PAGE : undefined;
}

async function kept(path, request) {
  const cache = await caches.open(await version);
  // A browser short of space may have emptied the cache: then the network is the next best.
  return (await cache.match(new URL(path, scope).href)) ?? fetch(request);
}

/** Whether the browser goes to the page with something in its hands. */
function isShared(request) {
  const url = new URL(request.url);
  const here = url.origin === scope.origin && url.pathname === `${scope.pathname}${SHARE}`;
  return here && request.method === "POST" && request.mode === "navigate";
}

/** Keeps what was shared and leads to the page that shows it. What does not fit is said there: it is still where it came from. */
async function takeIn(request) {
  const page = new URL(SHARE, scope);
  try {
    await keepShared(await request.formData());
  } catch (problem) {
    console.warn("What was shared could not be kept.", problem);
    page.search = "?lost=true";
  }
  return Response.redirect(page.href, 303);
}

/** Each file and the words beside them stand for themselves: what was taken goes, and what was not still waits. */
async function keepShared(form) {
  const cache = await caches.open(`${SHARED}${scope.pathname}`);
  const files = form.getAll("files").filter((file) => file instanceof File && file.name !== "");
  const words = Object.fromEntries(["title", "text", "url"].map((name) => [name, String(form.get(name) ?? "")]));
  if ((await cache.keys()).length + files.length >= MOST_WAITING) throw new Error("too much is waiting already");
  const folder = `${scope.href}${SHARE}/${Date.now()}-${crypto.randomUUID()}`;
  const kept = [];
  const keep = async (name, body, headers) => {
    kept.push(`${folder}/${name}`);
    await cache.put(`${folder}/${name}`, new Response(body, { headers }));
  };
  try {
    for (const [place, file] of files.entries()) {
      await keep(`${place + 1}`.padStart(4, "0"), file, { "X-Name": encodeURIComponent(file.name) });
    }
    if (Object.values(words).some((text) => text.trim() !== "")) await keep("words", JSON.stringify(words), {});
  } catch (problem) {
    await Promise.all(kept.map((address) => cache.delete(address)));
    throw problem;
  }
}
