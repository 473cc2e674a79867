import { all, open, put } from "./rows.js";

const PIECES = 44;
const WORDS = "It lost four minutes an hour, because the water runs slower when there is less of it. ".repeat(8);

const database = await open();
let rows = await all(database);
if (rows.length === 0) {
  await put(database, Array.from({ length: PIECES }, (_, at) => [at, { title: `Piece ${at}`, date: "2026-11-26", words: WORDS }]));
  await navigator.serviceWorker.register("start-worker.js");
  await navigator.serviceWorker.ready;
  rows = await all(database);
}
const list = document.querySelector("ul");
for (const { title, date, words } of rows) {
  const item = document.createElement("li");
  for (const [name, text] of [["h2", title], ["p", date], ["p", words]]) {
    item.append(Object.assign(document.createElement(name), { textContent: text }));
  }
  list.append(item);
}
