import type { GateVerdictReport, RequirementReport, RunReport } from '../../core/index.ts';
import { shownCommand } from '../gateConsent.ts';
import { xml } from './xml.ts';

/**
 * JUnit XML: one suite for the gate, one case per requirement; what is not asked for is skipped, what was not run has failed. With
 * `--run` another suite has one case per command with its output; what a person judges is skipped there, and open in the gate.
 */
export function gateJunit({ phase, title, requirements, runs }: GateVerdictReport): string {
  const name = `Phase ${[phase, title].filter(Boolean).join(': ')}`;
  const suites = [
    suite(name, requirements.map(requirementCase)),
    ...(runs ? [suite(`${name}: commands`, runs.map(runCase))] : []),
  ];
  const sum = (of: (one: Suite) => number) => suites.reduce((total, one) => total + of(one), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="phasewise" tests="${sum(({ tests }) => tests)}" failures="${sum(({ failures }) => failures)}" errors="0">`,
    ...suites.map(({ text }) => text),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Case {
  readonly how: 'pass' | 'fail' | 'skipped';
  readonly text: string;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly text: string;
}

function suite(name: string, cases: readonly Case[]): Suite {
  const failures = cases.filter(({ how }) => how === 'fail').length;
  const skipped = cases.filter(({ how }) => how === 'skipped').length;
  const open = `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">`;
  return { tests: cases.length, failures, text: [open, ...cases.map(({ text }) => text), '  </testsuite>'].join('\n') };
}

function requirementCase({ id, state, pass, text, items }: RequirementReport): Case {
  const open = `    <testcase name="${xml(text)}" classname="${xml(`gate.${id}`)}"`;
  if (state === 'none') return { how: 'skipped', text: `${open}><skipped/></testcase>` };
  if (pass) return { how: 'pass', text: `${open}/>` };
  const all = items.map((item) => `${item.text}${item.path === null ? '' : ` (${item.path}:${item.line ?? 1})`}`).join('\n');
  return { how: 'fail', text: `${open}><failure message="${xml(text)}" type="${xml(state)}">${xml(all)}</failure></testcase>` };
}

function runCase({
  kind,
  title,
  command,
  phase,
  path,
  line,
  result,
  why,
  failed,
  exitCode,
  milliseconds,
  output,
}: RunReport): Case {
  const shown = shownCommand(command);
  const name = kind === 'test' ? `${title}: ${shown}` : shown;
  const open = `    <testcase name="${xml(name)}" classname="${xml(`run.phase-${phase ?? 'every'}`)}" file="${xml(path)}" line="${line}" time="${(milliseconds / 1000).toFixed(3)}">`;
  const out = output === '' ? '' : `<system-out>${xml(output)}</system-out>`;
  const close = `${out}</testcase>`;
  if (result === 'pass') return { how: 'pass', text: `${open}${close}` };
  if (result === 'person') return { how: 'skipped', text: `${open}<skipped message="a person judges what it shows"/>${close}` };
  const code = exitCode === null ? [] : [`exit code ${exitCode}`];
  const expected = failed.length > 0 ? [`expected: ${failed.join(', ')}`] : [];
  const message = why ?? [result, ...code, ...expected].join('; ');
  return { how: 'fail', text: `${open}<failure message="${xml(message)}" type="${xml(result)}"/>${close}` };
}
