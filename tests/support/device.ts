import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, type Page, chromium as playwright } from "@playwright/test";
import { chromium } from "./browser.ts";
import { complaints } from "./console.ts";
import type { RecordingProxy } from "./proxy.ts";

/** A browser with a profile of its own on disk: it can be closed and opened again, and shares nothing with any other. */
export class Device {
  private context: BrowserContext | undefined;
  /** Where the browser keeps everything. */
  readonly profile = mkdtempSync(join(tmpdir(), "cairn-device-"));
  private found: string[][] = [];

  constructor(
    private readonly proxy: RecordingProxy,
    private readonly options: BrowserContextOptions,
  ) {
    // Else Chromium asks its maker whether a password that was typed is known to have leaked.
    mkdirSync(join(this.profile, "Default"));
    const preferences = { profile: { password_manager_leak_detection: false } };
    writeFileSync(join(this.profile, "Default", "Preferences"), JSON.stringify(preferences));
  }

  /** Opens the browser at an address; relative ones begin at the app's. */
  async open(address = ""): Promise<Page> {
    this.context ??= await playwright.launchPersistentContext(this.profile, {
      ...chromium,
      ...this.options,
      proxy: this.proxy.settings,
    });
    this.found.push(complaints(this.context));
    const page = this.context.pages()[0] ?? (await this.context.newPage());
    await page.goto(address);
    return page;
  }

  /** Closes the browser, as a person does: nothing is asked of the page. */
  async close(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
  }

  /** Its pages, while it is open. */
  get browser(): BrowserContext | undefined {
    return this.context;
  }

  /** What its pages complained about. */
  get complaints(): string[] {
    return this.found.flat();
  }

  async end(): Promise<void> {
    await this.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}
