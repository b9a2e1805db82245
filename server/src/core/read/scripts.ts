import type { Command } from '../rules/rule.ts';
import type { Source } from '../source.ts';
import { fieldsOf, toTruth } from './yamlFields.ts';
import { readYaml } from './yamlText.ts';

/** Files at the root of the workspace that name the commands of the repository. */
export const scriptFiles: readonly string[] = [
  'package.json',
  'Makefile',
  'Taskfile.yml',
  'Taskfile.yaml',
  'pyproject.toml',
  'Cargo.toml',
  'go.mod',
];

/** The commands a file of `scriptFiles` offers, the plain ones (`npm test`) before their variants; none for any other file. */
export function readScripts(source: Source): readonly Command[] {
  const read = readers.get(source.path);
  if (!read || source.text.length > largest) return [];
  const commands = new Map(read(source.text.replace(/^\uFEFF/, '')).map((command) => [command.text, command]));
  return [...commands.values()].sort((a, b) => variants(a.text) - variants(b.text)).slice(0, most);
}

/** A file with scripts is written by hand; beyond these it is not one. */
const largest = 500_000;
const most = 200;

const readers: ReadonlyMap<string, (text: string) => readonly Command[]> = new Map([
  ['package.json', fromPackage],
  ['Makefile', fromMakefile],
  ['Taskfile.yml', fromTaskfile],
  ['Taskfile.yaml', fromTaskfile],
  ['pyproject.toml', fromPyproject],
  ['Cargo.toml', fromCargo],
  ['go.mod', fromGoMod],
]);

/** `test:e2e:headed` is a variant of a variant. */
function variants(text: string): number {
  return text.split(':').length;
}

function command(text: string, name: string): Command {
  return { text, purpose: purposeOf(name) };
}

/** What a script is for, told by its name; the first word that tells anything decides. */
function purposeOf(name: string): Command['purpose'] {
  for (const word of name.toLowerCase().split(/[^a-z]+/)) {
    if (/^(?:tests?|spec|specs|unit|e2e|integration|coverage|cov|vitest|jest|pytest|playwright|cypress|tox|smoke)$/.test(word))
      return 'test';
    if (/^(?:types?|typecheck|tsc|mypy|pyright|typing)$/.test(word)) return 'typecheck';
    if (/^(?:lint|linter|eslint|biome|ruff|clippy|vet|stylelint|markdownlint|flake|pylint)$/.test(word)) return 'lint';
    if (/^(?:format|fmt|prettier|black)$/.test(word)) return 'format';
    if (/^(?:build|compile|bundle|dist|package)$/.test(word)) return 'build';
  }
  return 'other';
}

/** npm's `scripts`; the package manager is the one that `packageManager` names. */
function fromPackage(text: string): readonly Command[] {
  const json = tryJson(text);
  const scripts = propertyOf(json, 'scripts');
  if (typeof scripts !== 'object' || scripts === null) return [];
  const manager = /^(pnpm|yarn|bun)@/.exec(String(propertyOf(json, 'packageManager') ?? ''))?.[1] ?? 'npm';
  return Object.entries(scripts).flatMap(([name, body]) => {
    if (typeof body !== 'string' || !/^[\w:.@/-]+$/.test(name) || /^(?:pre|post)(?!view)|^(?:install|prepare)$/.test(name))
      return [];
    // What `npm init` writes.
    if (/no test specified/.test(body)) return [];
    const run = manager === 'npm' ? (/^(?:test|start)$/.test(name) ? 'npm' : 'npm run') : manager === 'bun' ? 'bun run' : manager;
    return [command(`${run} ${name}`, name)];
  });
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function fromMakefile(text: string): readonly Command[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    if (colon <= 0 || /^[\s#.]/.test(line) || line[colon + 1] === '=' || line.slice(colon, colon + 3) === '::=') return [];
    const targets = line.slice(0, colon).trim().split(/\s+/);
    return targets
      .filter((target) => /^[A-Za-z\d][\w./-]*$/.test(target) && !/\.\w+$|\//.test(target))
      .map((target) => command(`make ${target}`, target));
  });
}

/** https://taskfile.dev/reference/schema */
function fromTaskfile(text: string): readonly Command[] {
  const [root] = readYaml(text).documents;
  const tasks = root?.kind === 'map' ? fieldsOf(root).get('tasks')?.value : undefined;
  if (tasks?.kind !== 'map') return [];
  return tasks.entries
    .filter(({ value }) => !(value.kind === 'map' && toTruth(fieldsOf(value).get('internal')?.value)))
    .map(({ key }) => command(`task ${key.text}`, key.text));
}

/** Tools with a table of their own, and the scripts of poe, pdm, hatch and taskipy. */
function fromPyproject(text: string): readonly Command[] {
  const commands: Command[] = [];
  let table = '';
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[{1,2}([\w.\s"-]{1,200})\]{1,2}\s*(?:#.*)?$/.exec(line.trim());
    if (header) {
      table = (header[1] ?? '').replace(/[\s"]/g, '');
      const tool = tools.find(([name]) => table === name || table.startsWith(`${name}.`));
      if (tool) commands.push(...tool[1]);
      const poe = /^tool\.poe\.tasks\.([\w-]+)$/.exec(table);
      if (poe?.[1]) commands.push(command(`poe ${poe[1]}`, poe[1]));
      continue;
    }
    const name = /^"?([\w:.-]{1,100})"?\s{0,20}=/.exec(line)?.[1];
    const runner = name && runnerOf(table);
    if (name && runner) commands.push(command(runner + name, name));
    if (/^\s*"?pytest\b/.test(line)) commands.push({ text: 'pytest', purpose: 'test' });
  }
  return commands;
}

const tools: readonly (readonly [string, readonly Command[]])[] = [
  ['tool.pytest', [{ text: 'pytest', purpose: 'test' }]],
  ['tool.tox', [{ text: 'tox', purpose: 'test' }]],
  ['tool.ruff', [{ text: 'ruff check .', purpose: 'lint' }]],
  ['tool.mypy', [{ text: 'mypy .', purpose: 'typecheck' }]],
  ['tool.pyright', [{ text: 'pyright', purpose: 'typecheck' }]],
  ['tool.black', [{ text: 'black --check .', purpose: 'format' }]],
];

function runnerOf(table: string): string | undefined {
  if (table === 'tool.poe.tasks') return 'poe ';
  if (table === 'tool.pdm.scripts') return 'pdm run ';
  if (table === 'tool.taskipy.tasks') return 'task ';
  const environment = /^tool\.hatch\.envs\.([\w-]+)\.scripts$/.exec(table)?.[1];
  return environment && (environment === 'default' ? 'hatch run ' : `hatch run ${environment}:`);
}

function fromCargo(text: string): readonly Command[] {
  if (!/^\[(?:package|workspace)\]/m.test(text)) return [];
  return [
    { text: 'cargo test', purpose: 'test' },
    { text: 'cargo build', purpose: 'build' },
    { text: 'cargo clippy -- -D warnings', purpose: 'lint' },
    { text: 'cargo fmt --check', purpose: 'format' },
  ];
}

function fromGoMod(text: string): readonly Command[] {
  if (!/^module\s/m.test(text)) return [];
  return [
    { text: 'go test ./...', purpose: 'test' },
    { text: 'go build ./...', purpose: 'build' },
    { text: 'go vet ./...', purpose: 'lint' },
  ];
}
