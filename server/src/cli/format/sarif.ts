import { type FindingReport, rules } from '../../core/index.ts';
import type { Checked } from '../checkReport.ts';
import { type SarifResult, sarifLevels, sarifLog, sarifMessage, sarifPlace } from './sarifLog.ts';

/** Findings as SARIF 2.1.0. */
export function toSarif({ report, pageOf }: Checked): string {
  return sarifLog(rules, report.findings.map(result), pageOf);
}

function result(finding: FindingReport): SarifResult {
  return {
    ruleId: finding.rule,
    level: sarifLevels[finding.severity] ?? 'warning',
    message: sarifMessage(finding.message),
    locations: [{ physicalLocation: sarifPlace(finding.path, finding) }],
    ...(finding.related?.length
      ? {
          relatedLocations: finding.related.map((one, id) => ({
            id,
            physicalLocation: sarifPlace(one.path, one),
            message: sarifMessage(one.message),
          })),
        }
      : {}),
    properties: { severity: finding.severity, ...(finding.category ? { category: finding.category } : {}) },
  };
}
