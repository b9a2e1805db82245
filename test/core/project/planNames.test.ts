import { expect, test } from 'vitest';
import { Project } from '../../../server/src/core/index.ts';

const plan = 'docs/plan.md';
const gates = `## Phase 1: Nets
### Exit criteria
- All tasks of phase 2 are done
- Full suite green
- The code is of good quality
`;
const other = 'docs/phases/phase-2.md';
const empty = '# Phase 2: Boats\nStatus: Planned\n';
const tasks = `${empty}## Tasks\n- [ ] T2-001 Caulk the hull\n`;
const suite = `${empty}## Tasks\n- [ ] Full suite: \`pnpm test\`\n`;

function rulesIn(project: Project): readonly string[] {
  return (project.findings.get(plan) ?? []).map(({ rule, at }) => `${rule} ${at.start}`);
}

const open = (text: string) =>
  Project.empty.with([
    { path: plan, text: gates },
    { path: other, text },
  ]);

test('what another document names decides about lines of a gate, at each step as if seen for the first time', () => {
  let project = open(empty);
  const seen = [rulesIn(project)];
  for (const text of [tasks, empty, suite, `${suite}More.\n`, tasks, suite, empty]) {
    project = project.with([{ path: other, text }]);
    expect(rulesIn(project)).toEqual(rulesIn(open(text)));
    expect(project.counts).toEqual(open(text).counts);
    seen.push(rulesIn(project));
  }
  // The names matter: with the tasks and with the suite there is less to find than without.
  expect(seen[1]?.length).toBeLessThan(seen[0]?.length ?? 0);
  expect(seen[3]?.length).toBeLessThan(seen[1]?.length ?? 0);
  expect(seen.at(-1)).toEqual(seen[0]);
});

test('lines move in the same edit in which a name comes', () => {
  const project = open(empty);
  void project.findings;
  const changes = [
    { path: plan, text: `A word before.\n\n${gates}` },
    { path: other, text: suite },
  ];
  expect(rulesIn(project.with(changes))).toEqual(rulesIn(Project.empty.with(changes)));
});
