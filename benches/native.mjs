// Writes what `cargo bench` has measured into `BENCHMARKS.md`.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { machine, today } from "./machine.mjs";
import { nativePart, replace } from "./report.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
replace(join(root, "BENCHMARKS.md"), "native", nativePart(target, machine(), today()));
