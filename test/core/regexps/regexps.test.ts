import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { expect, it } from 'vitest';
import { topicOfHeading, topicOfLabel } from '../../../server/src/core/read/vocabulary.ts';
import { built, type Found, literals, root } from './collect.ts';

/**
 * Expressions that are not asked about, or vulnerable by themselves, and harmless where they stand because the text they see is short.
 * The code beside them keeps the bound, and the tests below hold it to that.
 */
const bounded: readonly { readonly file: RegExp; readonly because: string }[] = [
  { file: /read\/vocabulary\.ts$/, because: 'a label has at most 80 characters, a heading 160' },
  { file: /core\/(?:rules\/)?gate\//, because: 'a condition has at most 1000 characters' },
];

/** Expressions over texts of YAML without a bound of their own; the limits on documents of YAML hold them. */
const inYaml = [/^\\\.\(\?:md\|rst\|adoc\)/, /^\^\(\?:\[\\p\{L\}\]\+\)/];

it('calls every regular expression of the core safe', { timeout: 600_000 }, async () => {
  const all = [...literals(), ...(await built(readEverything))];
  expect(all.length).toBeGreaterThan(400);
  const distinct = [...new Map(all.map((one) => [`${one.pattern}/${one.flags}`, one])).values()];
  // What repeats nothing cannot take long.
  const left = distinct.filter(({ pattern, at }) => /[*+{]/.test(pattern) && !/vocabulary\.ts$/.test(at));
  const vulnerable: string[] = [];
  await Promise.all(
    [1, 2].map(async () => {
      for (let one = left.pop(); one; one = left.pop()) {
        const verdict = await verdictOn(one);
        if (verdict) vulnerable.push(verdict);
      }
    }),
  );
  expect(vulnerable.sort()).toEqual([]);
});

/** What is wrong with an expression, or undefined. */
async function verdictOn({ pattern, flags, at }: Found): Promise<string | undefined> {
  const result = await check(pattern, flags, { timeout: 20_000 });
  if (result.status === 'safe') return undefined;
  if (bounded.some(({ file }) => file.test(at.replace(/:\d+$/, ''))) || inYaml.some((one) => one.test(pattern))) return undefined;
  if (result.status === 'unknown') return `${at} /${pattern}/${flags} (${result.error.kind})`;
  return `${at} /${pattern}/${flags} (${result.complexity.summary}) ${result.attack.pattern}`;
}

/** Runs what puts expressions together: reading, merging and checking of real plans, settings and globs. */
async function readEverything(): Promise<void> {
  const { Project, isDocument, scopeVerdict } = await import('../../../server/src/core/index.ts');
  const files = ['examples', 'test/fixtures'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|ya?ml|json|toml)$/.test(name))
      .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(root, folder, name), 'utf8') })),
  );
  const project = Project.empty.with(files).touching(['src/a.ts', 'app/[id]/page.tsx']);
  expect(project.findings.size).toBeGreaterThan(0);
  expect(isDocument('docs/PLAN.md', project.settings)).toBe(true);
  for (const plan of project.plans) scopeVerdict(plan, 'src/a.ts', project.settings);
}

it('looks up long headings and labels in no time', () => {
  const hostile = ['&x', ' a', 'phase ', '0 ', 'gate: ', '(', 'key files/', 'a ', 'x verification '].flatMap((piece) =>
    Array.from({ length: 300 }, (_, at) => [
      `${at} ${piece.repeat(200)}`.slice(0, 160),
      `${at} ${piece.repeat(100)}`.slice(0, 80),
    ]),
  );
  const before = process.cpuUsage();
  for (const [heading, label] of hostile) {
    topicOfHeading(heading as string);
    topicOfLabel(label as string);
  }
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000 / hostile.length).toBeLessThan(0.5);
  expect(topicOfHeading('exit criteria'.padEnd(161, 'a'))).toBeUndefined();
  expect(topicOfLabel('exit criteria'.padEnd(81, ' '))).toBeUndefined();
});
