import { linesBehind } from '../fixes/lines.ts';
import { wording } from '../fixes/wording.ts';
import { columnOf, isBlock, lastTextLine } from '../fixes/yamlMaps.ts';
import { yamlValue } from '../fixes/yamlScalars.ts';
import type { Edit, Outcome } from '../model.ts';
import type { TextForm } from '../outcomeText.ts';
import { fieldOf, fieldsOf, toTruth } from '../read/yamlFields.ts';
import { readYaml } from '../read/yamlText.ts';
import type { Refusal } from '../refusal.ts';
import { lineAt, lineEndOf, type Source } from '../source.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../yaml.ts';
import { tick } from './box.ts';
import type { Target } from './target.ts';

/** A node of a list or of an entry, and whether it stands between brackets. */
interface Held {
  readonly node: YamlNode;
  readonly flow: boolean;
  /** The key whose value it is; null for an item of a list. */
  readonly key: YamlScalar | null;
}

/** The outcome as `result:` beside the words of a test or condition, in the style in which they stand. */
export function inYaml(
  source: Source,
  target: Target,
  text: (form: TextForm) => string,
  outcome: Outcome,
): readonly (readonly Edit[])[] | Refusal {
  const at = target.kind === 'test' ? target.check.extent : target.item.textAt;
  const held = readYaml(source.text).documents.flatMap((node) => [...nodesIn(node, false, source)]);
  const map = held.findLast(({ node }) => node.kind === 'map' && isOf(node, target)) as Held & { node: YamlMap };
  const value = (flow: boolean) => yamlValue(wording(text('yaml')), flow).text;
  const mark = target.kind === 'condition' ? tick(source, target.item.markAt, target.item.mark, outcome) : [];
  if (map && isLong(map.node, source))
    return { refused: 'The result there goes over several lines, and somebody wrote them. Shorten it, then it can be replaced.' };
  if (map) return [[...mark, ...truth(map.node, source, outcome), inMap(map, source, value)]];
  const sentence = held.find(({ node }) => node.kind === 'map' && node.entries[0]?.key.whole.start === at.start);
  if (sentence?.node.kind === 'map' && sentence.key === null)
    return [[...mark, ...quoted(sentence, sentence.node, source, value)]];
  const scalar = held.find(({ node }) => node.kind === 'scalar' && node.span.start <= at.start && at.end <= node.span.end);
  if (scalar?.node.kind !== 'scalar' || scalar.node.style === 'block')
    return { refused: 'These conditions are lines of one text. Make each an item of a list, then it can have a result.' };
  return [[...mark, ...asMap(scalar, scalar.node, source, value, target.kind === 'test' ? 'title' : 'text')]];
}

function* nodesIn(node: YamlNode, outer: boolean, source: Source, key: YamlScalar | null = null): Generator<Held> {
  const flow = outer || (node.kind !== 'scalar' && !isBlock(node, source));
  yield { node, flow, key };
  if (node.kind === 'list') for (const item of node.items) yield* nodesIn(item, flow, source);
  if (node.kind === 'map') for (const entry of node.entries) yield* nodesIn(entry.value, flow, source, entry.key);
}

/** Whether a map has a result of several lines. */
function isLong({ entries }: YamlMap, { text }: Source): boolean {
  const value = entries.find(({ key }) => isResult(key))?.value;
  return value !== undefined && /[\r\n]/.test(text.slice(value.span.start, value.span.end));
}

function isResult({ text }: YamlScalar): boolean {
  return /^(?:result|outcome)$/i.test(text);
}

/** Whether a map is the test, or has the words of the condition as one of its values. */
function isOf(map: YamlMap, target: Target): boolean {
  if (target.kind === 'test') return map.span.start === target.check.extent.start;
  const { start } = target.item.textAt;
  return map.entries.some(
    ({ key, value }) => value.kind === 'scalar' && value.span.start <= start && start <= value.span.end && isOwn(key.text),
  );
}

/** Keys of the words of a condition that is a map; below others (`exit_criteria: …`) the scalar is the condition. */
function isOwn(key: string): boolean {
  return /^(?:text|criterion|condition|then|check|description|title|name|requirement|task|item|command|id|criteria|conditions)$/i.test(
    key,
  );
}

/** `done: false` beside the words follows what came out. */
function truth(map: YamlMap, { path }: Source, { outcome }: Outcome): readonly Edit[] {
  const value = fieldOf(fieldsOf(map), ['done', 'met', 'passed', 'passes', 'checked', 'satisfied', 'completed'])?.value;
  const now = toTruth(value);
  if (value?.kind !== 'scalar' || now === undefined || now === (outcome === 'pass')) return [];
  const word = /^(?:yes|no)$/i.test(value.text) ? (now ? 'no' : 'yes') : now ? 'false' : 'true';
  return [{ path, ...value.whole, text: word }];
}

function inMap({ node, flow }: Held & { node: YamlMap }, source: Source, value: (flow: boolean) => string): Edit {
  const { path, text } = source;
  const written = node.entries.find(({ key }) => isResult(key));
  if (written?.value.kind === 'scalar') return { path, ...written.value.whole, text: value(flow) };
  if (written) {
    const at = written.key.whole.end + 1;
    return { path, start: at, end: at, text: ` ${value(flow)}` };
  }
  if (flow) {
    const close = text.lastIndexOf('}', node.span.end);
    const end = text.slice(0, close).trimEnd().length;
    return { path, start: end, end, text: `${text[end - 1] === ',' ? '' : ','} result: ${value(true)}` };
  }
  const [first] = node.entries;
  const last = node.entries.at(-1);
  const indent = ' '.repeat(columnOf(source, first?.key.whole.start ?? node.span.start));
  const end = last ? (last.value.kind === 'scalar' ? last.value.whole.end : last.value.span.end) : node.span.end;
  const line = lastTextLine(source, lineAt(source, Math.max(last?.key.whole.end ?? 0, end - 1)));
  return linesBehind(source, line, [`${indent}result: ${value(false)}`]);
}

/** `- Health: returns 200` is a map only by its colon: its words are put in quotes. */
function quoted(held: Held, { entries }: YamlMap, source: Source, value: (flow: boolean) => string): readonly Edit[] {
  const [entry] = entries;
  if (entry?.value.kind !== 'scalar') return [];
  const whole = { start: entry.key.whole.start, end: entry.value.whole.end };
  const quote = /["\\]/.test(source.text.slice(whole.start, whole.end)) ? "'" : '"';
  const scalar: YamlScalar = { kind: 'scalar', text: '', span: whole, whole, style: 'quoted' };
  const [before, behind] = asMap(held, scalar, source, value, 'text');
  if (!before || !behind) return [];
  const close = { path: source.path, start: whole.end, end: whole.end, text: quote };
  // Where both stand at one place, the quote comes first.
  if (behind.start === whole.end)
    return [
      { ...before, text: before.text + quote },
      { ...behind, text: quote + behind.text },
    ];
  return [{ ...before, text: before.text + quote }, close, behind];
}

/** A bare condition becomes a map: its words, unchanged, and the result. */
function asMap(
  { flow, key }: Held,
  { whole }: YamlScalar,
  source: Source,
  value: (flow: boolean) => string,
  name: string,
): readonly Edit[] {
  const { path } = source;
  const insert = (at: number, text: string): Edit => ({ path, start: at, end: at, text });
  if (flow) return [insert(whole.start, `{ ${name}: `), insert(whole.end, `, result: ${value(true)} }`)];
  const line = lineAt(source, Math.max(whole.start, whole.end - 1));
  if (!key) {
    const indent = ' '.repeat(columnOf(source, whole.start));
    return [insert(whole.start, `${name}: `), linesBehind(source, line, [`${indent}result: ${value(false)}`])];
  }
  const indent = ' '.repeat(columnOf(source, key.whole.start) + 2);
  const result = linesBehind(source, line, [`${indent}result: ${value(false)}`]);
  const gap = { path, start: key.whole.end + 1, end: whole.start };
  return [{ ...gap, text: `${lineEndOf(source)}${indent}criteria: ` }, result];
}
