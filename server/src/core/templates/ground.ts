import { type Wording, wording } from '../fixes/wording.ts';
import type { Project } from '../project.ts';
import { blank } from './page.ts';

/** What a folder already says of itself, so that a new plan fits it. */
export interface Ground {
  /** The command that runs the tests: the repository's own, else a guess that a person looks at. */
  readonly test: Wording;
  /** The command that builds, where the repository has one. */
  readonly build: string | null;
  /** A glob over the code there is, else over the code there will be. */
  readonly code: string;
}

/** Folders in which repositories keep their code, the usual ones first. */
const codeFolders = ['src', 'lib', 'app', 'server', 'client', 'packages', 'cmd', 'internal', 'source'];

/**
 * What a new plan can take from the folder.
 * @param names of what stands directly in the folder
 */
export function groundOf(project: Project, names: readonly string[]): Ground {
  const command = (purpose: string) => project.commands.find((one) => one.purpose === purpose)?.text;
  const code = codeFolders.find((name) => names.includes(name)) ?? 'src';
  const test = command('test');
  return { test: test === undefined ? blank('npm test') : wording(test), build: command('build') ?? null, code: `${code}/**` };
}
