import type { StatusStatement, Unit } from '../model.ts';
import type { YamlNode } from '../yaml.ts';
import { splitTitle } from './splitTitle.ts';
import { readAttempts, readEvidence, readSignoff } from './yamlExtras.ts';
import { fieldsOf, namesOf, toTruth, toWords, type Words, wordsOf } from './yamlFields.ts';
import { readGates } from './yamlGates.ts';
import { toUnitId, type Where, type YamlReading } from './yamlReading.ts';
import { readScope } from './yamlScope.ts';
import { dependsNames, statusNames } from './yamlTask.ts';

const idNames = [
  'id',
  'phase',
  'phase_id',
  'stage',
  'wave',
  'milestone',
  'sprint',
  'epic',
  'track',
  'iteration',
  'number',
  'key',
  'code',
  'order',
];
const titleNames = ['title', 'name', 'label', 'theme', 'summary', 'description', 'goal', 'objective', 'focus'];
const estimateNames = [
  'estimate',
  'duration',
  'effort',
  'estimated_duration',
  'estimated_effort',
  'timeline',
  'timebox',
  'estimated_hours',
  'estimated_days',
  'weeks',
  'time',
];
const doneNames = ['done', 'completed', 'complete', 'finished'];

/**
 * Reads a phase or stage: an item of a list or an entry of a map whose key is its id. Its own gates and scope are read with it; what
 * else it contains is for the caller.
 * @returns where things inside it stand, or undefined where it has neither id nor name
 */
export function readUnit(
  reading: YamlReading,
  kind: 'phase' | 'stage',
  node: YamlNode,
  where: Where,
  key?: Words,
): Where | undefined {
  const fields = node.kind === 'map' ? fieldsOf(node) : new Map();
  const words = node.kind === 'map' ? undefined : toWords(node);
  const stated = wordsOf(fields, idNames);
  const title = wordsOf(fields, titleNames) ?? words;
  const name = stated ?? key ?? title;
  if (!name) return undefined;
  const id = toUnitId(name.text);
  const rest = titleOf(title?.text ?? null, id, name === title);
  const inside: Where =
    kind === 'phase' ? { phase: { text: id, at: name.at }, stage: null, lane: null } : { ...where, stage: id, lane: null };
  const status = statusOf(reading, fields, where.lane);
  const unit: Unit = {
    kind,
    id,
    title: rest.title,
    at: reading.line(name.at),
    nameAt: name.at,
    form: 'yaml',
    status,
    otherStatuses: [],
    mentions: [],
    dependsOn: dependsNames
      .flatMap((field) => namesOf(fields.get(field)?.value))
      .map(({ text, at }) => ({ id: toUnitId(text), at: reading.place(at) })),
    estimate: wordsOf(fields, estimateNames)?.text ?? rest.estimate,
    phase: kind === 'stage' && where.phase ? toUnitId(where.phase.text) : null,
    extent: { start: Math.min(name.at.start, node.span.start), end: Math.max(name.at.end, node.span.end) },
  };
  (kind === 'phase' ? reading.facts.phases : reading.facts.stages).push(unit);
  readGates(reading, fields, inside);
  readScope(reading, fields, inside);
  readSignoff(reading, fields, inside);
  if (kind === 'phase') readAttempts(reading, fields, inside);
  readEvidence(reading, fields, inside, null);
  return inside;
}

/** "Phase 2: Core (3 days)" is phase 2, "Core", 3 days; a title that is only the name again is none. */
function titleOf(text: string | null, id: string, isName: boolean): { title: string | null; estimate: string | null } {
  if (text === null) return { title: null, estimate: null };
  const prefix = /^(?:[\p{L}]+)[\s_-]*0*([\w.]+?)\s*(?:[:—–]|\s-\s)\s*(?=\S)/u.exec(text);
  const named = prefix?.[1] && prefix[1].toLowerCase() === id.toLowerCase();
  const { title, estimate } = splitTitle(named ? text.slice(prefix[0].length) : text);
  return { title: isName && !named && toUnitId(text) !== text ? null : title, estimate };
}

function statusOf(reading: YamlReading, fields: ReturnType<typeof fieldsOf>, lane: Words | null): StatusStatement | null {
  const words = wordsOf(fields, statusNames) ?? lane;
  if (words) return { status: reading.status(words.text), text: words.text, at: reading.place(words.at), form: 'yaml' };
  for (const name of doneNames) {
    const value = fields.get(name)?.value;
    const truth = toTruth(value);
    if (value && truth !== undefined)
      return {
        status: truth ? 'done' : 'planned',
        text: toWords(value)?.text ?? '',
        at: reading.place(value.span),
        form: 'yaml',
      };
  }
  return null;
}
