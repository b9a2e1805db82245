/** A browser does not tell whose it is. */
export function accountName(): null {
  return null;
}
