const worker = new Worker("thumbs-worker.js", { type: "module" });
worker.onmessage = ({ data }) => {
  if (data === "Ready") {
    document.querySelector("p").textContent = data;
    return;
  }
  const image = document.createElement("img");
  image.src = URL.createObjectURL(data);
  document.querySelector("ul").appendChild(document.createElement("li")).append(image);
};
document.querySelector("input").addEventListener("change", (event) => worker.postMessage(Array.from(event.target.files)));
