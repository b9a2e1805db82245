import { expect, test } from 'vitest';
import { inlayHintsIn, lineAt, nameTokens, type Project } from '../../../server/src/core/index.ts';
import { open } from '../reading/read.ts';

const folders = ['examples/harbour-ferry', 'test/fixtures/delivery-process', 'test/fixtures/execution-plan'];

async function withHints(folder: string): Promise<Project> {
  const text = 'editor:\n  inlayHints: on\n';
  return (await open(folder)).listing(['src/a.ts', 'src/b/c.ts']).with([{ path: 'phasewise.yaml', text }]);
}

test.each(folders)('tokens in %s are in order, none overlaps another, and each stands on one line', async (folder) => {
  const project = await withHints(folder);
  let tokens = 0;
  for (const source of project.sources.values()) {
    let free = 0;
    for (const { start, end } of nameTokens(project, source.path)) {
      const what = `${source.path}:${start} ${source.text.slice(start, end)}`;
      expect(start >= free && end > start, what).toBe(true);
      expect(lineAt(source, start), what).toBe(lineAt(source, end));
      free = end;
      tokens += 1;
    }
  }
  expect(tokens).toBeGreaterThan(2);
});

test.each(folders)('a part of a document in %s gets what the whole gets there', async (folder) => {
  const project = await withHints(folder);
  for (const { path, text } of project.sources.values()) {
    const half = { start: text.indexOf('\n', text.length >> 2) + 1, end: text.length >> 1 };
    const isIn = ({ start, end }: { readonly start: number; readonly end: number }) => end >= half.start && start <= half.end;
    expect(nameTokens(project, path, half).map(({ end }) => end)).toEqual(
      nameTokens(project, path)
        .filter(isIn)
        .map(({ end }) => end),
    );
    const whole = inlayHintsIn(project, path, { start: 0, end: text.length }).hints;
    const places = whole.map(({ at }) => at);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const hint of inlayHintsIn(project, path, half).hints) expect(whole).toContainEqual(hint);
    expect(whole.every(({ words }) => words.trim() === words && words !== '')).toBe(true);
  }
});
