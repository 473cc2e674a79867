import type { Page } from "@playwright/test";

/** Everything on the page as it is that a reader could not see whole, in words: what is wrong, and with which element. */
export function faults(page: Page): Promise<string[]> {
  return page.evaluate(look);
}

/** Runs in the page, so it brings along everything that it needs. */
function look(): string[] {
  /** Layout is in fractions of a pixel, scroll sizes are whole: one pixel is no fault. */
  const SLACK = 1;
  type Axis = "x" | "y";
  const found = new Set<string>();
  const width = document.documentElement.clientWidth;

  const name = (element: Element) => {
    const classes = Array.from(element.classList, (name) => `.${name}`).join("");
    const words = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName}${element.id && `#${element.id}`}${classes}>${words && ` “${words}”`}`;
  };
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  /** Made for screen readers: there, but a pixel wide. */
  const isForEars = (element: Element) => element.closest(".visually-hidden") !== null;
  const overflow = (element: Element, axis: Axis) =>
    getComputedStyle(element)[axis === "x" ? "overflowX" : "overflowY"];
  /** A frame through which something larger is seen, and in which the hand moves that about. */
  const isMovedIn = (element: Element) => getComputedStyle(element).touchAction === "none" && /clip/.test(overflow(element, "x"));
  const scrolls = (element: Element, axis: Axis) => /auto|scroll/.test(overflow(element, axis)) || isMovedIn(element);
  const clips = (element: Element, axis: Axis) => /hidden|clip/.test(overflow(element, axis));

  /** The element and all that it stands in, from the inside out, without the root: its scrolling is looked at on its own. */
  function upwards(element: Element): Element[] {
    const all = [];
    for (let at: Element | null = element; at && at !== document.documentElement; at = at.parentElement) all.push(at);
    return all;
  }

  /** Whether somebody can scroll sideways to what this element shows. */
  const isInScroller = (element: Element) => upwards(element).some((above) => scrolls(above, "x"));

  function lookAtSides() {
    const all = document.scrollingElement?.scrollWidth ?? width;
    if (all <= width) return;
    found.add(`the page scrolls sideways: ${all} px in ${width} px`);
    for (const element of document.body.querySelectorAll("*")) {
      const { right, left } = element.getBoundingClientRect();
      const sticksOut = (right > width + SLACK || left < -SLACK) && isShown(element) && !isInScroller(element);
      if (sticksOut && !isForEars(element)) found.add(`reaches over the side: ${name(element)}`);
    }
  }

  function lookAtText(text: Text) {
    const parent = text.parentElement;
    if (!parent || !text.data.trim() || !isShown(parent) || isForEars(parent)) return;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = Array.from(range.getClientRects()).filter((box) => box.width > 0 && box.height > 0);
    for (const axis of ["x", "y"] as const) {
      const [start, end] = axis === "x" ? (["left", "right"] as const) : (["top", "bottom"] as const);
      let isInBox = false;
      let isFree = false;
      for (const above of upwards(parent)) {
        if (scrolls(above, axis)) break;
        const box = above.getBoundingClientRect();
        const isOut = boxes.some((line) => line[end] > box[end] + SLACK || line[start] < box[start] - SLACK);
        if (isOut && clips(above, axis)) found.add(`text is cut off by ${name(above)}: ${name(parent)}`);
        // Words that are larger than their box show, but over whatever stands beside it. Letters reach over a line that is set tight.
        const tight = axis === "y" ? Number.parseFloat(getComputedStyle(parent).fontSize) / 2 : 0;
        const isFarOut = boxes.some((line) => line[end] > box[end] + SLACK + tight || line[start] < box[start] - SLACK - tight);
        const { display, position } = getComputedStyle(above);
        const isBox = display !== "inline" && display !== "contents";
        if (isFarOut && isBox && !isFree && (axis === "y" || !isInBox)) found.add(`text sticks out of ${name(above)}`);
        isInBox ||= isBox;
        // What is placed by itself stands where it likes.
        isFree ||= /absolute|fixed/.test(position);
      }
    }
  }

  function lookAtClipping(element: Element) {
    const cut = (["x", "y"] as const).some((axis) => {
      const [all, seen] =
        axis === "x" ? [element.scrollWidth, element.clientWidth] : [element.scrollHeight, element.clientHeight];
      return clips(element, axis) && !isMovedIn(element) && all > seen + SLACK;
    });
    const hasText = (element.textContent ?? "").trim() !== "" && element instanceof HTMLElement;
    if (cut && hasText && isShown(element) && !isForEars(element)) found.add(`holds more than it shows: ${name(element)}`);
  }

  /** The words of a drawing stand where they are told to, also over one another. */
  function lookAtDrawing(drawing: SVGSVGElement) {
    const texts = Array.from(drawing.querySelectorAll("text")).filter(isShown);
    for (const [place, text] of texts.entries()) {
      const box = text.getBoundingClientRect();
      const isUnder = (other: Element) => {
        const { left, right, top, bottom } = other.getBoundingClientRect();
        const wide = Math.min(right, box.right) - Math.max(left, box.left);
        const high = Math.min(bottom, box.bottom) - Math.max(top, box.top);
        return wide > SLACK && high > SLACK;
      };
      for (const other of texts.slice(place + 1).filter(isUnder)) found.add(`words over words: ${name(text)} and ${name(other)}`);
    }
  }

  /** Fields draw their words themselves: measured with the same letters. */
  function lookAtField(field: HTMLInputElement | HTMLSelectElement) {
    if (!isShown(field) || isForEars(field)) return;
    const words = field instanceof HTMLSelectElement ? field.selectedOptions[0]?.label : field.placeholder;
    const pen = document.createElement("canvas").getContext("2d");
    if (!words || !pen) return;
    const style = getComputedStyle(field);
    // Names that nobody here chose end in dots; the list, when it is open, has them whole.
    if (style.textOverflow === "ellipsis") return;
    pen.font = style.font;
    // The arrow of a list takes about the height of its letters.
    const arrow = field instanceof HTMLSelectElement ? Number.parseFloat(style.fontSize) : 0;
    const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) - arrow;
    const needed = pen.measureText(words).width;
    if (needed > room + SLACK) found.add(`“${words}” needs ${Math.ceil(needed)} px of ${Math.floor(room)}: ${name(field)}`);
  }

  lookAtSides();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) lookAtText(text as Text);
  for (const element of document.body.querySelectorAll("*")) lookAtClipping(element);
  for (const drawing of document.body.querySelectorAll("svg")) lookAtDrawing(drawing);
  for (const field of document.body.querySelectorAll<HTMLInputElement | HTMLSelectElement>("select, input[placeholder]")) {
    lookAtField(field);
  }
  return Array.from(found);
}
