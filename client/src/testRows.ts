import type { Step } from './gateSteps.ts';
import { plain, resultWord, type Translate, withoutIcons } from './words.ts';

/** One row of the Test Explorer, as plain data. */
export interface TestRow {
  /** Unique among its siblings; stays the same when lines move or a result is recorded. */
  readonly id: string;
  readonly label: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** The step it stands for; null for a stage. */
  readonly step: Step | null;
  readonly children: readonly TestRow[];
}

/** The steps of a phase's gate: its own, then its stages with theirs, in the order of the plan. */
export function testRows(steps: readonly Step[], t: Translate): readonly TestRow[] {
  const own = steps.filter(({ stage }) => stage === null).map((step) => stepRow(step, t));
  const stages = [...new Set(steps.flatMap(({ stage }) => stage ?? []))];
  return [
    ...own,
    ...stages.map((stage): TestRow => {
      const children = steps.filter((step) => step.stage === stage).map((step) => stepRow(step, t));
      const { path = '', line = 1 } = children[0] ?? {};
      return { id: `stage:${stage}`, label: counted(t('Stage {0}', stage), children), path, line, step: null, children };
    }),
  ];
}

/**
 * A name with how many of its steps have passed. The Test Explorer draws a tick as soon as one has and none has failed, so the label
 * says the rest; in a description it would take the place of the label for those who hear it.
 */
export function counted(name: string, rows: readonly TestRow[]): string {
  const steps = rows.flatMap(function all({ step, children }): Step[] {
    return [...(step ? [step] : []), ...children.flatMap(all)];
  });
  return `${name} · ${steps.filter(({ standing }) => standing === 'pass').length}/${steps.length}`;
}

function stepRow(step: Step, t: Translate): TestRow {
  const title = withoutIcons(plain(step.title));
  // The Test Explorer knows no blocked tests.
  const label = step.standing === 'blocked' ? `${title} (${resultWord('blocked', t).word})` : title;
  return { id: step.key, label, path: step.path, line: step.line, step, children: [] };
}
