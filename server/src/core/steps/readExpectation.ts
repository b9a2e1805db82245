import { readOutcomeWords } from './clauseWords.ts';
import { allOf, type Expectation, person } from './expectation.ts';
import { readJsonPattern } from './jsonPattern.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * What of an expected result a machine can decide, from the words with their markup: an exit code, marked or quoted words of the output,
 * a regular expression, JSON, the status of an HTTP answer, and several of them. A statement with other words about what is marked is
 * prose, because nobody knows what they make of it (`the file is called "a"`, no `error`, "one" or "two").
 * @param command the command whose output is meant: a number beside `curl` is a status
 */
export function readExpectation(text: string, command: string | null): Expectation {
  const whole = text.trim();
  if (/^[[{]/.test(whole)) return jsonOrText(whole, true);
  const statements = statementsOf(tokensOf(whole.slice(0, longest)));
  const found = statements.flatMap((statement) => readStatement(statement, asksHttp(command)));
  return whole.length > longest ? allOf([...found, person]) : allOf(found);
}

/** What is longer is read up to here, and a person sees the rest. UTF-16 units. */
const longest = 4000;

/** Tokens between line ends, semicolons, bullets and full stops. */
function statementsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'end') statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter((statement) => statement.some((token) => token.kind !== 'words' || /[\p{L}\d]/u.test(token.text)));
}

/** Clauses between commas and "and"; once a clause says something unknown about marked words, what follows belongs to it. */
function readStatement(statement: readonly Token[], http: boolean): readonly Expectation[] {
  const clauses: Token[][] = [[]];
  let negated = false;
  for (const token of statement) {
    if (token.kind !== 'words') {
      clauses.at(-1)?.push(token);
      continue;
    }
    const words = token.text.replace(httpReasons, '$1');
    negated ||= turning.test(words);
    for (const [index, part] of words.split(/[,&()]|\b(?:and|und|et|y)\b/iu).entries()) {
      if (index > 0) clauses.push([]);
      clauses.at(-1)?.push({ kind: 'words', text: part });
    }
  }
  let lost = negated;
  return clauses.flatMap((clause) => {
    const marked = clause.filter((token) => token.kind !== 'words');
    const words = clause.map((token) =>
      token.kind === 'words' ? token.text : token.kind === 'literal' ? mark(token.text) : ' ',
    );
    const said = readOutcomeWords(words.join(' '), http, marked.length > 0);
    if (said.kind === 'nothing' && marked.length === 0) return [];
    if (said.kind === 'expectation') return [said.expectation];
    if (said.kind === 'unknown') lost ||= marked.length > 0;
    if (said.kind === 'unknown' || lost) return [person];
    return marked.map((token) =>
      token.kind === 'regexp' ? toRegexp(token) : jsonOrText((token as { text: string }).text, false, http),
    );
  });
}

/** Marked words among the others, where only a number of theirs may count as one: "exit code `0`". */
function mark(text: string): string {
  return /^\d{1,3}$/.test(text.trim()) ? ` ${text.trim()}\u0001` : ' ';
}

function toRegexp({ source, flags }: { readonly source: string; readonly flags: string }): Expectation {
  return { kind: 'regexp', source, flags };
}

function jsonOrText(text: string, bare: boolean, http = false): Expectation {
  if (/^\s*[[{]/.test(text)) {
    const pattern = readJsonPattern(text);
    if (pattern && pattern.kind !== 'any') return { kind: 'json', text, pattern };
    // What only looks like JSON is a description of some: `{"id": <number>}`.
    if (bare || /^\s*\{/.test(text)) return person;
  }
  if (http) {
    const said = readOutcomeWords(text.replace(httpReasons, '$1'), true, false);
    if (said.kind === 'expectation' && said.expectation.kind === 'http') return said.expectation;
  }
  return text.trim() === '' ? person : { kind: 'text', text };
}

/** Words that turn a statement around, offer a choice or depend on something. */
const turning =
  /(?<![\p{L}\p{N}])(?:no|not|never|without|none|nothing|neither|nor|or|either|unless|if|when|except|until|before|after|then|may|might|optionally|instead|absent|missing|free|only|just|fewer|less|more|than|least|most|cannot|kein\w{0,3}|nicht|oder|ohne|ou|sans|sin)(?![\p{L}\p{N}])|n['’]t(?!\p{L})/iu;

/** What stands behind the number of a status: `404 Not Found`. */
const httpReasons =
  /\b([1-5]\d\d) (?:ok|created|accepted|no content|moved permanently|found|see other|not modified|bad request|unauthorized|forbidden|not found|method not allowed|conflict|gone|unprocessable entity|unprocessable content|too many requests|internal server error|not implemented|bad gateway|service unavailable|gateway timeout)\b/gi;

/** Whether a command asks something over HTTP. */
function asksHttp(command: string | null): boolean {
  return command !== null && /(?:^|[\s;|&(/])(?:curl|wget|https?|xh|Invoke-WebRequest|iwr)(?:\.exe)?\s/i.test(command);
}
