import { expect, it } from 'vitest';
import { Project, scopeVerdict } from '../../../server/src/core/index.ts';

const long = 'a'.repeat(200);
const deep = `${'a/'.repeat(60)}c`;

/** Pattern, a path, and whether it is inside; undefined for patterns that are not read. */
const hostile: readonly (readonly [pattern: string, path: string, inside: boolean | undefined])[] = [
  // Stars that could be laid out in very many ways.
  [`${'*a'.repeat(8)}b`, long, false],
  [`${'a*'.repeat(30)}b`, long, false],
  [`${'a*'.repeat(30)}`, long, true],
  [`${'?*'.repeat(20)}b`, long, false],
  [`src/${'*x'.repeat(40)}`, `src/${'x'.repeat(200)}`, true],
  ['*'.repeat(300), long, true],
  [`${'*.'.repeat(20)}ts`, `${'a.'.repeat(20)}js`, false],
  [`${'**/a/'.repeat(8)}b`, deep, false],
  [`${'**/'.repeat(40)}c`, deep, true],
  [`${'a/**/'.repeat(10)}c`, deep, true],
  [`${'**/*/'.repeat(12)}b`, deep, false],
  [`${'*/'.repeat(60)}c`, deep, true],
  [`${'*/'.repeat(61)}c`, deep, false],
  // Groups that match one text in many ways.
  [`+(a|aa|aaa)b`, long, false],
  ['*(a|a*)c', long, false],
  [`src/${'+(a|a)'.repeat(10)}b`, `src/${long}`, false],
  ['*(*(*(*(a))))b', long, false],
  ['!(!(!(a)))b', long, false],
  ['@(a|@(a|@(a|b)))', 'b', true],
  [`${'?(a)'.repeat(30)}b`, 'a'.repeat(30), false],
  ['+([a-z]|[a-y])1', long, false],
  // Braces that stand for more than anybody means.
  [`src/${'{a,b}'.repeat(11)}`, `src/${'a'.repeat(11)}`, undefined],
  [`${'{0..9}'.repeat(6)}`, '999999', undefined],
  ['src/{1..1001}.ts', 'src/1001.ts', undefined],
  ['src/{1..99999999}.ts', 'src/7.ts', undefined],
  [`src/{1..${'9'.repeat(60)}}`, 'src/7', undefined],
  ['src/{-900..900}', 'src/0', undefined],
  ['src/{a..z}{a..z}{a..z}', 'src/abc', undefined],
  [`src/{${'a,'.repeat(1000)}a}`, 'src/a', undefined],
  [`${'{'.repeat(400)}a${'}'.repeat(400)}`, 'a', false],
  [`{${'{a,b},'.repeat(20)}c}`, 'c', true],
  [`{${'{a,b}'.repeat(11)},c}`, 'c', undefined],
  [`{${'{a,b}'.repeat(11)}`, 'c', undefined],
  ['src/{1..1000}/**', 'src/1000/x', true],
  [`src/{${Array.from({ length: 150 }, (_, at) => at).join(',')}}.ts`, 'src/149.ts', true],
  // Brackets, closed and open.
  ['['.repeat(300), '['.repeat(300), true],
  [']'.repeat(300), ']'.repeat(300), true],
  ['[a', '[a', true],
  ['a]', 'a]', true],
  ['[]', '[]', true],
  ['[]]', ']', true],
  ['[z-a]', '[z-a]', true],
  ['[!a]*', 'bcd', true],
  [`${'[a-z]'.repeat(60)}`, 'a'.repeat(60), true],
  [`${'[a-z]*'.repeat(30)}1`, long, false],
  ['[[:alpha:]]', 'x', true],
  ['('.repeat(300), '('.repeat(300), true],
  [')('.repeat(100), ')('.repeat(100), true],
  // Odd ends and names.
  ['{', '{', true],
  ['{a', '{a', true],
  ['{}', '{}', true],
  ['a{,}b', 'ab', true],
  ['src//saw', 'src/saw/a', true],
  ['./'.repeat(100), 'a', true],
  ['__proto__/**', '__proto__/a', true],
  ['constructor', 'constructor', true],
  ['x'.repeat(1001), 'x'.repeat(1001), undefined],
];

/** What a phase with one scope line says of a path, and whether a finding says that the line is not read. */
function answer(pattern: string, path: string) {
  const text = `phases:\n  - id: 1\n    name: Wood\n    status: in_progress\n    files:\n      - ${JSON.stringify(pattern)}\n`;
  const project = Project.empty.with([{ path: 'tasks/plan.yaml', text }]).listing([path]);
  const [plan] = project.plans;
  const rules = [...project.findings.values()].flat().map(({ rule }) => rule);
  return { verdict: plan && scopeVerdict(plan, path, project.settings).verdict, notRead: rules.includes('scope/not-read') };
}

/**
 * On an idle processor each takes less than 50 ms and 20 MB; a busy machine and the collection of garbage can make that ten times as
 * much. What these guard against takes seconds to centuries.
 */
const most = { milliseconds: 500, megabytes: 100 };

it(`${hostile.length} patterns are answered rightly or said not to be read, each in a moment`, () => {
  answer('src/**', 'src/a');
  const wrong = hostile.flatMap(([pattern, path, inside]) => {
    const before = process.memoryUsage().heapUsed;
    const began = process.cpuUsage();
    const { verdict, notRead } = answer(pattern, path);
    const { user, system } = process.cpuUsage(began);
    const cost = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
    const right = inside === undefined ? notRead && verdict === 'out' : !notRead && verdict === (inside ? 'in' : 'out');
    const name = pattern.slice(0, 40);
    return [
      ...(right ? [] : [`${name}: ${verdict}${notRead ? ', not read' : ''}`]),
      ...((user + system) / 1000 > most.milliseconds ? [`${name}: ${(user + system) / 1000} ms`] : []),
      ...(cost > most.megabytes ? [`${name}: ${cost} MB`] : []),
    ];
  });
  expect(wrong).toEqual([]);
  expect(hostile.length).toBeGreaterThanOrEqual(50);
});
