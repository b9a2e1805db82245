import { readdirSync } from 'node:fs';
import { createPlan, type Edit, lineAt, templates, toSource } from '../../core/index.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { count } from '../format/words.ts';
import { newFiles, taken } from '../newFiles.ts';
import { openProject } from '../openProject.ts';
import { openRoot, type Root } from '../paths.ts';
import { styled, type Terminal } from '../terminal.ts';

/** `phasewise init [template]`: the documents of a new plan; without a template, which ones there are. */
export async function init(id: string | undefined, options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  if (id === undefined) {
    terminal.out(listText(terminal));
    return exitCode.fine;
  }
  const root = openRoot(options.root, terminal.cwd);
  const project = await openProject(root);
  const edits = createPlan(project, id, { names: readdirSync(root.folder), exists: (path) => taken(root, path) });
  if ('refused' in edits) throw new Failure(edits.refused);
  if (options.dryRun) terminal.out(edits.map(({ path, text }) => `--- ${path}\n${text}`).join('\n'));
  else terminal.out(writtenText(root, edits, terminal));
  return exitCode.fine;
}

export interface InitOptions {
  readonly root?: string;
  /** Print the files and write none. */
  readonly dryRun?: boolean;
}

function listText(terminal: Terminal): string {
  const rows = templates.map(
    ({ id, title, detail }) => `  ${styled(terminal, 'bold', id.padEnd(20))}${title}\n${' '.repeat(22)}${detail}\n`,
  );
  return `Ways to keep a phased plan; \`phasewise init one-file\` writes the documents of the first:\n\n${rows.join('\n')}`;
}

/** Writes the files, and says of each how much of it is to be filled in and where that begins. */
function writtenText(root: Root, edits: readonly Edit[], terminal: Terminal): string {
  newFiles(root, edits);
  const lines = edits.map(({ path, text, stops = [] }) => {
    if (stops.length === 0) return `${path}\n`;
    const source = toSource(path, text);
    const at = [...new Set(stops.map(({ start }) => lineAt(source, start) + 1))];
    const where = at.length === 1 ? `line ${at[0]}` : `lines ${at.join(', ')}`;
    return `${path}  ${styled(terminal, 'dim', `${count(stops.length, 'place')} to fill in: ${where}`)}\n`;
  });
  return `${lines.join('')}\n\`phasewise outline\` shows the plan, \`phasewise check\` what is still to be written.\n`;
}
