import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings, readDocument, toSource } from '../../../server/src/core/index.ts';

/** The documents the product was asked for; they are not part of the project. */
const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'seeds');
const present = existsSync(folder);
if (!present) console.log('Skipped: the documents the product was asked for do not stand beside this checkout.');

function factsOf(name: string) {
  return readDocument(toSource(`docs/${name}.md`, readFileSync(join(folder, `${name}.md`), 'utf8')), defaultSettings);
}

describe.runIf(present)('the five documents', () => {
  it('phased-execution-plan: nine phases, 3 of 27 tasks, scopes as paths and prose, two gates a phase', () => {
    const facts = factsOf('phased-execution-plan');
    expect(facts.phases.map((phase) => phase.id)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
    expect(facts.tasks.filter((task) => task.status === 'done')).toHaveLength(3);
    expect(facts.tasks).toHaveLength(27);
    expect(facts.gates.map((gate) => gate.kind)).toEqual(facts.phases.flatMap(() => ['verification', 'exit']));
    expect([
      facts.scope.filter((entry) => entry.glob !== null).length,
      facts.scope.filter((entry) => entry.glob === null).length,
    ]).toEqual([19, 11]);
  });

  it('phase-gate-discipline: seven phases with durations and gates, the six requirements, no tasks', () => {
    const facts = factsOf('phase-gate-discipline');
    expect(facts.phases.map((phase) => phase.estimate)).toEqual([
      '1 day',
      '2-3 days',
      '2-3 days',
      '3-4 days',
      '2-3 days',
      '1 week',
      '1 week',
    ]);
    expect(facts.gates.map((gate) => [gate.phase, gate.items.length])).toEqual([
      [null, 6],
      ...facts.phases.map((phase) => [phase.id, 1]),
    ]);
    expect([facts.tasks.length, facts.checklist.length]).toEqual([0, 0]);
  });

  it('phased-implementation-guide: templates in fences give nothing; when a phase may start is a gate of four conditions', () => {
    const facts = factsOf('phased-implementation-guide');
    expect([facts.phases, facts.stages, facts.tasks]).toEqual([[], [], []]);
    expect(facts.gates.map((gate) => [gate.kind, gate.items.length])).toEqual([['entry', 4]]);
  });

  it('phase-readiness: four finished phases, ten rows of evidence, no status read from the legend', () => {
    const facts = factsOf('phase-readiness');
    expect(facts.phases.map((phase) => [phase.id, phase.status?.status])).toEqual(['1', '2', '3', '4'].map((id) => [id, 'done']));
    expect(facts.evidence).toHaveLength(10);
    expect(facts.gates).toEqual([]);
  });

  it('phase-delivery-process: seven stages for every phase, one gate of four conditions', () => {
    const facts = factsOf('phase-delivery-process');
    expect(facts.stages.map((stage) => stage.title)).toEqual([
      'PLAN',
      'BUILD',
      'TEST_DOCKER',
      'TEST_K8S',
      'DOCS',
      'COMMIT/CI',
      'GATE',
    ]);
    expect(facts.gates.map((gate) => gate.items.length)).toEqual([4]);
    expect(facts.kind).toBe('process');
  });
});
