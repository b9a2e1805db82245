import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { applyEdits, defaultSettings, readDocument, recordOutcome, targetsOf, toSource } from '../../../server/src/core/index.ts';
import { result, titleOf } from './recording.ts';

test('corpus', { timeout: 600000 }, () => {
  const manifest = JSON.parse(readFileSync('../shared/corpus/manifest.json', 'utf8'));
  const list = (Array.isArray(manifest) ? manifest : manifest.documents ?? manifest.docs) as any[];
  let all = 0; let bad = 0;
  const out: string[] = [];
  for (const one of list) {
    const name = one.file ?? one.name ?? one.id;
    const text = readFileSync(`../shared/corpus/docs/${name.replace(/^docs\//, '')}`, 'utf8');
    const path = one.path;
    const source = toSource(path, text);
    const facts = readDocument(source, defaultSettings);
    const targets = targetsOf(facts);
    const refusals: string[] = [];
    for (const target of targets.slice(0, Number(process.env.MOST ?? 12))) {
      all += 1;
      const edits = recordOutcome(source, facts, target, { ...result, outcome: 'fail', actor: 'Ada', note: 'took `3 s` | long', commit: '1a2b3c4', exitCode: 1, artifact: 'evidence/a.txt' }, defaultSettings);
      if ('refused' in edits) { bad += 1; refusals.push(`${target.kind} ${target.kind === 'test' ? target.check.form : ''} ${edits.refused.slice(0, 40)} | ${JSON.stringify(text.slice((target.kind==='test'?target.check.at:target.item.at).start, (target.kind==='test'?target.check.at:target.item.at).end).slice(0, 110))}`); }
    }
    if (refusals.length) out.push(`${name} ${refusals.length}/${Math.min(targets.length, 12)}\n   ${refusals.slice(0, 4).join('\n   ')}`);
  }
  console.log(out.join('\n'));
  console.log(`${bad} of ${all} refused`);
});
