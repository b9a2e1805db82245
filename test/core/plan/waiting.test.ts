import { expect, test } from 'vitest';
import { gatesThatWait } from '../../../server/src/core/index.ts';
import { planOf } from './support.ts';

test('a gate waits when its phase is ready, has no open task left, or is done where phases are signed off', () => {
  expect(waiting('Ready for Signoff')).toEqual(['1']);
  expect(waiting('In Progress', '- [x] One\n- [x] Two')).toEqual(['1']);
  expect(waiting('Done', '', 'Signed Off')).toEqual(['1']);
});

test('a gate does not wait while there is work, or where nobody signs', () => {
  expect(waiting('In Progress', '- [x] One\n- [ ] Two')).toEqual([]);
  expect(waiting('In Progress')).toEqual([]);
  expect(waiting('Blocked', '- [x] One')).toEqual([]);
  expect(waiting('Done', '- [x] One')).toEqual([]);
  expect(waiting('Signed Off', '- [x] One')).toEqual([]);
});

function waiting(status: string, tasks = '', before = 'Planned'): readonly string[] {
  const text = `# Plan\n\n## Phase 0: Ground\n\nStatus: ${before}\n\n## Phase 1: Search\n\nStatus: ${status}\n\n### Tasks\n\n${tasks}\n`;
  return gatesThatWait(planOf({ 'docs/plan.md': text })).map(({ id }) => id);
}
