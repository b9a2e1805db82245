import { counted } from '../complete/paths.ts';
import { globProblem } from '../glob.ts';
import type { Phase, ScopeEntry } from '../model.ts';
import { match, nameOf } from '../scope.ts';
import { type Card, holds, type Line, type Pointed, short, some } from './card.ts';

/** A line of a scope: whose it is, and which files it names. */
export function scopeCard(pointed: Pointed): Card | undefined {
  const { facts, plan } = pointed;
  const entry = facts.scope
    .filter((one) => one.at.path === facts.path && holds(one.at, pointed))
    .sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start))
    .find((one, _, all) => all.length === 1 || pointsAt(one, pointed));
  if (!entry) return undefined;
  const phase = plan?.phases.find(({ id }) => id === entry.phase);
  const whose = `${entry.mode === 'in' ? 'Scope' : 'Out of scope'}${phase ? ` of ${short(nameOf(phase), 80)}` : ''}`;
  if (entry.glob === null)
    return { at: entry.at, lines: [[{ strong: whose }, ' · prose: no path, so no file is compared with it']] };
  return {
    at: entry.at,
    lines: [[{ strong: whose }, ' · ', { code: entry.glob }], ...filesOf(entry, entry.glob, phase, pointed)],
  };
}

/** Of several paths on one line the one that is pointed at. */
function pointsAt({ glob, at }: ScopeEntry, { source, offset }: Pointed): boolean {
  const start = glob === null ? -1 : source.text.slice(at.start, at.end).indexOf(glob);
  return start >= 0 && at.start + start <= offset && offset <= at.start + start + (glob?.length ?? 0);
}

function filesOf(entry: ScopeEntry, glob: string, phase: Phase | undefined, { project }: Pointed): readonly Line[] {
  const problem = globProblem(glob);
  if (problem) return [[problem]];
  const { files } = project;
  if (!files) return [];
  const named = files.matching(glob);
  if (named.length === 0) return [[entry.creates ? 'Names no file yet' : 'Names no file of this folder']];
  const excluded = phase && entry.mode === 'in' ? named.filter((path) => match(phase, path, 'out')).length : 0;
  const less = excluded > 0 ? `, ${excluded} of them excluded by another line` : '';
  return [[`${counted(named.length)}${less}: `, ...some(named, 5, (path) => [{ to: { path, start: 0, end: 0 }, words: path }])]];
}
