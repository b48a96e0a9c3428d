// Gets the driver and the peers from npm, and serves the peers' page.

import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(here, "../target");

export const VERSIONS = {
  "@leeoniya/ufuzzy": "1.0.19",
  "dexie": "4.4.7",
  "mingo": "7.2.7",
  "minisearch": "7.2.0",
  "papaparse": "5.7.1",
  "playwright-core": "1.65.1",
  "udsv": "0.7.3",
};

// Beside the tools of the build: npm removes from a folder whatever it was not asked for.
const folder = join(target, "tools/npm-bench");
const modules = join(folder, "node_modules");

/** Where generated files and browser profiles lie. */
export const data = join(target, "bench");

const isInstalled = ([name, version]) => {
  const manifest = join(modules, name, "package.json");
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === version;
};

export const install = () => {
  mkdirSync(data, { recursive: true });
  if (Object.entries(VERSIONS).every(isInstalled)) return;
  mkdirSync(folder, { recursive: true });
  const words = ["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"];
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  const { status } = spawnSync("npm", [...words, "--prefix", folder, ...packages], { stdio: "inherit" });
  if (status !== 0) throw new Error("npm could not install the peers");
};

export const driver = async () => (await import(join(modules, "playwright-core/index.mjs"))).chromium;

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".csv": "text/csv", ".wasm": "application/wasm" };

/** Serves the peers' page, the packages below `npm/` and the generated files below `data/`. */
export const serve = () => new Promise((resolve) => {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)).slice(1);
    const file = path.startsWith("npm/") ? join(modules, path.slice(4))
      : path.startsWith("data/") ? join(data, path.slice(5)) : join(here, path);
    if (path.includes("..") || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Cache-Control": "no-cache" });
    createReadStream(file).pipe(response);
  });
  server.listen(0, "127.0.0.1", () => resolve({
    url: `http://127.0.0.1:${server.address().port}/peers.html`,
    close: () => server.close(),
  }));
});
