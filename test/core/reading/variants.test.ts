import { describe, expect, it } from 'vitest';
import { gates, read } from './read.ts';

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
