// Measures the app in the browser beside its peers, and rewrites `BENCHMARKS.md`.
//
// node benches/run.mjs ADDRESS [--quick] [--sizes=1000,10000,100000]
// RAPPORT_CHROMIUM names the browser.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { machine, today } from "./machine.mjs";
import { measure } from "./measure.mjs";
import { browserPart, replace } from "./report.mjs";
import { VERSIONS, data, driver, install, serve } from "./tools.mjs";

const [app, ...words] = process.argv.slice(2);
if (!app?.startsWith("http")) throw new Error("the first word is the address of the app");
const quick = words.includes("--quick");
const named = words.find((word) => word.startsWith("--sizes="))?.slice(8) ?? process.env.RAPPORT_BENCH_SIZES;
const sizes = named?.split(",").map(Number) ?? (quick ? [1_000] : [1_000, 10_000, 100_000]);
const program = process.env.RAPPORT_CHROMIUM ?? "chromium";

install();
const where = machine();
const chromium = await driver();
const peers = await serve();
const measured = [];
try {
  for (const people of sizes) {
    const say = (what) => process.stderr.write(`   ${people}: ${what}\n`);
    measured.push(await measure({ people, app, peersUrl: peers.url, chromium, program, quick, say }));
    writeFileSync(join(data, "results.json"), JSON.stringify(measured));
  }
} finally {
  peers.close();
}

const versions = Object.entries(VERSIONS).map(([name, version]) => `${name} ${version}`).join(", ");
const part = browserPart({ machine: where, date: today(), versions, sizes: measured });
process.stdout.write(`${part}\n`);
if (!quick) replace(fileURLToPath(new URL("../BENCHMARKS.md", import.meta.url)), "browser", part);
