import type { ScopeEntry } from '../model.ts';
import type { YamlNode } from '../yaml.ts';
import { looksLikePath, pathsIn } from './paths.ts';
import { type Fields, fieldsOf, listOf, namesOf, type Words } from './yamlFields.ts';
import { toUnitId, type Where, type YamlReading } from './yamlReading.ts';

/** Keys that list paths: a word without a space among them is a path even if it does not look like one (`src`, `Makefile`). */
const files = new Map<string, 'in' | 'out'>(
  [
    ['in', 'owned_paths owned_files owns paths files files_expected files_modified files_to_modify files_to_create files_to_change files_changed files_created modified_files allowed_paths allowed_files include_paths scope_paths target_files affected_files touches write_paths key_files allowed_prefixes write_scope target_paths likely_files files_touched files_likely_touched planned_files expected_files changed_files new_files scope_files scope_globs file_scope edit_paths writable_paths'],
    ['out', 'excluded_paths exclude_paths forbidden_paths forbidden_files do_not_touch read_only_paths off_limits protected_paths protected_files forbidden_prefixes denied_paths files_to_avoid avoid_files'],
  ].flatMap(([mode, names]) => (names ?? '').split(' ').map((name) => [name, mode as 'in' | 'out'] as const)),
); // biome-ignore format: a word list reads better in lines
const inner = new Map<string, 'in' | 'out'>(
  [
    ['in', 'include included includes in in_scope paths files globs allow allowed'],
    ['out', 'exclude excluded excludes out out_of_scope not deny forbidden'],
  ].flatMap(([mode, names]) => (names ?? '').split(' ').map((name) => [name, mode as 'in' | 'out'] as const)),
); // biome-ignore format: a word list reads better in lines

/** Reads what a phase, a task or a document may change: `scope` as a list or as include and exclude, `owned_paths`, `files_expected` … */
export function readScope(reading: YamlReading, fields: Fields, where: Where): void {
  const push = (mode: 'in' | 'out', node: YamlNode, trusted: boolean, creates = false) => {
    // `files: {create: […], modify: […]}`
    if (node.kind === 'map')
      for (const { key, value } of node.entries)
        if (value.kind !== 'map') push(mode, value, trusted, creates || /creat|new|add/i.test(key.text));
    const items = node.kind === 'scalar' ? namesOf(node) : listOf(node);
    for (const item of items)
      reading.facts.scope.push(
        ...toEntries(reading, item, mode, where, trusted).map((one) => (creates ? { ...one, creates } : one)),
      );
  };
  for (const [key, { value }] of fields) {
    const mode = files.get(key);
    // What a task touches may be data or endpoints as well.
    if (mode) push(mode, value, key !== 'touches', mode === 'in' && key.includes('create'));
    else if (key === 'in_scope') push('in', value, false);
    else if (key === 'out_of_scope' || key === 'non_goals') push('out', value, false);
    else if (key === 'scope' && value.kind !== 'map') push('in', value, false);
    else if (key === 'scope' && value.kind === 'map') {
      for (const [name, entry] of fieldsOf(value)) {
        const side = inner.get(name) ?? files.get(name);
        if (side) push(side, entry.value, /path|file|glob/.test(name));
      }
    }
  }
}

function toEntries(
  reading: YamlReading,
  { text, at }: Words,
  mode: 'in' | 'out',
  where: Where,
  trusted: boolean,
): readonly ScopeEntry[] {
  const base = {
    mode,
    text,
    at: reading.place(at),
    phase: where.phase ? toUnitId(where.phase.text) : null,
    stage: where.stage,
    source: 'yaml',
  } as const;
  if (!/[\s`]/.test(text)) {
    const path = looksLikePath(text) || (trusted && !/^[a-z]+:\/\//i.test(text));
    return [{ ...base, glob: path ? text : null }];
  }
  const paths = pathsIn(text);
  return paths.length > 0 ? paths.map(({ path }) => ({ ...base, glob: path })) : [{ ...base, glob: null }];
}
