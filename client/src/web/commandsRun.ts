/** There is no shell in a browser. */
export function commandsRunIn(): boolean {
  return false;
}
