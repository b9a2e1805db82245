import type { Edit, Phase, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import { isRefused, type Refusal } from '../refusal.ts';
import { capital, nameOf } from '../scope.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import type { SignoffForm } from './form.ts';
import { inLabels } from './inLabels.ts';
import { inRow } from './inRow.ts';
import { inSection } from './inSection.ts';
import { inTable } from './inTable.ts';
import { inYaml } from './inYaml.ts';
import { refusedMove, statusEdits } from './moveStatus.ts';
import { oneLine, type SignoffRecord, toFields } from './record.ts';

/** What a plan has for it counts in this order; the last one makes a place where there is none. */
const forms: readonly SignoffForm[] = [inTable, inRow, inLabels, inYaml, inSection];

/**
 * The edits that sign a phase off: the record in the form its documents use, and its status. Only from a green verdict, or from a red one
 * with an override, whose reason and unmet requirements are written down too. Where more roles have to sign, the status waits for them.
 * @param verdict on this phase, as it is now
 */
export function signOff(
  project: Project,
  plan: Plan,
  phase: Phase,
  record: SignoffRecord,
  verdict: GateVerdict,
): readonly Edit[] | Refusal {
  const refused = refusedSignoff(phase, record, verdict);
  if (refused) return { refused };
  const fields = toFields(record, verdict);
  const signing = { project, plan, phase, fields, namesEvidence: record.evidence.length > 0 };
  for (const form of forms) {
    const written = form(signing);
    if (!written) continue;
    if (isRefused(written)) return written;
    const moved = written.waiting.length > 0 ? [] : statusEdits(project, plan, phase, 'signed_off');
    const rest = moved.filter(
      (edit) => !written.restated.some(({ path, start, end }) => path === edit.path && edit.start < end && start < edit.end),
    );
    return inOrder([...written.edits, ...rest]);
  }
  return { refused: `No document has a place for the sign-off of ${nameOf(phase)}: give the phase a heading of its own.` };
}

/** Why a phase cannot be signed off; undefined where it can. */
export function refusedSignoff(
  phase: Phase,
  { actor, override }: Pick<SignoffRecord, 'actor' | 'override'>,
  { pass, requirements }: GateVerdict,
): string | undefined {
  const name = capital(nameOf(phase));
  if (phase.status === 'signed_off') return `${name} is signed off already.`;
  if (oneLine(actor) === '') return 'A sign-off needs the name of who signs.';
  const missing = requirements.filter(({ state }) => state === 'fail' || state === 'not-run').map(({ text }) => text);
  if (!pass && override === null)
    return `The gate of ${nameOf(phase)} is not passed: ${missing.join('; ')}. Settle that first, or sign with an override and say why.`;
  if (!pass && oneLine(override ?? '') === '') return 'An override needs a reason: it is written into the sign-off.';
  return refusedMove(phase, 'signed_off');
}

/** As an editor applies them: by document, from the front to the end. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start || a.end - b.end));
}
