import type { Question } from './case.ts';

/** What was offered at a place, as far as a case says something of it. */
export interface Offered {
  readonly label: string;
  readonly detail?: string | undefined;
  /** The line of the question after it was taken. */
  readonly after: string;
}

/**
 * What is different from what a case expects: one label a line, in order; behind two blanks words of its detail, behind `=>` the line
 * after it was taken. `…` stands for any number of further ones, `(nothing)` for none.
 */
export function completionDifferences({ answer, line, path }: Question, offered: readonly Offered[]): readonly string[] {
  const wanted = answer.filter((one) => one.trim() !== '' && one !== '(nothing)');
  const wrong: string[] = [];
  let at = 0;
  let open = false;
  for (const one of wanted) {
    if (one === '…') {
      open = true;
      continue;
    }
    const [head = '', after] = one.split(' => ');
    const [label = '', detail = ''] = head.split(/ {2,}/);
    const found = open ? offered.findIndex((item, index) => index >= at && item.label === label) : at;
    const item = offered[found];
    if (item?.label !== label) wrong.push(`wanted ${label}`);
    else if (!(item.detail ?? '').includes(detail)) wrong.push(`${label}: "${item.detail}" says nothing of "${detail}"`);
    else if (after !== undefined && item.after !== after) wrong.push(`${label}: gives "${item.after}", not "${after}"`);
    if (item?.label === label) at = found + 1;
    open = false;
  }
  if (!open && at < offered.length)
    wrong.push(
      `offered besides: ${offered
        .slice(at)
        .map(({ label }) => label)
        .join(', ')}`,
    );
  return wrong.map((words) => `${path} ${line}: ${words} (of ${offered.map(({ label }) => label).join(', ')})`);
}

/** What is different from what a case expects of a hover: its lines, each with these words, in order; `(nothing)` for none. */
export function hoverDifferences({ answer, line, path }: Question, shown: readonly string[]): readonly string[] {
  const wanted = answer.filter((one) => one.trim() !== '' && one !== '(nothing)');
  if (wanted.length === 0) return shown.length === 0 ? [] : [`${path} ${line}: shows ${shown.join(' / ')}`];
  let at = 0;
  for (const one of wanted) {
    const found = shown.findIndex((words, index) => index >= at && words.includes(one));
    if (found < 0) return [`${path} ${line}: "${one}" is not in ${shown.join(' / ') || 'nothing'}`];
    at = found;
  }
  return [];
}
