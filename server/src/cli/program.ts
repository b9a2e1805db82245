import { Command, Option } from 'commander';
import { check, formats } from './commands/check.ts';
import { explain } from './commands/explain.ts';
import { gate, gateFormats } from './commands/gate.ts';
import { init } from './commands/init.ts';
import { outline } from './commands/outline.ts';
import { read } from './commands/read.ts';
import { scope, scopeFormats } from './commands/scope.ts';
import { scopeHook } from './commands/scopeHook.ts';
import { type ExitCode, Failure } from './failure.ts';
import { rulePages } from './rulePages.ts';
import { severities } from './severity.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** What the entry hands in: the command line knows no other surface. */
export interface Installation {
  /** Absolute path of the installed package. */
  readonly home: string;
  /** Starts the language server on standard input and output; it ends the process itself. */
  readonly startServer: () => Promise<void>;
}

/** The commands with their options and help. `done` is told the exit code of the one that ran. */
export function buildProgram(terminal: Terminal, { home, startServer }: Installation, done: (code: ExitCode) => void): Command {
  const pages = rulePages(home);
  const program = new Command('phasewise')
    .description('Understands a phased plan: where you are, whether a gate is a gate, which files this phase may touch.')
    .version(version)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, getOutHasColors: () => terminal.coloured })
    .exitOverride()
    .showHelpAfterError('(`phasewise --help` lists the commands and options)')
    .addHelpText('after', '\nExit codes: 0 fine, 1 findings or a path out of scope, 2 wrong usage or a failure.');

  program
    .command('check')
    .description('find what is wrong with the plan')
    .argument('[paths...]', 'report only these files and folders (the whole plan is still read)')
    .addOption(format(Object.keys(formats)))
    .addOption(root())
    .addOption(new Option('--fail-on <severity>', 'exit with 1 from this severity on').choices(severities).default('warning'))
    .option(
      '--changed',
      'also judge what differs from the last commit: files by the scope of the current phase, statuses by their step',
    )
    .option('--base <revision>', 'the same for everything since the history parted from a revision')
    .option('--fix', 'write what mends the findings that have one obvious fix, then report the rest')
    .action(async (paths, options) => done(await check(paths, { ...options, pageOf: pages.tryRead }, terminal)));

  program
    .command('read')
    .description('show what is understood of one document, on its own')
    .argument('<file>', 'the document, whatever its name')
    .option('--explain', 'say of every line what it was taken for, or why for nothing')
    .addOption(format(['text', 'json']))
    .addOption(root())
    .action(async (file, options) => done(await read(file, options, terminal)));

  program
    .command('outline')
    .description('show the whole workspace as one plan')
    .addOption(format(['text', 'json']))
    .addOption(root())
    .action(async (options) => done(await outline(options, terminal)));

  program
    .command('gate')
    .description('tell whether a phase is through, line by line; without --run nothing is run')
    .argument('[phase]', 'the number of the phase; without it the current one')
    .option('--run', 'run the commands of its gate, and those of earlier phases again, after they were shown and agreed to')
    .option('--yes-run-commands', 'with --run: run them without asking; the commands come from the documents of the folder')
    .option('--timeout <seconds>', 'with --run: how long each command may take (default: 120)')
    .addOption(format(Object.keys(gateFormats)))
    .addOption(root())
    .action(async (phase, options) => done(await gate(phase, options, terminal)));

  program
    .command('scope')
    .description('tell which files the current phase may touch, and whose the others are')
    .argument('[paths...]', 'the files; without them, and without an option, those that differ from the last commit')
    .option('--staged', 'the files staged for the next commit')
    .option('--base <revision>', 'the files changed in commits since the history parted from a revision')
    .option('--since-tag', 'the files changed in commits since the last tag of a passed gate')
    .addOption(
      new Option(
        '--hook',
        'answer the hook of a coding agent: its JSON on standard input, whether it may edit on standard output',
      ).conflicts(['staged', 'base', 'sinceTag', 'format']),
    )
    .option(
      '--refuse-only',
      'with --hook: answer nothing for files in scope, so that the agent asks its own questions about them',
    )
    .addOption(format(Object.keys(scopeFormats)))
    .addOption(root())
    .action(async (paths, { hook, ...options }) => {
      if (hook && paths.length > 0) throw new Failure('--hook takes its paths from standard input');
      if (!hook && options.refuseOnly) throw new Failure('--refuse-only belongs to --hook');
      done(await (hook ? scopeHook(options, terminal) : scope(paths, { ...options, pageOf: pages.tryRead }, terminal)));
    });

  program
    .command('explain')
    .description('print the page of a rule, or the list of rules')
    .argument('[rule]', 'the id of the rule, for example gate/unnamed-tests')
    .addOption(format(['text', 'json']))
    .action(async (rule, options) => done(await explain(rule, options, terminal, pages)));

  program
    .command('init')
    .description('write the documents of a new plan')
    .argument('[template]', 'the way of working; without it, which ones there are')
    .option('--dry-run', 'print the files and write none')
    .addOption(root())
    .action(async (template, options) => done(await init(template, options, terminal)));

  program
    .command('lsp')
    .description('start the language server, for an editor')
    .option('--stdio', 'talk over standard input and output (the only way, and the default)')
    // Editors add it to every server they start.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(startServer);

  return program;
}

function format(names: readonly string[]): Option {
  return new Option('--format <format>', 'how to print the answer').choices(names).default('text');
}

function root(): Option {
  return new Option('--root <folder>', 'the workspace folder').default(undefined, 'the current folder');
}
