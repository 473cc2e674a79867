const worker = new Worker("media-worker.js", { type: "module" });
const status = document.querySelector("p");
worker.onmessage = ({ data }) => {
  status.textContent = data;
};
document.querySelector("input").addEventListener("change", (event) => worker.postMessage(event.target.files[0]));
