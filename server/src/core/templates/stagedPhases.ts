import { joined, type Wording } from '../fixes/wording.ts';
import { blank, page } from './page.ts';
import type { Template } from './template.ts';

/** Phases in stages of a few hours, each with a gate and an entry in the log. */
export const stagedPhases: Template = {
  id: 'stages',
  title: 'Phases in stages, with a log',
  detail:
    'Stages of one to four hours, each with an acceptance gate, evidence and an entry in the log. For long work in small steps.',
  files: ({ test, code }) => [
    {
      path: 'docs/phase-1-stages.md',
      text: page`
        # Phase 1: ${blank('Name of the first phase')}

        - Status: In Progress

        ## Scope

        - \`${blank(code)}\`

        ${stage(0, 'Foundation lock', 'in-progress', blank('TBD: which questions are answered, and in which document'))}
        ${stage(1, blank('Skeleton'), 'not-started', joined('`', test, '` exits 0'))}
        ${stage(2, blank('First thing that works'), 'not-started', blank('TBD: what anybody can see once this stage is through'))}
        ${stage(3, 'Phase sign-off', 'not-started', blank('TBD: what anybody can see once the phase is through'))}
      `,
    },
  ],
};

/** An entry of the log: its labels, and its gate with one condition. */
function stage(number: number, title: Wording | string, status: string, condition: Wording | string): Wording {
  return page`
    ## Stage ${String(number)} — ${title}

    - Status: ${status}
    - Work completed:
    - Decisions made:
    - Blockers:
    - Evidence links:

    **Acceptance gate**

    - [ ] ${condition}

    - Acceptance gate result: pass / fail
  `;
}
