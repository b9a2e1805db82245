import type { Project } from '../project.ts';
import type { GateVerdictReport } from '../reportTypes.ts';
import { tagOffer } from '../signoff/tagOffer.ts';
import { lineAt } from '../source.ts';
import type { GateVerdict } from './verdict.ts';

/** A verdict as other programs rely on it: paths and 1-based lines. */
export function toGateReport(project: Project, { phase, pass, requirements }: GateVerdict): GateVerdictReport {
  const { sources, plans } = project;
  const plan = plans.find(({ phases }) => phases.includes(phase));
  return {
    version: 1,
    phase: phase.id,
    title: phase.title,
    pass,
    requirements: requirements.map(({ id, state, text, items }) => ({
      id,
      pass: state === 'pass' || state === 'none',
      state,
      text,
      items: items.map(({ text: words, at }) => {
        const source = at && sources.get(at.path);
        return { text: words, path: at?.path ?? null, line: at && source ? lineAt(source, at.start) + 1 : null };
      }),
    })),
    tag: plan ? tagOffer(project, plan, phase) : null,
  };
}
