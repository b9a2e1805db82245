import { describe, expect, it } from 'vitest';
import { tagNameProblem, tagOffer } from '../../../server/src/core/index.ts';
import { ceremony } from './ceremony.ts';

const plan = '## Phase 1: Kiln\nStatus: done\n## Phase 2: Glaze\nStatus: in progress\n## Phase 3: Fire\n';
const offered = (tags: readonly string[] | undefined, settings = '', id = '2') => {
  const {
    project,
    plan: own,
    phase,
  } = ceremony({ 'docs/plan.md': plan, ...(settings ? { 'phasewise.yaml': settings } : {}) }, id, tags);
  return tagOffer(project, own, phase);
};

describe('the name', () => {
  it.each([
    ['by default', [], '', 'phase-2-complete'],
    ['as the tags before it', ['v0.1.0'], '', 'v0.2.0'],
    ['as the tags before it, whatever else there is', ['phase1', 'v2.0.0', 'nightly'], '', 'phase2'],
    ['as most of them', ['phase-1', 'phase-3', 'phase-1-done'], '', 'phase-2'],
    ['as configured', ['v0.1.0'], 'tag: gate-{n}', 'gate-2'],
    ['tags that name no phase of the plan say nothing', ['v0.17.0'], '', 'phase-2-complete'],
  ])('%s', (_, tags, settings, name) => {
    expect(offered(tags, settings)).toEqual({ name, message: 'Phase 2: Glaze - gate passed', problem: null });
  });
});

describe('what stands in the way', () => {
  it('no repository', () => expect(offered(undefined).problem).toContain('in no Git repository'));
  it('a name that is taken, in whatever case', () => {
    expect(offered(['Phase-2-Complete']).problem).toBe('The tag Phase-2-Complete exists already. It is left as it is.');
    expect(offered(['phase-2-complete/old']).problem).toContain('beside the tag');
  });
  it('a template that makes no name', () => {
    expect(offered([], 'tag: "-{n}"').problem).toContain('is no name for a tag');
    expect(offered([], 'tag: "$(reboot)-{n}"').problem).toContain('Set another `tag`');
  });
});

it('the message is one line without hidden characters', () => {
  const { project, plan: own, phase } = ceremony('## Phase 1: Ki\u202eln\u200b -m x\nStatus: done\n', '1', []);
  expect(tagOffer(project, own, phase).message).toBe('Phase 1: Ki ln -m x - gate passed');
});

describe('hostile names', () => {
  it.each([
    'HEAD', 'head', 'FETCH_HEAD', 'refs/heads/main', '-d', '--force', '..', 'a..b', 'x.lock', 'X.LOCK', '.hidden', 'a b', 'a\nb', 'a;rm', '$(x)',
    '`x`', '@', '@{u}', 'a~1', 'a^', 'a:b', 'a?', 'a*', '[a', 'a\\b', 'ä', 'a\u202eb', 'deadbeef', '1a2b3c4', '', 'a'.repeat(101), 'a.', 'a/b', '"x"', "'x'",
  ])('%j', (name) => {
    expect(tagNameProblem(name)).toEqual(expect.any(String));
  }); // biome-ignore format: a list
  it.each(['phase-1-complete', 'v0.1.0', 'phase1', 'P2', 'phase-2A', 'phase-1.3-complete', 'face-1'])('%j is none', (name) => {
    expect(tagNameProblem(name)).toBeUndefined();
  });
});
