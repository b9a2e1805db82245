import { describe, expect, it } from 'vitest';
import { judgeGateLine } from '../../../server/src/core/gate/judge.ts';
import { findNames, toVocabulary } from '../../../server/src/core/gate/names.ts';

const vocabulary = toVocabulary(['Nightly Soak', 'nightly', 'tilt-rig', 'Smoke suite B'], ['stage 2', 'tasks of phase 1']);
const judged = (text: string) =>
  judgeGateLine(text, { commands: [], siblings: [], vocabulary }).map(({ rule }) => rule.id.replace('gate/', ''));

describe('names in a text', () => {
  const found = (text: string) => findNames(text, vocabulary, 0).map(({ start, end }) => text.slice(start, end));
  it.each([
    ['Nightly soak green', ['Nightly soak']],
    ['nightly: green', ['nightly']],
    ['The tilt-rig moves', ['tilt-rig']],
    ['Smoke suite B, then smoke suite C', ['Smoke suite B']],
    ['Nightlysoak and fortnightly', []],
  ])('%s', (text, names) => expect(found(text)).toEqual(names));
});

describe('a line that names what is known', () => {
  it.each(['Nightly soak green', 'Tilt-rig works', 'Smoke suite B passes', '**Nightly** works'])('%s', (text) =>
    expect(judged(text)).toEqual([]),
  );
  it('is still judged for what it does not name', () =>
    expect(judged('Nightly builds are user-friendly')).toEqual(['subjective-quality']));
});

describe('a line that points at a list', () => {
  it.each(['All criteria of stage 2 are met', 'Every task of phase 1 is done', 'All stage 2 gates pass'])('%s', (text) =>
    expect(judged(text)).toEqual([]),
  );
  it.each([
    ['All criteria of stage 3 are met', ['bare-done']],
    ['All exit criteria of phase 1 are met', ['bare-done']],
    ['Criteria of stage 2 documented', ['unplaced-docs']],
  ])('%s', (text, rules) => expect(judged(text)).toEqual(rules));
});
