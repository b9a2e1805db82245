import { type Holder, holderOf, type KeyWords, type PlanKey, planKeyOf, planKeys } from '../planKeys.ts';
import { normalKey } from '../read/yamlFields.ts';
import { toUnitId } from '../read/yamlReading.ts';
import { lineAt, lineSpan } from '../source.ts';
import type { Asked, Slot, Subject, Want, Word } from './completion.ts';
import { disableSlots } from './disableSlots.ts';
import { type YamlPlace, type YamlRange, yamlPlaceAt } from './yamlPlace.ts';

/** What may be written at a place of a YAML document, or of the front matter of a Markdown one. */
export function yamlSlots(asked: Asked, front?: YamlRange): readonly Slot[] {
  const { source, offset } = asked;
  const comment = disableSlots(source.text, lineSpan(source, lineAt(source, offset)), offset, '#', '');
  if (comment) return front ? [] : comment;
  const place = yamlPlaceAt(source, offset, front ?? { first: 0, end: source.text.length });
  if (!place) return [];
  const root: Holder = front ? 'phase' : rootOf(asked, place);
  if (place.writes === 'value') return valueSlots(asked, place, root);
  const own = front ? frontKeys : planKeys;
  const holder = holderOf(place.keys, root);
  const keys = holder ? keySlots(place, own, holder) : [];
  // An item of a list of words is such a word.
  return place.writes === 'item' && !holder ? valueSlots(asked, place, root) : keys;
}

/** The keys of a front matter that are read. */
const frontKeys: readonly PlanKey[] = [
  { key: 'phase', of: ['phase'], shape: 'line', words: 'phase', doc: 'The number of the phase that the document is about.' },
  ...planKeys.filter(
    ({ key, of }) =>
      of.includes('phase') &&
      ['id', 'title', 'status', 'depends_on', 'estimate', 'owned_paths', 'excluded_paths', 'scope'].includes(key),
  ),
];

function keySlots({ at, siblings, hasColon }: YamlPlace, rows: readonly PlanKey[], holder: Holder): readonly Slot[] {
  const words = rows
    .filter((row) => row.of.includes(holder) && ![row.key, ...(row.also ?? [])].some((name) => siblings.has(name)))
    .map(({ key, doc, shape }): Word => ({ word: key, meaning: doc, behind: hasColon ? '' : shape === 'line' ? ': ' : ':' }));
  return [{ wants: 'key', at, words }];
}

function valueSlots(asked: Asked, place: YamlPlace, root: Holder): readonly Slot[] {
  const last = place.keys.findLastIndex((key) => key !== '[]');
  const key = place.keys[last];
  if (key === undefined) return [];
  const holder = holderOf(place.keys.slice(0, last), root);
  const isFront = root === 'phase' && /\.mdx?$/i.test(asked.source.path);
  const row = isFront && normalKey(key) === 'phase' ? frontKeys[0] : holder && planKeyOf(key, holder);
  if (row?.values) return [{ wants: 'setting', at: place.at, words: row.values.map((word) => ({ word, meaning: '' })) }];
  if (!row?.words || !holder) return [];
  if (row.words === 'condition') return commandSlots(asked, place);
  return wantsOf(row.words, holder).map((wants) => ({ wants, at: place.at, about: subjectOf(asked, place, holder) }));
}

/** A command in the code span of a condition; the other words are prose. */
function commandSlots({ source, offset }: Asked, { at }: YamlPlace): readonly Slot[] {
  const line = lineSpan(source, lineAt(source, offset));
  const before = source.text.slice(line.start, offset).split('`');
  if ((before.length & 1) === 1) return [];
  const close = source.text.slice(offset, line.end).indexOf('`');
  return [{ wants: 'command', at: { start: offset - (before.at(-1)?.length ?? 0), end: close < 0 ? at.end : offset + close } }];
}

function wantsOf(words: Exclude<KeyWords, 'condition'>, holder: Holder): readonly Want[] {
  if (words === 'truth') return [];
  return words === 'task' && holder !== 'task' && holder !== 'deferral' ? ['phase'] : [words];
}

/** The task or unit whose map it is, by its own keys; a unit may be named by the key that holds it. */
function subjectOf({ facts }: Asked, { siblings, keys }: YamlPlace, holder: Holder): Subject | undefined {
  const id = siblings.get('id');
  const phase = siblings.get('phase');
  if (holder === 'task') {
    const known = id === undefined ? undefined : facts.tasks.find((task) => task.id === id);
    return { kind: 'task', id: id ?? null, phase: phase !== undefined ? toUnitId(phase) : (known?.phase ?? null) };
  }
  if (holder !== 'phase' && holder !== 'stage') return undefined;
  const named = id ?? siblings.get(holder) ?? (keys.at(-2) !== '[]' ? keys.at(-2) : undefined);
  const only = facts.phases.length === 1 ? facts.phases[0]?.id : undefined;
  const own = named === undefined ? (holder === 'phase' ? only : undefined) : toUnitId(named);
  return { kind: holder, id: own ?? null, phase: holder === 'phase' ? (own ?? null) : null };
}

/** What the file itself is: one phase where its root says so, else a list of tasks or a map that holds them. */
function rootOf({ facts }: Asked, { keys, siblings }: YamlPlace): Holder {
  const isPhase = facts.kind === 'phase-doc' && facts.phases.length === 1;
  return isPhase && (keys.length > 0 || siblings.size > 0) && !siblings.has('tasks') ? 'phase' : 'file';
}
