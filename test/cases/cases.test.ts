import { describe, expect, test } from 'vitest';
import { toFindingReport } from '../../server/src/core/index.ts';
import { loadProject } from '../../server/src/host/load.ts';
import { allCases } from '../support/cases.ts';
import { differences } from '../support/compare.ts';
import { fixAll } from '../support/fixAll.ts';
import { memoryHost } from '../support/memoryHost.ts';

describe.each(allCases())('$name', (scenario) => {
  test(scenario.title, async () => {
    const before = [...scenario.before].map(([path, text]) => ({ path, text }));
    const now = [...scenario.files].map(([path, text]) => ({ path, text }));
    const loaded = await loadProject(memoryHost(scenario.files, scenario.tags));
    const project = loaded.with(before).settling(scenario.before.keys()).with(now).touching(scenario.touched);
    const findings = [...project.findings.values()].flat().map((finding) => toFindingReport(finding, project.sources));
    expect(differences(scenario, findings)).toEqual([]);
    for (const [path, text] of scenario.fixed) expect(fixAll(project, path)).toBe(text);
  });
});
