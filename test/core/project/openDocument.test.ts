import { expect, test } from 'vitest';
import { Project } from '../../../server/src/core/index.ts';
import { emptyState, seen } from './folder.ts';

const path = 'docs/plan.md';
const lines = (number: number) => [
  `## Phase ${number}: Part ${number}`,
  '',
  'Status: In progress',
  '',
  '### Tasks',
  '',
  `- [ ] T${number}-001 Add the part, and see to it that whoever comes later finds what they need`,
  `- [x] T${number}-002 Mend it (depends on T${number}-001)`,
  '',
  '### Exit criteria',
  '',
  '- All tests pass and the system works correctly, whatever that means to whoever reads it',
  '- `npm test` exits 0',
  '',
];
const text = ['# Plan', '', ...Array.from({ length: 80 }, (_, number) => lines(number)).flat()].join('\n');

function reading(now: string) {
  return Project.empty.on(emptyState().today).with([{ path, text: now }]);
}

test('a long document says the same before it is opened, while it is edited and when it was closed', () => {
  expect(text.length).toBeGreaterThan(20_000);
  let project = reading(text);
  const unopened = seen(project);
  for (const edited of [text, text.replace('T7-001 Add', 'T7-001 Then add'), text.replace('exits 0', 'exits 0 on Node 20')]) {
    project = project.with([{ path, text: edited, isOpen: true }]);
    expect(seen(project)).toEqual(seen(reading(edited)));
    expect(project.documents).toEqual(reading(edited).documents);
  }
  project = project.with([{ path, text }]);
  expect(seen(project)).toEqual(unopened);
  expect(project.documents).toEqual(reading(text).documents);
});
