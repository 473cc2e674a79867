import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { FileToGive } from "../support/files.ts";

const LIST = "README.md";

/** Every file below a folder of the shared ones, without the lists of what they are. What it is called says nothing of its type. */
export function filesOf(folder: string): FileToGive[] {
  const shared = process.env.CAIRN_SHARED;
  if (!shared) throw new Error("CAIRN_SHARED does not say where the files are: start this with `cargo xtask shared DIR`");
  const entries = readdirSync(join(shared, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== LIST);
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return paths.map((path) => ({ name: basename(path), mimeType: "", buffer: readFileSync(path) }));
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
