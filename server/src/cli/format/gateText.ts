import type { GateVerdictReport, RequirementReport, TagReport } from '../../core/index.ts';
import { styled, type Terminal } from '../terminal.ts';
import { printable, printablePath, printableStart } from './printable.ts';

const marks = { pass: '✔', fail: '✘', 'not-run': '?', none: '·' } as const;
const colours = { pass: 'green', fail: 'red', 'not-run': 'yellow', none: 'dim' } as const;

/** The verdict on a gate for a person: each requirement on a line, and below it what is missing and where. */
export function gateText({ phase, title, pass, requirements, tag }: GateVerdictReport, terminal: Terminal): string {
  const name = printable(`Phase ${[phase, title].filter(Boolean).join(': ')}`);
  const open = requirements.filter((one) => !one.pass).length;
  const sum = pass
    ? styled(terminal, 'green', 'Through.')
    : styled(terminal, 'red', `Not through: ${open} of ${requirements.length} open.`);
  const unrun = requirements.some(({ id, state }) => id === 'commands' && state === 'not-run');
  const run = unrun ? [`Run what was not run: phasewise gate ${printable(phase)} --run (shown first, then asked about)`] : [];
  const next = pass ? (tag ? tagLine(tag) : []) : run;
  return `${[styled(terminal, 'bold', name), ...requirements.flatMap((one) => lines(one, terminal)), sum, ...next].join('\n')}\n`;
}

/** The command that sets the tag, for a person to type; nothing here does. */
function tagLine({ name, message, problem }: TagReport): string[] {
  return problem === null ? [`Tag it: git tag -a ${name} -m ${quoted(printable(message))}`] : [];
}

/** Words as one argument of a command: in double quotes, which every shell has, where nothing in them means anything to one. */
function quoted(words: string): string {
  return /^[\p{L}\p{N} .,:;()/_-]*$/u.test(words) ? `"${words}"` : `'${words.replaceAll("'", "'\\''")}'`;
}

function lines({ state, text, items }: RequirementReport, terminal: Terminal): string[] {
  const head = `${styled(terminal, colours[state], marks[state])} ${printable(text)}${state === 'not-run' ? ' (not run is not passed)' : ''}`;
  const shown = items.slice(0, most).map((item) => {
    const where =
      item.path === null
        ? ''
        : `  ${styled(terminal, 'dim', `${printablePath(item.path)}${item.line === null ? '' : `:${item.line}`}`)}`;
    return `    ${printableStart(item.text)}${where}`;
  });
  return [head, ...shown, ...(items.length > most ? [`    … and ${items.length - most} more`] : [])];
}

/** More than these are a list to look up: JSON has them all. */
const most = 10;
