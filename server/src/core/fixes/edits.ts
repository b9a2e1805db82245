import type { Edit, Fix } from '../model.ts';

/** A text after edits of it, none of which meets another. Edits of other documents are left out. */
export function applyEdits(path: string, text: string, edits: readonly Edit[]): string {
  const own = edits.filter((edit) => edit.path === path).sort((a, b) => b.start - a.start || b.end - a.end);
  return own.reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}

/** The edits of as many fixes as can be made at once: one that meets an earlier one is left out whole. */
export function editsTogether(fixes: Iterable<Fix>): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { edits } of fixes) {
    if (!edits.some((edit) => taken.some((other) => meet(edit, other)))) taken.push(...edits);
  }
  return taken;
}

/** Whether it matters which of two edits is made first. Two stretches side by side do not meet, an insertion at the end of one does. */
function meet(a: Edit, b: Edit): boolean {
  if (a.path !== b.path) return false;
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}
