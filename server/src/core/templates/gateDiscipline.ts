import { blank, page } from './page.ts';
import type { Template } from './template.ts';

/** Short phases, each behind a gate of manual tests and a tag. */
export const gateDiscipline: Template = {
  id: 'gates',
  title: 'Strict gates: manual tests and a tag',
  detail:
    'Short phases with one gate each; every manual test passes before the next phase begins, and the passed gate is tagged.',
  files: ({ test, build, code }) => [
    {
      path: 'docs/phase-gates.md',
      text: page`
        # Phases and their gates

        No phase begins before the gate of the one before it has passed. A failed gate is written down, mended and tried again from the top.

        ### Phase 1: ${blank('Name of the first phase')} (${blank('1 day')})

        **Status**: In Progress

        **Scope**:

        - \`${blank(code)}\`

        **Tasks**:

        - [ ] ${blank('First piece of work')}

        **Gate**:

        - [ ] \`${build ?? test}\` exits 0
        - [ ] ${blank('TBD: what anybody can see once this phase is through')}

        **Manual tests**:

        - [ ] Test 1: ${blank('What a person tries')}
          - Command: \`${blank('curl -s localhost:8080/health')}\`
          - Expected: \`${blank('{"status":"ok",...}')}\`
        - [ ] Test 2: ${blank('What else a person tries')}
          - Command: \`${blank('npm start')}\`
          - Expected: ${blank('what the person sees')}

        ### Phase 2: ${blank('Name of the second phase')} (${blank('2 days')})

        **Status**: Not Started

        **Gate**:

        - [ ] ${blank('TBD: what anybody can see once the second phase is through')}
      `,
    },
    {
      path: 'phasewise.yaml',
      text: page`
        # The tag of a passed gate.
        tag: phase-{n}-complete
      `,
    },
  ],
};
