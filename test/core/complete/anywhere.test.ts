import { expect, test } from 'vitest';
import { completionsAt, hoverAt, lineAt, type Project, toPlainText } from '../../../server/src/core/index.ts';
import { open } from '../reading/read.ts';

const folders = ['examples/harbour-ferry', 'test/fixtures/delivery-process', 'test/fixtures/execution-plan'];

/** Every so many characters, so that all kinds of places come up. */
const step = 17;

function* places(project: Project) {
  for (const source of project.sources.values())
    for (let offset = 0; offset <= source.text.length; offset += step) yield { source, offset };
}

test.each(folders)(
  'wherever the cursor stands in %s, what is offered replaces words of its line around it',
  { timeout: 60_000 },
  async (folder) => {
    const project = (await open(folder)).listing(['docs/evidence/a.txt', 'src/a.ts', 'src/b/c.ts']);
    let offered = 0;
    for (const { source, offset } of places(project)) {
      const { items } = completionsAt(project, source.path, offset);
      const seen = new Set<string>();
      for (const { label, kind, edit } of items) {
        const what = `${source.path}:${offset} ${kind} ${label}`;
        expect(edit.path, what).toBe(source.path);
        expect(edit.start <= offset && offset <= edit.end, what).toBe(true);
        expect(lineAt(source, edit.start), what).toBe(lineAt(source, edit.end));
        expect(edit.text, what).not.toMatch(/[\r\n]/);
        expect(seen.has(`${kind} ${label}`), `${what} twice`).toBe(false);
        seen.add(`${kind} ${label}`);
        offered += 1;
      }
    }
    expect(offered).toBeGreaterThan(10);
  },
);

test.each(folders)('a hover in %s is about the words it points at, in a few lines', { timeout: 60_000 }, async (folder) => {
  const project = (await open(folder)).listing(['src/a.ts']);
  let shown = 0;
  for (const { source, offset } of places(project)) {
    const card = hoverAt(project, source.path, offset);
    if (!card) continue;
    shown += 1;
    const what = `${source.path}:${offset}`;
    expect(card.at.start <= offset && offset <= card.at.end, what).toBe(true);
    expect(card.lines.length, what).toBeLessThan(12);
    expect(toPlainText(card).trim(), what).not.toBe('');
  }
  expect(shown).toBeGreaterThan(20);
});
