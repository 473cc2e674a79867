import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

const DIST = process.env.CAIRN_DIST ?? "../dist";

/** Whether the app under test is taken apart, as learners get it. */
export const isInParts = () => readdirSync(DIST).some((name) => name.startsWith("cairn-part-"));

/** A copy of the built app in which a test can publish other versions. */
export class Release {
  readonly folder = mkdtempSync(join(tmpdir(), "cairn-release-"));

  constructor() {
    cpSync(DIST, this.folder, { recursive: true });
  }

  /** Publishes a version whose page has another title. With `broken` its service worker is told of bytes that the page does not have. */
  publish(title: string, { broken = false } = {}): void {
    const page = this.read("index.html");
    const next = page.replace(/<title>.*<\/title>/, `<title>${title}</title>`);
    const worker = this.read("service-worker.js").replace(sha256(page), sha256(broken ? `${next} ` : next));
    this.write("index.html", next);
    this.write("service-worker.js", worker);
  }

  end(): void {
    rmSync(this.folder, { recursive: true });
  }

  private read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  /** Writes a file and takes away its compressed copies, which would be served instead. */
  private write(name: string, text: string): void {
    for (const encoding of ["br", "gz"]) rmSync(join(this.folder, `${name}.${encoding}`), { force: true });
    writeFileSync(join(this.folder, name), text);
  }
}
