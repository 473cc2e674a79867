import { test as base, expect } from "@playwright/test";
import { chromium } from "./browser.ts";
import { Cairn } from "./cairn.ts";
import { complaints } from "./console.ts";
import { Device } from "./device.ts";
import { RecordingProxy } from "./proxy.ts";
import { tellIfFailed } from "./witness.ts";

export { expect };
export { ANA, BEN } from "./cairn.ts";
export { expectAccessible } from "./axe.ts";

/** What the app complains of where `serviceWorkers` is `block`: nothing is registered then, which no browser does by itself. */
export const NO_SERVICE_WORKER = /Service Worker registration blocked|ServiceWorkerRegistration|reading 'waiting'/;

/** Matches no text at all. */
const NOTHING = /(?!)/;

interface ForEachTest {
  /** The server, with its own address and empty storage. */
  cairn: Cairn;
  /** Makes a browser with a profile of its own, which can be closed and opened again. */
  newDevice: () => Device;
  /** A complaint that this test wants, taken out of what makes it fail. */
  expectedComplaint: RegExp;
}

interface ForEachWorker {
  /** Stands between every browser and everyone else. */
  gate: RecordingProxy;
}

/** A test with a server, behind the recording proxy: it fails if anything is asked of anyone else, or complained about in a console. */
export const test = base.extend<ForEachTest, ForEachWorker>({
  gate: [
    async ({}, use) => {
      const proxy = await RecordingProxy.start();
      await use(proxy);
      await proxy.end();
    },
    { scope: "worker" },
  ],
  launchOptions: [async ({ gate }, use) => use({ ...chromium, proxy: gate.settings }), { scope: "worker" }],

  cairn: async ({ gate }, use) => {
    const cairn = await Cairn.start();
    gate.letIn(cairn.host);
    await use(cairn);
    await cairn.end();
    expect(gate.foreign.splice(0), "requests to anyone but the app's own server").toEqual([]);
  },
  baseURL: async ({ cairn }, use) => use(cairn.url),
  expectedComplaint: [NOTHING, { option: true }],

  context: async ({ context, expectedComplaint }, use, info) => {
    const found = complaints(context);
    await use(context);
    await tellIfFailed(context, info);
    expect(unexpected(found, expectedComplaint), "complaints in the console").toEqual([]);
  },

  newDevice: async ({ gate, baseURL, locale, timezoneId, viewport, expectedComplaint }, use, info) => {
    const devices: Device[] = [];
    await use(() => {
      const device = new Device(gate, { baseURL, locale, timezoneId, viewport });
      devices.push(device);
      return device;
    });
    for (const device of devices) await tellIfFailed(device.browser, info);
    await Promise.all(devices.map((device) => device.end()));
    const found = devices.flatMap((device) => device.complaints);
    expect(unexpected(found, expectedComplaint), "complaints in the console").toEqual([]);
  },
});

function unexpected(found: string[], expected: RegExp): string[] {
  return found.filter((words) => !expected.test(words));
}
