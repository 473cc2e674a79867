// Writes each photo and a small picture of it: the least that taking photos in can be.
const SIDE = 320;

async function write(folder, name, blob) {
  const handle = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
  handle.write(new Uint8Array(await blob.arrayBuffer()));
  handle.flush();
  handle.close();
}

addEventListener("message", async ({ data: files }) => {
  const folder = await navigator.storage.getDirectory();
  for (const [number, file] of files.entries()) {
    await write(folder, `${number}`, file);
    const large = await createImageBitmap(file);
    const scale = SIDE / Math.max(large.width, large.height);
    const canvas = new OffscreenCanvas(Math.ceil(large.width * scale), Math.ceil(large.height * scale));
    const pen = canvas.getContext("2d");
    pen.imageSmoothingQuality = "high";
    pen.drawImage(large, 0, 0, canvas.width, canvas.height);
    large.close();
    const small = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
    await write(folder, `${number}-small`, small);
    postMessage(small);
  }
});
postMessage("Ready");
