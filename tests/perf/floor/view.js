// A file that was kept is shown from where it lies; one that is given is kept for the next time.
const NAME = "shown";
const status = document.querySelector("p");
const folder = await navigator.storage.getDirectory();
const kept = await folder.getFileHandle(NAME).catch(() => undefined);
if (kept) {
  const bytes = await kept.getFile();
  const start = new Uint8Array(await bytes.slice(0, 4).arrayBuffer());
  const isDocument = String.fromCharCode(...start) === "%PDF";
  const shown = document.createElement(isDocument ? "iframe" : "video");
  const type = isDocument ? "application/pdf" : "video/webm";
  shown.src = URL.createObjectURL(bytes.slice(0, bytes.size, type));
  shown.preload = "metadata";
  document.body.append(shown);
}
document.querySelector("input").addEventListener("change", async (event) => {
  const writer = await (await folder.getFileHandle(NAME, { create: true })).createWritable();
  await event.target.files[0].stream().pipeTo(writer);
  status.textContent = "Kept";
});
status.textContent = "Ready";
