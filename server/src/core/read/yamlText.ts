import { composeYaml } from '../yaml.ts';
import { tidyErrors, type YamlText } from '../yamlNode.ts';
import { readBlocks } from './yamlBlocks.ts';
import { toLines } from './yamlLines.ts';

/** Characters beyond which a text is not read, and beyond which the library is not asked about a whole text. */
const limits = { length: 32_000_000, composed: 300_000 } as const;

/**
 * What gives words a meaning far from where they stand (anchors, tags, keys of several lines), or a line another indent. Without any of
 * it the library finds a nested entry broken in its text when it finds it broken alone, and need not read all of the text to say so: it
 * would take a hundred times as long as the rest, with every key until the entry is finished.
 */
const reachesFar = /(?:^|[\s,[{:-])[&*!?%][^\s,\]}]|^ *[?:](?: |$)|\t/m;

/**
 * Reads a YAML text: ordinary lines by hand, a tenth of the library's time, the rest by the library. What is broken costs itself and
 * not what stands around it. A text that the library as a whole reads without an error has none here. Never throws.
 */
export function readYaml(text: string): YamlText {
  // A lone carriage return is a line end; replaced by one character, offsets stay.
  const clean = /\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text;
  if (clean.length > limits.length) return composeYaml(clean);
  const lines = toLines(clean);
  if (!lines || /[[{"'|>&!?*@%`]/.test(clean[lines.words(0)] ?? '')) return composeYaml(clean);
  const { root, errors, certain } = readBlocks(lines);
  if (errors.length > 0 && clean.length <= limits.composed && !(certain && !reachesFar.test(clean))) {
    const whole = composeYaml(clean);
    if (whole.errors.length === 0) return whole;
  }
  return { documents: [root], errors: tidyErrors(errors, clean) };
}
