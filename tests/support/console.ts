import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** Words that a browser writes to the console without anybody having made a mistake. */
const EXPECTED = [
  // The server is gone: the browser says so itself for every request, whatever the page does about it.
  /Failed to load resource: net::ERR_(CONNECTION_REFUSED|EMPTY_RESPONSE|CONNECTION_RESET|INTERNET_DISCONNECTED)/,
];

/** How WebDAV answers what is asked of it every day: it is not there yet, its folder is not there yet, the folder is there already. */
const STORAGE_SAYS = /Failed to load resource: the server responded with a status of (404|405|409)/;

function isExpected(words: string, url: string): boolean {
  if (STORAGE_SAYS.test(words)) return new URL(url).pathname.includes("/dav/");
  return EXPECTED.some((expected) => expected.test(words));
}

/** Collects what the pages of a context complain about: errors and warnings, and exceptions that nobody caught. */
export function complaints(context: BrowserContext): string[] {
  const found: string[] = [];
  context.on("console", (message: ConsoleMessage) => {
    const isComplaint = message.type() === "error" || message.type() === "warning";
    if (isComplaint && !isExpected(message.text(), message.location().url)) found.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => found.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  return found;
}
