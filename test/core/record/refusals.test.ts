import { describe, expect, it } from 'vitest';
import { record, result } from './recording.ts';

const lines = (...all: string[]) => all.join('\n');

describe('nothing is written, and a person is told why', () => {
  it.each([
    [
      'several conditions in one paragraph',
      'docs/plan.md',
      lines('## Phase 1: A', '### Exit criteria', '🚧 It starts', '🚧 It stops'),
      'It starts',
      /several conditions without a list/,
    ],
    [
      'a row that has more cells than its table has columns',
      'docs/plan.md',
      lines('## Phase 1: A', '### Exit criteria', '| Criterion | Owner |', '|---|---|', '| It starts | Ada | no | more |'),
      'It starts',
      /more cells than its header/,
    ],
    [
      'lines of one YAML text',
      'docs/plan.yaml',
      lines('phases:', '  - id: 1', '    exit_criteria: |', '      - It starts', '      - It stops'),
      'It starts',
      /lines of one text/,
    ],
    [
      'a document with characters that are no text',
      'docs/plan.md',
      lines('## Phase 1: A', '### Exit criteria', '- It starts', '', 'caf\ufffd'),
      'It starts',
      /no UTF-8 text/,
    ],
    [
      'a condition that goes on over lines which a map would end',
      'docs/plan.yaml',
      lines('phases:', '  - id: 1', '    exit_criteria:', '      - It starts', '        on Mondays', '      - It stops'),
      'It starts on Mondays',
      /could not be read again/,
    ],
  ])('%s', (_, path, text, title, why) => {
    expect(record(path, text, title, result)).toMatch(why);
  });
});
