import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Somebody with storage on the server. */
export interface Account {
  name: string;
  password: string;
}

/** Everyone who has storage on a server of the tests. */
export const ANA: Account = { name: "ana", password: "moss and stone" };
export const BEN: Account = { name: "ben", password: "fern and flint" };

/** What to serve, where it is not the built app at the root of its origin. */
export interface Options {
  dist?: string;
  base?: string;
}

/** A real `cairn serve` on a port of its own with an empty storage folder of its own. */
export class Cairn {
  private child: ChildProcess | undefined;
  private port = 0;
  /** Holds the accounts and what learners stored. */
  readonly folder = mkdtempSync(join(tmpdir(), "cairn-e2e-"));

  private constructor(private readonly options: Options) {}

  /** Starts a server with storage for Ana and Ben. */
  static async start(options: Options = {}): Promise<Cairn> {
    const cairn = new Cairn(options);
    for (const { name, password } of [ANA, BEN]) {
      execFileSync(program(), ["account", "add", name, "--accounts", cairn.accounts], { input: `${password}\n` });
    }
    await cairn.goOnline();
    return cairn;
  }

  /** The address of the app. */
  get url(): string {
    return `http://127.0.0.1:${this.port}${this.options.base ?? "/"}`;
  }

  /** `127.0.0.1:PORT`. */
  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** The folder that holds what an account stored. */
  stored(account: Account): string {
    return join(this.folder, "data", account.name);
  }

  /** The address that the app is given to connect to an account's storage. */
  storage(account: Account): string {
    return `${this.url}dav/${account.name}/`;
  }

  /** Pulls the network cable: the server ends, and with it every connection. */
  async goOffline(): Promise<void> {
    if (!this.child) return;
    const ended = once(this.child, "exit");
    this.child.stdin?.end();
    await ended;
    this.child = undefined;
  }

  /** Starts the server again, at the same address once it has one. */
  async goOnline(): Promise<void> {
    if (this.child) return;
    const { base = "/", dist = process.env.CAIRN_DIST ?? "../dist" } = this.options;
    const child = spawn(
      program(),
      ["serve", "--port", `${this.port}`, "--base", base, "--dist", dist]
        .concat("--data", join(this.folder, "data"), "--accounts", this.accounts, "--until-stdin-closes"),
      { stdio: ["pipe", "pipe", "inherit"] },
    );
    this.child = child;
    const line = await firstLine(child);
    this.port = Number(new URL(line.slice(line.indexOf("http://"))).port);
  }

  /** Ends the server and deletes what it stored. */
  async end(): Promise<void> {
    await this.goOffline();
    rmSync(this.folder, { recursive: true });
  }

  private get accounts(): string {
    return join(this.folder, "accounts");
  }
}

function program(): string {
  const cairn = process.env.CAIRN;
  if (!cairn) throw new Error("CAIRN does not say where the server is: start the tests with `cargo xtask e2e`");
  return cairn;
}

async function firstLine(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const piece of child.stdout ?? []) {
    said += piece;
    if (said.includes("\n")) return said.trim();
  }
  throw new Error("cairn serve ended before it had an address");
}
