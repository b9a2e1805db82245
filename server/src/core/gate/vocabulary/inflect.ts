/** Which form of a verb a word is. `past` stands for the past tense and the participle alike; context tells them apart. */
export type VerbForm = 'base' | 's' | 'ing' | 'past';

/** One reading of a word as a verb. */
export interface VerbReading {
  readonly lemma: string;
  readonly form: VerbForm;
}

/** Reads a table of base forms ("return show write:wrote,written") into every form that may be met in a line. */
export function conjugate(bases: string): ReadonlyMap<string, VerbReading> {
  const forms = new Map<string, VerbReading>();
  const put = (word: string, lemma: string, form: VerbForm): void => {
    if (!forms.has(word)) forms.set(word, { lemma, form });
  };
  for (const entry of wordsOf(bases)) {
    const [lemma = '', pasts] = entry.split(':');
    // A particle keeps its place: `sign-off` is met as `signed-off` and as `sign-off`.
    const [stem = '', particle] = lemma.split('-');
    const tail = particle === undefined ? '' : `-${particle}`;
    put(lemma, lemma, 'base');
    put(thirdPerson(stem) + tail, lemma, 's');
    put(ingForm(stem) + tail, lemma, 'ing');
    for (const past of pasts?.split(',') ?? [pastForm(stem)]) put(past + tail, lemma, 'past');
  }
  return forms;
}

/** The words of a table, split at white space. */
export function wordsOf(table: string): readonly string[] {
  return table.trim().split(/\s+/);
}

/** A table of words as a set. */
export function setOf(...tables: readonly string[]): ReadonlySet<string> {
  return new Set(tables.flatMap(wordsOf));
}

function thirdPerson(verb: string): string {
  if (verb === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return endsInConsonantY(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function ingForm(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !verb.endsWith('ee')) return `${verb.slice(0, -1)}ing`;
  return `${doubled(verb)}ing`;
}

function pastForm(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  return endsInConsonantY(verb) ? `${verb.slice(0, -1)}ied` : `${doubled(verb)}ed`;
}

function endsInConsonantY(verb: string): boolean {
  return /[^aeiou]y$/.test(verb);
}

/** One short vowel before one final consonant doubles it (stop → stopped), in longer verbs only where the stress is on the end. */
function doubled(verb: string): string {
  if (!/[^aeiou][aeiou][bdgklmnprt]$/.test(verb)) return verb;
  const syllables = verb.match(/[aeiouy]+/g)?.length ?? 0;
  return syllables === 1 || STRESSED_END.test(verb) ? verb + verb.slice(-1) : verb;
}

const STRESSED_END =
  /(?:mit|fer|gin|cur|pel|set|get|cap|map|tag|log|rol|trol|program|backup|setup|shut|skip|drop|flip|swap|ship|strip|plan|ban|pin|run|cut|put|let|hit)$/;
