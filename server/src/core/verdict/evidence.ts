import type { Evidence } from '../model.ts';
import { type Broken, brokenness, type KnownFiles } from '../proof/broken.ts';
import { freshnessOf } from '../proof/freshness.ts';
import { markOf } from '../proof/history.ts';
import { keptBefore, ticksWithoutRecord } from '../proof/ticks.ts';
import { askOf } from '../source.ts';
import { type Judged, plural, type Requirement, type RequirementItem } from './requirement.ts';
import { saidOfStale } from './runs.ts';

/** Something is linked where the plan has a place for it, leads somewhere, and holds for the files as they are now. */
export function evidenceGiven(judged: Judged): Requirement {
  const { phase } = judged;
  const all = [phase, ...phase.stages].flatMap(({ evidence }) => evidence);
  const given = all.filter(({ kind }) => kind !== 'none');
  const empty = all.filter(({ kind }) => kind === 'none');
  const bare = empty.map(({ item, at }) => ({ text: item ?? 'A place for evidence is empty', at }));
  const ticks = ticksWithoutRecord(phase, keptBefore(judged.plan, phase));
  if (all.length + ticks.length === 0)
    return { id: 'evidence', state: 'none', text: 'The plan has no place for evidence of it', items: [] };
  if (given.length === 0 && ticks.length === 0)
    return { id: 'evidence', state: 'fail', text: 'The place for its evidence is empty', items: bare };
  const unproven = empty.filter(({ item }) => item !== null).length;
  const broken = brokenIn(given, judged);
  const { stale, unknown } = freshnessIn(given, judged);
  const counted = (count: number) => `${count} of ${given.length} ${plural(given.length, 'piece')} of evidence`;
  const missing = [
    ...(unproven > 0 ? [`${unproven} ${plural(unproven, 'item')} without evidence`] : []),
    ...(broken.pieces > 0 ? [`${counted(broken.pieces)} ${broken.pieces === 1 ? 'leads' : 'lead'} nowhere`] : []),
    ...(ticks.length > 0 ? [`${ticks.length} ${plural(ticks.length, 'tick')} without a record`] : []),
    ...(stale.length > 0 ? [`${counted(stale.length)} ${stale.length === 1 ? 'is' : 'are'} stale`] : []),
  ];
  const items = [
    ...(unproven > 0 ? bare : []),
    ...broken.items,
    ...ticks.map(({ title, at }) => ({ text: `${title} (who saw it?)`, at })),
    ...stale,
  ];
  if (missing.length > 0) return { id: 'evidence', state: 'fail', text: missing.join(', '), items };
  const text = `${given.length} ${plural(given.length, 'piece')} of evidence${unknown ? ` (${unknown})` : ''}`;
  return { id: 'evidence', state: 'pass', text, items: [] };
}

/** Pointers that lead nowhere; words that may be about another repository are no proof against anybody. */
function brokenIn(given: readonly Evidence[], { project }: Judged) {
  const { files, history, sources } = project;
  const hasCommit = (hash: string) => (history?.has(hash) ? history.get(hash) !== null : undefined);
  const known: KnownFiles = { files, ask: askOf(sources), hasCommit };
  const items: RequirementItem[] = [];
  let pieces = 0;
  for (const { targets, at } of given) {
    const wrong = targets.flatMap((target) => {
      const broken = brokenness(target, at.path, known);
      return broken && counts(broken, target.form) ? [{ text: broken.message, at: { path: at.path, ...target.at } }] : [];
    });
    if (wrong.length > 0) pieces += 1;
    items.push(...wrong);
  }
  return { pieces, items };
}

function counts({ unknown }: Broken, form: 'link' | 'words'): boolean {
  return form === 'link' || !unknown;
}

/** What went stale, and why it is not known of the rest. */
function freshnessIn(given: readonly Evidence[], { project, plan, phase }: Judged) {
  const stale: RequirementItem[] = [];
  let unknown: string | undefined;
  for (const evidence of given) {
    const fresh = freshnessOf(markOf(evidence), phase, { plan, settings: project.settings, history: project.history });
    if (fresh.state === 'stale')
      stale.push({ text: `${evidence.item ?? evidence.value} (${saidOfStale(fresh)})`, at: evidence.at });
    else if (fresh.state === 'unknown' && fresh.why === 'no history')
      unknown ??= project.history ? 'freshness not known: the history does not reach so far' : 'no Git: freshness not known';
    else if (fresh.state === 'unknown' && fresh.why === 'no commit') unknown ??= 'freshness not known: no such commit';
  }
  return { stale, unknown };
}
