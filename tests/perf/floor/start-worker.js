const KEPT = ["start.html", "start.js", "decade.html", "decade.js", "rows.js"];
addEventListener("install", (event) => event.waitUntil(caches.open("floor").then((cache) => cache.addAll(KEPT))));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));
