import { blank, page } from './page.ts';
import type { Template } from './template.ts';

/** A tracker in which owners approve phases by their evidence. */
export const readinessTracker: Template = {
  id: 'readiness-tracker',
  title: 'A readiness tracker with evidence and sign-off',
  detail:
    'Phases go from Not Started to Signed Off, each item with its proof, each approval with a person and a date. For reviewed work.',
  files: ({ test, code }) => [
    {
      path: 'docs/phase-readiness-tracker.md',
      text: page`
        # Phase readiness

        | Phase | Title | Status | Owner |
        |---|---|---|---|
        | 1 | ${blank('Name of the first phase')} | In Progress | ${blank('owner of the first phase')} |
        | 2 | ${blank('Name of the second phase')} | Not Started | ${blank('owner of the second phase')} |

        A phase is Not Started, In Progress, Ready for Signoff and Signed Off, in this order. A signed-off phase is locked.

        ## Phase 1: ${blank('Name of the first phase')}

        ### Scope

        - \`${blank(code)}\`

        ### Exit criteria

        - [ ] \`${test}\` exits 0
        - [ ] ${blank('TBD: what the reviewer can see once this phase is through')}

        ### Evidence

        | Item | Evidence |
        |---|---|
        | ${blank('What has to be proven')} | |

        ### Sign-off

        | Role | Name | Date | Commit | Decision |
        |---|---|---|---|---|
        | ${blank('Architecture')} | | | | |

        ## Phase 2: ${blank('Name of the second phase')}

        ### Exit criteria

        - [ ] ${blank('TBD: what the reviewer can see once the second phase is through')}
      `,
    },
    {
      path: 'tasks/work-queue.yaml',
      text: page`
        tasks:
          - id: W-001
            phase: 1
            title: ${blank('First piece of work')}
            status: open
          - id: W-002
            phase: 2
            title: ${blank('First piece of work of the second phase')}
            status: open
      `,
    },
  ],
};
