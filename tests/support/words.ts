import { readFileSync } from "node:fs";

/** A language that the app speaks, as a browser asks for it. */
export type Language = "en" | "es";

type Entry = string | Record<string, string>;

/** The app's own words in one language, from the catalogue that it is built with. */
export class Words {
  constructor(private readonly language: Language) {}

  /** The words of an entry such as `welcome.next`, with their places filled; `n` decides between singular and plural. */
  say(name: string, values: Record<string, string | number> = {}): string {
    const [place = "", key = ""] = name.split(".");
    const entry = this.place(place)[key];
    if (entry === undefined) throw new Error(`the catalogue has no ${name}`);
    const rule = new Intl.PluralRules(this.language).select(Number(values.n));
    const words = typeof entry === "string" ? entry : (entry[rule] ?? entry.other ?? "");
    return words.replace(/\{(\w+)\}/g, (_, value: string) => `${values[value]}`);
  }

  private place(place: string): Record<string, Entry> {
    const file = new URL(`../../locales/${this.language}/${place}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, Entry>;
  }
}
