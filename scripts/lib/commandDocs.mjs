/** The page that lists the commands of the extension. */
export function commandsPage(commands) {
  const rows = commands.map(({ id, title, palette }) => `| Phasewise: ${title} | \`${id}\` | ${placeOf(palette)} |`);
  return `# Commands

| Command | Id | In the command palette |
|---|---|---|
${rows.join('\n')}

<!-- Generated from client/src/commandTable.ts by \`npm run generate\`. -->
`;
}

/** A when clause in words. */
function placeOf(palette) {
  if (palette === 'false') return 'no: on the tree only';
  return palette === 'true' ? 'always' : `when \`${palette}\``;
}
