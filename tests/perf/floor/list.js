// A list as small as it can be: lines of one height, drawn where the page is scrolled to.
const PIECES = 10_000;
const HEIGHT = 200;
const THINGS = ["a map of a place I know", "a machine that moves", "a story with a turn", "a fair test", "a tune"];
const PLACES = ["at the canal", "in the garden", "at the market", "in the workshop", "at home", "in the hall"];
const WORDS = "We measured three times and took the middle one, because the first try did not hold. ".repeat(5);

const pieces = Array.from({ length: PIECES }, (_, place) => ({
  title: `On ${THINGS[place % 5]} ${PLACES[place % 6]}, number ${place + 1}`,
  date: "2026-11-20",
  words: WORDS,
}));
let found = pieces;
const [list, status, field] = ["ul", "p", "input"].map((name) => document.querySelector(name));

function draw() {
  const first = Math.max(0, Math.floor((scrollY - list.offsetTop) / HEIGHT) - 4);
  const seen = found.slice(first, first + Math.ceil(innerHeight / HEIGHT) + 8);
  list.style.blockSize = `${found.length * HEIGHT}px`;
  list.replaceChildren(
    ...seen.map(({ title, date, words }, place) => {
      const item = document.createElement("li");
      item.style.insetBlockStart = `${(first + place) * HEIGHT}px`;
      for (const [name, text] of [["h2", title], ["p", date], ["p", words]]) {
        item.append(Object.assign(document.createElement(name), { textContent: text }));
      }
      return item;
    }),
  );
}

function search() {
  const wanted = field.value.toLowerCase().split(" ").filter(Boolean);
  found = pieces.filter(({ title, words }) => wanted.every((word) => `${title} ${words}`.toLowerCase().includes(word)));
  status.textContent = `${found.length} pieces`;
  draw();
}

addEventListener("scroll", draw);
field.addEventListener("input", search);
search();
