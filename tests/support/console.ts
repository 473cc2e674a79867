import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** Words that a browser writes to the console without anybody having made a mistake. */
const EXPECTED = [
  // The server is gone: the browser says so itself for every request, whatever the page does about it.
  /Failed to load resource: net::ERR_(CONNECTION_REFUSED|EMPTY_RESPONSE|CONNECTION_RESET|INTERNET_DISCONNECTED)/,
];

/** Collects what the pages of a context complain about: errors and warnings, and exceptions that nobody caught. */
export function complaints(context: BrowserContext): string[] {
  const found: string[] = [];
  const note = (words: string) => EXPECTED.some((expected) => expected.test(words)) || found.push(words);
  context.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error" || message.type() === "warning") note(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`));
  return found;
}
