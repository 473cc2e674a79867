import { once } from "node:events";
import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from "node:http";
import { type AddressInfo, type Socket, connect } from "node:net";
import type { Duplex } from "node:stream";

/**
 * Where Chromium fetches parts of itself once it has run for some minutes, and a model that judges questions for the camera once one was
 * asked, whatever it is told. They do not get through, either.
 */
const BROWSERS_OWN = ["redirector.gvt1.com:443", "optimizationguide-pa.googleapis.com:443"];

/**
 * A proxy on this computer that every browser of the tests must pass, loopback addresses included. It lets through what goes to hosts
 * that a test has let in, and keeps the rest: whatever a page, its workers or the browser asks of anybody else ends here, on record.
 */
export class RecordingProxy {
  /** What was asked of hosts that nobody let in. */
  readonly foreign: string[] = [];
  private readonly friends = new Set<string>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((asked, answer) => this.pass(asked, answer));
    this.server.on("connect", (asked: IncomingMessage, socket: Duplex) => this.tunnel(asked, socket));
  }

  static async start(): Promise<RecordingProxy> {
    const proxy = new RecordingProxy();
    proxy.server.listen(0, "127.0.0.1");
    await once(proxy.server, "listening");
    return proxy;
  }

  /** How a browser is told to use it; `<-loopback>` takes away the exception that browsers make for their own computer. */
  get settings(): { server: string; bypass: string } {
    const { port } = this.server.address() as AddressInfo;
    return { server: `http://127.0.0.1:${port}`, bypass: "<-loopback>" };
  }

  /** Lets a host in: `127.0.0.1:8087`. */
  letIn(host: string): void {
    this.friends.add(host);
  }

  async end(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, "close");
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const url = new URL(asked.url ?? "/", `http://${asked.headers.host}`);
    if (!this.friends.has(url.host)) {
      this.record(`${asked.method} ${url.href}`);
      answer.writeHead(502).end();
      return;
    }
    const { "proxy-connection": _, ...headers } = asked.headers;
    const onward = request(url, { method: asked.method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    // A server that is gone looks to the browser as it would without a proxy: the connection breaks.
    onward.on("error", () => asked.socket.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  }

  private tunnel(asked: IncomingMessage, socket: Duplex): void {
    const host = asked.url ?? "";
    if (!this.friends.has(host)) {
      if (!BROWSERS_OWN.includes(host)) this.record(`CONNECT ${host}`);
      socket.destroy();
      return;
    }
    const { hostname, port } = new URL(`http://${host}`);
    const onward: Socket = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  }

  private record(what: string): void {
    this.foreign.push(what);
  }
}
