import { type Clause, type GateLine, readGateLine } from '../gate/gateLine.ts';
import { judgeGateLine } from '../gate/judge.ts';
import { purposeOf } from '../gate/siblings.ts';
import type { GateContext } from '../rules/rule.ts';
import { replaced, type Wording, wording } from './wording.ts';

/**
 * The conditions that a compound condition is made of, each mended as far as it has to be to stand alone; undefined where it is not
 * compound, where its parts cannot be told apart for certain, or where one of them could not be mended.
 */
export function conjunctsOf(text: string, context: GateContext): readonly Wording[] | undefined {
  const line = readGateLine(text);
  if (!line.english || line.lead.length > 0) return undefined;
  const tools = toolsOf(line, context);
  if (tools) return tools.map((command) => wording(`\`${command}\` exits 0`));
  const parts = partsOf(line);
  if (parts.length < 2 || !parts.every(isWhole)) return undefined;
  const settled = parts.map((part) =>
    settle(part, { ...context, siblings: [...context.siblings, ...parts.filter((one) => one !== part)] }),
  );
  return settled.every((part) => part !== undefined) ? settled : undefined;
}

/** What holds for the whole of a line: "when the pump stops, …". */
const conditions =
  /^(?:when|whenever|if|unless|until|after|before|while|once|where|given|for|either|neither|both|or|nor|but|without)$/;
/** Words that point to what was said before. */
const pointers = /^(?:it|they|them|this|that|these|those|its|their|which|who|each|one|same|then)$/;

function partsOf(line: GateLine): readonly string[] {
  if (line.words.some((word) => word.kind === 'word' && word.depth === 0 && conditions.test(word.text))) return [];
  const heads = line.clauses.filter(({ link }, index) => index === 0 || link === 'next');
  const ends = /[.!]$/.exec(line.text.trimEnd())?.[0] ?? '';
  const isUpper = !/^\p{Ll}/u.test(line.text.slice(line.body.start));
  return heads.map((clause, index) => {
    const start = index === 0 ? 0 : clause.start;
    const end = heads[index + 1]?.start ?? line.text.length;
    const own = withoutJoint(line.text.slice(start, end));
    if (index === 0) return own + (own.endsWith(ends) ? '' : ends);
    const words = subjectOf(clause, line.text) + own;
    const first = isUpper ? words.charAt(0).toUpperCase() + words.slice(1) : words;
    return first + (first.endsWith(ends) ? '' : ends);
  });
}

/** The subject of a clause that has none of its own: "the server starts and returns 200". */
function subjectOf({ subject, start, predicate }: Clause, text: string): string {
  const [first, last] = [subject[0], subject.at(-1)];
  if (!first || !last || first.start >= start || predicate.kind === 'none' || predicate.kind === 'imperative') return '';
  return `${text.slice(first.start, last.end)} `;
}

/** Without the "and" and the signs that join it to the next. */
function withoutJoint(text: string): string {
  let end = text.length;
  for (;;) {
    const rest = text.slice(0, end).trimEnd();
    const joint = /(?:[,;.+&]|\s(?:and|plus))$/i.exec(rest.slice(-8))?.[0];
    if (joint === undefined) return rest;
    end = rest.length - joint.length;
  }
}

/** Whether a part can stand alone: its marks come in pairs and it points to nothing outside. */
function isWhole(part: string): boolean {
  const count = (mark: string) => part.split(mark).length - 1;
  const [first] = readGateLine(part).words;
  return (
    /\p{L}{2}/u.test(part) &&
    ['`', '**', '__', '"'].every((mark) => count(mark) % 2 === 0) &&
    count('(') === count(')') &&
    count('[') === count(']') &&
    !(first?.kind === 'word' && pointers.test(first.text))
  );
}

/** A part with the first of its fixes that leaves nothing to be found; itself where nothing is. */
function settle(part: string, context: GateContext): Wording | undefined {
  const found = judgeGateLine(part, context);
  if (found.length === 0) return wording(part);
  const mended = found.flatMap(({ hit }) =>
    (hit.fixes ?? []).map((fix) => replaced(wording(part), fix, { text: fix.text, stops: fix.stops ?? [] })),
  );
  return mended.find(({ text }) => judgeGateLine(text, context).length === 0);
}

/** "Lint, typecheck and tests pass": the command of each, where the repository has one for every one of them. */
function toolsOf(line: GateLine, { commands }: GateContext): readonly string[] | undefined {
  const [clause] = line.clauses;
  if (line.clauses.length !== 1 || !clause || !/^(?:pass|succeed|be|run)$/.test(clause.predicate.lemma)) return undefined;
  if (clause.rest.some((word) => !/^(?:pass|passing|green|clean|successfully|cleanly)$/.test(word.text))) return undefined;
  const names = clause.subject.filter(({ kind, text }) => kind !== 'mark' && !/^(?:and|all|the|checks?|both)$/.test(text));
  if (names.length < 2 || names.some(({ kind }) => kind !== 'word')) return undefined;
  const found = names.flatMap(({ text }) => {
    const purpose = purposeOf(text);
    return purpose === 'other' ? [] : (commands.find((command) => command.purpose === purpose)?.text ?? []);
  });
  return found.length === names.length && new Set(found).size === found.length ? found : undefined;
}
