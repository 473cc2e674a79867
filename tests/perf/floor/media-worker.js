// Reads the blob into one buffer, again and again, and writes it: the least that copying a file can be. Asked to, it hashes what it
// has read, too, two buffers at a time on the browser's own thread: the least that knowing a file by its bytes can be.
const CHUNK = 8 * 1024 * 1024;

addEventListener("message", async ({ data: { file, isHashed } }) => {
  const folder = await navigator.storage.getDirectory();
  const name = isHashed ? "hashed" : "file";
  const handle = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
  const reader = file.stream().getReader({ mode: "byob" });
  let buffer = new ArrayBuffer(CHUNK);
  const digests = [];
  let at = 0;
  for (;;) {
    const { value, done } = await reader.read(new Uint8Array(buffer));
    if (done) break;
    if (isHashed && digests.push(crypto.subtle.digest("SHA-256", value)) > 1) await digests.shift();
    handle.write(value, { at });
    at += value.byteLength;
    buffer = value.buffer;
  }
  await Promise.all(digests);
  handle.flush();
  handle.close();
  postMessage(`Saved ${at}`);
});
postMessage("Ready");
