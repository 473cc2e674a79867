// A map as small as it can be: stones on a grid that nobody had to lay out, with the trails between those in sight. As many as the address says.
const COUNT = Number(location.search.slice(1));
const [WIDE, HIGH, COLUMNS] = [180, 110, Math.ceil(Math.sqrt(COUNT))];
const NS = "http://www.w3.org/2000/svg";

const stones = Array.from({ length: COUNT }, (_, place) => ({
  name: `I can do number ${place}`,
  x: (place % COLUMNS) * WIDE,
  y: Math.floor(place / COLUMNS) * HIGH,
  from: [1, 7, COLUMNS].map((back) => place - back).filter((before) => before >= 0),
}));
const goals = new Set();
const main = document.querySelector("main");
let [left, top] = [0, 0];

function draw() {
  const isSeen = ({ x, y }) => x > left - WIDE && x < left + main.clientWidth && y > top - HIGH && y < top + main.clientHeight;
  const trails = document.createElementNS(NS, "svg");
  const shown = stones.filter(isSeen).map((stone) => {
    const { name, x, y, from } = stone;
    for (const before of from) {
      const trail = document.createElementNS(NS, "path");
      trail.setAttribute("d", `M${stones[before].x - left + 60} ${stones[before].y - top + 30}L${x - left + 60} ${y - top + 30}`);
      trails.append(trail);
    }
    const button = Object.assign(document.createElement("button"), { textContent: name });
    button.ariaPressed = String(goals.has(name));
    button.style.left = `${x - left}px`;
    button.style.top = `${y - top}px`;
    return button;
  });
  main.replaceChildren(trails, ...shown);
}

main.addEventListener("click", ({ target }) => {
  goals.add(target.textContent);
  draw();
});
main.addEventListener("wheel", (event) => {
  event.preventDefault();
  left += event.deltaX;
  top += event.deltaY;
  draw();
});
draw();
