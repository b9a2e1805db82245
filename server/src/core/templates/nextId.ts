/** The name behind a name: its last number counts up and keeps its width. `T-009: ` → `T-010: `. */
export function nextId(name: string): string {
  return name.replace(/(\d{1,9})(?!.*\d)/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
}
