/** "all 3 tasks", "both tasks": nobody says "all 2". @param count at least 2 */
export function allOf(count: number, nouns: string): string {
  return `${count === 2 ? 'both' : `all ${count}`} ${nouns}`;
}
