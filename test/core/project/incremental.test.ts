import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Project } from '../../../server/src/core/index.ts';
import { emptyState, fresh, type State, seen, take } from './folder.ts';
import { sequences } from './sequences.ts';

/** `FUZZ_RUNS=20000` for a long run; `FUZZ_SEED` to see one again. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 150);
const seed = process.env.FUZZ_SEED;

test(
  'a project that followed every edit says what a project says that sees the folder for the first time',
  () => {
    fc.assert(
      fc.property(sequences, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (steps, looks) => {
        const state = emptyState();
        let project = Project.empty.on(state.today);
        for (const [index, step] of steps.entries()) {
          project = take(step, state, project);
          // Sometimes several edits come before anybody looks, and sometimes only the plan is looked at.
          if (looks[index % looks.length] || index === steps.length - 1) expect(seen(project)).toEqual(seen(fresh(state)));
          else if (looks[(index * 7) % looks.length]) void project.plans;
        }
      }),
      { numRuns, ...(seed ? { seed: Number(seed) } : {}) },
    );
  },
  Math.max(60_000, numRuns * 400),
);

test(
  'an older project still says what it said',
  () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        const state = emptyState();
        let project = Project.empty.on(state.today);
        const past: (State & { readonly project: Project })[] = [];
        for (const step of steps) {
          project = take(step, state, project);
          past.push({
            project,
            files: new Map(state.files),
            touched: new Set(state.touched),
            settled: new Map(state.settled),
            tags: state.tags,
            today: state.today,
            listed: state.listed,
            history: state.history,
          });
        }
        void project.findings;
        for (const one of past.toReversed()) expect(seen(one.project)).toEqual(seen(fresh(one)));
      }),
      { numRuns: Math.ceil(numRuns / 5), ...(seed ? { seed: Number(seed) } : {}) },
    );
  },
  Math.max(60_000, numRuns * 400),
);
