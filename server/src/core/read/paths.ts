import { readInline } from '../markdown.ts';
import { plainSpaces } from './vocabulary.ts';

/** A path or glob in a text, with its offsets in that text (markup not included). */
export interface PathMention {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** "`Saw.h` + `.cpp`": an extension alone is no file. */
const bareExtension =
  /^\.(?:[ch](?:pp|xx)?|[jt]sx?|mjs|py|rs|go|kt|java|cs|md|ya?ml|json|s?css|html|sql|sh|swift|rb|php|vue|svelte|txt|csv)$/;

/** "app.schemas.api" is a module unless its end is that of a file: "vite.config.ts". */
const moduleName = /^[a-z_]\w*(?:\.[a-z_]\w*){2,}$/i;
export const endsLikeFile =
  /\.(?:[cm]?[jt]sx?|json5?|jsonc|md|mdx|ya?ml|toml|lock|s?css|less|html?|xml|svg|png|jpe?g|webp|pdf|csv|txt|log|sql|db|py|pyi|ipynb|rs|go|rb|php|java|kts?|gradle|swift|cs|csproj|fs|cpp|cc|c|hpp|h|m|mm|lua|dart|vue|svelte|astro|sh|ps1|bat|env|ini|cfg|conf|config|properties|proto|graphql|prisma|tf|tfvars|local|example|sample|template|tmpl|snap|d|xaml|razor|ex|exs|erl|hs|ml|scala|clj|r|jl|nim|zig|sol|wasm|gz|zip)$/i;

/** Files without an extension that everybody knows. */
const bareNames =
  /^(?:Dockerfile|Makefile|Taskfile|Justfile|Procfile|LICENSE|CODEOWNERS|Gemfile|Rakefile|Vagrantfile|Jenkinsfile|README|CHANGELOG)(?:\.[\w.-]+)?$/;

/**
 * The paths and globs of one entry of a scope or file list: those in code spans; else a plain path at the beginning ("src/api —
 * handlers") or a comma list that consists of paths. An entry of prose gives none.
 */
export function pathsIn(text: string): readonly PathMention[] {
  const { codes, links } = readInline(text);
  const spans = codes
    .filter((code) => looksLikePath(code.value))
    .map((code) => withOffsets(text, code.value, code.start, code.end));
  if (spans.length > 0) return spans;
  if (codes.length > 0) return [];
  const linked = links
    .filter((link) => looksLikePath(link.value))
    .map((link) => withOffsets(text, link.value, link.start, link.end));
  if (linked.length > 0) return linked;
  return plainPaths(text);
}

/**
 * The files in a sentence that says what is done with them: "Create src/a.ts and src/b.ts; modify README.md". Only words that end like a
 * file count; a sentence of other words gives none.
 */
export function pathsInSentence(text: string): readonly PathMention[] {
  const plain = plainSpaces(text);
  if (plain.length > longestSentence || !doneWith.test(plain)) return [];
  return [...plain.matchAll(/[^\s,;()]{1,300}/g)].flatMap(({ 0: word, index }) => {
    const path = word.replace(/[.:]$/, '');
    return looksLikePath(path) && endsLikeFile.test(path) ? [{ path, start: index, end: index + path.length }] : [];
  });
}

const longestSentence = 2000;
const doneWith =
  /^(?:new|create|add|modify|edit|change|update|extend|replace|rename|move|delete|remove|rewrite|touch|test)s?:? /i;

function plainPaths(text: string): readonly PathMention[] {
  const plain = plainSpaces(text);
  const list = plain.split(/,\s+|;\s+/);
  const found: PathMention[] = [];
  let at = 0;
  for (const part of list) {
    const word = leadingWord(part);
    if (!word || !looksLikePath(word)) return list.length > 1 && found.length > 0 ? found : [];
    const start = plain.indexOf(word, at);
    found.push({ path: word, start, end: start + word.length });
    at = start + word.length;
  }
  return found;
}

/** The first word of a part where nothing follows it, or a remark (`src/api — handlers`, `src/api: handlers`); without emphasis. */
function leadingWord(part: string): string | undefined {
  const token = /^\s*(\S+)/.exec(part);
  const bare = token?.[1]?.replace(/^\*\*/, '') ?? '';
  const opened = bare !== token?.[1];
  if (!token || bare === '' || bare.startsWith('*')) return undefined;
  const rest = part.slice(token[0].length);
  const remark = rest === '' || /^\s+(?:[—–(#→-]|:\s)/.test(rest);
  const fits = (end: number) =>
    end === bare.length ? remark : end === bare.length - 1 && (bare[end] === ':' || (bare[end] === '.' && rest === ''));
  for (let end = Math.max(1, bare.length - 3); end <= bare.length; end += 1) {
    const emphasised = bare.startsWith('**', end) && (opened || bare[end - 1] !== '/');
    if ((emphasised && fits(end + 2)) || fits(end)) return bare.slice(0, end);
  }
  return undefined;
}

function withOffsets(text: string, value: string, from: number, to: number): PathMention {
  const at = text.slice(from, to).indexOf(value);
  const start = at < 0 ? from : from + at;
  return { path: value, start, end: at < 0 ? to : start + value.length };
}

/**
 * Whether some words are a path or glob of the repository, and not a route (`/api/users`, `GET /x`), a URL, a package (`@scope/name@1`),
 * a variable, a version, a command or a Git reference.
 */
export function looksLikePath(words: string): boolean {
  const value = words.trim();
  if (value === '' || value.length > 1000 || /[\s"'`|<>=;$^\\]/.test(value)) return false;
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(value) || /^[a-z]+:/i.test(value) || value.startsWith('/') || value.startsWith('#'))
    return false;
  if (/^@[\w-]+\/[\w-]+(?:@|$)/.test(value) || /@[\^~]?\d/.test(value)) return false;
  if (/^(?:origin|refs|feature|release|hotfix|bugfix)\/[\w.-]+$/.test(value) || /^--?\w/.test(value)) return false;
  if (value.endsWith('?') || bareExtension.test(value)) return false;
  if (/\(\)|\)\.|\w\(/.test(value) && !/\/\(|^\(/.test(value)) return false;
  if (/^v?\d+(?:\.\d+)+(?:[-+].*)?$/.test(value) || /^\d+\/\d+$/.test(value)) return false;
  if (bareNames.test(value) || /^\.[a-z][\w.*-]*(?:\/.*)?$/i.test(value)) return true;
  if (
    /^[\w@.+[\](){}*?,!~-]+(?:\/[\w@.+[\](){}*?,!~ -]*)+$/u.test(value) ||
    /^[\p{L}\d_@.+[\](){}*?,~-]+(?:\/[\p{L}\d_@.+[\](){}*?,~-]*)+$/u.test(value)
  ) {
    // "lint/typecheck/tests" and "CI/CD" are slashes between words; a path has an extension, a glob, a dot, or looks like folders.
    return /[*.{]|\/$/.test(value) || !/^[A-Z]+(?:\/[A-Z]+)+$/.test(value);
  }
  if (moduleName.test(value) && !endsLikeFile.test(value)) return false;
  return /^[\w.*{},@+-]*[\w*}]\.[a-z][a-z0-9]{0,9}$/i.test(value) || /^\*+$/.test(value);
}
