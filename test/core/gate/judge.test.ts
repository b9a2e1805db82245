import { describe, expect, it } from 'vitest';
import { judgeGateLine } from '../../../server/src/core/gate/judge.ts';

const judged = (text: string, siblings: readonly string[] = []) =>
  judgeGateLine(text, { commands: [], siblings }).map(({ rule, severity }) => `${severity} ${rule.id}`);

describe('severity', () => {
  it('stays a hint where one hint rule fires', () =>
    expect(judged('Risks of the new export format identified with the operators')).toEqual(['hint gate/bare-done']));
  it('becomes a warning where a few words have nothing concrete among them', () =>
    expect(judged('Risks identified')).toEqual(['warning gate/bare-done']));
  it('becomes a warning where two rules agree', () =>
    expect(judged('Risks identified and rollback steps documented')).toEqual([
      'warning gate/unplaced-docs',
      'warning gate/bare-done',
    ]));
});

describe('not too much at once', () => {
  it('shows at most two findings', () =>
    expect(judged('Code clean, tests pass, docs updated, search fast, design approved, risks identified').length).toBe(2));
  it('never underlines the same words twice', () => {
    const [first, second] = judgeGateLine('Tests exist and handbook updated properly');
    expect(first && second && (first.hit.end <= second.hit.start || second.hit.end <= first.hit.start)).toBe(true);
  });
});

describe('neighbours', () => {
  it('answer which tests where exactly one test command stands in the gate', () =>
    expect(judged('All tests pass', ['`pnpm test`', '`pnpm lint`'])).toEqual([]));
  it('leave the question open where there are two', () =>
    expect(judged('All tests pass', ['`pnpm test:unit`', '`pnpm test:e2e`'])).toEqual(['warning gate/unnamed-tests']));
});

it('offers the commands that exist', () => {
  const context = { siblings: [], commands: [{ text: 'task test', purpose: 'test' as const }] };
  expect(judgeGateLine('- [ ] All tests pass.', context)[0]?.hit.fixes?.[0]).toEqual({
    title: 'Name the command: `task test` exits 0',
    preferred: true,
    start: 6,
    end: 20,
    text: '`task test` exits 0',
  });
});

it('says nothing about a result', () => {
  expect(judged('Sign-in: GO — both pages are deployed')).toEqual([]);
  expect(judged('Sign-in flow is deployed')).toEqual(['warning gate/bare-done']);
});

it('gives the same answer every time', () => expect(judgeGateLine('Code looks tidy')).toEqual(judgeGateLine('Code looks tidy')));

describe('other languages', () => {
  it.each([
    'Alle Prüfungen werden ohne Fehler bestanden',
    '所有测试通过',
    'Documentación actualizada para todos',
    'Тесты проходят',
  ])('says nothing about %s', (text) => expect(judged(text)).toEqual([]));
  it('still sees a placeholder', () => expect(judged('Antwortzeit: TBD und dokumentiert')).toEqual(['warning gate/placeholder']));
  it('reads English with a foreign name in it', () =>
    expect(judged('The café module works')).toEqual(['warning gate/vague-predicate']));
});
