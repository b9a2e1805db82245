import { createContext, runInContext } from 'node:vm';

/** How long a regular expression of a document may take, in milliseconds. */
const deadline = 250;

/**
 * Whether a regular expression of a document matches. It was written by nobody we know: it runs in a context of its own and is given up
 * after a moment, which ends backtracking too.
 * @returns null where it is none or took too long
 */
export function matches({ source, flags }: { readonly source: string; readonly flags: string }, text: string): boolean | null {
  const context = createContext(Object.assign(Object.create(null), { source, flags: flags.replace(/[gy]/g, ''), text }));
  try {
    return runInContext('new RegExp(source, flags).test(text)', context, { timeout: deadline }) === true;
  } catch {
    return null;
  }
}
