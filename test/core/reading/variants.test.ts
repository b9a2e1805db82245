import { describe, expect, it } from 'vitest';
import { gates, read, units } from './read.ts';

describe('the label of a gate', () => {
  it.each([
    ['**Definition of done for Phase 1:** 12 boards are cut\n', '1 | dod | Definition of done for Phase 1'],
    ['**Exit criteria of this stage:**\n- 12 boards are cut\n', '1 | exit | Exit criteria of this stage'],
    ['**Workshop gate:** 12 boards are cut\n', '1 | gate | Workshop gate'],
  ])('may have words around it: %s', (text, label) => {
    expect(gates(read(`# Phase 1: Wood\n\n${text}`))).toEqual({ [label]: ['12 boards are cut'] });
  });

  it('may be the title of the document: its sections with boxes are gates', () => {
    expect(gates(read('# Go/No-Go Review Checklist\n\n## Saws\n- [x] 3 saws run\n\n## Oil\n- [ ] 5 l are here\n'))).toEqual({
      '- | go-no-go | Saws': ['3 saws run'],
      '- | go-no-go | Oil': ['5 l are here'],
    });
  });
});

describe('what labels say of a phase', () => {
  it.each([
    ['two on one line', '## Phase 1: Wood\n**Commit:** `1a2b3c4`  **Status:** COMPLETE\n'],
    ['between bars', '## Phase 1: Wood\n**Boards**: 12 cut | **Status**: Done | **Owner**: Ana\n'],
    ['below a bold line', '## Now\n**Phase 1: Wood**\nStatus: done\n'],
    ['in a list below a bold line', '## Plan\n**Phase 1: Wood**\n- Status: done\n\n**Phase 2: Oil**\n- Status: open\n'],
    ['below an item', '- [ ] **Phase 1: Wood**\n  - Status: done\n- [ ] **Phase 2: Oil**\n'],
  ])('may stand %s', (_, text) => expect(units(read(text).phases)[0]).toBe('1 | Wood | done'));
});
