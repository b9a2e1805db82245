import { blank, page } from './page.ts';
import type { Template } from './template.ts';

/** A document for each phase, beside a register of tasks and a board. */
export const phaseDocuments: Template = {
  id: 'phase-documents',
  title: 'A document for each phase, a register of tasks and a board',
  detail: 'A lifecycle from plan to gate, work in tasks/tasks.yaml, one version tag for each passed gate. For releases in steps.',
  files: ({ test, build, code }) => [
    {
      path: 'docs/phases/phase-0.md',
      text: page`
        # Phase 0: ${blank('Name of the first phase')}

        - Status: In Progress

        ## Scope

        - \`${blank(code)}\`

        ## Acceptance criteria

        - [ ] \`${test}\` exits 0${build === null ? '' : `\n- [ ] \`${build}\` exits 0`}
        - [ ] ${blank('TBD: what anybody can see once this phase is through')}

        ## Manual checklist

        - [ ] ${blank('What a person tries')}
          - Command: \`${blank('npm start')}\`
          - Expected: ${blank('what the person sees')}

        ## Test evidence

        ## Risks

        - ${blank('What could go wrong, and how it would be noticed')}

        ## Rollback

        ${blank('How to get back to the state before this phase.')}

        ## Deferred Items
      `,
    },
    {
      path: 'docs/phases/phase-1.md',
      text: page`
        # Phase 1: ${blank('Name of the second phase')}

        - Status: Not Started
        - Depends on: Phase 0

        ## Acceptance criteria

        - [ ] ${blank('TBD: what anybody can see once the second phase is through')}
      `,
    },
    {
      path: 'tasks/tasks.yaml',
      text: page`
        tasks:
          - id: T0-001
            phase: 0
            title: ${blank('First piece of work')}
            status: open
            artifacts: []
          - id: T0-002
            phase: 0
            title: ${blank('Second piece of work')}
            status: open
            artifacts: []
          - id: T1-001
            phase: 1
            title: ${blank('First piece of work of the second phase')}
            status: open
            artifacts: []
      `,
    },
    {
      path: 'docs/phase-board.md',
      text: page`
        # Phase board

        ## Open

        - T0-001 ${blank('First piece of work')}
        - T0-002 ${blank('Second piece of work')}
        - T1-001 ${blank('First piece of work of the second phase')}

        ## Doing

        ## Blocked

        ## Done
      `,
    },
    {
      path: 'phasewise.yaml',
      text: page`
        # The tag of a passed gate: v0.0.0 for phase 0, v0.1.0 for phase 1.
        tag: v0.{n}.0
      `,
    },
  ],
};
