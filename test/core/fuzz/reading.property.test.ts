import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileText, Project, toOutlineReport } from '../../../server/src/core/index.ts';
import { markdown, yaml } from './documents.ts';
import { found } from './found.ts';
import { wrongSpans } from './spans.ts';

/** `FUZZ_RUNS=50000 npx vitest run --project core test/core/fuzz` tries as many documents of each kind. */
const runs = Number(process.env.FUZZ_RUNS ?? 1500);
const timeout = 20_000 + runs * 50;

function projectOf(files: readonly FileText[]): Project {
  return Project.empty.with(files);
}

/** What people see of a project, as text that can be compared. */
function seen(project: Project): string {
  return JSON.stringify([[...project.findings].sort(([a], [b]) => (a < b ? -1 : 1)), toOutlineReport(project)]);
}

/** The facts of a document whose places are moved. */
function factsOf(path: string, text: string, move: (offset: number) => number): string {
  return JSON.stringify(projectOf([{ path, text }]).facts(path), (key, value) =>
    (key === 'start' || key === 'end') && typeof value === 'number' ? move(value) : value,
  );
}

function checkPlaces(path: string, text: string): void {
  const project = projectOf([{ path, text }]);
  const wrong = wrongSpans([project.facts(path), project.findings, project.plans], text.length, path);
  if (wrong.length > 0) expect(wrong).toEqual([]);
  toOutlineReport(project);
}

function checkCarriageReturns(text: string): void {
  const plain = text.replaceAll('\r', '');
  const dos = plain.replaceAll('\n', '\r\n');
  const moved: number[] = [];
  for (let at = 0, lines = 0; at <= dos.length; at += 1) {
    moved.push(at - lines);
    if (dos[at] === '\r') lines += 1;
  }
  const [one, other] = [factsOf('PLAN.md', plain, (at) => at), factsOf('PLAN.md', dos, (at) => moved[at] ?? -1)];
  if (one !== other) expect(JSON.parse(other)).toEqual(JSON.parse(one));
}

function checkByteOrderMark(text: string): void {
  const plain = text.replace(/^\ufeff+/, '');
  const [one, other] = [factsOf('PLAN.md', plain, (at) => at), factsOf('PLAN.md', `\ufeff${plain}`, (at) => Math.max(0, at - 1))];
  if (one !== other) expect(JSON.parse(other)).toEqual(JSON.parse(one));
}

describe('reading arbitrary documents', { timeout }, () => {
  it('never throws, and every place is inside the text', () => {
    fc.assert(
      fc.property(markdown, (text) => checkPlaces('PLAN.md', text)),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(yaml, (text) => checkPlaces('tasks.yaml', text)),
      { numRuns: runs },
    );
  });

  it('reads CRLF line ends as it reads LF', () => {
    fc.assert(fc.property(markdown, checkCarriageReturns), { numRuns: runs });
  });

  it('reads a text with a byte order mark as without', () => {
    fc.assert(fc.property(markdown, checkByteOrderMark), { numRuns: runs });
  });

  it('knows after edits what it would know from scratch', () => {
    const path = fc.constantFrom('PLAN.md', 'docs/phases/phase-1.md', 'docs/gates.md', 'tasks.yaml', 'phasewise.yaml');
    const edit = fc.record({
      path,
      text: fc.option(fc.oneof({ weight: 4, arbitrary: markdown }, { weight: 1, arbitrary: yaml }), { freq: 5 }),
    });
    const settings = fc.constantFrom(
      'phase: 2\n',
      'statuses:\n  ferry: done\n',
      'rules:\n  gate/noun-phrase: off\n',
      'documents:\n  exclude: [docs/**]\n',
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), settings, (edits, configuration) => {
        const files = new Map<string, string>();
        let project = Project.empty;
        for (const { path, text } of edits) {
          const real = path === 'phasewise.yaml' && text !== null ? configuration : text;
          if (real === null) files.delete(path);
          else files.set(path, real);
          project = real === null ? project.without([path]) : project.with([{ path, text: real }]);
          void project.findings;
        }
        const scratch = projectOf([...files].map(([path, text]) => ({ path, text })));
        const [one, other] = [seen(scratch), seen(project)];
        if (one !== other) expect(JSON.parse(other)).toEqual(JSON.parse(one));
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});

describe('documents that were read wrongly once', () => {
  it.each(found)('%s', (_, text) => {
    checkPlaces('PLAN.md', text);
    checkCarriageReturns(text);
    checkByteOrderMark(text);
  });
});
