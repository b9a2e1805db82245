import { docsOf, type FindingReport, type RuleHead, rules } from '../../core/index.ts';
import type { Checked } from '../checkReport.ts';
import { version } from '../version.ts';

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
export function toSarif(checked: Checked): string {
  const { findings } = checked.report;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Phasewise', semanticVersion: version, rules: rules.map((one) => rule(one, checked)) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The workspace folder.' } } },
        results: findings.map((finding) => result(finding)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const levels: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

function rule({ id, summary, severity }: RuleHead, { pageOf }: Checked) {
  const page = pageOf(id);
  return {
    id,
    name: id.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    help: { text: page ?? `See ${docsOf(id)}.`, ...(page ? { markdown: page } : {}) },
    defaultConfiguration: { level: levels[severity] ?? 'warning' },
    properties: { tags: [id.split('/')[0] ?? id] },
  };
}

function result(finding: FindingReport) {
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex((one) => one.id === finding.rule),
    level: levels[finding.severity] ?? 'warning',
    message: { text: wellFormed(finding.message) },
    locations: [{ physicalLocation: physical(finding.path, finding) }],
    ...(finding.related?.length
      ? {
          relatedLocations: finding.related.map((one, id) => ({
            id,
            physicalLocation: physical(one.path, one),
            message: { text: wellFormed(one.message) },
          })),
        }
      : {}),
    properties: { severity: finding.severity, ...(finding.category ? { category: finding.category } : {}) },
  };
}

function physical(path: string, at: { line: number; column: number; endLine: number; endColumn: number }) {
  return {
    artifactLocation: {
      uri: path
        .split('/')
        .map((part) => encodeURIComponent(wellFormed(part)))
        .join('/'),
      uriBaseId: 'ROOT',
    },
    region: { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn },
  };
}

/** A lone surrogate is no text: it cannot be encoded in UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
