import type { Phase, Plan, Status, StatusStatement } from '../model.ts';
import { glyphStatus, isStatusWords, toStatus } from '../read/status.ts';

/**
 * How a plan would say a status in the place of a statement: in the words that the same document has for it in that form, else those of
 * another one, else in words of our own that look like the ones that stand there. Qualifiers ("— since May") belong to the old status.
 */
export function statusWordFor(plan: Plan, like: StatusStatement, to: Status): string {
  const { wrapped, glyph, words } = partsOf(like.text);
  const known = wordsOf(plan, like, to);
  const ownGlyph = known ? partsOf(known).glyph : '';
  const said = known ? partsOf(known).words : '';
  // A picture alone stays a picture: it cannot say more than done.
  if (words === '' && glyph !== '') return ownGlyph || glyphs[to];
  const word = styledLike(words, said || ownWords[to], joinOf(plan, like));
  const sign = glyph === '' ? '' : `${ownGlyph || glyphs[to]} `;
  return wrapped(sign + word);
}

/** Our own words, each read back as the status. */
const ownWords: Readonly<Record<Status, string>> = {
  planned: 'Not Started',
  in_progress: 'In Progress',
  blocked: 'Blocked',
  ready: 'Ready for Signoff',
  partial: 'Partially Done',
  done: 'Done',
  signed_off: 'Signed Off',
  deferred: 'Deferred',
  removed: 'Removed',
  unknown: 'Not Started',
};

const glyphs: Readonly<Record<Status, string>> = {
  planned: '⬜',
  in_progress: '🚧',
  blocked: '⛔',
  ready: '🔄',
  partial: '🟡',
  done: '✅',
  signed_off: '✅',
  deferred: '⏸',
  removed: '❌',
  unknown: '⬜',
};

/** What the plan says where something has this status, the places most like this one first. */
function wordsOf(plan: Plan, like: StatusStatement, to: Status): string | undefined {
  const all = [
    ...plan.phases.flatMap(({ statements, stages }) => [...statements, ...stagesOf(stages)]),
    ...stagesOf(plan.stages),
  ].filter(
    ({ status, form, text }) => status === to && form !== 'item' && form !== 'board' && !/^(?:true|false|yes|no)$/i.test(text),
  );
  const said = all.flatMap((one) => {
    const head = headOf(one.text);
    return head !== '' && toStatus(head) === to ? [{ ...one, head }] : [];
  });
  const here = (one: StatusStatement) => one.at.path === like.at.path;
  const form = (one: StatusStatement) => one.form === like.form;
  const elsewhere = like.form === 'diagram' ? undefined : (said.find(here) ?? said[0]);
  return (said.find((one) => here(one) && form(one)) ?? said.find(form) ?? elsewhere)?.head;
}

function stagesOf(stages: Phase['stages']): readonly StatusStatement[] {
  return stages.flatMap(({ statement }) => statement ?? []);
}

/** The words that are the status, without what qualifies them: `✅ Complete` of `✅ Complete — in March`. */
function headOf(text: string): string {
  const head = text.split(/[(—–,;:→|]| - |\.(?: |$)/, 1)[0]?.trim() ?? '';
  return head !== '' && toStatus(head) === toStatus(text) ? head : isStatusWords(text) ? text : '';
}

/** A statement's brackets, picture and words. */
function partsOf(text: string): { readonly wrapped: (words: string) => string; readonly glyph: string; readonly words: string } {
  const bracket = /^([[(])(.*)([\])])$/u.exec(text);
  const inner = bracket?.[2] ?? text;
  const glyph = /^(?:\p{Extended_Pictographic}|[☐☑✓✔])\ufe0f?/u.exec(inner)?.[0] ?? '';
  const isSign = glyph !== '' && glyphStatus(glyph) !== undefined;
  const wrapped = (words: string) => (bracket ? `${bracket[1]}${words}${bracket[3]}` : words);
  return { wrapped, glyph: isSign ? glyph : '', words: headWords(isSign ? inner.slice(glyph.length).trim() : inner) };
}

function headWords(text: string): string {
  return headOf(text) || text;
}

/** What stands between the words of one status, as far as the document shows: `in-progress`, `in_progress`, `in progress`. */
function joinOf({ phases, tasks }: Plan, { form, at, text }: StatusStatement): string {
  const others = [
    ...phases.flatMap((phase) => [
      ...phase.statements.map((one) => ({ text: one.text, path: one.at.path })),
      ...taskWords(phase.tasks),
    ]),
    ...taskWords(tasks),
  ].flatMap((one) => (one.path === at.path ? [one.text] : []));
  for (const words of [text, ...others]) {
    const join =
      /^[A-Za-z]+([_-])[A-Za-z]+(?:[_-][A-Za-z]+)*$/.exec(words)?.[1] ?? (/^[A-Za-z]+ [A-Za-z]+/.test(words) ? ' ' : undefined);
    if (join) return join;
  }
  return form === 'yaml' || form === 'front-matter' ? '_' : ' ';
}

function taskWords(tasks: Phase['tasks']): readonly { readonly text: string; readonly path: string }[] {
  return tasks.flatMap(({ statusText, at, form }) =>
    statusText && form !== 'board' ? [{ text: statusText, path: at.path }] : [],
  );
}

/** Words written as others are: `in-progress`, `IN_PROGRESS`, `In progress`, `In Progress`. */
function styledLike(like: string, words: string, join: string): string {
  const parts = words.split(/[\s_]+|-(?=[a-z])/i);
  if (!/[A-Za-z]/.test(like) || !/[A-Za-z]/.test(words)) return words;
  if (like === like.toUpperCase() && like.length > 1) return parts.join(join).toUpperCase();
  if (like === like.toLowerCase()) return parts.join(join).toLowerCase();
  const inTitleCase = / [A-Z]/.test(like) || !like.includes(' ');
  return inTitleCase ? words : words.charAt(0) + words.slice(1).toLowerCase();
}
