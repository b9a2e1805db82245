import { purposeOf } from './siblings.ts';
import { setOf } from './vocabulary/inflect.ts';
import { TEST_KINDS, TEST_NOUNS, UNNAMED_SUBJECTS } from './vocabulary/things.ts';
import { verbs } from './vocabulary/verbs.ts';
import { isPreposition } from './wordClasses.ts';

/** "Smoke suite: `npm run smoke`" says what the smoke suite is; "`soak-runner`" is a name wherever it stands. Titles have lost the marks. */
export function putDefined(text: string, put: (name: string) => void): void {
  // Most texts have none; to look for letters costs a tenth of a search for words.
  if (!RUN_PARTS.some((part) => text.includes(part))) return;
  const [label = '', command = ''] = text.split(/[:—–=]/, 2);
  const words = label.toLowerCase().trim().split(/\s+/);
  const typed = command.replaceAll('`', '').trim();
  const runs = RUNNERS.has(typed.split(' ', 1)[0] ?? '') && purposeOf(typed) !== 'other';
  if (runs && words.length >= 2 && words.length <= 4 && words.some((word) => TEST_NOUNS.has(word))) put(words.join(' '));
  for (const word of text.split(' ', 30)) {
    if (!/[-_:]/.test(word)) continue;
    const name = word.replaceAll('`', '').toLowerCase();
    const parts = name.split(/[-_:]/, 7);
    if (parts.length > 1 && parts.length < 7 && RUN.has(parts.at(-1) ?? '') && parts.every((part) => /^[a-z0-9]+$/.test(part)))
      put(name);
  }
}

const RUNNERS = setOf(
  'npm npx pnpm yarn bun bunx deno node make just task cargo go uv python python3 pytest tox nox dotnet mvn gradle ./gradlew',
);
/** What the last part of `soak-runner` or `smoke:test` says. */
const RUN = setOf('suite test tests smoke soak e2e bench harness drill runner check checks');

/** "Build the replay harness", "Smoke suite B": the words before such a noun, as far as they name it, and an id behind it. */
export function putSuites(title: string, put: (name: string) => void): void {
  if (!SUITE_PARTS.some((part) => title.includes(part))) return;
  const words = title.replace(/[`*_]/g, '').split(/\s+/).slice(0, 30);
  for (const [at, word] of words.entries()) {
    if (!SUITE.test(word)) continue;
    let from = at;
    while (from > 0 && at - from < 3 && isName(words[from - 1] ?? '', from === 1)) from -= 1;
    const id = /^(?:[A-Z]|\d{1,3}|[A-Z]+-?\d{1,3})$/.test(words[at + 1] ?? '') ? 1 : 0;
    const name = words.slice(from, at + 1 + id);
    const narrow = words
      .slice(from, at)
      .some((part) => !TEST_KINDS.has(part.toLowerCase()) && !UNNAMED_SUBJECTS.has(part.toLowerCase()));
    if (narrow || (id === 1 && name.length > 1)) put(name.join(' ').toLowerCase());
  }
}

/** Parts of the words below that do not depend on a capital. */
const SUITE_PARTS = ['uite', 'arness', 'unner', 'oak', 'rill', 'moke'];
const RUN_PARTS = [...SUITE_PARTS, 'est', 'ench', 'heck', '2e', 'int', 'uild', 'ormat'];
const SUITE = /^(?:suite|harness|runner|soak|drill|smoke)$/i;

/** A word that may belong to a name: no order at the front, no article, no mark. */
function isName(word: string, first: boolean): boolean {
  const plain = word.toLowerCase();
  return (
    /^[a-z][a-z0-9/-]*$/.test(plain) &&
    !isPreposition(plain) &&
    !STOPS.test(plain) &&
    !(first && verbs.get(plain)?.form === 'base')
  );
}

const STOPS = /^(?:a|an|the|and|or|new|our|its|their|all|each|every|first|full|own|whole)$/;
