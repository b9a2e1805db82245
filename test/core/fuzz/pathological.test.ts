import { describe, expect, it } from 'vitest';
import { Project } from '../../../server/src/core/index.ts';
import { pathological } from './pathological.ts';
import { wrongSpans } from './spans.ts';

/**
 * Any text is answered within 1.5 seconds of an idle processor. What is measured is processor time, which a busy machine, a first
 * reading and the collection of garbage can double.
 */
const mostMilliseconds = 1500 * Number(process.env.SLOW_MACHINE ?? 4);

/** Kinds of input for which a limit applies: a notice says what was not read. */
const beyondLimits = [
  /, in an item$/,
  /^50,000 (?:phases|stages)$/,
  /^a (?:gate of|very long|paragraph of)/,
  /^comments that disable$/,
  /^a million (?!.*(?:in a comment|front matter|’s info|file of its own|behind a list marker$))/,
  /^(?:evidence in one line|a scope of one long line|20,000 dependencies|nested lists on one line|nested lists$|long words)/,
];

describe('pathological texts', () => {
  it.each(Object.keys(pathological))('%s', (name) => {
    const text = pathological[name]?.() ?? '';
    const before = process.cpuUsage();
    const project = Project.empty.with([{ path: 'PLAN.md', text }]);
    const { findings } = project;
    const { user, system } = process.cpuUsage(before);
    const milliseconds = (user + system) / 1000;
    expect(milliseconds > mostMilliseconds ? milliseconds : 'in time').toBe('in time');
    const facts = project.facts('PLAN.md');
    expect(wrongSpans([facts, findings], text.length, 'PLAN.md')).toEqual([]);
    const notices = facts?.problems.filter((problem) => problem.code === 'not-read') ?? [];
    if (beyondLimits.some((kind) => kind.test(name))) expect(notices.length).toBeGreaterThan(0);
  });
});
