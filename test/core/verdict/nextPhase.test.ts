import { expect, it } from 'vitest';
import { gateVerdict, phaseOf } from '../../../server/src/core/index.ts';
import { folderOf } from './support.ts';

const first = `## Phase 1: Pantry
Status: Ready for Signoff
### Scope
- \`src/pantry/**\`
### Tasks
- [x] T1-001 Shelves
### Exit criteria
- [x] Every shelf has a label
### Manual checklist
- [x] Open the door
  - Expected: It stays open
  - Result: pass (2026-02-20, Ada)
### Evidence
- Photo of the shelves (2026-02-20)
`;

/** What the next phase may look like: nothing of it is a duty of the first. */
const next = [
  '',
  '## Phase 2: Market\n',
  '## Phase 2: Market\nStatus: Not Started\n### Exit criteria\n- [ ] A stall sells\n- [ ] `npm test` exits 0\n',
  '## Phase 2: Market\nStatus: In progress\n### Tasks\n- [ ] T2-001 Stall\n### Evidence\n- [log](nowhere.md)\n- Evidence links:\n',
  '## Phase 2: Market\nStatus: Blocked\n### Scope\n- `src/pantry/**`\n- whatever\n### Manual checklist\n- [x] Sell\n  - Result:\n- [ ] Buy\n',
  '## Phase 2: Market\nStatus: In progress\n### Deferred\n- Fish\n### Sign-off\n- Approved by:\n',
  '## Phase 2: Market\n### Exit criteria\n- TBD\n## Phase 2: Market again\n## Phase 4: Fair\n**Depends on:** Phase 9\n',
];

it.each(next)('judging a phase asks for no duty of the next one: %j', (after) => {
  const told = (text: string) => {
    const project = folderOf(text)
      .listing(['docs/plan.md', 'src/pantry/a.ts'])
      .knowing(new Map([['2026-02-20', []]]));
    const [plan] = project.plans;
    const phase = plan && phaseOf(plan, '1');
    if (!plan || !phase) throw new Error('No phase 1');
    const { pass, requirements } = gateVerdict(project, plan, phase);
    return { pass, requirements: requirements.map(({ id, state, text: words, items }) => [id, state, words, items.length]) };
  };
  expect(told(first + after)).toEqual(told(first));
  expect(told(first + after).pass).toBe(true);
});
