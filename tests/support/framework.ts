import { readFileSync } from "node:fs";
import type { Language } from "./words.ts";

interface Item {
  humanCodingScheme: string;
  abbreviatedStatement: string;
  fullStatement: string;
  extensions?: { cairn?: { ways?: string[]; learn?: string[] } };
}

/** Cairn's own framework in one language, from the package that comes with the app. */
export class OwnFramework {
  private readonly document: { title: string };
  private readonly items: Item[];

  constructor(language: Language) {
    const name = language === "en" ? "cairn.json" : `cairn.${language}.json`;
    const file = new URL(`../../public/frameworks/${name}`, import.meta.url);
    const read = JSON.parse(readFileSync(file, "utf8")) as { CFDocument: { title: string }; CFItems: Item[] };
    this.document = read.CFDocument;
    this.items = read.CFItems;
  }

  get title(): string {
    return this.document.title;
  }

  /** What the item of this code is called: a subject `M`, a strand `M.N`, a competency `M.N.4`. */
  name(code: string): string {
    return this.item(code).abbreviatedStatement;
  }

  /** The whole statement of a competency. */
  statement(code: string): string {
    return this.item(code).fullStatement;
  }

  /** The first way to learn it. */
  lesson(code: string): string {
    return this.item(code).extensions?.cairn?.learn?.[0] ?? "";
  }

  private item(code: string): Item {
    const item = this.items.find((item) => item.humanCodingScheme === code);
    if (!item) throw new Error(`the framework has no ${code}`);
    return item;
  }
}
