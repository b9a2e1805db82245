import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gates, read, scope, tasks, units } from './read.ts';

const plain = `# Phase 1: Wood

**Status:** In progress

## Scope

- \`src/wood/**\`

## Tasks

- [x] W-1 Saw
- [ ] W-2 Sand

## Exit criteria

- [ ] \`make wood\` exits 0

## Manual testing

- [ ] Test 1: Weight
  - Command: \`scale --once\`
  - Expected: \`12 kg\`
`;

/** What a person reads in a text, without where it stands. */
function meaning(text: string) {
  const facts = read(text);
  return {
    phases: units(facts.phases),
    scope: scope(facts),
    tasks: tasks(facts),
    gates: gates(facts),
    checklist: facts.checklist.map(({ title, command, expected }) => [title, command, expected]),
    status: facts.words(facts.phases[0]?.status?.at),
    condition: facts.words(facts.gates[0]?.items[0]?.textAt),
    command: facts.words(facts.checklist[0]?.commandAt),
  };
}

describe('the same text in other bytes means the same, and its places stay exact', () => {
  it.each([
    ['CRLF', plain.replace(/\n/g, '\r\n')],
    ['a lone CR', plain.replace(/\n/g, '\r')],
    ['a byte order mark', `\ufeff${plain}`],
    ['a byte order mark and CRLF', `\ufeff${plain.replace(/\n/g, '\r\n')}`],
    ['no line end at the end', plain.trimEnd()],
    ['other bullets', plain.replace(/^- /gm, '* ').replace(/^ {2}- /gm, '  + ')],
    ['tabs after bullets', plain.replace(/^- /gm, '-\t').replace(/^ {2}- /gm, '\t- ')],
    ['blanks at line ends', plain.replace(/$/gm, '  ')],
    ['one heading level deeper', plain.replace(/^#/gm, '##')],
    ['quoted throughout', plain.replace(/^/gm, '> ')],
  ])('%s', (_, text) => expect(meaning(text)).toEqual(meaning(plain)));

  it('reads the plain one', () => {
    expect(meaning(plain)).toEqual({
      phases: ['1 | Wood | in_progress'],
      scope: ['1 + src/wood/**'],
      tasks: ['1 | W-1 | Saw | done', '1 | W-2 | Sand | planned'],
      gates: { '1 | exit | Exit criteria': ['`make wood` exits 0'] },
      checklist: [['Test 1: Weight', 'scale --once', '12 kg']],
      status: 'In progress',
      condition: '`make wood` exits 0',
      command: 'scale --once',
    });
  });
});

describe('what people type that looks like a hyphen, a blank or a colon', () => {
  it.each([
    ['a non-breaking hyphen in the name', '## Phase\u20111: Wood', '1 | Wood | -'],
    ['a hyphen of another code point', '## Phase \u2010 1: Wood'.replace(' \u2010 ', '\u2010'), '1 | Wood | -'],
    ['a non-breaking blank', '## Phase\u00a01:\u00a0Wood', '1 | Wood | -'],
    ['a full-width colon', '## Phase 1：Wood', '1 | Wood | -'],
    ['full-width parentheses', '## Phase 1：Wood（完了）', '1 | Wood | done'],
    ['an emoji with a variation selector', '## ✔️ Phase 1: Wood', '1 | Wood | done'],
    ['a non-breaking hyphen in the status', '## Phase 1: Wood\n**Status:** in\u2011progress', '1 | Wood | in_progress'],
    ['a full-width colon in a label', '## Phase 1: Wood\n**Status**：done', '1 | Wood | done'],
  ])('%s', (_, text, unit) => expect(units(read(`${text}\n`).phases)).toEqual([unit]));
});

describe('other languages', () => {
  it.each([
    [
      'Spanish',
      '## Fase 1: Madera\n**Estado:** en curso\n### Criterios de aceptación\n- x devuelve 200\n',
      '1 | Madera | in_progress',
      'acceptance',
    ],
    [
      'Portuguese',
      '## Fase 1: Madeira\n**Status:** em andamento\n### Critérios de aceitação\n- x retorna 200\n',
      '1 | Madeira | in_progress',
      'acceptance',
    ],
    [
      'German',
      '## Phase 1: Holz\n**Status:** abgeschlossen\n### Akzeptanzkriterien\n- x antwortet mit 200\n',
      '1 | Holz | done',
      'acceptance',
    ],
    [
      'Japanese',
      '## フェーズ1：木材\n**ステータス**：未着手\n### 完了条件\n- x は 200 を返す\n',
      '1 | 木材 | planned',
      'completion',
    ],
    ['Chinese', '## 阶段 1：木材\n**状态**：进行中\n### 验收标准\n- x 返回 200\n', '1 | 木材 | in_progress', 'acceptance'],
    [
      'Chinese, number first',
      '## 第一阶段：木材\n**状态**：已完成\n### 验收标准\n- x 返回 200\n',
      '1 | 木材 | done',
      'acceptance',
    ],
    ['Korean', '## 1단계: 목재\n**상태**: 완료\n### 완료 조건\n- x는 200을 반환한다\n', '1 | 목재 | done', 'completion'],
    [
      'Russian',
      '## Фаза 1: Дерево\n**Статус:** в работе\n### Критерии приёмки\n- x возвращает 200\n',
      '1 | Дерево | in_progress',
      'acceptance',
    ],
    ['Arabic', '## المرحلة 1: الخشب\n**الحالة:** مكتملة\n### معايير القبول\n- x\n', '1 | الخشب | done', 'acceptance'],
  ])('%s', (_, text, unit, kind) => {
    const facts = read(text);
    expect(units(facts.phases)).toEqual([unit]);
    expect(facts.gates.map((gate) => [gate.kind, gate.phase, gate.items.length])).toEqual([[kind, '1', 1]]);
  });
});

describe('every place lies inside its document and holds the words it stands for', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const files = ['test/fixtures', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|yaml)$/.test(name) && !name.endsWith('README.md'))
      .map((name) => join(folder, name)),
  );

  it.each(files)('%s', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    for (const bytes of [text, text.replace(/\n/g, '\r\n')]) {
      const facts = read(bytes, file);
      const blanks = (words: string | undefined) => words?.replace(/\s+/g, ' ');
      for (const unit of [...facts.phases, ...facts.stages])
        if (unit.status && unit.status.form !== 'item') expect(facts.words(unit.status.at)).toBe(unit.status.text);
      for (const { items } of facts.gates) for (const item of items) expect(blanks(facts.words(item.textAt))).toBe(item.text);
      for (const entry of facts.scope) if (entry.glob) expect(facts.words(entry.at)).toContain(entry.glob);
      for (const check of facts.checklist) {
        if (check.commandAt) expect(facts.words(check.commandAt)).toBe(check.command);
        if (check.markAt) expect(facts.words(check.markAt)).toMatch(/^.$/u);
      }
      for (const task of facts.tasks) {
        if (task.idAt) expect(facts.words(task.idAt)).toBe(task.id);
        if (task.markAt) expect(facts.words(task.markAt)).toMatch(/^.$/u);
      }
    }
  });
});
