import type { GateVerdictReport } from '../../core/index.ts';
import { xml } from './xml.ts';

/** JUnit XML: one suite for the gate, one case per requirement; what is not asked for is skipped, what was not run has failed. */
export function gateJunit({ phase, title, requirements }: GateVerdictReport): string {
  const name = xml(`Phase ${[phase, title].filter(Boolean).join(': ')}`);
  const failures = requirements.filter((one) => !one.pass).length;
  const skipped = requirements.filter((one) => one.state === 'none').length;
  const cases = requirements.map(({ id, state, pass, text, items }) => {
    const open = `    <testcase name="${xml(text)}" classname="${xml(`gate.${id}`)}"`;
    if (state === 'none') return `${open}><skipped/></testcase>`;
    if (pass) return `${open}/>`;
    const all = items.map((item) => `${item.text}${item.path === null ? '' : ` (${item.path}:${item.line ?? 1})`}`).join('\n');
    return `${open}><failure message="${xml(text)}" type="${xml(state)}">${xml(all)}</failure></testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="phasewise" tests="${requirements.length}" failures="${failures}" errors="0">`,
    `  <testsuite name="${name}" tests="${requirements.length}" failures="${failures}" errors="0" skipped="${skipped}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
