import type { Gate, GateItem, GateKind, Mark } from '../model.ts';
import { readOutcome } from '../outcomeText.ts';
import type { YamlEntry, YamlNode } from '../yaml.ts';
import { topicOfLabel } from './vocabulary.ts';
import { resultOf } from './yamlExtras.ts';
import { type Fields, fieldsOf, listOf, toTruth, toWords, wordsOf } from './yamlFields.ts';
import { toUnitId, type Where, type YamlReading } from './yamlReading.ts';

/** Reads the gates among the fields of a phase, a task or a document: `acceptance_criteria`, `exit_criteria`, `gates`, `done_when` … */
export function readGates(reading: YamlReading, fields: Fields, where: Where): void {
  for (const [key, entry] of fields) {
    const kind = kindOf(key);
    if (kind) readGate(reading, entry, kind, where);
  }
}

/** A verdict where a gate might stand: `gate: PASS`. */
export function readVerdict(words: string): 'pass' | 'fail' | undefined {
  if (/^(?:pass(?:ed)?|approved|go|green|ok|waived)$/i.test(words)) return 'pass';
  return /^(?:fail(?:ed)?|rejected|no-?go|red|concerns)$/i.test(words) ? 'fail' : undefined;
}

/** Keys that are gates although their words alone would not say so. */
const named = new Map<string, GateKind>([
  ['acceptance_tests', 'acceptance'],
  ['exit', 'exit'],
]);

const kinds = new Map<string, GateKind | undefined>();

function kindOf(key: string): GateKind | undefined {
  if (kinds.has(key)) return kinds.get(key);
  const topic = /^(?:verified|validated|checkpoints?|gate_status|prerequisites)$/.test(key)
    ? undefined
    : topicOfLabel(key.replace(/_/g, ' '));
  const kind = named.get(key) ?? (topic?.role === 'gate' ? topic.kind : undefined);
  if (kinds.size > 2000) kinds.clear();
  kinds.set(key, kind);
  return kind;
}

function readGate(reading: YamlReading, { key, value }: YamlEntry, kind: GateKind, where: Where): void {
  const gate = (label: string, at: YamlEntry['key'], items: readonly GateItem[], words?: YamlNode): Gate => {
    const text = toWords(words);
    const recorded = text && readOutcome(text.text, text.text, 'yaml');
    const outcome =
      text && (readVerdict(text.text) ?? (recorded?.date ? (recorded.outcome === 'pass' ? 'pass' : 'fail') : undefined));
    const [only] = items;
    const own = text && recorded && only && items.length === 1 && !only.result;
    return {
      label,
      kind,
      at: reading.line(at.span),
      phase: where.phase ? toUnitId(where.phase.text) : null,
      stage: where.stage,
      items: own ? [{ ...only, result: { ...recorded, at: reading.place(text.at) } }] : items,
      result: text && outcome ? { outcome, text: text.text, at: reading.place(text.at) } : null,
    };
  };
  const { gates } = reading.facts;
  // `acceptance_met: [1, 2]` counts conditions, it has none.
  if (value.kind === 'list' && value.items.every(isNumber)) return;
  if (value.kind === 'scalar') {
    const words = toWords(value);
    if (!words || /^(?:true|false|yes|no|\d[\d.:TZ+-]*)$/i.test(words.text)) return;
    gates.push(gate(key.text, key, readVerdict(words.text) ? [] : blockItems(reading, value), value));
  } else if (value.kind === 'list') {
    const named = value.items.filter((item) => item.kind === 'map' && conditionsOf(fieldsOf(item)));
    for (const item of named) if (item.kind === 'map') pushNamed(item);
    if (named.length === 0) gates.push(gate(key.text, key, itemsOf(reading, value)));
  } else if (value.kind === 'map') {
    const conditions = conditionsOf(fieldsOf(value));
    if (conditions) gates.push(gate(key.text, key, itemsOf(reading, conditions.value), statusOf(fieldsOf(value))));
    else for (const entry of value.entries) pushEntry(entry);
  }

  /** `- name: Beta` / `  criteria: […]` */
  function pushNamed(item: YamlNode & { kind: 'map' }): void {
    const fields = fieldsOf(item);
    const name = wordsOf(fields, ['name', 'title', 'label', 'id', 'gate']);
    const first = item.entries[0]?.key;
    if (first) gates.push(gate(name?.text ?? key.text, first, itemsOf(reading, conditionsOf(fields)?.value), statusOf(fields)));
  }

  /** `G0: {name, requires: […]}`, `tests: {must_pass: true}`, `build: npm run build exits 0` */
  function pushEntry(entry: YamlEntry): void {
    if (entry.value.kind === 'null' || (entry.value.kind === 'list' && entry.value.items.length === 0)) return;
    const fields = entry.value.kind === 'map' ? fieldsOf(entry.value) : undefined;
    const name = fields && wordsOf(fields, ['name', 'title']);
    const label = name ? `${entry.key.text}: ${name.text}` : entry.key.text;
    const conditions = fields ? conditionsOf(fields)?.value : entry.value;
    gates.push(gate(label, entry.key, itemsOf(reading, conditions), fields && statusOf(fields)));
  }
}

function isNumber(node: YamlNode): boolean {
  return node.kind === 'scalar' && /^\d{1,9}$/.test(node.text);
}

/** Where a gate that is a map keeps its conditions. */
function conditionsOf(fields: Fields): YamlEntry | undefined {
  for (const name of [
    'criteria',
    'conditions',
    'requires',
    'requirements',
    'checks',
    'items',
    'checklist',
    'acceptance',
    'acceptance_criteria',
  ]) {
    const entry = fields.get(name);
    if (entry && entry.value.kind !== 'map') return entry;
  }
  return undefined;
}

function statusOf(fields: Fields): YamlNode | undefined {
  return (fields.get('result') ?? fields.get('status') ?? fields.get('outcome') ?? fields.get('verdict'))?.value;
}

function itemsOf(reading: YamlReading, node: YamlNode | undefined): readonly GateItem[] {
  if (node?.kind === 'scalar') return blockItems(reading, node);
  return listOf(node).map(({ text, at, node: item }) => {
    const box = /^\[( |x|X|~|-|\/|!)\]\s+/.exec(text);
    const mark = box ? (marks[box[1]?.toLowerCase() ?? ''] ?? null) : markOf(reading, item);
    const start = box ? at.start + box[0].length : at.start;
    return {
      text: box ? text.slice(box[0].length) : text,
      at: reading.line(at),
      textAt: { start, end: at.end },
      mark,
      markAt: box ? { start: at.start + 1, end: at.start + 2 } : null,
      ...recordedIn(reading, item),
    };
  });
}

const marks: Readonly<Record<string, Mark>> = {
  ' ': 'open',
  x: 'done',
  '~': 'partial',
  '-': 'partial',
  '/': 'partial',
  '!': 'blocked',
};

/** `{text: …, done: true}`, `{criterion: …, status: met}` */
function markOf(reading: YamlReading, node: YamlNode): Mark | null {
  if (node.kind !== 'map') return null;
  const fields = fieldsOf(node);
  for (const name of ['done', 'met', 'passed', 'passes', 'checked', 'satisfied', 'completed']) {
    const truth = toTruth(fields.get(name)?.value);
    if (truth !== undefined) return truth ? 'done' : 'open';
  }
  const status = wordsOf(fields, ['status', 'state', 'result']);
  if (!status) return null;
  const recorded = readOutcome(status.text, status.text, 'yaml');
  if (recorded?.date) return recorded.outcome === 'pass' ? 'done' : recorded.outcome === 'blocked' ? 'blocked' : 'open';
  const meant = /^(?:met|satisfied)$/i.test(status.text) ? 'done' : reading.status(status.text);
  return meant === 'done' || meant === 'signed_off' ? 'done' : meant === 'partial' || meant === 'blocked' ? meant : 'open';
}

/** `{text: …, result: pass (2026-03-01, Ada)}` */
function recordedIn(reading: YamlReading, node: YamlNode): Pick<GateItem, 'result'> {
  const result = node.kind === 'map' ? resultOf(reading, fieldsOf(node)) : null;
  return result ? { result } : {};
}

/** A scalar is one condition; in a block scalar each line is one, without its list marker. */
function blockItems(reading: YamlReading, node: YamlNode & { kind: 'scalar' }): readonly GateItem[] {
  if (node.style !== 'block') {
    const words = toWords(node);
    return words ? [{ text: words.text, at: reading.line(words.at), textAt: words.at, mark: null, markAt: null }] : [];
  }
  const items: GateItem[] = [];
  const text = reading.source.text.slice(node.span.start, node.span.end);
  for (const found of text.matchAll(/^[ \t]*(?:[-*•] +|\d{1,3}[.)] +)?(?:\[([ xX~!/-])\] +)?(\S[^\r\n]*)$/gm)) {
    const words = (found[2] ?? '').trimEnd();
    const end = node.span.start + found.index + found[0].trimEnd().length;
    const textAt = { start: end - words.length, end };
    if (/^#/.test(words)) continue;
    items.push({
      text: words,
      at: reading.line(textAt),
      textAt,
      mark: found[1] ? (marks[found[1].toLowerCase()] ?? null) : null,
      markAt: null,
    });
  }
  return items;
}
