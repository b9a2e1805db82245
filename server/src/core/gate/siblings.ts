import type { Command, GateContext } from '../rules/rule.ts';

/**
 * Whether the same gate answers "which command?" in a line of its own: exactly one bare command of the purpose stands next to the
 * line. With two, the question is open again. Commands of the repository answer nothing by themselves; they are offered as fixes.
 */
export function answeredBySibling(context: GateContext, purpose: Command['purpose']): boolean {
  let count = 0;
  for (const sibling of context.siblings) {
    const command = bareCommand(sibling);
    if (command !== undefined && purposeOf(command) === purpose && ++count > 1) return false;
  }
  return count === 1;
}

/** The command of a line that is nothing but a command, perhaps with what it must do: "`pnpm test` passes". */
export function bareCommand(text: string): string | undefined {
  const open = text.indexOf('`');
  if (open < 0 || open > 8) return undefined;
  const close = text.indexOf('`', open + 1);
  return close < 0 || text.length - close > 40 ? undefined : text.slice(open + 1, close);
}

/** What a command is for, by its words. */
export function purposeOf(command: string): Command['purpose'] {
  if (/(?:^|[\s:_-])(?:type-?check|check[:-]types|tsc|mypy|pyright)(?:$|[\s:])/.test(command)) return 'typecheck';
  if (
    /(?:^|[\s:_-])(?:tests?|pytest|vitest|jest|rspec|ctest|phpunit|playwright|cypress|mocha|tox|nox|e2e|spec)(?:$|[\s:.])/.test(
      command,
    )
  )
    return 'test';
  if (/(?:^|[\s:_-])(?:lint|eslint|biome|ruff|clippy|vet|flake8|pylint|rubocop|stylelint|oxlint)(?:$|[\s:])/.test(command))
    return 'lint';
  if (/(?:^|[\s:_-])(?:format|fmt|prettier|black|gofmt|rustfmt)(?:$|[\s:])/.test(command)) return 'format';
  return /(?:^|[\s:_-])(?:build|compile|package|assemble|bundle)(?:$|[\s:])/.test(command) ? 'build' : 'other';
}
