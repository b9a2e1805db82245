import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Case, readCase } from './case.ts';

const folder = join(import.meta.dirname, '..', 'cases');

/** A case and the name it is known by: its path below `test/cases`, without the ending. */
export interface NamedCase extends Case {
  readonly name: string;
}

/** All cases, in the order of their names. */
export function allCases(): readonly NamedCase[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      try {
        return { name: relative('.', name).split(sep).join('/').slice(0, -'.txt'.length), ...readCase(text) };
      } catch (error) {
        throw new Error(`test/cases/${name}: ${error instanceof Error ? error.message : error}`);
      }
    });
}
