/** A report as other programs read it. */
export function toJson(report: unknown): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
