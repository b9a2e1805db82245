/**
 * Inputs that have broken Markdown readers and regular expressions: the kinds of cmark's `pathological_tests.py`
 * (https://github.com/commonmark/cmark/blob/master/test/pathological_tests.py), at sizes a repository may hold, and long runs in every
 * kind of place that the readers look at. Each is built when it is asked for.
 */
export const pathological: Readonly<Record<string, () => string>> = {
  ...inlineMarkup(),
  ...blocks(),
  ...runs(),
  ...many(),
};

const n = 40_000;
const million = 1_000_000;
const phase = '# Plan\n\n## Phase 1: Storage\n\nStatus: in progress\n\n### Exit criteria\n\n';

/** Nesting and repetition of inline markup, in one paragraph and as one item of a gate. */
function inlineMarkup(): Record<string, () => string> {
  const kinds: Record<string, () => string> = {
    'nested strong emphasis': () => `${'*a **a '.repeat(n)}b${' a** a*'.repeat(n)}`,
    'many emphasis closers': () => 'a_ '.repeat(n),
    'many emphasis openers': () => '_a '.repeat(n),
    'emphasis with unmatched closers': () => '*_* '.repeat(n),
    'mismatched openers and closers': () => '*a_ '.repeat(n),
    'multiple of three': () => `a**b${'c* '.repeat(n)}`,
    'long run of stars': () => `${'*'.repeat(n)}a${'*'.repeat(n)}`,
    'many link openers': () => '[a'.repeat(n),
    'many link closers': () => 'a]'.repeat(n),
    'nested brackets': () => `${'['.repeat(n)}a${']'.repeat(n)}`,
    'open links': () => '[a](b'.repeat(n),
    'open links in angle brackets': () => '[a](<b'.repeat(n),
    'nested images': () => `${'![a]('.repeat(n)}b${')'.repeat(n)}`,
    'many links': () => '[a](b) '.repeat(n),
    'links with titles': () => '[a](b "c" '.repeat(n),
    'backtick runs of growing length': () => Array.from({ length: 700 }, (_, at) => `e${'`'.repeat(at)}`).join(''),
    'unclosed code spans': () => '`a ``b '.repeat(n),
    backslashes: () => '\\'.repeat(2 * n + 1),
    entities: () => '&lt;'.repeat(n),
    'open entities': () => '&'.repeat(n),
    'open tags': () => '<a '.repeat(n),
    'open comments': () => '<!-- '.repeat(n),
    'open declarations': () => '<!A '.repeat(n),
    'open processing instructions': () => '<?'.repeat(n),
    'open CDATA': () => '<![CDATA['.repeat(n),
    tags: () => '<br>'.repeat(n),
    autolinks: () => '<a:'.repeat(n),
    tildes: () => '~~a '.repeat(n),
    'null bytes': () => 'abc\0de\0'.repeat(n),
    surrogates: () => '\ud83d'.repeat(n),
    emoji: () => '✅'.repeat(n),
  };
  const all: Record<string, () => string> = {};
  for (const [name, make] of Object.entries(kinds)) {
    all[name] = () => `${phase}${make()}\n`;
    all[`${name}, in an item`] = () => `${phase}- [ ] ${make()}\n`;
    all[`${name}, piece by piece`] = () => `${phase}${chunks(make()).join('\n')}\n`;
  }
  return all;
}

/** A text as many items, so that no single one is over the limits. */
function chunks(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / 900) }, (_, at) => `- [ ] ${at} ${text.slice(at * 900, at * 900 + 900)}`);
}

function blocks(): Record<string, () => string> {
  return {
    'nested quotes': () => `${'> '.repeat(n)}a`,
    'nested quotes, line by line': () => Array.from({ length: 1500 }, (_, at) => `${'> '.repeat(at)}a`).join('\n'),
    'nested lists on one line': () => `${'- '.repeat(n)}a`,
    'nested lists on a continued line': () => `a\n2. ${'- '.repeat(n)}a`,
    'nested lists': () => Array.from({ length: 1200 }, (_, at) => `${'  '.repeat(at)}- [ ] a`).join('\n'),
    'deep lists with many leaves': () =>
      `${Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}- [ ] Command: \`a b\``).join('\n')}\n${`${' '.repeat(600)}- [ ] Expected: b\n`.repeat(1500)}`,
    'nested ordered lists on one line': () => `${'1. '.repeat(n)}a`,
    rules: () => '---\n'.repeat(n),
    stars: () => '* * * * *\n'.repeat(n),
    'unclosed fences': () => '```a\n\n'.repeat(n),
    'unclosed fences of growing length': () => Array.from({ length: 1000 }, (_, at) => '`'.repeat(at + 3)).join('\n'),
    'unclosed comments': () => '<!-- a\n\n'.repeat(n),
    'unclosed raw text': () => '<pre>\n\n'.repeat(n),
    comments: () => '<!-- a -->\n'.repeat(n),
    'comments that disable': () => '<!-- phasewise-disable-next-line gate/noun-phrase -->\n# Phase 1\n'.repeat(20_000),
    'open comments that disable': () => '<!-- phasewise-disable-next-line a\n'.repeat(20_000),
    tags: () => '<div>\n'.repeat(n),
    'setext headings': () => 'a\n===\n'.repeat(n),
    'long underlines': () => `a\n${'='.repeat(million)}\nb\n${'-'.repeat(million)}`,
    definitions: () => '[a]: b\n'.repeat(n),
    'definitions, each used': () => Array.from({ length: 10_000 }, (_, at) => `[a${at}]: b\n\n[a${at}]\n`).join('\n'),
    'unclosed front matter': () => `---\n${'a: b\n'.repeat(n)}`,
    'large front matter': () => `---\n${'a: [\n'.repeat(390)}---\n# Phase 1\n`,
    'table of pipes': () => `${'|'.repeat(900)}\n${'|-'.repeat(900)}|\n${`${'|'.repeat(1000)}\n`.repeat(1500)}`,
    'table of many rows': () => `| Task | Status | Phase |\n|---|---|---|\n${'| a | done | 1 |\n'.repeat(n)}`,
    'table of backticks': () => `| a | b |\n|---|---|\n${'| `a | `b | c |\n'.repeat(n)}`,
    'one row of pipes': () => `a | b\n--|--\n${'|'.repeat(million)}`,
    tables: () => 'a|b\n-|-\nc|d\n\n'.repeat(20_000),
    'lines that look like tables': () => 'a | b\n'.repeat(n),
    'delimiter rows': () => '|-|\n'.repeat(n),
  };
}

/** A million blanks (or the like) in each kind of place; with `FUZZ_RUNS` set, every character that some expression looks for. */
function runs(): Record<string, () => string> {
  const all: Record<string, () => string> = {};
  const fills: Record<string, string> = {
    blanks: ' ',
    'no-break spaces': '\u00a0',
    dashes: '-',
    commas: ', ',
    pairs: ') (',
    ...(process.env.FUZZ_RUNS
      ? { tabs: '\t', hashes: '#', colons: ':', dots: '.', digits: '1', parentheses: '(', brackets: '[', letters: 'a' }
      : {}),
  };
  const places: Record<string, (run: string) => string> = {
    'before a letter of a heading': (run) => `# Phase 1${run}x`,
    'in a title': (run) => `## Phase 1: Storage${run}done`,
    'behind a title': (run) => `## Phase 1: Storage —${run}—`,
    'before a unit': (run) => `# a${run}Phase 1: Storage`,
    'in an item': (run) => `${phase}- [ ] The server${run}starts`,
    'in a checkbox': (run) => `${phase}- [${run}] x`,
    'behind a list marker': (run) => `${phase}-${run}x`,
    'in a label': (run) => `${phase}**Files${run}**: src`,
    'before a colon': (run) => `${phase}Files${run}: src/a.ts`,
    'in a value': (run) => `${phase}Files: src/a.ts${run}, src/b.ts`,
    'in a status': (run) => `# Phase 1\n\nStatus:${run}done${run}x`,
    'in a cell': (run) => `| Task | Status |\n|---|---|\n| a${run}b | done${run}x |`,
    'in a header': (run) => `| Task${run}x | Status |\n|---|---|\n| a | done |`,
    'in a paragraph': (run) => `# Phase 1\n\n## Exit criteria\n\nAll${run}pass`,
    'in evidence': (run) => `# Phase 1\n\n## Evidence\n\n- 3${run}tests${run}pass/${run}x\n\nEvidence: a,${run}b;${run}c tests`,
    'in a gate result': (run) => `# Phase 1\n\nGate result: pass${run}/ x`,
    'in dependencies': (run) => `# Phase 1\n\nDepends on: 1,${run}2 and${run}x`,
    'in a sign-off': (run) => `# Phase 1\n\nApproved by:${run}x\n\nSign-off: a${run}`,
    'in a deferral': (run) => `# Phase 1\n\n## Deferred\n\n- a to${run}phase in${run}x`,
    'in a manual test': (run) =>
      `# Manual test checklist\n\n- [ ] Run${run}\`a${run}b\`${run}->${run}x\n  - Expected:${run}y\n  - Result: pass (${run})${run}x`,
    'in a test’s command': (run) => `# Manual test checklist\n\n- [ ] T1\n  - Command: \`${run}a\`\n  - Expected: b`,
    'in a scope': (run) => `# Phase 1\n\n## Scope\n\n- src/a${run}— b\n- ${run}src/b`,
    'in a fence’s info': (run) => `${phase}\`\`\`${run}x\na\n`,
    'in a comment': (run) => `<!-- phasewise-disable-line a/b${run}-- x${run}y -->`,
    'in front matter': (run) => `---\nphase: 1\nstatus: a${run}b\n---\n# a`,
    'in a file of its own': (run) => run,
  };
  for (const [fill, run] of Object.entries(fills)) {
    for (const [place, make] of Object.entries(places))
      all[`a million ${fill} ${place}`] = () => make(run.repeat(million / run.length));
  }
  return all;
}

/** Very many of something. */
function many(): Record<string, () => string> {
  const repeat = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at)).join('\n');
  return {
    '50,000 headings': () => repeat(50_000, (at) => `# Heading ${at}`),
    '50,000 phases': () => repeat(50_000, (at) => `## Phase ${at % 1000}.${Math.floor(at / 1000)}: Title ${at}`),
    '50,000 stages': () => `# Phase 1\n${repeat(50_000, (at) => `## Stage ${at % 1000}.${Math.floor(at / 1000)}: Title ${at}`)}`,
    '5,000 titles for one number': () => repeat(5000, (at) => `## Phase 1: ${at.toString(36)}q ${(at * 7919).toString(36)}z`),
    '20,000 mentions of one phase': () => `# Phase 1: Storage\n${repeat(20_000, (at) => `## Phase 1 notes ${at}`)}`,
    '20,000 statuses': () => repeat(20_000, () => '# Phase 1\n\nStatus: done'),
    'a paragraph of 100,000 lines': () => repeat(100_000, (at) => `line ${at} of it`),
    'a paragraph of 100,000 labels': () => repeat(100_000, (at) => `Label ${at % 50}: value`),
    'an item of 100,000 lines': () => `# Manual test checklist\n\n- [ ] a\n${repeat(100_000, () => '  Expected: b')}`,
    'a gate of 50,000 items': () => `${phase}${repeat(50_000, (at) => `- [ ] the server answers request ${at}`)}`,
    '20,000 gates': () => `# Phase 1\n${repeat(20_000, (at) => `## Exit criteria ${at}\n- [ ] it works well`)}`,
    '20,000 gate results': () => `# Phase 1\n${repeat(20_000, () => 'Gate result: pass\n')}`,
    '50,000 tasks': () => `# Phase 1\n\n## Tasks\n${repeat(50_000, (at) => `- [ ] T1-${at}: Do it`)}`,
    '20,000 tasks of one id': () =>
      `# Phase 1\n\n| ID | Task | Status | Phase |\n|---|---|---|---|\n${repeat(20_000, () => '| T1-001 | a | done | 9 |')}`,
    '20,000 tasks of unknown phases': () =>
      `${repeat(1000, (at) => `## Phase ${at}: a`)}\n\n| ID | Task | Status | Phase |\n|---|---|---|---|\n${repeat(20_000, (at) => `| T1-${at} | a | done | ${2000 + at} |`)}`,
    '20,000 manual tests': () =>
      `# Manual test checklist\n${repeat(20_000, (at) => `- [ ] test ${at}\n  - Command: \`npm run t${at}\`\n  - Expected: ok`)}`,
    '20,000 rows of manual tests': () =>
      `| Test | Command | Expected | Result |\n|---|---|---|---|\n${repeat(20_000, (at) => `| t${at} | \`a b\` | ok | pass |`)}`,
    '20,000 globs': () => `# Phase 1\n\n## Scope\n${repeat(20_000, (at) => `- src/a${at}/**`)}`,
    'a scope of one long line': () => `# Phase 1\n\nFiles: ${repeat(50_000, (at) => `src/a${at}.ts,`).replaceAll('\n', ' ')}`,
    '20,000 dependencies': () => `# Phase 1\n\nDepends on: ${repeat(20_000, (at) => `Phase ${at},`).replaceAll('\n', ' ')}`,
    '2,000 phases that depend on each other': () =>
      repeat(2000, (at) => `## Phase ${at}: a\n\nDepends on: Phase ${(at + 1) % 2000}\nStatus: done\n`),
    '20,000 sign-offs': () => `# Phase 1\n${repeat(20_000, () => 'Approved by: Ada\n')}`,
    '20,000 pieces of evidence': () =>
      `# Phase 1\n\n## Evidence\n${repeat(20_000, (at) => `- commit ${(at + 1e7).toString(16)}ab`)}`,
    'evidence in one line': () => `# Phase 1\n\nEvidence: ${'a.b, '.repeat(50_000)}`,
    'a board of 20,000 cards': () => `# Board\n\n## Open\n\n## Doing\n\n## Done\n${repeat(20_000, (at) => `- T1-${at} a`)}`,
    '20,000 columns of a board': () => repeat(20_000, (at) => (at % 2 ? '## Open' : '## Done')),
    diagrams: () => `# a\n\n${repeat(20_000, (at) => `P${at}[Phase ${at}]:::done`)}`,
    'long words': () => `# ${'phase'.repeat(100_000)}\n\n- [ ] ${'done'.repeat(100_000)}`,
    'blank lines': () => '\n'.repeat(million),
    'carriage returns': () => '\r'.repeat(million),
    'a very long text': () => '- [ ] something honest to do, and to look at\n'.repeat(120_000),
    'a very long line': () => 'word '.repeat(million),
  };
}
