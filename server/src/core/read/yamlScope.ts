import type { Place, ScopeEntry, Span } from '../model.ts';
import type { YamlNode } from '../yaml.ts';
import { looksLikePath, pathsIn } from './paths.ts';
import { type Fields, fieldsOf, listOf, namesOf, type Words } from './yamlFields.ts';
import { toUnitId, type Where, type YamlReading } from './yamlReading.ts';

/** Keys that list paths: a word without a space among them is a path even if it does not look like one (`src`, `Makefile`). */
const files = new Map<string, 'in' | 'out'>(
  [
    ['in', 'owned_paths owned_files owns paths files files_expected files_modified files_to_modify files_to_create files_to_change files_changed files_created modified_files allowed_paths allowed_files include_paths scope_paths target_files affected_files touches write_paths key_files allowed_prefixes write_scope target_paths likely_files files_touched files_likely_touched planned_files expected_files changed_files new_files scope_files scope_globs file_scope edit_paths writable_paths exclusive_paths exclusive_files touched_files touched_paths authorized_paths permitted_paths permitted_files files_in_scope paths_in_scope owned_globs allowed_globs owned_dirs owned_directories files_to_edit files_to_touch files_to_update files_owned paths_owned authorized_write_scope'],
    ['out', 'excluded_paths exclude_paths forbidden_paths forbidden_files do_not_touch read_only_paths off_limits protected_paths protected_files forbidden_prefixes denied_paths files_to_avoid avoid_files blocked_paths disallowed_paths prohibited_paths prohibited_files immutable_paths frozen_paths frozen_files readonly_paths readonly_files do_not_modify do_not_edit'],
  ].flatMap(([mode, names]) => (names ?? '').split(' ').map((name) => [name, mode as 'in' | 'out'] as const)),
); // biome-ignore format: a word list reads better in lines
const inner = new Map<string, 'in' | 'out'>(
  [
    ['in', 'include included includes in in_scope paths files globs allow allowed'],
    ['out', 'exclude excluded excludes out out_of_scope not deny forbidden'],
  ].flatMap(([mode, names]) => (names ?? '').split(' ').map((name) => [name, mode as 'in' | 'out'] as const)),
); // biome-ignore format: a word list reads better in lines

/** Parts of a list of files that are only looked at: `files: {read: […], modify: […]}`. */
const onlyRead = /^(?:read(?:_only|_first)?|reference[sd]?|context|inputs?|depends(?:_on)?)$/;

/** Whose scope it is, and how a span of the YAML becomes a place in the document. */
export interface ScopeOwner {
  readonly phase: string | null;
  readonly stage: string | null;
  readonly source: 'yaml' | 'front-matter';
  readonly place: (span: Span) => Place;
}

/** Reads what a phase, a task or a document of YAML may change. */
export function readScope(reading: YamlReading, fields: Fields, where: Where): void {
  const phase = where.phase ? toUnitId(where.phase.text) : null;
  const owner: ScopeOwner = { phase, stage: where.stage, source: 'yaml', place: (span) => reading.place(span) };
  for (const entry of scopeOf(fields, owner)) reading.facts.scope.push(entry);
}

/** What the fields of a map say may be changed: `scope` as a list or as include and exclude, `owned_paths`, `files_expected` … */
export function scopeOf(fields: Fields, owner: ScopeOwner): readonly ScopeEntry[] {
  const found: ScopeEntry[] = [];
  const push = (mode: 'in' | 'out', node: YamlNode, trusted: boolean, creates = false) => {
    // `files: {create: […], modify: […]}`
    if (node.kind === 'map')
      for (const [name, { key, value }] of fieldsOf(node))
        if (value.kind !== 'map' && !onlyRead.test(name))
          push(mode === 'in' ? (inner.get(name) ?? mode) : mode, value, trusted, creates || /creat|new|add/i.test(key.text));
    const items = node.kind === 'scalar' ? namesOf(node) : listOf(node);
    for (const item of items)
      for (const one of toEntries(item, mode, owner, trusted)) found.push(creates ? { ...one, creates } : one);
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
  return found;
}

/** What is done with a file, before its path: `NEW:src/a.ts`. */
const action = /^(?:new|create|add|modify|edit|update):\s{0,3}(?=\S)/i;

function toEntries({ text, at }: Words, mode: 'in' | 'out', owner: ScopeOwner, trusted: boolean): readonly ScopeEntry[] {
  const { phase, stage, source } = owner;
  const base = { mode, text, at: owner.place(at), phase, stage, source };
  const bare = text.replace(action, '');
  if (!/[\s`]/.test(bare)) {
    const path = looksLikePath(bare) || (trusted && !/^[a-z]+:\/\//i.test(bare));
    return [{ ...base, glob: path ? bare : null }];
  }
  const paths = pathsIn(bare);
  return paths.length > 0 ? paths.map(({ path }) => ({ ...base, glob: path })) : [{ ...base, glob: null }];
}
