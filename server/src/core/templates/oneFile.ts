import { blank, page } from './page.ts';
import type { Template } from './template.ts';

/** All phases below each other in one document. */
export const oneFile: Template = {
  id: 'one-file',
  title: 'One file with all phases',
  detail: 'Goal, scope, tasks, verification and exit criteria of each phase below each other. For one team and one repository.',
  files: ({ test, build, code }) => [
    {
      path: 'docs/plan.md',
      text: page`
        # ${blank('Name of the project')}: delivery plan

        ## Phase 1 - ${blank('Name of the first phase')}

        Status: In Progress

        ### Goal

        ${blank('One sentence: what works after this phase that does not work today.')}

        ### Scope

        - \`${blank(code)}\`

        ### Tasks

        - [ ] T1-001 ${blank('First piece of work')}
        - [ ] T1-002 ${blank('Second piece of work')}

        ### Verification

        - [ ] \`${test}\` exits 0${build === null ? '' : `\n- [ ] \`${build}\` exits 0`}

        ### Manual testing

        - [ ] Test 1: ${blank('What a person tries')}
          - Command: \`${blank('npm start')}\`
          - Expected: ${blank('what the person sees')}

        ### Exit Criteria

        - [ ] ${blank('TBD: what anybody can see once this phase is through')}

        ## Phase 2 - ${blank('Name of the second phase')}

        Status: Not Started

        ### Goal

        ${blank('One sentence: what the second phase adds.')}

        ### Tasks

        - [ ] T2-001 ${blank('First piece of work of the second phase')}

        ### Exit Criteria

        - [ ] ${blank('TBD: what anybody can see once the second phase is through')}
      `,
    },
  ],
};
