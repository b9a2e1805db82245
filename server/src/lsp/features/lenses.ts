import type { CodeLens } from 'vscode-languageserver';
import { type CheckItem, type Phase, planOf } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { commands } from '../protocol.ts';
import type { Placed, Session } from '../session.ts';
import { toUri } from '../uris.ts';

/** “Run gate checklist · 3/5” on the heading of each phase that has manual tests, and where these tests stand in another document. */
export function lenses({ client }: Session, { folder, path }: Placed): CodeLens[] {
  if (client.options.lenses === false) return [];
  const { project } = folder;
  const plan = planOf(project.plans, path);
  const facts = project.facts(path);
  if (!plan || !facts || !plan.documents.includes(path)) return [];
  const uri = folder.openUri(path) ?? toUri(folder.uri, path);
  return plan.phases.flatMap((phase) => {
    const items = checklistOf(phase);
    if (items.length === 0) return [];
    const here = facts.phases.filter((unit) => unit.id === phase.id && unit.form === 'heading').map((unit) => unit.at);
    const first = items.find((item) => item.at.path === path);
    const places = here.length > 0 ? here : first ? [first.at] : [];
    const title = `Run gate checklist · ${items.filter(isPassed).length}/${items.length}`;
    return places.map((at) => ({
      range: toRange(at, project.sources),
      command: { title, command: commands.runGate, arguments: [{ uri, phase: phase.id }] },
    }));
  });
}

function checklistOf(phase: Phase): readonly CheckItem[] {
  const all = [...phase.checklist, ...phase.stages.flatMap((stage) => stage.checklist)];
  return [...new Map(all.map((item) => [`${item.at.path}:${item.at.start}`, item])).values()];
}

function isPassed({ result, mark }: CheckItem): boolean {
  return result ? result.outcome === 'pass' : mark === 'done';
}
