// Starts the app, and stands in for it when it cannot start or has stopped.
// A classic script in the head: its first part has to run before anything is painted.
"use strict";

(() => {
  const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];

  // Everything by which a person or the browser could reach an app that has stopped.
  const EVENTS = [
    "beforeinput", "change", "click", "close", "focusin", "focusout", "hashchange", "input",
    "keydown", "keyup", "message", "offline", "online", "paste", "pointerdown", "pointermove",
    "pointerup", "popstate", "resize", "scroll", "storage", "submit", "visibilitychange",
  ];

  // What the person chose last time. gloo-storage keeps values as JSON.
  const preference = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      // Storage is blocked, or the value is not ours: the app will say more about it.
      return null;
    }
  };

  const root = document.documentElement;
  const language = preference("rapport.language");
  if (typeof language === "string" && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
    root.lang = language;
    root.dir = RIGHT_TO_LEFT.includes(language.split("-")[0]) ? "rtl" : "ltr";
  }
  const theme = preference("rapport.theme");
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
  }

  // What another app shares stands in the line of quick entry; see the manifest.
  const search = new URLSearchParams(location.search);
  const shared = ["title", "text", "url"].map((name) => search.get(name)).filter(Boolean).join("\n");
  if (shared !== "") {
    const address = `${location.pathname}#/people/new?quick=${encodeURIComponent(shared)}`;
    history.replaceState(null, "", address);
  }

  // Where the browser knows Trusted Types, text becomes elements or addresses of scripts only through this. What
  // Leptos writes for an element that never changes is let through: one element, and text in it.
  const HARMLESS = /^<(div|h1|p|span)(?: (?:class|role)="[\w -]*")*>[^<>]*<\/\1>$/;
  window.trustedTypes?.createPolicy("default", {
    createHTML: (html) => HARMLESS.test(html) ? html : null,
    createScriptURL: (address) => address === "./service-worker.js" ? address : null,
  });

  // Lets the service worker mend the files that it keeps, and give out its newest version.
  const mended = async () => {
    const worker = navigator.serviceWorker?.controller;
    const ask = (question) => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      setTimeout(resolve, 10_000);
      worker.postMessage(question, [port2]);
    });
    if (worker) {
      await ask("renew");
      await ask("check");
    }
  };

  // A copy of all that is stored, which the page of files can bring in; see `storage::rescue`.
  const copyStored = async () => {
    const settled = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const digits = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const open = (name) => {
      const opening = indexedDB.open(name);
      // There is none, and none shall be made.
      opening.onupgradeneeded = () => opening.transaction.abort();
      return settled(opening);
    };
    // A sealed workspace counts if it has its envelope; its values stay sealed.
    const sealed = await open("rapport-sealed").catch(() => null);
    const envelopes = sealed && await settled(sealed.transaction("lock").objectStore("lock").count());
    const database = envelopes ? sealed : await open("rapport");
    const lines = [];
    for (const area of database.objectStoreNames) {
      const store = database.transaction(area).objectStore(area);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      keys.forEach((key, nth) => {
        lines.push(JSON.stringify({ area, key, bytes: digits(values[nth]) }), "\n");
      });
    }
    database.close();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
    link.download = "rapport-stored.jsonl";
    link.click();
  };

  // What says where the app stopped. What a message quotes may be a person's.
  const diagnosis = (message) => [
    document.getElementById("app-script")?.href.split("/").pop(),
    String(message).replace(/["'`][^]*$/, "…"),
    navigator.userAgent,
  ].join("\n");

  // Called by the app's panic hook, and below for everything that the hook cannot see.
  // From here on nothing may call into the app any more: its memory is in an unknown state.
  let crashed = false;
  const rapportCrashed = (message) => {
    const crash = document.getElementById("crash");
    if (crashed || !crash) {
      return;
    }
    crashed = true;

    const boot = document.getElementById("boot");
    boot?.remove();
    const shown = document.getElementById("crash-message");
    shown.textContent = diagnosis(message);
    const clicked = (id, then) => document.getElementById(id).addEventListener("click", then);
    clicked("crash-copy", () => navigator.clipboard.writeText(shown.textContent));
    clicked("crash-save", () => copyStored().catch((error) => alert(error)));
    clicked("crash-reload", async () => {
      // An app that could not start may be damaged on disk, or mended in a newer version.
      await (boot && mended());
      location.reload();
    });
    for (const element of document.body.children) {
      element.inert = element !== crash;
    }
    for (const open of document.querySelectorAll("dialog:modal")) {
      // A modal dialog lies above everything and would hide the words.
      open.close();
    }
    for (const name of EVENTS) {
      // What is done inside these words may work, but not reach listeners of the app further out.
      crash.addEventListener(name, (event) => event.stopPropagation());
    }
    crash.hidden = false;
    crash.focus();
  };
  window.rapportCrashed = rapportCrashed;

  // While the app works, these listeners let everything pass.
  for (const name of EVENTS) {
    addEventListener(name, (event) => {
      const inside = event.target instanceof Element && event.target.closest("#crash");
      if (crashed && !inside) {
        event.stopImmediatePropagation();
      }
    }, { capture: true });
  }

  // The stack overflowed, the memory ran out: no panic, but the end all the same.
  const isFatal = (error) => error?.name === "RuntimeError";
  addEventListener("error", ({ error }) => isFatal(error) && rapportCrashed(error));
  addEventListener("unhandledrejection", ({ reason }) => isFatal(reason) && rapportCrashed(reason));

  const start = async () => {
    const { default: init } = await import(document.getElementById("app-script").href);
    await init({ module_or_path: document.getElementById("app-wasm").href });
  };
  addEventListener("DOMContentLoaded", () => {
    start().catch((error) => {
      console.error(error);
      rapportCrashed(error);
    });
  });
})();
