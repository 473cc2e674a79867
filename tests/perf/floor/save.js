import { open, put } from "./rows.js";

const database = await open();
const status = document.querySelector("p");
document.querySelector("textarea").addEventListener("input", async (event) => {
  status.textContent = "Saving";
  await put(database, [[crypto.randomUUID(), { text: event.target.value, date: "2026-11-26" }]]);
  status.textContent = "Saved";
});
status.textContent = "Ready";
