import { describe, expect, it } from 'vitest';
import { readGateLine } from '../../../server/src/core/gate/gateLine.ts';

const bodyOf = (text: string): string => {
  const { body } = readGateLine(text);
  return text.slice(body.start, body.end);
};

describe('the words of a line', () => {
  it.each([
    ['- [ ] Server starts', 'Server starts'],
    ['[x] ✅ Server starts', 'Server starts'],
    ['AC-3: Server starts', 'Server starts'],
    ['**SC-002**: Server starts', 'Server starts'],
    ['**Startup** - Server starts', 'Server starts'],
    ['Startup: Server starts', 'Server starts'],
    ['"Server starts"', 'Server starts'],
    ['1.2 Server starts', '1.2 Server starts'],
    ['3 servers start', '3 servers start'],
  ])('%s', (text, body) => expect(bodyOf(text)).toBe(body));

  it('keeps a bold line without anything behind it', () => expect(bodyOf('**Server starts**')).toBe('Server starts'));

  it('counts offsets in the text as written', () => {
    const text = '- [ ] **Save** — `save()` writes the file';
    for (const word of readGateLine(text).words) {
      expect(word.end).toBeGreaterThan(word.start);
      if (word.kind === 'word') expect(text.slice(word.start, word.end).toLowerCase()).toBe(word.text);
    }
  });
});

describe('clauses', () => {
  const said = (text: string) => readGateLine(text).clauses.map(({ predicate }) => `${predicate.kind} ${predicate.lemma}`.trim());
  it.each([
    ['Server returns 404', ['active return']],
    ['Invalid input is rejected', ['passive reject']],
    ['Unknown flags rejected', ['participle reject']],
    ['Open the page', ['imperative open']],
    ['Suite green', ['state green']],
    ['Retry logic', ['none']],
    ['Verify that the list shows 3 rows', ['active show']],
    ['When the token expires, the client asks for a new one', ['active ask']],
    ['WHEN a file is missing THE importer SHALL print its name', ['active print']],
    ['Server starts and writes a log', ['active start', 'active write']],
    ['Parser tests pass', ['active pass']],
    ['Frontend updates arrive in order', ['active arrive']],
    ['Users can delete an order', ['active delete']],
    ['Clicking Save re-sends the form', ['active send']],
    ['Files stored during import are deleted', ['passive delete']],
    ['Approved requirements', ['none']],
  ])('%s', (text, verbs) => expect(said(text)).toEqual(verbs));
});

describe('what is concrete', () => {
  const kinds = (text: string) => readGateLine(text).concrete.map(({ kind, decides }) => (decides ? kind : `(${kind})`));
  it.each([
    ['`npm test` exits 0', ['code', 'number']],
    ['Latency below 200 ms', ['number']],
    ['Runs for 24 hours', ['(number)']],
    ['Charts with 1 to 20 bars', ['(number)', '(number)']],
    ['Phase 2 done', []],
    ['Suite green before `/ship`', ['(code)']],
    ['docs/setup.md exists', ['name']],
    ['Shows "Saved"', ['quote']],
    ['No console errors', ['zero']],
    ['Click Save → dialog closes', ['arrow']],
    ['Trivy reports nothing', ['tool']],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected));
});

// Linear reading takes milliseconds; anything that grows with the square of the length would take minutes.
it('reads whatever is pasted quickly', { timeout: 30_000 }, () => {
  const started = performance.now();
  for (const part of ['a, ', 'and works ', '"', "' ", '`', '(', '[a b ', '* ', '1.', 'if ', '_'])
    readGateLine(part.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(15_000);
});
