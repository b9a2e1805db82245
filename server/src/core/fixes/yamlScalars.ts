import type { Span } from '../model.ts';
import { readYaml } from '../read/yamlText.ts';
import type { Source } from '../source.ts';
import type { YamlNode, YamlScalar } from '../yaml.ts';
import { joined, rewritten, type Wording } from './wording.ts';

/** A value or key of a YAML document. */
interface Placed {
  readonly scalar: YamlScalar;
  /** It stands between brackets, where commas mean something. */
  readonly flow: boolean;
}

const remembered = new WeakMap<Source, readonly Placed[]>();

/** The value or key that holds a stretch of a YAML document, or undefined where the stretch is more or less than part of one. */
export function scalarAround(source: Source, { start, end }: Span): Placed | undefined {
  let scalars = remembered.get(source);
  if (!scalars) {
    scalars = readYaml(source.text).documents.flatMap((node) => [...scalarsIn(node, false, source.text)]);
    remembered.set(source, scalars);
  }
  return scalars.find(({ scalar }) => scalar.span.start <= start && end <= scalar.span.end);
}

function* scalarsIn(node: YamlNode, outer: boolean, text: string): Generator<Placed> {
  if (node.kind === 'null') return;
  if (node.kind === 'scalar') {
    yield { scalar: node, flow: outer };
    return;
  }
  const flow = outer || /[[{]/.test(text[node.span.start] ?? '');
  if (node.kind === 'list') for (const item of node.items) yield* scalarsIn(item, flow, text);
  else
    for (const { key, value } of node.entries) {
      yield { scalar: key, flow };
      yield* scalarsIn(value, flow, text);
    }
}

/**
 * Words as a YAML value: bare where they are no sign of YAML, else in the quotes that need fewer escapes.
 * @param flow the value stands between brackets
 */
export function yamlValue(words: Wording, flow: boolean): Wording {
  if (isPlain(words.text) && !(flow && /[[\]{},]/.test(words.text))) return words;
  return /["\\]/.test(words.text) ? joined("'", inQuotes(words, "'"), "'") : joined('"', words, '"');
}

/** Words within a value that is quoted already. */
export function inQuotes(words: Wording, quote: string): Wording {
  if (quote === "'") return rewritten(words, (char) => (char === "'" ? "''" : char));
  return rewritten(words, (char) => (char === '"' || char === '\\' ? `\\${char}` : char));
}

/** Whether words may stand without quotes where no bracket is open. */
function isPlain(text: string): boolean {
  if (/^[-?:,[\]{}#&*!|>'"%@`\s]|[\s:]$|: | #|\n/.test(text)) return false;
  return !/^(?:true|false|yes|no|on|off|null|~|[-+.\d][\d_.eE:+-]*)$/i.test(text);
}
