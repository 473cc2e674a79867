// Starts the worker module that its own address names: `worker.js?js=<glue>&wasm=<module>`, both beside this file.
const asked = new URL(import.meta.url).searchParams;
const beside = (name) => {
  const url = new URL(asked.get(name), import.meta.url);
  if (url.origin !== location.origin) throw new TypeError(`refused: ${url}`);
  return url.href;
};
const { default: start } = await import(beside("js"));
await start({ module_or_path: beside("wasm") });
