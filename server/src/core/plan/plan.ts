import type { DocumentFacts, Plan } from '../model.ts';
import type { Settings } from '../settings.ts';
import { isSameList } from '../share.ts';
import { groupDocuments, sameUnits } from './group.ts';
import { GroupFold } from './groupFold.ts';
import { noPhaseTags, phaseTags } from './phaseTags.ts';

/** The plan that a document belongs to, or the first one. */
export function planOf(plans: readonly Plan[], path: string): Plan | undefined {
  return plans.find((plan) => plan.documents.includes(path)) ?? plans[0];
}

/**
 * Merges what the documents of a folder say into plans; usually one. It remembers the last answer and works out only what is different
 * from it: a plan of which no document changed is the same object, and so is every phase that none of the changed documents speaks of.
 */
export class PlanFold {
  groups: readonly GroupFold[] = [];
  private documents: readonly DocumentFacts[] = [];
  private settings: Settings | undefined;
  private tags: readonly string[] = [];
  private groupOf = new Map<string, GroupFold>();
  private plans: readonly Plan[] = [];

  /** The last answer. */
  get latest(): readonly Plan[] {
    return this.plans;
  }

  /**
   * @param documents in the order of their paths
   * @param tags names of the repository's Git tags
   */
  update(documents: readonly DocumentFacts[], settings: Settings, tags: readonly string[]): readonly Plan[] {
    const configured = settings === this.settings && tags === this.tags;
    if (documents === this.documents && configured) return this.plans;
    const changed = configured ? replacements(this.documents, documents) : undefined;
    this.documents = documents;
    this.settings = settings;
    this.tags = tags;
    if (changed) for (const [group, own] of this.byGroup(changed)) group.replace(own, settings);
    else this.regroup(settings);
    const plans = this.groups.map((group) => group.plan);
    this.plans = isSameList(this.plans, plans) ? this.plans : plans;
    return this.plans;
  }

  /** How many tasks the plans have, and how many of them are done. */
  get tasks(): { readonly total: number; readonly done: number } {
    const count = (of: 'total' | 'done') => this.groups.reduce((sum, { register }) => sum + register[of], 0);
    return { total: count('total'), done: count('done') };
  }

  private regroup(settings: Settings): void {
    const old = new Map(this.groups.map((group) => [group.plan.documents[0], group]));
    const groups = groupDocuments(this.documents.filter((document) => document.kind !== 'none'));
    // The tags of a repository speak of its main plan.
    const tags = phaseTags(this.tags, settings.tag);
    this.groups = groups.map((group, index) => {
      const fold = old.get(group[0]?.path);
      const own = index === 0 ? tags : noPhaseTags;
      fold?.regroup(group, settings, own);
      return fold ?? new GroupFold(group, settings, own);
    });
    this.groupOf = new Map(this.groups.flatMap((fold, index) => (groups[index] ?? []).map(({ path }) => [path, fold] as const)));
  }

  private byGroup(documents: readonly DocumentFacts[]): ReadonlyMap<GroupFold, readonly DocumentFacts[]> {
    const map = new Map<GroupFold, DocumentFacts[]>();
    for (const document of documents) {
      const group = this.groupOf.get(document.path);
      const known = group && map.get(group);
      if (known) known.push(document);
      else if (group) map.set(group, [document]);
    }
    return map;
  }
}

/** The documents that differ, where that changes nothing about which plans and phases there are; else undefined. */
function replacements(before: readonly DocumentFacts[], after: readonly DocumentFacts[]): readonly DocumentFacts[] | undefined {
  if (before.length !== after.length) return undefined;
  const changed: DocumentFacts[] = [];
  for (let index = 0; index < after.length; index += 1) {
    const [old, now] = [before[index] as DocumentFacts, after[index] as DocumentFacts];
    if (old === now) continue;
    if (old.path !== now.path || !sameUnits(old, now)) return undefined;
    if (now.kind !== 'none') changed.push(now);
  }
  return changed;
}
