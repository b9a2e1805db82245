import { expect, test } from 'vitest';
import type { GitChange, GitRepository } from '../../client/src/gitExtension.ts';
import { historyAnswer, repositoryMark } from '../../client/src/historyAnswer.ts';

const change = (path: string, from?: string) => ({ uri: path, ...(from ? { originalUri: from } : {}) }) as unknown as GitChange;
const nothing = { mergeChanges: [], indexChanges: [], workingTreeChanges: [], onDidChange: () => ({ dispose() {} }) };

function repository(more: Partial<GitRepository['state']> = {}): { readonly git: GitRepository; readonly asked: string[] } {
  const asked: string[] = [];
  const git = {
    state: { ...nothing, HEAD: { commit: 'aaaaaaa' }, ...more },
    async getCommit(ref: string) {
      asked.push(`commit ${ref}`);
      if (ref === '0bad0bad') throw new Error('unknown revision');
      return { hash: `${ref}00` };
    },
    async diffWith(ref: string) {
      asked.push(`diff ${ref}`);
      return [change('src/b.ts'), change('src/new.ts', 'src/old.ts'), change('../elsewhere.ts')];
    },
    async diffBetween(from: string, to: string) {
      asked.push(`between ${from} ${to}`);
      return [change('src/c.ts')];
    },
    log: async () => [
      { hash: 'third', commitDate: new Date('2026-02-03T08:00:00') },
      { hash: 'second', commitDate: new Date('2026-02-01T23:59:59') },
      { hash: 'first', commitDate: new Date('2026-01-01T08:00:00') },
    ],
  } as unknown as GitRepository;
  return { git, asked };
}

const toPath = (uri: GitChange['uri']) => (String(uri).startsWith('../') ? undefined : String(uri));
const whole = async () => true;

test('a commit is compared with the files as they are now, new ones included; paths elsewhere are left out', async () => {
  const { git, asked } = repository({ workingTreeChanges: [change('src/b.ts')], untrackedChanges: [change('src/a.ts')] });
  const answer = await historyAnswer(git, { commits: ['4f2a9c1'], days: [] }, toPath, whole);
  expect(answer).toEqual({ '4f2a9c1': ['src/a.ts', 'src/b.ts', 'src/new.ts', 'src/old.ts'] });
  expect(asked).toEqual(['commit 4f2a9c1', 'diff 4f2a9c100']);
});

test('a day is compared by the last commit before its end; a day before all known commits is not known', async () => {
  const { git, asked } = repository({ workingTreeChanges: [change('src/b.ts')] });
  const answer = await historyAnswer(git, { commits: [], days: ['2026-02-01', '2025-01-01'] }, toPath, whole);
  expect(answer).toEqual({ '2026-02-01': ['src/c.ts'] });
  expect(asked).toEqual(['between second HEAD']);
});

test('a commit that is not there is told only of a whole copy', async () => {
  const asks = { commits: ['0bad0bad', '--exec=x', 'HEAD'], days: ['yesterday'] };
  expect(await historyAnswer(repository().git, asks, toPath, whole)).toEqual({ '0bad0bad': null });
  expect(await historyAnswer(repository().git, asks, toPath, async () => false)).toEqual({});
});

test('nothing is asked again while the same commit is checked out and the same files differ from it', () => {
  const mark = (...paths: string[]) => repositoryMark(repository({ workingTreeChanges: paths.map((path) => change(path)) }).git);
  expect(mark('a', 'b')).toBe(mark('b', 'a'));
  expect(mark('a')).not.toBe(mark('b'));
  expect(repositoryMark(repository({ HEAD: { commit: 'bbbbbbb' } }).git)).not.toBe(mark());
});
