import { docsOf, type RuleHead } from '../../core/index.ts';
import { version } from '../version.ts';

/** One result of a log, before it is given the number of its rule. */
export interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly [key: string]: unknown;
}

/**
 * A log of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
 * @param rules every rule that a result may name
 * @param pageOf the text of a rule's page, where the pages are installed
 */
export function sarifLog(
  rules: readonly RuleHead[],
  results: readonly SarifResult[],
  pageOf: (rule: string) => string | undefined,
): string {
  const numbers = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Phasewise', semanticVersion: version, rules: rules.map((one) => ruleOf(one, pageOf(one.id))) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The workspace folder.' } } },
        results: results.map(({ ruleId, ...rest }) => ({ ruleId, ruleIndex: numbers.get(ruleId) ?? -1, ...rest })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The level of a severity. */
export const sarifLevels: Readonly<Record<string, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** A text as a message. */
export function sarifMessage(text: string) {
  return { text: wellFormed(text) };
}

/** A place in a file; lines and columns are 1-based, without them the place is the line. */
export function sarifPlace(path: string, at: { line: number; column?: number; endLine?: number; endColumn?: number }) {
  const region = { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn };
  const uri = path
    .split('/')
    .map((part) => encodeURIComponent(wellFormed(part)))
    .join('/');
  return { artifactLocation: { uri, uriBaseId: 'ROOT' }, region };
}

function ruleOf({ id, summary, severity }: RuleHead, page: string | undefined) {
  return {
    id,
    name: id.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    help: { text: page ?? `See ${docsOf(id)}.`, ...(page ? { markdown: page } : {}) },
    defaultConfiguration: { level: sarifLevels[severity] ?? 'warning' },
    properties: { tags: [id.split('/')[0] ?? id] },
  };
}

/** A lone surrogate is no text: it cannot be encoded in UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
