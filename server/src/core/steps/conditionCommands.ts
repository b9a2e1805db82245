import { type Expectation, person } from './expectation.ts';
import { readExpectation } from './readExpectation.ts';

/** A command that a condition of a gate names, and what is expected of it. */
export interface NamedCommand {
  readonly command: string;
  readonly expectation: Expectation;
}

/**
 * The commands a condition names, byte for byte, and what its other words expect of them: "`npm test` exits with 0", "Lint: `npm run lint`",
 * "`curl -i localhost/health` → 200". Words that say something else are for a person.
 * @param text the condition as written
 * @param known the commands of the repository
 */
export function namedCommands(text: string, known: ReadonlySet<string>): readonly NamedCommand[] {
  const codes = [...text.matchAll(/`([^`]{1,500})`/g)].filter(([, code = '']) => isCommand(code.trim(), known));
  const commands = [...new Set(codes.map(([, code = '']) => code.trim()))];
  const [first] = commands;
  if (first === undefined) return [];
  const lead = text.slice(0, codes[0]?.index);
  const ends = codes.map((code) => code.index + code[0].length);
  const behind = ends.map((end, index) => text.slice(end, codes[index + 1]?.index)).join(' ');
  const expectation = expected(lead, behind, first);
  // What is said of several outputs at once is said of nobody knows which.
  const shared = commands.length === 1 || expectation.kind === 'exit' ? expectation : person;
  return commands.map((command) => ({ command, expectation: shared }));
}

/** What the words before and behind a command expect of it. */
function expected(lead: string, behind: string, command: string): Expectation {
  const before = lead.replace(/[*_]/g, '').trim();
  const after = behind.replace(/^[\s)*_]{0,20}(?:->|→|=>|:|—|–)?/, '');
  const silent = !/[\p{L}\p{N}`"]/u.test(after);
  const ordered = /^(?:please )?(?:run|running|execute|executing)?:?$/i.test(before);
  const titled = /[:—–]$/.test(before);
  if (ordered || titled) return silent ? { kind: 'exit', code: 0 } : readExpectation(after, command);
  // "Unit tests pass (`npm test`)": the command is what shows it.
  if (silent && /\b(?:pass(?:es|ed)?|succeeds?|green)\W{0,3}(?:\(|with|via|—|–|:)$/i.test(before))
    return { kind: 'exit', code: 0 };
  return readExpectation(`${lead} ${behind}`, command);
}

/** Code that a shell would run: a command of the repository, or one that begins with a program for building and testing. */
function isCommand(code: string, known: ReadonlySet<string>): boolean {
  return known.has(code) || alone.test(code) || withArguments.test(code);
}

const alone = /^(?:make|just|task|pytest|tox|nox|rake|tsc|vitest|jest|rspec|ctest|gradle|\.\/[\w./-]+)(?=\s|$)/;
/** The name of a tool by itself is a name. */
const withArguments =
  /^(?:npm|npx|pnpm|yarn|bun|bunx|deno|node|cargo|go|python3?|uv|poetry|ruff|mypy|eslint|biome|mvn|\.\/gradlew|dotnet|swift|bundle|composer|php|docker|kubectl|terraform|curl|wget|bash|sh)\s+\S/;
