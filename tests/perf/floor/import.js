import { open, put } from "./rows.js";

const database = await open();
const status = document.querySelector("p");
document.querySelector("input").addEventListener("change", async (event) => {
  const bytes = await event.target.files[0].arrayBuffer();
  const parsed = JSON.parse(new TextDecoder().decode(bytes));
  await put(database, [["package", bytes]]);
  status.textContent = `Saved ${parsed.CFItems.length}`;
});
status.textContent = "Ready";
