import type { FindingReport, Severity } from '../../core/index.ts';
import type { Checked } from '../checkReport.ts';
import { isAtLeast } from '../severity.ts';
import { xml } from './xml.ts';

/**
 * JUnit XML: one suite per document, one case per finding, a passing case for a document without findings. Findings below the failing
 * severity pass and say what they found.
 */
export function toJunit({ report, documents, failOn }: Checked): string {
  const paths = [...new Set([...documents, ...report.findings.map((finding) => finding.path)])].sort();
  const suites = paths.map((path) =>
    suite(
      path,
      report.findings.filter((finding) => finding.path === path),
      failOn,
    ),
  );
  const failures = report.findings.filter((finding) => fails(finding, failOn)).length;
  const tests = suites.reduce((sum, one) => sum + one.tests, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="phasewise" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites.map((one) => one.xml),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(path: string, findings: readonly FindingReport[], failOn: Severity): { xml: string; tests: number } {
  const failures = findings.filter((finding) => fails(finding, failOn)).length;
  const tests = Math.max(1, findings.length);
  const cases =
    findings.length === 0
      ? [`    <testcase name="${xml(path)}" classname="phasewise" file="${xml(path)}"/>`]
      : findings.map((finding) => testCase(finding, failOn));
  const open = `  <testsuite name="${xml(path)}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`;
  return { xml: [open, ...cases, '  </testsuite>'].join('\n'), tests };
}

function testCase(finding: FindingReport, failOn: Severity): string {
  const place = `${finding.path}:${finding.line}:${finding.column}`;
  const attributes = `name="${xml(`${finding.rule} ${place}`)}" classname="${xml(finding.rule)}" file="${xml(finding.path)}" line="${finding.line}"`;
  const text = xml(`${place}: ${finding.severity}: ${finding.message}`);
  const body = fails(finding, failOn)
    ? `<failure message="${xml(finding.message)}" type="${xml(finding.rule)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase ${attributes}>${body}</testcase>`;
}

function fails(finding: FindingReport, failOn: Severity): boolean {
  return isAtLeast(finding.severity as Severity, failOn);
}
