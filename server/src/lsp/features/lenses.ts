import type { CodeLens } from 'vscode-languageserver';
import { type Phase, planOf, type Step, standingOf, stepsOf } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { commands } from '../protocol.ts';
import type { Placed, Session } from '../session.ts';
import { toUri } from '../uris.ts';

/**
 * “Run gate · 3/5” on the heading of each phase that has something to go through, and where its first step stands in another document;
 * beside it “Sign off”, once the phase was begun and as long as it is not signed off.
 */
export function lenses({ client }: Session, { folder, path }: Placed): CodeLens[] {
  if (client.options.lenses === false) return [];
  const { project } = folder;
  const plan = planOf(project.plans, path);
  const facts = project.facts(path);
  if (!plan || !facts || !plan.documents.includes(path)) return [];
  const uri = folder.openUri(path) ?? toUri(folder.uri, path);
  return plan.phases.flatMap((phase) => {
    const here = facts.phases.filter((unit) => unit.id === phase.id && unit.form === 'heading').map((unit) => unit.at);
    // Reading the steps of every phase on every keystroke would cost what nobody sees.
    if (here.length === 0 && !hasStep(phase, path)) return [];
    const steps = stepsOf(project, plan, phase).filter((step) => step.phase !== null);
    const first = steps.find(({ at }) => at.path === path)?.at;
    const places = here.length > 0 ? here : first ? [first] : [];
    const argument = { uri, phase: phase.id };
    const title = `Run gate · ${steps.filter(isPassed).length}/${steps.length}`;
    return places.flatMap((at) => {
      const range = toRange(at, project.sources);
      const run = steps.length > 0 ? [{ range, command: { title, command: commands.runGate, arguments: [argument] } }] : [];
      const sign = { range, command: { title: 'Sign off', command: commands.signOff, arguments: [argument] } };
      return signable(phase) ? [...run, sign] : run;
    });
  });
}

function hasStep(phase: Phase, path: string): boolean {
  const among = (all: readonly { readonly at: { readonly path: string } }[]) => all.some(({ at }) => at.path === path);
  return [phase, ...phase.stages].some(({ checklist, gates }) => among(checklist) || among(gates));
}

function isPassed(step: Step): boolean {
  const standing = standingOf(step);
  return standing === 'pass' || standing === 'waived';
}

/** Begun, and not signed off. */
function signable({ derived }: Phase): boolean {
  return derived === 'in_progress' || derived === 'partial' || derived === 'ready' || derived === 'done';
}
