import { expect, test } from 'vitest';
import type { Checked } from '../../server/src/cli/checkReport.ts';
import { toGithub } from '../../server/src/cli/format/github.ts';
import { toJunit } from '../../server/src/cli/format/junit.ts';
import { toSarif } from '../../server/src/cli/format/sarif.ts';
import type { FindingReport } from '../../server/src/core/index.ts';

const nasty: FindingReport = {
  path: 'docs/a,b:c% <x>.md',
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 9,
  rule: 'gate/unnamed-tests',
  category: 'unnamed-tests',
  severity: 'information',
  message: '50 % done\r\n::error::gotcha\u0007 <b> & "q" \ud800',
  docs: 'docs/rules/gate-unnamed-tests.md',
  fixes: [],
  related: [{ path: 'docs/d.md', line: 1, column: 1, endLine: 1, endColumn: 1, message: 'here' }],
};
const plain: FindingReport = { ...nasty, path: 'docs/d.md', severity: 'error', message: 'plain' };

function checked(findings: readonly FindingReport[]): Checked {
  return {
    report: {
      version: 1,
      findings,
      documents: 3,
      summary: { error: 1, warning: 0, information: 1, hint: 0 },
      lookedAt: { documents: [], more: 0 },
    },
    documents: ['docs/a,b:c% <x>.md', 'docs/clean.md', 'docs/d.md'],
    sources: new Map(),
    failOn: 'warning',
    terminal: {
      cwd: '/',
      interactive: false,
      coloured: false,
      input: async () => undefined,
      ask: async () => undefined,
      onInterrupt: () => () => {},
      out: () => undefined,
      err: () => undefined,
    },
    pageOf: () => '# Tests without a name\n\nText.',
  };
}

test('annotations stay one line each, whatever a message or a path holds', () => {
  expect(toGithub(checked([nasty, plain])).split('\n')).toEqual([
    '::notice file=docs/a%2Cb%3Ac%25 <x>.md,line=2,endLine=2,col=3,endColumn=8,title=gate/unnamed-tests::50 %25 done%0A::error::gotcha\\u{7} <b> & "q" \\u{d800}',
    '::error file=docs/d.md,line=2,endLine=2,col=3,endColumn=8,title=gate/unnamed-tests::plain',
    '',
  ]);
});

test('JUnit has a failing case per finding that counts, a passing one for the rest, and no character XML forbids', () => {
  const xml = toJunit(checked([nasty, plain]));
  expect(xml).toContain('<testsuites name="phasewise" tests="3" failures="1" errors="0">');
  expect(xml).toContain('<testcase name="docs/clean.md" classname="phasewise" file="docs/clean.md"/>');
  expect(xml).toContain('<failure message="plain" type="gate/unnamed-tests">docs/d.md:2:3: error: plain</failure>');
  expect(xml).toContain('50 % done&#13;&#10;::error::gotcha\ufffd &lt;b&gt; &amp; &quot;q&quot; \ufffd</system-out>');
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
});

test('SARIF names its rules, its places and what else belongs to a finding', () => {
  const log = JSON.parse(toSarif(checked([nasty, plain])));
  expect(log).toMatchObject({ version: '2.1.0', runs: [{ columnKind: 'utf16CodeUnits' }] });
  const [run] = log.runs;
  const index = run.results[0].ruleIndex;
  expect(run.tool.driver.rules[index]).toMatchObject({
    id: 'gate/unnamed-tests',
    help: { markdown: expect.stringContaining('# Tests') },
  });
  expect(run.results).toMatchObject([
    {
      ruleId: 'gate/unnamed-tests',
      level: 'note',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/a%2Cb%3Ac%25%20%3Cx%3E.md', uriBaseId: 'ROOT' },
            region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 },
          },
        },
      ],
      relatedLocations: [{ id: 0, message: { text: 'here' } }],
    },
    { level: 'error' },
  ]);
});
