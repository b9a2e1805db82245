import type { Span } from '../model.ts';
import { CODE, QUOTE } from './mask.ts';
import type { VerbReading } from './vocabulary/inflect.ts';
import { readVerb } from './vocabulary/verbs.ts';

/** What a stretch of a line is: a plain word, an exact thing (code, number, name, quotation) or a mark between words. */
export type WordKind = 'word' | 'code' | 'number' | 'name' | 'quote' | 'mark';

/** One word or mark, at its offsets in the line. */
export interface Word extends Span {
  readonly kind: WordKind;
  /** Lower case, as written otherwise. */
  readonly text: string;
  /** Begins with a capital although it does not begin the line; acronyms do not count. */
  readonly capital: boolean;
  /** All capitals: `HIGH`, `API`. */
  readonly acronym: boolean;
  /** Its reading as a verb, where it can be one; whether it is one here, only the neighbours tell. */
  readonly verb: VerbReading | undefined;
  /** How many parentheses are open around it. */
  readonly depth: number;
}

/** Words behind this many are not read: that long, a line is prose and no condition, and reading stays quick whatever somebody pastes. */
const MOST_WORDS = 250;

/** Splits masked prose into words and marks. */
export function splitWords(prose: string, from: number, to: number): readonly Word[] {
  const words: Word[] = [];
  let depth = 0;
  let at = from;
  const put = (kind: WordKind, start: number, end: number): void => {
    words.push(toWord(prose, kind, start, end, depth, words.length > 0));
  };
  while (at < to && words.length < MOST_WORDS) {
    const c = prose[at] ?? '';
    if (c === ' ' || c === '\u00A0' || c === '\t' || c === '\n') at++;
    else if (c === CODE || c === QUOTE) {
      const start = at;
      while (prose[at] === c && at < to) at++;
      put(c === CODE ? 'code' : 'quote', start, at);
    } else if (isMark(prose, at, to)) {
      if (c === ')') depth = Math.max(0, depth - 1);
      const end = markEnd(prose, at);
      put('mark', at, end);
      if (c === '(') depth++;
      at = end;
    } else at = putRun(prose, at, to, put);
  }
  return isTitleCase(words) ? words.map((word) => (word.capital ? { ...word, capital: false } : word)) : words;
}

function toWord(prose: string, kind: WordKind, start: number, end: number, depth: number, follows: boolean): Word {
  const raw = prose.slice(start, end);
  const isCapital = isUpper(prose.charCodeAt(start));
  const text = kind === 'word' || kind === 'mark' ? plainText(raw) : raw;
  return {
    kind,
    start,
    end,
    text,
    capital: follows && isCapital && prose.charCodeAt(start + 1) >= 97,
    acronym: isCapital && isUpper(prose.charCodeAt(start + 1)),
    verb: kind === 'word' ? readVerb(text) : undefined,
    depth,
  };
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Lower case, with the typographic apostrophe and hyphen as on a keyboard. */
function plainText(raw: string): string {
  const text = raw.toLowerCase();
  return /[’‑]/.test(text) ? text.replaceAll('’', "'").replaceAll('‑', '-') : text;
}

/** "Login Flow Works As Expected": where most words have a capital, a capital is no name. */
function isTitleCase(words: readonly Word[]): boolean {
  let capitals = 0;
  let others = 0;
  for (const word of words) {
    if (word.kind !== 'word' || word.end - word.start < 4) continue;
    if (word.capital) capitals++;
    else others++;
  }
  return capitals >= 2 && capitals >= others;
}

const MARKS = new Set('()[]{},;:.!?…→⇒➜–—"“”\'|&+=<>≤≥≈~×/-*•·');
const PAIRS = new Set(['->', '=>', '<=', '>=', '==', '!=', '--', '&&', '||', '—>']);

/** A mark is punctuation that does not hold a word together: `v1.2`, `a/b` and `--json` are words. */
function isMark(prose: string, at: number, to: number): boolean {
  const c = prose[at] ?? '';
  if (!MARKS.has(c)) return false;
  const next = at + 1 < to ? (prose[at + 1] ?? ' ') : ' ';
  if ((c === '/' || c === '.' || c === '~') && isWordChar(next)) return false;
  if (c === '.' && (next === '.' || next === '/')) return prose[at + 2] !== '/' && next !== '/';
  if (c === '-') return !(isWordChar(next) || (next === '-' && isWordChar(prose[at + 2] ?? ' ')));
  return true;
}

function markEnd(prose: string, at: number): number {
  if (PAIRS.has(prose.slice(at, at + 2))) return at + 2;
  let end = at + 1;
  if (prose[at] === '.') while (prose[end] === '.') end++;
  return end;
}

function isWordChar(c: string): boolean {
  return /[\p{L}\p{N}_$@#%€£°]/u.test(c);
}

const STOP = new Set(` \u00A0\t\n()[]{},;!?…→⇒➜–—"“”|&=<>≤≥≈×*•·${CODE}${QUOTE}`);

/** Reads one run of characters without spaces; `create/delete` falls into two words, `src/core` stays one name. */
function putRun(prose: string, from: number, to: number, put: (kind: WordKind, start: number, end: number) => void): number {
  let end = from + 1;
  while (end < to && !STOP.has(prose[end] ?? ' ')) end++;
  // `f(x)` and `name()` are one name.
  if (prose[end] === '(' && prose[end + 1] === ')' && end > from) {
    put('name', from, end + 2);
    return end + 2;
  }
  let stop = end;
  while (stop > from + 1 && /[.:'+\-/]/.test(prose[stop - 1] ?? '')) stop--;
  const run = prose.slice(from, stop);
  const kind = kindOf(run);
  if (kind === 'word' && /[/+]/.test(run)) splitAt(prose, from, stop, put);
  else put(kind, from, stop);
  return stop;
}

function splitAt(prose: string, from: number, to: number, put: (kind: WordKind, start: number, end: number) => void): void {
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && prose[i] !== '/' && prose[i] !== '+') continue;
    if (i > start) put(kindOf(prose.slice(start, i)), start, i);
    if (i < to) put('mark', i, i + 1);
    start = i + 1;
  }
}

const FILE =
  /^[\w.@~/\\-]*\.(?:[cm]?[jt]sx?|json[cl5]?|ya?ml|toml|md|mdx|txt|csv|tsv|html?|s?css|less|py|rb|go|rs|java|kt|kts|swift|c|h|cc|cpp|hpp|cs|php|sql|sh|bash|ps1|lock|env|ini|cfg|conf|xml|svg|png|jpe?g|gif|webp|pdf|ico|proto|graphql|gql|tf|tfvars|wasm|zip|tar|gz|exe|dll|so|db|sqlite3?|ipynb|vue|svelte|prisma|gradle|properties|plist|snap|patch|diff|log|example|sample|rules|mdc|feature|j2|tpl|service|dart|ex|exs|lua|r|jl|zig|nix|mp[34]|wav|flac|ogg|bin|dat|bat|cmd|vsix|apk|ipa|dmg|deb|rpm|onnx|parquet|avro|xlsx|docx|pptx)$/i;
const NUMBER =
  /^[<>≤≥~≈±+\-$€£]?\d[\d.,_:/-]*(?:%|‰|x|×|k|m|b|ms|s|µs|us|ns|min|mins|h|hr|hrs|d|kb|mb|gb|tb|kib|mib|gib|px|rem|em|vh|vw|pt|dpi|fps|hz|khz|mhz|ghz|db|rps|qps|tps|w|v|°c?|usd|eur|st|nd|rd|th|\+|-?[a-z]{1,12}(?:-[a-z]{1,12})?)?[/\w%+]*$/i;
/** Names of products and languages that only look like identifiers. */
const BRAND =
  /^(?:github|gitlab|javascript|typescript|postgresql|mysql|mongodb|graphql|nodejs|openai|chatgpt|macos|ios|ipados|tvos|watchos|iphone|devops|devsecops|finops|mlops|youtube|linkedin|paypal|powershell|dynamodb|clickhouse|websocket|websockets|oauth|oauth2|saas|iaas|paas|ebpf|tailwindcss|vscode|wordpress|bigquery|fastapi|nextjs|phonepe|hubspot|rabbitmq|cockroachdb|mariadb|influxdb|langchain|langgraph|fullstack|onboarding|webrtc|webgl|webgpu|restful|sqlite|numpy|pytorch|tensorflow|apis|uis|urls|ids|jwts|pdfs|prs|llms|cis|kpis|slas|slos|adrs|dbs|vms|sdks|clis|sops|ctas|pocs|mvps|crds|todos)$/i;

function kindOf(run: string): WordKind {
  const first = run.charCodeAt(0);
  if (first >= 97 && first <= 122 && PLAIN.test(run)) return 'word';
  if (/^v\d+(?:\.[\dx]+)+/.test(run)) return 'name';
  if (/^[<>≤≥~≈±+\-$€£]?\d/.test(run)) return NUMBER.test(run) ? 'number' : 'name';
  if (/^(?:--?[a-z][\w-]*|[/~@#$][\w.{:[].*|\.{1,2}\/.*|\.[a-z][\w./-]+|https?:.*)$/i.test(run)) return 'name';
  if (/[_\\{}=$@#%]|::|[a-z]\(|\w:\w/.test(run) || FILE.test(run)) return 'name';
  if (/^[A-Z]+(?:[/-][A-Z]{2,})+$/.test(run) && /YYYY|MM|HH/.test(run)) return 'name';
  if (run.includes('/'))
    return run.split('/').every((part) => part === '' || /^[\p{L}'-]+\d*$/u.test(part)) &&
      !/^(?:src|app|lib|docs?|tests?|packages|server|client|scripts|infra|apps|config|public|tools|internal|cmd|pkg|components)\/./.test(
        run,
      ) &&
      !run.endsWith('/')
      ? 'word'
      : 'name';
  if (/^(?:[A-Z]{1,6}-?\d+[a-z]?|[B-HJ-Z])$/.test(run)) return 'name';
  if (/[a-z][A-Z]|^[A-Z][a-z]+[A-Z]/.test(run) && !BRAND.test(run) && !/-/.test(run)) return 'name';
  if (/[a-z0-9]\.[a-zA-Z]/.test(run) && !/^(?:e\.g|i\.e|a\.m|p\.m|vs|approx)/i.test(run)) return 'name';
  return 'word';
}

const PLAIN = /^[a-z'’‑-]+$/;

const CONDITION = new Set([
  'when',
  'whenever',
  'once',
  'if',
  'unless',
  'until',
  'till',
  'while',
  'before',
  'after',
  'because',
  'since',
  'where',
  'although',
  'though',
  'given',
]);

/** Whether a word stands behind "when", "until" and the like, with no comma between: it says when, not what. */
export function inCondition(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i];
    if (word?.kind === 'mark' && word.text === ',') return false;
    if (word?.kind === 'word' && (word.text === 'then' || word.text === 'shall')) return false;
    if (word?.kind === 'word' && CONDITION.has(word.text)) return true;
  }
  return false;
}
