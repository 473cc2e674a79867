import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const FOLDER = new URL("floor/", import.meta.url).pathname;
const TYPES: Record<string, string> = { ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript" };

/** Serves the floor pages: HTML and JavaScript by hand that do the same work as the app, and nothing else. */
export class Floor {
  private readonly server: Server = createServer((asked, answer) => {
    const path = normalize(new URL(asked.url ?? "/", "http://floor").pathname);
    const type = TYPES[extname(path)];
    const file = join(FOLDER, path);
    if (type && existsSync(file)) answer.writeHead(200, { "Content-Type": type }).end(readFileSync(file));
    else answer.writeHead(404).end();
  });
  private port = 0;

  /** Starts, or starts again at the same address. */
  async goOnline(): Promise<void> {
    this.server.listen(this.port, "127.0.0.1");
    await once(this.server, "listening");
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Ends, and every connection with it. */
  async goOffline(): Promise<void> {
    const closed = once(this.server, "close");
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  /** The address of a page. */
  at(page: string): string {
    return `http://127.0.0.1:${this.port}/${page}`;
  }
}
