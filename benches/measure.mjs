// Everything that is measured for one number of people, app and peer in turns in one browser.

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { busy, prepare } from "./people.mjs";
import { data } from "./tools.mjs";

const PROBE = fileURLToPath(new URL("probe.js", import.meta.url));

/** Frames come as fast as they are drawn, so that a time has no waiting for a screen in it. */
const FLAGS = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

export const measure = async ({ people, app, peersUrl, chromium, program, quick, say }) => {
  const many = quick ? 3 : 7;
  const few = quick ? 1 : 3;
  const profile = join(data, `profile-${people}`);
  rmSync(profile, { recursive: true, force: true });
  const results = {};

  let context;
  let page;
  let peers;

  const launch = async () => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: program, headless: true, args: FLAGS, locale: "en-US",
      viewport: { width: 1440, height: 900 }, acceptDownloads: true,
    });
    context.setDefaultTimeout(600_000);
    page = context.pages()[0] ?? await context.newPage();
    await page.addInitScript({ path: PROBE });
    peers = await context.newPage();
  };

  const openPeers = async () => {
    await peers.goto(peersUrl);
    await peers.waitForFunction(() => globalThis.peers);
  };

  const ours = async (name, ...words) => {
    await page.bringToFront();
    return page.evaluate(([name, words]) => globalThis.bench[name](...words), [name, words]);
  };

  const theirs = async (name, ...words) => {
    await peers.bringToFront();
    return peers.evaluate(([name, words]) => globalThis.peers[name](...words), [name, words]);
  };

  /** Takes samples of all works in turns, the first of each round being another one each time. */
  const inTurns = async (name, works, most = many) => {
    say(name);
    const samples = Object.fromEntries(Object.keys(works).map((work) => [work, []]));
    for (let round = 0; round < most; round += 1) {
      const order = Object.entries(works);
      if (round % 2) order.reverse();
      for (const [work, take] of order) samples[work].push(await take(round));
    }
    results[name] = samples;
    // What was measured is not lost with what fails later.
    writeFileSync(join(data, `results-${people}.json`), JSON.stringify(results));
    return samples;
  };

  const devtools = async (of) => {
    const session = await context.newCDPSession(of);
    return session;
  };

  const heap = async (of) => {
    const session = await devtools(of);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    await session.detach();
    return usedSize;
  };

  const json = join(data, `people-${people}.json`);
  const csv = join(data, `people-${people}.csv`);

  // Demo people, taken out as a file that the peers get too.
  await launch();
  say("demo");
  await page.goto(app);
  results.demo = { ours: [await ours("demo", people)] };
  await ours("checkpointed", Math.ceil(people / 128));
  await page.goto(`${app}#/transfer`);
  await ours("appears", "#save-backup");
  const [download] = await Promise.all([page.waitForEvent("download"), ours("click", "#save-backup")]);
  await download.saveAs(json);
  const facts = prepare(json, csv);
  results.facts = facts;
  await openPeers();
  await theirs("load", `people-${people}.json`);

  await inTurns("export", {
    ours: () => ours("exported"),
    peer: () => theirs("exportJson"),
  });
  await theirs("clear");
  await theirs("put");
  await theirs("prepare");

  await page.goto(`${app}#/people`);
  await ours("appears", ".grid__row");
  await ours("type", facts.words[0]);
  await ours("type", "");

  const word = facts.words[0];
  const four = `tags:#${facts.tag} children >= 1 lifecycle:customer birthday >= 1970-01-01`;
  const asked = `#/people?where=${encodeURIComponent(four)}`;
  await inTurns("filter", {
    ours: async () => {
      const result = await ours("go", asked);
      await ours("go", "#/people");
      return result;
    },
    peer: () => theirs("filter", facts.tag),
  });

  await theirs("prepareQuestions", `people-${people}.json`);
  const both = await inTurns("query", {
    ours: () => theirs("ask", four),
    peer: () => theirs("filter", facts.tag),
  });
  const [{ found: wanted }] = both.peer;
  if (!wanted || both.ours.some(({ found }) => found !== wanted)) throw new Error(`the query finds ${both.ours[0].found}, the peer ${wanted}`);
  results.indexed = { peer: [await theirs("indexed")] };
  const nth = (round) => facts.words[round % facts.words.length];
  await inTurns("searchAlone", {
    ours: (round) => theirs("ask", nth(round)),
    ufuzzy: (round) => theirs("search", nth(round)),
    minisearch: (round) => theirs("searchIndexed", nth(round)),
  });
  await inTurns("table", {
    ours: () => theirs("readTable", `people-${people}.csv`),
    udsv: () => theirs("udsv", `people-${people}.csv`),
    papaparse: () => theirs("papaparse", `people-${people}.csv`),
  });
  results.relation = { ours: [] };
  results.history = { ours: [] };
  for (let round = 0; round < many; round += 1) {
    results.relation.ours.push(await theirs("ask", "interactions count(activity:call,email,meeting,chat happened < 180d) >= 1"));
    results.history.ours.push(await theirs("ask", "lifecycle was lead -lifecycle:lead"));
  }

  say("keys");
  const keys = [];
  for (const word of facts.words.slice(0, quick ? 2 : 5)) {
    for (let end = 1; end <= word.length; end += 1) keys.push(await ours("type", word.slice(0, end)));
    for (let end = word.length - 1; end >= 0; end -= 1) keys.push(await ours("type", word.slice(0, end)));
  }
  results.keys = { ours: keys };
  await inTurns("search", {
    ours: async (round) => {
      const time = await ours("type", facts.words[round % facts.words.length]);
      const found = await ours("found");
      await ours("type", "");
      return { time, found };
    },
    peer: (round) => theirs("search", facts.words[round % facts.words.length]),
  });

  say("line");
  results.line = { ours: await ours("line", "lifecycle:customer children >= 1 birthday >= 1970-01-01 ") };
  await inTurns("firstHistory", {
    ours: async () => {
      await page.reload();
      await ours("appears", ".grid__row");
      await ours("type", word);
      await ours("type", "");
      const result = await ours("go", `#/people?where=${encodeURIComponent("lifecycle was lead -lifecycle:lead")}`);
      await ours("go", "#/people");
      return result;
    },
  }, few);
  await inTurns("trend", {
    ours: async () => {
      await page.goto(`${app}#/segments`);
      return ours("trend");
    },
  }, 1);
  await page.goto(`${app}#/people`);
  await ours("appears", ".grid__row");

  say("scroll");
  results.scroll = { ours: [] };
  for (let round = 0; round < few; round += 1) results.scroll.ours.push(await ours("scroll", quick ? 3_000 : 10_000));

  const row = await theirs("sample", 0);
  await inTurns("edit", {
    ours: (round) => ours("edit", `Measured ${round}`),
    raw: (round) => ours("rawPut", { ...row, "job-title": `Measured ${round}` }),
  }, quick ? 5 : 15);

  const count = Math.min(people, 10_000);
  await page.reload();
  await ours("appears", ".grid__row");
  await ours("select", count);
  const tag = "0190d1f0-0000-7000-8000-00000000000f";
  await inTurns("tag", {
    ours: (round) => ours("tag", `Measured tag ${round}`),
    peer: () => theirs("tag", count, tag),
  });
  results.facts.tagged = count;

  // Long enough for the last checkpoint.
  await ours("pause", 6_000);
  await openPeers();
  await theirs("load", `people-${people}.json`);
  results.memory = {
    wasm: await ours("wasmBytes"), ours: await heap(page), peer: await heap(peers),
  };

  // The browser is closed and started again before each sample.
  await inTurns("start", {
    ours: async () => {
      await context.close();
      await launch();
      await page.goto(`${app}#/people`, { waitUntil: "commit" });
      const result = await ours("opened", word);
      return { ...result, wasm: await ours("wasmBytes") };
    },
    peer: async () => {
      await context.close();
      await launch();
      await openPeers();
      return theirs("toArray");
    },
  });
  say("seal");
  const passphrase = "seven blue herons";
  await page.goto(`${app}#/settings`);
  await ours("seal", passphrase);
  await ours("pause", 6_000);
  await inTurns("sealed", {
    ours: async () => {
      await context.close();
      await launch();
      await page.goto(`${app}#/people`, { waitUntil: "commit" });
      return ours("unlocked", passphrase, word);
    },
  });
  await openPeers();

  const empty = async (button) => {
    await page.goto("about:blank");
    const session = await devtools(page);
    await session.send("Storage.clearDataForOrigin", { origin: new URL(app).origin, storageTypes: "all" });
    await session.detach();
    await page.goto(app);
    await ours("click", button);
    await ours("appears", "#file");
  };

  await inTurns("import", {
    ours: async () => {
      await empty("#start-file");
      const imported = ours("imported");
      await page.setInputFiles("#file", json);
      return imported;
    },
    peer: async () => {
      await theirs("clear");
      return theirs("importJson", `people-${people}.json`);
    },
  });
  await empty("#start-file");
  await inTurns("csv", {
    ours: async () => {
      const previewed = ours("previewed");
      await page.setInputFiles("#file", csv);
      const result = await previewed;
      await page.reload();
      await ours("appears", "#file");
      return result;
    },
  });
  await inTurns("csvIn", {
    ours: async () => {
      await empty("#start-file");
      const brought = ours("broughtIn");
      await page.setInputFiles("#file", csv);
      return { ...(await brought), wasm: await ours("wasmBytes") };
    },
    peer: async () => {
      await theirs("clear");
      return theirs("importCsv", `people-${people}.csv`);
    },
  });

  // Ten interactions for each person.
  const much = join(data, `busy-${people}.json`);
  results.facts.interactions = busy(json, much);
  await empty("#start-file");
  const imported = ours("imported");
  await page.setInputFiles("#file", much);
  results.busyImport = { ours: [await imported] };
  await ours("checkpointed", Math.ceil(results.facts.interactions / 128));
  await inTurns("busyStart", {
    ours: async () => {
      await context.close();
      await launch();
      await page.goto(`${app}#/people`, { waitUntil: "commit" });
      const result = await ours("opened", word);
      return { ...result, wasm: await ours("wasmBytes") };
    },
  });
  const counted = encodeURIComponent("contact-count >= 2");
  await page.goto(`${app}#/people?sort=-last-contact&where=${counted}`);
  await ours("appears", ".grid__row .grid__name");
  await ours("click", ".grid__row .grid__name");
  await ours("appears", "#note-new");
  await inTurns("logged", { ours: (round) => ours("logged", `Measured call ${round}`) });

  const browser = context.browser()?.version() ?? await page.evaluate(() => navigator.userAgent);
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  return { people, browser, results };
};
