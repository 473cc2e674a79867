/** Nobody listens here: what the browser itself wants of its maker gets no answer, and none of it leaves this computer. */
const NOWHERE = "http://127.0.0.1:9/";

/** How Chromium is started, for every browser of every test. */
export const chromium = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    `--gaia-url=${NOWHERE}`,
    `--component-updater=url-source=${NOWHERE}`,
  ],
};
