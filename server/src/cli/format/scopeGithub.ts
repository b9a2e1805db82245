import type { ScopeJudged } from '../scopeJudged.ts';
import { workflowCommand } from './workflowCommand.ts';

/** Files out of scope as annotations of GitHub Actions, one line each. */
export function scopeGithub({ report }: ScopeJudged): string {
  return report.paths
    .filter(({ verdict }) => verdict === 'out')
    .map(({ path, message }) => workflowCommand('warning', { file: path, line: 1, title: 'scope/out-of-scope' }, message))
    .join('');
}
