import { rules } from '../rules/index.ts';
import { settingsPath } from '../settings.ts';
import type { Card, Pointed } from './card.ts';

/** No rule has a longer id. UTF-16 units. */
const longest = 101;

/** A rule by its id: in a comment that hides findings, in the configuration. */
export function ruleCard(pointed: Pointed): Card | undefined {
  const { source, offset, facts, project } = pointed;
  const isComment = facts.disables.some(({ at }) => at.start <= offset && offset <= at.end);
  if (!isComment && source.path !== settingsPath) return undefined;
  const from = Math.max(0, offset - longest);
  const near = source.text.slice(from, offset + longest);
  const places = rules.map((rule) => ({ rule, start: from + near.indexOf(rule.id) }));
  const found = places.find(({ rule: { id }, start }) => start >= from && start <= offset && offset <= start + id.length);
  if (!found) return undefined;
  const { rule, start } = found;
  const at = { start, end: start + rule.id.length };
  const configured = project.settings.rules.get(rule.id);
  const how =
    configured === undefined || configured === rule.severity ? rule.severity : `${configured} here, ${rule.severity} by itself`;
  return { at, lines: [[{ strong: rule.id }, ` · ${how}`], [rule.summary], ['What it is about: ', { rule: rule.id }]] };
}
