import { describe, expect, it } from 'vitest';
import { readGateLine } from '../../../server/src/core/gate/gateLine.ts';
import { NO_CONTEXT } from '../../../server/src/core/gate/judge.ts';
import { gateRules } from '../../../server/src/core/rules/gate/index.ts';
import type { GateFix } from '../../../server/src/core/rules/rule.ts';
import { linesByRule } from './lines.ts';

const context = { siblings: [], commands: [{ text: 'pnpm test', purpose: 'test' as const }] };

it('has lines for every rule', () => {
  expect(Object.keys(linesByRule).sort()).toEqual(gateRules.map((rule) => rule.id).sort());
});

describe.each(gateRules.map((rule) => ({ rule, id: rule.id, lines: linesByRule[rule.id] })))('$id', ({ rule, lines }) => {
  it.each(lines?.fires ?? [])('underlines %s', (marked) => {
    const start = marked.indexOf('«');
    const text = marked.replaceAll(/[«»]/g, '');
    const hit = rule.check(readGateLine(text), NO_CONTEXT);
    expect(hit && `${text.slice(0, hit.start)}«${text.slice(hit.start, hit.end)}»${text.slice(hit.end)}`).toBe(marked);
    expect(hit?.start).toBe(start);
  });

  it.each(lines?.silent ?? [])('is silent on %s', (text) => {
    expect(rule.check(readGateLine(text), NO_CONTEXT)).toBeUndefined();
  });

  it.each(lines?.fires ?? [])('offers a fix that silences it: %s', (marked) => {
    const text = marked.replaceAll(/[«»]/g, '');
    const fixes = rule.check(readGateLine(text), context)?.fixes ?? [];
    expect(fixes.length).toBeGreaterThan(0);
    for (const fix of fixes) {
      const fixed = apply(text, fix);
      expect(rule.check(readGateLine(fixed), context), `${fix.title} → ${fixed}`).toBeUndefined();
    }
  });

  it('marks what is to be filled in within what it writes, in order', () => {
    for (const marked of lines?.fires ?? [])
      for (const fix of rule.check(readGateLine(marked.replaceAll(/[«»]/g, '')), context)?.fixes ?? [])
        for (const [index, stop] of (fix.stops ?? []).entries()) {
          expect(stop.start).toBeGreaterThanOrEqual(index === 0 ? 0 : (fix.stops?.[index - 1]?.end ?? 0));
          expect(stop.end).toBeLessThanOrEqual(fix.text.length);
          expect(fix.text).not.toMatch(/[«»]/);
        }
  });

  it('names the rule in words, not in code', () => {
    expect(rule.summary).toMatch(/^[A-Z].*\.$/);
    expect(rule.scope).toBe('gate');
  });
});

function apply(text: string, fix: GateFix): string {
  return text.slice(0, fix.start) + fix.text + text.slice(fix.end);
}
