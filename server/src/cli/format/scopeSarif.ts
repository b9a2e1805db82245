import { type PathReport, rules } from '../../core/index.ts';
import type { ScopeJudged } from '../scopeJudged.ts';
import { type SarifResult, sarifLog, sarifMessage, sarifPlace } from './sarifLog.ts';

const rule = 'scope/out-of-scope';

/** Files out of scope as SARIF 2.1.0: results of the rule that the editor shows, on the first line of each file. */
export function scopeSarif({ report, pageOf }: ScopeJudged): string {
  const out = report.paths.filter(({ verdict }) => verdict === 'out');
  return sarifLog(
    rules.filter(({ id }) => id === rule),
    out.map(result),
    pageOf,
  );
}

function result({ path, phase, matched, message }: PathReport): SarifResult {
  return {
    ruleId: rule,
    level: 'warning',
    message: sarifMessage(message),
    locations: [{ physicalLocation: sarifPlace(path, { line: 1 }) }],
    ...(matched
      ? {
          relatedLocations: [
            {
              id: 0,
              physicalLocation: sarifPlace(matched.path, matched),
              message: sarifMessage(phase === null ? 'The line that excludes it' : `Scope of phase ${phase}`),
            },
          ],
        }
      : {}),
    properties: { phase },
  };
}
