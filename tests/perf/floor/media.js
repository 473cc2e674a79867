const worker = new Worker("media-worker.js", { type: "module" });
const status = document.querySelector("p");
worker.onmessage = ({ data }) => {
  status.textContent = data;
};
const isHashed = location.search === "?hashed";
document.querySelector("input").addEventListener("change", ({ target }) => worker.postMessage({ file: target.files[0], isHashed }));
