// Keeps the files of the app on this device, so that it opens without a network.
//
// A version is kept whole or not at all, and every file of it is what the build made: the browser compares
// each with its checksum before it is kept. Which version a page gets is written down beside them and changes
// only when a person says so; until then a newer one waits. Whatever is no file of the app is left alone.
"use strict";

// The build writes both: the checksum of every file of this version, and a name for all of them together.
// While one develops there are none, and nothing is kept.
const FILES = {};
const VERSION = "";

const PAGE = "./";

// Several copies of the app may live at one origin, each in a folder of its own.
const OURS = `rapport ${registration.scope} `;
// The names of what is kept beside the files of a version, and beside the versions.
const CHECKSUMS = "./checksums";
const CURRENT = "./current";

const cacheOf = (version) => caches.open(OURS + version);
const states = () => cacheOf("state");

const inState = async (name) => {
  const kept = await (await states()).match(name);
  return kept?.text();
};

// The version that pages get, read once. Where its files are gone, for browsers throw caches away, it is ours.
let known;
const current = () => {
  known ??= (async () => {
    const chosen = await inState(CURRENT);
    return chosen !== undefined && await caches.has(OURS + chosen) ? chosen : VERSION;
  })();
  return known;
};

const choose = async (version) => {
  await (await states()).put(CURRENT, new Response(version));
  known = Promise.resolve(version);
};

// Fetches a file as it was built, past a copy of another version that the browser still holds, or fails.
const fetched = async (path, integrity) => {
  const ask = async (cache) => {
    // What was redirected cannot be shown as a page.
    const response = await fetch(path, { cache, integrity, redirect: "error" });
    if (!response.ok) {
      throw new Error(`${path}: ${response.status}`);
    }
    return response;
  };
  return ask("no-cache").catch(() => ask("reload"));
};

const keepAll = async () => {
  const cache = await cacheOf(VERSION);
  try {
    await Promise.all(Object.entries(FILES).map(async ([path, integrity]) => {
      await cache.put(path, await fetched(path, integrity));
    }));
    await cache.put(CHECKSUMS, Response.json(FILES));
  } catch (error) {
    await caches.delete(OURS + VERSION);
    throw error;
  }
};

const forgetOthers = async (kept) => {
  const names = [...kept, "state"].map((version) => OURS + version);
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && !names.includes(name));
  await Promise.all(others.map((name) => caches.delete(name)));
};

const tell = async (message) => {
  for (const page of await clients.matchAll({ type: "window" })) {
    page.postMessage(message);
  }
};

// Gives the pages the version that came with this script.
const renew = async () => {
  await choose(VERSION);
  await forgetOthers([VERSION]);
  await tell({ is: "renewed" });
};

const checksum = async (response) => {
  const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

// Compares what is kept with its checksums, and fetches anew what has been damaged. Returns the files that
// are neither whole nor to be had.
const lostFiles = async () => {
  const version = await current();
  const cache = await cacheOf(version);
  const checksums = await (await cache.match(CHECKSUMS))?.json() ?? FILES;
  const lost = [];
  for (const [path, integrity] of Object.entries(checksums)) {
    const kept = await cache.match(path);
    if (kept === undefined || await checksum(kept).catch(() => null) !== integrity) {
      try {
        await cache.put(path, await fetched(path, integrity));
      } catch {
        lost.push(path);
      }
    }
  }
  return lost;
};

// What pages ask.
const ANSWERS = {
  // Whether they have a version that is not the newest one here.
  async version() {
    const version = await current();
    return { version, isNewest: version === VERSION };
  },
  async check() {
    return { files: Object.keys(FILES).length, lost: await lostFiles() };
  },
  renew,
};

addEventListener("message", (event) => {
  const answer = Object.hasOwn(ANSWERS, event.data) ? ANSWERS[event.data] : undefined;
  if (answer !== undefined && VERSION !== "") {
    event.waitUntil(answer().then((answered) => event.ports[0]?.postMessage(answered)));
  }
});

addEventListener("install", (event) => {
  // This script serves older versions as well as its own, so nothing has to wait for it.
  event.waitUntil(VERSION === "" ? skipWaiting() : keepAll().then(skipWaiting));
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    if (VERSION === "") {
      return;
    }
    const version = await current();
    await choose(version);
    await forgetOthers([version, VERSION]);
    await clients.claim();
    await tell({ is: "kept" });
  })());
});

// The file that an address stands for, or nothing. The page may be opened with parameters.
const fileFor = (request) => {
  const { origin, pathname } = new URL(request.url);
  const base = new URL(registration.scope);
  if (request.method !== "GET" || origin !== base.origin || !pathname.startsWith(base.pathname)) {
    return undefined;
  }
  const path = pathname.slice(base.pathname.length);
  return path === "" || path === "index.html" ? PAGE : `./${path}`;
};

const kept = async (path) => {
  const cache = await cacheOf(await current());
  // A page of another version, opened before, may still ask for a file of its own.
  const options = { ignoreVary: true };
  return await cache.match(path, options)
    ?? await caches.match(new URL(path, registration.scope).href, options);
};

addEventListener("fetch", (event) => {
  const path = VERSION === "" ? undefined : fileFor(event.request);
  if (path !== undefined && path !== CHECKSUMS && path !== CURRENT) {
    event.respondWith(kept(path).then((response) => response ?? fetch(event.request)));
  }
});
