import { statSync } from 'node:fs';
import { join } from 'node:path';
import { explainReading, isDocument, readDocument, toReadReport, toSource } from '../../core/index.ts';
import { loadSettings } from '../../host/load.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { explainText } from '../format/explainText.ts';
import { toJson } from '../format/json.ts';
import { readText } from '../format/readText.ts';
import { hostOf } from '../openProject.ts';
import { openRoot } from '../paths.ts';
import type { Terminal } from '../terminal.ts';

/** `phasewise read <file>`: what was understood of one document, whatever its name. */
export async function read(file: string, options: ReadOptions, terminal: Terminal): Promise<ExitCode> {
  const root = openRoot(options.root, terminal.cwd);
  const path = root.toPath(file);
  if (statSync(join(root.folder, path), { throwIfNoEntry: false })?.isDirectory()) throw new Failure(`${file} is a folder`);
  const host = hostOf(root);
  const project = await loadSettings(host);
  const content = await host.read(path);
  if ('missing' in content) throw new Failure(`there is no file ${path}`);
  if ('unreadable' in content) throw new Failure(`${path} ${content.unreadable}`);
  const source = toSource(path, content.text);
  const facts = readDocument(source, project.settings);
  const report = toReadReport(facts, new Map([[path, source]]));
  const lines = options.explain ? explainReading(source, project.settings) : undefined;
  if (options.format === 'json') terminal.out(toJson(lines ? { ...report, explain: lines } : report));
  else
    terminal.out(
      readText(report, terminal, isDocument(path, project.settings)) + (lines ? `\n${explainText(lines, terminal)}` : ''),
    );
  return exitCode.fine;
}

export interface ReadOptions {
  readonly root?: string;
  readonly format: 'text' | 'json';
  /** Say of every line what it was taken for, or why for nothing. */
  readonly explain?: boolean;
}
