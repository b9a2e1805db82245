import { describe, expect, it } from 'vitest';
import { defaultSettings, type Outcome, readDocument, recordOutcome, toSource } from '../../../server/src/core/index.ts';

const pass: Outcome = { outcome: 'pass', note: null, date: '2026-03-01', actor: 'Ada' };
const fail: Outcome = { outcome: 'fail', note: 'hangs after\nlogin', date: '2026-03-02', actor: null };

/** The text after recording an outcome for the test with this title. */
function record(text: string, title: string, outcome: Outcome): string {
  const source = toSource('docs/phases/phase-1.md', text);
  const item = readDocument(source, defaultSettings).checklist.find((one) => one.title === title);
  if (!item) throw new Error(`no test "${title}" in\n${text}`);
  const edits = recordOutcome(source, item, outcome);
  if ('refused' in edits) return edits.refused;
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);
}

const checklist = [
  '# Phase 1: Tickets',
  '',
  '## Manual test checklist',
  '',
  '- [ ] Health',
  '  - Command: `node server.mjs --health`',
  '  - Expected: prints ok',
  '- [ ] Sale   ',
  '  - Expected: a receipt',
  '',
  'Afterwards call the harbour office.',
].join('\n');

describe('recording the outcome of a manual test', () => {
  it('ticks the box and adds a result below the details', () => {
    expect(record(checklist, 'Health', pass)).toBe(
      checklist.replace('- [ ] Health', '- [x] Health').replace('prints ok', 'prints ok\n  - Result: pass (2026-03-01, Ada)'),
    );
  });

  it('leaves the box open for a failure and keeps the note on one line', () => {
    expect(record(checklist, 'Sale', fail)).toBe(
      checklist.replace('a receipt', 'a receipt\n  - Result: fail (2026-03-02): hangs after login'),
    );
  });

  it('replaces the earlier result instead of adding another', () => {
    const failed = record(checklist, 'Health', fail);
    const passed = record(failed, 'Health', pass);
    expect(passed.match(/Result:/g)).toHaveLength(1);
    expect(passed).toContain('- [x] Health');
    expect(passed).toContain('Result: pass (2026-03-01, Ada)');
    expect(record(passed, 'Health', fail)).toContain('- [ ] Health');
  });

  it('reads back what it wrote', () => {
    const source = toSource('docs/phases/phase-1.md', record(checklist, 'Sale', fail));
    const item = readDocument(source, defaultSettings).checklist.find((one) => one.title === 'Sale');
    expect(item?.result).toMatchObject({ outcome: 'fail', note: 'hangs after login' });
  });

  it('keeps CRLF, a byte order mark and bold labels', () => {
    const text = `\ufeff${checklist}`
      .replaceAll('\n', '\r\n')
      .replaceAll('Expected:', '**Expected:**')
      .replaceAll('Command:', '**Command:**');
    const after = record(text, 'Health', pass);
    expect(after).toBe(
      text.replace('- [ ] Health', '- [x] Health').replace('prints ok', 'prints ok\r\n  - **Result:** pass (2026-03-01, Ada)'),
    );
  });

  it('writes below a fence, a wrapped item and a last line without an end', () => {
    const text = [
      '# Phase 1: A',
      '## Manual tests',
      '1. [ ] Import a',
      '   large file',
      '   ```',
      '   node import.mjs',
      '   ```',
    ].join('\n');
    expect(record(text, 'Import a large file', pass)).toBe(`${text.replace('[ ]', '[x]')}\n   - Result: pass (2026-03-01, Ada)`);
  });

  it('fills the Result column of a table and refuses a table without one', () => {
    const table = [
      '# Phase 1: A',
      '## Manual tests',
      '| Test | Command | Expected | Result |',
      '|---|---|---|---|',
      '| Ping | `ping` | ok | |',
    ].join('\n');
    expect(record(table, 'Ping', pass)).toBe(table.replace('| ok | |', '| ok | pass (2026-03-01, Ada) |'));
    const bare = table.replace(' Result |', '').replace('|---|---|---|---|', '|---|---|---|').replace('| ok | |', '| ok |');
    expect(record(bare, 'Ping', pass)).toMatch(/no Result column/);
  });

  it('adds one result to a test that is a section of steps', () => {
    const text = [
      '# Manual tests',
      '## Login',
      '- [ ] Open the page',
      '- [ ] **Expected**: a form',
      '',
      '## Logout',
      '- [ ] Press it',
      '- [ ] **Expected**: gone',
      '',
    ].join('\n');
    const after = record(text, 'Login', pass);
    expect(after).toContain('a form\n- ');
    expect(after.indexOf('Result')).toBeLessThan(after.indexOf('## Logout'));
    expect(record(after, 'Login', fail).match(/Result/g)).toHaveLength(1);
  });

  it('fills an empty result that is already there', () => {
    const text = checklist.replace('prints ok', 'prints ok\n  - Result:');
    expect(record(text, 'Health', pass)).toContain('  - Result: pass (2026-03-01, Ada)\n- [ ] Sale');
  });
});
