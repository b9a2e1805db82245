import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordAttempt } from '../../../server/src/core/index.ts';
import { ceremony, signed } from './ceremony.ts';

/** One phase that may be signed, in each form, and another one that must not notice. */
const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  table: {
    'docs/plan.md':
      '## Phase 1: Kiln\nStatus: Done\n### Sign-off\n| Role | Name | Date | Decision |\n|---|---|---|---|\n| Owner | | | |\n\n## Phase 2: Glaze\n- [ ] Mix\n',
  },
  row: {
    'docs/plan.md':
      '| Phase | Status | Approver | Date |\n|---|---|---|---|\n| Phase 1: Kiln | Done | | |\n| Phase 2: Glaze | Open | | |\n',
  },
  labels: { 'docs/plan.md': '## Phase 1: Kiln\nStatus: Done\n\nApproved by: ___\nDate: ___\n\n## Phase 2: Glaze\n- [ ] Mix\n' },
  pairs: {
    'docs/plan.md':
      '## Phase 1: Kiln\n| Field | Value |\n|---|---|\n| Status | Done |\n| Approved by | ___ |\n| Date | |\n\n## Phase 2: Glaze\n- [ ] Mix\n',
  },
  section: { 'docs/plan.md': '## Phase 1: Kiln\nStatus: Done\n\n## Phase 2: Glaze\n- [ ] Mix\n' },
  yaml: {
    'docs/plan.yaml':
      'phases:\n  - id: 1\n    title: Kiln\n    status: done\n  - id: 2\n    title: Glaze\n    tasks:\n      - title: Mix\n',
  },
  braces: { 'docs/plan.yaml': 'phases:\n  - {id: 1, title: Kiln, status: done}\n  - {id: 2, title: Glaze}\n' },
  json: { 'docs/plan.yaml': '{"phases": [{"id": "1", "title": "Kiln", "status": "done"}, {"id": "2", "title": "Glaze"}]}\n' },
};

const runs = Number(process.env.FUZZ_RUNS ?? 60);

/** What would be markup, structure or invisible where it is written. */
const signs = [
  '|', '\n', '\r\n', '# ', '## Phase 3: X', '- [x] ', '```', '~~', '**', '_', '`', '<!--', '-->', '<b>', '[a](b)', '\\', '"', "'", ': ', '; ', ', ', '{', '}',
  '[', ']', '&', '*', '!', '%', '@', '\u202e', '\u200b', '\t', '\u0000', '(', ')', 'commit ', 'override: ', ' #', '---', 'é', '日本', '🙂', 'a', 'B', ' ', '1',
]; // biome-ignore format: a list
const words = fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((parts) => parts.join(''));

const others = (one: ReturnType<typeof ceremony>) =>
  one.plan.phases.map(({ id, title, tasks, gates, signoffs, attempts }) =>
    id === '1' ? [id, title] : [id, title, tasks.length, gates.length, signoffs.length, attempts.length],
  );

it.each(Object.entries(forms))(
  'whatever a person types stays in its place: %s',
  { timeout: 60_000 + runs * 100 },
  (form, files) => {
    const at = ceremony(files);
    fc.assert(
      fc.property(words, words, words, (name, reason, role) => {
        // Another role than the one that the table waits for would leave that one open.
        const record = {
          actor: `Ada ${name}`,
          override: `late ${reason}`,
          role: role.includes('a') && form !== 'table' ? `Owner ${role}` : null,
        };
        const edits = signed(at, record);
        if ('refused' in edits) return;
        const done = at.after(edits);
        expect(others(done)).toEqual(others(at));
        expect(done.phase.status).toBe('signed_off');
        expect(done.phase.signoffs.filter(({ outcome }) => outcome === 'approved').map(({ date }) => date)).toEqual([
          '2026-03-01',
        ]);
        expect(done.phase.signoffs.find(({ outcome }) => outcome === 'approved')?.actor).toMatch(/^Ada/);
        expect(done.project.facts(Object.keys(files)[0] ?? '')?.problems).toEqual([]);
      }),
      { numRuns: runs },
    );
  },
);

it.each(Object.entries(forms))('and what is said of an attempt: %s', { timeout: 60_000 + runs * 100 }, (_, files) => {
  const at = ceremony(files);
  fc.assert(
    fc.property(words, words, words, (step, note, actor) => {
      const items = [{ step: `A step ${step}`, note }];
      const attempt = { outcome: 'fail', items, note, date: '2026-03-01', actor, commit: null } as const;
      const edits = recordAttempt(at.project, at.phase, attempt);
      if ('refused' in edits) return;
      const one = at.after(edits);
      const two = one.after(
        recordAttempt(one.project, one.phase, { ...attempt, outcome: 'pass', items: [], note: `mended ${note}` }),
      );
      expect(others(two)).toEqual(others(at));
      expect(two.phase.attempts.map(({ number, outcome, date }) => [number, outcome, date])).toEqual([
        [1, 'fail', '2026-03-01'],
        [2, 'pass', '2026-03-01'],
      ]);
      expect(two.phase.attempts[0]?.failed).toHaveLength(1);
      expect(two.phase.attempts[0]?.fix).toMatch(/^mended/);
      expect(two.project.facts(Object.keys(files)[0] ?? '')?.problems).toEqual([]);
    }),
    { numRuns: runs },
  );
});
