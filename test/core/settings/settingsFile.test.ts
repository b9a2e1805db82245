import { describe, expect, it } from 'vitest';
import { readSettings, ruleKeysOf } from '../../../server/src/core/read/settingsFile.ts';
import { defaultSettings } from '../../../server/src/core/settings.ts';
import { toSource } from '../../../server/src/core/source.ts';

function read(text: string) {
  const { settings, problems } = readSettings(toSource('phasewise.yaml', text));
  return { settings, problems: problems.map(({ code, message, at }) => [code, text.slice(at.start, at.end), message]) };
}

describe('readSettings', () => {
  it('gives the defaults for nothing', () => {
    for (const text of ['', '# nothing yet\n', '---\n', 'phase:\n', 'scope:\n'])
      expect(read(text)).toEqual({ settings: defaultSettings, problems: [] });
  });

  it('reads every setting', () => {
    const { settings, problems } = read(`phase: 2A
tag: 'v0.{n}.0'
documents:
  include: ["plans/**/*.md"]
  exclude: old/**
scope:
  mode: hint
  allow:
    - docs/**
evidence:
  folder: proof
gates:
  vocabulary: [Nightly soak, rig]
editor:
  inlayHints: on
rules:
  gate/open-ended: off
  gate/unquantified: error
statuses:
  Parked: deferred
  local only: in progress
`);
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      phase: '2A',
      tag: 'v0.{n}.0',
      documents: { include: ['plans/**/*.md'], exclude: ['old/**'] },
      scope: { mode: 'hint', allow: ['docs/**'], exceptions: [] },
      evidence: { folder: 'proof' },
      run: { timeout: 120 },
      gates: { vocabulary: ['Nightly soak', 'rig'] },
      editor: { inlayHints: 'on' },
      rules: new Map([
        ['gate/open-ended', 'off'],
        ['gate/unquantified', 'error'],
      ]),
      statuses: new Map([
        ['parked', 'deferred'],
        ['local only', 'in_progress'],
      ]),
    });
  });

  it('keeps a phase as it was written', () => {
    expect(read('phase: 2.10\n').settings.phase).toBe('2.10');
    expect(read('phase: "0"\n').settings.phase).toBe('0');
  });

  it('reports unknown keys on their words, and the rest applies', () => {
    const { settings, problems } = read(
      'phse: 2\nscope:\n  mod: off\n  mode: off\nmode: off\nsomething-else-entirely: 1\ntag: x{n}\n',
    );
    expect(problems.map(([code, words, message]) => [code, words, message?.replace(/There are.*/, '…')])).toEqual([
      ['unknown-key', 'phse', 'There is no setting `phse`. Did you mean `phase`?'],
      ['unknown-key', 'mod', 'There is no setting `scope.mod`. Did you mean `scope.mode`?'],
      ['unknown-key', 'mode', 'There is no setting `mode`. Did you mean `scope.mode`?'],
      ['unknown-key', 'something-else-entirely', 'There is no setting `something-else-entirely`. …'],
    ]);
    expect([settings.scope.mode, settings.tag]).toEqual(['off', 'x{n}']);
  });

  it('reports values of the wrong kind on their words, and takes the default for them', () => {
    const { settings, problems } = read(
      'phase: [1]\nscope:\n  mode: loud\n  allow: {a: b}\nrules: off\nstatuses:\n  parked: asleep\n  ready: ready\nevidence: docs\n',
    );
    expect(problems.map(([code, words]) => [code, words])).toEqual([
      ['invalid-value', '[1]'],
      ['invalid-value', 'loud'],
      ['invalid-value', '{a: b}'],
      ['invalid-value', 'off'],
      ['invalid-value', 'asleep'],
      ['invalid-value', 'docs'],
    ]);
    expect(problems[1]?.[2]).toBe('`scope.mode` takes one of `off`, `hint`, `warning`.');
    expect(settings).toEqual({ ...defaultSettings, statuses: new Map([['ready', 'ready']]) });
  });

  it('takes a time limit in whole seconds, and nothing that would be none', () => {
    expect(read('run:\n  timeout: 30\n').settings.run).toEqual({ timeout: 30 });
    for (const wrong of ['0', '-5', '1.5', 'forever', '[30]', '99999999']) {
      const { settings, problems } = read(`run:\n  timeout: ${wrong}\n`);
      expect(problems).toEqual([['invalid-value', wrong, '`run.timeout` takes a whole number from 1 to 86400.']]);
      expect(settings.run).toEqual({ timeout: 120 });
    }
  });

  it('reads what can be read of a broken file', () => {
    const { settings, problems } = read('phase: 3\ntag: "open\nscope:\n  mode: hint\n');
    expect(problems.map(([code, words]) => [code, words])).toEqual([['broken-yaml', 'tag: "open']]);
    expect([settings.phase, settings.scope.mode]).toEqual(['3', 'hint']);
    expect(read('- a\n- b\n').problems[0]?.[0]).toBe('invalid-value');
    expect(read('[[[[').settings).toEqual(defaultSettings);
  });

  it('names the rules a file configures', () => {
    const text = 'rules:\n  gate/nonsense: off\n  gate/open-ended: error\n';
    const keys = ruleKeysOf(toSource('phasewise.yaml', text));
    expect(keys.map(({ id, at }) => [id, text.slice(at.start, at.end)])).toEqual([
      ['gate/nonsense', 'gate/nonsense'],
      ['gate/open-ended', 'gate/open-ended'],
    ]);
  });
});
