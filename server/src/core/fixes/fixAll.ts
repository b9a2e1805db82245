import type { Edit, Fix } from '../model.ts';
import type { Project } from '../project.ts';
import { editsTogether } from './edits.ts';
import { ownMends } from './offered.ts';

/** Several findings mended at once. */
export interface ManyFixed {
  /** How many of them; those whose edits would meet are left for the next time. */
  readonly count: number;
  readonly edits: readonly Edit[];
}

/** Mends all findings of a document that have one obvious fix, in which nothing is left for a person to say. */
export function fixAll(project: Project, path: string): ManyFixed {
  return together(
    (project.findings.get(path) ?? []).flatMap((finding) => ownMends(project, finding).find(({ preferred }) => preferred) ?? []),
  );
}

/** Mends all findings of one rule in a document, as far as nothing is left for a person to say. */
export function fixAllOf(project: Project, path: string, rule: string): ManyFixed {
  // An editor asks whenever the cursor moves.
  const known = remembered.get(project) ?? new Map<string, ManyFixed>();
  remembered.set(project, known);
  const key = `${rule} ${path}`;
  const all = known.get(key) ?? workOut(project, path, rule);
  known.set(key, all);
  return all;
}

const remembered = new WeakMap<Project, Map<string, ManyFixed>>();

function workOut(project: Project, path: string, rule: string): ManyFixed {
  const findings = (project.findings.get(path) ?? []).filter((finding) => finding.rule === rule);
  return together(
    findings.flatMap((finding) => {
      const ready = ownMends(project, finding).filter(({ edits }) => edits.every(({ stops }) => stops === undefined));
      return ready.find(({ preferred }) => preferred) ?? ready[0] ?? [];
    }),
  );
}

function together(fixes: readonly Fix[]): ManyFixed {
  const edits = editsTogether(fixes);
  return { edits, count: fixes.filter((fix) => fix.edits.every((edit) => edits.includes(edit))).length };
}
