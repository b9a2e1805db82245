import type { Fix, Plan, Unit } from '../model.ts';
import type { Project } from '../project.ts';
import { readYaml } from '../read/yamlText.ts';
import { lineAt, type Source } from '../source.ts';
import { firstCondition } from './gateForm.ts';
import { linesBehind } from './lines.ts';
import { joined } from './wording.ts';
import { columnOf, isBlock, lastTextLine, mapsIn } from './yamlMaps.ts';
import { yamlValue } from './yamlScalars.ts';

/** A gate as the last key of a phase, named as the gates of other phases are. */
export function gateInYaml(project: Project, plan: Plan, { nameAt }: Unit, source: Source): readonly Fix[] {
  const owner = readYaml(source.text)
    .documents.flatMap((node) => [...mapsIn(node)])
    .find(({ entries }) => entries.some(({ value }) => value.kind === 'scalar' && value.span.start === nameAt.start));
  const last = owner?.entries.at(-1);
  if (!owner || !last || !isBlock(owner, source)) return [];
  const key = usualKey(plan);
  const indent = ' '.repeat(columnOf(source, last.key.whole.start));
  const end = last.value.kind === 'scalar' ? last.value.whole.end : last.value.span.end;
  const line = lastTextLine(source, lineAt(source, Math.max(last.key.whole.end, end - 1)));
  const condition = joined(`${indent}  - `, yamlValue(firstCondition(project), false));
  return [{ title: `Add "${key}" to the phase`, edits: [linesBehind(source, line, [`${indent}${key}:`, condition])] }];
}

/** The key of the first gate that a YAML document has; the label of another gate, written as a key. */
function usualKey(plan: Plan): string {
  const labels = plan.phases.flatMap((phase) => phase.gates);
  const gate = labels.find(({ at, kind }) => /\.ya?ml$/i.test(at.path) && kind !== 'entry' && kind !== 'signoff') ?? labels[0];
  const key =
    gate?.label
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '_')
      .replace(/^_|_$/g, '') ?? '';
  return /^[a-z][a-z\d_]*$/.test(key) ? (gate && /^[\w-]+$/.test(gate.label) ? gate.label : key) : 'exit_criteria';
}
