// Medians, percentiles, and how numbers are written down.

export const percentile = (samples, part) => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
};

export const median = (samples) => {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

export const millis = (time) => {
  if (time >= 10_000) return `${(time / 1_000).toFixed(1)} s`;
  return time >= 100 ? `${Math.round(time)} ms` : `${time.toFixed(1)} ms`;
};

export const mebibytes = (bytes) => `${(bytes / 1_048_576).toFixed(1)} MiB`;

/** A part is told as 1/n, a multiple as n ×. */
export const ratio = (part) => {
  if (part >= 0.95) return `${part.toFixed(part < 10 ? 2 : 0)} ×`;
  const whole = 1 / part;
  return `1/${whole < 10 ? whole.toFixed(1) : Math.round(whole)}`;
};

export const thousands = (number) => number.toLocaleString("en-US");
