import { describe, expect, it } from 'vitest';
import { moveStatus, type Status } from '../../../server/src/core/index.ts';
import { type Ceremony, ceremony, newLines } from './ceremony.ts';

const move = (at: Ceremony, to: Status) => moveStatus(at.project, at.plan, at.phase, to);

it.each<[string, string, Status, readonly string[]]>([
  ['a label', '## Phase 1: Hive\n**Status:** In Progress — since May\n', 'ready', ['**Status:** Ready for Signoff']],
  ['words with a picture', '## Phase 1: Hive\nStatus: 🟡 In Progress\n', 'done', ['Status: ✅ Done']],
  [
    "the plan's own words",
    '## Phase 0: Field\nStatus: ✅ Shipped\n## Phase 1: Hive\nStatus: doing (by May)\n',
    'done',
    ['Status: shipped'],
  ],
  ['small letters', '## Phase 1: Hive\nStatus: in progress\n', 'ready', ['Status: ready for signoff']],
  ['capitals', '## Phase 1: Hive — IN PROGRESS\n- [ ] x\n', 'done', ['## Phase 1: Hive — DONE']],
  ['a picture alone', '## Phase 1: Hive 🚧\n- [ ] x\n', 'done', ['## Phase 1: Hive ✅']],
  ['brackets', '## Phase 1: Hive (In Progress)\n- [ ] x\n', 'done', ['## Phase 1: Hive (Done)']],
  ['emphasis', '## Phase 1: Hive 🚧 **IN PROGRESS**\n- [ ] x\n', 'done', ['## Phase 1: Hive ✅ **DONE**']],
  ['code among the words', '## Phase 1: Hive\nStatus: in progress — see `hive.md`\n', 'done', ['Status: done']],
  ['a box', '# Plan\n- [ ] **Phase 1: Hive**\n- [ ] **Phase 2: Honey**\n', 'done', ['- [x] **Phase 1: Hive**']],
  [
    'a row',
    '| Phase | Status |\n|---|---|\n| Phase 1 | in-progress |\n| Phase 2 | not-started |\n',
    'done',
    ['| Phase 1 | done |'],
  ],
  ['front matter', '---\nphase: 1\nstatus: in_progress\n---\n# Phase 1: Hive\n', 'ready', ['status: ready_for_signoff']],
  ['a template', '## Phase 1: Hive\n- Status: not-started / in-progress / done\n', 'in_progress', ['- Status: in-progress']],
  ['an empty label', '## Phase 1: Hive\n- Status:\n', 'in_progress', ['- Status: In Progress']],
  ['no place yet', '## Phase 1: Hive\n\nBees.\n', 'in_progress', ['**Status:** In Progress']],
  [
    'no place yet, beside one that has',
    '## Phase 0: Field\n- Status: done\n\n## Phase 1: Hive\n\nBees.\n',
    'in_progress',
    ['- Status: in progress'],
  ],
])('%s', (_, text, to, lines) => {
  const at = ceremony(text);
  const done = at.after(move(at, to));
  expect(newLines(text, done.text())).toEqual(lines);
  expect(done.phase.status).toBe(to);
});

describe('every place that would contradict it goes along', () => {
  const files = {
    'docs/phases/phase-1.md': '# Phase 1: Hive\n**Status:** In Progress\n',
    'docs/tracker.md': '| Phase | Status |\n|---|---|\n| Phase 1 | 🚧 Active |\n| Phase 2 | ⬜ Queued |\n',
    'docs/phase-board.md':
      '# Board\n\n## Open\n\n- Phase 2: Honey\n\n## Doing\n\n- Phase 1: Hive\n  - with a veil\n\n## Done\n\n*(none)*\n',
    'docs/plan.yaml': 'phases:\n  - id: 1\n    done: no\n  - id: 2\n    done: no\n',
  };
  it('each in its own vocabulary', () => {
    const at = ceremony(files);
    const done = at.after(move(at, 'done'));
    expect(done.text('docs/phases/phase-1.md')).toContain('**Status:** Done');
    expect(done.text('docs/tracker.md')).toContain('| Phase 1 | ✅ Done |\n| Phase 2 | ⬜ Queued |');
    expect(done.text('docs/phase-board.md')).toBe(
      '# Board\n\n## Open\n\n- Phase 2: Honey\n\n## Doing\n\n\n## Done\n\n- Phase 1: Hive\n  - with a veil\n',
    );
    expect(done.text('docs/plan.yaml')).toBe('phases:\n  - id: 1\n    done: yes\n  - id: 2\n    done: no\n');
    expect([...done.project.findings.values()].flat().filter(({ rule }) => rule === 'status/contradiction')).toEqual([]);
  });
  it('what agrees stays as it is', () => {
    const at = ceremony({
      ...files,
      'docs/tracker.md': '| Phase | Status |\n|---|---|\n| Phase 1 | Shipped |\n| Phase 2 | Open |\n',
    });
    const done = at.after(move(at, 'done'));
    expect(done.text('docs/tracker.md')).toContain('| Phase 1 | Shipped |');
  });
});

it.each<[string, Status, string]>([
  [
    'Not Started',
    'signed_off',
    'Phase 1 (Hive) is planned. From there it goes to in progress, then to ready for sign-off, then to signed off; move it to in progress first.',
  ],
  ['In Progress', 'signed_off', 'move it to ready for sign-off first.'],
  ['Not Started', 'done', 'From there it goes to in progress, then to done; move it to in progress first.'],
  ['Signed Off', 'in_progress', 'is signed off and locked'],
  ['Done', 'done', 'is done already'],
])('from %s to %s it is refused with the way to go', (from, to, words) => {
  const at = ceremony(`## Phase 1: Hive\nStatus: ${from}\n`);
  expect(move(at, to)).toEqual({ refused: expect.stringContaining(words) });
});
