/** A report as other programs read it. What some CI systems take for an order anywhere in a line is written otherwise and means the same. */
export function toJson(report: unknown): string {
  return `${JSON.stringify(report, null, 2).replace(/##(?=\w{0,20}\[)/g, '#\\u0023')}\n`;
}
