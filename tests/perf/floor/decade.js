import { open, put } from "./rows.js";

// As many things with as many letters as ten years of work are in the app, in shards that are read one after the other.
const PIECES = 10_000;
const SHARDS = 64;
const WORDS = "We measured three times and took the middle one, because the first try did not hold. ".repeat(5);
const FIRST = "first";

const id = (kind, number) => `${kind}:${number.toString(36).padStart(26, "0")}`;
function piece(number) {
  const claims = Array.from({ length: 2 + (number % 2) }, (_, place) => ({
    id: `${id("claim", number)}:${place}`,
    competency: `5f0c6a52-${(number * 7 + place * 31) % 1000}`,
    level: 1 + ((number + place) % 4),
  }));
  const artifacts = number % 2 ? [] : [{ id: id("artifact", number), caption: `Number ${number}`, hash: "0".repeat(64) }];
  return { id: id("evidence", number), title: `On a fair test, number ${number}`, date: "2026-11-20", words: WORDS, claims, artifacts };
}
const EACH = Math.ceil(PIECES / SHARDS);
const shard = (number) =>
  JSON.stringify(Array.from({ length: Math.min(EACH, PIECES - number * EACH) }, (_, place) => piece(number * EACH + place)));

const database = await open();
const get = (key) =>
  new Promise((done, fail) => {
    const asked = database.transaction("rows").objectStore("rows").get(key);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
const turn = () => scheduler.postTask(() => {});

if ((await get(FIRST)) === undefined) {
  for (let number = 0; number < SHARDS; number += 1) await put(database, [[`shard ${number}`, shard(number)]]);
  await put(database, [[FIRST, JSON.stringify(Array.from({ length: 5 }, (_, place) => piece(PIECES - place)))]]);
}
const list = document.querySelector("ul");
for (const { title, date, words } of JSON.parse(await get(FIRST))) {
  const item = document.createElement("li");
  for (const [name, text] of [["h2", title], ["p", date], ["p", words]]) {
    item.append(Object.assign(document.createElement(name), { textContent: text }));
  }
  list.append(item);
}

const pieces = new Map();
const claims = new Map();
for (let number = 0; number < SHARDS; number += 1) {
  for (const piece of JSON.parse(await get(`shard ${number}`))) {
    pieces.set(piece.id, piece);
    for (const claim of piece.claims) claims.set(claim.competency, [...(claims.get(claim.competency) ?? []), claim]);
  }
  await turn();
}
globalThis.portfolio = { pieces, claims };
document.querySelector("[role=status]").textContent = `Open ${pieces.size}`;
navigator.serviceWorker.register("start-worker.js");
