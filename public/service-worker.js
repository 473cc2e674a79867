// Keeps one whole version of the app on the device, so that it opens with no network.
//
// `cargo xtask dist` writes `const FILES = { path: SHA-256, … }` in front of this script: all files of one version. A version is kept
// whole or not at all, is checked byte by byte while it is fetched, and replaces the last one only when the learner agrees.
"use strict";

const CACHE = "cairn-app ";
/** Where `cairn serve` keeps portfolios. They are never the app, and never answered from here. */
const STORAGE = "dav";
const PAGE = "index.html";

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
