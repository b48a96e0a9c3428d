// Turns measurements into `BENCHMARKS.md`. Each of its two tables is replaced by whoever measured it.

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { mebibytes, median, millis, percentile, ratio, thousands } from "./numbers.mjs";

const HEAD = `# Benchmarks

Every figure below was measured, the aims that are missed included; by a program in this repository where nothing else is said.

- \`cargo xtask bench\` builds the app, drives it in headless Chromium in turns with its peers on the same people, and rewrites the first part.
  With \`--quick\` it takes 1,000 people and few samples and changes nothing here; \`-- --sizes=1000,10000\` takes other numbers of people.
- \`cargo bench\` measures the rooms that need no browser; \`node benches/native.mjs\` then rewrites the second part.

A figure is a median, with the 95th percentile in brackets and the number of samples after it.
`;

const figure = (samples) =>
  `${millis(median(samples))} (${millis(percentile(samples, 0.95))}), ${samples.length}`;

/** The rows of one number of people. An aim is a largest ratio, or a largest figure of our own. */
const rows = (results) => {
  const { facts } = results;
  const list = [];
  const add = (work, ours, peer, aim, words) => {
    const part = peer && median(ours) / median(peer);
    list.push({
      work, ours: figure(ours), peer: peer ? `${words} ${figure(peer)}` : "–",
      ratio: part ? ratio(part) : "–",
      aim: aim ? `≤ ${ratio(aim)}` : "–", met: aim ? part <= aim : null,
    });
  };
  const own = (work, ours, aim, met) => list.push({ work, ours, peer: "–", ratio: "–", aim, met });
  const of = (samples, member) => samples.map((sample) => sample[member]);

  const imported = results.import;
  add(`Write ${thousands(facts.records)} records durably: plan, journal, apply`,
    of(imported.ours, "written"), of(imported.peer, "written"), 1 / 20, "Dexie `bulkPut`, 5 indexes");
  own("Try the demo: generate, write, apply, first rows", figure(results.demo.ours), "–", null);
  add("Cold start: browser started anew, to painted rows and the first key answered",
    of(results.start.ours, "answered"), of(results.start.peer, "time"), 1 / 2, "Dexie `toArray` of the people");
  add("Cold start, to painted rows only",
    of(results.start.ours, "rows"), of(results.start.peer, "time"), null, "Dexie `toArray` of the people");
  const { ours: sealed } = results.sealed;
  add(`The same of a sealed workspace, but for the ${millis(median(of(sealed, "derived")))} that its passphrase asks for`,
    sealed.map(({ asked, derived, opened }) => asked + opened - derived), of(results.start.ours, "answered"), 1.5, "not sealed");
  add("One edit in the grid, Enter to the new text, strict", results.edit.ours, results.edit.raw, 2,
    "one raw strict `put`");
  const both = (samples) => samples.map(({ tag, undo }) => tag + undo);
  add(`Tag ${thousands(facts.tagged)} in one change, undo it, both durable`,
    both(results.tag.ours), both(results.tag.peer), 1 / 30, "Dexie `bulkUpdate`, twice");
  add("Filter by tag, number, choice and date, to the changed list",
    of(results.filter.ours, "changed"), of(results.filter.peer, "time"), 1 / 20, "mingo on an array, filter alone");
  add("Query of these four conditions, by itself",
    of(results.query.ours, "time"), of(results.query.peer, "time"), 1 / 20, "mingo on an array");
  const alone = (work, { ours }) => {
    const times = of(ours, "time");
    own(work, figure(times), "≤ 33 ms", median(times) <= 33);
  };
  alone("Query by counted related records (interactions), by itself", results.relation);
  alone("Query by what a field was, a quarter of the people having moved, by itself", results.history);
  own("Filter by what a field was for the first time: the journal is read, to the changed list",
    figure(of(results.firstHistory.ours, "changed")), "–", null);
  const line = percentile(results.line.ours, 0.95);
  own("A key in the filter's line to painted, the list with it", figure(results.line.ours), "95th percentile ≤ 33 ms", line <= 33);
  const trend = results.trend.ours;
  own("Size of a segment on 31 days, from the journal", figure(of(trend, "time")), "–", null);
  const held = (work, samples) => {
    const most = Math.max(...of(samples, "heldUp"));
    own(work, most ? millis(most) : "below 50 ms", "≤ 100 ms", most <= 100);
  };
  held("The page answers meanwhile, at worst after", trend);
  const slowest = percentile(results.keys.ours, 0.95);
  own("A key in the search box to painted rows", figure(results.keys.ours), "95th percentile ≤ 16.7 ms", slowest <= 16.7);
  add("A word in the search box to painted rows",
    of(results.search.ours, "time"), of(results.search.peer, "time"), null, "uFuzzy `filter`, search alone");
  const words = results.searchAlone;
  add("Search for a word, by itself", of(words.ours, "time"), of(words.ufuzzy, "time"), 1 / 3, "uFuzzy `filter`");
  add("The same", of(words.ours, "time"), of(words.minisearch, "time"), null,
    `MiniSearch, by prefix, its index made in ${millis(median(results.indexed.peer))}`);
  const csv = results.csv;
  const what = `${mebibytes(facts.csvBytes)} of CSV`;
  const table = results.table;
  add(`Read ${what} into records, each cell checked`, of(table.ours, "time"), of(table.udsv, "time"), 1 / 2, "uDSV typed objects");
  add("The same", of(table.ours, "time"), of(table.papaparse, "time"), null, "PapaParse typed objects");
  own("Preview it: read, find doubles among it and in the book, show counts", figure(of(csv.ours, "time")), "–", null);
  add("Bring it in: file to durable, matched against who is there, undoable as one", of(results.csvIn.ours, "time"),
    of(results.csvIn.peer, "time"), 1 / 5, "PapaParse and Dexie `bulkPut`");
  held("The page answers meanwhile, at worst after", results.csvIn.ours);
  own("WebAssembly memory after that", mebibytes(median(of(results.csvIn.ours, "wasm"))), "–", null);
  add(`Export ${mebibytes(facts.jsonBytes)} of JSON`,
    of(results.export.ours, "time"), of(results.export.peer, "time"), 1, "`JSON.stringify` to a `Blob`");
  add("Import it: file to durable", of(imported.ours, "total"), of(imported.peer, "total"), 1 / 5, "`JSON.parse` and Dexie `bulkPut`");
  const most = Math.max(...of(results.scroll.ours, "rows"));
  const frames = results.scroll.ours.flatMap(({ frames }) => frames);
  const worst = Math.max(...frames);
  const long = frames.filter((frame) => frame > 33).length;
  own("Scrolling: most rows in the document", String(most), "≤ 60", most <= 60);
  own("Scrolling: longest frame", `${millis(worst)}; ${long} of ${thousands(frames.length)} above 33 ms`, "≤ 33 ms", worst <= 33);
  const { wasm, ours, peer } = results.memory;
  const opened = median(of(results.start.ours, "wasm"));
  list.push({
    work: "Memory after all of this: WebAssembly + JS heap", ours: `${mebibytes(wasm)} + ${mebibytes(ours)}`,
    peer: `the same people as an array: ${mebibytes(peer)} of JS heap`, ratio: ratio((wasm + ours) / peer),
    aim: "≤ 100 MB of WebAssembly", met: wasm <= 100e6,
  });
  own("WebAssembly memory after a cold start", mebibytes(opened), "≤ 100 MB", opened <= 100e6);
  const [much] = results.busyImport.ours;
  const count = thousands(facts.interactions);
  own(`With ${count} interactions: import, file to durable`, figure([much.total]), "–", null);
  add("Cold start with them: to painted rows and the first key answered", of(results.busyStart.ours, "answered"),
    of(results.start.ours, "answered"), 2, "people alone");
  own("WebAssembly memory after that", mebibytes(median(of(results.busyStart.ours, "wasm"))), "–", null);
  const logged = of(results.logged.ours, "time");
  own("One interaction more among them: saved, in the timeline and in a list filtered and in order by figures", figure(logged),
    "≤ 33 ms", median(logged) <= 33);
  return list;
};

const table = (list) => [
  "| work | ours | peer | ratio | aim | met? |",
  "|---|---|---|---|---|---|",
  ...list.map(({ work, ours, peer, ratio, aim, met }) =>
    `| ${work} | ${ours} | ${peer} | ${ratio} | ${aim} | ${met === null ? "" : met ? "yes" : "**no**"} |`),
].join("\n");

export const browserPart = ({ machine, date, versions, sizes }) => [
  "## In the browser",
  "",
  `${date}. ${machine}, Chromium ${sizes[0].browser}, headless, frame rate not limited. ${versions}.`,
  "Each sample of ours goes through the page as a person would and ends with what the page shows; peers are called as functions.",
  "All acknowledged writes are strict, the peers' too. Scrolling is done three times.",
  "The aims are for 100,000 people.",
  ...sizes.flatMap(({ people, results }) => ["", `### ${thousands(people)} people`, "", table(rows(results))]),
].join("\n");

/** The medians that `cargo bench` left behind. */
export const nativePart = (target, machine, date) => {
  const folder = join(target, "criterion");
  const works = existsSync(folder) ? readdirSync(folder).filter((name) => name !== "report").sort() : [];
  const lines = works.flatMap((work) => {
    const base = join(folder, work, "new");
    if (!existsSync(join(base, "estimates.json"))) return [];
    const { title } = JSON.parse(readFileSync(join(base, "benchmark.json"), "utf8"));
    const { median: middle } = JSON.parse(readFileSync(join(base, "estimates.json"), "utf8"));
    const { iters } = JSON.parse(readFileSync(join(base, "sample.json"), "utf8"));
    const { lower_bound: low, upper_bound: high } = middle.confidence_interval;
    const time = (nanos) => millis(nanos / 1e6);
    return [`| ${title} | ${time(middle.point_estimate)} | ${time(low)} – ${time(high)} | ${iters.length} |`];
  });
  return [
    "## Without a browser", "", `${date}. ${machine}. 100,000 demo people unless said otherwise. Native code, built like the app (for size), one thread.`, "",
    "| work | median | 95 % interval of the median | samples |", "|---|---|---|---|", ...lines,
  ].join("\n");
};

/** Replaces one part of the file and keeps the other. */
export const replace = (file, part, text) => {
  const old = existsSync(file) ? readFileSync(file, "utf8") : "";
  const parts = ["browser", "native"].map((name) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const held = old.split(open)[1]?.split(close)[0].trim() ?? "Not measured yet.";
    return `${open}\n${name === part ? text : held}\n${close}\n`;
  });
  writeFileSync(file, [HEAD, ...parts].join("\n"));
};
