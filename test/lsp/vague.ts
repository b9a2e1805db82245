/** A phase whose only gate names no tests: one finding on the words "All tests pass", which `concrete` does not have. */
export const vague =
  '# Phase 1: API\n\n**Status**: In progress\n\n## Exit criteria\n\n- [ ] All tests pass\n- [ ] `/healthz` returns 200\n';
export const concrete = vague.replace('All tests pass', '`npm test` exits 0');

/** The line of the vague words, 0-based. */
export const vagueLine = 6;

export const phase1 = 'docs/phases/phase-1.md';
export const phase2 = 'docs/phases/phase-2.md';
