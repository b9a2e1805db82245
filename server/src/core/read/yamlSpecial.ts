import type { YamlMap } from '../yaml.ts';
import { fieldsOf, toWords, wordsOf } from './yamlFields.ts';
import { readVerdict } from './yamlGates.ts';
import type { YamlReading } from './yamlReading.ts';

/**
 * The sprint status of the BMAD method: `development_status` maps `epic-1`, `1-2-slug` (story 2 of epic 1) and `epic-1-retrospective` to
 * status words. An epic is a phase, a story a task; a retrospective is neither. Titles of epics stand in comments (`# Epic 1: …`).
 */
export function readSprintStatus(reading: YamlReading, map: YamlMap): void {
  const titles = new Map<string, string>();
  for (const found of reading.source.text.matchAll(
    /^[ \t]*#[ \t]{0,8}Epic (\d{1,3}(?:\.\d{1,3})?)[ \t]?[:—–-][ \t]?([^\r\n]{1,200})$/gm,
  ))
    titles.set(found[1] ?? '', (found[2] ?? '').trim());
  for (const { key, value } of map.entries) {
    const words = toWords(value);
    const status = words && {
      status: reading.status(words.text),
      text: words.text,
      at: reading.place(words.at),
      form: 'yaml' as const,
    };
    const epic = /^epic-(\d{1,3}(?:\.\d{1,3})?[a-z]?)$/i.exec(key.text)?.[1];
    const story = /^(\d{1,3}[a-z]?)-(\d{1,3}[a-z]?)(?:-(.+))?$/i.exec(key.text);
    if (epic) {
      reading.facts.phases.push({
        kind: 'phase',
        id: epic,
        title: titles.get(epic) ?? null,
        at: reading.line(key.span),
        nameAt: key.span,
        form: 'yaml',
        status: status ?? null,
        otherStatuses: [],
        mentions: [],
        dependsOn: [],
        estimate: null,
        phase: null,
        extent: { start: key.span.start, end: value.span.end },
      });
    } else if (story) {
      reading.facts.tasks.push({
        id: `${story[1]}.${story[2]}`,
        title: (story[3] ?? key.text).replace(/-/g, ' '),
        status: status?.status ?? 'unknown',
        statusText: status?.text ?? null,
        statusAt: status?.at ?? null,
        at: reading.line(key.span),
        phase: story[1] ?? null,
        phaseAt: { start: key.span.start, end: key.span.start + (story[1]?.length ?? 0) },
        stage: null,
        dependsOn: [],
        artifacts: [],
        evidence: [],
        form: 'yaml',
        markAt: null,
      });
    }
  }
}

/** A QA gate file: `gate: PASS`, who reviewed, why. Returns whether the map is one. */
export function readQaGate(reading: YamlReading, map: YamlMap): boolean {
  const fields = fieldsOf(map);
  const gate = fields.get('gate');
  const words = toWords(gate?.value);
  const outcome = words && readVerdict(words.text);
  if (!gate || !words || !outcome) return false;
  const about = wordsOf(fields, ['story', 'phase', 'epic', 'stage']);
  const title = wordsOf(fields, ['story_title', 'title', 'name']);
  reading.facts.title = title?.text ?? null;
  reading.facts.gates.push({
    label: about ? `gate of ${about.text}` : 'gate',
    kind: 'gate',
    at: reading.line(gate.key.span),
    phase: null,
    stage: null,
    items: [],
    result: { outcome, text: words.text, at: reading.place(words.at) },
  });
  const reviewer = wordsOf(fields, ['reviewer', 'approver', 'approved_by']);
  if (reviewer) {
    reading.facts.signoffs.push({
      outcome: outcome === 'pass' ? 'approved' : 'rejected',
      actor: reviewer.text,
      role: null,
      date: wordsOf(fields, ['updated', 'date', 'reviewed_at'])?.text ?? null,
      correlationId: null,
      commit: null,
      evidence: [],
      override: null,
      at: reading.line(reviewer.at),
      phase: null,
    });
  }
  return true;
}
