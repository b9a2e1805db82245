import { describe, expect, it } from 'vitest';
import { projectOf, severities } from './support.ts';

const vague = '### Exit criteria\n- The pump works correctly\n';
const of = (text: string, settings = '') =>
  severities(projectOf({ 'docs/plan.md': text, 'phasewise.yaml': settings })).filter((one) => one.startsWith('gate/'));

describe('a vague condition', () => {
  it.each([
    ['not started', 'hint'],
    ['planned', 'hint'],
    ['in progress', 'warning'],
    ['blocked', 'warning'],
    ['ready for signoff', 'error'],
    ['done', 'error'],
    ['signed off', 'error'],
  ])('of a phase that is "%s" is a matter of severity %s', (status, severity) => {
    expect(of(`## Phase 1: Water\nStatus: ${status}\n${vague}`)).toEqual([`gate/vague-predicate ${severity}`]);
  });

  it('is a warning in the current phase and a hint behind it, where nobody states a status', () => {
    expect(of(`## Phase 1: Water\n${vague}## Phase 2: Harvest\n${vague}`)).toEqual([
      'gate/vague-predicate warning',
      'gate/vague-predicate hint',
    ]);
  });

  it('follows the pinned phase', () => {
    expect(of(`## Phase 1: Water\n${vague}## Phase 2: Harvest\n${vague}`, 'phase: 2\n')).toEqual([
      'gate/vague-predicate warning',
      'gate/vague-predicate warning',
    ]);
  });

  it('of a stage follows the stage', () => {
    const log = (status: string) =>
      `# Log\n## Phase 1: Water\nStatus: in progress\n### Stage 1 — Pump\n- Status: ${status}\n- Acceptance gate: The pump works correctly\n`;
    expect([of(log('done')), of(log('in-progress')), of(log('not-started'))].flat()).toEqual([
      'gate/vague-predicate error',
      'gate/vague-predicate warning',
      'gate/vague-predicate hint',
    ]);
  });

  it("that is struck through is nobody's concern any more", () => {
    expect(of('## Phase 1: Water\n### Exit criteria\n- [ ] ~~The pump works correctly~~\n')).toEqual([]);
  });

  it('has the severity that phasewise.yaml gives its rule, in every life', () => {
    const settings = 'rules:\n  gate/vague-predicate: information\n';
    expect(of(`## Phase 1: Water\nStatus: done\n${vague}## Phase 2: Harvest\n${vague}`, settings)).toEqual([
      'gate/vague-predicate information',
      'gate/vague-predicate information',
    ]);
  });
});

describe('a scope', () => {
  it('of prose matters in the current phase, less so in a later one', () => {
    const text = '## Phase 1: Water\nStatus: in progress\n### Scope\n- pipes\n## Phase 2: Harvest\n### Scope\n- baskets\n';
    expect(severities(projectOf({ 'docs/plan.md': text }))).toEqual(['scope/prose-only information', 'scope/prose-only hint']);
  });

  it('is guarded as loudly as `scope.mode` says', () => {
    const text = '## Phase 1: Water\nStatus: in progress\n### Scope\n- `src/pipes/**`\n';
    const loud = (mode: string) =>
      severities(projectOf({ 'docs/plan.md': text, 'phasewise.yaml': `scope:\n  mode: ${mode}\n` }).touching(['src/x.ts']));
    expect([loud('warning'), loud('hint'), loud('off')].flat()).toEqual([
      'scope/out-of-scope warning',
      'scope/out-of-scope hint',
    ]);
  });
});
