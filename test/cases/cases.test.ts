import { describe, expect, test } from 'vitest';
import { toFindingReport } from '../../server/src/core/index.ts';
import { caseProject } from '../support/caseProject.ts';
import { allCases } from '../support/cases.ts';
import { differences } from '../support/compare.ts';
import { fixAll } from '../support/fixAll.ts';

describe.each(allCases())('$name', (scenario) => {
  test(scenario.title, async () => {
    const project = await caseProject(scenario);
    const findings = [...project.findings.values()].flat().map((finding) => toFindingReport(finding, project));
    expect(differences(scenario, findings)).toEqual([]);
    for (const [path, text] of scenario.fixed) expect(fixAll(project, path)).toBe(text);
  });
});
