import { describe, expect, test } from 'vitest';
import {
  completionsAt,
  hoverAt,
  inlayHintsIn,
  nameTokens,
  offsetAt,
  type Project,
  type Source,
  toFindingReport,
  toPlainText,
} from '../../server/src/core/index.ts';
import type { Drawing, Question } from '../support/case.ts';
import { caseProject } from '../support/caseProject.ts';
import { allCases } from '../support/cases.ts';
import { differences } from '../support/compare.ts';
import { drawnLines } from '../support/drawings.ts';
import { fixAll } from '../support/fixAll.ts';
import { completionDifferences, hoverDifferences, type Offered } from '../support/questions.ts';

describe.each(allCases())('$name', (scenario) => {
  test(scenario.title, async () => {
    const project = await caseProject(scenario);
    const findings = [...project.findings.values()].flat().map((finding) => toFindingReport(finding, project));
    expect(differences(scenario, findings)).toEqual([]);
    for (const [path, text] of scenario.fixed) expect(fixAll(project, path)).toBe(text);
    for (const question of scenario.asked) expect(answerTo(question, project)).toEqual([]);
    for (const drawing of scenario.drawn) expect(drawn(drawing, project)).toEqual(drawing.lines);
  });
});

function drawn({ kind, path }: Drawing, project: Project): readonly string[] {
  const { text } = project.sources.get(path) as Source;
  if (kind === 'inlay') {
    const { hints } = inlayHintsIn(project, path, { start: 0, end: text.length });
    return drawnLines(
      text,
      hints.map(({ at, words }) => ({ start: at, end: at, words })),
    );
  }
  return drawnLines(
    text,
    nameTokens(project, path).map((token) => ({ ...token, words: token.kind })),
  );
}

function answerTo(question: Question, project: Project): readonly string[] {
  const source = project.sources.get(question.path) as Source;
  const offset = offsetAt(source, { line: question.position.line, column: question.position.character });
  if (question.kind === 'complete') return completionDifferences(question, offered(project, source, offset));
  const card = hoverAt(project, question.path, offset);
  return hoverDifferences(question, card ? toPlainText(card).split('\n') : []);
}

function offered(project: Project, source: Source, offset: number): readonly Offered[] {
  return completionsAt(project, source.path, offset).items.map(({ label, detail, edit }) => {
    const before = source.text.slice(source.text.lastIndexOf('\n', offset - 1) + 1, edit.start);
    const end = source.text.indexOf('\n', offset);
    return { label, detail, after: before + edit.text + source.text.slice(edit.end, end < 0 ? undefined : end) };
  });
}
