import { createPlan as editsFor, snippetsOf, templates, toSource } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Folder } from '../folder.ts';
import type { CreatePlanAnswer, CreatePlanParams, TemplateReport } from '../protocol.ts';
import type { Session } from '../session.ts';
import { toUri } from '../uris.ts';

/** The ways to keep a plan, the simplest first. */
export function planTemplates(): readonly TemplateReport[] {
  return templates.map(({ id, title, detail }) => ({ id, title, detail }));
}

/** The new documents of a plan, as one edit that creates them. */
export function createPlan(session: Session, folder: Folder, { template, names }: CreatePlanParams): CreatePlanAnswer {
  const { sources } = folder.project;
  const edits = editsFor(folder.project, template, { names, exists: (path) => sources.has(path) });
  if ('refused' in edits) return edits;
  const [begin] = edits;
  const [words = { start: 0, end: 0 }] = begin?.stops ?? [];
  const source = toSource(begin?.path ?? '', begin?.text ?? '');
  return {
    edit: toWorkspaceEdit(session, folder, edits),
    files: edits.map(({ path, text }) => ({ uri: toUri(folder.uri, path), path, text })),
    snippet: snippetsOf(edits.slice(0, 1), { once: true })[0] ?? source.text,
    first: toRange({ ...words, path: begin?.path ?? '' }, new Map([[begin?.path ?? '', source]])),
  };
}
