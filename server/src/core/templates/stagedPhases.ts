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

        ## Stage 0 — Foundation lock

        - Status: in-progress
        - Work completed:
        - Decisions made:
        - Blockers:
        - Evidence links:

        **Acceptance gate**

        - [ ] ${blank('TBD: which questions are answered, and in which document')}

        - Acceptance gate result: pass / fail

        ## Stage 1 — ${blank('Skeleton')}

        - Status: not-started
        - Work completed:
        - Decisions made:
        - Blockers:
        - Evidence links:

        **Acceptance gate**

        - [ ] \`${test}\` exits 0

        - Acceptance gate result: pass / fail

        ## Stage 2 — ${blank('First thing that works')}

        - Status: not-started
        - Work completed:
        - Decisions made:
        - Blockers:
        - Evidence links:

        **Acceptance gate**

        - [ ] ${blank('TBD: what anybody can see once this stage is through')}

        - Acceptance gate result: pass / fail

        ## Stage 3 — Phase sign-off

        - Status: not-started
        - Work completed:
        - Decisions made:
        - Blockers:
        - Evidence links:

        **Acceptance gate**

        - [ ] ${blank('TBD: what anybody can see once the phase is through')}

        - Acceptance gate result: pass / fail
      `,
    },
  ],
};
