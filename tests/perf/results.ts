import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = new URL("results/", import.meta.url).pathname;

/** How often each thing is measured, as `cargo xtask perf` says. */
export const RUNS = Number(process.env.CAIRN_PERF_RUNS);

/** One row of the table: what the app took and what the floor took, run by run. */
export interface Row {
  name: string;
  unit: "ms" | "MB" | "frames" | "";
  app: number[];
  floor: number[];
}

/** Keeps a row for `cargo xtask perf`, which makes the table. */
export function keep(row: Row): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${row.name}.json`), JSON.stringify(row));
}
