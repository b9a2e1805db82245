/** `1 warning`, `2 warnings`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** A status as a person writes it: `in_progress` → `in progress`. */
export function statusWords(status: string): string {
  return status.replaceAll('_', ' ');
}
