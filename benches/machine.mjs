// Where and when it is measured.

import { cpus, loadavg, totalmem } from "node:os";

export const machine = () => {
  const [{ model }] = cpus();
  const load = loadavg()[0].toFixed(1);
  return `${cpus().length} cores (${model.trim() || "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB of memory, load ${load} at the start`;
};

export const today = () => new Date().toISOString().slice(0, 10);
