import { describe, expect, it } from 'vitest';
import { Project, toFindingReport } from '../../../server/src/core/index.ts';

/** Documents that grow with a number, and what reading the one of that size may take on an idle processor. */
const kinds: Readonly<
  Record<string, { readonly size: number; readonly milliseconds: number; readonly make: (size: number) => string }>
> = {
  'manual tests': { size: 4000, milliseconds: 300, make: manualTests },
  'conditions of gates': { size: 4000, milliseconds: 300, make: conditions },
  'phases of twenty lines': { size: 1000, milliseconds: 1000, make: phases },
};
/** A busy machine and the collection of garbage can double what a processor takes. */
const factor = Number(process.env.SLOW_MACHINE ?? 4);

describe('reading grows with the text', () => {
  it.each(Object.keys(kinds))('%s', (name) => {
    const kind = kinds[name];
    if (!kind) return;
    // The compiler has seen the code once.
    milliseconds(kind.make(kind.size / 4));
    const once = fastest(kind.make(kind.size));
    const twice = fastest(kind.make(kind.size * 2));
    expect(once).toBeLessThan(kind.milliseconds * factor);
    expect(twice / Math.max(once, 20)).toBeLessThan(3);
  });
});

describe('a check grows with the number of documents', () => {
  it('of phases that contradict one another and point to files that are not there', () => {
    checked(50);
    const once = Math.min(checked(300), checked(300));
    const more = Math.min(checked(2400), checked(2400));
    // Eight times the documents: what looks through all of them for each finding would take twenty times as long.
    expect(more / Math.max(once, 20)).toBeLessThan(13);
  });
});

/** Processor time until everything was found and said, milliseconds. */
function checked(size: number): number {
  const files = Array.from({ length: size }, (_, at) => ({
    path: `docs/phases/phase-${at}.md`,
    text: `# Phase ${at}: Part ${at}\n\nStatus: done\n\n## Tasks\n\n- [ ] T${at}-1: Cut it\n\n## Evidence\n\n- [log](../logs/cut-${at}.md)\n`,
  }));
  const plan = `# Plan\n\n${repeat(size, (at) => `## Phase ${at}: Part ${at}\n\nStatus: blocked\n\n`)}`;
  const logs = Array.from({ length: size }, (_, at) => `docs/logs/run-${at}.md`);
  const before = process.cpuUsage();
  const project = Project.empty
    .with([...files, { path: 'docs/plan.md', text: plan }])
    .listing([...files.map(({ path }) => path), ...logs].sort());
  const reports = [...project.findings.values()].flat().map((finding) => toFindingReport(finding, project));
  const { user, system } = process.cpuUsage(before);
  expect(reports.length).toBeGreaterThan(size);
  return (user + system) / 1000;
}

/** Of three readings: the others were disturbed. Texts differ, so that nothing is remembered from the one before. */
function fastest(text: string): number {
  return Math.min(...[1, 2, 3].map((at) => milliseconds(text.replaceAll('Part', `Part${at}`))));
}

function milliseconds(text: string): number {
  const before = process.cpuUsage();
  expect(Project.empty.with([{ path: 'PLAN.md', text }]).facts('PLAN.md')?.kind).not.toBe('none');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function manualTests(size: number): string {
  const one = (at: number) =>
    `- [ ] **T-${at}** Open \`/part/${at}\` of Part ${at}\n  - Command: \`curl -fsS http://localhost:8080/${at}\`\n  - Expected: status 200 and **${at}** rows\n`;
  return `# Manual test checklist\n\n${repeat(size, one)}`;
}

function conditions(size: number): string {
  const gate = (at: number) => (at % 40 === 0 ? `\n## Phase ${at / 40}: Part ${at}\n\n### Exit criteria\n\n` : '');
  return repeat(size, (at) => `${gate(at)}- [ ] \`GET /api/${at}\` of Part ${at} returns **200** in under ${at} ms\n`);
}

function phases(size: number): string {
  return repeat(
    size,
    (at) =>
      `## Phase ${at}: Part ${at}\n\n**Status:** planned\n**Files:** \`src/p${at}/**\`\n\n### Tasks\n\n${repeat(
        8,
        (task) => `- [ ] T${at}-${task}: Write [the rest](docs/${task}.md) of Part ${task}\n`,
      )}\n### Exit criteria\n\n- [ ] \`npm test\` exits with 0\n- [ ] The page of Part ${at} shows ${at} rows\n\n`,
  );
}

function repeat(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join('');
}
