import { describe, expect, it } from 'vitest';
import { differenceOf, proposedBy } from '../../client/src/proposal.ts';
import type { StepRun } from '../../client/src/stepRun.ts';
import { judge } from '../../server/src/run/judge.ts';
import { t } from './outline.ts';

describe('what a run speaks for', () => {
  it('is a pass or a failure where a machine can tell, and else a look', () => {
    expect(proposedBy(run('12 hives'))).toBe('pass');
    expect(proposedBy(run('11 hives'))).toBe('fail');
    expect(proposedBy(run('anything', { kind: 'person' }))).toBe('look');
  });

  it('is a failure where it took too long, and nothing where a person stopped it', () => {
    expect(proposedBy(run('', undefined, { ended: 'timeout', exitCode: null }))).toBe('fail');
    expect(proposedBy(run('', undefined, { ended: 'stopped', exitCode: null }))).toBe('look');
  });

  it('is nothing while it runs, whatever it has not printed yet', () => {
    expect(proposedBy(run('starting', undefined, { exitCode: null }))).toBe('look');
  });

  it('begins the note of a failure with what differed, and leaves others alone', () => {
    expect(differenceOf(run('one\n11 hives\n'), t)).toBe(
      'ended with exit code 0, printed “11 hives”; expected the output contains `12 hives`',
    );
    expect(differenceOf(run('', { kind: 'exit', code: 1 }), t)).toBe(
      'ended with exit code 0, printed nothing; expected exit code 1',
    );
    expect(differenceOf(run('12 hives'), t)).toBe('');
  });
});

function run(
  output: string,
  expectation: Parameters<typeof judge>[0] = { kind: 'text', text: '12 hives' },
  more: Partial<Parameters<typeof judge>[1]> = {},
): StepRun {
  const end = { exitCode: 0, output, cut: false, ended: 'exit' as const, ...more };
  return { key: 'k', command: 'node count.js', milliseconds: 3, ...end, ...judge(expectation, end) };
}
