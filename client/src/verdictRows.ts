import type { GateVerdictReport, Located, RequirementReport } from '../../server/src/lsp/protocol.ts';
import type { Translate } from './words.ts';

/** One line of a verdict, as plain data. */
export interface VerdictRow {
  /** The same words as on the command line. */
  readonly text: string;
  /** What its icon says, in words; empty for a line below another one. */
  readonly word: string;
  /** Name of a codicon; empty for a line below another one. */
  readonly icon: string;
  readonly place: Located | null;
}

/** The verdict as lines: each requirement, and below it what is missing and where. */
export function verdictRows({ requirements }: GateVerdictReport, t: Translate): readonly VerdictRow[] {
  return requirements.flatMap((one) => {
    const items = one.items.map(({ text, path, line }) => ({ text, word: '', icon: '', place: placeOf(path, line) }));
    return [{ text: one.text, ...standing(one.state, t), place: items[0]?.place ?? null }, ...items];
  });
}

/** The verdict in a few words. */
export function verdictSum({ pass, requirements }: GateVerdictReport, t: Translate): string {
  const open = requirements.filter((one) => !one.pass).length;
  return pass ? t('through') : t('not through, {0} of {1} open', open, requirements.length);
}

/** The word and icon of a requirement. */
export function standing(state: RequirementReport['state'], t: Translate): { readonly word: string; readonly icon: string } {
  switch (state) {
    case 'pass':
      return { word: t('passes'), icon: 'pass' };
    case 'fail':
      return { word: t('missing'), icon: 'error' };
    case 'not-run':
      return { word: t('not run, so not passed'), icon: 'question' };
    default:
      return { word: t('not asked for'), icon: 'dash' };
  }
}

/** A verdict to be pasted somewhere. */
export function verdictText(report: GateVerdictReport, name: string, t: Translate): string {
  const lines = verdictRows(report, t).map(({ text, word, place }) => {
    const where = place ? ` (${place.path}:${place.line})` : '';
    return word === '' ? `  - ${text}${where}` : `- ${word}: ${text}`;
  });
  return `${[`${name}: ${verdictSum(report, t)}`, ...lines].join('\n')}\n`;
}

function placeOf(path: string | null, line: number | null): Located | null {
  return path === null ? null : { path, line: line ?? 1 };
}
