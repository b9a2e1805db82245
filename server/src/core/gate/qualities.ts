import { setOf } from './vocabulary/inflect.ts';

/**
 * Whether a noun names a quality, something that a thing has but nobody can point at: "determinism", "replayability", "consistency".
 * Told by its ending; the nouns of that ending that are things are listed.
 */
export function isQuality(word: string): boolean {
  return QUALITIES.has(word) || (word.length > 6 && /(?:ity|ness|ism|cy)$/.test(word) && !THINGS.has(word));
}

const QUALITIES = setOf(`
 behavior behaviour behaviors behaviours functionality functionalities feature features logic ui everything experience performance design security architecture semantics coverage guarantees
 quality parity safety balance alignment maintenance coherence resilience robustness`);

const THINGS = setOf(`
 activity agency authority capacity commodity community copy currency city cardinality deity dependency emergency entity eternity facility frequency granularity identity inventory latency legacy mechanism organism
 opportunity pharmacy policy polarity priority privacy property proximity quantity reality redundancy responsibility security severity similarity sensitivity tendency tenancy utility vacancy velocity visibility opacity witness business harness readiness prism vulnerability
 accuracy university validity density intensity humidity salinity electricity humanity necessity possibility publicity singularity totality fitness illness`);
