import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineAt } from '../../../server/src/core/index.ts';
import { open } from './read.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'examples', 'harbour-ferry');
const project = await open(join('examples', 'harbour-ferry'));
const [plan] = project.plans;

describe('the example', () => {
  it('is one plan of six phases, the third of which is current', () => {
    expect(project.plans).toHaveLength(1);
    expect(plan?.documents).toHaveLength(8);
    expect(plan?.phases.map(({ id, status }) => `${id} ${status}`)).toEqual([
      '0 signed_off',
      '1 done',
      '2 in_progress',
      '3 planned',
      '4 planned',
      '5 planned',
    ]);
    expect(plan?.current?.reason).toBe('phase 1 is done, phase 2 is in progress');
  });

  it('says the same of each phase wherever it speaks of it', () => {
    for (const { id, status, statements } of plan?.phases ?? [])
      expect([id, ...new Set(statements.map((statement) => statement.status))]).toEqual([id, status]);
  });

  it('has these findings, and no others', () => {
    const found = [...project.findings].flatMap(([path, findings]) =>
      findings.map(({ rule, severity, at }) => {
        const source = project.sources.get(path);
        return `${path}:${source ? lineAt(source, at.start) + 1 : 0} ${severity} ${rule}`;
      }),
    );
    expect(found.sort()).toEqual(
      [
        'docs/phases/phase-1.md:3 warning evidence/done-without-evidence',
        'docs/phases/phase-1.md:11 error gate/unplaced-docs',
        'docs/phases/phase-2.md:15 warning gate/unnamed-tests',
        'docs/plan.md:73 error gate/vague-predicate',
        'docs/plan.md:104 warning gate/unquantified',
        'docs/plan.md:130 hint gate/escape-clause',
        'docs/plan.md:156 hint gate/placeholder',
        'docs/plan.md:157 hint gate/subjective-quality',
        'docs/plan.md:167 hint scope/prose-only',
        'docs/plan.md:183 hint gate/load-without-number',
        'tasks/tasks.yaml:73 warning tasks/duplicate-id',
        'tasks/tasks.yaml:105 warning tasks/unknown-phase',
      ].sort(),
    );
  });

  it('names evidence that exists', () => {
    const paths = (plan?.phases ?? []).flatMap(({ evidence }) => evidence.map(({ value }) => value));
    for (const path of paths.filter((value) => value.startsWith('docs/')))
      expect([path, existsSync(join(folder, path))]).toEqual([path, true]);
  });
});

describe('the commands of its checklists', () => {
  let copy = '';
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'harbour-ferry-'));
    cpSync(folder, copy, { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const checks = (plan?.phases ?? []).flatMap(({ checklist }) => checklist).filter(({ command }) => command?.startsWith('node '));

  it('are several', () => expect(checks.length).toBeGreaterThan(5));

  it.each(checks.map((check) => [check.command, check.expected]))(
    '%s gives %s',
    (command, expected) => {
      const { status, stdout } = spawnSync(command ?? '', { cwd: copy, shell: true, encoding: 'utf8' });
      const code = /^exit code (\d)$/.exec(expected ?? '');
      const pattern = /^\/(.+)\/$/.exec(expected ?? '')?.[1];
      if (code) expect(status).toBe(Number(code[1]));
      else if (pattern) expect(stdout).toMatch(new RegExp(pattern));
      else if (expected?.startsWith('{')) expect(JSON.parse(stdout)).toMatchObject(JSON.parse(expected));
      else expect(stdout).toContain(expected);
    },
    30_000,
  );
});
