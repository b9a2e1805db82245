import { expect, it } from 'vitest';
import { defaultSettings, readDocument, toSource } from '../../../server/src/core/index.ts';

it('a gate of nothing but manual tests is a gate, and its tests decide', () => {
  const text =
    '## Phase 1: Pantry\n### Exit criteria\n- [ ] The door answers\n  - Command: `curl localhost/door`\n  - Expected: 200\n';
  const { gates, emptyGates, checklist } = readDocument(toSource('docs/plan.md', text), defaultSettings);
  expect(gates).toMatchObject([{ label: 'Exit criteria', kind: 'exit', phase: '1', items: [] }]);
  expect([emptyGates.length, checklist.length]).toEqual([0, 1]);
});

it('what stands below a manual test in a gate describes the test and is no condition', () => {
  const text = `## Phase 1: Pantry
### Exit criteria
- [ ] The door answers
  - Command: \`curl localhost/door\`
  - Expected: 200
  - Note: twice
- [ ] Every shelf has a label
`;
  const { gates, checklist } = readDocument(toSource('docs/plan.md', text), defaultSettings);
  expect(gates.map(({ items }) => items.map((item) => item.text))).toEqual([['Every shelf has a label']]);
  expect(checklist).toMatchObject([{ title: 'The door answers', command: 'curl localhost/door', expected: '200' }]);
});

it('what the gate came to is no condition of it, whether it is written down or still to be', () => {
  const text = (result: string) =>
    `# Phase 1: Pantry\n## Stage 1 — Shelves\n**Acceptance gate**\n\n- [ ] Every shelf has a label\n\n- Acceptance gate result: ${result}\n`;
  const read = (result: string) => readDocument(toSource('docs/log.md', text(result)), defaultSettings).gates;
  for (const result of ['pass / fail', 'pass', ''])
    expect(read(result).map(({ items }) => items.map((item) => item.text))).toEqual([['Every shelf has a label']]);
  expect(read('pass')).toMatchObject([{ result: { outcome: 'pass' } }]);
});
