import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readGateLine } from '../../../server/src/core/gate/gateLine.ts';
import { NO_CONTEXT } from '../../../server/src/core/gate/judge.ts';
import { gateRules } from '../../../server/src/core/rules/gate/index.ts';

const folder = fileURLToPath(new URL('../../../server/src/core/rules/gate/', import.meta.url));

/** The first comment of a rule's file is its page; its examples must be true. */
const pages = readdirSync(folder)
  .filter((file) => file !== 'index.ts')
  .map((file) => {
    const text = readFileSync(folder + file, 'utf8');
    const page = text.slice(0, text.indexOf('*/'));
    const examples = (kind: string) =>
      [...page.matchAll(new RegExp(`^ \\* - ${kind}: (.+)$`, 'gm'))].map(([, code = '']) => code.replace(/^`+ ?|(?: )?`+$/g, ''));
    return {
      file,
      page,
      rule: gateRules.find(({ id }) => text.includes(`'${id}'`)),
      bad: examples('Bad'),
      good: examples('Good'),
    };
  });

describe.each(pages)('$file', ({ page, rule, bad, good }) => {
  it('explains itself', () => {
    expect(rule).toBeDefined();
    expect(page).toMatch(/^\/\*\*\n \* # .+/);
    for (const part of ['**Why it matters.**', '**What to write instead.**', '**Not flagged.**']) expect(page).toContain(part);
  });

  it('flags its bad example and is silent on the good one', () => {
    expect(bad.length).toBeGreaterThan(0);
    expect(good.length).toBeGreaterThan(0);
    for (const text of bad) expect(rule?.check(readGateLine(text), NO_CONTEXT), text).toBeDefined();
    for (const text of good) expect(rule?.check(readGateLine(text), NO_CONTEXT), text).toBeUndefined();
  });
});

it('gives the good examples to no rule at all', () => {
  for (const { good } of pages)
    for (const text of good)
      for (const rule of gateRules) expect(rule.check(readGateLine(text), NO_CONTEXT), `${rule.id}: ${text}`).toBeUndefined();
});
