/** The value below which this part of a list lies. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values) => quantile(values, 0.5);

/** Milliseconds that some work takes. */
export function timed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** One line of a table: a name and what was measured. */
export function row(name, ...cells) {
  console.log(`  ${name.padEnd(28)}${cells.map((cell) => `  ${cell.padEnd(24)}`).join('')}`.trimEnd());
}

export const ms = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

/** "3.1 ms (p95 4.0)". */
export const both = (values) => `${ms(median(values))} (p95 ${ms(quantile(values, 0.95))})`;

export const ratio = (value, of) => `${(value / of).toFixed(2)} x`;
