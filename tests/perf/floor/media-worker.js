// Reads the blob into one buffer, again and again, and writes it: the least that copying a file can be.
const CHUNK = 8 * 1024 * 1024;

addEventListener("message", async ({ data: file }) => {
  const folder = await navigator.storage.getDirectory();
  const handle = await (await folder.getFileHandle("file", { create: true })).createSyncAccessHandle();
  const reader = file.stream().getReader({ mode: "byob" });
  let buffer = new ArrayBuffer(CHUNK);
  let at = 0;
  for (;;) {
    const { value, done } = await reader.read(new Uint8Array(buffer));
    if (done) break;
    handle.write(value, { at });
    at += value.byteLength;
    buffer = value.buffer;
  }
  handle.flush();
  handle.close();
  postMessage(`Saved ${at}`);
});
postMessage("Ready");
