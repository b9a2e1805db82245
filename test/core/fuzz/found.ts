/** What the property tests found, each with what went wrong. */
export const found: readonly (readonly [why: string, text: string])[] = [
  ['the last cell behind an escape was lost', '| a |\n|---|\n| b \\'],
  ['an underline behind a comment took the comment for its paragraph', '-->\n<!-- b -->\n==='],
  ['a disable comment without an end ended behind the text', '<!--phasewise-disable-line'],
  [
    'the place of a command on a continued line was off',
    '# Manual test checklist\n\n- [ ] Open\n  - Command:\n    `npm start`\n',
  ],
  [
    'the place of a command over two lines was off',
    '# Manual test checklist\n\n- [ ] Open\n  - Command: `npm\n    start`\n  - Expected: a\n',
  ],
  ['the notice for a long first line counted the byte order mark', `===${'a'.repeat(9000)}`],
  ['the place of a condition behind an empty line was right by chance', '# Go/No-Go\n\n-\na<!-- b -->\n'],
];
