// Starts the app: the only script that the page names itself. It runs before the body is there, so that the page is drawn in the
// learner's colours from the start.
"use strict";
(() => {
  const WORDS = {
    en: {
      start: ["This app could not start.", "Your work is safe on this device."],
      broke: ["Something broke.", "Your work up to this moment is saved on this device."],
      reload: "Reload",
    },
    es: {
      start: ["La aplicación no pudo arrancar.", "Tu trabajo está a salvo en este dispositivo."],
      broke: ["Algo se rompió.", "Tu trabajo hasta este momento está guardado en este dispositivo."],
      reload: "Volver a cargar",
    },
  };

  /** What the app has kept under a name; nothing when there is none or storage is closed to us. */
  function kept(name) {
    try {
      return JSON.parse(localStorage.getItem(`cairn.${name}`)) ?? {};
    } catch {
      return {};
    }
  }

  const { theme, language, last_profile } = kept("preferences");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

  /** The addresses that may start a worker: those that the build wrote into this very page. */
  function workerAddresses() {
    const metas = document.querySelectorAll('meta[name^="cairn-"]:not([name="cairn-base"])');
    return Array.from(metas, (meta) => new URL(meta.content, location.href).href);
  }

  // With `require-trusted-types-for 'script'` this is the only way by which text becomes markup or the address of a script. There is
  // no createScript: text never becomes code.
  globalThis.trustedTypes?.createPolicy("default", {
    createHTML(html) {
      // Leptos makes its own views from templates; they hold none of these.
      if (/<\/?(?:script|iframe|object|embed|base|meta|link|style)\b|\son\w+\s*=|javascript:/i.test(html)) {
        throw new TypeError("this markup is refused");
      }
      return html;
    },
    createScriptURL(address) {
      const { href } = new URL(address, location.href);
      if (!workerAddresses().includes(href)) throw new TypeError(`this script is refused: ${href}`);
      return href;
    },
  });

  /** Covers the page with words that need no wasm to be shown. */
  function cover(what) {
    if (document.getElementById("stopped")) return;
    const tag = [language, ...navigator.languages].find((tag) => tag && WORDS[tag.slice(0, 2)]) ?? "en";
    const words = WORDS[tag.slice(0, 2)];
    const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
    const [happened, safe] = words[what];
    const reload = element("button", words.reload);
    reload.type = "button";
    reload.addEventListener("click", () => location.reload());
    const box = element("div", "");
    box.append(element("h1", happened), element("p", safe), reload);
    const stopped = Object.assign(element("div", ""), { id: "stopped", className: "stopped", lang: tag });
    stopped.setAttribute("role", "alertdialog");
    stopped.setAttribute("aria-modal", "true");
    stopped.setAttribute("aria-label", happened);
    stopped.append(box);
    document.getElementById("skeleton")?.remove();
    for (const rest of document.body.children) rest.inert = true;
    document.body.append(stopped);
    reload.focus();
  }

  // A panic ends the wasm module: nothing that it drew answers any more, so say so.
  const watch = (problem) => problem instanceof WebAssembly.RuntimeError && cover("broke");
  addEventListener("error", (event) => watch(event.error));
  addEventListener("unhandledrejection", (event) => watch(event.reason));

  // Whoever was here before waits for the code that opens their portfolio, too; a newcomer reads the first question meanwhile.
  const glue = document.getElementById("cairn-glue");
  const wasm = document.getElementById("cairn-wasm");
  const { start: startPart } = wasm.dataset;
  if (last_profile && startPart) {
    const early = { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: startPart };
    document.head.append(Object.assign(document.createElement("link"), early));
  }

  /** An element as `src/platform/curtain.rs` has kept it; its words stay words. */
  function drawn([name, attributes, inside], space) {
    const own = name === "svg" ? "http://www.w3.org/2000/svg" : space;
    const element = own ? document.createElementNS(own, name) : document.createElement(name);
    for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
    element.append(...inside.map((part) => (Array.isArray(part) ? drawn(part, own) : part)));
    return element;
  }

  /** A frame has been made, or none is going to be: the page is out of sight, or has just gone. */
  function painted() {
    return new Promise((done) => {
      if (document.hidden) done();
      requestAnimationFrame(() => setTimeout(done));
      setTimeout(done, 100);
    });
  }

  /** Draws what the first place showed last, if this is that place, in the same app and language. It is seen until the app is there. */
  function drawCurtain() {
    const { mark, shell } = kept(`curtain.${last_profile}`);
    const isFirst = location.pathname === document.querySelector('meta[name="cairn-base"]').content;
    const now = [glue.getAttribute("href"), wasm.getAttribute("href"), language, navigator.languages].join(" ");
    if (!isFirst || mark !== now) return;
    const curtain = document.getElementById("skeleton");
    curtain.replaceChildren(drawn(shell));
    curtain.className = "curtain";
    curtain.inert = true;
    // The app's first work is longer than a frame.
    return painted();
  }

  const bodyIsThere = new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
  const curtainIsThere = bodyIsThere.then(drawCurtain).catch(console.warn);

  async function start() {
    try {
      const code = fetch(wasm.href, { integrity: wasm.dataset.integrity, credentials: "same-origin" });
      const [app, module_or_path] = await Promise.all([import(glue.href), code, curtainIsThere]);
      await app.default({ module_or_path });
      // A curtain is raised by the app, when it has drawn the same.
      document.querySelector(".skeleton")?.remove();
    } catch (problem) {
      console.error("Cairn could not start.", problem);
      await bodyIsThere;
      cover("start");
    }
  }
  start();
})();
