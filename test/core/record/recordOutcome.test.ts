import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../server/src/core/index.ts';
import { recorded, record as recordFor, result } from './recording.ts';

const pass: Outcome = { ...result, outcome: 'pass', actor: 'Ada' };
const fail: Outcome = { ...result, outcome: 'fail', note: 'hangs after\nlogin', date: '2026-03-02' };

function record(text: string, title: string, outcome: Outcome): string {
  return recordFor('docs/phases/phase-1.md', text, title, outcome);
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
    expect(recorded('docs/phases/phase-1.md', record(checklist, 'Sale', fail), 'Sale')).toEqual({
      ...fail,
      note: 'hangs after login',
    });
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

  it('fills the Result column of a table and gives a table one that has none', () => {
    const table = [
      '# Phase 1: A',
      '## Manual tests',
      '| Test | Command | Expected | Result |',
      '|---|---|---|---|',
      '| Ping | `ping` | ok | |',
    ].join('\n');
    expect(record(table, 'Ping', pass)).toBe(table.replace('| ok | |', '| ok | pass (2026-03-01, Ada) |'));
    const bare = table.replace(' Result |', '').replace('|---|---|---|---|', '|---|---|---|').replace('| ok | |', '| ok |');
    expect(record(bare, 'Ping', pass)).toBe(
      bare
        .replace('Expected |', 'Expected | Result |')
        .replace('---|---|---|', '---|---|---|---|')
        .replace('| ok |', '| ok | pass (2026-03-01, Ada) |'),
    );
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
