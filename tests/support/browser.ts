/** Nobody listens here: what the browser itself wants of its maker gets no answer, and none of it leaves this computer. */
const NOWHERE = "http://127.0.0.1:9/";

/** How Chromium is started, for every browser of every test. */
export const chromium = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    // What the browser itself asks its maker (how to fill a form, what time it is) is not the app's doing. This list
    // takes the place of Playwright's own, so it repeats what matters of that.
    "--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,OptimizationGuideModelDownloading," +
      "MediaRouter,DialMediaRouteProvider,CertificateTransparencyComponentUpdater,Translate,HttpsUpgrades,LensOverlay,PaintHolding",
    "--no-sandbox",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    `--gaia-url=${NOWHERE}`,
    `--component-updater=url-source=${NOWHERE}`,
  ],
};
