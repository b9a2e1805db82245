import { planOf } from '../plan/plan.ts';
import type { Project } from '../project.ts';
import { noFacts } from '../read/document.ts';
import { settingsPath } from '../settings.ts';
import type { Card, Pointed } from './card.ts';
import { checkCard } from './check.ts';
import { evidenceCard } from './evidence.ts';
import { gateCard } from './gate.ts';
import { nameCard } from './names.ts';
import { ruleCard } from './rule.ts';
import { scopeCard } from './scope.ts';
import { settingCard } from './setting.ts';
import { statusCard } from './status.ts';

/** What knows something of a place; of several the one that speaks of the fewest words, else the first. */
const cards: readonly ((pointed: Pointed) => Card | undefined)[] = [
  ruleCard,
  settingCard,
  statusCard,
  nameCard,
  scopeCard,
  evidenceCard,
  checkCard,
  gateCard,
];

/**
 * What the words at a place are, where they stand and why; undefined where the plan says nothing of them.
 * @param offset 0-based UTF-16 offset
 */
export function hoverAt(project: Project, path: string, offset: number): Card | undefined {
  const source = project.sources.get(path);
  const facts = project.facts(path) ?? (path === settingsPath ? noFacts(path) : undefined);
  if (!source || !facts || (facts.kind === 'none' && path !== settingsPath && facts.disables.length === 0)) return undefined;
  const pointed: Pointed = { project, plan: planOf(project.plans, path), facts, source, offset };
  const found = cards.flatMap((card) => card(pointed) ?? []);
  const length = ({ at }: Card) => at.end - at.start;
  return found.reduce<Card | undefined>((best, card) => (best && length(best) <= length(card) ? best : card), undefined);
}
