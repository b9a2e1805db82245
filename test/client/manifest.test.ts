import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandTable } from '../../client/src/commandTable.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const strings: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const { contributes } = manifest;

describe('the manifest', () => {
  it('lists the commands of the table, with their titles and icons', () => {
    const listed = contributes.commands.map(({ command, title, category, icon }: Record<string, string>) => ({
      id: command,
      title: strings[title?.slice(1, -1) ?? ''],
      category,
      ...(icon ? { icon: icon.slice(2, -1) } : {}),
    }));
    expect(listed).toEqual(commandTable.map(({ palette: _, ...rest }) => ({ category: 'Phasewise', ...rest })));
  });

  it('offers each command in the palette when the table says so', () => {
    expect(contributes.menus.commandPalette).toEqual(commandTable.map(({ id, palette }) => ({ command: id, when: palette })));
  });

  it('ships every bundle that another one loads', () => {
    const shipped = readFileSync('.vscodeignore', 'utf8').split('\n');
    const sources = readdirSync('client/src')
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`client/src/${name}`, 'utf8'));
    const loaded = sources.flatMap((text) =>
      [...text.matchAll(/require\('\.\/(\w+\.js)'\)/g)].map(([, name]) => `!dist/${name}`),
    );
    expect(loaded.length).toBeGreaterThan(2);
    expect(shipped).toEqual(expect.arrayContaining(loaded));
  });

  it('has a text for every placeholder, and a placeholder for every text', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);
    expect(new Set(used)).toEqual(new Set(Object.keys(strings)));
  });

  it('only names commands and files that exist', () => {
    const known = new Set<string>(commandTable.map(({ id }) => id));
    const named = [...JSON.stringify([contributes, strings]).matchAll(/command:(phasewise\.\w+)\)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    const files = [...JSON.stringify(contributes).matchAll(/"(media\/[\w./-]+|\.\/syntaxes\/[\w./-]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    for (const file of files) expect(() => readFileSync(file), file).not.toThrow();
  });

  it('pays nothing in a workspace without a plan: literal paths first, then one shallow pattern', () => {
    const events: string[] = manifest.activationEvents;
    const patterns = events.filter((event) => /[*{?[]/.test(event));
    expect(patterns).toHaveLength(1);
    expect(events.at(-1)).toBe(patterns[0]);
    expect(patterns[0]).not.toContain('**');
    expect(events.filter((event) => !event.startsWith('workspaceContains:'))).toEqual([]);
  });
});
