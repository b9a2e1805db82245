/** A plan that holds one condition, in the ways in which plans hold conditions. */
export interface Form {
  readonly name: string;
  readonly path: string;
  /** The document around a condition; undefined where the condition cannot be written so. */
  readonly write: (condition: string) => string | undefined;
}

const before = '# Plan\n\n## Phase 1: Hull\n\nStatus: in progress\n\n';
const after = '\n## Phase 2: Mast\n\n### Exit criteria\n\n- `npm run measure` prints 12 m\n';
const plain = (text: string) => !/^[-?:,[\]{}#&*!|>'"%@`]|: | #/.test(text) && !/[:]$/.test(text);

/** Breaks a condition over two lines at the blank in its middle that is not in code. */
function broken(condition: string, indent: string): string | undefined {
  const blanks = [...condition.matchAll(/ /g)]
    .map(({ index }) => index)
    .filter((at) => (condition.slice(0, at).split('`').length - 1) % 2 === 0);
  const at = blanks[blanks.length >> 1];
  return at === undefined || /^[-+*>#\d]/.test(condition.slice(at + 1))
    ? undefined
    : `${condition.slice(0, at)}\n${indent}${condition.slice(at + 1)}`;
}

export const forms: readonly Form[] = [
  { name: 'list', path: 'docs/plan.md', write: (text) => `${before}### Exit criteria\n\n- ${text}\n${after}` },
  { name: 'boxes', path: 'docs/plan.md', write: (text) => `${before}### Exit criteria\n\n- [ ] ${text}\n- [x] \`make keel\` exits 0\n${after}` },
  { name: 'numbers', path: 'docs/plan.md', write: (text) => `${before}### Exit criteria\n\n1. ${text}\n2. \`make keel\` exits 0\n${after}` },
  { name: 'below a label', path: 'docs/plan.md', write: (text) => `${before}**Exit criteria:**\n\n* ${text}\n${after}` },
  { name: 'nested', path: 'docs/plan.md', write: (text) => `${before}- **Exit criteria**\n  - [ ] ${text}\n  - [ ] \`make keel\` exits 0\n${after}` },
  { name: 'label', path: 'docs/plan.md', write: (text) => `${before}**Gate**: ${text}\n${after}` },
  { name: 'table', path: 'docs/plan.md', write: (text) => (text.includes('|') ? undefined : `${before}### Exit criteria\n\n| # | Criterion | Status |\n|---|---|---|\n| 1 | ${text} | open |\n| 2 | \`make keel\` exits 0 | open |\n${after}`) },
  { name: 'two lines', path: 'docs/plan.md', write: (text) => { const lines = broken(text, '  '); return lines && `${before}### Exit criteria\n\n- ${lines}\n- \`make keel\` exits 0\n${after}`; } },
  { name: 'quoted', path: 'docs/plan.md', write: (text) => { const lines = broken(text, '>   '); return lines && `${before}> ### Exit criteria\n>\n> - ${lines}\n${after}`; } },
  { name: 'yaml', path: 'docs/plan.yaml', write: (text) => (plain(text) ? yaml(`- ${text}`) : undefined) },
  { name: 'yaml in quotes', path: 'docs/plan.yaml', write: (text) => yaml(`- "${text.replaceAll(/["\\]/g, '\\$&')}"`) },
  { name: 'yaml in single quotes', path: 'docs/plan.yaml', write: (text) => yaml(`- '${text.replaceAll("'", "''")}'`) },
  { name: 'yaml on one line', path: 'docs/plan.yaml', write: (text) => (plain(text) && !/[,[\]{}]/.test(text) ? `phases:\n  - id: 1\n    name: Hull\n    status: in_progress\n    exit_criteria: [${text}, make keel exits 0]\n` : undefined) },
  { name: 'yaml block', path: 'docs/plan.yaml', write: (text) => `phases:\n  - id: 1\n    name: Hull\n    status: in_progress\n    exit_criteria: |\n      - ${text}\n      - \`make keel\` exits 0\n` },
  { name: 'yaml map', path: 'docs/plan.yaml', write: (text) => (plain(text) ? yaml(`- text: ${text}\n        met: false`) : undefined) },
]; // biome-ignore format: one form a line

function yaml(items: string): string {
  return `phases:\n  - id: 1\n    name: Hull\n    status: in_progress\n    exit_criteria:\n      ${items}\n      - make keel exits 0\n  - id: 2\n    name: Mast\n`;
}
