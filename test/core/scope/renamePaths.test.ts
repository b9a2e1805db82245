import { expect, it } from 'vitest';
import { type Move, renamePaths, toSource } from '../../../server/src/core/index.ts';

function renamed(text: string, moves: readonly Move[], path = 'docs/phases/phase-1.md'): string {
  const edits = renamePaths([toSource(path, text)], moves);
  return edits.reduceRight((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);
}

it.each([
  ['a file in a scope', '- `src/api/a.ts`', '- `src/http/b.ts`'],
  ['a file named in a sentence', 'It is in src/api/a.ts. And', 'It is in src/http/b.ts. And'],
  ['a file from the root with a dot', '- ./src/api/a.ts', '- ./src/http/b.ts'],
  ['a file in YAML', 'owned_paths: [src/api/a.ts, x]', 'owned_paths: [src/http/b.ts, x]'],
  ['a link from the folder of the document', '[code](../../src/api/a.ts#L3)', '[code](../../src/http/b.ts#L3)'],
  ['a reference link', '[code]: ../../src/api/a.ts', '[code]: ../../src/http/b.ts'],
  ['with CRLF around it', 'x\r\n- src/api/a.ts\r\n', 'x\r\n- src/http/b.ts\r\n'],
])('%s follows the move', (_, before, after) => {
  expect(renamed(before, [{ from: 'src/api/a.ts', to: 'src/http/b.ts' }])).toBe(after);
});

it.each(['lib/src/api/a.ts', 'src/api/a.tsx', 'src/api/a.ts.map', 'mysrc/api/a.ts', '@org/src/api/a.ts', '../src/api/a.ts'])(
  'another path stays: %s',
  (text) => {
    expect(renamed(text, [{ from: 'src/api/a.ts', to: 'x.ts' }])).toBe(text);
  },
);

it('a moved folder takes the globs and files below it along, and a file that leaves it goes its own way', () => {
  const text = '- `src/api/**`\n- `src/api/old.ts`\n- `src/apis/**`\n- `src/api`\n';
  const moves = [
    { from: 'src/api', to: 'server' },
    { from: 'src/api/old.ts', to: 'attic/old.ts' },
  ];
  expect(renamed(text, moves)).toBe('- `server/**`\n- `attic/old.ts`\n- `src/apis/**`\n- `server`\n');
});

it('a name without a folder counts between signs only', () => {
  expect(renamed('The Makefile, `Makefile` and (Makefile)', [{ from: 'Makefile', to: 'build/Makefile' }])).toBe(
    'The Makefile, `build/Makefile` and (build/Makefile)',
  );
});

it('the configuration follows too', () => {
  const text = 'scope:\n  allow:\n    - tools/gen/**\n';
  expect(renamed(text, [{ from: 'tools/gen', to: 'tools/made' }], 'phasewise.yaml')).toBe(text.replace('gen', 'made'));
});
