/** What a sign-off says, in the order in which it is written. */
export type SignoffKey = 'actor' | 'role' | 'date' | 'commit' | 'correlation' | 'evidence' | 'override' | 'unmet';

/** What a sign-off says, each on one line; what there is nothing to say of is absent. */
export type SignoffFields = ReadonlyMap<SignoffKey, string>;

const leads: Readonly<Record<SignoffKey, string>> = {
  actor: 'by ',
  role: 'as ',
  date: '',
  commit: 'commit ',
  correlation: 'id ',
  evidence: 'evidence: ',
  override: 'override: ',
  unmet: 'unmet: ',
};
const first: readonly SignoffKey[] = ['actor', 'role', 'date', 'commit', 'correlation'];
const long: readonly SignoffKey[] = ['evidence', 'override', 'unmet'];

/**
 * What a place has no room of its own for, in one run of words: `by Ada, as Owner, 2026-03-01, commit 1a2b3c4, id phase-2; override: …`.
 * Empty where nothing is left to say.
 */
export function toSignoffWords(fields: SignoffFields): string {
  const said = (keys: readonly SignoffKey[]) =>
    keys.flatMap((key) => (fields.has(key) ? [`${leads[key]}${fields.get(key)}`] : []));
  return [said(first).join(', '), ...said(long)].filter((part) => part !== '').join('; ');
}

/** Reads such words, alone or in the parentheses behind others: `Signed Off (commit 1a2b3c4, id phase-2)`. Undefined where there are none. */
export function readSignoffWords(text: string): SignoffFields | undefined {
  const open = text.indexOf('(');
  const body = open >= 0 && text.trimEnd().endsWith(')') ? text.slice(open + 1, text.lastIndexOf(')')) : text;
  const [head = '', ...rest] = body.trim().split(/; (?=evidence: |override: |unmet: )/);
  const fields = new Map<SignoffKey, string>();
  for (const part of [...head.split(/, (?=by |as |commit |id |\d{4}-\d{2}-\d{2})/), ...rest]) {
    const key = [...first, ...long].find((one) =>
      one === 'date' ? /^\d{4}-\d{2}-\d{2}$/.test(part) : part.startsWith(leads[one]),
    );
    if (!key) return undefined;
    fields.set(key, part.slice(leads[key].length));
  }
  return [...fields.keys()].some((key) => key !== 'date' && key !== 'role') ? fields : undefined;
}
